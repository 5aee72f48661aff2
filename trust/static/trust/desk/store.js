// What this computer keeps until the server has it: one entry for each item and each open window, in localStorage.
// A window that is open holds a lock under its own name, so that another leaves its entries alone; entries of windows
// that are gone (closed, crashed, reloaded) are offered back to whoever opens the desk next as the same officer.

const PREFIX = "concordat-desk";
const LEFT = `${PREFIX}-left`;

export function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

async function openWindows(own) {
  if (!navigator.locks) return new Set([own]);
  await new Promise((held) => {
    navigator.locks.request(`${PREFIX}:${own}`, () => {
      held();
      return new Promise(() => {}); // until the window is gone
    });
  });
  const { held } = await navigator.locks.query();
  return new Set(held.map((lock) => lock.name.slice(PREFIX.length + 1)));
}

function reloadedFrom(own) {
  const left = sessionStorage.getItem(LEFT);
  sessionStorage.removeItem(LEFT);
  addEventListener("pagehide", () => sessionStorage.setItem(LEFT, own));
  addEventListener("pageshow", () => sessionStorage.removeItem(LEFT));
  return left;
}

export async function openStore(officer, meeting) {
  const own = uuid();
  const before = reloadedFrom(own);
  const open = await openWindows(own);
  open.delete(before);
  return new Store(officer, meeting, own, open);
}

class Store {
  constructor(officer, meeting, own, open) {
    Object.assign(this, { officer, place: `${PREFIX}:${officer}:${meeting}`, own, open, full: false });
  }

  keep(item, entry) {
    try {
      localStorage.setItem(`${this.place}:${item}:${this.own}`, JSON.stringify({ ...entry, at: Date.now() }));
      this.full = false;
    } catch {
      this.full = true;
    }
  }

  forget(item) {
    localStorage.removeItem(`${this.place}:${item}:${this.own}`);
  }

  // A wording the officer may still want, whatever becomes of this window. Answers how to forget it.
  keepAside(item, blocks) {
    const key = `${this.place}:${item}:aside-${uuid()}`;
    try {
      localStorage.setItem(key, JSON.stringify({ aside: true, blocks, at: Date.now() }));
    } catch {
      this.full = true;
    }
    return () => localStorage.removeItem(key);
  }

  // The entries of windows that are gone, oldest first; taking them removes them, so keep what is used of them.
  take(item) {
    const start = `${this.place}:${item}:`;
    const found = [];
    for (const key of Object.keys(localStorage)) {
      if (!key.startsWith(start) || this.open.has(key.slice(start.length))) continue;
      try {
        found.push({ key, entry: JSON.parse(localStorage.getItem(key)) });
      } catch {
        localStorage.removeItem(key);
      }
    }
    return found.sort((one, other) => one.entry.at - other.entry.at);
  }

  drop(key) {
    localStorage.removeItem(key);
  }
}
