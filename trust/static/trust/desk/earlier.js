// Earlier wordings of the open item, over the desk: listed, compared and put back without leaving it.
//
// What is shown is the part of the page at the item's own address; a wording that is put back here is a step like any
// other, which undo takes back.

import { button, make } from "./page.js";

const PATIENCE = 3000; // ms for what is written to arrive first, so that "now" is what is on the screen

// Whether all that is written in an item has arrived.
export async function arrived(item) {
  item.saver.flush();
  const until = Date.now() + PATIENCE;
  while (item.saver.unsent && Date.now() < until) await new Promise((later) => setTimeout(later, 100));
  return !item.saver.unsent;
}

class EarlierWordings {
  constructor(desk) {
    this.desk = desk;
    this.item = null;
    this.title = make("h2", { id: "earlier-title", textContent: "Earlier wordings" });
    this.about = make("p");
    this.shown = make("div", { tabIndex: -1 });
    const close = make("form", { method: "dialog" }, make("button", { className: "govuk-button govuk-button--secondary", textContent: "Close" }));
    this.dialog = make("dialog", { className: "c-earlier-all", aria: { labelledby: this.title.id } }, close, this.title, this.about, this.shown);
    document.body.append(this.dialog);
    this.dialog.addEventListener("click", (event) => this.pressed(event));
    this.dialog.addEventListener("submit", (event) => this.sent(event));
  }

  async open(item) {
    const link = item?.section.querySelector("[data-earlier]");
    if (!link) return;
    this.item = item;
    this.about.textContent = item.name;
    this.shown.replaceChildren(make("p", { textContent: "Fetching…" }));
    this.dialog.showModal();
    await arrived(item);
    await this.load(link.href);
  }

  async load(address) {
    this.address = address;
    try {
      const answer = await fetch(address, { credentials: "same-origin", redirect: "manual" });
      const page = answer.ok && new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("earlier");
      if (!page) throw new Error(String(answer.status));
      this.shown.replaceChildren(document.importNode(page, true));
      (this.shown.querySelector("#earlier-said") ?? this.shown).focus();
    } catch {
      const again = button("Try again", () => this.load(address), { className: "govuk-button govuk-button--secondary" });
      this.shown.replaceChildren(make("p", { textContent: "The earlier wordings could not be fetched. They are on the server and none is lost." }), again);
    }
  }

  pressed(event) {
    const link = event.target.closest("a[data-compare]");
    if (!link) return;
    event.preventDefault();
    this.load(new URL(link.getAttribute("href"), this.address).href);
  }

  sent(event) {
    const form = event.target;
    if (form.method === "dialog") return;
    event.preventDefault();
    if (form.matches("[data-restore]")) return this.putBack();
    const address = new URL(this.address);
    address.search = new URLSearchParams(new FormData(form));
    this.load(address.href);
  }

  putBack() {
    const blocks = JSON.parse(this.shown.querySelector("#earlier-wording").textContent);
    this.dialog.close();
    this.item.rewrite(blocks);
    this.item.blocks[0].focus();
    this.item.say("That wording stands again. Undo takes it back.");
  }
}

export function beginEarlier(desk) {
  const earlier = new EarlierWordings(desk);
  desk.showEarlier = () => earlier.open(desk.item);
  desk.root.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || !event.target.closest?.("[data-earlier]")) return;
    event.preventDefault();
    desk.showEarlier();
  });
}
