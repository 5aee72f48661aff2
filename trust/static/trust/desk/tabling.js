// "To be tabled at the next meeting", in any block: noticed, and offered to that meeting's agenda by one key.

import { button, make, newId, read } from "./page.js";

const PAUSE = 400; // ms without a change
const NEXT = String.raw`(?:at|to|on|for)\s+(?:the|our)\s+(?:agenda\s+(?:of|for)\s+the\s+)?next\s+(?:board\s+|group\s+)?(?:meeting|agenda)`;
const PASSIVE = new RegExp(String.raw`^(?:that\s+)?(.{3,90}?)\s+(?:(?:is|are|was|were|will|should|would|must)\s+)?(?:to\s+)?be\s+(?:tabled|brought|put|placed|taken|considered|included|added)\b[^.\n]{0,40}?${NEXT}`, "i");
const ACTIVE = new RegExp(String.raw`\b(?:table|bring|put|place|add|include)\s+(.{2,90}?)\s+(?:back\s+|forward\s+)?${NEXT}`, "i");
const BARE = new RegExp(String.raw`\b(?:tabled|bring\s+back|brought\s+back|come\s+back|return)\b[^.\n]{0,20}?${NEXT}`, "i");
const NOTHING = /^(?:it|this|that|them|these|those|back|the\s+(?:item|matter|paper|report|issue)|an?\s+item)$/i;

// The first sentence that asks for it, and what it is about: {sentence, title}; null where none asks.
export function tabled(text, about) {
  for (const sentence of text.split(/(?<=[.!?])\s+|\n+/)) {
    const found = sentence.match(PASSIVE) ?? sentence.match(ACTIVE) ?? sentence.match(BARE);
    if (!found) continue;
    const subject = (found[1] ?? "").replace(/\s+back$/i, "").trim();
    const title = subject && !NOTHING.test(subject) ? subject.replace(/^(?:the|an?)\s+/i, "") : about;
    return { sentence: sentence.trim(), title: title.charAt(0).toUpperCase() + title.slice(1) };
  }
  return null;
}

// What an action says with its due: "… to be tabled", when by "next meeting".
function said({ kind, text, line }) {
  const [inText, inDue] = [text.value, line.when.value].map((words) => /next\s+(?:\w+\s+)?(?:meeting|agenda)/i.test(words));
  const atNext = kind === "action" && inDue && !inText;
  return atNext ? `${text.value.trim().replace(/\.$/, "")} at the next meeting` : text.value;
}

class Tabling {
  constructor(desk, next) {
    Object.assign(this, { desk, next, timer: 0, lines: new Map(), asked: new Map() });
    this.place = `concordat-tabled:${desk.root.dataset.desk}`;
    this.settled = this.kept();
    for (const what of ["opened", "changed"]) desk.addEventListener(what, ({ detail }) => detail && this.later(detail));
    desk.outbox.addEventListener("done", ({ detail: { act, answer } }) => this.done(act, answer));
    desk.outbox.addEventListener("refused", ({ detail: { act } }) => this.refused(act.act));
  }

  kept() {
    try {
      return JSON.parse(localStorage.getItem(this.place)) ?? {};
    } catch {
      return {};
    }
  }

  later(item) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(item), PAUSE);
  }

  look(item) {
    const heading = item.section.querySelector("h2").textContent.replace(item.section.dataset.number, "").trim();
    for (const block of item.blocks) {
      const found = tabled(said(block), heading);
      const line = this.lines.get(block);
      if (line?.stands || (found && this.settled[block.key] === "left")) continue;
      if (!found && !this.settled[block.key]) {
        line?.element.remove();
        this.lines.delete(block);
      } else if (!line) this.show(item, block, found?.title ?? heading);
      else if (line.field?.value === line.title) line.field.value = line.title = found.title;
    }
  }

  // One offer to a block. It stands, once it is on its way, whatever is written after.
  show(item, block, title) {
    const element = make("div", { className: "c-tabled", aria: { role: "group", label: "For the next meeting" } });
    const line = { item, block, element, title, stands: false };
    const settled = this.settled[block.key];
    if (settled === "left") return;
    this.lines.set(block, line);
    if (settled) this.isDone(line, settled);
    else if (this.next) this.offer(line);
    else element.append(make("p", {}, "No later meeting of this board is in the calendar, so this cannot go on its agenda yet. ", make("a", { href: document.getElementById("desk-phrases").dataset.call, target: "_blank", textContent: "Call a meeting" }), " ", this.leaving(line)));
    block.text.after(element);
  }

  offer(line) {
    const field = make("input", { className: "c-line", id: newId("tabled"), value: line.title, maxLength: 200, spellcheck: true, lang: "en-GB" });
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing) return;
      event.preventDefault();
      this.accept(line);
    });
    Object.assign(line, { field, stands: false });
    const put = button("Put it there", () => this.accept(line), { className: "c-as-link" });
    const named = make("label", { htmlFor: field.id, textContent: `For the agenda of ${this.next.day}` });
    line.element.replaceChildren(named, field, make("p", {}, put, " ", make("kbd", { textContent: "Ctrl" }), " ", make("kbd", { textContent: "Alt" }), " ", make("kbd", { textContent: "T" }), " ", this.leaving(line)));
  }

  leaving(line) {
    return button("Leave it", () => this.settle(line, "left"), { className: "c-as-link" });
  }

  accept(line) {
    const title = line.field.value.trim();
    if (!title) return line.field.focus();
    const act = this.desk.outbox.do("table_next", { item: Number(line.item.section.dataset.item), title }, { words: `“${title}” for the next meeting` });
    this.asked.set(act, { line, title });
    line.stands = true;
    line.element.replaceChildren(make("p", { textContent: `“${title}” is on its way to the agenda of ${this.next.day}.` }));
    line.block.text.focus();
  }

  done({ act, kind, fields }, answer) {
    const asked = this.asked.get(act);
    this.asked.delete(act);
    if (asked) this.settle(asked.line, { act, sentence: answer.sentence });
    if (kind !== "undo") return;
    const undone = [...this.lines.values()].find(({ block }) => this.settled[block.key]?.act === fields.of);
    if (undone) this.settle(undone, null);
  }

  refused(act) {
    const asked = this.asked.get(act);
    this.asked.delete(act);
    if (asked) this.offer(asked.line);
  }

  settle(line, outcome) {
    if (outcome) this.settled[line.block.key] = outcome;
    else delete this.settled[line.block.key];
    try {
      localStorage.setItem(this.place, JSON.stringify(this.settled));
    } catch {
      // A full store forgets it with the page.
    }
    if (outcome === "left") {
      line.element.remove();
      this.lines.delete(line.block);
      line.block.text.focus();
    } else if (outcome) this.isDone(line, outcome);
    else this.offer(line);
  }

  isDone(line, { act, sentence }) {
    line.stands = true;
    const undo = button("Undo", () => this.desk.outbox.do("undo", { of: act }, { words: "Undo: for the next meeting" }), { className: "c-as-link" });
    const see = this.next && make("a", { href: this.next.address, target: "_blank", textContent: "See that agenda" });
    line.element.replaceChildren(make("p", { aria: { role: "status" } }, `${sentence} `, see, " ", undo));
  }

  // The key: the offer of the block being written, or the first of the item.
  first() {
    const item = this.desk.item;
    const line = [item?.writing(), ...(item?.blocks ?? [])].map((block) => this.lines.get(block)).find((one) => one?.field?.isConnected);
    if (line) this.accept(line);
    else item?.say("Nothing here is for the next meeting.");
  }
}

export function beginTabling(desk) {
  desk.tabling = new Tabling(desk, read("desk-offered").next);
}
