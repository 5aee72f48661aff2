// What this computer keeps until the server has it: one entry for each item and each open window, twice over (kept.js).
// A window that is open holds a lock under its own name, so that another leaves its entries alone; entries of windows
// that are gone (closed, crashed, reloaded) are offered back to whoever opens the desk next as the same officer.

import { openKept, placeOf } from "./kept.js";

const PREFIX = "concordat-desk";
const LEFT = `${PREFIX}-left`;
const DRAFT = "draft-";
const ROLL_CALL = 300; // ms

const ofTab = placeOf("sessionStorage");

export function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

// Without locks (a page that came over plain http, some private modes) the other windows are asked, and answer.
async function openWindows(own) {
  if (!navigator.locks) return rollCall(own);
  await new Promise((held) => {
    navigator.locks.request(`${PREFIX}:${own}`, () => {
      held();
      return new Promise(() => {}); // until the window is gone
    });
  });
  const { held } = await navigator.locks.query();
  return new Set(held.map((lock) => lock.name.slice(PREFIX.length + 1)));
}

async function rollCall(own) {
  const found = new Set([own]);
  if (!window.BroadcastChannel) return found;
  const channel = new BroadcastChannel(PREFIX);
  channel.addEventListener("message", ({ data }) => {
    if (data.asks) channel.postMessage({ here: own });
    else found.add(data.here);
  });
  channel.postMessage({ asks: own });
  await new Promise((done) => setTimeout(done, ROLL_CALL));
  return found;
}

function reloadedFrom(own) {
  const left = ofTab?.getItem(LEFT);
  ofTab?.removeItem(LEFT);
  addEventListener("pagehide", () => ofTab?.setItem(LEFT, own));
  addEventListener("pageshow", () => ofTab?.removeItem(LEFT));
  return left;
}

export async function openStore(officer, meeting) {
  const own = uuid();
  const before = reloadedFrom(own);
  const open = await openWindows(own);
  open.delete(before);
  const place = `${PREFIX}:${officer}:${meeting}`;
  const kept = await openKept(`${place}:`, (key) => open.has(key.split(":").at(-1)));
  return new Store(officer, place, own, open, before, kept);
}

class Store {
  constructor(officer, place, own, open, before, kept) {
    Object.assign(this, { officer, place, own, open, before, kept, full: false, loose: 0 });
  }

  // Answers whether it is kept.
  keep(item, entry) {
    this.full = !this.kept.put(`${this.place}:${item}:${this.own}`, { ...entry, at: Date.now() });
    return !this.full;
  }

  forget(item) {
    this.kept.remove(`${this.place}:${item}:${this.own}`);
  }

  // Whether this very window wrote it, before it was loaded again.
  isReloaded(key) {
    return Boolean(this.before) && key.endsWith(`:${this.before}`);
  }

  // What a window that is gone had kept is kept under this one's name; in a store too full for both, first the one goes.
  takeOver(key, keep) {
    const before = this.kept.entries.get(key);
    const isKept = keep();
    this.kept.remove(key);
    if (!isKept && !keep()) this.kept.put(key, before);
  }

  // A wording the officer may still want, whatever becomes of this window. Answers how to forget it.
  keepAside(item, blocks, why) {
    const key = `${this.place}:${item}:aside-${uuid()}`;
    if (this.kept.put(key, { aside: true, blocks, why, at: Date.now() })) return () => this.kept.remove(key);
    this.loose += 1; // only on the screen: this page is not to be closed
    return () => (this.loose -= 1);
  }

  // What is being chosen between two wordings, until it is chosen; of this window, like its other entries.
  keepDraft(item, blocks, why) {
    this.kept.put(`${this.place}:${item}:${DRAFT}${this.own}`, { aside: true, blocks, why, at: Date.now() });
  }

  forgetDraft(item) {
    this.kept.remove(`${this.place}:${item}:${DRAFT}${this.own}`);
  }

  // The entries of windows that are gone, oldest first. The version they were begun on tells better than a clock, which
  // may have been put right meanwhile.
  take(item) {
    return this.left((whose) => whose === item);
  }

  // Those of none of these items.
  takeBeside(items) {
    return this.left((whose) => whose !== "acts" && !items.has(whose));
  }

  left(isWanted) {
    const base = ({ entry }) => entry.base ?? 0;
    const found = [...this.kept.entries].map(([key, entry]) => ({ key, entry, of: key.slice(this.place.length + 1).split(":") }));
    const left = found.filter(({ of: [item, window] }) => isWanted(item) && !this.open.has(window.replace(DRAFT, "")));
    return left.sort((one, other) => base(one) - base(other) || one.entry.at - other.entry.at);
  }

  drop(key) {
    this.kept.remove(key);
  }
}
