// What is done at the desk besides writing: each act waits on this computer until the server has answered it.
//
// One goes after the other, in the order in which they were done, each repeated under its own key until it is answered,
// so that an answer lost on the way never does anything twice. What the server refuses stays here, with its sentence,
// until the officer tries it again or leaves it out. To the save state an outbox is one saver more.

import { isJson, isSignedOut, send } from "./asking.js";
import { uuid } from "./store.js";

const LONGEST_WAIT = 30000; // ms between tries
const TRAIL = 50; // acts that can be undone

export class Outbox extends EventTarget {
  constructor(address, store, state = () => {}) {
    super();
    Object.assign(this, { address, store, state, waiting: [], trail: [], busy: false, tries: 0, timer: 0, away: "", saved: "", confirmed: 0 });
    this.resume();
  }

  // Answers the act's own key. `words` is what it says while it waits; what else is given is kept beside it, for whoever
  // shows the room with it, and not sent: `inverse` {kind, fields} is what its undoing will look like.
  do(kind, fields = {}, { words = "", optimistic = null, ...beside } = {}) {
    const act = { act: uuid(), kind, done_at: new Date().toISOString(), fields, words, ...beside };
    this.waiting.push(act);
    this.trail = [...this.trail, act].slice(-TRAIL);
    optimistic?.();
    this.changed();
    this.later(0);
    return act.act;
  }

  // The last act is taken back: before it went, by forgetting it; after, by an act that undoes it.
  undo() {
    const last = this.trail.pop();
    if (!last) return null;
    if (this.waiting.includes(last) && !last.sent) this.leaveOut(last);
    else {
      this.do("undo", { of: last.act }, { words: `Taken back: ${last.words}`, as: last.inverse ?? {} });
      this.trail.pop();
    }
    return last;
  }

  get unsent() {
    return this.waiting.length > 0;
  }

  get trouble() {
    if (this.away && this.next) return { kind: this.away };
    return this.refused.length ? { kind: "refused", sentence: "What was done in the room was refused: choose there" } : null;
  }

  get refused() {
    return this.waiting.filter((act) => act.sentence);
  }

  get next() {
    return this.waiting.find((act) => !act.sentence);
  }

  // What windows that are gone left behind goes first; the same act twice is one.
  resume() {
    const left = this.store.take("acts");
    const known = new Set();
    for (const { entry } of left) {
      for (const act of entry.acts ?? []) {
        if (!known.has(act.act)) this.waiting.push(act);
        known.add(act.act);
      }
    }
    for (const { key } of left) this.store.takeOver(key, () => this.keep());
    if (this.next) this.later(0);
  }

  // Answers whether this computer keeps what waits.
  keep() {
    if (this.waiting.length) return this.store.keep("acts", { acts: this.waiting });
    this.store.forget("acts");
    return true;
  }

  changed() {
    this.keep();
    this.dispatchEvent(new CustomEvent("changed"));
    this.state();
  }

  later(pause) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), pause);
  }

  flush() {
    if (this.next) this.later(0);
  }

  tryAgain(act) {
    delete act.sentence;
    this.changed();
    this.later(0);
  }

  leaveOut(act) {
    this.waiting = this.waiting.filter((other) => other !== act);
    this.trail = this.trail.filter((other) => other !== act);
    this.changed();
  }

  async send({ farewell = false } = {}) {
    const act = this.next;
    if (this.busy || !act) return;
    clearTimeout(this.timer);
    this.busy = true;
    const never = !act.sent && !navigator.onLine; // it cannot leave this computer
    act.sent = true;
    this.keep();
    try {
      await this.answered(act, await this.post(act, farewell));
    } catch {
      if (never) delete act.sent;
      this.again("offline");
    } finally {
      this.busy = false;
      this.changed();
    }
    if (this.next && !this.away) this.later(0);
  }

  post({ act, kind, done_at, fields }, farewell) {
    return send(this.address, this.store.officer, { method: "POST", body: JSON.stringify({ ...fields, act, kind, done_at }), keepalive: farewell });
  }

  async answered(act, response) {
    const answer = isJson(response) ? await response.json() : {};
    if (response.ok && "sentence" in answer) this.isDone(act, answer);
    else if (isSignedOut(response)) this.again("signed-out");
    else if ([400, 403, 404, 409, 413, 422].includes(response.status)) this.isRefused(act, answer);
    else this.again("offline");
  }

  isDone(act, answer) {
    Object.assign(this, { away: "", tries: 0, saved: answer.saved ?? this.saved, confirmed: performance.now() });
    this.waiting = this.waiting.filter((other) => other !== act);
    if (!answer.undo) this.trail = this.trail.filter((other) => other !== act);
    this.dispatchEvent(new CustomEvent("done", { detail: { act, answer } }));
  }

  isRefused(act, { sentence = "" }) {
    Object.assign(this, { away: "", tries: 0 });
    act.sentence = sentence || "The server would not take this.";
    delete act.sent; // it left nothing behind
    this.trail = this.trail.filter((other) => other !== act);
    this.dispatchEvent(new CustomEvent("refused", { detail: { act } }));
  }

  // Somebody has signed in again.
  isIn() {
    if (this.away === "signed-out") this.away = "";
  }

  again(kind) {
    this.away = kind;
    this.tries += 1;
    const wait = kind === "signed-out" ? 5000 : Math.min(LONGEST_WAIT, 500 * 2 ** this.tries);
    this.later(wait * (0.75 + Math.random() / 2));
  }
}
