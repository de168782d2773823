import { describe, expect, it } from "vitest";
import { Offsets } from "../text/offsets";
import { meets, originalOf, piecesOf } from "./aligned";

const original = "🪁 Satu. Dua. Tiga.";
const translation = { text: "One. 🪁 Two.", alignment: [[8, 12, 5, 11], [2, 7, 0, 4]] as [number, number, number, number][] };

describe("a translation beside its original", () => {
  const pieces = piecesOf(translation, new Offsets(original));

  it("stands in the order of the original, in its own words", () => {
    expect(pieces.map((piece) => piece.words)).toEqual(["One.", "🪁 Two."]);
    expect(pieces.map(({ from, to }) => original.slice(from, to))).toEqual(["Satu.", "Dua."]);
  });

  it("gives the original stretch of several pieces, with what lies between", () => {
    const stretch = originalOf(pieces)!;
    expect(original.slice(stretch.from, stretch.to)).toBe("Satu. Dua.");
    expect(originalOf([])).toBeNull();
  });

  it("finds the piece in which a caret stands", () => {
    const at = original.indexOf("Dua");
    expect(pieces.map((piece) => meets(piece, { from: at, to: at }))).toEqual([false, true]);
  });
});
