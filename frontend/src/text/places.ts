import { number, t } from "../i18n/language.svelte";

/** A rectangle: pixels of a picture from its upper left, or, with a page, points of that page from its lower left. */
export interface Region {
  readonly page?: number | null;
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** Where a passage stands: in the text, in a picture or page, in a recording. */
export interface Placed {
  readonly start_cp: number | null;
  readonly end_cp: number | null;
  readonly region: Region | null;
  readonly start_ms: number | null;
  readonly end_ms: number | null;
}

export const NOWHERE: Placed = { start_cp: null, end_cp: null, region: null, start_ms: null, end_ms: null };

/** Whether it is a stretch of text. */
export function inText<T extends { readonly start_cp: number | null; readonly end_cp: number | null }>(row: T): row is T & { start_cp: number; end_cp: number } {
  return row.start_cp !== null && row.end_cp !== null;
}

/** Whether two passages of one source share a place: a character, a point of a picture or page, a moment. */
export function share(one: Placed, other: Placed): boolean {
  if (inText(one) && inText(other)) return one.start_cp < other.end_cp && other.start_cp < one.end_cp;
  if (inText(one) || inText(other)) return false;
  if (one.region && other.region) return regionsMeet(one.region, other.region);
  if (one.start_ms === null || other.start_ms === null) return false;
  return one.start_ms < (other.end_ms ?? 0) && other.start_ms < (one.end_ms ?? 0);
}

function regionsMeet(a: Region, b: Region): boolean {
  return (a.page ?? 0) === (b.page ?? 0) && a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}

/** A time as hours, minutes and seconds, with tenths where there are any. */
export function clockOf(ms: number): string {
  const two = (part: number) => String(Math.floor(part)).padStart(2, "0");
  const tenths = Math.floor((ms % 1000) / 100);
  const seconds = ms / 1000;
  return `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}${tenths ? `.${tenths}` : ""}`;
}

/** The place of a region or time in words; empty for a stretch of text. */
export function placeText(row: Placed): string {
  if (inText(row)) return "";
  if (row.start_ms !== null && row.end_ms !== null) return `${clockOf(row.start_ms)}–${clockOf(row.end_ms)}`;
  return row.region ? regionText(row.region) : "";
}

/** A region in words. */
export function regionText({ page, x0, y0, x1, y1 }: Region): string {
  const at = { width: number(x1 - x0), height: number(y1 - y0), x: number(x0), y: number(y0) };
  return page ? t("original.page_region", { n: number(page), ...at }) : t("original.region", at);
}

/** What the address of the reader says to open a passage. */
export function openAt(row: { start_cp: number | null; end_cp: number | null }, passage: string): Record<string, string> {
  return inText(row) ? { at: `${row.start_cp}-${row.end_cp}` } : { place: passage };
}
