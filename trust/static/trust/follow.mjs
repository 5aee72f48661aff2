// Following a meeting: asks every few seconds whether anything has changed, and swaps in what has.
//
// Fifty may follow at once, so each asks a little apart from the others; nobody asks while their tab is hidden, and
// seldom once the meeting is over. What changed is said once, politely.

const place = document.querySelector("[data-follow]");
const trouble = document.querySelector("[data-follow-trouble]");
const status = document.getElementById("status");
const SLOWEST = 30000; // ms

let timer, asking = false, failed = 0, ended = false;

const part = () => document.getElementById("follow");

// Up to a tenth earlier or later, so that followers do not ask all at once.
const apart = (wait) => wait * (0.9 + Math.random() * 0.2);

function plan() {
  clearTimeout(timer);
  if (ended || document.hidden) return;
  const often = Number(part().dataset.often);
  timer = setTimeout(ask, apart(failed ? Math.min(often * 2 ** failed, SLOWEST) : often));
}

async function ask() {
  if (asking || ended) return;
  asking = true;
  try {
    const headers = { "If-None-Match": part().dataset.mark };
    const answer = await fetch(place.dataset.follow, { headers, cache: "no-store", credentials: "same-origin" });
    await heard(answer);
  } catch {
    failed += 1;
    told(`This computer cannot reach the meeting. What stands here was so at ${place.dataset.asOf}; it is tried again.`);
  } finally {
    asking = false;
    plan();
  }
}

async function heard(answer) {
  if (answer.status === 401) return end("You have been signed out. ", "Sign in again");
  if (answer.status === 404) return end("This meeting is not open to you any longer. ");
  if (!answer.ok && answer.status !== 304) throw new Error(String(answer.status));
  failed = 0;
  told("");
  now();
  if (answer.ok) swap(await answer.text());
}

function swap(html) {
  const fresh = new DOMParser().parseFromString(html, "text/html").getElementById("follow");
  if (!fresh) throw new Error("no page");
  const old = part();
  const held = old.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
  old.replaceWith(document.importNode(fresh, true));
  if (held) part().querySelector(`a[href="${CSS.escape(held)}"]`)?.focus({ preventScroll: true });
  if (fresh.dataset.said !== old.dataset.said) say(fresh.dataset.said);
}

function say(words) {
  const line = document.createElement("span");
  line.className = "c-visually-hidden";
  line.textContent = words;
  status.replaceChildren(line);
}

function told(words) {
  trouble.hidden = words === "";
  if (trouble.textContent !== words) trouble.textContent = words;
}

function end(words, link) {
  ended = true;
  told(words);
  if (!link) return;
  const address = `/account/login/?next=${encodeURIComponent(location.pathname)}`;
  trouble.append(Object.assign(document.createElement("a"), { href: address, textContent: link }));
}

function now() {
  place.dataset.asOf = new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
}

document.addEventListener("visibilitychange", () => (document.hidden ? clearTimeout(timer) : ask()));
addEventListener("online", ask);
now();
plan();
