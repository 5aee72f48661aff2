// Small windows that ask what an act needs: an interest, a substitute, somebody in attendance, the public.

import { countPublic } from "./deeds.js";
import { make, newId, read } from "./page.js";
import { called } from "./roomstate.js";

// What there is to choose from, in the server's own words: {interests, consequences, capacities}.
const kinds = () => read("desk-kinds");

// Where the officer was: the same field, and the same place in it. The browser gives back the one, not always the other.
function held() {
  const element = document.activeElement;
  const range = element.matches("textarea, input") ? [element.selectionStart, element.selectionEnd] : null;
  return () => {
    if (!element.isConnected || document.querySelector("dialog[open]")) return;
    element.blur();
    element.focus({ preventScroll: true });
    if (range?.[0] != null) element.setSelectionRange(...range);
  };
}

export function dialog(title, ...children) {
  const heading = make("h2", { id: newId("asked"), textContent: title });
  const close = make("button", { type: "button", className: "c-as-link c-picker__close", textContent: "Close" });
  const made = make("dialog", { className: "c-picker", aria: { labelledby: heading.id } }, close, heading, ...children);
  close.addEventListener("click", () => made.close());
  const giveBack = held();
  const shut = made.close.bind(made);
  // At once, so that not a key typed after it is lost.
  made.close = () => {
    if (made.open) shut();
    if (!made.isConnected) return;
    made.remove();
    giveBack();
  };
  made.addEventListener("close", () => made.close());
  document.body.append(made);
  made.showModal();
  made.querySelector("input, select, button:not(.c-picker__close)")?.focus();
  return made;
}

function field(label, control, hint = "") {
  control.id = newId("asked");
  const told = hint && make("div", { className: "govuk-hint", id: `${control.id}-hint`, textContent: hint });
  if (told) control.setAttribute("aria-describedby", told.id);
  return make("div", { className: "govuk-form-group" }, make("label", { className: "govuk-label", htmlFor: control.id, textContent: label }), told, control);
}

const line = (fields = {}) => make("input", { className: "govuk-input", autocomplete: "off", spellcheck: true, ...fields });

function choice(options, value) {
  const made = make("select", { className: "govuk-select" }, ...options.map(([key, words]) => make("option", { value: key, textContent: words })));
  made.value = value ?? options[0][0];
  return made;
}

// One form in a window; answered once it holds together. `done` gives false to leave it open.
function ask(title, words, fields, done) {
  const form = make("form", { method: "dialog" }, ...fields, make("button", { className: "govuk-button", textContent: words }));
  const window = dialog(title, form);
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.matches("select")) return;
    event.preventDefault();
    form.requestSubmit();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (done() !== false) window.close();
  });
  return window;
}

const refused = (control, sentence) => {
  control.setCustomValidity(sentence);
  control.reportValidity();
  control.addEventListener("input", () => control.setCustomValidity(""), { once: true });
  return false;
};

// An interest of somebody: a kind, what it is, what followed.
export function declare(room, row) {
  const kind = choice(Object.entries(kinds().interests), "personal");
  const interest = line({ maxLength: 2000 });
  const whose = line({ maxLength: 160 });
  const followed = choice(Object.entries(kinds().consequences));
  const items = choice(room.item ? [["item", `Item ${room.number || "now open"}`], ["all", "The whole agenda"]] : [["all", "The whole agenda"]]);
  const fields = [field("What was declared", kind), field("The interest", interest), field("What followed", followed), field("Which items", items), field("Whose interest", whose, "If not their own, such as a spouse’s")];
  kind.addEventListener("change", () => {
    for (const part of fields.slice(1)) part.hidden = kind.value === "nil";
  });
  ask(`${called(row)} declares an interest`, "Put it down", fields, () => {
    if (kind.value === "nil") return put(room, row, { nature: "nil", interest: "", consequence: "none", items: [] });
    if (!interest.value.trim()) return refused(interest, "Say what the interest is.");
    return put(room, row, { nature: kind.value, interest: interest.value.trim(), whose: whose.value.trim(), consequence: followed.value, items: items.value === "item" ? [room.item] : [] });
  });
}

export function put(room, row, said) {
  const followed = kinds().consequences[said.consequence];
  const shown = `${said.interest.replace(/\.$/, "")}. ${followed}.`;
  const words = said.nature === "nil" ? `${called(row)}: nothing to declare.` : `${called(row)} declared an interest: ${shown}`;
  room.do("declare", { attendance: row.pk, ...said }, { words, shown });
}

// Somebody known, by the name offered, or a name alone.
function chosen(room, row = null) {
  const { people, covering } = room.people;
  const first = (row && covering[row.pk]) || [];
  const rank = (one) => (first.includes(one.pk) ? 0 : row?.seat?.partner && one.partners.includes(row.seat.partner) ? 1 : 2);
  const there = new Set(room.state.rows.filter((other) => room.at.here.includes(other.pk) && !other.substitute).map((other) => other.person));
  const offered = people.filter((one) => one.pk !== row?.person && !there.has(one.pk)).sort((one, other) => rank(one) - rank(other));
  const named = (one) => [one.name, one.about].filter(Boolean).join(", ");
  const list = make("datalist", { id: newId("people") }, ...offered.map((one) => make("option", { value: named(one) })));
  const control = line({ maxLength: 280 });
  control.setAttribute("list", list.id);
  return { control, list, warns: (one) => Boolean(row?.seat?.partner) && one && rank(one) === 2, read: () => offered.find((one) => named(one) === control.value.trim()) };
}

const ELSEWHERE = (row) => `This seat is ${row.seat.named}’s, and its substitute comes from elsewhere.`;

function sits(room, row, { title, kind, words }) {
  const who = chosen(room, row);
  const post = line({ maxLength: 160 });
  const postField = field("Their post", post, "If their name is not among those offered");
  const warning = make("p", { className: "c-flag", aria: { role: "status" } });
  who.control.addEventListener("input", () => {
    warning.textContent = who.warns(who.read()) ? ELSEWHERE(row) : "";
    postField.hidden = Boolean(who.read());
  });
  ask(title, "Put down", [field("Who", who.control, "A name offered, or any other"), who.list, warning, postField], () => {
    const known = who.read();
    const name = known?.name ?? who.control.value.trim();
    if (!name) return refused(who.control, "Give a name.");
    if (name.length > 120) return refused(who.control, "Shorten the name to 120 characters.");
    const fields = { attendance: row.pk, ...(known ? { person: known.pk } : { name, post: post.value.trim() }) };
    const inverse = kind === "substitute" ? { kind, fields: { attendance: row.pk, status: row.status }, shown: row.substitute } : null;
    const said = [words(name), who.warns(known) ? ELSEWHERE(row) : ""].filter(Boolean).join(" ");
    return room.do(kind, fields, { words: said, shown: name, about: row.about, initials: known?.initials, inverse });
  });
}

export const substitute = (room, row) => sits(room, row, { title: `Who sits for ${row.name}?`, kind: "substitute", words: (name) => `${name} sits for ${row.name}.` });

export const standIn = (room, row) => sits(room, row, { title: `Who else stands in for ${row.name}?`, kind: "stand_in", words: (name) => `${name} stands in for ${row.name}.` });

// One for several: which other seats somebody here sits for.
export function alsoFor(room, row) {
  const others = room.state.rows.filter((other) => other.seat && other.pk !== row.pk && !room.at.here.includes(other.pk));
  const boxes = others.map((other) => [other, make("input", { type: "checkbox", className: "c-picker__box", checked: row.also_for.includes(other.pk) })]);
  const fields = boxes.map(([other, box]) => make("label", { className: "c-picker__tick" }, box, ` ${[other.name, other.about].filter(Boolean).join(", ")}`));
  if (!fields.length) return room.say("Everybody else with a seat is here.");
  return ask(`For whom else does ${called(row)} sit?`, "Put down", fields, () => {
    const chosenRows = boxes.filter(([, box]) => box.checked).map(([other]) => other);
    const names = chosenRows.map((other) => other.name);
    const words = names.length ? `${called(row)} sits for ${new Intl.ListFormat("en-GB").format(names)} too.` : `${called(row)} sits for nobody else.`;
    const inverse = { kind: "also_for", fields: { attendance: row.pk, others: row.also_for } };
    room.do("also_for", { attendance: row.pk, others: chosenRows.map(({ pk }) => pk) }, { words, inverse });
  });
}

// Somebody without a seat.
export function somebody(room) {
  const who = chosen(room);
  const capacity = choice(Object.entries(kinds().capacities));
  const about = line({ maxLength: 160 });
  const items = choice([["all", "The whole meeting"], ...(room.item ? [["item", `Item ${room.number || "now open"} only`]] : [])]);
  const fields = [field("Who", who.control, "A surname alone is enough"), who.list, field("There as", capacity), field("There for", items), field("Organisation", about, "If it is not known")];
  ask("Who else is here?", "Put on the list", fields, () => {
    const known = who.read();
    const name = known?.name ?? who.control.value.trim();
    if (!name) return refused(who.control, "Give a name.");
    if (name.length > 120) return refused(who.control, "Shorten the name to 120 characters.");
    const named = known ? { person: known.pk } : { name, organisation: about.value.trim() };
    const as = kinds().capacities[capacity.value].toLowerCase();
    const only = items.value === "item" ? [room.item] : [];
    const more = { words: `${name} is here: ${as}.`, shown: name, about: known?.about ?? about.value.trim() };
    return room.do("somebody", { ...named, capacity: capacity.value, items: only }, more);
  });
}

export function publicHere(room) {
  const count = line({ inputMode: "numeric", maxLength: 5, value: room.state.public ?? "" });
  ask("Members of the public", "Keep", [field("How many are here", count, "Leave empty where nobody counts")], () => {
    return countPublic(room, count.value.trim()) || refused(count, "Give the number in figures, up to 10,000.");
  });
}
