/** Which tables of a figure people would rather look at, and as what. */
import type { Answer } from "../api/operations";

type Table = Answer<"GET", "/figures/{method}">["tables"][number];

/** A plot before it has words of a language: `points` with a range where there is one, `lines` by series, or `bars`. */
export interface Plot {
  readonly kind: "points" | "lines" | "bars";
  readonly table: Table;
  readonly across: string;
  readonly values: readonly string[];
  readonly most: number;
}

const PLOTS: Record<string, Record<string, Omit<Plot, "table">>> = {
  first_place: { motives: { kind: "points", across: "motive", values: ["p_first"], most: 40 } },
  coefficients: { coefficients: { kind: "points", across: "coefficient", values: ["value", "low", "high"], most: 20 } },
  free_segments: { segments: { kind: "points", across: "coefficient", values: ["value"], most: 20 } },
  ratings: { coefficients: { kind: "points", across: "coefficient", values: ["value", "low", "high"], most: 20 } },
  cases: { necessity: { kind: "points", across: "condition", values: ["consistency"], most: 40 }, robustness: { kind: "bars", across: "path", values: ["of_cut_offs"], most: 30 } },
  agreement_by: { parts: { kind: "points", across: "part", values: ["value"], most: 60 } },
  saturation: { runs: { kind: "lines", across: "interviews_before", values: ["ratio"], most: 500 } },
  accumulation: { curve: { kind: "lines", across: "interviews", values: ["held", "expected"], most: 500 } },
  word_counts: { words: { kind: "bars", across: "word", values: ["count"], most: 25 } },
  key_words: { key_words: { kind: "bars", across: "word", values: ["log_ratio"], most: 25 } },
  clues: { hypotheses: { kind: "points", across: "hypothesis", values: ["weight_db", "low_db", "high_db"], most: 30 }, without: { kind: "points", across: "left_out", values: ["weight_db"], most: 60 } },
};

export function plotOf(method: string, table: Table): Plot | undefined {
  const found = PLOTS[method]?.[table.name];
  // Languages kept apart stand below each other: one axis would mix them.
  const apart = table.columns[0]?.name === "language";
  return found && !apart && table.rows.length > 1 ? { ...found, table } : undefined;
}

/** The cells of a plot: one for each row and series, rows without a value left out. */
export function cellsOf(plot: Plot): { name: string; series: string; value: number; low: number | null; high: number | null }[] {
  const at = (column: string) => plot.table.columns.findIndex((one) => one.name === column);
  const [across, ...columns] = [at(plot.across), ...plot.values.map(at)] as [number, ...number[]];
  const numberAt = (row: Table["rows"][number], column: number | undefined) => {
    const cell = column === undefined ? null : row[column];
    return typeof cell === "number" ? cell : null;
  };
  return plot.table.rows.slice(0, plot.most).flatMap((row) => {
    const series = plot.kind === "points" ? [0] : columns.map((_, number) => number);
    return series.flatMap((number) => {
      const value = numberAt(row, columns[number]);
      if (value === null) return [];
      const range = plot.kind === "points" ? [numberAt(row, columns[1]), numberAt(row, columns[2])] : [null, null];
      return [{ name: String(row[across]), series: plot.values[number]!, value, low: range[0]!, high: range[1]! }];
    });
  });
}
