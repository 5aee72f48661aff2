// An action as it is spoken, "JL to query the report card by 7 Feb": read by the server while it is typed, and shown as a
// proposal under the line. Nothing moves without a key: Enter accepts and goes on, Tab accepts and goes to Who by,
// Escape leaves it as typed. While the server cannot be asked, the words stand as typed and are read when it is back.

import { button, grow, make } from "./page.js";
import { token } from "./asking.js";

const PAUSE = 160; // ms after the last key
const AGAIN = 4000; // ms until the server is asked again
const PATIENCE = 10000;

const letters = (words) => words.replace(/[^\p{L}]/gu, "");

const waiting = new Set();
let again = 0;

function hope() {
  clearTimeout(again);
  const held = [...waiting];
  waiting.clear();
  for (const hearing of held) if (hearing.text.isConnected) hearing.ask();
}

function hopeLater(hearing) {
  waiting.add(hearing);
  clearTimeout(again);
  again = setTimeout(hope, AGAIN);
}

addEventListener("online", hope);

export class Hearing {
  // text: the block's own; line: its action line; told: {isAction(), changed(), next()}
  constructor(text, line, told) {
    Object.assign(this, { text, line, told, read: null, timer: 0, wanted: null, left: null, asking: null });
    this.words = make("p", { className: "c-heard__words", aria: { live: "polite" } });
    this.flags = make("div", { className: "c-flags" });
    const act = (keys, words, what) => {
      const made = button(` ${words}`, what, { className: "c-heard__act", tabIndex: -1 });
      made.prepend(make("kbd", { textContent: keys }));
      return made;
    };
    this.acts = make(
      "p",
      { className: "c-heard__acts" },
      act("Enter", "Accept", () => this.accept(true)),
      act("Tab", "Accept and correct", () => this.correct()),
      act("Esc", "Leave as typed", () => this.leave()),
    );
    this.element = make("div", { className: "c-heard", hidden: true, aria: { role: "group", label: "How this line was read" } }, this.words, this.flags, this.acts);
    this.listen();
  }

  listen() {
    this.text.addEventListener("focus", () => this.heard());
    this.text.addEventListener("keydown", (event) => {
      if (!this.told.isAction() || event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
      if (event.key === "Enter" && this.isPoint) return;
      const act = { Enter: () => this.accept(true), Tab: () => this.correct(), Escape: () => this.leave() }[event.key];
      if (act?.() === true) event.preventDefault();
    });
  }

  // In a list inside the action Enter begins the next point.
  get isPoint() {
    const before = this.text.value.slice(0, this.text.selectionStart);
    return /(^|\n)[ \t]*([-*+]|\d+[.)]|\(\w{1,5}\))[ \t][^\n]*$/.test(before);
  }

  get isRead() {
    return this.read?.typed === this.text.value;
  }

  // What was read of the text as it now stands, where the line has room for it.
  get proposal() {
    if (!this.isRead || this.left === this.text.value) return null;
    const { who, when, flags } = this.read;
    const { who: hasWho, when: hasWhen } = this.line.read();
    if ((who && hasWho) || (when && hasWhen)) return null;
    return who || when || flags.length ? this.read : null;
  }

  get mayBeSpoken() {
    const { who, when } = this.line.read();
    return this.told.isAction() && this.text.value.trim().length > 4 && !(who && when);
  }

  heard() {
    clearTimeout(this.timer);
    if (this.mayBeSpoken && !this.isRead) this.timer = setTimeout(() => this.ask(), PAUSE);
    else this.show();
  }

  async ask() {
    clearTimeout(this.timer);
    if (!this.mayBeSpoken) return this.show();
    const typed = this.text.value;
    this.asking?.abort();
    const asking = (this.asking = new AbortController());
    try {
      const answer = await this.post(typed, AbortSignal.any([asking.signal, AbortSignal.timeout(PATIENCE)]));
      if (answer && typed === this.text.value) this.answered(typed, answer);
    } catch {
      if (!asking.signal.aborted) hopeLater(this);
    }
  }

  async post(text, signal) {
    const address = document.querySelector("[data-read-line]").dataset.readLine;
    const headers = { "Content-Type": "application/json", Accept: "application/json", "X-CSRFToken": token() };
    const response = await fetch(address, { method: "POST", body: JSON.stringify({ text }), credentials: "same-origin", redirect: "manual", signal, headers });
    if (response.ok) return response.json();
    if ([403, 404, 413, 422].includes(response.status)) return null;
    throw new Error("The server is away, or asks to sign in.");
  }

  answered(typed, answer) {
    this.read = { ...answer, typed };
    const { wanted } = this;
    this.wanted = null;
    if (wanted?.typed !== typed) return this.show();
    if (wanted.what === "accept") this.accept(false);
    else if (this.line.isEmpty) this.correct();
    this.show();
  }

  show() {
    const read = this.told.isAction() ? this.proposal : null;
    this.element.hidden = !read;
    if (!read) return;
    const named = read.who_read && letters(read.who_read) !== letters(read.who) ? `${read.who} · ${read.who_read}` : read.who;
    const parts = [named, read.text, read.when_read].filter(Boolean);
    const words = read.who || read.when ? parts.join(" — ") : "";
    if (this.words.textContent !== words) this.words.textContent = words;
    this.words.hidden = !words;
    this.acts.firstElementChild.hidden = this.acts.children[1].hidden = !words;
    this.flags.replaceChildren(...read.flags.map((flag) => make("p", { className: "c-flag", textContent: flag })));
    this.element.classList.toggle("c-heard--unsure", read.unsure);
  }

  // Enter: what was read moves to the line, and writing goes on. Typed faster than it is read, it moves when it is read.
  accept(onward) {
    const taken = this.take();
    if (!taken && this.mayBeSpoken && !this.isRead) this.want("accept");
    if (onward) this.told.next();
    if (taken) this.told.changed(); // one step, the next block with it
    return true;
  }

  // Tab: the same, and on to Who by. Where nothing was read, Tab goes there by itself.
  correct() {
    const { flags = [] } = this.proposal ?? {};
    if (!this.take()) {
      if (this.mayBeSpoken && !this.isRead) this.want("correct");
      return false;
    }
    this.told.changed();
    this.line.ask(flags.map((flag) => flag.match(/^(.+?) (?:could be|matches nobody)/)?.[1]).find(Boolean));
    return true;
  }

  leave() {
    if (!this.proposal) return false;
    this.left = this.text.value;
    this.show();
    return true;
  }

  want(what) {
    this.wanted = { what, typed: this.text.value };
    this.ask();
  }

  take() {
    const read = this.proposal;
    if (!read || !(read.who || read.when)) return false;
    const { who, when } = this.line.read();
    this.text.value = read.text;
    grow(this.text);
    this.line.write({ who: read.who || who, when: read.when || when });
    this.show();
    this.line.recognised({ who: read.who_read, when: read.when_read, flags: read.flags });
    return true;
  }
}
