import { describe, expect, it } from "vitest";
import { cellsOf, plotOf } from "./plots";

const column = (name: string) => ({ name, en: name, id: name });
const table = {
  name: "coefficients",
  title: { en: "", id: "" },
  columns: ["coefficient", "value", "low", "high"].map(column),
  rows: [
    ["scott_pi", 0.5, 0.4, 0.6],
    ["gwet_ac1", null, null, null],
  ],
  words: {},
};

describe("plots of figures", () => {
  it("draws a coefficient with its range and leaves out what has no value", () => {
    const plot = plotOf("coefficients", table)!;
    expect(cellsOf(plot)).toEqual([{ name: "scott_pi", series: "value", value: 0.5, low: 0.4, high: 0.6 }]);
  });
  it("draws one line a series", () => {
    const curve = { ...table, name: "curve", columns: ["interviews", "held", "expected"].map(column), rows: [[1, 2, 1.5], [2, 3, 3]] };
    expect(cellsOf(plotOf("accumulation", curve)!).map((cell) => [cell.name, cell.series, cell.value])).toEqual([
      ["1", "held", 2],
      ["1", "expected", 1.5],
      ["2", "held", 3],
      ["2", "expected", 3],
    ]);
  });
  it("draws nothing for one row, and for tables nobody would look at", () => {
    expect(plotOf("coefficients", { ...table, rows: table.rows.slice(0, 1) })).toBeUndefined();
    expect(plotOf("not_found", table)).toBeUndefined();
  });
});
