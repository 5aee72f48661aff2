// What every page needs of the browser: send the token, say when sending failed, take focus to errors, open a desk tab.
// GOV.UK components are fetched only by pages that hold one.

const status = () => document.getElementById("status");

export function say(sentence, tone = "error") {
  const said = document.createElement("div");
  said.className = `c-said c-said--${tone}`;
  said.append(Object.assign(document.createElement("p"), { textContent: sentence }));
  status()?.replaceChildren(said);
}

function sentenceFor(code) {
  if (code === 401 || code === 403) return "That was not allowed. You may have been signed out: sign in again in another tab, then repeat it.";
  if (code === 404) return "That is no longer here. Load the page again to see how things stand.";
  if (code === 413) return "That file is too large.";
  if (code === 429) return "Too many tries. Wait a minute, then repeat it.";
  return "Something went wrong on our side and that was not saved. Try again in a moment.";
}

// 409 and 422 bring a partial with its own sentence (see htmx-config in base.html); the rest is said here.
document.addEventListener("htmx:responseError", ({ detail }) => {
  if (![409, 422].includes(detail.xhr.status)) say(sentenceFor(detail.xhr.status));
});
document.addEventListener("htmx:sendError", () => say("The connection is lost and that was not saved. It will work again when you are online."));
document.addEventListener("htmx:timeout", () => say("The server took too long to answer. Try again in a moment."));

document.addEventListener("allauth.error", () => say("The passkey was not used. Try again, or sign in with your password."));

function focusErrors(within = document) {
  within.querySelector("[data-errors]")?.focus();
}

// A link in the error summary goes to its field, label in sight.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("[data-errors] a[href^='#']");
  const field = link && document.getElementById(link.hash.slice(1));
  if (!field) return;
  event.preventDefault();
  (field.closest("fieldset") ?? document.querySelector(`label[for="${CSS.escape(field.id)}"]`) ?? field).scrollIntoView();
  field.focus({ preventScroll: true });
});

// Desk tabs on a phone: without script they are links to the three parts.
document.addEventListener("click", (event) => {
  const tab = event.target.closest?.("[data-desk-tabs] a[href^='#']");
  const desk = tab && document.getElementById(tab.hash.slice(1))?.closest("[data-open]");
  if (!desk) return;
  event.preventDefault();
  desk.dataset.open = tab.hash.slice(1);
  for (const other of tab.parentElement.children) other.toggleAttribute("aria-current", false);
  tab.setAttribute("aria-current", "true");
});

async function startComponents(within = document) {
  const found = within.querySelector('[data-module^="govuk-"]:not([data-module="govuk-error-summary"])');
  const address = document.querySelector("meta[name='house-components']")?.content;
  if (!found || !address) return;
  const { initAll } = await import(address);
  initAll({ scope: within === document ? document : within });
}

document.body.classList.add("js-enabled", "govuk-frontend-supported");
document.addEventListener("htmx:afterSwap", ({ detail }) => {
  focusErrors(detail.target);
  startComponents(detail.target);
});
focusErrors();
startComponents();
