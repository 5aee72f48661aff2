// One typed block on the screen: its kind in the margin, its text, and what its kind has besides.

import { ActionLine } from "./line.js";
import { button, grow, make } from "./page.js";
import { atBeginning, entered, pointed, shifted, taken } from "./points.js";
import { Hearing } from "./spoken.js";
import { uuid } from "./store.js";

const HINTS = {
  discussion: "Write, or begin a line with /dec, /act or /noted",
  noted: "What was noted; begin a line with - for points",
  decision: "What was decided",
  action: "As it is spoken: JL to write to the school by Friday",
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
    this.hearing = new Hearing(this.text, this.line, {
      isAction: () => this.kind === "action",
      changed: () => told.changed(this),
      next: () => told.next(this),
    });
    this.said = make("p", { className: "c-block__said", hidden: true, aria: { role: "alert" } });
    const body = make("div", { className: "c-block__text" }, this.decided, this.text, this.hearing.element, this.line.element, this.said, this.acts());
    this.element = make("div", { data: { key: this.key } }, make("div", { className: "c-block__label" }, this.kindField), body);
    this.dress();
    this.listen();
  }

  // Everything somebody can write in, by name.
  get fields() {
    const { text, kindField: kind, decisionField: decided, was, now, ratify, line } = this;
    return { text, kind, decided, was, now, ratify, who: line.who, when: line.when };
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

  decision({ kind = "agreed", amended_from: was = "", amended_to: now = "", ratify = false }) {
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
    this.how = act("How it was decided", () => this.element.dispatchEvent(new CustomEvent("how", { bubbles: true })));
    return make("div", { className: "c-block__acts", aria: { role: "group", label: "This block" } }, this.how, up, down, away);
  }

  // Show what the kind has, and say which kind it is to those who do not see the margin.
  dress() {
    this.element.className = `c-block c-block--${this.kind}`;
    this.decided.hidden = this.how.hidden = this.kind !== "decision";
    this.line.element.hidden = this.kind !== "action";
    this.amended.hidden = this.decisionField.value !== "amended" && !this.was.value && !this.now.value;
    this.ratified.hidden = !this.ratify.checked && !this.house.isShort();
    this.dressed = this.kind;
    const named = this.house.kinds[this.kind];
    this.text.setAttribute("aria-label", `${named}, ${this.house.item}`);
    this.text.placeholder = HINTS[this.kind] ?? "";
  }

  listen() {
    const changed = () => this.told.changed(this);
    this.text.addEventListener("input", (event) => {
      grow(this.text);
      if (!event.isComposing && event.inputType?.startsWith("insert") && this.told.asks(this)) return;
      this.hearing.heard();
      changed();
    });
    // What a keyboard is still composing is its own until it is done.
    this.text.addEventListener("compositionend", () => this.told.asks(this));
    for (const field of [this.was, this.now]) field.addEventListener("input", changed);
    this.kindField.addEventListener("change", () => {
      this.retype(this.kind);
      changed();
    });
    for (const field of [this.decisionField, this.ratify]) {
      field.addEventListener("change", () => {
        this.dress();
        this.hearing.heard();
        changed();
      });
    }
    this.text.addEventListener("keydown", (event) => this.pressed(event));
  }

  // Backspace in an empty block takes it away. In points Enter goes on, and Tab at the beginning of one sets it in; where
  // it cannot go further in, anywhere else, and after Escape, Tab leaves the text as everywhere.
  pressed(event) {
    const { text } = this;
    const leaving = this.leaving && event.key === "Tab";
    if (!["Shift", "Tab"].includes(event.key) || leaving) this.leaving = event.key === "Escape";
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.isComposing || leaving) return;
    if (event.key === "Backspace" && text.value === "" && this.line.isEmpty) {
      event.preventDefault();
      if (!event.repeat) this.told.drop(this);
      return;
    }
    const made = this.pointed(event);
    if (!made) return;
    event.preventDefault();
    this.edit(made);
  }

  pointed({ key, shiftKey }) {
    const { value, selectionStart: caret, selectionEnd } = this.text;
    if (caret !== selectionEnd) return null;
    if (key === "Enter" && !shiftKey) return entered(value, caret, { leads: this.kind === "noted" });
    if (key === "Backspace") return taken(value, caret);
    if (key === "Tab" && atBeginning(value, caret)) return shifted(value, caret, shiftKey ? -1 : 1);
    return null;
  }

  // Put a text and its selection in, as one step: {text, start, end}, or null for none.
  edit(made) {
    if (!made) return;
    this.text.value = made.text;
    grow(this.text);
    this.text.focus();
    this.text.setSelectionRange(made.start, made.end);
    this.hearing.heard();
    this.told.changed(this);
  }

  points(sign) {
    const { value, selectionStart, selectionEnd } = this.text;
    this.edit(pointed(value, selectionStart, selectionEnd, sign));
  }

  shift(by) {
    this.edit(shifted(this.text.value, this.text.selectionStart, by));
  }

  // What is written stays; what belongs to another kind is hidden until the block is of that kind again.
  retype(kind, decision) {
    if (kind === "decision" && this.dressed !== "decision" && this.house.isShort()) this.ratify.checked = true;
    this.kindField.value = kind;
    if (decision) this.decisionField.value = decision;
    this.dress();
    this.hearing.heard();
  }

  // All that is on the screen of it, hidden or not; put() shows such a state again.
  state() {
    const { key, kind, known, text } = this;
    const decision = { kind: this.decisionField.value, amended_from: this.was.value, amended_to: this.now.value, ratify: this.ratify.checked };
    return { key, kind, known, text: text.value, decision, action: this.line.read() };
  }

  // The same as a step of undoing, of which what the server knows is no part.
  step() {
    const { known, ...step } = this.state();
    return step;
  }

  put({ kind, text = "", known, decision, action, recognised }) {
    this.known = Boolean(known ?? this.known);
    if (this.text.value !== text) this.text.value = text;
    this.kindField.value = kind;
    if (decision) {
      Object.assign(this.was, { value: decision.amended_from ?? "" });
      Object.assign(this.now, { value: decision.amended_to ?? "" });
      this.decisionField.value = decision.kind || "agreed";
      this.ratify.checked = Boolean(decision.ratify);
    }
    if (action) this.line.write(action);
    if (recognised) this.recognised(recognised);
    this.dress();
    grow(this.text);
    return this;
  }

  // As it is sent.
  read() {
    const { key, kind, text, decision, action } = this.state();
    return { key, kind, text, ...(kind === "decision" && { decision }), ...(kind === "action" && { action }) };
  }

  // How the server read the action line.
  recognised(read) {
    this.line.recognised(read);
  }

  // What is recorded is read here and not written in.
  hold(isHeld) {
    for (const field of [this.text, this.was, this.now]) field.readOnly = isHeld;
    for (const field of [this.kindField, this.decisionField, this.ratify]) field.disabled = isHeld;
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
