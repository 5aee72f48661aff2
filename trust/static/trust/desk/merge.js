// Two texts put together word by word: what only one changed is taken from them, what both changed is kept of both.

import { bothAdded } from "./added.js";

const MOST = 4_000_000; // pairs of words that are compared; longer stretches are kept whole, of both

const parts = (text) => text.match(/\s+|[^\s]+/g) ?? [];

// Pairs [i, j] of words that stand in both, in order: a longest common row.
function common(one, other) {
  let start = 0;
  while (start < one.length && start < other.length && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const found = [];
  for (let i = 0; i < start; i += 1) found.push([i, i]);
  const [n, m] = [one.length - start - end, other.length - start - end];
  if (n > 0 && m > 0 && n * m <= MOST) {
    const pairs = row(one.slice(start, start + n), other.slice(start, start + m));
    for (const [i, j] of pairs) found.push([i + start, j + start]);
  }
  for (let i = end; i > 0; i -= 1) found.push([one.length - i, other.length - i]);
  return found;
}

function row(one, other) {
  const width = other.length + 1;
  const best = new Uint16Array((one.length + 1) * width);
  for (let i = one.length - 1; i >= 0; i -= 1) {
    for (let j = other.length - 1; j >= 0; j -= 1) {
      const [down, right] = [best[(i + 1) * width + j], best[i * width + j + 1]];
      best[i * width + j] = one[i] === other[j] ? best[(i + 1) * width + j + 1] + 1 : Math.max(down, right);
    }
  }
  const found = [];
  for (let [i, j] = [0, 0]; i < one.length && j < other.length; ) {
    if (one[i] === other[j]) found.push([i++, j++]);
    else if (best[(i + 1) * width + j] >= best[i * width + j + 1]) i += 1;
    else j += 1;
  }
  return found;
}

// The words of one text, each with whether the other has it too.
export function compared(text, other) {
  const [one, two] = [parts(text), parts(other)];
  const shared = new Set(common(one, two).map(([i]) => i));
  return one.map((word, i) => ({ word, isShared: shared.has(i) }));
}

// Where each word that stands in both texts begins in the one and in the other.
export function shared(text, other) {
  const [one, two] = [parts(text), parts(other)];
  const [from, to] = [one, two].map((words) => words.map(((at) => (word) => (at += word.length) - word.length)(0)));
  return common(one, two).map(([i, j]) => ({ from: from[i], to: to[j], length: one[i].length }));
}

const ends = (words) => /\s$/.test(words.join("")) || words.length === 0;

function bothWays(theirs, mine) {
  if (theirs.join("").trim() === mine.join("").trim()) return theirs;
  if (theirs.length === 0 || mine.length === 0) return [...theirs, ...mine];
  return [...theirs, ...(ends(theirs) || /^\s/.test(mine[0]) ? [] : [" "]), ...mine];
}

// base: the text both began from; without it nothing is known to be taken away, and every word of either is kept.
export function mergedText(mine, theirs, base) {
  const [a, b] = [parts(mine), parts(theirs)];
  const rows = base === undefined ? common(a, b).map(([i, j]) => [null, i, j]) : threefold(parts(base), a, b);
  const out = [];
  let [atBase, atMine, atTheirs] = [0, 0, 0];
  const origin = base === undefined ? null : parts(base);
  for (const [k, i, j] of [...rows, [origin?.length ?? null, a.length, b.length]]) {
    const [ours, yours] = [a.slice(atMine, i), b.slice(atTheirs, j)];
    const was = origin && origin.slice(atBase, k).join("");
    if (origin && ours.join("") === was) out.push(...yours);
    else if (origin && yours.join("") === was) out.push(...ours);
    else out.push((was && bothAdded(was, ours.join(""), yours.join(""))) || bothWays(yours, ours).join(""));
    if (i < a.length) out.push(a[i]);
    [atBase, atMine, atTheirs] = [(k ?? 0) + 1, i + 1, j + 1];
  }
  return out.join("");
}

// Words that stand in all three.
function threefold(base, mine, theirs) {
  const inTheirs = new Map(common(base, theirs));
  return common(base, mine)
    .filter(([k]) => inTheirs.has(k))
    .map(([k, i]) => [k, i, inTheirs.get(k)]);
}

// Whether some word of a text is missing from another, however they are ordered.
export function loses(text, other) {
  const left = new Map();
  for (const word of parts(other)) left.set(word, (left.get(word) ?? 0) + 1);
  return parts(text).some((word) => {
    if (!word.trim()) return false;
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count === 0;
  });
}
