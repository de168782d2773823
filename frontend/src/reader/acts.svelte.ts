import { edit } from "../api/edits.svelte";
import { live } from "../api/live.svelte";
import { study } from "../api/study.svelte";
import { TOKENS, type Code, type Coding, type Facet } from "../api/types";
import { t } from "../i18n/language.svelte";
import { undo } from "../shell/commands.svelte";
import { attempt, sayings } from "../shell/saying.svelte";
import { snap, wordAt, type Stretch } from "../text/graphemes";
import { recent } from "./recent.svelte";
import type { Work } from "./work.svelte";

/** Puts a code on a stretch of the text; the new coding becomes the one that keys speak of. */
export async function applyCode(work: Work, code: Code, at: Stretch): Promise<Coding | undefined> {
  const text = work.text;
  if (!text || at.from >= at.to) return undefined;
  const body = {
    source: text.source.guid,
    start_cp: work.offsets.toCp(at.from),
    end_cp: work.offsets.toCp(at.to),
    code: code.guid,
    quote: work.quote(at),
    round: study.round?.number ?? 1,
  };
  const done = await attempt(() => study.call("POST", "/codings", { body }));
  const coding = done?.rows[0];
  if (!done || !coding) return undefined;
  recent.use(code.guid);
  work.take(done);
  work.activate(coding.guid);
  return coding;
}

async function revise(work: Work, coding: Coding, body: Record<string, unknown>): Promise<boolean> {
  const done = await attempt(() => edit("PATCH", "/codings/{guid}", { at: { guid: coding.guid }, etag: coding.etag, body }));
  if (done) work.take(done);
  else await work.reload();
  return done !== undefined;
}

/** Gives the active coding the next token of a facet. */
export function turnFacet(work: Work, facet: Facet): void {
  const coding = work.current;
  if (!coding) return;
  const tokens = TOKENS[facet];
  const next = tokens[(tokens.indexOf(coding[facet] ?? "") + 1) % tokens.length]!;
  void setFacet(work, coding, facet, next);
}

export function setFacet(work: Work, coding: Coding, facet: Facet | "case", token: string): Promise<boolean> {
  return revise(work, coding, { facets: { [facet]: token || null } });
}

export function setMemo(work: Work, coding: Coding, memo: string): Promise<boolean> {
  return revise(work, coding, { memo });
}

/** Another code on the same passage; memo and facets stay. */
export async function recode(work: Work, coding: Coding, code: Code): Promise<void> {
  if (await revise(work, coding, { code: code.guid })) recent.use(code.guid);
}

/** Accepts or rejects what was proposed. */
export function decide(work: Work, coding: Coding, status: Coding["status"]): Promise<boolean> {
  return revise(work, coding, { status });
}

export function resize(work: Work, coding: Coding, { from, to }: Stretch): Promise<boolean> {
  return revise(work, coding, { start_cp: work.offsets.toCp(from), end_cp: work.offsets.toCp(to) });
}

/** Moves one end of the active coding by a word. */
export function nudge(work: Work, end: "from" | "to", direction: 1 | -1): void {
  const mark = work.marks.find((one) => one.coding.guid === work.active);
  const text = work.text?.text;
  if (!mark || text === undefined) return;
  const at = byWord(text, mark[end], direction);
  const stretch = { from: mark.from, to: mark.to, [end]: at };
  if (stretch.from < stretch.to) void resize(work, mark.coding, stretch);
}

/** Where the next word ends (`1`) or the word before begins (`-1`), past blanks and marks. */
function byWord(text: string, from: number, direction: 1 | -1): number {
  let at = from;
  for (let step = 0; step < 8; step++) {
    if ((direction < 0 && at <= 0) || (direction > 0 && at >= text.length)) break;
    const word = wordAt(text, direction > 0 ? at : at - 1);
    at = direction > 0 ? word.to : word.from;
    if (/[\p{L}\p{N}]/u.test(text.slice(word.from, word.to))) break;
  }
  return snap(text, at, direction);
}

export async function removeCoding(work: Work, coding: Coding): Promise<void> {
  const done = await attempt(() => edit("DELETE", "/codings/{guid}", { at: { guid: coding.guid }, etag: coding.etag }));
  if (!done) return;
  work.take({ ...done, gone: [...(done.gone ?? []), coding.guid] });
  sayings.say(t("reader.deleted"), { label: t("shell.undo"), run: () => void undo() });
}

/** Marks a stretch as read and left uncoded on purpose. */
export async function leaveUncoded(work: Work, at: Stretch, reason: string): Promise<void> {
  const body = {
    source: work.text?.source.guid ?? work.source,
    start_cp: work.offsets.toCp(at.from),
    end_cp: work.offsets.toCp(at.to),
    quote: work.quote(at),
    reason,
    round: study.round?.number ?? 1,
  };
  const done = await attempt(() => study.call("POST", "/uncoded", { body }));
  if (!done) return;
  sayings.say(t("reader.left_uncoded"));
  await work.reload();
}

/** One code for many places at once, as one step to undo. */
export async function codeAll(work: Work, code: Code, spans: { source: string; start_cp: number; end_cp: number }[]): Promise<boolean> {
  const body = { code: code.guid, spans, round: study.round?.number ?? 1 };
  const done = await attempt(() => study.call("POST", "/codings/bulk", { body }));
  if (!done) return false;
  live.ours(done.event.seq);
  recent.use(code.guid);
  await work.reload();
  sayings.say(t("reader.coded_all", { n: spans.length }), { label: t("shell.undo"), run: () => void undo() });
  return true;
}
