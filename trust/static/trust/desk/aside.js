// A wording that is not in the minutes, in sight until the officer has done with it: every word of it, with what to do.

import { button, make } from "./page.js";

const lineOf = (words) => make("p", { className: "c-both__text", textContent: words });

// What a block has besides its text, in words.
function more({ kind, action, decision }) {
  const owed = kind === "action" && [action?.who, action?.when].filter(Boolean).join(", ");
  const amended = kind === "decision" && decision?.amended_to && `Instead of “${decision.amended_from}” now “${decision.amended_to}”`;
  return [owed && `Who and when: ${owed}`, amended].filter(Boolean);
}

export const besides = (block) => more(block).map(lineOf);

export const asText = (blocks) => blocks.map((block) => [block.text, ...more(block)].filter(Boolean).join("\n")).join("\n\n");

// acts: what can be done with it, by the words of their buttons; each takes it out of sight, unless it answers false.
export function aside(blocks, why, acts) {
  const shown = blocks.flatMap((block) => [make("p", { className: "c-aside__text", textContent: block.text }), ...besides(block)]);
  const line = make("div", { className: "c-aside" }, make("p", { textContent: `${why}:` }), ...shown);
  for (const [words, act] of Object.entries(acts)) {
    const done = () => act() !== false && line.remove();
    line.append(button(words, done, { className: "c-as-link" }), " ");
  }
  line.append(button("Copy", () => navigator.clipboard?.writeText(asText(blocks)), { className: "c-as-link" }));
  return line;
}
