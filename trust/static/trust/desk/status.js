// The save state, in one place. Only ever the server's word; what it has not confirmed is said to be on this computer.

const NOT_SAVED = "Not saved: kept on this computer";

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
    Object.assign(this, { shown, spoken, signIn, said: shown.textContent, saved: "", confirmed: 0 });
  }

  tell(savers, store) {
    const troubled = worst(savers);
    const unsent = savers.some((saver) => saver.unsent);
    const { saved } = savers.reduce((latest, saver) => (saver.confirmed > latest.confirmed ? saver : latest), this);
    this.shown.classList.toggle("c-saved--lost", Boolean(troubled) || (unsent && store.full));
    this.shown.classList.toggle("c-saved--saving", !troubled && unsent);
    if (troubled) this.trouble(troubled.trouble);
    else if (unsent && store.full) this.write("Not saved yet, and this computer’s store is full: do not close this page");
    else if (unsent) this.write("Saving…", { quiet: true });
    else if (saved) this.write(`Saved ${saved}`, { quiet: !this.wasLost });
    this.wasLost = Boolean(troubled);
  }

  trouble({ kind, sentence }) {
    if (kind === "signed-out") this.write(`${NOT_SAVED}. You are signed out. `, { link: true });
    else if (kind === "conflict") this.write(`${NOT_SAVED}. Somebody else saved this item: choose below`);
    else if (kind === "refused") this.write(`${NOT_SAVED}. ${sentence}`);
    else this.write(NOT_SAVED);
  }

  write(text, { quiet = false, link = false } = {}) {
    if (this.said === text) return;
    this.said = text;
    this.shown.textContent = text;
    if (link) this.shown.append(Object.assign(document.createElement("a"), { ...this.signIn, textContent: "Sign in again" }));
    if (!quiet) this.spoken.textContent = text;
  }
}
