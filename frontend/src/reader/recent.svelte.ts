import { study } from "../api/study.svelte";
import type { Code } from "../api/types";

const KEPT = 9;

interface Use {
  readonly guid: string;
  readonly at: number;
}

/** The codes last used in each study on this machine; the digits stand for them. */
class Recent {
  #used = $state.raw<Readonly<Record<string, readonly Use[]>>>(JSON.parse(localStorage.getItem("tenun.recent") ?? "{}"));

  get codes(): Code[] {
    return this.#here.flatMap((use) => study.tree.byGuid.get(use.guid) ?? []);
  }

  /** Takes the digit of the code unused for longest; one that has a digit keeps it, so that fingers can learn it. */
  use(guid: string): void {
    const now = { guid, at: Date.now() };
    const here = [...this.#here];
    const own = here.findIndex((use) => use.guid === guid);
    const oldest = here.reduce((least, use, index) => (use.at < here[least]!.at ? index : least), 0);
    const slot = own >= 0 ? own : here.length < KEPT ? here.length : oldest;
    here[slot] = now;
    this.#used = { ...this.#used, [study.guid]: here };
    localStorage.setItem("tenun.recent", JSON.stringify(this.#used));
  }

  get #here(): readonly Use[] {
    return this.#used[study.guid] ?? [];
  }
}

export const recent = new Recent();
