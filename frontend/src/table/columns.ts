import type { Snippet } from "svelte";

export interface Column<T> {
  readonly key: string;
  readonly label: string;
  readonly width: string;
  readonly cell: Snippet<[T]>;
  readonly sortable?: boolean;
  readonly end?: boolean;
  /** Values that the column can be narrowed to. */
  readonly choices?: readonly { value: string; label: string }[];
  /** Left out where the table is narrow: 1 goes last, 4 first. */
  readonly minor?: 1 | 2 | 3 | 4;
}
