// Whom something concerns, found by initials or name: "JL", Enter. What Enter does depends on what was asked for; every
// other deed of the person is a button below. The same window opens on a click on somebody in the room.

import * as asks from "./asks.js";
import { deeds, preside } from "./deeds.js";
import { make } from "./page.js";
import { called } from "./roomstate.js";

const MODES = {
  move: "Who comes or goes?",
  chair: "Who takes the chair?",
  declare: "Who declares an interest?",
  substitute: "For whom does somebody sit?",
};
const MOST = 8;

const known = (pk) => (/^\d+$/.test(pk) ? Number(pk) : pk);

export class Picker {
  constructor(room) {
    this.room = room;
    this.forms = Object.fromEntries(Object.entries(asks).map(([name, ask]) => [name, (...given) => ask(room, ...given)]));
  }

  clicked(event) {
    const asked = event.target.closest("[data-do]")?.dataset.do;
    if (asked) this.act(...asked.split(" "));
  }

  act(verb, first, second) {
    const { room } = this;
    const act = () => room.outbox.waiting.find((one) => one.act === first);
    const deed = {
      undo: () => room.undo(),
      again: () => room.outbox.tryAgain(act()),
      leave: () => room.outbox.leaveOut(act()),
      move: () => this.open("move"),
      declare: () => this.open("declare"),
      choose: () => this.open("chair"),
      chair: () => preside(room, room.row(known(first))),
      somebody: () => asks.somebody(room),
      public: () => asks.publicHere(room),
      person: () => this.open("move", known(first)),
      declared: () => this.propose(known(first), Number(second), true),
      aside: () => this.propose(known(first), Number(second), false),
    }[verb];
    deed?.();
  }

  // The interest that employment suggests for the open item, taken up or set aside; the first of them by key.
  propose(attendance, item, isOne) {
    const { room } = this;
    const found = (room.state.proposed ?? []).find((one) => one.item === (item ?? room.item) && (!attendance || one.attendance === attendance));
    if (!found) return room.say("No interest is proposed for this item.");
    const row = room.row(found.attendance);
    if (isOne) return asks.put(room, row, { nature: found.nature, interest: found.interest, consequence: "none", items: [found.item] });
    return room.do("set_aside", { attendance: found.attendance, item: found.item }, { words: `${called(row)}: not an interest in this item.` });
  }

  // Opened from nowhere it asks for somebody; opened on somebody it offers what they can do.
  open(mode, pk = null) {
    const { room } = this;
    if (!room.state.rows.length) return room.say("Nobody is on the attendance list yet.");
    Object.assign(this, { mode, offered: [], at: -1 });
    this.field = make("input", { className: "govuk-input", id: "picker-field", autocomplete: "off", aria: { role: "combobox", autocomplete: "list", controls: "picker-list", expanded: "false" } });
    this.list = make("ul", { className: "c-picker__list", id: "picker-list", aria: { role: "listbox", label: "People at this meeting" } });
    this.acts = make("div", { className: "c-picker__acts", aria: { role: "group", label: "What they do" } });
    this.hint = make("p", { className: "c-meta", aria: { role: "status" } });
    const label = make("label", { className: "govuk-label", htmlFor: "picker-field", textContent: "Initials or name" });
    const row = pk && room.row(pk);
    this.dialog = asks.dialog(row ? called(row) : MODES[mode], label, this.field, this.hint, this.list, this.acts);
    this.field.addEventListener("input", () => this.search());
    this.field.addEventListener("keydown", (event) => this.key(event));
    this.list.addEventListener("click", (event) => this.pick(event.target.closest("[role=option]")));
    this.field.value = row ? called(row) : "";
    this.search(row);
    if (row) this.acts.querySelector("button")?.focus();
  }

  search(only = null) {
    const { rows } = this.room.state;
    const sought = this.field.value.trim().toLowerCase();
    const starts = (words) => (words ?? "").toLowerCase().startsWith(sought);
    const initials = (row) => (row.substitute ? row.substitute_initials : row.initials) ?? "";
    const exact = rows.filter((row) => sought && initials(row).toLowerCase() === sought);
    const others = rows.filter((row) => !exact.includes(row) && (starts(initials(row)) || [row.name, row.substitute].some((name) => starts(name) || name?.split(/[\s-]/).some(starts))));
    this.offered = only ? [only] : [...exact, ...others].slice(0, sought ? MOST : rows.length);
    const isPlain = exact.length === 1 || (!exact.length && this.offered.length === 1);
    this.at = this.offered.length && isPlain ? 0 : -1;
    this.hint.textContent = exact.length > 1 ? `${exact.length} people have these initials: choose with the arrow keys.` : this.offered.length ? "" : "Nobody here is called that.";
    this.show();
  }

  show() {
    this.list.replaceChildren(...this.offered.map((row, place) => this.option(row, place)));
    this.list.hidden = this.offered.length === 0;
    this.field.setAttribute("aria-expanded", String(this.offered.length > 0));
    const active = this.list.children[this.at];
    if (active) this.field.setAttribute("aria-activedescendant", active.id);
    else this.field.removeAttribute("aria-activedescendant");
    active?.scrollIntoView({ block: "nearest" });
    this.acts.replaceChildren(...this.buttons());
  }

  option(row, place) {
    const { at } = this.room;
    const stands = at.here.includes(row.pk) ? "here" : at.away[row.pk] || { apologies: "apologies", absent: "absent", expected: "not marked yet", present: "" }[row.status];
    const deed = this.deed(row);
    const what = deed && this.mode === "move" ? make("span", { className: "c-picker__deed", textContent: deed.words }) : "";
    const words = make("span", {}, called(row), make("small", { textContent: [row.about, stands].filter(Boolean).join(" · ") }));
    return make("li", { id: `picker-${place}`, aria: { role: "option", selected: String(place === this.at) }, data: { place } }, make("b", { textContent: (row.substitute ? row.substitute_initials : row.initials) || "" }), words, what);
  }

  buttons() {
    const row = this.offered[this.at];
    if (!row) return [];
    if (typeof row.pk === "string") return [make("p", { textContent: `${called(row)} waits on this computer. More can be done once the server knows of them.` })];
    return this.deeds(row).map((deed) => {
      const button = make("button", { type: "button", className: "c-picker__act", textContent: deed.words });
      button.addEventListener("click", () => this.do(deed));
      return button;
    });
  }

  deeds(row) {
    return deeds(this.room, row, this.forms);
  }

  deed(row) {
    return typeof row.pk === "number" ? this.deeds(row).find(({ key }) => key === this.mode || (this.mode === "chair" && key === "preside")) : null;
  }

  do(deed) {
    this.dialog.close();
    deed.act();
  }

  pick(option) {
    if (!option) return;
    this.at = Number(option.dataset.place);
    this.show();
    this.acts.querySelector("button")?.focus();
  }

  key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && this.offered.length) {
      event.preventDefault();
      this.at = (this.at + step + (this.at < 0 && step < 0 ? 1 : 0) + this.offered.length) % this.offered.length;
      this.show();
    } else if (event.key === "Enter" && !event.isComposing) {
      event.preventDefault();
      const row = this.offered[this.at];
      const deed = row && this.deed(row);
      if (deed) this.do(deed);
      else if (row) this.hint.textContent = `That cannot be done for ${called(row)} at this moment. What can is below.`;
      else if (this.offered.length) this.hint.textContent ||= "Choose with the arrow keys, then press Enter.";
    }
  }
}
