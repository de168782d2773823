import type { EditorView } from "@codemirror/view";
import { asApiError, type ApiError } from "../api/errors";
import { live, touches } from "../api/live.svelte";
import { study } from "../api/study.svelte";
import type { Changed, Code, Coding, SourceText, Uncoded } from "../api/types";
import { language, pick } from "../i18n/language.svelte";
import type { Stretch } from "../text/graphemes";
import { inText, NOWHERE, type Placed } from "../text/places";
import { Offsets } from "../text/offsets";
import { showStretch } from "./editor";
import { inOrder, type Mark } from "./marks";
import { setActive } from "./text_state";

const SETTLE_MS = 150;
const TABLES = ["coding", "uncoded", "passage", "round"];

/** One text that is being read, and the codings on it. */
export class Work {
  text = $state.raw<SourceText | undefined>();
  codings = $state.raw<readonly Coding[]>([]);
  uncoded = $state.raw<readonly Uncoded[]>([]);
  hidden = $state(false);
  error = $state.raw<ApiError | undefined>();
  active = $state("");
  /** A region or time that is chosen to be coded, and what is to be seen or heard there. */
  place = $state.raw<Placed | null>(null);
  said = $state("");
  selection = $state.raw<Stretch>({ from: 0, to: 0 });
  /** Coders whose codings are left out of sight. */
  without = $state.raw<ReadonlySet<string>>(new Set());
  view = $state.raw<EditorView | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #opened = "";
  #turn: Promise<unknown> = Promise.resolve();
  /** Guid of a coding that was shown before the server knew it -> the guid it has now. */
  readonly #became = new Map<string, string>();

  constructor(readonly source: string) {}

  readonly offsets = $derived(new Offsets(this.text?.text ?? ""));
  readonly #known = $derived.by(() => {
    void [study.tree, language()];
    const marks = new WeakMap<Coding, Mark>();
    return () => marks;
  });
  readonly marks = $derived(this.text ? this.#marks() : []);
  readonly places = $derived(this.codings.filter((coding) => this.#shown(coding) && !inText(coding)).sort(byPlace));
  readonly coders = $derived([...new Set(this.codings.map((coding) => coding.coder))].sort());
  readonly current = $derived(this.codings.find((coding) => coding.guid === this.active));

  /** Loads text and codings; the text only once, for it never changes. */
  async load(): Promise<void> {
    try {
      const [text] = await Promise.all([study.call("GET", "/sources/{guid}/text", { at: { guid: this.source } }), this.reload()]);
      this.text = text;
      this.error = undefined;
    } catch (thrown) {
      this.error = asApiError(thrown);
    }
  }

  async reload(): Promise<void> {
    const found = await study.call("GET", "/sources/{guid}/codings", { at: { guid: this.source } });
    this.codings = found.codings;
    this.uncoded = found.uncoded;
    this.hidden = found.hidden;
    if (this.active && !this.current) this.activate("");
  }

  /** Takes in what others do; what we did ourselves is on the screen already. */
  follow(): () => void {
    const end = live.on((told) => {
      if (!touches(told, TABLES)) return;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => live.isOurs(told.seq) || void this.reload().catch(() => undefined), SETTLE_MS);
    });
    return () => {
      end();
      clearTimeout(this.#timer);
    };
  }

  /** Does one thing after another, so that each change starts from the row that the one before left behind. */
  inTurn<T>(act: () => Promise<T>): Promise<T> {
    const next = this.#turn.then(act);
    this.#turn = next.catch(() => undefined);
    return next;
  }

  /** A coding as it is now, by the guid it has or had. */
  latest(guid: string): Coding | undefined {
    const now = this.#became.get(guid) ?? guid;
    return this.codings.find((coding) => coding.guid === now);
  }

  /** Shows a coding before the server has it. */
  propose(coding: Coding): void {
    this.codings = [...this.codings, coding];
    this.activate(coding.guid);
  }

  /** Takes back what was shown too early. */
  withdraw(guid: string): void {
    this.codings = this.codings.filter((coding) => coding.guid !== guid);
    if (this.active === guid) this.activate("");
  }

  /** Puts the rows of a change in the place of those they were; `proposed` is the guid that the first was shown under. */
  take(changed: Changed<Coding>, proposed = ""): void {
    live.ours(changed.event.seq);
    const first = changed.rows[0];
    if (proposed && first) this.#became.set(proposed, first.guid);
    const gone = new Set([proposed, ...(changed.gone ?? []), ...changed.rows.map((row) => row.guid)]);
    const here = changed.rows.filter((row) => row.source === this.text?.source.guid);
    this.codings = [...this.codings.filter((coding) => !gone.has(coding.guid)), ...here];
    if (proposed && first && this.active === proposed) this.activate(first.guid);
    else if (gone.has(this.active) && !this.current) this.activate("");
  }

  /** Chooses a region or time to be coded; null chooses none. */
  choose(where: Partial<Placed> | null): void {
    if (!where) this.said = "";
    this.place = where && { ...NOWHERE, ...where };
  }

  /** Makes the first coding of a passage the active one, once it is there. */
  openPlace(passage: string): void {
    if (!passage || passage === this.#opened) return;
    const found = this.places.find((coding) => coding.passage === passage);
    if (!found) return;
    this.#opened = passage;
    this.activate(found.guid);
  }

  #shown(coding: Coding): boolean {
    return !this.without.has(coding.coder) && coding.status !== "rejected";
  }

  activate(guid: string): void {
    this.active = guid;
    this.view?.dispatch({ effects: setActive.of(guid) });
  }

  /** Makes a coding the one that keys speak of, selects its passage and brings it into sight. */
  show(guid: string): void {
    const mark = this.marks.find((one) => one.coding.guid === guid);
    this.active = guid;
    if (mark && this.view) showStretch(this.view, mark, setActive.of(guid));
  }

  /** The next (`1`) or previous (`-1`) coding from the active one, else from the caret. */
  step(direction: 1 | -1): void {
    const ordered = [...this.marks].sort(inOrder);
    if (!ordered.length) return this.#stepPlaces(direction);
    const at = ordered.findIndex((mark) => mark.coding.guid === this.active);
    const { from } = this.selection;
    const fromCaret = direction > 0 ? ordered.findIndex((mark) => mark.from >= from) : ordered.findLastIndex((mark) => mark.from < from);
    const next = at >= 0 ? at + direction : fromCaret;
    this.show(ordered[(next + ordered.length) % ordered.length]!.coding.guid);
  }

  /** From one region or time to the next where there is no text to step through. */
  #stepPlaces(direction: 1 | -1): void {
    const at = this.places.findIndex((coding) => coding.guid === this.active);
    const next = at < 0 && direction < 0 ? this.places.length - 1 : at + direction;
    const found = this.places[(next + this.places.length) % Math.max(this.places.length, 1)];
    if (found) this.activate(found.guid);
  }

  quote({ from, to }: Stretch): string {
    return this.text?.text.slice(from, to) ?? "";
  }

  // Thousands of marks stay as they are while one is added; a new codebook or language makes them all anew.
  #marks(): Mark[] {
    const known = this.#known();
    return this.codings
      .filter((coding) => this.#shown(coding))
      .filter(inText)
      .map((coding) => {
        const mark = known.get(coding) ?? this.#mark(coding);
        known.set(coding, mark);
        return mark;
      });
  }

  #mark(coding: Coding & { start_cp: number; end_cp: number }): Mark {
    const code = study.code(coding.code);
    return {
      coding,
      from: this.offsets.toUtf16(coding.start_cp),
      to: this.offsets.toUtf16(coding.end_cp),
      hue: study.tree.hue(code),
      label: labelOf(code, coding.code_key),
    };
  }
}

/** A code's label, its key where it has none. */
export function labelOf(code: Code | undefined, key: string): string {
  return code ? pick(code.label_en, code.label_id) || code.key : key;
}

/** By time, then from top to bottom. */
function byPlace(a: Coding, b: Coding): number {
  const page = (a.region?.page ?? 0) - (b.region?.page ?? 0);
  const down = (a.region?.y0 ?? 0) - (b.region?.y0 ?? 0);
  return (a.start_ms ?? 0) - (b.start_ms ?? 0) || page || (a.region?.page ? -down : down);
}
