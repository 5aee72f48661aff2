// A stretch of text to which two officers only added: what both added in it, and each of its letters once. Word by word
// it would stand there twice, as soon as one of them wrote on without a space.

const isOpen = (before, after) => /\s$/.test(before) || /^\s/.test(after);

// By place in the base, what a text has more there: at one place, or before it all and after it. Null where anything of
// the base is gone.
function additions(base, text) {
  let at = 0;
  while (at < base.length && base[at] === text[at]) at += 1;
  const rest = base.slice(at);
  if (text.length >= base.length && text.endsWith(rest)) return new Map([[at, text.slice(at, text.length - rest.length)]]);
  const [before, after, more] = text.split(base);
  return after !== undefined && more === undefined && isOpen(before, after) ? new Map([[0, before], [base.length, after]]) : null;
}

// Whether two pieces meet within a word or a number; after a stop a letter begins another.
const meet = (left, right) => /\S$/.test(left) && /^\S/.test(right) && !(/[.;:,!?)\]…]$/.test(left) && /^\p{L}/u.test(right));

// Whether a number is another by what was added: of two who did that neither is right by letters.
const counts = (left, right) => /\d[.,:/]?$/.test(left) && /^[.,:/]?\d/.test(right);
const isNumber = (base, all) => [...all].some(([at, added]) => counts(base.slice(0, at), added) || counts(added, base.slice(at)));

// What both added at one place; null where both wrote on in one word.
function atOnePlace(before, theirs, mine, after) {
  if (!theirs || !mine) return theirs || mine || "";
  const [goesOn, leadsIn] = [(added) => meet(before, added), (added) => meet(added, after)];
  if ([theirs, mine].every((added) => goesOn(added) || leadsIn(added))) return null;
  const [one, two] = goesOn(mine) || leadsIn(theirs) ? [mine, theirs] : [theirs, mine];
  return one + (isOpen(one, two) ? "" : " ") + two;
}

// The stretch with what both added; null where either took something away, or both wrote in one word.
export function bothAdded(base, mine, theirs) {
  const [ours, yours] = [mine, theirs].map((text) => additions(base, text));
  if (!ours || !yours || (isNumber(base, ours) && isNumber(base, yours))) return null;
  const places = [...new Set([...ours.keys(), ...yours.keys(), base.length])].sort((one, other) => one - other);
  let [text, done] = ["", 0];
  for (const at of places) {
    const added = atOnePlace(base.slice(0, at), yours.get(at), ours.get(at), base.slice(at));
    if (added === null) return null;
    text += base.slice(done, at) + added;
    done = at;
  }
  return text;
}
