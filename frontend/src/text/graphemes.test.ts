import { describe, expect, it } from "vitest";
import { sentenceAt, snap, wholeGraphemes, wholeWords } from "./graphemes";

const FAMILY = "👩‍👩‍👧‍👦";
const FLAG = "🇮🇩";
const cut = (text: string, stretch: { from: number; to: number }) => text.slice(stretch.from, stretch.to);

describe("a selection", () => {
  it.each([
    ["joined emoji", `a${FAMILY}b`, 3, FAMILY],
    ["a flag", `x${FLAG}y`, 2, FLAG],
    ["a combining mark", "re\u0301s", 2, "e\u0301"],
    ["Thai", "กำ", 1, "กำ"],
    ["CR LF", "a\r\nb", 2, "\r\n"],
  ])("takes %s whole", (_, text, inside, whole) => {
    expect(cut(text, wholeGraphemes(text, { from: inside, to: inside + 1 }))).toBe(whole);
  });
  it("is left alone at borders", () => {
    expect([snap("abc", 1, -1), snap("abc", 1, 1)]).toEqual([1, 1]);
  });
  it("finds borders deep in a long line, a flag among flags too", () => {
    const text = FLAG.repeat(400);
    expect(snap(text, 4 * 300 + 2, -1)).toBe(4 * 300);
  });
  it("grows to words and drops the blanks at its ends", () => {
    const text = "kota kembar Denpasar";
    expect(cut(text, wholeWords(text, { from: 2, to: 12 }))).toBe("kota kembar");
  });
  it("finds the sentence around the caret, within its line", () => {
    const text = "Satu kalimat. Dua kalimat.\nTiga.";
    expect(cut(text, sentenceAt(text, 16, "id"))).toBe("Dua kalimat.");
    expect(cut(text, sentenceAt(text, 28, "id"))).toBe("Tiga.");
  });
});
