// Making elements, and reading what the server put in the page.

export function make(tag, fields = {}, ...children) {
  const { data = {}, aria = {}, ...rest } = fields;
  const element = Object.assign(document.createElement(tag), rest);
  Object.assign(element.dataset, data);
  for (const [name, value] of Object.entries(aria)) element.setAttribute(name === "role" ? name : `aria-${name}`, value);
  element.append(...children.filter((child) => child != null && child !== ""));
  return element;
}

export const read = (id) => JSON.parse(document.getElementById(id).textContent);

export const button = (words, act, fields = {}) => {
  const made = make("button", { type: "button", textContent: words, ...fields });
  made.addEventListener("click", act);
  return made;
};

let count = 0;
export const newId = (stem) => `${stem}-${(count += 1)}`;

// Text areas grow with what is in them, where the style sheet alone cannot.
const grows = CSS.supports("field-sizing", "content");
export function grow(area) {
  if (grows) return;
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight}px`;
}
