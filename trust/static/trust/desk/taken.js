// Another desk saved this item, and this one has not touched it since: their wording comes in around the caret.

import { goBack, placeIn } from "./caret.js";
import { shared } from "./merge.js";
import { isEmpty } from "./wording.js";

// Where a place in one text is in another: beside the word that it stood at, wherever that stands by now.
export function moved(caret, was, now) {
  let [before, standing] = [0, 0]; // what was and what is now, up to the last word of both
  for (const { from, to, length } of [...shared(was, now), { from: was.length, to: now.length, length: 0 }]) {
    if (caret < from || length === 0) return standing + within(caret - before, was.slice(before, from), now.slice(standing, to));
    if (caret <= from + length) return to + caret - from;
    [before, standing] = [from + length, to + length];
  }
}

// In what was rewritten, what stands before the difference keeps its count, what stands after it too.
function within(caret, was, now) {
  let start = 0;
  while (start < was.length && start < now.length && was[start] === now[start]) start += 1;
  if (caret <= start) return caret;
  let end = 0;
  while (end < was.length - start && end < now.length - start && was.at(-1 - end) === now.at(-1 - end)) end += 1;
  return caret >= was.length - end ? caret + now.length - was.length : Math.min(caret, now.length - end);
}

// A block begun here and still empty is no touching: it stays under the caret, after the block it followed or last.
function withBegun(item, blocks) {
  const begun = item.writing();
  if (!begun || begun.known || !isEmpty(begun.read())) return blocks;
  const before = item.blocks[item.blocks.indexOf(begun) - 1]?.key;
  const at = blocks.findIndex(({ key }) => key === before);
  const all = [...blocks];
  all.splice(at < 0 ? all.length : at + 1, 0, begun.state());
  return all;
}

export function takeIn(item, wire) {
  const place = placeIn(item);
  const was = place && document.activeElement.value;
  item.put(withBegun(item, wire.blocks.map((block) => ({ ...block, known: true }))));
  const now = place && item.blocks.find(({ key }) => key === place.key)?.fields[place.field]?.value;
  if (now !== undefined && place?.start != null && now !== was) {
    goBack(item, { ...place, start: moved(place.start, was, now), end: moved(place.end, was, now) });
  }
  item.section.toggleAttribute("data-decided", Boolean(wire.decided));
  item.saver.took(wire);
  item.lacks(wire.lacks);
}
