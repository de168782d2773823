import { connection } from "./connection.svelte";

interface Told {
  seq: number;
  operation: string;
  coder: string;
  tables: string[];
}

type Listener = (told: Told) => void;

/** Whether a change touches one of `tables`; none named stands for all of them. */
export function touches(told: Told, tables: readonly string[]): boolean {
  return !tables.length || told.tables.some((table) => table === "*" || tables.includes(table));
}

/** What others, the command line and we ourselves change in a study, as it happens. */
class Live {
  #source: EventSource | null = null;
  #listeners = new Set<Listener>();
  readonly #ours = new Set<number>();

  /** Listens to one study, and to no other. The browser resumes after a break with the id it heard last. */
  follow(study: string, after: number): void {
    this.stop();
    this.#source = new EventSource(`/api/studies/${study}/events?after=${after}`);
    this.#source.onopen = () => connection.found();
    this.#source.onerror = () => connection.lost();
    this.#source.onmessage = (heard: MessageEvent<string>) => {
      const told = JSON.parse(heard.data) as Told;
      this.#tell(told);
    };
    // More happened than is told one by one: everything is to be read anew.
    this.#source.addEventListener("reset", () => this.#tell({ seq: 0, operation: "reset", coder: "", tables: ["*"] }));
  }

  #tell(told: Told): void {
    for (const listener of this.#listeners) listener(told);
  }

  stop(): void {
    this.#source?.close();
    this.#source = null;
  }

  /** Another person looks at the screen: what is shown may be hidden from them, or they from it. */
  changeOfPerson(): void {
    this.#tell({ seq: 0, operation: "reset", coder: "", tables: ["*"] });
  }

  /** Notes a change of our own, whose rows are on the screen already. */
  ours(seq: number): void {
    this.#ours.add(seq);
  }

  isOurs(seq: number): boolean {
    return this.#ours.has(seq);
  }

  /** Calls `listener` on every change; returns what ends it. */
  on(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

export const live = new Live();
