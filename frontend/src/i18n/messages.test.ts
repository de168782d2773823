import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, type AST } from "svelte/compiler";
import { describe, expect, it } from "vitest";
import { en } from "./en";
import { id } from "./id";
import { fill, form, type Counted } from "./words";

type Words = string | Counted;
const SOURCE = join(import.meta.dirname, "..");

function every(language: object): [string, Words][] {
  return Object.entries(language).flatMap(([room, words]) => Object.entries(words as Record<string, Words>).map(([name, one]) => [`${room}.${name}`, one] as [string, Words]));
}
function forms(words: Words): string[] {
  return typeof words === "string" ? [words] : [words.one, words.other].filter((one) => one !== undefined);
}
function names(words: Words): string[] {
  return [...new Set(forms(words).flatMap((one) => [...one.matchAll(/\{(\w+)\}/g)].map((found) => found[1]!)))].sort();
}
function files(ending: string, folder = SOURCE): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(ending));
}

const english = new Map(every(en));
const indonesian = new Map(every(id));

// Words that are the same in both languages.
const SAME = new Set([
  "shell.menu", "shell.csv", "shell.xlsx", "agreement.kappa", "agreement.alpha", "reader.memo", "reader.in_vivo", "beside.proposed", "sources.original",
  "retrieve.by_coder", "report.format", "merging.of_memo", "merging.field_memo", "merging.field_status", "terms.kind_interview", "reader.is_blind", "motives.moved", "terms.token_en", "terms.token_id",
]);

describe("the two languages", () => {
  it("have the same keys", () => {
    expect([...indonesian.keys()].sort()).toEqual([...english.keys()].sort());
  });
  it("fill in the same values", () => {
    for (const [key, words] of english) expect([key, names(indonesian.get(key)!)]).toEqual([key, names(words)]);
  });
  it("leave nothing untranslated", () => {
    const same = [...english].filter(([key, words]) => !SAME.has(key) && forms(words).some((one) => /\p{L}{2}/u.test(one.replace(/\{\w+\}/g, "")) && forms(indonesian.get(key)!).includes(one)));
    expect(same.map(([key]) => key)).toEqual([]);
  });
  it("are used, every key of them", () => {
    const code = [...files(".svelte"), ...files(".ts")].filter((file) => !/^i18n.(en|id)|\.test\.ts$|schema/.test(file)).map((file) => readFileSync(join(SOURCE, file), "utf8")).join("\n");
    const built = [...code.matchAll(/`(\w+\.[\w]*)\$\{/g)].map((found) => found[1]!);
    const unused = [...english.keys()].filter((key) => !code.includes(`"${key}"`) && !built.some((start) => key.startsWith(start)) && !/^(terms|log)\./.test(key));
    expect(unused).toEqual([]);
  });
});

describe("what is on the screen", () => {
  it.each(files(".svelte"))("comes from the messages: %s", (file) => {
    const tree = parse(readFileSync(join(SOURCE, file), "utf8"), { modern: true });
    expect(literals(tree.fragment)).toEqual([]);
  });
});

const SPOKEN = new Set(["title", "aria-label", "placeholder", "alt", "label"]);
// The name of the program, of the languages in themselves, of keys on the keyboard, and how an address begins.
const PLAIN = new Set(["Tenun", "English", "Bahasa Indonesia", "Ctrl K", "Alt", "Enter", "Shift Enter", "Esc", "−.5", "https://"]);

function literals(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(literals);
  if (!node || typeof node !== "object") return [];
  const one = node as AST.BaseNode & Record<string, unknown>;
  if (one["type"] === "Text") return spoken(String(one["data"]));
  if (one["type"] === "Attribute") return SPOKEN.has(String(one["name"])) ? literals(one["value"]) : [];
  if (one["type"] === "StyleDirective") return [];
  if (one["type"] === "RegularElement" && (one["name"] === "kbd" || one["name"] === "style")) return [];
  return Object.entries(one).filter(([name]) => !["expression", "metadata", "parent"].includes(name)).flatMap(([, value]) => literals(value));
}

function spoken(words: string): string[] {
  const trimmed = words.trim();
  return /\p{L}{2}/u.test(trimmed) && !PLAIN.has(trimmed) ? [trimmed] : [];
}

describe("filling in", () => {
  const plain = (value: number) => String(value);
  it("leaves a name without a value in sight", () => {
    expect(fill("{n} of {total}", { n: 1 }, plain)).toBe("1 of {total}");
  });
  it("takes the form of the count", () => {
    const rules = new Intl.PluralRules("en");
    expect([0, 1, 2].map((n) => form({ one: "one", other: "many" }, n, rules))).toEqual(["many", "one", "many"]);
    expect(form({ other: "banyak" }, 1, new Intl.PluralRules("id"))).toBe("banyak");
  });
});
