import type { SourceText } from "../api/types";

type Landmark = SourceText["landmarks"][number];

/** A page of a PDF: its number, and where its text begins and ends, in code points. */
export interface Page {
  readonly number: number;
  readonly start_cp: number;
  readonly end_cp: number;
}

/** Words of a page: start and end in the text, and their box in points from the top left of the page. */
export type Word = readonly [number, number, number, number, number, number];

export function pagesOf(landmarks: readonly Landmark[]): Page[] {
  return landmarks
    .filter((mark) => mark.kind === "page")
    .map((mark) => ({ number: Number(mark.attributes["page"]), start_cp: mark.start_cp, end_cp: mark.end_cp }))
    .sort((one, other) => one.number - other.number);
}

/** The page on which a place of the text stands: the last one that begins at or before it and has text. */
export function pageAt(pages: readonly Page[], at_cp: number): Page | undefined {
  const withText = pages.filter((page) => page.end_cp > page.start_cp);
  return withText.findLast((page) => page.start_cp <= at_cp) ?? withText[0] ?? pages[0];
}

/** The words that a stretch touches; an empty stretch touches the word it stands in. */
export function wordsIn(words: readonly Word[], from_cp: number, to_cp: number): Word[] {
  const to = Math.max(to_cp, from_cp + 1);
  return words.filter(([start, end]) => start < to && from_cp < end);
}

/** The word at a place of the page. */
export function wordAt(words: readonly Word[], x: number, y: number): Word | undefined {
  return words.find(([, , x0, y0, x1, y1]) => x0 <= x && x <= x1 && y0 <= y && y <= y1);
}

/** A stretch of the text that has times in the recording. */
export interface Timed {
  readonly start_cp: number;
  readonly end_cp: number;
  readonly start_ms: number;
}

/** Cues where there are any, for they are shorter; turns otherwise. In order of time. */
export function timedOf(landmarks: readonly Landmark[]): Timed[] {
  const kind = landmarks.some((mark) => mark.kind === "cue") ? "cue" : "turn";
  return landmarks
    .filter((mark) => mark.kind === kind && mark.start_ms !== null)
    .map((mark) => ({ start_cp: mark.start_cp, end_cp: mark.end_cp, start_ms: mark.start_ms! }))
    .sort((one, other) => one.start_ms - other.start_ms);
}

/** What is being said at a time. */
export function saidAt(timed: readonly Timed[], ms: number): Timed | undefined {
  return timed.findLast((one) => one.start_ms <= ms);
}

/** The time of a place in the text: that of the last stretch that begins at or before it. */
export function timeOf(timed: readonly Timed[], at_cp: number): number {
  const before = timed.filter((one) => one.start_cp <= at_cp).sort((one, other) => one.start_cp - other.start_cp);
  return before.at(-1)?.start_ms ?? timed[0]?.start_ms ?? 0;
}

/** A lane for each stretch, in their order, such that no two in one lane overlap, and how many lanes there are. */
export function laneOf(stretches: readonly { readonly start_ms: number | null; readonly end_ms: number | null }[]): { lanes: number[]; deep: number } {
  const ends: number[] = [];
  const lanes = stretches.map(({ start_ms, end_ms }) => {
    const free = ends.findIndex((end) => end <= (start_ms ?? 0));
    const lane = free < 0 ? ends.length : free;
    ends[lane] = end_ms ?? 0;
    return lane;
  });
  return { lanes, deep: ends.length };
}
