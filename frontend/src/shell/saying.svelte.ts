import { asApiError } from "../api/errors";
import { t } from "../i18n/language.svelte";

export interface Saying {
  readonly id: number;
  readonly text: string;
  readonly bad: boolean;
  readonly act?: { label: string; run: () => void } | undefined;
}

const LASTS_MS = 5000;

/** Short words at the foot of the screen: what was done, and what was refused. */
class Sayings {
  list = $state.raw<readonly Saying[]>([]);
  #next = 1;

  say(text: string, act?: Saying["act"]): void {
    this.#add({ id: this.#next++, text, bad: false, act });
  }

  refuse(text: string): void {
    this.#add({ id: this.#next++, text, bad: true });
  }

  drop(id: number): void {
    this.list = this.list.filter((saying) => saying.id !== id);
  }

  #add(saying: Saying): void {
    this.list = [...this.list.slice(-2), saying];
    setTimeout(() => this.drop(saying.id), saying.bad ? LASTS_MS * 2 : LASTS_MS);
  }
}

export const sayings = new Sayings();

/** Does an edit that may meet a newer version: undefined where it is refused, so that what was typed stays; else what was
 * done, which is nothing where the person left the newer version as it is. */
export function settle<T>(edit: () => Promise<T | undefined>): Promise<{ done: T | undefined } | undefined> {
  return attempt(async () => ({ done: await edit() }));
}

/** Does something and tells the reader where it is refused; undefined then. */
export async function attempt<T>(what: () => Promise<T>): Promise<T | undefined> {
  try {
    return await what();
  } catch (thrown) {
    const error = asApiError(thrown);
    sayings.refuse(error.offline ? t("shell.offline") : [error.text, error.hint].filter(Boolean).join(" "));
    return undefined;
  }
}
