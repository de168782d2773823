import { locale } from "./language.svelte";

/** Names as a list that people would say: with "and", or with "or". */
export function list(names: readonly string[], type: "conjunction" | "disjunction" = "conjunction"): string {
  return new Intl.ListFormat(locale(), { type }).format(names);
}
