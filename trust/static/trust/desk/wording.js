// Blocks as they are sent: comparing them, telling empty ones, and putting two wordings together.

import { loses, mergedText } from "./merge.js";
import { uuid } from "./store.js";

const words = (block) => {
  const { kind, text, decision, action } = block;
  const chosen = kind === "decision" ? [decision?.kind || "agreed", decision?.amended_from || "", decision?.amended_to || "", Boolean(decision?.ratify)] : [];
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

const apart = (block) => words({ ...block, text: "" });

// One text where nothing of either is lost by it: one holds the other, or both only added, at one place, to the base.
function joined(mine, theirs, base) {
  if (mine.includes(theirs)) return mine;
  if (theirs.includes(mine)) return theirs;
  if (base === undefined) return null;
  let start = 0;
  while (start < base.length && mine[start] === base[start] && theirs[start] === base[start]) start += 1;
  const rest = base.slice(start);
  if (!mine.endsWith(rest) || !theirs.endsWith(rest) || Math.min(mine.length, theirs.length) < base.length) return null;
  const added = [theirs, mine].map((text) => text.slice(start, text.length - rest.length));
  return base.slice(0, start) + added.join(/\s$/.test(added[0]) ? "" : " ") + rest;
}

// Theirs in their order; each of mine that they do not have, or have otherwise, after the block it followed or changed.
// base: the blocks both began from, as far as known; it tells additions from rewording.
export function both(mine, theirs, base = []) {
  const merged = [...theirs];
  let after = -1;
  for (const block of mine) {
    const place = merged.findIndex((other) => other.key === block.key);
    const other = merged[place];
    if (place >= 0) after = place;
    if (other && sameBlock(other, block)) continue;
    const began = base.find(({ key }) => key === block.key)?.text;
    const text = other && apart(other) === apart(block) ? joined(block.text, other.text, began) : null;
    if (text !== null) merged[place] = { ...block, text };
    else merged.splice((after += 1), 0, other ? { ...block, key: uuid() } : block);
  }
  return merged;
}

// A proposal: both wordings as one. What only one of them changed, dropped or added since the base is taken from them;
// what both changed is kept of both, word by word. Where the base is not known, everything of both is kept.
export function merged(mine, theirs, base = []) {
  const began = new Map(base.map((block) => [block.key, block]));
  const [ours, yours] = [mine, theirs].map((blocks) => new Map(blocks.map((block) => [block.key, block])));
  const isDropped = (block, other) => began.has(block.key) && !other.has(block.key) && sameBlock(block, began.get(block.key));
  const kept = theirs.filter((block) => !isDropped(block, ours)).map((block) => together(ours.get(block.key), block, began.get(block.key)));
  mine.forEach((block, place) => {
    if (yours.has(block.key) || isDropped(block, yours)) return;
    const earlier = mine.slice(0, place).map(({ key }) => key);
    kept.splice(kept.findLastIndex(({ key }) => earlier.includes(key)) + 1, 0, block);
  });
  return kept;
}

function together(mine, theirs, base) {
  if (!mine || sameBlock(mine, theirs)) return theirs;
  const rest = base && apart(theirs) === apart(base) ? mine : theirs;
  return { ...rest, text: mergedText(mine.text, theirs.text, base?.text) };
}

const wordsOf = (blocks) => blocks.map(({ text, action, decision }) => [text, action?.who, action?.when, decision?.amended_from, decision?.amended_to].filter(Boolean).join(" ")).join(" ");

// Whether some word of a wording stands nowhere in another.
export const losesWords = (blocks, others) => loses(wordsOf(blocks), wordsOf(others));
