import { untrack } from "svelte";
import { asApiError, type ApiError } from "../api/errors";
import { live, touches } from "../api/live.svelte";
import type { Page } from "../api/types";

export interface Wanted {
  readonly sort: string;
  readonly q: string;
  readonly filters: Readonly<Record<string, string>>;
}

export type Ask<T> = (query: Record<string, string | number>, signal: AbortSignal) => Promise<Page<T>>;

const PAGE = 200;

/** The rows of a table that the server sorts, filters and pages by key; further pages come when they are scrolled to. */
export class Paged<T> {
  rows = $state.raw<readonly T[]>([]);
  total = $state(0);
  error = $state.raw<ApiError | undefined>();
  loading = $state(true);
  wanted = $state.raw<Wanted>({ sort: "", q: "", filters: {} });
  #next: string | null = null;
  #ask: Ask<T>;
  #running: AbortController | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(ask: Ask<T>, wanted: Partial<Wanted> = {}) {
    this.#ask = ask;
    this.wanted = { ...this.wanted, ...wanted };
  }

  get complete(): boolean {
    return this.#next === null;
  }

  /** The query as the server reads it, for pages and for downloads alike. */
  get query(): Record<string, string> {
    const { sort, q, filters } = this.wanted;
    const named = Object.entries(filters).map(([field, value]) => [`filter.${field}`, value] as const);
    return Object.fromEntries([["sort", sort] as const, ["q", q] as const, ...named].filter(([, value]) => value));
  }

  want(change: Partial<Wanted>): void {
    this.wanted = { ...this.wanted, ...change };
    void this.reload();
  }

  /** From the first row on; as many rows as are shown now, so that the place in the table stays. */
  async reload(): Promise<void> {
    const enough = Math.max(PAGE, this.rows.length);
    await this.#fetch(null, Math.min(enough, 5 * PAGE));
  }

  async more(): Promise<void> {
    if (this.loading || this.#next === null) return;
    await this.#fetch(this.#next, PAGE);
  }

  refresh(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.reload(), 80);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#running?.abort();
  }

  async #fetch(after: string | null, limit: number): Promise<void> {
    this.#running?.abort();
    const running = (this.#running = new AbortController());
    this.loading = true;
    try {
      const page = await this.#ask({ ...this.query, limit, ...(after && { after }) }, running.signal);
      if (running.signal.aborted) return;
      this.rows = after ? [...this.rows, ...page.rows] : page.rows;
      this.total = page.total;
      this.#next = page.next;
      this.error = undefined;
    } catch (thrown) {
      if (running.signal.aborted) return;
      this.error = asApiError(thrown);
    }
    this.loading = false;
  }
}

/** For a component: loads the first page, and again when one of `tables` changes. */
export function paged<T>(ask: Ask<T>, tables: readonly string[], wanted: Partial<Wanted> = {}): Paged<T> {
  const pages = new Paged(ask, wanted);
  $effect(() => {
    // Loading reads the rows it replaces; were that noticed here, every answer would be asked for again.
    untrack(() => void pages.reload());
    return () => pages.stop();
  });
  $effect(() => live.on((told) => touches(told, tables) && pages.refresh()));
  return pages;
}
