// The item now and the pen, in the desk's bar. Opening an item takes it where the pen is and nowhere else; who writes
// first where nobody has the pen gets it; who lost it is told, and may take it back.

import { button, make } from "./page.js";

const SETTLE = 600; // ms: whoever steps through items takes none of them

class Now {
  constructor(desk) {
    const [item, pen] = ["[data-now-item]", "[data-pen]"].map((place) => document.querySelector(place));
    Object.assign(this, { desk, item, pen, heard: null, lost: "", asked: false, wrote: false, timer: 0, shown: {} });
    this.isToday = desk.root.dataset.today !== undefined;
  }

  begin() {
    const { desk } = this;
    desk.addEventListener("pulse", ({ detail }) => this.hear(detail));
    desk.addEventListener("opened", () => this.take());
    desk.addEventListener("changed", () => this.write());
    desk.outbox.addEventListener("done", ({ detail: { act } }) => {
      if (act.kind === "take_pen") this.asked = false;
      if (["take_item", "take_pen", "end_sitting", "undo"].includes(act.kind)) desk.pulse.beat();
    });
  }

  get isMine() {
    return Boolean(this.heard?.pen.mine) || this.asked;
  }

  hear(pulse) {
    const before = this.heard;
    if (pulse.pen.mine) this.lost = "";
    else if (before?.pen.mine && pulse.pen.name) this.lose(pulse.pen.name);
    this.heard = pulse;
    if (this.wrote) this.write();
    if (pulse.pen.mine && !before?.pen.mine) this.take();
    this.show();
  }

  lose(name) {
    this.lost = `${name} has taken the pen. What you write here is still saved.`;
    this.desk.status.say(this.lost);
  }

  // The first to write gets it by itself; nothing is known of it before the first pulse.
  write() {
    const { heard } = this;
    if (!heard) this.wrote = true;
    else {
      this.wrote = heard.pen.name !== "" && !heard.pen.mine;
      if (!heard.pen.name && !heard.pen.mine && !this.asked) this.takePen({ if_free: true });
      this.show();
    }
  }

  takePen(fields = {}) {
    this.asked = true;
    this.lost = "";
    this.desk.outbox.do("take_pen", fields, { words: "Take the pen" });
    this.take();
  }

  take() {
    clearTimeout(this.timer);
    if (this.isToday && this.isMine) this.timer = setTimeout(() => this.settle(), SETTLE);
  }

  settle() {
    const section = this.desk.item?.section;
    const now = Number(section?.dataset.item) || null;
    if (!now || section.dataset.state !== "open" || this.heard?.now === now || this.taken === now) return;
    this.taken = now;
    this.desk.outbox.do("take_item", { item: now, opened: true });
  }

  show() {
    if (!this.heard) return;
    const { now, ended, pen } = this.heard;
    if (this.taken === now) this.taken = null;
    this.mark(now);
    if (this.item) this.put(this.item, "item", this.nowWords(now, ended));
    this.put(this.pen, "pen", this.penWords(pen));
  }

  nowWords(now, ended) {
    const entry = this.entry(now);
    if (entry) {
      const [number, title] = [...entry.children].map((cell) => cell.textContent.trim());
      return ["Now: ", { words: `${number} ${title}`.trim(), opens: entry.dataset.opens }];
    }
    return [ended ? "The meeting is over." : "No item is being taken yet."];
  }

  penWords({ name, mine, since }) {
    const take = { words: "Take the pen", act: () => this.takePen() };
    if (mine) return [`You have the pen since ${since}.`];
    if (this.lost) return [`${this.lost} `, { words: "Take it back", act: () => this.takePen() }];
    if (!name) return ["Nobody has the pen: who writes first gets it. ", take];
    const besides = this.wrote ? " You are writing without it; that is saved too." : "";
    return [`${name} has the pen since ${since}.${besides} `, take];
  }

  // Redrawn only when the words are others, so that whoever is on a button stays there.
  put(place, name, parts) {
    const words = parts.map((part) => part.words ?? part).join("");
    if (this.shown[name] === words) return;
    this.shown[name] = words;
    const link = ({ words: text, opens }) => make("a", { href: `#${opens}`, textContent: text, data: { opens } });
    const made = (part) => (part.opens ? link(part) : button(part.words, part.act, { className: "c-as-link" }));
    place.replaceChildren(...parts.map((part) => (part.words ? made(part) : part)));
    place.classList.toggle("c-desk-now__lost", name === "pen" && this.lost !== "");
  }

  entry(item) {
    return item && this.desk.entry(`desk-${item}`);
  }

  mark(now) {
    const entry = this.entry(now);
    for (const mark of this.desk.root.querySelectorAll(".c-desk-item__now")) {
      if (mark.parentElement !== entry) mark.remove();
    }
    if (entry && !entry.querySelector(".c-desk-item__now")) entry.append(make("span", { className: "c-desk-item__now", textContent: "now" }));
  }
}

export function beginNow(desk) {
  desk.sitting = new Now(desk);
  desk.sitting.begin();
}
