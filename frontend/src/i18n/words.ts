/** Words whose form depends on a count `n`; the forms are those of `Intl.PluralRules`. */
export interface Counted {
  readonly one?: string;
  readonly other: string;
}

/** The shape that a translation of `T` must have: the same keys, plain where plain, counted where counted. */
export type Translation<T> = { readonly [K in keyof T]: T[K] extends string ? string : Counted };

export type Language = "en" | "id";
export type Values = Readonly<Record<string, string | number>>;

/** Fills `{name}` in `words`; a name without a value stays as it is, so that a mistake can be seen. */
export function fill(words: string, values: Values, number: (value: number) => string): string {
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === "number" ? number(value) : value;
  });
}

/** The form of `words` for the count `n`. */
export function form(words: string | Counted, n: number | undefined, rules: Intl.PluralRules): string {
  if (typeof words === "string") return words;
  if (n !== undefined && rules.select(n) === "one") return words.one ?? words.other;
  return words.other;
}
