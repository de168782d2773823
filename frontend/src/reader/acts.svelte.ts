import { edit } from "../api/edits.svelte";
import type { Body } from "../api/operations";
import { live } from "../api/live.svelte";
import { study } from "../api/study.svelte";
import { TOKENS, type Code, type Coding, type Facet, type Uncoded } from "../api/types";
import { pick, t } from "../i18n/language.svelte";
import { undo } from "../shell/commands.svelte";
import { attempt, sayings, settle } from "../shell/saying.svelte";
import { snap, wordAt, type Stretch } from "../text/graphemes";
import { NOWHERE, type Placed } from "../text/places";
import { recent } from "./recent.svelte";
import type { Work } from "./work.svelte";

type Change = Body<"PATCH", "/codings/{guid}">;

let proposals = 0;

/** Puts a code on a stretch of the text; it is on the screen at once, and is the coding that keys speak of. */
export function applyCode(work: Work, code: Code, at: Stretch): Promise<void> {
  const source = work.text?.source;
  if (!source || at.from >= at.to) return Promise.resolve();
  const round = study.round?.number ?? 1;
  const span = { start_cp: work.offsets.toCp(at.from), end_cp: work.offsets.toCp(at.to) };
  const proposed = proposal(work, code, { ...NOWHERE, said: null, ...span }, round);
  work.propose(proposed);
  recent.use(code.guid);
  return work.inTurn(async () => {
    const body = { source: source.guid, ...span, code: code.guid, quote: work.quote(at), round };
    const done = await attempt(() => study.call("POST", "/codings", { body }));
    if (done) work.take(done, proposed.guid);
    else work.withdraw(proposed.guid);
  });
}

/** Puts a code on the region or time that is chosen, which is chosen no more. */
export function applyToPlace(work: Work, code: Code): Promise<void> {
  const [source, place, said] = [work.text?.source, work.place, work.said.trim()];
  if (!source || !place) return Promise.resolve();
  const round = study.round?.number ?? 1;
  const proposed = proposal(work, code, { ...place, said }, round);
  work.propose(proposed);
  work.choose(null);
  recent.use(code.guid);
  return work.inTurn(async () => {
    const times = place.start_ms === null ? null : { start_ms: place.start_ms, end_ms: place.end_ms ?? place.start_ms };
    const body = { source: source.guid, region: place.region, times, code: code.guid, said, round };
    const done = await attempt(() => study.call("POST", "/codings/places", { body }));
    if (done) return work.take(done, proposed.guid);
    work.withdraw(proposed.guid);
    work.choose(place);
    work.said = said;
  });
}

/** The coding as the server will most likely make it. */
function proposal(work: Work, code: Code, where: Placed & { said: string | null }, round: number): Coding {
  const source = work.text!.source;
  return {
    ...USUAL,
    ...study.overview?.defaults,
    ...where,
    guid: `proposed-${++proposals}`,
    passage: "",
    representation: work.text!.representation,
    source: source.guid,
    source_key: source.key,
    code: code.guid,
    code_key: code.key,
    code_version: code.version,
    coder: study.coder,
    round,
    etag: "",
  };
}

const USUAL = {
  actor: "own",
  basis: "stated",
  voice: null,
  polarity: "supports",
  time: "at",
  priority: "none",
  case: null,
  weight: 1,
  status: "accepted",
  memo: "",
} as const;

/** Whether the edit came to an end: it was done, or the newer version was left as it is. */
function revise(work: Work, { guid }: Coding, change: Change | ((now: Coding) => Change), version = (now: Coding) => now.etag): Promise<boolean> {
  return work.inTurn(async () => {
    const now = work.latest(guid);
    if (!now) return false;
    const body = typeof change === "function" ? change(now) : change;
    const settled = await settle(() => edit("PATCH", "/codings/{guid}", { at: { guid: now.guid }, etag: version(now), body }));
    if (settled?.done) work.take(settled.done);
    else await work.reload().catch(() => undefined);
    return settled !== undefined;
  });
}

/** Gives the active coding the next token of a facet. */
export function turnFacet(work: Work, facet: Facet): void {
  const coding = work.current;
  const tokens = TOKENS[facet];
  const next = (now: Coding) => tokens[(tokens.indexOf(now[facet] ?? "") + 1) % tokens.length]!;
  if (coding) void revise(work, coding, (now) => ({ facets: { [facet]: next(now) || null } }));
}

export function setFacet(work: Work, coding: Coding, facet: Facet | "case", token: string): Promise<boolean> {
  return revise(work, coding, { facets: { [facet]: token || null } });
}

/** Writes the memo that was begun on `began`: where somebody has written it anew since, both versions are shown. */
export function setMemo(work: Work, began: Coding, memo: string): Promise<boolean> {
  return revise(work, began, { memo }, (now) => (now.memo === began.memo ? now.etag : began.etag));
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

export function removeCoding(work: Work, { guid }: Coding): Promise<void> {
  return work.inTurn(async () => {
    const now = work.latest(guid);
    if (!now) return;
    const done = await attempt(() => edit("DELETE", "/codings/{guid}", { at: { guid: now.guid }, etag: now.etag }));
    if (!done) return;
    work.take({ ...done, gone: [...(done.gone ?? []), now.guid] });
    sayings.say(t("reader.deleted"), { label: t("shell.undo"), run: () => void undo() });
  });
}

/** Marks a stretch as read and left uncoded on purpose. */
export async function leaveUncoded(work: Work, at: Stretch, reason: string): Promise<boolean> {
  const body = {
    source: work.text?.source.guid ?? work.source,
    start_cp: work.offsets.toCp(at.from),
    end_cp: work.offsets.toCp(at.to),
    quote: work.quote(at),
    reason,
    round: study.round?.number ?? 1,
  };
  const done = await attempt(() => study.call("POST", "/uncoded", { body }));
  if (!done) return false;
  sayings.say(t("reader.left_uncoded"));
  await work.reload();
  return true;
}

export async function withdrawUncoded(work: Work, { guid, etag }: Uncoded): Promise<void> {
  const done = await attempt(() => edit("DELETE", "/uncoded/{guid}", { at: { guid }, etag }));
  if (done) await work.reload();
}

/** Notes that the text was read for a code and does not hold it: silence is told from what nobody looked for. */
export async function noteNotFound(work: Work, code: Code): Promise<void> {
  const body = { source: work.text?.source.guid ?? work.source, code: code.guid, round: study.round?.number ?? 1 };
  const done = await attempt(() => study.call("POST", "/coverage", { body }));
  if (done) sayings.say(t("reader.noted_not_found", { code: pick(code.label_en, code.label_id) }), { label: t("shell.undo"), run: () => void undo() });
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
