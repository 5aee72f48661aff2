// The open item: its blocks in order, what is done to them, and what the server says of them.

import { aside } from "./aside.js";
import { showBack } from "./back.js";
import { Block } from "./block.js";
import { goBack, placeIn } from "./caret.js";
import { showBoth } from "./conflict.js";
import { Gone } from "./gone.js";
import { grow } from "./page.js";
import { Saver } from "./saver.js";
import { asked } from "./typing.js";
import { Past } from "./undo.js";
import { isEmpty } from "./wording.js";

export class Item {
  constructor(section, entry, house, { store, state, changed, saved }) {
    Object.assign(this, { section, entry, house, blocks: [], gone: new Gone(this), told: { changed, saved } });
    this.holder = section.querySelector("[data-blocks]");
    this.wire = JSON.parse(section.querySelector('script[type="application/json"]').textContent);
    const told = {
      saved: (answer, sent) => this.saved(answer, sent),
      conflict: (theirs) => this.contest(theirs),
      refused: ({ sentence, key }) => this.blocks.find((block) => block.key === key)?.refused(sentence),
      state,
    };
    const { item, save } = section.dataset;
    this.name = section.querySelector("h2").textContent.trim();
    this.saver = new Saver({ item, address: save, wire: this.wire, store, read: () => this.read(), told });
    Object.assign(this.saver, { name: this.name, opens: section.id }); // for whoever tells which item is in trouble
    const shown = this.wire.blocks.map((block) => ({ ...block, ...this.spoken(block.key), known: true }));
    this.holder.replaceChildren();
    this.put(shown);
    this.resume(store, item, shown);
    const show = (blocks, place, focus) => this.goBackTo(blocks, place, focus);
    section.addEventListener("focusout", ({ target }) => (this.left = placeIn(this, target) ?? this.left));
    this.past = new Past({ section, read: () => this.blocks.map((block) => block.step()), show, place: () => placeIn(this) });
  }

  // Who and when of an action stand in the page as the actions storey printed them.
  spoken(key) {
    const line = this.holder.querySelector(`[data-key="${key}"] [data-who]`);
    if (!line) return {};
    const { who, when } = line.dataset;
    const [whoRead, whenRead] = ["who", "when"].map((part) => line.querySelector(`[data-${part}-read]`).textContent);
    const flags = [...line.querySelectorAll("[data-flag]")].map((flag) => flag.textContent.trim());
    return { action: { who, when }, recognised: { who: whoRead, when: whenRead, flags } };
  }

  // Everything this computer kept of the item from windows that are gone: the newest goes in, the rest is set aside.
  resume(store, item, shown) {
    const left = store.take(item);
    const last = left.findLast(({ entry }) => !entry.aside);
    for (const { key, entry } of left.filter((kept) => kept !== last)) {
      this.setAside(entry.blocks, entry.why ?? "Kept on this computer from earlier", () => store.drop(key));
    }
    if (!last) return;
    const blocks = this.saver.resume(last.entry, shown, this.wire);
    if (blocks) this.put(blocks);
    store.takeOver(last.key, () => this.saver.keep());
    if (this.saver.trouble?.kind === "conflict") this.contest(this.saver.trouble.theirs);
    else this.saver.flush();
    if (blocks && !this.saver.trouble && !store.isReloaded(last.key)) showBack(this, last.entry, shown);
  }

  // Show these blocks. What is on the screen of them stays there, so that whoever writes keeps caret and focus.
  put(blocks) {
    const place = placeIn(this);
    const standing = new Map(this.blocks.map((block) => [block.key, block]));
    this.blocks = blocks.map((data) => standing.get(data.key)?.put(data) ?? this.made(data));
    for (const block of standing.values()) if (!this.blocks.includes(block)) block.element.remove();
    this.gone.forget();
    let next = this.holder.firstElementChild;
    for (const { element } of this.blocks) {
      if (element === next) next = next.nextElementSibling;
      else this.holder.insertBefore(element, next);
    }
    this.offer();
    if (place && !placeIn(this)) goBack(this, place) || this.blocks.at(-1).focus();
    this.past?.came();
  }

  // Another wording in place of the one that stands, as one step.
  rewrite(blocks) {
    const { past } = this;
    this.past = null;
    this.put(blocks);
    this.past = past;
    this.changed();
  }

  // A step back or forward: the blocks as they were, and the caret where it was.
  goBackTo(blocks, place, focus) {
    const { past } = this;
    this.past = null; // what is shown now is one of its own steps
    this.put(blocks);
    this.past = past;
    if (!goBack(this, place, { focus }) && focus) this.blocks.at(-1).focus();
    this.touched();
  }

  undo(focus = true) {
    this.say(this.past.undo(focus) ? "Undone." : "Nothing of this item is left to undo.");
  }

  redo(focus = true) {
    this.say(this.past.redo(focus) ? "Done again." : "Nothing of this item is left to do again.");
  }

  say(sentence) {
    document.getElementById("status").textContent = sentence;
  }

  made(data) {
    const block = new Block(data, this.house, {
      changed: (changed) => this.changed(changed),
      asks: (asking) => this.split(asking),
      drop: (dropped) => this.drop(dropped),
      move: (moved, by) => this.move(moved, by),
      next: (from) => this.after(from),
    });
    block.recognised(data.recognised);
    return block;
  }

  // An item is never without a place to write.
  offer() {
    if (this.blocks.length === 0) this.add("discussion");
  }

  // Blocks begun and left empty are not sent; those the server knows stay until they are deleted.
  read() {
    return this.blocks.map((block) => ({ block, sent: block.read() })).filter(({ block, sent }) => block.known || !isEmpty(sent)).map(({ sent }) => sent);
  }

  changed(block) {
    block?.refused("");
    this.past.note();
    this.touched();
  }

  touched() {
    this.saver.changed();
    this.conflict?.follow();
    this.told.changed(this);
  }

  // Whether something stands here that is nowhere else yet.
  get isHeld() {
    return this.saver.unsent || this.section.querySelector(".c-aside, .c-both") !== null;
  }

  add(kind, { after = this.blocks.at(-1), text = "", decision = "", ...more } = {}) {
    const ratify = kind === "decision" && this.house.isShort();
    const chosen = typeof decision === "string" ? { kind: decision || "agreed", ratify } : decision;
    const block = this.made({ kind, text, decision: chosen, ...more });
    const place = after ? this.blocks.indexOf(after) + 1 : 0;
    this.blocks.splice(place, 0, block);
    if (after) after.element.after(block.element);
    else this.holder.prepend(block.element);
    grow(block.text);
    return block;
  }

  // A block asked for by key or button: an empty one is turned into it, otherwise it follows the one being written.
  begin(kind, decision) {
    const now = this.writing() ?? this.blocks.at(-1);
    if (now && isEmpty(now.read())) {
      now.retype(kind, decision);
      if (now.known) this.changed(now);
      else this.past.note();
      return now.focus();
    }
    this.add(kind, { after: now, decision }).focus();
    this.past.note();
  }

  writing() {
    return this.blocks.find((block) => block.element.contains(document.activeElement));
  }

  // A line that asks for another kind becomes a block of that kind; the lines around it stay what they were.
  split(block) {
    const text = block.text.value;
    const request = asked(text, block.text.selectionStart);
    if (!request) return false;
    const before = text.slice(0, request.start).trimEnd();
    const [spoken, ...rest] = text.slice(request.end).split("\n");
    const line = request.lead + spoken;
    const below = rest.join("\n").trim();
    if (below) this.add(block.kind, { after: block, text: below, decision: block.decisionField.value });
    let begun = block;
    if (before) {
      block.text.value = before;
      grow(block.text);
      begun = this.add(request.kind, { after: block, text: line, decision: request.decision });
    } else {
      block.text.value = line;
      block.retype(request.kind, request.decision);
    }
    grow(begun.text);
    begun.focus();
    this.changed(begun);
    return true;
  }

  move(block, by) {
    const from = this.blocks.indexOf(block);
    const to = from + by;
    if (to < 0 || to >= this.blocks.length) return;
    const held = document.activeElement;
    const caret = held === block.text ? [held.selectionStart, held.selectionEnd] : null;
    this.blocks.splice(from, 1);
    this.blocks.splice(to, 0, block);
    const neighbour = this.blocks[to - by].element;
    if (by < 0) neighbour.before(block.element);
    else neighbour.after(block.element);
    held.focus();
    if (caret) held.setSelectionRange(...caret);
    this.changed(block);
  }

  drop(block) {
    const place = this.blocks.indexOf(block);
    const empty = isEmpty(block.read());
    if (empty && this.blocks.length === 1) return;
    this.blocks.splice(place, 1);
    block.element.remove();
    if (!empty) this.gone.remember(block, place);
    this.offer();
    this.blocks[Math.max(0, place - 1)].focus();
    if (!empty || block.known) this.changed();
  }

  after(block) {
    const next = this.blocks[this.blocks.indexOf(block) + 1];
    (next ?? this.add("discussion", { after: block })).focus();
    this.past.note();
  }

  // Nothing is redrawn: whoever is typing keeps the caret.
  saved(answer, sent) {
    for (const block of this.blocks) {
      if (sent.some(({ key }) => key === block.key)) block.known = true;
      if (answer.blocks?.[block.key]) block.recognised(answer.blocks[block.key]);
    }
    this.lacks(answer.lacks);
    this.answer = answer;
    this.told.saved(this);
  }

  lacks(words) {
    const shown = this.entry?.querySelector("[data-lacks]");
    if (!shown || words === undefined) return;
    const done = words === "" && this.read().length > 0;
    shown.textContent = done ? "done" : words;
    shown.classList.toggle("c-desk-item__done", done);
    shown.classList.toggle("c-desk-item__begin", words === "no minute");
  }

  contest(theirs) {
    showBoth(this, theirs);
    this.entry?.classList.add("c-desk-item--contested");
  }

  settle(blocks, theirs, { unchanged = false, aside = [] } = {}) {
    this.entry?.classList.remove("c-desk-item--contested");
    const known = new Set(theirs.blocks.map((block) => block.key));
    this.put(blocks.map((block) => ({ ...block, known: known.has(block.key) })));
    for (const { blocks: left, why } of aside) this.setAside(left, why, this.saver.store.keepAside(this.saver.item, left, why));
    this.saver.settled(theirs, { unchanged });
    this.told.changed(this);
    this.blocks[0].focus();
  }

  // A wording that is not the item's, kept on this computer and in sight until the officer has done with it.
  setAside(blocks, why, forget) {
    const back = () => {
      this.putBelow(blocks);
      forget();
    };
    this.holder.before(aside(blocks, why, { "Put it back below": back, "Leave it out": forget }));
  }

  putBelow(blocks) {
    for (const { kind, text, decision, action } of blocks) this.add(kind, { text, action, decision: decision ?? "" });
    this.changed();
  }

  // Blocks begun and left empty go when the item is left.
  leave() {
    const empty = this.blocks.filter((block) => isEmpty(block.read()) && !block.known);
    for (const block of empty) {
      if (this.blocks.length === 1) break;
      this.blocks.splice(this.blocks.indexOf(block), 1);
      block.element.remove();
    }
    this.past.note();
    this.saver.flush();
  }
}
