import type { Stretch } from "./graphemes";

export interface Found extends Stretch {
  readonly before: string;
  readonly hit: string;
  readonly after: string;
}

const CONTEXT = 60;
const AT_MOST = 2000;

/** Every place where `words` stand in the text, case aside, each in the words around it. */
export function concordance(text: string, words: string): Found[] {
  if (!words.trim()) return [];
  const found: Found[] = [];
  const pattern = new RegExp(escaped(words.trim()).replace(/\s+/g, "\\s+"), "giu");
  for (const match of text.matchAll(pattern)) {
    found.push(inContext(text, match.index, match.index + match[0].length));
    if (found.length === AT_MOST) break;
  }
  return found;
}

function inContext(text: string, from: number, to: number): Found {
  const before = text.slice(Math.max(0, from - CONTEXT), from).replace(/^\S*\s/, "");
  const after = text.slice(to, to + CONTEXT).replace(/\s\S*$/, "");
  return { from, to, before: flat(before), hit: flat(text.slice(from, to)), after: flat(after) };
}

function flat(words: string): string {
  return words.replace(/\s+/g, " ");
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
