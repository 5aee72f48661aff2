// Dragging on the agenda: an item by its number, a section by its heading. Each drop posts what Up and Down would.

const libraryOf = () => document.querySelector("meta[name='house-sorting']")?.content;

async function startSorting() {
  const agenda = document.querySelector("#agenda[data-place]");
  if (!agenda || agenda.dataset.sorting) return;
  agenda.dataset.sorting = "on";
  await import(libraryOf());
  const { Sortable } = window;
  const settings = { handle: "[data-grip]", animation: 120, onEnd: (event) => place(agenda, event) };
  for (const list of agenda.querySelectorAll("[data-section]")) {
    new Sortable(list, { ...settings, group: "items" });
  }
  new Sortable(agenda.querySelector("[data-parts]"), { ...settings, draggable: "[data-parts] > li" });
}

function place(agenda, { item, to, from, oldIndex, newIndex }) {
  if (to === from && oldIndex === newIndex) return;
  window.htmx.ajax("POST", agenda.dataset.place, {
    source: agenda,
    target: "#agenda",
    swap: "outerHTML settle:0s",
    values: {
      item: item.dataset.item,
      section: to.dataset.section ?? "",
      before: item.nextElementSibling?.dataset.item ?? "",
    },
  });
}

document.addEventListener("htmx:afterSettle", startSorting);
startSorting();
