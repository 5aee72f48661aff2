// What an item was before each step, so that steps can be taken back and done again, whatever was saved meanwhile.
//
// A step is one act (deleting, moving, another kind, a paste, a phrase), or typing without a pause in one field. What
// another officer wrote is part of every step once it has come in: undoing never takes it away.

const PAUSE = 1000; // ms without a key, after which typing is a new step
const MOST = 300; // steps kept
const TYPING = ["insertText", "insertCompositionText", "deleteContentBackward", "deleteContentForward"];

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

export class Past {
  // read(): the blocks as they stand, hidden fields too; show(blocks): put them on the screen; place(): the caret
  constructor({ section, read, show, place }) {
    Object.assign(this, { read, show, place, before: [], after: [], now: read(), run: null, input: null, at: null });
    for (const event of ["keydown", "beforeinput", "pointerdown", "focusin"]) {
      section.addEventListener(event, () => this.mark(), true);
    }
    section.addEventListener("beforeinput", (event) => this.menu(event));
    section.addEventListener("input", (event) => (this.input = event), true);
    section.addEventListener("input", () => (this.input = null));
  }

  mark() {
    this.at = this.place() ?? this.at;
  }

  // The browser's own undo, from its menu, would know nothing of the other blocks.
  menu(event) {
    const act = { historyUndo: "undo", historyRedo: "redo" }[event.inputType];
    if (!act) return;
    event.preventDefault();
    this[act](true);
  }

  // Something has changed: note it as a step of its own, or with the typing it goes on.
  note() {
    const blocks = this.shared(this.read());
    if (same(blocks, this.now)) return;
    const run = this.typing();
    if (!run || !this.goesOn(run)) this.before = [...this.before, { blocks: this.now, place: this.at }].slice(-MOST);
    Object.assign(this, { now: blocks, run, after: [] });
  }

  // Which field is being typed in, whether taking away, and whether a sentence ends with it; null for any other act.
  typing() {
    const { input } = this;
    if (!TYPING.includes(input?.inputType)) return null;
    const takes = input.inputType.startsWith("delete");
    return { field: input.target, takes, ends: /[.?!]$/.test(input.data ?? ""), at: Date.now() };
  }

  goesOn({ field, takes, at }) {
    const last = this.run;
    return last && last.field === field && last.takes === takes && !last.ends && at - last.at < PAUSE;
  }

  // Blocks that stayed as they were are kept once, however many steps there are.
  shared(blocks) {
    const known = new Map(this.now.map((block) => [block.key, block]));
    return blocks.map((block) => (same(known.get(block.key), block) ? known.get(block.key) : block));
  }

  undo(focus) {
    return this.step(this.before, this.after, focus);
  }

  redo(focus) {
    return this.step(this.after, this.before, focus);
  }

  step(from, to, focus) {
    let step = from.pop();
    while (step && same(step.blocks, this.now)) step = from.pop();
    if (!step) return false;
    to.push({ blocks: this.now, place: this.place() ?? this.at });
    this.run = null;
    this.show(step.blocks, step.place, focus);
    this.now = this.read();
    return true;
  }

  // A wording has come in that was not written here: it stands in every step from now on.
  came() {
    const blocks = this.read();
    const [was, is] = [this.now, blocks].map((all) => new Map(all.map((block) => [block.key, block])));
    const theirs = new Set([...was.keys(), ...is.keys()].filter((key) => !same(was.get(key), is.get(key))));
    for (const step of [...this.before, ...this.after]) step.blocks = withTheirs(step.blocks, blocks, theirs);
    Object.assign(this, { now: blocks, run: null });
  }
}

function withTheirs(blocks, standing, theirs) {
  const kept = blocks.filter((block) => !theirs.has(block.key));
  standing.forEach((block, place) => {
    if (!theirs.has(block.key)) return;
    const earlier = standing.slice(0, place).map(({ key }) => key);
    const after = kept.findLastIndex(({ key }) => earlier.includes(key));
    kept.splice(after + 1, 0, block);
  });
  return kept;
}
