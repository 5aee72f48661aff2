// Points and sub-points in a text, in the house's markup: "- ", "1. ", "(1) ", "(a) ", "(i) ", deeper ones set in.
//
// Every function answers an edit {text, start, end} with the selection after it, or null where the key means what it
// always does. The numbers of points are the writer's: only one that would stand twice is counted on.

const POINT = /^([ \t]*)([-*+]|\d{1,3}[.)]|\((?:\d{1,3}|[a-z]|[ivx]{2,5})\))[ \t]+/i;
const ROMAN = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx"];
const BELOW = [[/^\d/, "(a)"], [/^\(\d/, "(a)"], [/^\([a-z]/i, "(i)"]];

const edit = (lines, row, column) => {
  const start = lines.slice(0, row).reduce((sum, line) => sum + line.length + 1, 0) + column;
  return { text: lines.join("\n"), start, end: start };
};

function read(line) {
  const found = line?.match(POINT);
  return found && { depth: found[1].length, mark: found[2], body: found[0].length };
}

function at(text, caret) {
  const lines = text.split("\n");
  const row = text.slice(0, caret).split("\n").length - 1;
  const column = caret - (text.lastIndexOf("\n", caret - 1) + 1);
  return { lines, row, column, point: read(lines[row]) };
}

// The point before this one at a depth, in the same list; -1 where there is none.
function before(lines, row, depth) {
  for (let place = row - 1; place >= 0; place -= 1) {
    const point = read(lines[place]);
    if (point && point.depth === depth) return place;
    if ((point && point.depth < depth) || (!point && lines[place].trim() && !/^\s/.test(lines[place]))) return -1;
  }
  return -1;
}

// The number that follows; "(i)" follows "(h)" as a letter, and stands first as a Roman number.
export function following(mark, earlier = "") {
  const [, open, core, close] = mark.match(/^(\(?)(.*?)([.)]?)$/);
  if (/^\d+$/.test(core)) return `${open}${Number(core) + 1}${close}`;
  const roman = ROMAN.indexOf(core.toLowerCase());
  const isRoman = roman > 0 && (core.length > 1 || ROMAN.indexOf(earlier.replace(/\W/g, "").toLowerCase()) > 0 || (core === "i" && !/h/i.test(earlier)));
  if (isRoman) return `${open}${ROMAN[roman + 1] ?? core}${close}`;
  if (/^[a-y]$/i.test(core)) return `${open}${String.fromCharCode(core.charCodeAt(0) + 1)}${close}`;
  return mark;
}

const next = (lines, row) => {
  const point = read(lines[row]);
  const earlier = before(lines, row, point.depth);
  return following(point.mark, earlier < 0 ? "" : read(lines[earlier]).mark);
};

// A number that now stands twice is counted on, and so are those it runs into.
function countOn(lines, row) {
  let last = row;
  for (let place = row + 1; place < lines.length; place += 1) {
    const [point, standing] = [read(lines[place]), read(lines[last])];
    if (point && point.depth > standing.depth) continue;
    if (!point || point.depth < standing.depth || point.mark !== standing.mark || /^[-*+]/.test(point.mark)) return;
    lines[place] = lines[place].replace(point.mark, next(lines, last));
    last = place;
  }
}

function mark(lines, row, depth, sign) {
  const point = read(lines[row]);
  const words = point ? lines[row].slice(point.body) : lines[row].trimStart();
  lines[row] = `${" ".repeat(depth)}${sign} ${words}`;
  return depth + sign.length + 1;
}

// The point under which this one stands; -1 where it stands under none.
function parent(lines, row, depth) {
  for (let place = row - 1; place >= 0; place -= 1) {
    const point = read(lines[place]);
    if (point && point.depth < depth) return place;
    if (!point && lines[place].trim() && !/^\s/.test(lines[place])) return -1;
  }
  return -1;
}

// A point goes in (1) or out (-1), with all that stands under it.
export function shifted(text, caret, by) {
  const { lines, row, column, point } = at(text, caret);
  const under = !point ? -1 : by > 0 ? before(lines, row, point.depth) : parent(lines, row, point.depth);
  if (under < 0) return null;
  const above = read(lines[under]);
  const depth = by > 0 ? above.depth + (/^\d/.test(above.mark) ? above.mark.length + 1 : 2) : above.depth;
  for (let place = row + 1; read(lines[place])?.depth > point.depth; place += 1) {
    lines[place] = " ".repeat(Math.max(0, read(lines[place]).depth + depth - point.depth)) + lines[place].trimStart();
  }
  const last = by > 0 ? before(lines, row, depth) : under;
  const first = BELOW.find(([shape]) => shape.test(above.mark))?.[1] ?? "-";
  const body = mark(lines, row, depth, last >= under ? next(lines, last) : first);
  countOn(lines, row);
  return edit(lines, row, Math.max(body, column - point.body + body));
}

// Enter: the next point; on a point left empty the list ends, or the sub-points do. ``leads``: after a line that ends with
// a colon the points begin.
export function entered(text, caret, { leads = false } = {}) {
  const { lines, row, column, point } = at(text, caret);
  const line = lines[row];
  if (!point) return leads && /:\s*$/.test(line) && column === line.length ? begun(lines, row) : null;
  if (column < point.body) return null;
  if (!line.slice(point.body).trim()) return shifted(text, caret, -1) ?? ended(lines, row);
  const sign = next(lines, row);
  lines.splice(row, 1, line.slice(0, column).trimEnd(), `${" ".repeat(point.depth)}${sign} ${line.slice(column).trimStart()}`);
  countOn(lines, row + 1);
  return edit(lines, row + 1, point.depth + sign.length + 1);
}

function begun(lines, row) {
  lines[row] = lines[row].trimEnd();
  lines.splice(row + 1, 0, "- ");
  return edit(lines, row + 1, 2);
}

// What follows a list stands apart from it, or it would be read as part of its last point.
function ended(lines, row) {
  const apart = row > 0 && lines[row - 1].trim() ? ["", ""] : [""];
  lines.splice(row, 1, ...apart);
  return edit(lines, row + apart.length - 1, 0);
}

// Backspace at the beginning of a point: out by one, and then no point any longer.
export function taken(text, caret) {
  const { lines, row, column, point } = at(text, caret);
  if (!point || column !== point.body) return null;
  const out = shifted(text, caret, -1);
  if (out) return out;
  lines[row] = lines[row].slice(point.body);
  return edit(lines, row, 0);
}

export const atBeginning = (text, caret) => {
  const { point, column } = at(text, caret);
  return Boolean(point) && column === point.body;
};

// The lines of the selection become points, or cease to be where all of them are such points.
export function pointed(text, start, end, sign) {
  const { lines, row } = at(text, start);
  const last = at(text, end).row;
  const count = lines.length;
  const rows = lines.map((_, place) => place).slice(row, last + 1).filter((place) => lines[place].trim() || row === last);
  const shape = sign === "-" ? /^[-*+]$/ : /\d/;
  const all = rows.every((place) => shape.test(read(lines[place])?.mark ?? ""));
  let number = sign;
  for (const place of rows) {
    const point = read(lines[place]);
    if (all) lines[place] = lines[place].slice(point.body);
    else mark(lines, place, point?.depth ?? 0, number);
    number = following(number);
  }
  if (!all && row > 0 && lines[row - 1].trim() && !read(lines[row - 1]) && !lines[row - 1].trimEnd().endsWith(":")) lines.splice(row, 0, "");
  const final = last + lines.length - count;
  return edit(lines, final, lines[final].length);
}
