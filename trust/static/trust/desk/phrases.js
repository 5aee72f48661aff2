// Standard phrases: a few letters and Tab put one in, and Tab goes through its blanks; or they are chosen from a list.
// A blank that is passed over stays as it is, "[post]", and the check before circulating finds it.

import { make, newId, read } from "./page.js";

const BLANK = /\[[^[\]\n]{1,40}\](?!\()/g;
const LETTERS = /(^|[\s(“"])([a-z0-9]{2,12})$/i;

const blanks = (text) => [...text.matchAll(BLANK)].map((found) => ({ start: found.index, end: found.index + found[0].length }));

class Phrases {
  constructor(desk, phrases) {
    Object.assign(this, { desk, phrases, stepping: new WeakSet(), at: null, chosen: 0, shown: [] });
    this.byLetters = new Map(phrases.map((phrase) => [phrase.letters, phrase]));
    this.dialog = document.getElementById("desk-phrases");
    this.find = document.getElementById("desk-phrases-find");
    this.list = document.getElementById("desk-phrases-list");
    this.listen();
  }

  listen() {
    document.addEventListener("keydown", (event) => this.pressed(event), true);
    this.find.addEventListener("input", () => this.show());
    this.find.addEventListener("keydown", (event) => {
      const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!by && event.key !== "Enter") return;
      event.preventDefault();
      if (by) this.mark((this.chosen + by + this.shown.length) % this.shown.length);
      else this.choose(this.shown[this.chosen]);
    });
    this.dialog.addEventListener("close", () => this.at?.block.text.focus());
  }

  pressed(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const block = this.desk.item?.blocks.find(({ text }) => text === event.target);
    if (!block) return;
    if (event.key === "Escape") this.stepping.delete(block);
    if (event.key !== "Tab") return;
    if (!(event.shiftKey ? this.back(block) : this.expand(block) || this.onward(block))) return;
    event.preventDefault();
    event.stopPropagation();
  }

  expand(block) {
    const { value, selectionStart: caret, selectionEnd } = block.text;
    const found = caret === selectionEnd && value.slice(0, caret).match(LETTERS);
    const phrase = found && this.byLetters.get(found[2].toLowerCase());
    if (!phrase) return false;
    this.put(block, phrase.text, caret - found[2].length, caret);
    return true;
  }

  // The first blank is selected, so that what is typed next fills it.
  put(block, phrase, from, to) {
    this.desk.item.past.mark(); // undo comes back to the letters
    const { value } = block.text;
    const text = value.slice(0, from) + phrase + value.slice(to);
    const [first] = blanks(phrase);
    const end = from + phrase.length;
    block.edit({ text, start: first ? from + first.start : end, end: first ? from + first.end : end });
    if (first) this.stepping.add(block);
  }

  onward(block) {
    if (!this.stepping.has(block)) return false;
    const { text } = block;
    const next = blanks(text.value).find(({ start }) => start >= text.selectionEnd);
    const end = text.value.length;
    if (!next) this.stepping.delete(block);
    if (!next && text.selectionEnd === end && text.selectionStart === end) return false;
    text.setSelectionRange(next?.start ?? end, next?.end ?? end);
    return true;
  }

  back(block) {
    if (!this.stepping.has(block)) return false;
    const before = blanks(block.text.value).findLast(({ end }) => end <= block.text.selectionStart);
    if (before) block.text.setSelectionRange(before.start, before.end);
    return Boolean(before);
  }

  open() {
    const item = this.desk.item;
    if (!item) return;
    const block = item.writing() ?? item.blocks.at(-1);
    this.at = { block, start: block.text.selectionStart, end: block.text.selectionEnd };
    this.find.value = "";
    this.show();
    this.dialog.showModal();
    this.find.focus();
  }

  show() {
    const sought = this.find.value.trim().toLowerCase();
    const holds = ({ letters, text }) => letters.startsWith(sought) || text.toLowerCase().includes(sought);
    this.shown = this.phrases.filter(holds);
    this.list.replaceChildren(...this.shown.map((phrase) => this.option(phrase)));
    this.dialog.querySelector("[data-phrases-none]").hidden = this.shown.length > 0 || this.phrases.length === 0;
    this.dialog.querySelector("[data-phrases-empty]").hidden = this.phrases.length > 0;
    this.mark(0);
  }

  option(phrase) {
    const row = make("li", { id: newId("phrase"), aria: { role: "option" } }, make("kbd", { textContent: phrase.letters }), make("span", { textContent: phrase.text }), make("small", { textContent: phrase.whose }));
    row.addEventListener("click", () => this.choose(phrase));
    return row;
  }

  mark(place) {
    this.chosen = place;
    [...this.list.children].forEach((row, at) => row.setAttribute("aria-selected", String(at === place)));
    const row = this.list.children[place];
    if (row) this.find.setAttribute("aria-activedescendant", row.id);
    else this.find.removeAttribute("aria-activedescendant");
    row?.scrollIntoView({ block: "nearest" });
  }

  choose(phrase) {
    if (!phrase) return;
    this.dialog.close();
    const { block, start, end } = this.at;
    const { value } = block.text;
    const space = start > 0 && /\S/.test(value[start - 1]) ? " " : "";
    this.put(block, space + phrase.text, start, end);
  }
}

export function beginPhrases(desk) {
  desk.phrases = new Phrases(desk, read("desk-offered").phrases);
}
