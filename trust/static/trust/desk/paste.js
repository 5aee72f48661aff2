// A paste from Word, Outlook or a web page: its lists, numbering and emphasis in the house's markup, and nothing else of it.
// Plain text, and Ctrl+Shift+V, paste as in every text field. One undo takes a paste back.

import TurndownService from "../vendor/turndown.js";
import { blocksOf } from "./pasted.js";

const SPACES = /[\u00a0\u2000-\u200a\u202f\u3000\t ]+/g;
const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff\ue000-\uf8ff]/g;

const turndown = new TurndownService({ emDelimiter: "*", strongDelimiter: "**", br: "" });
turndown.addRule("point", {
  filter: "li",
  replacement: (content, { dataset: { mark } }) => {
    const within = " ".repeat(/^\d/.test(mark) ? mark.length + 1 : 2);
    return `${mark} ${content.trim().replace(/\n\s*\n/g, "\n").replace(/\n/g, `\n${within}`)}\n`;
  },
});
turndown.addRule("list", {
  filter: "ul",
  replacement: (content, { parentElement }) => (parentElement?.tagName === "LI" ? `\n${content.trimEnd()}` : `\n\n${content.trim()}\n\n`),
});
// A mark that ends with a full stop or colon closes only before a space.
turndown.addRule("strong", { filter: "strong", replacement: (content, node) => emphasised("**", content, node) });
turndown.addRule("em", { filter: "em", replacement: (content, node) => emphasised("*", content, node) });

function emphasised(sign, content, node) {
  if (!content.trim()) return content;
  const follows = node.nextSibling?.textContent ?? "";
  return `${sign}${content}${sign}${/[^\w\s]$/.test(content) && /^\w/.test(follows) ? " " : ""}`;
}

// Only what the house would read as a mark is escaped: the rest stands as it was.
const plainly = (text) =>
  text
    .replace(/\\(?=[!-/:-@[-`{-~])/g, "\\\\")
    .replace(/\*(?=\S.*\*)|(?<=\*.*\S)\*/g, "\\*")
    .replace(/(?<!\w)_(?=[^\s_].*[^\s_]_(?!\w))|(?<=(?<!\w)_[^\s_].*[^\s_])_(?!\w)/g, "\\_")
    .replace(/\[(?=[^\]]*\]\()/g, "\\[")
    .replace(/<(?=[^\s<>]+[@:][^\s<>]+>)/g, "\\<");
turndown.escape = plainly;

function built(blocks) {
  const body = document.implementation.createHTMLDocument("").body;
  let open = [];
  for (const { mark, depth, content } of blocks) {
    if (!mark) {
      open = [];
      body.appendChild(document.createElement("p")).append(content);
      continue;
    }
    open = open.slice(0, Math.min(depth, open.length) + 1);
    if (open.length <= depth) {
      const list = document.createElement("ul");
      (open.at(-1)?.lastElementChild ?? body).append(list);
      open.push(list);
    }
    const point = open.at(-1).appendChild(document.createElement("li"));
    point.dataset.mark = mark;
    point.append(content);
  }
  return body;
}

// The text of a page in the house's markup; "" where there are no words in it.
function asMarkup(html) {
  const body = built(blocksOf(new DOMParser().parseFromString(html, "text/html").body));
  return turndown.turndown(body).replace(UNSEEN, "").replace(/\u00a0/g, " ").replace(/(\S)[\t ]+/g, "$1 ").replace(/ +$/gm, "").replace(/\n{3,}/g, "\n\n").trim();
}

// Where a paste goes in: lists begin on a line of their own, and replace a mark that was begun for them.
function put(block, text) {
  const { value, selectionStart, selectionEnd } = block.text;
  let before = value.slice(0, selectionStart);
  const isList = /^([-*+]|\d+[.)]|\(\w{1,5}\)) /.test(text);
  if (isList) before = before.replace(/(^|\n)[ \t]*([-*+]|\d+[.)]|\(\w{1,5}\)) $/, "$1");
  const gap = isList && before && !before.endsWith("\n") ? "\n\n" : "";
  const whole = before + gap + text;
  block.edit({ text: whole + value.slice(selectionEnd), start: whole.length, end: whole.length });
}

export function beginPaste(desk) {
  let plain = false;
  document.addEventListener("keydown", (event) => {
    plain = (event.ctrlKey || event.metaKey) && event.shiftKey && event.code === "KeyV";
  }, true);
  document.addEventListener("paste", (event) => {
    const block = desk.item?.blocks.find((one) => one.text === event.target);
    const html = event.clipboardData?.getData("text/html");
    const text = block && html && !plain ? asMarkup(html) : "";
    plain = false;
    if (!text) return;
    event.preventDefault();
    put(block, text);
  });
}
