// Where this desk is, said every few seconds; where the others are, in words; what they saved, taken in where this desk
// has not touched it since. Tells the desk "pulse" with all that was answered, for whoever else lives here.

import { SIGNED_OUT, ask } from "./asking.js";
import { make } from "./page.js";
import { takeIn } from "./taken.js";

const EVERY = 4000; // ms

const named = (others) => new Intl.ListFormat("en-GB").format(others.map(({ name }) => name));

// "Joss Lindqvist is writing here too."
export function sentence(others) {
  const people = others.filter(({ mine }) => !mine);
  const writing = people.filter((one) => one.writing);
  const looking = people.filter((one) => !one.writing);
  return [
    writing.length > 0 && `${named(writing)} ${writing.length > 1 ? "are" : "is"} writing here too.`,
    looking.length > 0 && `${named(looking)} ${looking.length > 1 ? "have" : "has"} this item open too.`,
    others.some(({ mine }) => mine) && "You have this item open in another window.",
  ]
    .filter(Boolean)
    .join(" ");
}

// Beside the item at the left there is room for a few words.
export function words(others) {
  const of = (found, what) => (found.length > 0 ? `${named(found)} ${what}` : "");
  const people = others.filter(({ mine }) => !mine);
  const [writing, here] = [true, false].map((is) => people.filter((one) => one.writing === is));
  const own = others.some(({ mine }) => mine) ? "your other window" : "";
  return [of(writing, writing.length > 1 ? "are writing" : "is writing"), of(here, here.length > 1 ? "are here" : "is here"), own].filter(Boolean).join(", ");
}

class Pulse {
  constructor(desk) {
    Object.assign(this, { desk, wrote: false, composing: false, away: false, timer: 0, others: [], beating: null });
    desk.pulse = this;
    this.address = desk.root.dataset.pulse;
  }

  begin() {
    const { desk } = this;
    desk.addEventListener("changed", () => {
      if (!this.wrote) this.soon();
      this.wrote = true;
    });
    desk.addEventListener("opened", () => {
      this.show();
      this.soon();
    });
    for (const event of ["compositionstart", "compositionend"]) desk.root.addEventListener(event, () => (this.composing = event === "compositionstart"));
    document.addEventListener("visibilitychange", () => !document.hidden && this.beat());
    addEventListener("online", () => this.beat());
    addEventListener("pagehide", () => this.post({ closing: true }, { keepalive: true }).catch(() => {}));
    this.beat();
  }

  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.beat(), 400);
  }

  post(more = {}, how = {}) {
    const { desk } = this;
    const item = Number(desk.item?.section.dataset.item) || null;
    const sent = { window: desk.store.own, item, wrote: this.wrote, ...more };
    return ask(this.address, desk.store.officer, { method: "POST", body: JSON.stringify(sent), ...how });
  }

  // "in", "out" or "away": whether this officer is signed in, as the server says.
  beat() {
    this.beating ??= this.tell().finally(() => {
      this.beating = null;
      this.timer = setTimeout(() => this.beat(), EVERY);
    });
    return this.beating;
  }

  async tell() {
    clearTimeout(this.timer);
    const { wrote } = this;
    this.wrote = false;
    try {
      const { status, answer } = await this.post({ wrote });
      if (status === 200) return this.heard(answer);
      this.wrote ||= wrote;
      return this.lost(status === 401 ? { sentence: SIGNED_OUT, ...answer } : null);
    } catch {
      this.wrote ||= wrote;
      return this.lost();
    }
  }

  // Who else is there is not known any longer.
  lost(signedOut = null) {
    this.away = true;
    this.others = [];
    this.show();
    if (signedOut) this.desk.tell("signed-out", signedOut);
    return signedOut ? "out" : "away";
  }

  heard(answer) {
    this.others = answer.others;
    this.show();
    if (this.away) this.desk.tell("back", null);
    this.away = false;
    this.desk.tell("pulse", answer);
    for (const item of this.desk.items.values()) this.catchUp(item, answer.versions[item.section.dataset.item] ?? 0);
    return "in";
  }

  // What is at rest takes it in; where both texts are being looked at, theirs is shown as it stands by now.
  async catchUp(item, version) {
    const { saver } = item;
    const known = () => saver.trouble?.theirs?.version ?? saver.version;
    const isOpenToIt = () => (saver.isAtRest && !this.composing) || (saver.trouble?.kind === "conflict" && !item.conflict.proposed.isTouched());
    if (version <= known() || !isOpenToIt() || item.isCatchingUp) return;
    item.isCatchingUp = true;
    try {
      const { status, answer } = await ask(item.section.dataset.now, this.desk.store.officer);
      if (status !== 200 || answer.version <= known() || !isOpenToIt()) return;
      this.bring(item, answer);
    } catch {
      // The next pulse asks again.
    } finally {
      item.isCatchingUp = false;
    }
  }

  bring(item, answer) {
    if (item.saver.trouble) return item.saver.isContested(answer);
    takeIn(item, answer);
    this.desk.tell("taken", item);
    const whose = answer.by ? `${answer.by}’s wording` : "Another wording";
    this.desk.status.say(`${whose} of ${item.house.item} has come in.`);
  }

  at(item) {
    return this.others.filter((one) => String(one.item) === item.section.dataset.item);
  }

  show() {
    for (const [id, item] of this.desk.items) {
      const others = this.at(item);
      put(this.desk.entry(id), "c-desk-item__here", words(others), "span");
      put(item.section, "c-here", item === this.desk.item ? sentence(others) : "", "p");
    }
  }
}

function put(holder, className, text, tag) {
  let line = holder?.querySelector(`.${className}`);
  if (!holder || (!line && !text) || line?.textContent === text) return;
  if (!line) {
    line = make(tag, { className, ...(tag === "p" && { aria: { role: "status" } }) });
    if (tag === "p") holder.querySelector("h2").after(line);
    else holder.append(line);
  }
  line.textContent = text;
  line.hidden = !text;
}

export const beginPulse = (desk) => new Pulse(desk).begin();
