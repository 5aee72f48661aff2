// Taking attendance by keyboard: within the list, arrows go from line to line, and one key marks the line.

const line = (element) => element.closest?.("[data-row]");
const typing = (element) => element.matches("input, textarea, select");

function go(from, step) {
  const rows = [...document.querySelectorAll("[data-row]")];
  const to = rows[rows.indexOf(from) + step];
  to?.querySelector("[data-key='p']")?.focus();
}

document.addEventListener("keydown", (event) => {
  const row = line(event.target);
  if (!row || typing(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
  const key = event.key.toLowerCase();
  if (key === "arrowdown" || key === "arrowup") {
    event.preventDefault();
    go(row, key === "arrowdown" ? 1 : -1);
    return;
  }
  const link = key === "s" && row.querySelector("[id^='substitute-']");
  const button = row.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (!link && !button) return;
  event.preventDefault();
  if (link) return void send("GET", link.href, row, {});
  if (button.getAttribute("aria-pressed") !== "true") send("POST", button.form.action, row, { status: button.value });
  go(row, 1);
});

// One request of a line after the other, each from the line as the last one left it.
const asked = new Map();

function send(method, address, { id }, values) {
  const ask = () => window.htmx.ajax(method, address, { source: `#${id}`, target: `#${id}`, swap: "outerHTML settle:0s", values });
  asked.set(id, (asked.get(id) ?? Promise.resolve()).then(ask, ask));
}

// A form opened in a line takes the focus.
document.addEventListener("htmx:afterSettle", ({ detail }) => {
  document.getElementById(detail.target?.id ?? "")?.querySelector(".c-came__form :is(select, input:not([type='hidden']))")?.focus();
});
