// The tick "Subject to ratification" is offered on decisions as soon as the quorum is lost at the open item.

export function keepRatifying(desk) {
  let short = false;
  const look = () => {
    const is = desk.isShort;
    if (is === short) return;
    short = is;
    for (const item of desk.items.values()) for (const block of item.blocks) block.dress();
  };
  // After whoever keeps the room has heard of it.
  const soon = () => queueMicrotask(look);
  for (const event of ["opened", "pulse", "back"]) desk.addEventListener(event, soon);
  for (const event of ["changed", "done", "refused"]) desk.outbox.addEventListener(event, soon);
}
