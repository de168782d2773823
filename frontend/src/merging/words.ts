import { t, type Key } from "../i18n/language.svelte";
import type { MergeConflict } from "../api/types";
import { merging } from "../i18n/en/merging";

/** What rows of a table are, as many as there are; the table's own name where none is known. */
export function tableWords(table: string, n = 1): string {
  return `of_${table}` in merging ? t(`merging.of_${table}` as Key, { n }) : table;
}

/** A column of a row; its own name where no word is known. */
export function fieldWords(name: string): string {
  return `field_${name}` in merging ? t(`merging.field_${name}` as Key) : name;
}

/** Why a conflict is one. */
export function kindWords(kind: MergeConflict["kind"]): string {
  return t(`merging.kind_${kind.replaceAll("-", "_")}` as Key);
}
