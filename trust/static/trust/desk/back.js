// Text that a window which is gone left on this computer: it stands in the item again and goes in, and beside it what the
// minutes had until now, so that the officer sees both and can go back.

import { column } from "./conflict.js";
import { button, make, newId } from "./page.js";

function moment(at) {
  const then = new Date(at);
  const time = then.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  const isToday = then.toDateString() === new Date().toDateString();
  return isToday ? time : `${time} on ${then.toLocaleDateString("en-GB", { weekday: "long", day: "numeric", month: "long" })}`;
}

export function showBack(item, { blocks, at }, shown) {
  const { kinds } = item.house;
  const said = "This was written here and not saved then. It stands in the item again, and is saved as it is.";
  const title = make("p", { id: newId("back"), className: "c-both__said", textContent: said });
  const secondary = { className: "govuk-button govuk-button--secondary" };
  const panel = make(
    "div",
    { className: "c-both", aria: { role: "group", labelledby: title.id } },
    title,
    column(`Kept on this computer, ${moment(at)}`, blocks, shown, kinds),
    column("In the minutes until now", shown, blocks, kinds),
    make("div", { className: "c-both__acts" }, button("Keep it", () => done(), secondary), button("Go back to what the minutes had", () => back(), secondary)),
  );
  const done = () => {
    panel.remove();
    item.blocks.at(-1).focus();
  };
  const back = () => {
    const why = "What was kept on this computer was put aside";
    const left = item.read();
    item.setAside(left, why, item.saver.store.keepAside(item.saver.item, left, why));
    item.put(shown);
    item.changed();
    done();
  };
  item.holder.before(panel);
}
