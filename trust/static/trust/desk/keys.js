// Every act has a key, none of them a single letter; "?" shows them all, except while somebody is writing.

import { make } from "./page.js";

// By what they are about: keys, words, act(desk). One row for each act; what lives elsewhere at the desk adds its own.
const KEYS = {
  "Going about": [
    ["Ctrl+Enter", "Next item", (desk) => desk.step(1)],
    ["Ctrl+Shift+Enter", "Item before", (desk) => desk.step(-1)],
    ["Ctrl+Alt+P", "Attendance", (desk) => desk.open("desk-attendance")],
    ["Ctrl+Alt+H", "Earlier wordings of this item", (desk) => desk.showEarlier()],
    ["Ctrl+Alt+E", "This item: deferred, withdrawn, joined, split, late", (desk) => desk.business?.open()],
    ["Ctrl+Alt+Shift+D", "Record what was decided under this item", (desk) => desk.decided?.record()],
    ["Ctrl+Alt+Q", "Take the pen", (desk) => desk.sitting?.takePen()],
    ["Ctrl+S", "Save now (it saves by itself)", (desk) => desk.flush()],
    ["Ctrl+Alt+Shift+K", "Read the whole minutes, with what is amiss", () => document.querySelector("[data-check]")?.click()],
    ["Ctrl+Alt+G", "Sign in again, when you are signed out", (desk) => desk.signIn?.open()],
    ["Ctrl+/", "These keys, also while writing", (desk) => desk.showKeys()],
  ],
  "The room": [
    ["Ctrl+Alt+M", "Somebody comes or goes", (desk) => desk.room?.picker.open("move")],
    ["Ctrl+Alt+C", "Somebody takes the chair", (desk) => desk.room?.picker.open("chair")],
    ["Ctrl+Alt+J", "Somebody declares an interest", (desk) => desk.room?.picker.open("declare")],
    ["Ctrl+Alt+Y", "The interest proposed is declared", (desk) => desk.room?.picker.propose(null, null, true)],
    ["Ctrl+Alt+Shift+Y", "The interest proposed is none", (desk) => desk.room?.picker.propose(null, null, false)],
    ["Ctrl+Alt+B", "Somebody sits for a member", (desk) => desk.room?.picker.open("substitute")],
    ["Ctrl+Alt+W", "Somebody in attendance", (desk) => desk.room?.picker.act("somebody")],
    ["Ctrl+Alt+U", "Count the public", (desk) => desk.room?.picker.act("public")],
    ["Ctrl+Alt+Shift+Z", "Take back what was done last in the room", (desk) => desk.room?.undo()],
  ],
  "A new block": [
    ["Ctrl+Alt+S", "Discussion", (desk) => desk.item?.begin("discussion")],
    ["Ctrl+Alt+N", "Noted", (desk) => desk.item?.begin("noted")],
    ["Ctrl+Alt+D", "Decision", (desk) => desk.item?.begin("decision", "agreed")],
    ["Ctrl+Alt+R", "Decision: resolved", (desk) => desk.item?.begin("decision", "resolved")],
    ["Ctrl+Alt+A", "Action", (desk) => desk.item?.begin("action")],
    ["Ctrl+Alt+I", "Declaration of interest", (desk) => desk.item?.begin("declaration")],
    ["Ctrl+Alt+V", "Vote", (desk) => desk.item?.begin("vote")],
    ["Ctrl+Alt+L", "Note added later", (desk) => desk.item?.begin("note")],
  ],
  "The block being written": [
    ["Ctrl+Z", "Undo, as far back as you like", (desk) => desk.item?.undo(), { ours: true }],
    ["Ctrl+Shift+Z", "Do it again (Ctrl+Y too)", (desk) => desk.item?.redo(), { ours: true }],
    ["Ctrl+Alt+F", "A standard phrase, from the list", (desk) => desk.phrases?.open()],
    ["Ctrl+.", "Put right a name spelt nearly right", (desk) => desk.spelling?.first()],
    ["Ctrl+Alt+T", "Put it on the next meeting’s agenda, where that is offered", (desk) => desk.tabling?.first()],
    ["Ctrl+Alt+Shift+E", "Make it another kind", (desk) => desk.onBlock((item, block) => block.kindField.focus())],
    ["Ctrl+Alt+O", "How it was decided: mover, votes, consensus", (desk) => desk.decided?.how()],
    ["Alt+ArrowUp", "Move it up", (desk) => desk.onBlock((item, block) => item.move(block, -1))],
    ["Alt+ArrowDown", "Move it down", (desk) => desk.onBlock((item, block) => item.move(block, 1))],
    ["Ctrl+Alt+X", "Delete it", (desk) => desk.onBlock((item, block) => item.drop(block))],
    ["Ctrl+Alt+Z", "Bring back what was deleted last", (desk) => desk.item?.gone.bringBack()],
    ["Ctrl+Shift+8", "Points, or none", (desk) => desk.onBlock((item, block) => block.points("-"))],
    ["Ctrl+Shift+7", "Numbered points, or none", (desk) => desk.onBlock((item, block) => block.points("(1)"))],
    ["Ctrl+]", "A point further in, as a sub-point", (desk) => desk.onBlock((item, block) => block.shift(1))],
    ["Ctrl+[", "A point further out", (desk) => desk.onBlock((item, block) => block.shift(-1))],
  ],
};

// Other keys for the same: what many hands know.
const ALSO = [["Ctrl+Y", "", (desk) => desk.item?.redo(), { ours: true }]];

const CODES = { Enter: "Enter", "/": "Slash", ".": "Period", "[": "BracketLeft", "]": "BracketRight", 7: "Digit7", 8: "Digit8" };
const codeOf = (key) => CODES[key] ?? (key.length === 1 ? `Key${key}` : key);

function pressed(event) {
  const wanted = (keys) => {
    const parts = keys.split("+");
    const held = (name) => parts.includes(name);
    const code = event.code === "NumpadEnter" ? "Enter" : event.code;
    return (event.ctrlKey || event.metaKey) === held("Ctrl") && event.altKey === held("Alt") && event.shiftKey === held("Shift") && code === codeOf(parts.at(-1));
  };
  return [...Object.values(KEYS).flat(), ...ALSO].find(([keys]) => wanted(keys));
}

const writing = (target) => target.closest?.("input, textarea, select, [contenteditable]");

export function listen(desk) {
  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.getModifierState("AltGraph") || document.querySelector("dialog[open]")) return;
    if (event.key === "?" && !writing(event.target)) return desk.showKeys();
    const found = pressed(event);
    if (!found || (event.key.startsWith("Arrow") && event.target.closest("select, [role=combobox]"))) return;
    // In a field that is no part of an item the browser's own undo is meant.
    if (found[3]?.ours && writing(event.target) && !event.target.closest("[data-blocks]")) return;
    event.preventDefault();
    found[2](desk);
  });
}

const SHOWN = { ArrowUp: "↑", ArrowDown: "↓" };

export function table(within) {
  for (const [heading, rows] of Object.entries(KEYS)) {
    const lines = rows.map(([keys, words]) => {
      const shown = keys.split("+").flatMap((key) => [make("kbd", { textContent: SHOWN[key] ?? key }), " "]);
      return make("tr", {}, make("th", { scope: "row", textContent: words }), make("td", {}, ...shown));
    });
    within.append(make("table", {}, make("caption", { textContent: heading }), make("tbody", {}, ...lines)));
  }
}
