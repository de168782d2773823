import { locale } from "./language.svelte";

const PRECISE: Intl.DateTimeFormatOptions[] = [
  { year: "numeric" },
  { year: "numeric", month: "short" },
  { year: "numeric", month: "short", day: "numeric" },
];

/** An ISO date of year, month or day precision, or two parted by a slash, as people write it. */
export function date(iso: string | null | undefined): string {
  if (!iso) return "";
  const [from, to] = iso.split("/") as [string, string?];
  return to ? stretch(from, to) : one(from);
}

function stretch(from: string, to: string): string {
  const [first, last] = [parsed(from), parsed(to)];
  if (!first || !last || first.parts !== last.parts) return `${one(from)} – ${one(to)}`;
  return written(first.parts).formatRange(first.at, last.at);
}

/** A UTC time stamp, in the reader's own time. */
export function moment(iso: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  return new Intl.DateTimeFormat(locale(), { dateStyle: "medium", timeStyle: "short" }).format(at);
}

/** Milliseconds of a recording as `h:mm:ss`. */
export function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (value: number) => String(value).padStart(2, "0");
  return h ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

function one(iso: string): string {
  const found = parsed(iso);
  return found ? written(found.parts).format(found.at) : iso;
}

function parsed(iso: string): { at: Date; parts: number } | null {
  const parts = iso.slice(0, 10).split("-").map(Number);
  const [year, month = 1, day = 1] = parts as [number, number?, number?];
  return year ? { at: new Date(Date.UTC(year, month - 1, day)), parts: Math.min(parts.length, 3) } : null;
}

function written(parts: number): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale(), { ...PRECISE[parts - 1], timeZone: "UTC" });
}
