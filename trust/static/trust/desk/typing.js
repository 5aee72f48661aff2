// What an officer types at the start of a line to begin another kind of block.

const COMMANDS = {
  dis: ["discussion"],
  noted: ["noted"],
  dec: ["decision", "agreed"],
  res: ["decision", "resolved"],
  agr: ["decision", "agreed"],
  app: ["decision", "approved"],
  end: ["decision", "endorsed"],
  ame: ["decision", "amended"],
  ref: ["decision", "referred"],
  def: ["decision", "deferred"],
  act: ["action"],
  int: ["declaration"],
  vote: ["vote"],
  note: ["note"],
};

const WORDS = [
  [/^RESOLVED\s+(?=That\s)/, "decision", "resolved"],
  [/^AGREED\s*:\s/i, "decision", "agreed"],
  [/^(?:APPROVED)\s*:\s/, "decision", "approved"],
  [/^(?:ENDORSED)\s*:\s/, "decision", "endorsed"],
  [/^DECISION\s*:\s/i, "decision", "agreed"],
  [/^RESOLVED\s*:\s/i, "decision", "resolved"],
  [/^ACTIONS?\s*:\s/i, "action", ""],
  [/^NOTED\s*:\s/i, "noted", ""],
  [/^(?:The|This)\s+(?:\w+\s+){1,6}noted\s*:\s/i, "noted", "", true],
  [/^Members noted\s*:\s/i, "noted", "", true],
  [/^VOTE\s*:\s/i, "vote", ""],
  [/^DECLARATION\s*:\s/i, "declaration", ""],
];

// The block a line asks for: {kind, decision, start, end, lead} where start..end is the asking itself and lead what of it
// stays at the head of the block ("The Board noted:", and its first point); null where it asks none.
export function asked(text, caret) {
  const ended = caret > 1 && text[caret - 1] === "\n"; // Enter, where a space would have done
  const start = text.lastIndexOf("\n", caret - (ended ? 2 : 1)) + 1;
  const line = text.slice(start, caret);
  const command = line.match(/^\/([a-z]+)\s$/i);
  if (command) {
    const [kind, decision = ""] = COMMANDS[command[1].toLowerCase()] ?? [];
    return kind ? { kind, decision, start, end: caret, lead: "" } : null;
  }
  for (const [pattern, kind, decision, leads = false] of WORDS) {
    const match = line.match(pattern);
    if (match && (!ended || match[0] === line)) return { kind, decision, start, end: start + match[0].length, lead: leads ? `${match[0].trimEnd()}\n- ` : "" };
  }
  return null;
}
