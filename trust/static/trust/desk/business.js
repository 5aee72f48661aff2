// "This item…": what becomes of the open item when it is not simply taken, and items that come on during the meeting.
// Every one of them goes through the outbox, and what it changes of the list of items is fetched when the pulse tells.

import { button, make } from "./page.js";

// What can be done: words, which items it is for, what it asks.
const DEEDS = {
  take_item: { words: "It is being taken now", when: ({ isToday, isOpen }) => isToday && isOpen },
  defer: { words: "Deferred to the next meeting", when: ({ isOpen }) => isOpen, asks: ["reason"] },
  withdraw: { words: "Withdrawn", when: ({ isOpen }) => isOpen, asks: ["reason"] },
  move_into: { words: "Taken with another item", when: ({ isOpen, others }) => isOpen && others.length > 0, asks: ["into", "reason"] },
  split: { words: "Part of it becomes an item of its own", when: ({ isOpen }) => isOpen, asks: ["title"] },
  put_back: { words: "Put it back on the agenda", when: ({ isOpen }) => !isOpen },
  take_off: { words: "Take it off the agenda again", when: ({ came }) => came },
  late_item: { words: "A late item comes on after it", when: () => true, asks: ["title", "why"] },
  table_next: { words: "Put a matter on the next meeting’s agenda", when: () => true, asks: ["title"] },
  end_sitting: { words: "The meeting is over", when: ({ isToday }) => isToday },
};

const ASKS = {
  reason: { label: "Why (minuted; may be left empty)", name: "reason" },
  why: { label: "Why it is late or urgent (minuted)", name: "reason", needed: true },
  title: { label: "Title", name: "title", needed: true },
  into: { label: "With which item", name: "into", needed: true },
};

class Business {
  constructor(desk) {
    Object.assign(this, { desk, seen: null, fetching: false, dialog: null });
  }

  begin() {
    for (const item of this.desk.items.values()) this.offer(item.section);
    this.desk.addEventListener("pulse", ({ detail }) => this.hear(detail.business));
    this.desk.outbox.addEventListener("done", ({ detail: { act } }) => {
      if (act.kind in DEEDS || act.kind === "undo") this.desk.pulse.beat();
    });
  }

  offer(section) {
    const open = button("This item…", () => this.open(), { className: "c-as-link c-business-open", aria: { haspopup: "dialog" } });
    section.prepend(open);
  }

  open() {
    const { desk } = this;
    const section = desk.item?.section;
    if (!section) return;
    const { state, item, came } = section.dataset;
    const others = [...desk.items.values()].map((one) => one.section).filter((one) => one !== section && one.dataset.state === "open");
    const about = { isOpen: state === "open", isToday: desk.root.dataset.today !== undefined, came: came !== undefined, others };
    const deeds = Object.entries(DEEDS).filter(([, deed]) => deed.when(about));
    this.dialog = this.made(section.querySelector("h2").textContent, deeds, about, (kind, fields) => this.act(kind, fields, item, section));
    this.from = document.activeElement;
    document.body.append(this.dialog);
    this.dialog.showModal();
    this.dialog.querySelector("input").focus();
  }

  made(title, deeds, about, act) {
    const form = make("form", { className: "c-form", noValidate: false });
    const chosen = () => form.elements.deed.value;
    const choices = deeds.map(([kind, { words }], at) => {
      const radio = make("input", { type: "radio", name: "deed", value: kind, id: `deed-${kind}`, className: "govuk-radios__input", checked: at === 0 });
      return make("div", { className: "govuk-radios__item" }, radio, make("label", { htmlFor: radio.id, className: "govuk-label govuk-radios__label", textContent: words }));
    });
    const asked = make("div", { className: "c-business__asks" });
    const ask = () => asked.replaceChildren(...(DEEDS[chosen()].asks ?? []).map((name) => field(ASKS[name], about.others)));
    const dialog = make("dialog", { className: "c-business", aria: { labelledby: "business-about" } });
    const close = button("Cancel", () => dialog.close(), { className: "govuk-button govuk-button--secondary" });
    const buttons = make("div", { className: "c-bar-of-acts" }, make("button", { className: "govuk-button", textContent: "Record it" }), close);
    const legend = make("legend", { className: "c-visually-hidden", textContent: "What becomes of it" });
    form.append(make("fieldset", { className: "c-business__deeds govuk-radios--small" }, legend, ...choices), asked, buttons);
    form.addEventListener("change", (event) => event.target.name === "deed" && ask());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      act(chosen(), Object.fromEntries(new FormData(form)));
      dialog.close();
    });
    dialog.addEventListener("close", () => {
      dialog.remove();
      this.from?.focus?.();
    });
    dialog.append(make("h2", { id: "business-about", textContent: title }), form);
    ask();
    return dialog;
  }

  act(kind, { deed, into, ...fields }, item, section) {
    const sent = { ...fields, item: Number(item) };
    if (into) sent.into = Number(into);
    if (kind === "late_item") sent.after = sent.item;
    if (kind === "end_sitting") delete sent.item;
    // All that was typed: where it is refused or never arrives, it stands there to be read.
    const typed = [fields.title, fields.reason].filter(Boolean).join(": ");
    const words = `${section.dataset.number} ${DEEDS[kind].words}${typed && `: “${typed}”`}`.trim();
    const act = this.desk.outbox.do(kind, sent, { words });
    this.tell(act, section);
  }

  // What was done stands under the item with a way back, until the next thing is done.
  tell(key, section) {
    const { outbox, status } = this.desk;
    section.querySelector(".c-gone[data-business]")?.remove();
    const line = make("p", { className: "c-gone", data: { business: "" }, textContent: "Being recorded…" });
    section.querySelector("[data-told]").after(line);
    const heard = ({ type, detail: { act, answer } }) => {
      if (act.act !== key) return;
      outbox.removeEventListener("done", heard);
      outbox.removeEventListener("refused", heard);
      if (type === "refused") return this.refused(line, act);
      status.say(answer.sentence);
      line.replaceChildren(`${answer.sentence} `);
      if (answer.undo) line.append(button("Undo", () => this.undo(key, line), { className: "c-as-link" }));
    };
    outbox.addEventListener("done", heard);
    outbox.addEventListener("refused", heard);
  }

  undo(key, line) {
    this.desk.outbox.do("undo", { of: key }, { words: "Undo" });
    line.remove();
  }

  refused(line, act) {
    const again = () => {
      line.remove();
      this.desk.outbox.leaveOut(act);
    };
    line.classList.add("c-gone--refused");
    line.replaceChildren(`Not recorded. ${act.sentence} `, button("Leave it out", again, { className: "c-as-link" }));
    this.desk.status.say(`Not recorded. ${act.sentence}`);
  }

  hear(business) {
    if (this.seen !== null && this.seen !== business) this.fetch(business);
    else this.seen = business;
  }

  // The page as the server has it now: new items are put in, those gone are taken out, the others' words put right.
  async fetch(business) {
    if (this.fetching) return;
    this.fetching = true;
    try {
      const answer = await fetch(location.pathname, { credentials: "same-origin", redirect: "manual", cache: "no-store" });
      if (!answer.ok) return;
      this.renew(new DOMParser().parseFromString(await answer.text(), "text/html"));
      this.seen = business;
    } catch {
      // The next pulse tells it again.
    } finally {
      this.fetching = false;
    }
  }

  renew(page) {
    const { desk } = this;
    const sections = [...page.querySelectorAll("[data-part][data-item]")];
    let last = document.getElementById("desk-attendance");
    for (const fresh of sections) {
      const here = document.getElementById(fresh.id);
      if (here) this.reword(here, fresh);
      else {
        const section = document.importNode(fresh, true);
        last.after(section);
        section.hidden = true;
      }
      last = document.getElementById(fresh.id);
    }
    this.relist(page.getElementById("desk-items"));
    desk.parts = [...desk.root.querySelectorAll("[data-part]")];
    for (const fresh of sections.filter(({ id }) => !desk.items.has(id))) {
      const section = document.getElementById(fresh.id);
      desk.adopt(section);
      this.offer(section);
    }
    this.letGo(new Set(sections.map(({ id }) => id)));
    desk.sitting?.show();
  }

  reword(here, fresh) {
    const { number, state } = fresh.dataset;
    Object.assign(here.dataset, { number, state });
    for (const part of ["h2", "[data-told]"]) here.querySelector(part).innerHTML = fresh.querySelector(part).innerHTML;
  }

  // Entries stay the elements they are, in the order of the page; what each lacks is the desk's own word.
  relist(list) {
    const here = document.getElementById("desk-items");
    const stay = new Set();
    for (const fresh of list.children) {
      const known = fresh.dataset.opens && here.querySelector(`[data-opens="${fresh.dataset.opens}"]`);
      const entry = known ?? document.importNode(fresh, true);
      if (known && known.children.length > 1) {
        for (const cell of [0, 1]) known.children[cell].textContent = fresh.children[cell].textContent;
        const section = document.getElementById(fresh.dataset.opens);
        if (section?.dataset.state && (section.dataset.state !== "open" || known.dataset.was)) {
          known.children[2].textContent = fresh.children[2].textContent.trim();
          known.dataset.was = section.dataset.state === "open" ? "" : "other";
        }
      }
      stay.add(entry);
      here.append(entry);
    }
    for (const entry of [...here.children]) if (!stay.has(entry) && !this.desk.items.get(entry.dataset.opens)?.isHeld) entry.remove();
  }

  // An item that came off goes, unless something of it is not with the server yet.
  letGo(staying) {
    const { desk } = this;
    for (const [id, item] of [...desk.items]) {
      if (staying.has(id) || item.isHeld) continue;
      const isOpen = desk.item === item;
      desk.items.delete(id);
      item.section.remove();
      desk.parts = desk.parts.filter((part) => part.id !== id);
      if (isOpen) desk.open(desk.parts[0].id, { focus: false });
    }
  }
}

function field({ label, name, needed = false }, others) {
  const id = `business-${name}`;
  const options = others.map((one) => make("option", { value: one.dataset.item, textContent: one.querySelector("h2").textContent }));
  const input = name === "into" ? make("select", { id, name, required: needed, className: "govuk-select" }, ...options) : make("input", { id, name, required: needed, className: "govuk-input", autocomplete: "off" });
  return make("div", { className: "govuk-form-group" }, make("label", { htmlFor: id, className: "govuk-label", textContent: label }), input);
}

export function beginBusiness(desk) {
  desk.business = new Business(desk);
  desk.business.begin();
}
