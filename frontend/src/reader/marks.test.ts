import { describe, expect, it } from "vitest";
import { inOrder, lanes, shades, type Mark } from "./marks";

function mark(from: number, to: number, hue = "hue-0"): Mark {
  return { from, to, hue, label: "", coding: { guid: `${from}-${to}` } } as Mark;
}

describe("lanes", () => {
  it("keep overlapping marks apart and are reused", () => {
    const marks = [mark(0, 10), mark(0, 5), mark(4, 8), mark(10, 12)].sort(inOrder);
    expect(lanes(marks)).toEqual([0, 1, 2, 0]);
  });
  it("never let two marks of one lane overlap", () => {
    const marks = Array.from({ length: 300 }, (_, i) => mark((i * 37) % 500, ((i * 37) % 500) + 1 + ((i * 13) % 90))).sort(inOrder);
    const taken = lanes(marks);
    marks.forEach((a, i) =>
      marks.slice(i + 1).forEach((b, j) => {
        if (taken[i] === taken[i + 1 + j]) expect(a.to <= b.from || b.to <= a.from).toBe(true);
      }),
    );
  });
});

describe("shades", () => {
  it("cut the text by depth, in the hue of the mark that began last", () => {
    const marks = [mark(0, 10, "hue-1"), mark(4, 6, "hue-2")].sort(inOrder);
    expect(shades(marks)).toEqual([
      { from: 0, to: 4, depth: 1, hue: "hue-1" },
      { from: 4, to: 6, depth: 2, hue: "hue-2" },
      { from: 6, to: 10, depth: 1, hue: "hue-1" },
    ]);
  });
  it("count every mark at every place", () => {
    const marks = Array.from({ length: 80 }, (_, i) => mark((i * 7) % 60, ((i * 7) % 60) + 1 + ((i * 5) % 20))).sort(inOrder);
    const found = shades(marks);
    for (let at = 0; at < 90; at++) {
      const depth = marks.filter((one) => one.from <= at && at < one.to).length;
      expect(found.find((shade) => shade.from <= at && at < shade.to)?.depth ?? 0).toBe(depth);
    }
  });
});
