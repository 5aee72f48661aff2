// Completing who owes an action: initials or a name, to somebody at this meeting; "GM/DS" is completed part by part.
// It only offers. What was typed stands until somebody is chosen, and the server says whom it recognised.

import { make, newId } from "./page.js";

const MOST = 6;
const BREAK = /[/,;&+]|\band\b/;

export class People {
  constructor(here) {
    this.are(here);
  }

  are(here) {
    this.here = here;
    this.often = new Map();
    for (const { initials } of here) this.often.set(initials, (this.often.get(initials) ?? 0) + 1);
  }

  // Initials where they name one person at this meeting, otherwise the whole name.
  wordsFor({ initials, name }) {
    return initials && this.often.get(initials) === 1 ? initials : name;
  }

  matching(part) {
    const sought = part.trim().toLowerCase();
    if (!sought) return [];
    const starts = (words) => words.toLowerCase().startsWith(sought);
    const whole = { initials: "ALL", name: "Everybody here", organisation: "" };
    const found = this.here.filter(({ initials, name }) => starts(initials) || name.split(" ").some(starts) || starts(name));
    return [...found, ...(starts("ALL") ? [whole] : [])].slice(0, MOST);
  }
}

// An ARIA combobox over a text field.
export function complete(field, people, chosen) {
  const list = make("ul", { className: "c-choices", id: newId("choices"), hidden: true, aria: { role: "listbox", label: "People at this meeting" } });
  let offered = [];
  let at = -1;
  const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "false", autocomplete: "off" };
  for (const [name, value] of Object.entries(attributes)) field.setAttribute(name, value);

  const place = () => {
    const before = field.value.slice(0, field.selectionStart);
    const found = [...before.matchAll(new RegExp(BREAK, "g"))].at(-1);
    const start = found ? found.index + found[0].length : 0;
    return [start, before.slice(start)];
  };

  function show(next = -1) {
    at = next;
    list.replaceChildren(...offered.map((person, index) => option(person, index)));
    list.hidden = offered.length === 0;
    field.setAttribute("aria-expanded", String(!list.hidden));
    if (at >= 0) field.setAttribute("aria-activedescendant", list.children[at].id);
    else field.removeAttribute("aria-activedescendant");
  }

  function option(person, index) {
    const words = make("span", { textContent: person.name }, person.organisation && make("small", { textContent: person.organisation }));
    const row = make("li", { id: newId("choice"), aria: { role: "option", selected: String(index === at) } }, make("b", { textContent: person.initials }), words);
    row.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      choose(index);
    });
    return row;
  }

  function close() {
    offered = [];
    show();
  }

  function choose(index) {
    const [start, part] = place();
    const space = part.match(/^\s*/)[0];
    const words = space + people.wordsFor(offered[index]);
    field.setRangeText(words, start, start + part.length, "end");
    close();
    chosen();
  }

  field.addEventListener("input", () => {
    offered = people.matching(place()[1]).filter((person) => people.wordsFor(person) !== place()[1].trim());
    show();
  });
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    if (list.hidden || event.ctrlKey || event.altKey) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      show((at + (event.key === "ArrowDown" ? 1 : -1 + (at < 0)) + offered.length) % offered.length);
    } else if ((event.key === "Enter" || event.key === "Tab") && at >= 0) {
      event.preventDefault();
      event.stopPropagation();
      choose(at);
    } else if (event.key === "Escape") {
      event.stopPropagation();
      close();
    }
  });
  return list;
}
