interface Row {
  readonly guid: string;
  readonly etag: string;
}

/** Words being written about a row. A newer version of the row fills the form only where nothing was typed: what was
 * typed stays, with the etag it began from, so that saving it meets the newer version openly. */
export class Draft<R extends Row, Form extends object> {
  form: Form;
  base: R;
  readonly #words: (row: R) => Form;

  constructor(row: R, words: (row: R) => Form) {
    this.#words = words;
    this.base = $state.raw(row);
    this.form = $state(words(row));
  }

  get touched(): boolean {
    return JSON.stringify(this.form) !== JSON.stringify(this.#words(this.base));
  }

  /** The fields that were changed, as they are now. */
  get changed(): Partial<Form> {
    const before = this.#words(this.base);
    const names = (Object.keys(before) as (keyof Form)[]).filter((name) => JSON.stringify(this.form[name]) !== JSON.stringify(before[name]));
    return Object.fromEntries(names.map((name) => [name, $state.snapshot(this.form[name])])) as Partial<Form>;
  }

  /** Takes the row as it is now; what was typed about the same row stays. */
  follow(row: R, same = row.guid === this.base.guid): void {
    if (row === this.base) return;
    if (!same || !this.touched) this.restart(row);
    // What was shown before the server knew it has no version to meet.
    else if (!this.base.etag) this.base = row;
  }

  restart(row: R): void {
    this.base = row;
    this.form = this.#words(row);
  }
}
