// Signed out at an open desk: signing in again over the page, which stays as it is. What waited goes in by itself, and
// only for the officer whose desk it is; the server answers 401 to anybody else who signs in here.
//
// The dialog opens when it is asked to, never by itself: whoever is in the middle of a sentence goes on writing.

import { token } from "./asking.js";

const AWAY = "The network is away. Your text is kept on this computer; try again when it is back.";
const TOO_MANY = "Too many tries. Wait a few minutes, then try again.";
const STOPPED = "That took too long, or the server was started anew. Give your password again.";
const HEADERS = { Accept: "application/json", "X-Requested-With": "XMLHttpRequest" };

class SignIn {
  constructor(desk) {
    const dialog = document.getElementById("desk-sign-in");
    Object.assign(this, { desk, dialog, begun: false, held: null });
    [this.password, this.code] = dialog.querySelectorAll("form");
    this.said = dialog.querySelector("[data-said]");
  }

  begin() {
    const { desk, dialog } = this;
    desk.signIn = this;
    desk.addEventListener("signed-out", ({ detail }) => this.isOut(detail));
    desk.addEventListener("back", () => this.isBack());
    this.password.addEventListener("submit", (event) => this.submit(event, () => this.sendPassword()));
    this.code.addEventListener("submit", (event) => this.submit(event, () => this.sendCode()));
    dialog.querySelector("[data-later]").addEventListener("click", () => this.shut());
    dialog.addEventListener("close", () => this.returns());
    desk.root.addEventListener("focusin", ({ target }) => !dialog.contains(target) && target.matches("textarea, input") && (this.held = target));
  }

  isOut({ sentence }) {
    this.desk.status.signedOut = sentence;
    this.desk.state();
  }

  isBack() {
    if (this.desk.status.out) renew();
    this.desk.status.signedOut = "";
    for (const saver of this.desk.savers) saver.isIn();
    this.desk.flush();
    this.desk.state();
    if (this.dialog.open) this.shut();
  }

  open() {
    if (!this.desk.status.out || this.dialog.open) return;
    this.dialog.querySelector("[data-why]").textContent = this.desk.status.out;
    this.turn(this.password);
    this.tell("");
    this.dialog.showModal();
    this.password.elements.password.focus();
  }

  // At once, not with the event that follows: the next key is the officer's text.
  shut() {
    this.dialog.close();
    this.returns();
  }

  // Whoever was writing goes on where they were.
  returns() {
    this.password.elements.password.value = "";
    const { activeElement } = document;
    if (this.held?.isConnected && activeElement !== this.held && !activeElement?.matches("textarea")) this.held.focus({ preventScroll: true });
  }

  turn(form) {
    for (const one of [this.password, this.code]) one.hidden = one !== form;
  }

  tell(sentence) {
    this.said.textContent = sentence;
    this.said.hidden = !sentence;
  }

  async submit(event, act) {
    event.preventDefault();
    if (this.busy) return;
    this.busy = true;
    this.tell("");
    try {
      await act();
    } catch {
      this.tell(AWAY);
    } finally {
      this.busy = false;
    }
  }

  // A sign-in begun and not ended, or somebody else's, is ended first: theirs would be taken for this officer's.
  async sendPassword(again = true) {
    const { login, code, logout } = this.dialog.dataset;
    const { login: email, password } = this.password.elements;
    if (!email.value.trim() || !password.value) return this.tell("Give your e-mail address and your password.");
    if (!token()) await fetch(login, { headers: HEADERS });
    if (this.begun || this.desk.status.isSomebodyElse) await post(logout, {});
    this.begun = false;
    const response = await post(login, { login: email.value.trim(), password: password.value });
    const { form, location = "" } = await read(response);
    if (response.status === 403 && again) {
      await fetch(login, { headers: HEADERS });
      return this.sendPassword(false);
    }
    if (response.status === 429) return this.tell(TOO_MANY);
    if (response.status === 400) return this.wrong(wordsOf(form));
    this.begun = location.includes(code);
    if (!this.begun) return this.check();
    this.turn(this.code);
    this.code.elements.code.value = "";
    this.code.elements.code.focus();
  }

  wrong(sentence) {
    this.tell(sentence || "That was not accepted.");
    const { password } = this.password.elements;
    password.value = "";
    password.focus();
  }

  async sendCode() {
    const { code } = this.code.elements;
    if (!code.value.trim()) return this.tell("Give the code.");
    const response = await post(this.dialog.dataset.code, { code: code.value.trim() });
    if (response.type === "opaqueredirect") return this.check();
    if (response.status === 429) return this.tell(TOO_MANY);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const told = [...page.querySelectorAll(".govuk-error-message, .errorlist li")].map((line) => line.textContent.replace("Error:", "").trim());
    this.tell([...new Set(told)].join(" ") || "That code was not accepted.");
    code.select();
  }

  // Who is signed in now is the server's word: the next pulse goes through, or says why not. One that was on its way
  // before the password was given would still say "out".
  async check() {
    await this.desk.pulse.beating;
    const told = await this.desk.pulse.beat();
    if (told === "out") {
      this.tell(this.desk.status.isSomebodyElse ? this.desk.status.out : STOPPED);
      this.begun = false;
      this.turn(this.password);
    } else if (told === "away") throw new TypeError("no answer");
    else this.isBack();
  }
}

const post = (address, fields) =>
  fetch(address, {
    method: "POST",
    body: new URLSearchParams(fields),
    redirect: "manual",
    headers: { ...HEADERS, "X-CSRFToken": token() },
  });

const read = (response) => response.json().catch(() => ({}));

const wordsOf = (form = {}) =>
  [...(form.errors ?? []), ...Object.values(form.fields ?? {}).flatMap(({ errors }) => errors)].join(" ");

// Signing in gives a new token; what the page holds of the old one would be refused.
function renew() {
  document.body.setAttribute("hx-headers", JSON.stringify({ "X-CSRFToken": token() }));
  for (const field of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) field.value = token();
}

export const beginSignIn = (desk) => new SignIn(desk).begin();
