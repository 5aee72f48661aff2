// The save state, in one place. Only ever the server's word; what it has not confirmed is said to be on this computer.

import { SIGNED_OUT } from "./asking.js";
import { button, make } from "./page.js";

const NOT_SAVED = "Not saved: kept on this computer";
const TOGETHER = 2000; // ms in which what was just said is not talked over
const FULL = "Not saved yet, and this computer’s store is full: do not close this page";

function worst(savers) {
  for (const kind of ["signed-out", "refused", "conflict", "offline"]) {
    const found = savers.find((saver) => saver.trouble?.kind === kind);
    if (found) return found;
  }
  return null;
}

export class Status {
  // Until the first save of this visit the server's own first words stand.
  constructor(shown, spoken, signIn) {
    Object.assign(this, { shown, spoken, signIn, said: shown.textContent, saved: "", confirmed: 0, signedOut: "", out: "" });
  }

  get isSomebodyElse() {
    return this.out.startsWith("Somebody else");
  }

  tell(savers, store) {
    const troubled = worst(savers);
    const unsent = savers.some((saver) => saver.unsent);
    const { saved } = savers.reduce((latest, saver) => (saver.confirmed > latest.confirmed ? saver : latest), this);
    const lost = Boolean(troubled || this.signedOut) || (unsent && store.full);
    this.shown.classList.toggle("c-saved--lost", lost);
    this.shown.classList.toggle("c-saved--saving", !lost && unsent);
    // A save may be the first to be told.
    this.out = this.signedOut || (troubled?.trouble.kind === "signed-out" ? troubled.trouble.sentence || SIGNED_OUT : "");
    if (this.out) this.isOut(unsent);
    else if (unsent && store.full) this.write(FULL);
    else if (troubled) this.trouble(troubled);
    else if (unsent) this.write("Saving…", { quiet: true });
    else if (saved) this.write(`Saved ${saved}`, { quiet: !this.wasLost });
    this.wasLost = lost;
  }

  isOut(unsent) {
    const who = this.isSomebodyElse ? "Somebody else has signed in here. " : "You are signed out. ";
    this.write(`${unsent ? `${NOT_SAVED}. ` : ""}${who}`, { act: () => button("Sign in again", this.signIn, { className: "c-as-link" }) });
  }

  // Trouble with an item leads to it.
  trouble({ name, opens, trouble: { kind, sentence } }) {
    const act = opens && (() => make("a", { href: `#${opens}`, textContent: name, data: { opens } }));
    if (kind === "conflict") this.write(`${NOT_SAVED}. Somebody else saved this item: choose what stands. `, { act });
    else if (kind === "refused") this.write(`${NOT_SAVED}. ${sentence} `, { act });
    else this.write(NOT_SAVED);
  }

  // To those who listen; nothing of it is the save state.
  say(text) {
    Object.assign(this, { told: text, toldAt: performance.now() });
    this.spoken.textContent = text;
  }

  write(text, { quiet = false, act = null } = {}) {
    const more = act?.();
    const said = text + (more?.textContent ?? "");
    if (this.said === said) return;
    this.said = said;
    this.shown.replaceChildren(text, ...(more ? [more] : []));
    if (quiet) return;
    const before = performance.now() - (this.toldAt ?? -TOGETHER) < TOGETHER ? `${this.told} ` : "";
    this.spoken.textContent = before + said;
  }
}
