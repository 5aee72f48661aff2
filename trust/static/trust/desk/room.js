// The room at the desk: who is here at the open item, whether they are enough, who presides, what is declared.
//
// It is drawn from the server's word and from what was done here since (roomstate.js), and drawn again in place: nothing
// that is being done loses its focus. The server is asked anew when the pulse says that the room has changed.

import { beginMarks } from "./marks.js";
import { read } from "./page.js";
import { Picker } from "./picker.js";
import { draw } from "./roomlist.js";
import { after, called, roomAt, whatIsLost } from "./roomstate.js";

const AGAIN = 30000; // ms

class Room {
  constructor(desk) {
    Object.assign(this, { desk, outbox: desk.outbox, wire: read("desk-room-wire"), arrived: [], last: null, lost: "" });
    this.element = document.getElementById("desk-room-now");
    this.people = { people: [], covering: {} };
    this.picker = new Picker(this);
  }

  begin() {
    const again = () => this.draw();
    this.desk.addEventListener("opened", () => {
      this.lost = "";
      this.draw();
    });
    this.desk.addEventListener("pulse", ({ detail }) => this.heard(detail));
    this.outbox.addEventListener("changed", again);
    this.outbox.addEventListener("done", ({ detail }) => this.isDone(detail));
    this.outbox.addEventListener("refused", ({ detail }) => this.isRefused(detail));
    this.desk.addEventListener("back", () => this.refresh());
    document.addEventListener("htmx:afterSettle", (event) => event.target.closest?.("#desk-attendance") && this.refresh());
    this.element.addEventListener("click", (event) => this.picker.clicked(event));
    this.marks = beginMarks(this);
    this.know();
    this.draw();
  }

  heard({ room, agenda }) {
    if (room > this.wire.revision || (this.agenda ?? agenda) !== agenda) this.refresh();
    this.agenda = agenda;
  }

  // Who can be chosen, known beforehand, so that choosing needs no network.
  async know() {
    try {
      const answer = await fetch(this.element.dataset.people, { credentials: "same-origin", redirect: "manual" });
      if (answer.ok) this.people = await answer.json();
      else throw new Error(answer.status);
    } catch {
      setTimeout(() => this.know(), AGAIN);
    }
  }

  async refresh() {
    try {
      const answer = await fetch(this.element.dataset.address, { credentials: "same-origin", redirect: "manual" });
      if (!answer.ok) return;
      const before = this.at.quorum.met;
      const wire = await answer.json();
      if (wire.revision < this.wire.revision) return; // overtaken by a later answer
      this.wire = wire;
      this.arrived = this.arrived.filter(({ room }) => room > this.wire.revision);
      this.tellLost(before);
      this.draw();
    } catch {
      // The room as last known stays; the save state says that the network is away.
    }
  }

  get item() {
    return Number(this.desk.item?.section.dataset.item) || 0;
  }

  get number() {
    return this.desk.item?.section.dataset.number ?? "";
  }

  // Where something happens now, in words: "at item 2.3", or by the clock while no item is open.
  get place() {
    if (this.item) return this.number ? `at item ${this.number}` : `at “${this.desk.item.section.querySelector("h2").textContent.trim()}”`;
    return `at ${new Date().toLocaleTimeString("en-GB", { hour: "numeric", minute: "2-digit" })}`;
  }

  get state() {
    const waiting = this.outbox.waiting.filter((act) => !act.sentence).map((act) => ({ ...act, isWaiting: true }));
    return after(this.wire, [...this.arrived, ...waiting]);
  }

  get at() {
    return roomAt(this.state, this.item);
  }

  row(pk) {
    return this.state.rows.find((row) => row.pk === pk);
  }

  // Every act goes out here: it is put in the outbox, seen at once, and said.
  do(kind, fields, more) {
    const before = this.at.quorum.met;
    this.outbox.do(kind, fields, more);
    this.last = { words: more.words, canUndo: true };
    this.lost = "";
    const lost = this.tellLost(before, { aloud: false });
    this.draw();
    this.say([more.words, lost].filter(Boolean).join(" "));
  }

  undo() {
    const before = this.at.quorum.met;
    const last = this.outbox.undo();
    this.last = last && { words: `Taken back: ${last.words}` };
    this.lost = "";
    const lost = this.tellLost(before, { aloud: false });
    this.draw();
    this.say(last ? [this.last.words, lost].filter(Boolean).join(" ") : "There is nothing to take back.");
  }

  // What somebody's going or coming did to the quorum.
  tellLost(before, { aloud = true } = {}) {
    const { state } = this;
    const told = whatIsLost(before, state, roomAt(state, this.item));
    if (told) this.lost = told.startsWith("Quorum is lost") ? told : "";
    else if (this.at.quorum.met !== false) this.lost = "";
    if (told && aloud) this.say(told);
    return told;
  }

  isDone({ act, answer }) {
    if (answer.room > this.wire.revision) this.arrived.push({ ...act, room: answer.room });
    if (this.last && answer.sentence !== act.words && act.words === this.last.words) {
      this.last = { ...this.last, words: answer.sentence };
      this.say(answer.sentence);
    }
    this.refresh();
  }

  isRefused({ act }) {
    this.last = null;
    this.lost = "";
    this.say(`Not done: ${act.words} ${act.sentence}`);
  }

  say(sentence) {
    this.desk.status.say(sentence);
  }

  draw() {
    const { state } = this;
    const at = roomAt(state, this.item);
    draw(this.element, { room: this, state, at });
    this.marks?.show(state, at);
    this.desk.people.are(state.rows.flatMap((row) => owners(row)));
    const lacks = state.rows.some(({ status }) => status === "expected") || !at.here.length ? "to take" : "";
    document.getElementById("desk-attendance-lacks").textContent = lacks;
    for (const line of document.querySelectorAll("[data-chair]")) {
      const item = Number(line.closest("[data-item]").dataset.item);
      line.textContent = chair(state, roomAt(state, item));
    }
  }
}

const owners = ({ name, initials, about, substitute, substitute_initials: theirs }) => [
  { initials, name, organisation: about },
  ...(substitute ? [{ initials: theirs, name: substitute, organisation: about }] : []),
];

function chair(state, { presiding }) {
  const names = presiding.map((pk) => state.rows.find((row) => row.pk === pk)).filter(Boolean).map(called);
  return names.length ? `In the chair: ${new Intl.ListFormat("en-GB").format(names)}` : "";
}

export function keepRoom(desk) {
  desk.room = new Room(desk);
  desk.room.begin();
}
