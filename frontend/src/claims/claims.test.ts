import { describe, expect, it } from "vitest";
import type { Ranking } from "../api/types";
import { chanceWords } from "./chance";
import { spanOf, spread } from "./moments";
import { moves, ranks } from "./moved";
import { stagesOf } from "./stages";

function ranking(support: Record<string, number>): Ranking {
  return { motives: Object.entries(support).map(([id, n]) => ({ id, scores: { independent_support: n } })) } as unknown as Ranking;
}

describe("stages of the procedure", () => {
  it("reach from the first fact to the last, and stand by their beginning", () => {
    const events = [
      { date: "2019-11-27", stages: ["MOU"] },
      { date: "2018-10", stages: ["LOI", "EXPLORE"] },
      { date: "2023-01-31", stages: ["MOU"] },
      { date: "2020", stages: [] },
    ];
    expect(stagesOf(events).map(({ code, from, to }) => [code, new Date(from).getUTCFullYear(), new Date(to).getUTCFullYear()])).toEqual([
      ["LOI", 2018, 2018],
      ["EXPLORE", 2018, 2018],
      ["MOU", 2019, 2023],
    ]);
  });
});

describe("what a switch moves", () => {
  it("ranks equal support alike", () => {
    expect([...ranks(ranking({ a: 5, b: 3, c: 3, d: 0 })).values()]).toEqual([1, 2, 2, 4]);
  });
  it("counts places and support", () => {
    const found = moves(ranking({ a: 5, b: 3 }), ranking({ b: 6, a: 5 }));
    expect(found.get("b")).toEqual({ places: 1, support: 3 });
    expect(found.get("a")).toEqual({ places: -1, support: 0 });
  });
});

describe("chance in words", () => {
  it.each([
    [0.01, "motives.p_under"],
    [0.467, "motives.p_half"],
    [0.667, "motives.p_two_thirds"],
    [0.99, "motives.p_over"],
  ])("%f", (p, key) => expect(chanceWords(p)).toBe(key));
});

describe("the axis of time", () => {
  it("gives a month its whole length, and two dates what lies between", () => {
    expect(spanOf("2019-02")).toEqual({ from: Date.UTC(2019, 1, 1), to: Date.UTC(2019, 2, 1) });
    expect(spanOf("2018-02-01/2018-02-03").to).toBe(Date.UTC(2018, 1, 4));
  });
  it("keeps the order and shortens what is empty", () => {
    const [a, b, c] = [Date.UTC(1955, 0), Date.UTC(2018, 0), Date.UTC(2019, 0)];
    const place = spread([a, b, c]);
    expect([place(a), place(c)]).toEqual([0, 1]);
    expect(place(b)).toBeLessThan(0.95);
    expect(place((b + c) / 2)).toBeGreaterThan(place(b));
  });
});
