import type { en } from "./en";
import { fill, form, type Counted, type Language, type Translation, type Values } from "./words";

const LOCALES: Record<Language, string> = { en: "en-GB", id: "id-ID" };

// Making a formatter takes far longer than using one.
const PLAIN = { en: new Intl.NumberFormat(LOCALES.en), id: new Intl.NumberFormat(LOCALES.id) };
const RULES = { en: new Intl.PluralRules(LOCALES.en), id: new Intl.PluralRules(LOCALES.id) };

type Rooms = typeof en;
type Messages = { readonly [R in keyof Rooms]: Translation<Rooms[R]> };
export type Key = { [R in keyof Rooms & string]: `${R}.${keyof Rooms[R] & string}` }[keyof Rooms & string];

// Only the words of the language on the screen are loaded.
const LOADING: Record<Language, () => Promise<Messages>> = {
  en: () => import("./en").then((loaded) => loaded.en),
  id: () => import("./id").then((loaded) => loaded.id),
};
const chosen = $state<{ language: Language }>({ language: "en" });
let messages = $state.raw<Messages | undefined>();

export const language = (): Language => chosen.language;
export const locale = (): string => LOCALES[chosen.language];

/** Switches every word on the screen; remembered on this machine. Where the words cannot be loaded, all stays. */
export async function speak(next: Language): Promise<void> {
  messages = await LOADING[next]();
  chosen.language = next;
  document.documentElement.lang = next;
  localStorage.setItem("tenun.language", next);
}

/** Starts in the language last chosen here, else in the session's. */
export async function speakFirst(session: string): Promise<void> {
  const kept = localStorage.getItem("tenun.language") ?? session;
  await speak(kept === "id" ? "id" : "en");
}

/** The words of `key` in the language of the screen; `n` among the values chooses the plural form. */
export function t(key: Key, values: Values = {}): string {
  const words = find(key);
  const n = typeof values["n"] === "number" ? values["n"] : undefined;
  return fill(form(words, n, plurals()), values, number);
}

/** The words of a token that comes from the data (`kind.news`); the token itself where none are known. */
export function term(family: "kind" | "facet" | "token" | "state" | "voice", token: string | null | undefined): string {
  if (!token) return "";
  const words = (messages?.terms as Record<string, string | Counted> | undefined)?.[`${family}_${token.replaceAll("-", "_")}`];
  return typeof words === "string" ? words : token;
}

/** The words for an operation of the log; its own name where none are known. */
export function operationWords(operation: string): string {
  const words = (messages?.log as Record<string, string | Counted> | undefined)?.[operation.replaceAll(/[-.]/g, "_")];
  return typeof words === "string" ? words : operation;
}

/** The side of a bilingual pair that the screen speaks, or the other where that is empty. */
export function pick(inEnglish: string | null | undefined, inIndonesian: string | null | undefined): string {
  const [first, second] = chosen.language === "id" ? [inIndonesian, inEnglish] : [inEnglish, inIndonesian];
  return first || second || "";
}

export function number(value: number, options?: Intl.NumberFormatOptions): string {
  return options ? new Intl.NumberFormat(locale(), options).format(value) : PLAIN[language()].format(value);
}

function plurals(): Intl.PluralRules {
  return RULES[language()];
}

function find(key: Key): string | Counted {
  if (!messages) return "";
  const [room, name] = key.split(".") as [keyof Rooms, string];
  return (messages[room] as Record<string, string | Counted>)[name] ?? key;
}
