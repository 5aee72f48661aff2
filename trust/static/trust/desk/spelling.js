// Names spelt nearly right: asked about under their block, put right by one key or click, never by themselves.

import { Names, instead } from "./nearly.js";
import { button, make, read } from "./page.js";

const PAUSE = 500; // ms without a change, before names are looked at
const MOST = 3; // questions under one block

class Spelling {
  constructor(desk, words) {
    Object.assign(this, { desk, timer: 0, lines: new Map(), place: `concordat-words-left:${desk.root.dataset.desk}` });
    const here = desk.people.here.flatMap(({ name }) => name.split(/[\s-]+/));
    this.names = new Names([...words, ...here]);
    this.left = new Set(this.kept());
    for (const what of ["opened", "changed"]) desk.addEventListener(what, ({ detail }) => detail && this.later(detail));
  }

  kept() {
    try {
      return JSON.parse(localStorage.getItem(this.place)) ?? [];
    } catch {
      return [];
    }
  }

  later(item) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(item), PAUSE);
  }

  look(item) {
    const meeting = [...this.desk.items.values()].flatMap(({ blocks }) => blocks.map(({ text }) => text.value)).join("\n");
    for (const [block, line] of this.lines) if (!block.element.isConnected) this.lines.delete(block) && line.remove();
    for (const block of item.blocks) {
      const slips = this.names.slips(block.text.value, meeting).filter(([word]) => !this.left.has(word));
      this.show(block, slips.slice(0, MOST));
    }
  }

  show(block, slips) {
    const line = this.lines.get(block) ?? make("div", { className: "c-spelt", aria: { live: "polite" } });
    const said = JSON.stringify(slips);
    if (line.dataset.said === said || (slips.length === 0 && !line.isConnected)) return;
    line.dataset.said = said;
    line.replaceChildren(...slips.map(([word, names]) => this.question(block, word, names)));
    line.slips = slips;
    this.lines.set(block, line);
    if (!line.isConnected) block.text.after(line);
    line.hidden = slips.length === 0;
  }

  question(block, word, names) {
    const link = { className: "c-as-link" };
    const choices = names.flatMap((name, place) => [place ? " or " : "", button(name, () => this.putRight(block, word, name), link)]);
    return make("p", {}, `“${word}”: did you mean `, ...choices, "? ", button("Leave it", () => this.leave(word, block), { ...link, ariaLabel: `Leave ${word} as it is` }));
  }

  putRight(block, word, name) {
    const { value, selectionStart } = block.text;
    const caret = instead(value.slice(0, selectionStart), word, name).length;
    block.edit({ text: instead(value, word, name), start: caret, end: caret });
    this.look(this.desk.item);
  }

  // Remembered for this meeting on this computer.
  leave(word, block) {
    this.left.add(word);
    try {
      localStorage.setItem(this.place, JSON.stringify([...this.left]));
    } catch {
      // A full store forgets it with the page.
    }
    this.look(this.desk.item);
    block.text.focus();
  }

  // The key: the first question of the block being written, or of the item.
  first() {
    const item = this.desk.item;
    const [block, line] = [item?.writing(), ...(item?.blocks ?? [])].map((one) => [one, this.lines.get(one)]).find(([, shown]) => shown?.slips.length) ?? [];
    if (!line) return this.desk.item?.say("No name is spelt nearly right here.");
    const [word, names] = line.slips[0];
    if (names.length === 1) this.putRight(block, word, names[0]);
    else line.querySelector("button").focus();
  }
}

export function beginSpelling(desk) {
  desk.spelling = new Spelling(desk, read("desk-offered").words);
}
