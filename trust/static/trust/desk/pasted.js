// What a page on the clipboard holds, as paragraphs and points: {mark, depth, content}; mark "" for a paragraph.
//
// Word writes its lists as paragraphs whose number is text ("mso-list"), Word on the web as a list for each point with its
// level in an attribute, Google Docs as lists beside points; a PDF viewer as lines. All become points with a mark and a depth.

const DROPPED =
  "style, script, title, meta, link, xml, template, noscript, head, img, picture, svg, canvas, video, audio, iframe, object, embed, input, button, select, textarea, hr, nav, del, [hidden], .msoDel, .MsoCommentReference, .msocomanchor, .msocomoff, .MsoFootnoteReference, [style*='mso-element:comment'], [style*='mso-element:footnote'], [style*='mso-element:endnote'], [style*='mso-footnote-id'], [style*='mso-comment'], [style*='mso-hide:all'], [class*='Comment'][class*='SCXW'], [aria-hidden='true']";
const BLOCKS = /^(P|DIV|UL|OL|LI|TABLE|THEAD|TBODY|TFOOT|TR|TD|TH|H[1-6]|BLOCKQUOTE|SECTION|ARTICLE|ASIDE|HEADER|FOOTER|MAIN|ADDRESS|PRE|DL|DT|DD|FIGURE|FIGCAPTION|CENTER|FORM|FIELDSET|DETAILS|SUMMARY)$/;
const BULLET = /^[\u2022\u00b7\u25aa\u25cf\u25cb\u25e6\u2023\u2043\uf0b7\uf0a7]\s+/;
const ROMAN = [["x", 10], ["ix", 9], ["v", 5], ["iv", 4], ["i", 1]];

const words = (node) => node.textContent.replace(/[\s\u00a0]+/g, " ").trim();

// A property as the style attribute gives it: the page's policy keeps the browser from reading the attribute itself.
function styled(element, property) {
  const rules = (element.getAttribute("style") ?? "").split(";").map((rule) => rule.split(/:(.*)/s));
  return (rules.findLast(([name]) => name.trim().toLowerCase() === property)?.[1] ?? "").trim().toLowerCase();
}

function roman(number) {
  return ROMAN.reduce(([left, made], [sign, worth]) => [left % worth, made + sign.repeat(Math.floor(left / worth))], [number, ""])[1];
}

// Marks as the house reads them: bullets as "-", letters and Roman numbers in brackets; "" for one it has no sign for.
function markFor(written) {
  const mark = written.replace(/[\s\u00a0]+/g, "");
  if (/^(\d{1,3}[.)]|\((?:\d{1,3}|[a-z]|[ivx]{2,5})\))$/i.test(mark)) return mark;
  if (/^([a-z]|[ivx]{2,5})[.)]$/i.test(mark) && !/^o$/.test(mark)) return `(${mark.slice(0, -1)})`;
  return /\w/.test(mark) && mark !== "o" ? "" : "-";
}

function markOf(item, list, number) {
  if (list.tagName !== "OL") return "-";
  const style = styled(item, "list-style-type") || styled(list, "list-style-type");
  const type = list.getAttribute("type") ?? "";
  if (type === "a" || /lower-(alpha|latin)/.test(style)) return `(${String.fromCharCode(96 + number)})`;
  if (type === "A" || /upper-(alpha|latin)/.test(style)) return `(${String.fromCharCode(64 + number)})`;
  if (type === "i" || style === "lower-roman") return `(${roman(number)})`;
  if (type === "I" || style === "upper-roman") return `(${roman(number).toUpperCase()})`;
  return `${number}.`;
}

// What is bold or italic by style is so by element; what is so in name only is not.
function emphasise(root) {
  const named = [
    ["strong", "b, strong, h1, h2, h3, h4, h5, h6", "font-weight", /^(bold|[6-9]00)/, /^(normal|[1-5]00)/],
    ["em", "i, em", "font-style", /^(italic|oblique)/, /^normal/],
  ];
  for (const [tag, names, property, on, off] of named) {
    for (const element of [...root.querySelectorAll("*")]) {
      const style = styled(element, property);
      if (!element.matches(names) && !on.test(style)) continue;
      const inner = document.createElement(tag);
      inner.append(...element.childNodes);
      element.append(...(off.test(style) ? inner.childNodes : [inner]));
    }
  }
}

class Blocks {
  constructor() {
    Object.assign(this, { made: [], open: null, inPoint: null });
  }

  close() {
    if (this.open && words(this.open.content)) this.made.push(tidied(this.open));
    this.open = null;
  }

  begin(mark = "", depth = 0) {
    this.close();
    this.open = { mark, depth, content: document.createDocumentFragment() };
  }

  // Inline matter, within the emphasis that stands around it.
  inline(node, within) {
    this.open ??= { mark: "", depth: 0, content: document.createDocumentFragment() };
    const wrap = (inner, tag) => {
      const element = document.createElement(tag);
      element.append(inner);
      return element;
    };
    this.open.content.append(within.reduceRight(wrap, node));
  }

  walk(node, within, depth) {
    for (const child of [...node.childNodes]) {
      if (child.nodeType === Node.TEXT_NODE) this.inline(child.cloneNode(), within);
      else if (child.nodeType === Node.ELEMENT_NODE) this.element(child, within, depth);
    }
  }

  element(element, within, depth) {
    const { tagName } = element;
    if (tagName === "BR") return this.inline(document.createElement("br"), []);
    if (tagName === "UL" || tagName === "OL") return this.list(element, within, depth);
    if (tagName === "TABLE") return this.table(element, within, depth);
    if (tagName === "PRE") return this.lines(element.textContent.split("\n"));
    if (!BLOCKS.test(tagName)) return this.walk(element, /^(STRONG|EM)$/.test(tagName) && !within.includes(tagName) ? [...within, tagName] : within, depth);
    const inPoint = this.inPoint?.contains(element);
    if (inPoint) this.inline(document.createElement("br"), []);
    else if (/^l\d/.test(styled(element, "mso-list"))) this.wordPoint(element);
    else this.begin();
    this.walk(element, within, depth);
    if (!inPoint) this.close();
  }

  wordPoint(element) {
    const sign = [...element.querySelectorAll("span")].find((span) => styled(span, "mso-list") === "ignore");
    const written = sign ? words(sign) : "";
    sign?.remove();
    const mark = sign ? markFor(written) : "";
    const level = Number(styled(element, "mso-list").match(/level(\d)/)?.[1] ?? 1);
    this.begin(mark, level - 1);
    if (!mark && written) this.inline(document.createTextNode(`${written} `), []);
  }

  list(list, within, depth) {
    let number = Number(list.getAttribute("start") ?? 1);
    const outer = this.inPoint;
    for (const child of [...list.children]) {
      if (child.tagName !== "LI") {
        this.inPoint = null;
        this.element(child, within, depth + 1);
        continue;
      }
      number = Number(child.getAttribute("value") ?? number);
      const level = Number(child.getAttribute("data-aria-level") ?? child.getAttribute("aria-level") ?? depth + 1) - 1;
      this.begin(markOf(child, list, number), level);
      number += 1;
      this.inPoint = child;
      this.walk(child, within, level + 1);
      this.close();
    }
    this.inPoint = outer;
  }

  // A table of words and amounts becomes its lines; one that only lays a page out is not there.
  table(table, within, depth) {
    const cells = [...table.querySelectorAll("td, th")];
    const laysOut = cells.some((cell) => cell.querySelector("table, ul, ol, h1, h2, h3") || [...cell.querySelectorAll("p, div")].filter((one) => words(one)).length > 1);
    const outer = this.inPoint;
    this.inPoint = null;
    this.begin();
    if (laysOut || cells.every((cell) => !cell.nextElementSibling && !cell.previousElementSibling)) this.walk(table, within, depth);
    else for (const row of table.rows) this.row(row);
    this.close();
    this.inPoint = outer;
  }

  row(row) {
    const said = [...row.cells].map(words).filter(Boolean);
    if (!said.length) return;
    if (this.open.content.childNodes.length) this.inline(document.createElement("br"), []);
    const heads = [...row.cells].every((cell) => cell.tagName === "TH");
    this.inline(document.createTextNode(said.join(" – ")), heads ? ["strong"] : []);
  }

  lines(lines) {
    this.begin();
    lines.forEach((line, place) => {
      if (place) this.inline(document.createElement("br"), []);
      this.inline(document.createTextNode(line), []);
    });
    this.close();
  }
}

// Runs of the same emphasis are one, none within its like, and a bullet that was typed is a point.
function tidied(block) {
  const { content } = block;
  for (const inner of content.querySelectorAll("strong strong, em em")) inner.replaceWith(...inner.childNodes);
  for (const one of [...content.querySelectorAll("strong, em")]) {
    while (one.nextSibling?.nodeName === one.nodeName) {
      one.append(...one.nextSibling.childNodes);
      one.nextSibling.remove();
    }
  }
  content.normalize();
  const first = content.firstChild;
  if (!block.mark && first?.nodeType === Node.TEXT_NODE && BULLET.test(first.data.trimStart())) {
    first.data = first.data.trimStart().replace(BULLET, "");
    block.mark = "-";
  }
  return block;
}

// A PDF viewer gives the lines of the paper: those of one paragraph are joined, points begin anew.
function joinLines(body) {
  if (!body.querySelector("br[role='presentation']")) return;
  for (const line of body.querySelectorAll("br[role='presentation']")) line.replaceWith("\n");
  const lines = body.textContent.split("\n").map((line) => line.replace(/[\s\u00a0]+/g, " ").trim()).filter(Boolean);
  const widest = Math.max(...lines.map((line) => line.length));
  const made = [];
  lines.forEach((line, place) => {
    const last = made.at(-1);
    const before = lines[place - 1] ?? "";
    const ended = !last || (/[.:;?!]$/.test(before) && before.length < widest * 0.85);
    const begins = BULLET.test(line) || /^(\d{1,3}[.)]|\(\w{1,4}\))\s/.test(line);
    if (ended || begins) made.push(line);
    else made[made.length - 1] = last.endsWith("-") ? last + line : `${last} ${line}`;
  });
  body.replaceChildren(...made.map((line) => Object.assign(document.createElement("p"), { textContent: line })));
}

export function blocksOf(body) {
  joinLines(body);
  for (const element of body.querySelectorAll(DROPPED)) element.remove();
  for (const element of body.querySelectorAll("*")) if (styled(element, "display") === "none") element.remove();
  emphasise(body);
  const blocks = new Blocks();
  blocks.walk(body, [], 0);
  blocks.close();
  return blocks.made;
}
