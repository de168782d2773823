import { describe, expect, it } from "vitest";
import { between, hasInside, middle, nudged, stepOf, under } from "./frame";

const size = { width: 200, height: 100 };

describe("a frame on a picture", () => {
  it("lies between two points in any order, in whole units and inside", () => {
    expect(between([160.4, -3], [39.6, 80.2], size)).toEqual({ x0: 40, y0: 0, x1: 160, y1: 80 });
    expect(between([250, 150], [190, 90], size)).toEqual({ x0: 190, y0: 90, x1: 200, y1: 100 });
    expect(hasInside(between([5, 5], [5, 50], size))).toBe(false);
  });
  it("moves by the arrow keys and stops at the edge", () => {
    const box = { x0: 190, y0: 0, x1: 198, y1: 10 };
    expect(stepOf(size, false)).toBe(4);
    expect(nudged(box, "ArrowRight", size, { resizing: false, fine: false })).toEqual({ x0: 192, y0: 0, x1: 200, y1: 10 });
    expect(nudged(box, "ArrowUp", size, { resizing: false, fine: false })).toEqual(box);
    expect(nudged(box, "ArrowDown", size, { resizing: false, fine: true })).toEqual({ ...box, y0: 1, y1: 11 });
    expect(nudged(box, "a", size, { resizing: false, fine: true })).toBeUndefined();
  });
  it("keeps an inside while it is made smaller", () => {
    const box = { x0: 10, y0: 10, x1: 12, y1: 12 };
    expect(nudged(box, "ArrowLeft", size, { resizing: true, fine: false })).toEqual({ ...box, x1: 11 });
    expect(nudged(middle(size), "ArrowDown", size, { resizing: true, fine: false })).toEqual({ x0: 75, y0: 38, x1: 125, y1: 67 });
  });
  it("finds the smaller of two boxes under a point first", () => {
    const [large, small] = [{ x0: 0, y0: 0, x1: 90, y1: 90 }, { x0: 10, y0: 10, x1: 20, y1: 20 }];
    expect(under([large, small], [15, 15])).toEqual([small, large]);
    expect(under([large, small], [50, 50])).toEqual([large]);
  });
});
