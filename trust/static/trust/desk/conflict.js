// Two officers wrote one item: both wordings side by side with what differs marked, and a proposal that puts them
// together, to be changed before it is taken. Nothing goes until the officer has chosen, and what is not chosen is put
// aside in sight, never thrown away.

import { besides } from "./aside.js";
import { compared } from "./merge.js";
import { button, grow, make, newId } from "./page.js";
import { both, isEmpty, losesWords, merged, sameBlock } from "./wording.js";

// Words that only this text has are marked, a row of them at once.
function text(block, other) {
  if (!other) return make("p", { className: "c-both__text", textContent: block.text });
  const rows = [];
  for (const { word, isShared } of compared(block.text, other.text)) {
    const last = rows.at(-1);
    if (last?.isShared === isShared) last.text += word;
    else rows.push({ isShared, text: word });
  }
  const shown = rows.map((row) => (row.isShared || !row.text.trim() ? row.text : make("mark", { textContent: row.text })));
  return make("p", { className: "c-both__text" }, ...shown);
}

export function column(heading, blocks, others, kinds) {
  const shown = blocks.filter((block) => !isEmpty(block)).map((block) => {
    const other = others.find(({ key }) => key === block.key);
    const same = other && sameBlock(other, block);
    const label = make("p", { className: "c-both__kind", textContent: same ? kinds[block.kind] : `${kinds[block.kind]}: differs` });
    return make("div", { className: same ? "c-both__same" : "c-both__other" }, label, text(block, same ? null : other), ...besides(block));
  });
  if (shown.length === 0) shown.push(make("p", { textContent: "Nothing is written here." }));
  return make("section", {}, make("h3", { textContent: heading }), ...shown);
}

// The proposal, block by block, each text to be changed; read() answers the blocks as they then stand.
function proposal(blocks, kinds) {
  const areas = blocks.map((block) => make("textarea", { className: "c-both__area", value: block.text, rows: 2, lang: "en-GB", spellcheck: true, aria: { label: `${kinds[block.kind]}, put together` } }));
  const shown = blocks.map((block, at) => make("div", {}, make("p", { className: "c-both__kind", textContent: kinds[block.kind] }), areas[at], ...besides(block)));
  const element = make("section", { className: "c-both__merged" }, make("h3", { textContent: "Put together: change it as you like before you take it" }), ...shown);
  const read = () => blocks.map((block, at) => ({ ...block, text: areas[at].value })).filter((block) => !isEmpty(block));
  const isTouched = () => areas.some((area, at) => area.value !== blocks[at].text);
  return { element, read, isTouched, grow: () => areas.forEach(grow) };
}

class Conflict {
  constructor(item, theirs) {
    Object.assign(this, { item, theirs, kinds: item.house.kinds, who: theirs.by || "Somebody else" });
    const said = `${this.who} saved this item while you were writing it. Choose what stands; both are kept until you do.`;
    const title = make("p", { id: newId("both"), className: "c-both__said", textContent: said });
    this.element = make("div", { className: "c-both", aria: { role: "group", labelledby: title.id } }, title);
    this.render();
    this.element.addEventListener("input", () => this.keep());
  }

  // What is changed in the proposal is kept on this computer too, as writing is.
  keep() {
    const { store, item } = this.item.saver;
    store.keepDraft(item, this.proposed.read(), "What you were putting together");
  }

  // Mine has changed below.
  follow() {
    if (this.element.isConnected && !this.proposed.isTouched()) this.render();
  }

  render() {
    const { item, theirs, kinds, who } = this;
    const mine = item.read();
    const when = theirs.saved ? `, saved ${theirs.saved}` : "";
    this.proposed = proposal(merged(mine, theirs.blocks, item.saver.agreed), kinds);
    const columns = [column("Yours, not saved", mine, theirs.blocks, kinds), column(`${who}’s${when}`, theirs.blocks, mine, kinds)];
    this.element.replaceChildren(this.element.firstElementChild, ...columns, this.proposed.element, this.acts());
    this.proposed.grow();
  }

  acts() {
    const act = (words, what, second = " govuk-button--secondary") => button(words, what, { className: `govuk-button${second}` });
    const { item, theirs } = this;
    return make(
      "div",
      { className: "c-both__acts" },
      act("Take what is put together", () => this.settle(this.proposed.read()), ""),
      act("Keep both", () => this.settle(both(item.read(), theirs.blocks, item.saver.agreed))),
      act("Keep yours", () => this.settle(item.read())),
      act("Keep theirs", () => this.settle(theirs.blocks, true)),
    );
  }

  // Whatever words of either do not stand in what was chosen are put aside.
  settle(chosen, unchanged = false) {
    const { item, theirs, who } = this;
    const mine = item.read();
    const draft = this.proposed.isTouched() ? this.proposed.read() : [];
    this.element.remove();
    const aside = [
      losesWords(draft, chosen) && { blocks: draft, why: "What you were putting together was put aside" },
      losesWords(mine, chosen) && { blocks: mine, why: "Your own text was put aside" },
      losesWords(theirs.blocks, chosen) && { blocks: theirs.blocks, why: `${who}’s text was put aside` },
    ];
    item.settle(chosen, theirs, { unchanged, aside: aside.filter(Boolean) });
    item.saver.store.forgetDraft(item.saver.item);
  }
}

export function showBoth(item, theirs) {
  item.conflict?.element.remove();
  item.conflict = new Conflict(item, theirs);
  item.holder.before(item.conflict.element);
  item.conflict.proposed.grow();
}
