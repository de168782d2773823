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
  /** Left out where the screen is narrow. */
  readonly minor?: boolean;
}
