// Two places on this computer for what the server has not: localStorage, which is written at once and outlives the window,
// and IndexedDB, which is written through to the disk and outlives the browser. A browser puts localStorage on the disk
// only now and then: killed, it forgets minutes of writing.
//
// Each entry carries a turn, by which the later of two copies is known whatever the clock says. A forgotten entry leaves
// its turn behind, so that an old copy in the other place does not come back.

const NAME = "concordat-desk";
const SHELF = "kept";
const PAUSE = 250; // ms without a writing
const PATIENCE = 2000; // ms for the browser to open its database; without it the other place does

// Where the browser allows no store, nothing is kept, and the save state says so while anything is unsent.
export function placeOf(name) {
  try {
    return window[name];
  } catch {
    return null;
  }
}

const quick = placeOf("localStorage");

const answered = (request) =>
  new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = request.onblocked = () => failed(request.error);
  });

async function database() {
  const asked = indexedDB.open(NAME, 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore(SHELF);
  const late = new Promise((done, failed) => setTimeout(() => failed(new Error("late")), PATIENCE));
  return Promise.race([answered(asked), late]);
}

function commit(base, batch, durability = "relaxed") {
  return new Promise((done, failed) => {
    const act = base.transaction(SHELF, "readwrite", { durability });
    for (const [key, text] of batch) {
      if (text === null) act.objectStore(SHELF).delete(key);
      else act.objectStore(SHELF).put(text, key);
    }
    act.oncomplete = done;
    act.onerror = act.onabort = () => failed(act.error);
  });
}

function read(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export async function openKept(start, isOpen) {
  try {
    const base = await database();
    const shelf = base.transaction(SHELF).objectStore(SHELF);
    const [keys, texts] = await Promise.all([answered(shelf.getAllKeys()), answered(shelf.getAll())]);
    return new Kept(start, isOpen, base, new Map(keys.map((key, at) => [key, texts[at]])));
  } catch {
    return new Kept(start, isOpen, null, new Map());
  }
}

class Kept {
  // start: how the keys begin that are asked for here; isOpen(key): whether a window writes it still; deep: what the database held.
  constructor(start, isOpen, base, deep) {
    Object.assign(this, { base, turn: 0, waiting: new Map(), busy: false, entries: new Map() });
    const both = new Set([...Object.keys(quick ?? {}), ...deep.keys()]);
    for (const key of [...both].filter((one) => one.startsWith(start))) {
      const copies = [read(quick?.getItem(key) ?? "null"), read(deep.get(key) ?? "null")].filter(Boolean);
      if (copies.length === 0) continue;
      const last = copies.reduce((one, other) => ((other.turn ?? 0) >= (one.turn ?? 0) ? other : one));
      if (!last.gone) this.entries.set(key, last);
      else if (!quick?.getItem(key) && !isOpen(key)) this.deepen(key, null);
    }
  }

  // Answers whether it is kept in one of the two places, or will be in a moment.
  put(key, entry) {
    const text = JSON.stringify({ ...entry, turn: (this.turn += 1) });
    this.deepen(key, text);
    try {
      quick.setItem(key, text);
      return true;
    } catch {
      return this.base !== null;
    }
  }

  remove(key) {
    const known = this.entries.get(key);
    this.turn = Math.max(this.turn, known?.turn ?? 0) + 1;
    this.entries.delete(key);
    quick?.removeItem(key);
    this.deepen(key, JSON.stringify({ gone: true, turn: this.turn }));
  }

  // One writing after the other; what is superseded meanwhile is not written. At once it is the system's, which keeps it
  // though the browser is killed; in the next pause it is on the disk itself, which keeps it though the power fails.
  async deepen(key, text) {
    if (!this.base) return;
    this.waiting.set(key, text);
    if (this.busy) return;
    this.busy = true;
    clearTimeout(this.pause);
    document.documentElement.dataset.keeping = "";
    while (this.waiting.size > 0) {
      const batch = [...this.waiting];
      this.waiting.clear();
      try {
        await commit(this.base, batch);
      } catch {
        this.base = null;
        break;
      }
    }
    this.busy = false;
    delete document.documentElement.dataset.keeping;
    this.pause = setTimeout(() => this.base && commit(this.base, [["disk", String(this.turn)]], "strict").catch(() => {}), PAUSE);
  }
}
