// What somebody can do, or have done for them, in the room at this moment: each deed in words, and how it goes out.

import { called } from "./roomstate.js";

const MARKS = { present: "present", apologies: "apologies", absent: "absent, no apologies", expected: "expected" };

export function mark(room, row, status) {
  const before = row.substitute
    ? { kind: "substitute", fields: { attendance: row.pk, status: row.status }, shown: row.substitute }
    : { kind: "attendance", fields: { attendance: row.pk, status: row.status } };
  room.do("attendance", { attendance: row.pk, status }, { words: `${row.name}: ${MARKS[status]}.`, inverse: before });
}

export function move(room, row, direction) {
  const { item, place } = room;
  const time = new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  const fields = { attendance: row.pk, direction, item: item || null, at_time: item ? null : time };
  const here = row.status === "present" || row.substitute;
  const back = direction === "left" ? "arrived" : "left";
  const inverse = here ? { kind: "movement", fields: { ...fields, direction: back }, place } : { kind: "attendance", fields: { attendance: row.pk, status: row.status } };
  const words = `${called(row)} ${direction === "left" ? "left the meeting" : "arrived"} ${place}.`;
  room.do("movement", fields, { words, place, inverse });
}

export function preside(room, row, { whole = false, how = "" } = {}) {
  const item = whole ? null : room.item || null;
  const [before] = room.at.presiding;
  const over = item ? room.place.replace(/^at /, " for ") : "";
  const inverse = before && { kind: "preside", fields: { attendance: before, item, how: "" } };
  room.do("preside", { attendance: row.pk, item, how }, { words: `${called(row)} is in the chair${over}.`, inverse });
}

export function join(room, row) {
  const remote = !row.remote;
  const inverse = { kind: "by_video", fields: { attendance: row.pk, remote: !remote } };
  const words = `${called(row)} ${remote ? "joins by video" : "is in the room itself"}.`;
  room.do("by_video", { attendance: row.pk, remote }, { words, inverse });
}

// The number of the public as it was typed; false where it is none.
export function countPublic(room, typed) {
  if (!/^\d*$/.test(typed) || Number(typed) > 10000) return false;
  const count = typed === "" ? null : Number(typed);
  const words = count === null ? "The public is not counted." : `Members of the public: ${count.toLocaleString("en-GB")}.`;
  room.do("public", { count }, { words, inverse: { kind: "public", fields: { count: room.state.public } } });
  return true;
}

// The first is what Enter does when somebody is picked as coming or going.
export function deeds(room, row, open) {
  const { at, item, number } = room;
  const now = item ? `at ${number || "this item"}` : "now";
  const isHere = at.here.includes(row.pk);
  const isAway = Boolean(at.away[row.pk]);
  const found = [];
  const offer = (key, words, act) => found.push({ key, words, act });
  if (isHere) offer("move", `Leaves ${now}`, () => move(room, row, "left"));
  else offer("move", isAway ? `Comes back ${now}` : `Arrives ${now}`, () => move(room, row, "arrived"));
  if (isHere && item) offer("late", `Came late, ${now}`, () => late(room, row));
  if (isHere && !(at.presiding.length === 1 && at.presiding[0] === row.pk)) {
    if (item) offer("chair", `Takes the chair for ${number || "this item"}`, () => preside(room, row));
    offer("preside", "Takes the chair for the meeting", () => preside(room, row, { whole: true }));
  }
  if (isHere || isAway) offer("declare", "Declares an interest…", () => open.declare(row));
  if (row.seat) offer("substitute", row.substitute ? "Another sits for them…" : "Somebody sits for them…", () => open.substitute(row));
  if (row.seat && row.status !== "present") offer("stand_in", "One more stands in for them…", () => open.standIn(row));
  if (isHere && row.seat) offer("also_for", "Sits for others too…", () => open.alsoFor(row));
  if (isHere) offer("by_video", row.remote ? "Is in the room itself" : "Joins by video", () => join(room, row));
  for (const status of ["present", "apologies", "absent"]) {
    if (row.status !== status) offer(status, { present: "Present", apologies: "Apologies", absent: "Absent" }[status], () => mark(room, row, status));
  }
  return found;
}

// Marked as present from the start, and was not.
function late(room, row) {
  const { item, place } = room;
  const fields = { attendance: row.pk, direction: "arrived", item, late: true };
  room.do("movement", fields, { words: `${called(row)} arrived ${place}.`, place, inverse: null });
}
