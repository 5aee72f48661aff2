// What this computer keeps of items that have no place to write any longer: the minutes are closed, or the item came off
// the agenda. It is shown, to be put elsewhere by hand.

import { aside } from "./aside.js";

// Closed minutes take nothing more.
export function showKept(desk) {
  const { store } = desk;
  for (const section of desk.parts.filter((part) => part.dataset.item)) {
    for (const { key, entry } of store.take(section.dataset.item)) {
      const line = aside(entry.blocks, "Kept on this computer, not in the minutes", { "Leave it out": () => store.drop(key) });
      section.querySelector("[data-blocks]").before(line);
      desk.entry(section.id)?.classList.add("c-desk-item--contested");
    }
  }
}

// Above every part: nobody would look for it under an item that is not there.
export function showOrphans(desk) {
  const { store } = desk;
  const items = new Set(desk.parts.map((part) => part.dataset.item));
  for (const { key, entry } of store.takeBeside(items)) {
    const drop = () => store.drop(key);
    const acts = { "Leave it out": drop };
    if (desk.outbox) acts["Put it under the open item"] = () => under(desk, entry.blocks) && drop();
    const of = entry.name ? `“${entry.name}”` : "an item";
    desk.parts[0].before(aside(entry.blocks, `Written here for ${of}, which is no longer on the agenda; it is not in the minutes`, acts));
  }
}

function under({ item, status }, blocks) {
  if (item) item.putBelow(blocks);
  else status.say("Open an item first.");
  return Boolean(item);
}
