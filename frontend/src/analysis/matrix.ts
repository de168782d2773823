import type { Code, Matrix } from "../api/types";
import type { CodeTree } from "../codebook/tree";
import { pick, term } from "../i18n/language.svelte";

export interface Laid {
  readonly columns: readonly { id: string; label: string }[];
  readonly rows: readonly { code: Code; depth: number; label: string; hue: string; counts: readonly number[]; sum: number }[];
  readonly most: number;
}

/** How a column is called: a kind, a code, or by its own name. */
export function columnName(columns: string, column: string, tree: CodeTree): string {
  if (columns === "kind") return term("kind", column);
  const code = columns === "code" ? tree.byGuid.get(column) : undefined;
  return code ? pick(code.label_en, code.label_id) : column;
}

/** The matrix in the order of the codebook, as rows of counts. */
export function laidOut(matrix: Matrix, tree: CodeTree, name: (column: string) => string): Laid {
  const counts = new Map(matrix.cells.map((cell) => [`${cell.code} ${cell.column}`, cell.count]));
  const there = new Set(matrix.codes);
  const rows = tree
    .branches()
    .filter((branch) => there.has(branch.code.guid))
    .map(({ code, depth }) => {
      const row = matrix.columns.map((column) => counts.get(`${code.guid} ${column}`) ?? 0);
      return { code, depth, label: pick(code.label_en, code.label_id), hue: tree.hue(code), counts: row, sum: row.reduce((a, b) => a + b, 0) };
    });
  const columns = matrix.columns.map((id) => ({ id, label: name(id) }));
  return { columns, rows, most: Math.max(1, ...matrix.cells.map((cell) => cell.count)) };
}
