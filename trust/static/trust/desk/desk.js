// The minuting desk: opens one item at a time, and keeps every item saved.
//
// What else lives at the desk begins itself in HOOKS and listens to it; the detail of each event is the item:
// "opened" (it is in the middle now; null where what is open is no item), "changed" (something was written in it),
// "saved" (the server has it; its answer is item.answer) and "taken" (another desk's wording of it came in).

import { Outbox } from "./acts.js";
import { beginBusiness } from "./business.js";
import { keepBar } from "./bar.js";
import { goBack } from "./caret.js";
import { beginDecided } from "./decided.js";
import { beginEarlier } from "./earlier.js";
import { Item } from "./item.js";
import { listen, table } from "./keys.js";
import { beginNow } from "./now.js";
import { showKept, showOrphans } from "./orphans.js";
import { button, make, read } from "./page.js";
import { beginPaste } from "./paste.js";
import { People } from "./people.js";
import { beginPulse } from "./pulse.js";
import { beginPhrases } from "./phrases.js";
import { keepRatifying } from "./ratify.js";
import { keepRoom } from "./room.js";
import { showKeptActs } from "./roomlist.js";
import { beginSignIn } from "./signin.js";
import { beginSpelling } from "./spelling.js";
import { Status } from "./status.js";
import { openStore } from "./store.js";
import { beginTabling } from "./tabling.js";

class Desk extends EventTarget {
  constructor(root, store) {
    super();
    this.root = root;
    this.parts = [...root.querySelectorAll("[data-part]")];
    this.items = new Map();
    this.status = new Status(document.getElementById("saved"), document.getElementById("status"), () => this.signIn?.open());
    this.store = store;
  }

  get item() {
    return this.items.get(this.now);
  }

  // Whether the room is short of its quorum at the open item; not while nobody is marked as present yet.
  get isShort() {
    const { quorum, here } = this.room?.at ?? {};
    if (quorum) return quorum.met === false && here.length > 0;
    return document.querySelector("#desk-room-now .c-meter--short progress")?.value > 0;
  }

  tell(what, detail) {
    this.dispatchEvent(new CustomEvent(what, { detail }));
  }

  get savers() {
    return [...[...this.items.values()].map((item) => item.saver), this.outbox];
  }

  state() {
    this.status.tell(this.savers, this.store);
  }

  entry(id) {
    return this.root.querySelector(`.c-desk-item[data-opens="${id}"]`);
  }

  begin() {
    this.people = new People(read("desk-here"));
    this.outbox = new Outbox(this.root.dataset.acts, this.store, () => this.state());
    this.told = {
      store: this.store,
      state: () => this.state(),
      changed: (item) => this.tell("changed", item),
      saved: (item) => this.tell("saved", item),
    };
    for (const section of this.parts.filter((part) => part.dataset.item)) this.adopt(section);
    this.state();
  }

  // An item of the page, or one that came on since, is written in from here on.
  adopt(section) {
    const { blocks, decisions } = read("desk-kinds");
    const house = { kinds: blocks, decisions, people: this.people, item: `item ${section.dataset.number}`.trim(), isShort: () => this.isShort };
    const item = new Item(section, this.entry(section.id), house, this.told);
    this.items.set(section.id, item);
    item.lacks(this.entry(section.id)?.querySelector("[data-lacks]").textContent.trim());
    section.append(this.kinds(item, blocks));
  }

  // Buttons for what the keys and the line starts do.
  kinds(item, kinds) {
    const add = (kind) => button(kinds[kind], () => item.begin(kind), { className: "c-as-link" });
    const again = make("span", { className: "c-add__undo" }, button("Undo", () => item.undo(false), { className: "c-as-link" }), " ", button("Redo", () => item.redo(false), { className: "c-as-link" }));
    return make("p", { className: "c-add" }, "Add: ", ...Object.keys(kinds).flatMap((kind) => [add(kind), " "]), again);
  }

  open(id, { focus = true } = {}) {
    const part = this.parts.find((one) => one.id === id) ?? this.parts[0];
    this.item?.leave();
    this.now = part.id;
    for (const one of this.parts) one.hidden = one !== part;
    for (const link of this.root.querySelectorAll(".c-desk-item")) link.toggleAttribute("aria-current", false);
    const entry = this.entry(part.id);
    entry?.setAttribute("aria-current", "true");
    entry?.scrollIntoView({ block: "nearest" });
    history.replaceState(null, "", `#${part.id}`);
    this.tab("main", part.dataset.number ?? "Attendance");
    if (focus) this.focus(part);
    this.tell("opened", this.item ?? null);
  }

  // Who comes back to an item is where they left it; who comes first writes on at its end.
  focus(part) {
    const { left } = this.item ?? {};
    scrollTo(0, left?.top ?? 0);
    const unmarked = part.querySelector("[data-row]:not(:has([aria-pressed=true])) [data-key='p']");
    if (!this.item) (unmarked ?? part.querySelector("h2")).focus();
    else if (!goBack(this.item, left)) this.item.blocks.at(-1).focus();
  }

  // What an address ends with: a part of the desk, or a block, which is opened where it stands.
  goTo(ending) {
    const key = ending.match(/^block-([\w-]+)$/)?.[1];
    const shown = key && this.root.querySelector(`[data-blocks] [data-key="${key}"]`);
    this.open(shown?.closest("[data-part]").id ?? ending, { focus: false });
    if (!shown) return;
    this.item?.blocks.find((block) => block.key === key)?.focus();
    shown.scrollIntoView({ block: "center" });
  }

  // On a phone the desk is three tabs; the middle one is called after what is open.
  tab(id, words) {
    const tab = document.querySelector(`[data-desk-tabs] a[href="#${id}"]`);
    if (!tab) return;
    tab.textContent = words || "Writing";
    tab.click();
  }

  step(by) {
    const place = this.parts.findIndex((part) => part.id === this.now) + by;
    if (this.parts[place]) this.open(this.parts[place].id);
  }

  onBlock(act) {
    const block = this.item?.writing();
    if (block) act(this.item, block);
  }

  // In the order in which they were begun.
  flush() {
    for (const saver of this.savers.sort((one, other) => (one.since ?? 0) - (other.since ?? 0))) saver.flush();
  }

  showKeys() {
    document.getElementById("desk-keys")?.showModal();
  }

  // What is not with the server yet is tried again when there is reason to hope, and once more on leaving.
  guard() {
    for (const hope of ["online", "focus"]) addEventListener(hope, () => this.flush());
    document.addEventListener("visibilitychange", () => !document.hidden && this.flush());
    addEventListener("pagehide", () => this.savers.forEach((saver) => saver.send({ farewell: true })));
    addEventListener("beforeunload", (event) => {
      // Offline the page itself could not be had again.
      if (this.savers.some((saver) => saver.unsent) || this.store.loose || !navigator.onLine) event.preventDefault();
    });
  }
}

// Each begins with the desk, where minutes are open for writing: one line each.
const HOOKS = [
  keepBar,
  beginEarlier,
  beginDecided,
  beginPaste,
  keepRoom,
  keepRatifying,
  beginSignIn,
  beginNow,
  beginBusiness,
  beginPulse,
  beginPhrases,
  beginSpelling,
  beginTabling,
];

async function start() {
  const root = document.querySelector("[data-desk]");
  const { desk: meeting, officer, closed } = root.dataset;
  const desk = new Desk(root, await openStore(officer, meeting));
  if (closed === undefined) {
    desk.begin();
    desk.guard();
    for (const hook of HOOKS) hook(desk);
    for (const shown of document.querySelectorAll("[data-keys], [data-keys-line]")) shown.hidden = false;
    table(document.querySelector("[data-keys-table]"));
    document.querySelector("[data-keys]").addEventListener("click", () => desk.showKeys());
  } else {
    showKeptActs(desk.store, document.getElementById("desk-room-now"));
    showKept(desk);
  }
  showOrphans(desk);
  listen(desk);
  document.addEventListener("click", (event) => {
    const opener = event.target.closest?.("[data-opens]");
    if (!opener) return;
    event.preventDefault();
    desk.open(opener.dataset.opens);
  });
  addEventListener("hashchange", () => desk.goTo(location.hash.slice(1)));
  desk.goTo(location.hash.slice(1));
  root.dataset.ready = "";
}

start();
