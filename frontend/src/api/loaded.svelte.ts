import { asApiError, type ApiError } from "./errors";
import { live, touches } from "./live.svelte";

const SETTLE_MS = 60;

/** Something asked of the server, asked again when one of its tables changes or an argument does. */
export class Loaded<T> {
  value = $state.raw<T | undefined>();
  error = $state.raw<ApiError | undefined>();
  loading = $state(true);
  #ask: (signal: AbortSignal) => Promise<T>;
  #running: AbortController | null = null;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(ask: (signal: AbortSignal) => Promise<T>) {
    this.#ask = ask;
  }

  /** Asks now; an answer to an earlier question is dropped. What is on the screen stays until the new one is there. */
  async reload(): Promise<void> {
    clearTimeout(this.#waiting);
    this.#running?.abort();
    const running = (this.#running = new AbortController());
    this.loading = true;
    try {
      const value = await this.#ask(running.signal);
      if (running.signal.aborted) return;
      this.value = value;
      this.error = undefined;
    } catch (thrown) {
      if (running.signal.aborted) return;
      this.error = asApiError(thrown);
    }
    this.loading = false;
  }

  /** Asks soon, once for a burst of changes. */
  refresh(): void {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => void this.reload(), SETTLE_MS);
  }

  stop(): void {
    clearTimeout(this.#waiting);
    this.#running?.abort();
  }
}

/** For a component: `ask` runs now, whenever state it reads changes, and whenever one of `tables` does (all where empty). */
export function load<T>(ask: (signal: AbortSignal) => Promise<T>, tables: readonly string[] = []): Loaded<T> {
  const loaded = new Loaded(ask);
  $effect(() => {
    void loaded.reload();
    return () => loaded.stop();
  });
  $effect(() =>
    live.on((told) => {
      if (touches(told, tables)) loaded.refresh();
    }),
  );
  return loaded;
}
