// Attendance as it is taken at the desk: every mark is an act, seen at once and kept until the server has it. The page of
// the list alone sends its own forms; here the same lines are caught before they do.

import { countPublic, mark } from "./deeds.js";
import { make } from "./page.js";
import { called, roomAt } from "./roomstate.js";

const KEYS = { p: "present", a: "apologies", x: "absent", e: "absent" };

const pkOf = (line) => Number(line.id.replace("attendance-", ""));

export function beginMarks(room) {
  const part = document.getElementById("desk-attendance");
  const marks = new Marks(room, part);
  part.addEventListener("submit", (event) => marks.submitted(event), true);
  part.addEventListener("keydown", (event) => marks.key(event), true);
  part.addEventListener("click", (event) => marks.clicked(event), true);
  return marks;
}

class Marks {
  constructor(room, part) {
    Object.assign(this, { room, part });
  }

  stop(event) {
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  submitted(event) {
    const form = event.target;
    const line = form.closest("[data-row]");
    if (form.matches(".c-marks") && line) {
      this.stop(event);
      this.mark(line, event.submitter.dataset.key);
    } else if (form.querySelector("#in-the-chair")) {
      this.stop(event);
      this.chair(Number(form.elements.attendance.value));
    } else if (form.querySelector("#public-count")) {
      this.stop(event);
      this.count(form.elements.count);
    }
  }

  // P, A, E or X mark the line and go on to the next; pressed on what is marked so already, they only go on.
  key(event) {
    const line = event.target.closest("[data-row]");
    if (!line || event.target.matches("input, textarea, select") || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.toLowerCase();
    const status = KEYS[key];
    if (!status && key !== "s") return;
    this.stop(event);
    if (key === "s") return void this.sits(line);
    if (this.row(line)?.status !== status) this.mark(line, key);
    line.nextElementSibling?.querySelector("[data-key='p']")?.focus();
  }

  clicked(event) {
    const link = event.target.closest("a[id^='substitute-']");
    if (!link) return;
    this.stop(event);
    this.sits(link.closest("[data-row]"));
  }

  row(line) {
    return this.room.row(pkOf(line));
  }

  sits(line) {
    const row = this.row(line);
    if (row?.seat) this.room.picker.forms.substitute(row);
  }

  mark(line, key) {
    const row = this.row(line);
    if (row) mark(this.room, row, row.status === KEYS[key] ? "expected" : KEYS[key]);
  }

  chair(pk) {
    const { room } = this;
    const row = room.row(pk);
    const [before] = roomAt(room.state, 0).presiding;
    const inverse = before && { kind: "chair", fields: { attendance: before } };
    if (row) room.do("chair", { attendance: pk }, { words: `${called(row)} is in the chair.`, inverse });
  }

  count(field) {
    const isNumber = countPublic(this.room, field.value.trim());
    if (!isNumber) this.room.say("Give the number of members of the public in figures, up to 10,000.");
  }

  // The lines as they now stand, in place.
  show(state) {
    const now = roomAt(state, 0);
    for (const line of this.part.querySelectorAll("[data-row]")) {
      const row = state.rows.find((one) => one.pk === pkOf(line));
      if (!row || line.querySelector(".c-came__form")) continue;
      line.classList.toggle("c-came__row--here", row.status === "present" || row.substitute !== "");
      for (const button of line.querySelectorAll(".c-mark")) {
        const status = KEYS[button.dataset.key];
        button.setAttribute("aria-pressed", String(row.status === status));
        button.value = row.status === status ? "expected" : status;
      }
      note(line, "c-came__sits", row.substitute && `${row.substitute} sits for them`);
      note(line, "c-came__waits", state.waiting.has(row.pk) && "Waits on this computer");
    }
    this.summary(state, now);
    this.added(state);
  }

  summary(state, now) {
    const [quorum, chair] = this.part.querySelectorAll("#attendance-summary > p");
    if (!quorum) return;
    quorum.replaceChildren(make("b", { textContent: `${now.quorum.heading}.` }), ` ${now.quorum.sentence}`);
    const named = now.presiding.map((pk) => state.rows.find((row) => row.pk === pk)).filter(Boolean).map(called);
    const waiting = state.rows.filter(({ status }) => status === "expected").length;
    const presides = named.length ? `In the chair: ${named.join(" and ")}.` : now.here.length ? "Nobody is in the chair yet." : "Nobody is marked as present yet.";
    chair.textContent = [presides, waiting && `Not marked yet: ${waiting}.`].filter(Boolean).join(" ");
    this.chairs(state, now, chair);
  }

  // Whoever is in the room can take the chair.
  chairs(state, now) {
    const select = this.part.querySelector("#in-the-chair");
    if (!select || document.activeElement === select) return;
    const rows = state.rows.filter((row) => now.here.includes(row.pk) && typeof row.pk === "number");
    const wanted = rows.map((row) => `${row.pk} ${called(row)}`).join("\n");
    if (select.dataset.shown === wanted) return;
    select.dataset.shown = wanted;
    const none = make("option", { textContent: "Nobody is marked as present yet" });
    select.replaceChildren(...(rows.length ? rows.map((row) => make("option", { value: row.pk, textContent: called(row) })) : [none]));
    if (now.presiding.length) [select.value] = now.presiding;
    select.disabled = !rows.length;
    this.part.querySelector("#take-the-chair").disabled = !rows.length;
  }

  // Those put on the list since the page was made: named at its end, all else on the page of the list.
  added(state) {
    const list = this.part.querySelector("[data-came]");
    for (const row of state.rows.filter(({ pk }) => !document.getElementById(`attendance-${pk}`))) {
      list?.append(make("li", { className: "c-came__row c-came__row--here", id: `attendance-${row.pk}`, data: { added: "" } }, make("b", { className: "c-came__initials", textContent: row.initials }), make("div", {}, make("p", { className: "c-came__name", textContent: row.name }), make("p", { className: "c-meta", textContent: row.about }))));
    }
    for (const line of this.part.querySelectorAll("[data-added]")) {
      if (!state.rows.some(({ pk }) => line.id === `attendance-${pk}`)) line.remove();
    }
  }
}

function note(line, className, words) {
  let told = line.querySelector(`.${className}`);
  const said = line.querySelector(".c-came__name").parentElement;
  if (className === "c-came__sits") {
    const drawn = [...said.querySelectorAll("p")].find((one) => one.textContent.includes(" sits for them"));
    told ??= drawn;
    drawn?.classList.add(className);
  }
  if (!told && words) said.append((told = make("p", { className })));
  if (told && words && !told.textContent.startsWith(words)) told.textContent = words;
  if (told) told.hidden = !words;
}
