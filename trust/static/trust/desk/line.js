// The action line of a block: who by and when by in the clerk's words, how the server read them, and what it would not guess.

import { make, newId } from "./page.js";
import { complete } from "./people.js";

export class ActionLine {
  // told: {changed(), next()}
  constructor({ who = "", when = "" }, house, told) {
    Object.assign(this, { house, told });
    this.who = make("input", { className: "c-line", value: who, id: newId("who"), spellcheck: false });
    this.when = make("input", { className: "c-line", value: when, id: newId("when"), spellcheck: false });
    this.when.setAttribute("list", "desk-dues");
    this.whoRead = make("span", { className: "c-read" });
    this.whenRead = make("span", { className: "c-read" });
    this.flags = make("div", { className: "c-flags" });
    const choices = complete(this.who, house.people, () => told.changed());
    const by = (field, words) => make("label", { htmlFor: field.id, textContent: words });
    const first = make("div", { className: "c-owed" }, by(this.who, "Who by"), this.who, this.whoRead, choices);
    const second = make("div", { className: "c-owed" }, by(this.when, "When by"), this.when, this.whenRead);
    this.element = make("div", { className: "c-proposal c-proposal--lines" }, first, second, this.flags);
    this.listen();
  }

  get isEmpty() {
    return !this.who.value && !this.when.value;
  }

  listen() {
    const onward = (to) => (event) => {
      if (event.key !== "Enter" || event.ctrlKey || event.altKey || event.isComposing) return;
      event.preventDefault();
      to();
    };
    for (const field of [this.who, this.when]) field.addEventListener("input", () => this.told.changed());
    this.who.addEventListener("keydown", onward(() => this.when.focus()));
    this.when.addEventListener("keydown", onward(() => this.told.next()));
  }

  // On to Who by: to words that fit nobody or two, with the people they may mean; otherwise all of it, to be typed over.
  ask(unsure = "") {
    const { who } = this;
    who.focus();
    const end = unsure && who.value.includes(unsure) ? who.value.indexOf(unsure) + unsure.length : 0;
    who.setSelectionRange(end, end || who.value.length);
    if (end) who.dispatchEvent(new Event("input", { bubbles: true }));
  }

  read() {
    return { who: this.who.value, when: this.when.value };
  }

  write({ who = "", when = "" } = {}) {
    Object.assign(this.who, { value: who });
    Object.assign(this.when, { value: when });
  }

  // How the server read the line; flags are what it would not guess.
  recognised({ who = "", when = "", flags = [] } = {}) {
    this.whoRead.textContent = who;
    this.whenRead.textContent = when;
    this.flags.replaceChildren(...flags.map((flag) => make("p", { className: "c-flag", textContent: flag })));
    this.element.classList.toggle("c-proposal--unknown", flags.length > 0);
  }
}
