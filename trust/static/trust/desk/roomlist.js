// Draws the room. What is done with it is in data-do of each button, and done in picker.js.

import { make } from "./page.js";
import { morph } from "./morph.js";
import { called } from "./roomstate.js";

const AS = { minute_taker: "minutes", in_attendance: "in attendance", observer: "observer", presenter: "presenter", officer: "officer", councillor: "councillor" };
const LISTS = [
  ["Apologies", (row) => row.status === "apologies" && !row.substitute],
  ["Absent", (row) => row.status === "absent" && !row.substitute],
  ["Not marked yet", (row) => row.status === "expected"],
];

const heading = (words, count) => make("h2", {}, words, count ? " " : "", count ? make("span", { className: "c-num", textContent: count }) : "");
const link = (words, act, more = {}) => make("button", { type: "button", className: "c-as-link", textContent: words, ...more, data: { do: act, key: act, ...more.data } });
const tag = (words, tone = "warn") => make("span", { className: `c-tag c-tag--${tone}`, textContent: words });

export function draw(element, view) {
  const held = document.activeElement?.closest?.("[data-key]")?.dataset.key;
  const inside = element.contains(document.activeElement);
  const wanted = element.cloneNode(false);
  wanted.append(...parts(view).flat(9).filter(Boolean));
  morph(element, wanted);
  if (!inside || element.contains(document.activeElement)) return;
  const again = element.querySelector(`[data-key="${CSS.escape(held ?? "")}"]`);
  (again ?? document.getElementById("desk-room")).focus({ preventScroll: true });
}

function parts(view) {
  return [outbox(view), quorum(view), chairless(view), here(view), away(view), declared(view), others(view), acts(view)];
}

// What waits, what was refused, and what was done last.
function outbox({ room }) {
  const { waiting, refused, away } = room.outbox;
  const going = waiting.filter((act) => !act.sentence);
  const many = going.length > 1 ? `${going.length} acts wait` : "One act waits";
  return [
    refused.map((act) =>
      make(
        "div",
        { className: "c-aside c-refused", aria: { role: "group", label: "Not done" }, data: { key: `refused-${act.act}` } },
        make("p", {}, make("b", { textContent: "Not done: " }), act.words),
        make("p", { textContent: act.sentence }),
        make("p", {}, link("Try again", `again ${act.act}`), " ", link("Leave it out", `leave ${act.act}`)),
      ),
    ),
    going.length > 0 &&
      away &&
      make(
        "details",
        { className: "c-waiting", data: { key: "waiting" } },
        make("summary", { textContent: `${many} on this computer` }),
        make("ol", {}, ...going.map((act) => make("li", { textContent: act.words }))),
      ),
    room.last?.words &&
      make("p", { className: "c-room__last", data: { key: "last" } }, room.last.words, " ", room.last.canUndo ? link("Undo", "undo", { aria: { label: "Undo the last act" } }) : ""),
  ];
}

function quorum({ room, at: { quorum: now } }) {
  const meter = make("progress", { max: now.voting, value: now.filled, textContent: `${now.filled} of ${now.voting}`, aria: { label: "Voting seats filled" } });
  return [
    room.lost && make("p", { className: "c-room__lost", textContent: room.lost, data: { key: "lost" } }),
    heading(now.heading),
    now.voting > 0 && make("div", { className: `c-meter${now.met === false ? " c-meter--short" : ""}` }, meter),
    now.sentence && make("p", { className: "c-meta", textContent: now.sentence }),
    now.met === false && make("p", { className: "c-meta", textContent: "Decisions wait, or are recorded as subject to ratification." }),
  ];
}

// Nobody presides, though people are here: the next by office is offered, and anybody can be chosen.
function chairless({ room, state, at }) {
  const rows = state.rows.filter((row) => at.here.includes(row.pk));
  if (at.presiding.length || !rows.length) return null;
  const next = ["chair", "joint_chair", "vice_chair"].map((role) => rows.find((row) => row.seat?.role === role && !row.substitute && !hasLeft(state, row, room.item))).find(Boolean);
  const words = room.item ? "Nobody is in the chair for this item." : "Nobody is in the chair.";
  const offered = next ? link(`${called(next)} takes it`, `chair ${next.pk}`) : "";
  return make("p", { className: "c-room__chairless", data: { key: "chairless" } }, words, " ", offered, next ? " " : "", link(next ? "Somebody else" : "Choose who", "choose"));
}

const hasLeft = (state, row, item) => state.declared.some((one) => one.attendance === row.pk && one.consequence === "chair_vacated" && (!one.items.length || one.items.includes(item)));

function here(view) {
  const { state, at, room } = view;
  const rows = state.rows.filter((row) => at.here.includes(row.pk));
  if (rows.length) return [heading(room.number ? `In the room at ${room.number}` : "In the room", rows.length), rows.map((row) => who(view, row))];
  const take = make("a", { href: "#desk-attendance", textContent: "Take attendance", data: { opens: "desk-attendance" } });
  return [heading("In the room"), make("p", { className: "c-meta" }, "Nobody is marked as present yet. ", take)];
}

function away(view) {
  const { state, at } = view;
  const rows = state.rows.filter((row) => at.away[row.pk]);
  return rows.length > 0 && [heading("Not in the room", rows.length), rows.map((row) => who(view, row, at.away[row.pk]))];
}

function who({ state, at }, row, why = "") {
  const stood = row.stands_for && state.rows.find((other) => other.pk === row.stands_for);
  const also = (row.also_for ?? []).map((pk) => state.rows.find((other) => other.pk === pk)?.name).filter(Boolean);
  const said = [
    row.about,
    row.substitute && `for ${row.name}`,
    stood && `beside, for ${stood.name}`,
    also.length && `also for ${also.join(", ")}`,
    at.presiding.includes(row.pk) && "in the chair",
    AS[row.capacity],
    row.remote && "by video",
  ];
  const name = make("span", {}, called(row), make("small", { textContent: said.filter(Boolean).join(" · ") }), why && make("small", { className: "c-who__why", textContent: why }));
  return make(
    "button",
    { type: "button", className: "c-who", data: { do: `person ${row.pk}`, key: `person ${row.pk}` } },
    make("b", { textContent: (row.substitute ? row.substitute_initials : row.initials) || "" }),
    name,
    state.waiting.has(row.pk) ? tag("waiting", "brand") : "",
  );
}

// Interests declared in the open item, and those that employment suggests.
function declared({ room, state }) {
  if (!room.item) return null;
  const named = (pk) => called(state.rows.find((row) => row.pk === pk) ?? { name: "Somebody", substitute: "" });
  const found = state.declared.filter((one) => !one.items.length || one.items.includes(room.item));
  const proposed = (state.proposed ?? []).filter((one) => one.item === room.item);
  return [
    found.length > 0 && [heading("Declared for this item", found.length), found.map((one) => make("p", { data: { key: `declared-${one.pk}` } }, make("b", { textContent: named(one.attendance) }), `: ${one.sentence}`))],
    proposed.length > 0 && heading("An interest to declare?"),
    proposed.map((one) => {
      const about = `${one.attendance} ${one.item}`;
      return make(
        "div",
        { className: "c-proposal c-proposal--interest", data: { key: `proposed-${about}` } },
        make("p", {}, make("b", { textContent: named(one.attendance) }), `: ${one.sentence}`),
        make("p", {}, link("Declared", `declared ${about}`), " ", link("Not an interest", `aside ${about}`)),
      );
    }),
  ];
}

function others({ state }) {
  const found = LISTS.map(([words, belongs]) => [words, state.rows.filter(belongs)]).filter(([, rows]) => rows.length);
  return found.map(([words, rows]) => [
    heading(words, rows.length),
    make("p", { className: "c-room__others" }, ...rows.flatMap((row, place) => [place ? " " : "", other(state, row, place < rows.length - 1)])),
  ]);
}

const other = (state, row, more) => make("span", { data: { key: `other-${row.pk}` } }, link(row.name, `person ${row.pk}`), state.waiting.has(row.pk) ? " (waiting)" : "", more ? "," : "");

function acts({ state }) {
  const count = state.public;
  return [
    heading("Others"),
    make("p", { className: "c-meta", textContent: count == null ? "The public is not counted." : `Members of the public: ${count}` }),
    make("p", { className: "c-room__acts" }, link("Somebody comes or goes", "move"), " ", link("Interest declared", "declare"), " ", link("In attendance", "somebody"), " ", link("Count the public", "public")),
  ];
}

// Closed minutes take nothing more, but what was done and never arrived is told, so that it is not lost unseen.
export function showKeptActs(store, element) {
  for (const { key, entry } of store.take("acts")) {
    const words = (entry.acts ?? []).map((act) => make("li", { textContent: act.words || "Something done in the room." }));
    const told = make("p", { textContent: "Done on this computer and not in the record, which is closed:" });
    const aside = make("div", { className: "c-aside c-refused" }, told, make("ul", {}, ...words));
    const away = link("Leave it out", "");
    away.addEventListener("click", () => {
      store.drop(key);
      aside.remove();
    });
    aside.append(away);
    element.prepend(aside);
  }
}
