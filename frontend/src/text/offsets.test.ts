import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { Offsets } from "./offsets";

interface Vectors {
  offsets: { name: string; text: string; borders: [number, number, number][] }[];
}

// The same vectors hold for the Python side.
const shared = new URL("../../../tests/unit/text/offset_vectors.json", import.meta.url);
const vectors = JSON.parse(readFileSync(shared, "utf8")) as Vectors;

describe.each(vectors.offsets)("offsets of $name", ({ text, borders }) => {
  const offsets = new Offsets(text);

  it("go from code points to UTF-16", () => {
    expect(borders.map(([cp]) => offsets.toUtf16(cp))).toEqual(borders.map(([, utf16]) => utf16));
  });
  it("go from UTF-16 to code points", () => {
    expect(borders.map(([, utf16]) => offsets.toCp(utf16))).toEqual(borders.map(([cp]) => cp));
  });
  it("know both lengths", () => {
    expect([offsets.length_cp, offsets.length_utf16]).toEqual(borders.at(-1)!.slice(0, 2));
  });
});

describe("offsets at the rim", () => {
  const offsets = new Offsets("a😀b");

  it("take a place inside a surrogate pair to its character", () => {
    expect(offsets.toCp(2)).toBe(1);
  });
  it("count lone surrogates as one", () => {
    expect(new Offsets("\ud83dx\ude00").length_cp).toBe(3);
  });
  it("stay within the text", () => {
    expect([offsets.toUtf16(-3), offsets.toUtf16(99), offsets.toCp(99)]).toEqual([0, 4, 3]);
  });
  it("agree with counting, at every place of many texts", () => {
    const alphabet = ["a", "é", "漢", "😀", "🇮", "\u0301", "\n"];
    let seed = 7;
    const next = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
    for (let round = 0; round < 200; round++) {
      const text = Array.from({ length: next(30) }, () => alphabet[next(alphabet.length)]).join("");
      const some = new Offsets(text);
      const points = [...text];
      for (let cp = 0; cp <= points.length; cp++) {
        const utf16 = points.slice(0, cp).join("").length;
        expect(some.toUtf16(cp)).toBe(utf16);
        expect(some.toCp(utf16)).toBe(cp);
      }
    }
  });
});
