// Which listed name a word is nearly: one letter other, missing, too many or in the wrong place; two in a long word.
// Words of everyday minutes are left alone, and so is a word that is written small anywhere in the same meeting.

const WORD = /(?<![\p{L}\d])\p{Lu}\p{Ll}{4,}(?![\p{L}\d])/gu;
const LONG = 8; // letters, from which two may differ
const USUAL = new Set(
  (
    "about above action actions after agenda agreed also although amended another apologies approved april attendance august because been before below between board boards budget " +
    "chair chairs child children city class close closed colleagues comments committee concern concerns copies costs could councillor councillors county date dated dates deaths december decision decisions director directors discussion draft during " +
    "each early education either every everybody families february figures final finance first following forms forum friday from further general given great group groups health heard hence home homes house however included items january joint july june " +
    "later learning letter local making march matters meanwhile meeting meetings member members might minutes monday money months most must named names needs never next noted nothing november number october officer officers other others over paper papers parents partner partners people person places plans please point points police post posts present private progress proposals public " +
    "question questions quorum rather recent report reports resolved result review right roles safer saturday school schools second section september service services several share shared should since social some staff state still street streets strategy such sunday support teams terms thank thanks their there these they thing third this those three through thursday times today together total trust tuesday under until update used using vote votes wales wednesday week weeks were what when where whether which while whole will within women words work working works would year years young your youth"
  ).split(" "),
);

// Letters changed, added, left out, or two beside each other exchanged; more than `most` is not counted out.
export function apart(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let [before, row] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= other.length; to += 1) {
      const same = one[at - 1] === other[to - 1];
      next[to] = Math.min(row[to] + 1, next[to - 1] + 1, row[to - 1] + (same ? 0 : 1));
      const crossed = at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1];
      if (crossed) next[to] = Math.min(next[to], before[to - 2] + 1);
    }
    if (Math.min(...next) > most) return most + 1;
    [before, row] = [row, next];
  }
  return row[other.length];
}

export class Names {
  constructor(words) {
    this.words = new Set(words);
    this.small = new Set(words.map((word) => word.toLowerCase()));
    this.names = [...this.words].filter((word) => /^\p{Lu}\p{Ll}{4,}$/u.test(word));
    this.found = new Map();
  }

  knows(word) {
    const small = word.toLowerCase();
    return USUAL.has(small) || [small, small.replace(/s$/, ""), small.replace(/es$/, ""), `${small}s`].some((form) => this.small.has(form));
  }

  // The listed names that a word is nearest to: none, one, or two that are as near.
  near(word) {
    if (!this.found.has(word)) this.found.set(word, this.knows(word) ? [] : this.nearest(word));
    return this.found.get(word);
  }

  nearest(word) {
    const most = word.length >= LONG ? 2 : 1;
    const near = this.names.map((name) => ({ name, far: apart(word.toLowerCase(), name.toLowerCase(), most) })).filter(({ far }) => far <= most);
    const least = Math.min(...near.map(({ far }) => far));
    return near.filter(({ far }) => far === least).map(({ name }) => name).slice(0, 2);
  }

  // [word, names] for each word of the text that is nearly a name.
  slips(text, meeting = text) {
    const words = [...new Set(text.match(WORD) ?? [])];
    const isWrittenSmall = (word) => new RegExp(`(?<!\\p{L})${word.toLowerCase()}(?!\\p{L})`, "u").test(meeting);
    return words.map((word) => [word, this.near(word)]).filter(([word, names]) => names.length && !isWrittenSmall(word));
  }
}

export const instead = (text, word, name) => text.replace(new RegExp(`(?<![\\p{L}\\d])${word}(?![\\p{L}\\d])`, "gu"), name);
