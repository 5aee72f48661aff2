// How a decision was reached, and recording what was decided under the item, over the desk.
//
// What is shown are the parts of the pages at the same addresses. Nothing is sent before what is written has arrived:
// the block must be with the server before anything is recorded of it.

import { arrived } from "./earlier.js";
import { make } from "./page.js";

const LOST = "This could not be had from the server. What you entered is still here: try again once you are connected and signed in.";

class Decided {
  constructor(desk) {
    this.desk = desk;
    this.title = make("h2", { id: "decided-title" });
    this.about = make("p");
    this.said = make("p", { className: "govuk-error-message", hidden: true, aria: { role: "alert" } });
    this.shown = make("div", { tabIndex: -1 });
    const close = make("form", { method: "dialog" }, make("button", { className: "govuk-button govuk-button--secondary", textContent: "Close" }));
    this.dialog = make("dialog", { className: "c-earlier-all", aria: { labelledby: this.title.id } }, close, this.title, this.about, this.said, this.shown);
    document.body.append(this.dialog);
  }

  begin() {
    const { desk } = this;
    this.dialog.addEventListener("click", (event) => this.pressed(event));
    this.dialog.addEventListener("submit", (event) => this.sent(event));
    this.dialog.addEventListener("close", () => this.from?.isConnected && this.from.focus());
    desk.root.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || !event.target.closest?.("[data-decide]")) return;
      event.preventDefault();
      this.record(desk.item);
    });
    desk.root.addEventListener("how", ({ target }) => this.how(desk.item, desk.item?.blocks.find((block) => block.element === target)));
    desk.addEventListener("saved", ({ detail: { section, answer } }) => {
      if (answer.decided !== undefined) section.toggleAttribute("data-decided", answer.decided);
    });
    for (const what of ["opened", "changed", "saved", "taken", "pulse"]) desk.addEventListener(what, () => this.dress(desk.item));
    this.dress(desk.item);
  }

  // What is recorded is not written in: its words can be read and copied. The link is there once there is a decision.
  dress(item) {
    if (!item) return;
    const isDecided = item.section.hasAttribute("data-decided");
    const decisions = item.blocks.filter((block) => block.kind === "decision");
    const link = item.section.querySelector("[data-decide]");
    if (link) link.hidden = decisions.length === 0 && !isDecided;
    for (const block of decisions) block.hold(isDecided && block.known);
  }

  // The decision being written, else the only one there is, else the last.
  now(item) {
    const decisions = item?.blocks.filter((block) => block.kind === "decision") ?? [];
    return decisions.find((block) => block === item.writing()) ?? decisions.at(-1);
  }

  how(item = this.desk.item, block = this.now(item)) {
    if (!block) return this.desk.status.say("Write the decision first, then say how it was decided.");
    const address = new URL(`decisions/${block.key}/how/`, this.meeting);
    return this.open(item, block.text, "How it was decided", address.href);
  }

  record(item = this.desk.item) {
    const link = item?.section.querySelector("[data-decide]");
    if (!link || link.hidden) return this.desk.status.say("Write the decision first, then record what was decided.");
    return this.open(item, link, "What was decided", link.href);
  }

  get meeting() {
    return new URL("../", `${location.origin}${location.pathname}`);
  }

  async open(item, from, title, address) {
    Object.assign(this, { item, from });
    this.title.textContent = title;
    this.about.textContent = item.name;
    this.tell("");
    this.shown.replaceChildren(make("p", { textContent: "Fetching…" }));
    this.dialog.showModal();
    const isIn = await arrived(item);
    if (!isIn) this.tell("The text of this item has not reached the server yet. What is shown here may be older than what you wrote.");
    await this.load(address);
  }

  tell(sentence) {
    this.said.textContent = sentence;
    this.said.hidden = !sentence;
  }

  ask(address, how = {}) {
    return fetch(address, { credentials: "same-origin", redirect: "manual", cache: "no-store", headers: { "HX-Request": "true" }, ...how });
  }

  async load(address) {
    this.address = address;
    try {
      await this.show(await this.ask(address));
    } catch {
      const again = make("button", { type: "button", className: "govuk-button govuk-button--secondary", textContent: "Try again" });
      again.addEventListener("click", () => this.load(address));
      this.shown.replaceChildren(make("p", { textContent: "This could not be had from the server. Nothing is lost." }), again);
    }
  }

  // The part of the page that was answered; a refusal is such a part too, with its sentence.
  async show(answer) {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const part = page.querySelector("#decision-how, #decide");
    if (!part) throw new Error(String(answer.status));
    this.shown.replaceChildren(document.importNode(part, true));
    const wrong = this.shown.querySelector(".govuk-error-message, .govuk-error-summary, [role=alert]");
    const first = wrong?.closest(".govuk-form-group")?.querySelector("input, select");
    if (wrong && !first) wrong.tabIndex = -1;
    const begins = this.shown.querySelector("[role=status], #decided-said, :checked, form button");
    (first ?? wrong ?? begins ?? this.shown).focus();
    if (part.id === "decide") this.decided(part.querySelector("#decided-said") !== null);
  }

  decided(isDecided) {
    if (this.item.section.hasAttribute("data-decided") === isDecided) return;
    this.item.section.toggleAttribute("data-decided", isDecided);
    this.dress(this.item);
    this.desk.pulse?.beat();
  }

  pressed(event) {
    const link = event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const isPart = /\/(how|decide)\/$/.test(link.pathname);
    const isHere = link.pathname === location.pathname;
    if (!isPart && !isHere) return;
    event.preventDefault();
    if (isHere) return this.dialog.close();
    this.title.textContent = link.pathname.endsWith("/how/") ? "How it was decided" : "What was decided";
    this.tell("");
    this.load(link.href);
  }

  async sent(event) {
    const form = event.target;
    if (form.method === "dialog") return;
    event.preventDefault();
    if (this.busy) return;
    this.busy = true;
    this.tell("");
    try {
      await this.show(await this.ask(form.action, { method: "POST", body: new FormData(form) }));
    } catch {
      this.tell(LOST);
    } finally {
      this.busy = false;
    }
  }
}

export function beginDecided(desk) {
  desk.decided = new Decided(desk);
  desk.decided.begin();
}
