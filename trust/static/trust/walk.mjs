// Walking the list of actions at a meeting by keyboard: arrows go from line to line, one key does what is done to a line.

const lines = () => [...document.querySelectorAll("[data-walk]")];
const typing = (element) => element.matches("input, textarea, select");

function go(line) {
  line?.focus();
  line?.scrollIntoView({ block: "nearest" });
}

// Opens what the key is for; its first box takes the focus, and Enter sends it.
function open(line, key) {
  const act = line.querySelector(`[data-act="${CSS.escape(key)}"]`);
  if (!act) return false;
  line.querySelectorAll("[data-act][open]").forEach((other) => other !== act && other.removeAttribute("open"));
  act.open = true;
  act.querySelector("input:not([type='hidden'])")?.focus();
  return true;
}

function step(from, by) {
  const all = lines();
  go(all[Math.min(Math.max(all.indexOf(from) + by, 0), all.length - 1)]);
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const line = event.target.closest?.("[data-walk]") ?? (event.target === document.body ? lines()[0] : null);
  if (!line) return;
  if (event.key === "Escape") {
    line.querySelectorAll("[data-act][open]").forEach((act) => act.removeAttribute("open"));
    return go(line);
  }
  if (typing(event.target)) return;
  const key = event.key.toLowerCase();
  if (key === "arrowdown" || key === "arrowup") {
    event.preventDefault();
    return event.target === document.body ? go(line) : step(line, key === "arrowdown" ? 1 : -1);
  }
  if (key === "enter" && event.target === line) return void line.querySelector(".c-row__what a")?.click();
  const back = key === "z" && [...line.querySelectorAll('[data-key="z"]')].pop();
  if (back || open(line, key)) event.preventDefault();
  if (back) back.click();
});

// After an act the next line has the focus; after a refusal the box that it is about.
function begin() {
  const refused = document.querySelector("[data-act][open] input:not([type='hidden'])");
  if (refused) return refused.focus();
  const { hash } = window.location;
  const done = document.getElementById(`action-${hash.replace(/\D/g, "")}`);
  if (!done) return;
  if (!hash.startsWith("#after-")) return go(done);
  const all = lines();
  go(all[all.indexOf(done) + 1] ?? done);
}

begin();
