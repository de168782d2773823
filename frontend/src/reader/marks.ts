import type { Coding } from "../api/types";

/** A coding where it stands in the browser's text, in UTF-16 units. */
export interface Mark {
  readonly coding: Coding;
  readonly from: number;
  readonly to: number;
  readonly hue: string;
  readonly label: string;
}

/** In order of the text; of two that begin together the longer first, so that it lies under the shorter. */
export function inOrder(a: Mark, b: Mark): number {
  return a.from - b.from || b.to - a.to || (a.coding.guid < b.coding.guid ? -1 : 1);
}

/** A lane for each mark (in order) such that no two in one lane overlap; as few lanes as the deepest place needs. */
export function lanes(marks: readonly Mark[]): number[] {
  const ends: number[] = [];
  return marks.map((mark) => {
    let lane = ends.findIndex((end) => end <= mark.from);
    if (lane < 0) lane = ends.length;
    ends[lane] = Math.max(mark.to, mark.from + 1);
    return lane;
  });
}

export interface Shade {
  readonly from: number;
  readonly to: number;
  readonly depth: number;
  readonly hue: string;
}

/** The text cut into stretches, each with how many marks cover it and the hue of the one that began last. */
export function shades(marks: readonly Mark[]): Shade[] {
  const ends = [...marks].sort((a, b) => a.to - b.to);
  const open: Mark[] = [];
  const found: Shade[] = [];
  let [begun, ended, depth, at] = [0, 0, 0, 0];
  while (ended < ends.length) {
    const next = Math.min(marks[begun]?.from ?? Infinity, ends[ended]!.to);
    while (open.length && open.at(-1)!.to <= at) open.pop();
    if (depth > 0 && next > at) found.push({ from: at, to: next, depth, hue: open.at(-1)!.hue });
    at = next;
    while (ended < ends.length && ends[ended]!.to === at) depth -= (ended++, 1);
    while (begun < marks.length && marks[begun]!.from === at) {
      open.push(marks[begun++]!);
      depth++;
    }
  }
  return found;
}
