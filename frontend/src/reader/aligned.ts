import type { SourceText } from "../api/types";
import type { Stretch } from "../text/graphemes";
import { Offsets } from "../text/offsets";

/** A piece of a translation, and the stretch of the original that it stands for. */
export interface Piece extends Stretch {
  readonly words: string;
}

/** The pieces of a translation in the order of the original; none where nobody has aligned it. */
export function piecesOf(translation: Pick<SourceText["translations"][number], "text" | "alignment">, original: Offsets): Piece[] {
  const there = new Offsets(translation.text);
  return [...translation.alignment]
    .sort((a, b) => a[0] - b[0] || a[1] - b[1])
    .map(([start, end, from, to]) => ({
      from: original.toUtf16(start),
      to: original.toUtf16(end),
      words: translation.text.slice(there.toUtf16(from), there.toUtf16(to)),
    }));
}

/** The stretch of the original that reaches over these pieces. */
export function originalOf(pieces: readonly Piece[]): Stretch | null {
  if (!pieces.length) return null;
  return { from: Math.min(...pieces.map((piece) => piece.from)), to: Math.max(...pieces.map((piece) => piece.to)) };
}

export function meets(one: Stretch, two: Stretch): boolean {
  return one.from < Math.max(two.to, two.from + 1) && one.to > two.from;
}
