// What the room becomes by what was done here and is not with the server yet. Nothing of it is drawn or sent here.
//
// The server's word of the room (its wire) is taken as it is; acts that it does not know of are laid over it, so that a
// quorum that is lost shows at once, without a network too. As soon as the server has them, its own word stands again.

const AWAY = ["apologies", "absent"];

const isHere = (row) => row.status === "present" || row.substitute !== "";
export const called = (row) => row.substitute || row.name;

// A wire with these acts done to it; what an act touched is named in its `waiting`, by line.
export function after(wire, acts) {
  const room = structuredClone(wire);
  room.waiting = new Set();
  for (const act of acts) {
    const done = act.as ?? act; // an undoing looks like its inverse
    DO[done.kind]?.(room, done.fields, { ...done, act: act.act });
    if (act.isWaiting) room.waiting.add(done.fields?.attendance);
  }
  return room;
}

const rowOf = (room, pk) => room.rows.find((row) => row.pk === pk);

// The room at every item from one on in the order taken, and as it stands; all of them where no item is given.
function* from(room, item) {
  const start = Math.max(0, room.order.indexOf(item));
  for (const pk of room.order.slice(start)) yield room.at[pk];
  yield room.at[0];
}

function comes(at, pk) {
  delete at.away[pk];
  if (!at.here.includes(pk)) at.here.push(pk);
  at.touched = true;
}

function goes(at, pk, why) {
  if (why && at.here.includes(pk)) at.away[pk] = why;
  if (!why) delete at.away[pk];
  at.here = at.here.filter((other) => other !== pk);
  at.presiding = at.presiding.filter((other) => other !== pk);
  at.touched = true;
}

function settle(room, row) {
  for (const at of from(room)) {
    if (!isHere(row)) goes(at, row.pk, "");
    else if (!at.away[row.pk]) comes(at, row.pk);
    else at.touched = true;
  }
}

const DO = {
  attendance(room, { attendance, status }) {
    const row = rowOf(room, attendance);
    if (!row) return;
    row.status = status;
    if (!AWAY.includes(status)) Object.assign(row, { substitute: "", substitute_initials: "" });
    settle(room, row);
  },
  substitute(room, { attendance, name = "", status, initials = "" }, { shown }) {
    const row = rowOf(room, attendance);
    if (!row) return;
    Object.assign(row, { substitute: shown ?? name, substitute_initials: initials });
    if (status) row.status = status;
    else if (row.substitute && !AWAY.includes(row.status)) row.status = "apologies";
    settle(room, row);
  },
  somebody(room, { capacity, status = "present", items = [] }, { act, shown, about = "" }) {
    const initials = shown.split(/[\s-]+/).map((word) => word[0]).join("").toUpperCase();
    const row = { pk: act, name: shown, initials, about, capacity, status, substitute: "", stands_for: null, also_for: [], items, seat: null };
    room.rows.push(row);
    room.waiting.add(act);
    settle(room, row);
  },
  stand_in(room, { attendance }, { act, shown, about = "" }) {
    DO.somebody(room, { capacity: "member" }, { act, shown, about });
    const row = rowOf(room, attendance);
    room.rows.at(-1).stands_for = attendance;
    if (row && !AWAY.includes(row.status)) DO.attendance(room, { attendance, status: "apologies" });
  },
  also_for(room, { attendance, others }) {
    const row = rowOf(room, attendance);
    if (row) row.also_for = others;
    for (const at of from(room)) at.touched = true;
  },
  by_video(room, { attendance, remote }) {
    const row = rowOf(room, attendance);
    if (row) row.remote = remote;
    for (const at of from(room)) at.touched = true;
  },
  chair(room, { attendance }) {
    for (const at of from(room)) at.presiding = [attendance];
  },
  preside(room, { attendance, item, how }) {
    const rooms = item ? [room.at[item]] : from(room);
    for (const at of rooms) if (at) at.presiding = how === "joint" ? [...new Set([...at.presiding, attendance])] : [attendance];
  },
  movement(room, { attendance, direction, item }, { place }) {
    const row = rowOf(room, attendance);
    if (!row) return;
    const began = isHere(row);
    if (direction === "arrived" && !began) row.status = "present";
    for (const at of item ? from(room, item) : [room.at[0]]) {
      if (direction === "arrived") comes(at, attendance);
      else goes(at, attendance, `Left ${place}.`);
    }
    if (direction === "left" || began || !item) return;
    for (const pk of room.order.slice(0, room.order.indexOf(item))) room.at[pk].away[attendance] = `Arrived ${place}.`;
  },
  declare(room, { attendance, items = [], consequence, nature }, { act, shown }) {
    if (nature === "nil") return;
    room.declared.push({ pk: act, attendance, items, consequence, sentence: shown });
    for (const pk of items.length ? items : room.order) {
      const at = room.at[pk];
      if (at && consequence === "left") goes(at, attendance, "Declared an interest and left for this item.");
      else if (at && consequence === "chair_vacated") at.presiding = at.presiding.filter((other) => other !== attendance);
    }
    room.proposed = (room.proposed ?? []).filter((one) => one.attendance !== attendance || !items.includes(one.item));
  },
  set_aside(room, { attendance, item }) {
    room.proposed = (room.proposed ?? []).filter((one) => one.attendance !== attendance || one.item !== item);
  },
  undeclare(room, { declaration }) {
    room.declared = room.declared.filter((one) => one.pk !== declaration);
  },
  public(room, { count }) {
    room.public = count;
  },
};

// The room at one item, or as it stands: {here, away, presiding, quorum}. The server's own quorum where nothing waits.
export function roomAt(room, item) {
  const at = room.at[item] ?? room.at[0];
  return { ...at, quorum: at.touched ? quorum(room, at) : at.quorum };
}

const inWords = (count) => ["", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"][count] ?? String(count);
const listing = new Intl.ListFormat("en-GB");

// As the rule of attendance counts it: voting seats filled, each once, by whoever is in the room for them.
export function quorum(room, { here }) {
  const { voting, needed, partners_needed: partnersNeeded, kinds } = room.terms;
  const present = room.rows.filter((row) => here.includes(row.pk));
  const isByVideo = (row) => room.terms.remote_counts === false && row.remote;
  const there = present.filter((row) => !isByVideo(row));
  const byVideo = present.filter((row) => isByVideo(row) && (row.seat ? row.seat.voting || row.also_for.length > 0 : row.capacity === "member")).length;
  const stoodFor = new Set(there.map((row) => row.stands_for));
  const also = new Set(there.flatMap((row) => row.also_for));
  const filled = room.rows.filter((row) => row.seat?.voting && (there.includes(row) || stoodFor.has(row.pk) || also.has(row.pk)));
  const partners = [...new Set(filled.map((row) => row.seat.named).filter(Boolean))];
  const missing = kinds.filter((kind, place) => filled.filter((row) => row.seat.kinds.includes(place)).length < kind.number).map(({ label }) => label);
  const isStated = needed || partnersNeeded || kinds.length;
  const met = isStated ? filled.length >= needed && partners.length >= partnersNeeded && !missing.length : null;
  const said = [`${filled.length} of ${voting} voting seats filled${needed ? `, ${needed} needed` : ""}`];
  if (partners.length) said.push(`${listing.format(partners)} ${partners.length === 1 ? "is" : "are"} here`);
  if (partners.length < partnersNeeded) said.push(`Partners represented: ${partners.length} of the ${partnersNeeded} needed`);
  if (missing.length) said.push(`Still needed: ${listing.format(missing)}`);
  if (byVideo) said.push(`${byVideo === 1 ? "One member joins" : `${inWords(byVideo)} members join`} by video and ${byVideo === 1 ? "does" : "do"} not count`);
  const heading = met === null ? "No quorum is stated" : met ? "Quorum met" : "Quorum not met";
  return { met, heading, sentence: voting ? `${said.join(". ")}.` : "", filled: filled.length, voting, missing, needed, partners: partners.length, partnersNeeded };
}

// "Quorum is lost: 1 of the 2 voting seats needed is filled; no councillor is here."
export function whatIsLost(before, room, at) {
  const now = quorum(room, at);
  if (before === false && now.met) return "There is a quorum again.";
  if (before === false || now.met !== false) return "";
  const short = [];
  if (now.filled < now.needed) short.push(`${now.filled} of the ${now.needed} voting seats needed ${now.filled === 1 ? "is" : "are"} filled`);
  if (now.partners < now.partnersNeeded) short.push(`${now.partners} of the ${now.partnersNeeded} partners needed ${now.partners === 1 ? "is" : "are"} here`);
  for (const label of now.missing) short.push(`no ${label.replace(/^(an?|one|the) /i, "")} is here`);
  return `Quorum is lost: ${short.join("; ")}.`;
}
