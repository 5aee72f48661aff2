// Where somebody is writing in an item: the block, its field, and the place in it; and going back there.

// A place is {key, field, start, end, top}; null where nobody writes in the item.
export function placeIn(item, held = document.activeElement) {
  const block = item.blocks.find((one) => one.element.contains(held));
  if (!block) return null;
  const field = Object.entries(block.fields).find(([, one]) => one === held)?.[0] ?? "text";
  const { selectionStart: start, selectionEnd: end } = block.fields[field];
  return { key: block.key, field, start, end, top: scrollY };
}

// Answers whether the place is still there. Without focus only the selection goes back: a pressed button keeps its focus.
export function goBack(item, place, { focus = true } = {}) {
  const block = place && item.blocks.find((one) => one.key === place.key);
  const field = block?.fields[place.field];
  if (!field) return false;
  if (focus) field.focus({ preventScroll: true });
  if (place.start != null && field.setSelectionRange) field.setSelectionRange(place.start, place.end);
  if (focus) field.scrollIntoView({ block: "nearest" });
  return true;
}
