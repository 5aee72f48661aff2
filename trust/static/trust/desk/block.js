// One typed block on the screen: its kind in the margin, its text, and what its kind has besides.

import { ActionLine } from "./line.js";
import { button, grow, make } from "./page.js";
import { uuid } from "./store.js";

const HINTS = {
  discussion: "Write, or begin a line with /dec, /act or /noted",
  noted: "What was noted, a point to a line",
  decision: "What was decided",
  action: "What is to be done",
  declaration: "Who declared what",
  vote: "How the vote went",
  note: "A note added after the meeting",
};

export class Block {
  // told: {changed(block), asks(block), drop(block), move(block, by), next(block)}; house: {kinds, decisions, people}
  constructor(data, house, told) {
    Object.assign(this, { key: data.key ?? uuid(), house, told, known: Boolean(data.known) });
    this.text = make("textarea", { className: "c-write", rows: 1, value: data.text ?? "", spellcheck: true, lang: "en-GB" });
    this.kindField = this.choice("c-block__kind", house.kinds, data.kind, "Kind of block");
    this.decided = this.decision(data.decision ?? {});
    this.line = new ActionLine(data.action ?? {}, house, { changed: () => told.changed(this), next: () => told.next(this) });
    this.said = make("p", { className: "c-block__said", hidden: true, aria: { role: "alert" } });
    const body = make("div", { className: "c-block__text" }, this.decided, this.text, this.line.element, this.said, this.acts());
    this.element = make("div", { data: { key: this.key } }, make("div", { className: "c-block__label" }, this.kindField), body);
    this.dress();
    this.listen();
  }

  get kind() {
    return this.kindField.value;
  }

  choice(className, options, value, label) {
    const field = make("select", { className, aria: { label } });
    field.append(...Object.entries(options).map(([key, words]) => make("option", { value: key, textContent: words })));
    field.value = value ?? field.options[0].value;
    return field;
  }

  decision({ kind = "agreed", amended_from: was = "", amended_to: now = "", ratify = this.house.isShort?.() ?? false }) {
    this.decisionField = this.choice("c-block__decided", this.house.decisions, kind, "Kind of decision");
    this.was = make("input", { className: "c-line", value: was, spellcheck: true });
    this.now = make("input", { className: "c-line", value: now, spellcheck: true });
    this.amended = make("span", { className: "c-amended" }, make("label", {}, "instead of ", this.was), make("label", {}, "now ", this.now));
    this.ratify = make("input", { type: "checkbox", checked: ratify });
    this.ratified = make("label", { className: "c-ratify" }, this.ratify, " Subject to ratification");
    return make("div", { className: "c-decided" }, this.decisionField, this.amended, this.ratified);
  }

  acts() {
    const act = (words, what) => button(words, what, { className: "c-as-link" });
    const up = act("Up", () => this.told.move(this, -1));
    const down = act("Down", () => this.told.move(this, 1));
    const away = act("Delete", () => this.told.drop(this));
    return make("div", { className: "c-block__acts", aria: { role: "group", label: "This block" } }, up, down, away);
  }

  // Show what the kind has, and say which kind it is to those who do not see the margin.
  dress() {
    this.element.className = `c-block c-block--${this.kind}`;
    this.decided.hidden = this.kind !== "decision";
    this.line.element.hidden = this.kind !== "action";
    this.amended.hidden = this.decisionField.value !== "amended" && !this.was.value && !this.now.value;
    this.ratified.hidden = !this.ratify.checked && !this.house.isShort?.();
    const named = this.house.kinds[this.kind];
    this.text.setAttribute("aria-label", `${named}, ${this.house.item}`);
    this.text.placeholder = HINTS[this.kind] ?? "";
  }

  listen() {
    const changed = () => this.told.changed(this);
    this.text.addEventListener("input", (event) => {
      grow(this.text);
      if (event.inputType !== "historyUndo" && this.told.asks(this)) return;
      if (this.kind === "action") this.line.heard(this.text.value);
      changed();
    });
    for (const field of [this.was, this.now]) field.addEventListener("input", changed);
    for (const field of [this.kindField, this.decisionField, this.ratify]) {
      field.addEventListener("change", () => {
        this.dress();
        changed();
      });
    }
    this.text.addEventListener("keydown", (event) => {
      const empty = event.key === "Backspace" && this.text.value === "" && this.line.isEmpty;
      if (!empty || event.repeat) return;
      event.preventDefault();
      this.told.drop(this);
    });
  }

  retype(kind, decision) {
    this.kindField.value = kind;
    if (decision) this.decisionField.value = decision;
    this.dress();
  }

  read() {
    const block = { key: this.key, kind: this.kind, text: this.text.value };
    if (block.kind === "decision") {
      block.decision = { kind: this.decisionField.value, amended_from: this.was.value, amended_to: this.now.value, ratify: this.ratify.checked };
    }
    if (block.kind === "action") block.action = this.line.read();
    return block;
  }

  // How the server read the action line.
  recognised(read) {
    this.line.recognised(read);
  }

  refused(sentence) {
    this.said.textContent = sentence;
    this.said.hidden = !sentence;
  }

  focus() {
    this.text.focus();
    this.text.setSelectionRange(this.text.value.length, this.text.value.length);
  }
}
