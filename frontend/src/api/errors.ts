import { pick } from "../i18n/language.svelte";

interface Words {
  code: string;
  message_en?: string;
  message_id?: string;
  hint_en?: string;
  hint_id?: string;
  where?: string;
}

/** A refusal of the server, or `offline` where it did not answer. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly words: Words,
    /** The row as it is now, where somebody else changed it first (412). */
    readonly current?: Record<string, unknown>,
  ) {
    super(words.code);
  }

  get code(): string {
    return this.words.code;
  }

  get offline(): boolean {
    return this.status === 0;
  }

  get stale(): boolean {
    return this.status === 412;
  }

  /** The sentence for the reader, in the language of the screen. */
  get text(): string {
    return pick(this.words.message_en, this.words.message_id) || this.words.code;
  }

  get hint(): string {
    return pick(this.words.hint_en, this.words.hint_id);
  }
}

export function asApiError(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) return thrown;
  return new ApiError(500, { code: "app.unexpected", message_en: String(thrown), message_id: String(thrown) });
}
