// The block deleted last, in sight where it stood until something else comes of it: one press brings it back.

import { button, make } from "./page.js";

export class Gone {
  constructor(item) {
    Object.assign(this, { item, last: null });
  }

  remember(block, place) {
    this.forget();
    const { holder, house } = this.item;
    const back = button("Bring it back", () => this.bringBack(), { className: "c-as-link" });
    const line = make("p", { className: "c-gone", aria: { role: "status" } }, `${house.kinds[block.kind]} deleted. `, back);
    this.last = { block, place, line };
    holder.insertBefore(line, holder.children[place] ?? null);
  }

  forget() {
    this.last?.line.remove();
    this.last = null;
  }

  bringBack() {
    if (!this.last) return;
    const { block, place } = this.last;
    this.forget();
    const { blocks, holder } = this.item;
    const at = Math.min(place, blocks.length);
    holder.insertBefore(block.element, blocks[at]?.element ?? null);
    blocks.splice(at, 0, block);
    block.focus();
    this.item.changed(block);
  }
}
