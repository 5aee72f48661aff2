// Two officers wrote one item: both wordings side by side, and nothing goes until the officer has chosen.

import { button, make, newId } from "./page.js";
import { both, isEmpty, sameBlock } from "./wording.js";

function column(heading, blocks, others, kinds) {
  const shown = blocks.filter((block) => !isEmpty(block)).map((block) => {
    const same = others.some((other) => other.key === block.key && sameBlock(other, block));
    const owed = block.action && [block.action.who, block.action.when].filter(Boolean).join(", ");
    return make(
      "div",
      { className: same ? "c-both__same" : "c-both__other" },
      make("p", { className: "c-both__kind", textContent: same ? kinds[block.kind] : `${kinds[block.kind]}: differs` }),
      make("p", { className: "c-both__text", textContent: block.text }),
      owed && make("p", { className: "c-both__text", textContent: `Who and when: ${owed}` }),
    );
  });
  if (shown.length === 0) shown.push(make("p", { textContent: "Nothing is written here." }));
  return make("section", {}, make("h3", { textContent: heading }), ...shown);
}

export function showBoth(item, theirs) {
  item.section.querySelector(".c-both")?.remove();
  const { kinds } = item.house;
  const mine = item.read();
  const who = theirs.by || "Somebody else";
  const when = theirs.saved ? `, saved ${theirs.saved}` : "";
  const title = make("p", { id: newId("both"), className: "c-both__said", textContent: `${who} saved this item while you were writing it. Choose what stands; both are kept until you do.` });
  const settle = (blocks, more) => {
    panel.remove();
    item.settle(blocks, theirs, more);
  };
  const acts = make(
    "div",
    { className: "c-both__acts" },
    button("Keep both", () => settle(both(item.read(), theirs.blocks, item.saver.agreed)), { className: "govuk-button" }),
    button("Keep yours", () => settle(item.read()), { className: "govuk-button govuk-button--secondary" }),
    button("Keep theirs", () => settle(theirs.blocks, { unchanged: true, aside: item.read() }), { className: "govuk-button govuk-button--secondary" }),
  );
  const panel = make(
    "div",
    { className: "c-both", aria: { role: "group", labelledby: title.id } },
    title,
    column("Yours, not saved", mine, theirs.blocks, kinds),
    column(`${who}’s${when}`, theirs.blocks, mine, kinds),
    acts,
  );
  item.holder.before(panel);
}
