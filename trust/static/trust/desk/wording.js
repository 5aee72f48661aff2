// Blocks as they are sent: comparing them, telling empty ones, and putting two wordings together.

import { uuid } from "./store.js";

const words = (block) => {
  const { kind, text, decision, action } = block;
  const chosen = kind === "decision" ? [decision?.kind || "agreed", decision?.amended_from || "", decision?.amended_to || ""] : [];
  const owed = kind === "action" ? [action?.who || "", action?.when || ""] : [];
  return JSON.stringify([kind, text.trim(), ...chosen, ...owed]);
};

export const sameBlock = (one, other) => words(one) === words(other);

export const isEmpty = ({ text, action, decision }) =>
  ![text, action?.who, action?.when, decision?.amended_from, decision?.amended_to].some((part) => part?.trim());

export function sameWording(one, other) {
  const [a, b] = [one, other].map((blocks) => blocks.filter((block) => !isEmpty(block)));
  return a.length === b.length && a.every((block, place) => block.key === b[place].key && sameBlock(block, b[place]));
}

// Theirs in their order; each of mine that they do not have, or have otherwise, after the block it followed or changed.
export function both(mine, theirs) {
  const merged = [...theirs];
  let after = -1;
  for (const block of mine) {
    const place = merged.findIndex((other) => other.key === block.key);
    if (place >= 0) after = place;
    if (place >= 0 && sameBlock(merged[place], block)) continue;
    after += 1;
    merged.splice(after, 0, place >= 0 ? { ...block, key: uuid() } : block);
  }
  return merged;
}
