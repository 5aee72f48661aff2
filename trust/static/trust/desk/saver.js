// Saves one item. It says nothing is saved until the server has said so; until then the text is kept on this computer.
//
// One request at a time; it carries a key of its own, and is repeated under that key until it is answered, so that an
// answer lost on the way never makes a second save. What is typed meanwhile goes with the next.

import { isJson, isSignedOut, send } from "./asking.js";
import { sameWording } from "./wording.js";
import { uuid } from "./store.js";

const PAUSE = 600; // ms after the last key
const LONGEST_PAUSE = 3000; // ms of writing without a pause
const LONGEST_WAIT = 30000; // ms between tries
const FAREWELL = 60000; // bytes a browser sends for a page that is closing

export class Saver {
  // wire: the item as the server sent it; read(): its blocks as they now stand; told: {saved, conflict, refused, state}
  constructor({ item, address, wire, store, read, told }) {
    Object.assign(this, { item, address, store, read, told, version: wire.version, lastSave: wire.last_save, agreed: wire.blocks });
    Object.assign(this, { dirty: false, sent: null, busy: false, trouble: null, tries: 0, timer: 0, saved: "", confirmed: 0, since: 0 });
  }

  get unsent() {
    return this.dirty || this.sent !== null;
  }

  // Nothing was written here that the server has not, and nothing is being asked.
  get isAtRest() {
    return !this.unsent && !this.busy && !this.trouble;
  }

  changed() {
    if (!this.unsent) this.since = performance.now();
    this.dirty = true;
    if (this.trouble?.kind === "refused") this.trouble = null;
    this.keep();
    this.told.state();
    this.later(Math.min(PAUSE, Math.max(0, this.since + LONGEST_PAUSE - performance.now())));
  }

  // Answers whether this computer keeps what waits.
  keep() {
    if (this.unsent) return this.store.keep(this.item, { name: this.name, base: this.version, began: this.agreed, blocks: this.read(), sent: this.sent });
    this.store.forget(this.item);
    return true;
  }

  later(pause) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), pause);
  }

  // What was refused is asked again too: the minutes may be back, or the item.
  flush() {
    if (this.unsent) this.later(0);
  }

  async send({ farewell = false } = {}) {
    if (this.busy || this.trouble?.kind === "conflict" || !this.unsent) return;
    clearTimeout(this.timer);
    this.since = performance.now();
    if (!this.sent) {
      this.sent = { save: uuid(), window: this.store.own, base: this.version, blocks: this.read() };
      this.dirty = false;
    }
    this.keep();
    this.busy = true;
    this.told.state();
    try {
      await this.answered(await this.post(farewell));
    } catch {
      this.again("offline");
    } finally {
      this.busy = false;
      this.keep();
      this.told.state();
    }
  }

  post(farewell) {
    const body = JSON.stringify(this.sent);
    return send(this.address, this.store.officer, { method: "POST", body, keepalive: farewell && body.length < FAREWELL });
  }

  async answered(response) {
    const answer = isJson(response) ? await response.json() : {};
    if (response.ok && "version" in answer) this.isSaved(answer);
    else if (response.status === 409 && "version" in answer) this.isContested(answer);
    else if (isSignedOut(response)) this.again("signed-out", answer.sentence);
    else if ([400, 403, 404, 409, 413, 422].includes(response.status)) this.isRefused(answer, response.status);
    else this.again("offline");
  }

  isSaved(answer) {
    Object.assign(this, { version: answer.version, trouble: null, tries: 0 });
    this.isConfirmed(answer);
    const { blocks } = this.sent;
    Object.assign(this, { sent: null, agreed: blocks });
    this.told.saved(answer, blocks);
    if (this.dirty) this.later(PAUSE);
  }

  isContested(theirs) {
    Object.assign(this, { sent: null, dirty: true, tries: 0 });
    if (sameWording(this.read(), theirs.blocks)) {
      Object.assign(this, { version: theirs.version, dirty: false, trouble: null });
      this.isConfirmed(theirs);
      this.agreed = theirs.blocks;
      this.told.saved({ ...theirs, blocks: {} }, theirs.blocks);
      return;
    }
    // Their words are those that were written on here: only what is recorded of them changed.
    if (sameWording(this.agreed, theirs.blocks)) {
      this.took(theirs);
      this.told.saved({ ...theirs, blocks: {} }, []);
      return this.later(0);
    }
    this.trouble = { kind: "conflict", theirs };
    this.told.conflict(theirs);
  }

  isConfirmed({ saved }) {
    Object.assign(this, { saved, confirmed: performance.now() });
  }

  // Another desk's wording stands here now.
  took(wire) {
    Object.assign(this, { version: wire.version, lastSave: wire.last_save, agreed: wire.blocks });
    this.keep();
  }

  // The conflict is settled: what stands in the item now goes out on top of their version.
  settled(theirs, { unchanged = false } = {}) {
    Object.assign(this, { version: theirs.version, agreed: theirs.blocks, trouble: null, dirty: !unchanged });
    this.isConfirmed(theirs);
    this.keep();
    this.told.state();
    if (!unchanged) this.later(0);
  }

  isRefused({ sentence = "", key = "" }, status) {
    const usual = status === 404 ? "This item is no longer on the agenda." : "The server would not take this text.";
    const isChanged = this.dirty; // since it was sent: what stands now has not been refused
    Object.assign(this, { sent: null, dirty: true, tries: 0 });
    if (isChanged) return this.later(PAUSE);
    this.trouble = { kind: "refused", sentence: sentence || usual, key };
    this.told.refused(this.trouble);
  }

  // Somebody has signed in again.
  isIn() {
    if (this.trouble?.kind === "signed-out") this.trouble = null;
  }

  again(kind, sentence = "") {
    this.trouble = { kind, sentence };
    this.tries += 1;
    const wait = kind === "signed-out" ? 5000 : Math.min(LONGEST_WAIT, 500 * 2 ** this.tries);
    this.later(wait * (0.75 + Math.random() / 2));
  }

  // Take up what an earlier window kept. Answers the blocks to show, or null where the server has it all.
  resume({ base, began = [], blocks, sent }, shown, wire) {
    if (sameWording(blocks, shown)) return null;
    this.dirty = true;
    if (sent && sent.save === this.lastSave) return sameWording(blocks, sent.blocks) ? this.nothing() : blocks;
    if (sent) {
      if (sent.base !== this.version) this.agreed = began;
      this.sent = sent; // perhaps it arrived, perhaps not: the same key asks
      this.dirty = !sameWording(blocks, sent.blocks);
    } else if (base !== this.version) {
      this.agreed = began;
      this.trouble = { kind: "conflict", theirs: { ...wire, blocks: shown } };
    }
    return blocks;
  }

  nothing() {
    this.dirty = false;
    return null;
  }
}
