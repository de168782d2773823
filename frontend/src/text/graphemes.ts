/** Selections never split what a reader sees as one character, and on wish no word. */

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const REACH = 256;
const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const words = new Intl.Segmenter(undefined, { granularity: "word" });

/** Nearest start of a grapheme at or before (`-1`), or at or after (`1`), the UTF-16 place `at`. */
export function snap(text: string, at: number, direction: -1 | 1): number {
  if (at <= 0 || at >= text.length) return Math.min(Math.max(at, 0), text.length);
  const window = around(text, at);
  const segment = graphemes.segment(window.text).containing(at - window.from);
  if (!segment) return at;
  const start = window.from + segment.index;
  if (start === at) return at;
  return direction < 0 ? start : start + segment.segment.length;
}

/** The stretch grown outward to whole graphemes. */
export function wholeGraphemes(text: string, { from, to }: Stretch): Stretch {
  if (from >= to) return { from: snap(text, from, -1), to: snap(text, from, -1) };
  return { from: snap(text, from, -1), to: snap(text, to, 1) };
}

/** The stretch grown to whole words, without the blanks at its ends. */
export function wholeWords(text: string, { from, to }: Stretch): Stretch {
  let [start, end] = [from, to];
  while (start < end && /\s/u.test(text[start]!)) start++;
  while (end > start && /\s/u.test(text[end - 1]!)) end--;
  if (start === end) return { from, to };
  const first = wordAt(text, start);
  const last = wordAt(text, end - 1);
  return wholeGraphemes(text, { from: Math.min(first.from, start), to: Math.max(last.to, end) });
}

/** The word, or the mark between words, at a place. */
export function wordAt(text: string, at: number): Stretch {
  const window = around(text, at);
  const found = words.segment(window.text).containing(at - window.from);
  if (!found) return { from: at, to: at };
  return { from: window.from + found.index, to: window.from + found.index + found.segment.length };
}

/** The sentence-like stretch around a place: from mark to mark, within its line. */
export function sentenceAt(text: string, at: number, locale: string): Stretch {
  const from = text.lastIndexOf("\n", at - 1) + 1;
  const end = text.indexOf("\n", at);
  const line = text.slice(from, end < 0 ? text.length : end);
  const found = new Intl.Segmenter(locale, { granularity: "sentence" }).segment(line).containing(at - from);
  if (!found) return { from, to: from + line.length };
  return { from: from + found.index, to: from + found.index + found.segment.trimEnd().length };
}

// Segmenting a whole book for one caret would take seconds. A grapheme can begin at an ASCII character whatever stands
// before it, while a window that began among flags or joined emoji would pair them wrongly.
function around(text: string, at: number): { text: string; from: number } {
  const line = text.lastIndexOf("\n", at - 1) + 1;
  let from = Math.max(line, at - REACH);
  while (from > line && !isPlain(text, from)) from--;
  const next = text.indexOf("\n", at);
  let to = Math.min(next < 0 ? text.length : next + 1, at + REACH);
  while (to < text.length && !isPlain(text, to) && text[to - 1] !== "\n") to++;
  return { text: text.slice(from, to), from };
}

function isPlain(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0x20 && unit < 0x7f;
}
