import { asApiError } from "./errors";
import { study } from "./study.svelte";
import { call } from "./client";
import { filled, type Answer, type Asked, type PathOf, type Verb } from "./operations";

export type Row = Record<string, unknown>;

export interface Stale {
  readonly mine: Row;
  readonly current: Row;
  readonly decide: (choice: "mine" | "theirs") => void;
}

/** The edit that met a newer version of its row, until the person has decided. */
class Conflicts {
  open = $state.raw<Stale | null>(null);

  ask(mine: Row, current: Row): Promise<"mine" | "theirs"> {
    return new Promise((resolve) => {
      const decide = (choice: "mine" | "theirs") => {
        this.open = null;
        resolve(choice);
      };
      this.open = { mine, current, decide };
    });
  }
}

export const conflicts = new Conflicts();

type Edit<V extends Verb, P extends PathOf<V>> = Asked<V, P> & { etag: string };

/** Edits a row; where somebody else was first, shows both versions and does what the person chooses. Undefined: theirs stays. */
export async function edit<V extends Verb, P extends PathOf<V>>(verb: V, path: P, { etag, ...asked }: Edit<V, P>): Promise<Answer<V, P> | undefined> {
  const { at, body } = asked as { at?: Record<string, string>; body?: Row };
  try {
    return await call<Answer<V, P>>(verb, `/studies/${study.guid}${filled(path, at)}`, { ifMatch: etag, body });
  } catch (thrown) {
    const error = asApiError(thrown);
    if (!error.stale || !error.current) throw error;
    const choice = await conflicts.ask(body ?? {}, error.current);
    const now = String(error.current["etag"] ?? "");
    return choice === "mine" ? edit(verb, path, { ...asked, etag: now } as Edit<V, P>) : undefined;
  }
}
