import { describe, expect, it } from "vitest";
import { ring } from "./ring";

describe("seats around an oval", () => {
  it.each([1, 2, 7, 33])("keeps labels of %d things apart", (n) => {
    for (const side of ["left", "right"]) {
      const heights = ring(n).filter((seat) => seat.side === side).map((seat) => seat.y).sort((a, b) => a - b);
      for (const [at, height] of heights.slice(1).entries()) expect(height - heights[at]!).toBeGreaterThanOrEqual(25.9);
    }
  });

  it("goes round clockwise from the top", () => {
    expect(ring(4).map((seat) => [Math.sign(seat.x), Math.sign(seat.y)])).toEqual([[1, -1], [1, 1], [-1, 1], [-1, -1]]);
  });
});
