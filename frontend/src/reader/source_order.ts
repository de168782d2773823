import { study } from "../api/study.svelte";
import type { SourceRow } from "../api/types";

const PAGE = 500;

/** The sources by key, read page by page as far as somebody walks. */
export class SourceOrder {
  #rows: SourceRow[] = [];
  #next: string | null = "";

  async first(): Promise<SourceRow | undefined> {
    if (!this.#rows.length) await this.#more();
    return this.#rows[0];
  }

  /** The source that stands `direction` from one (guid), if there is any. */
  async beside(guid: string, direction: 1 | -1): Promise<SourceRow | undefined> {
    const at = await this.#place(guid);
    if (at + direction >= this.#rows.length) await this.#more();
    return at < 0 ? undefined : this.#rows[at + direction];
  }

  async #place(guid: string): Promise<number> {
    for (;;) {
      const at = this.#rows.findIndex((row) => row.guid === guid);
      if (at >= 0 || this.#next === null) return at;
      await this.#more();
    }
  }

  async #more(): Promise<void> {
    if (this.#next === null) return;
    const page = await study.call("GET", "/sources", { query: { sort: "key", limit: PAGE, after: this.#next } });
    this.#rows.push(...page.rows);
    this.#next = page.next;
  }
}

/** The source with a key. */
export async function sourceByKey(key: string): Promise<SourceRow | undefined> {
  const page = await study.call("GET", "/sources", { query: { "filter.key": key, limit: 1 } });
  return page.rows[0];
}
