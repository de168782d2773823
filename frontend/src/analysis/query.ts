import { FACETS, KINDS, TOKENS, type QueryText, type Term } from "../api/types";

export type Relation = Term["relation"];
export const RELATIONS: readonly Relation[] = ["and", "or", "not", "overlapping", "within", "containing", "near", "followed", "same_turn"];
export const UNITS = ["characters", "words", "sentences"] as const;
export type Unit = (typeof UNITS)[number];
const USUAL: Record<Unit, number> = { characters: 500, words: 50, sentences: 1 };

export type Condition = "coders" | "cases" | "kinds" | "languages";
export const CONDITIONS: readonly Condition[] = ["kinds", "coders", "cases", "languages"];

/** A query that allows everything. */
export function everything(): Required<QueryText> {
  return { terms: [], facets: {}, coders: [], rounds: [], cases: [], kinds: [], languages: [], sources: [], status: ["accepted", "proposed"], words: "" };
}

export type Query = ReturnType<typeof everything>;

export function withTerm(query: Query, code: string): Query {
  const relation: Relation = query.terms.length ? "and" : "is";
  return { ...query, terms: [...query.terms, { relation, codes: [code], below: true, near_cp: USUAL.characters, near_unit: "characters" as const }] };
}

/** The query without one of its terms; the first that is left says what passages are, whatever it said before. */
export function withoutTerm(query: Query, at: number): Query {
  const terms = query.terms.filter((_, index) => index !== at).map((term, index) => (index === 0 ? { ...term, relation: "is" as const } : term));
  return { ...query, terms };
}

export function withRelation(query: Query, at: number, relation: Relation): Query {
  return { ...query, terms: query.terms.map((term, index) => (index === at ? { ...term, relation } : term)) };
}

/** Whether a relation has a distance that can be chosen. */
export const isFar = (relation: Relation): boolean => relation === "near" || relation === "followed";

/** The query with another distance in one of its terms; another unit begins with what is usual there. */
export function withDistance(query: Query, at: number, distance: { most?: number; unit?: Unit }): Query {
  return {
    ...query,
    terms: query.terms.map((term, index) =>
      index === at ? { ...term, near_unit: distance.unit ?? term.near_unit, near_cp: distance.unit ? USUAL[distance.unit] : (distance.most ?? term.near_cp) } : term,
    ),
  };
}

/** Adds a value to a condition, or takes it away where it is there. */
export function turned(query: Query, condition: Condition, value: string): Query {
  return { ...query, [condition]: toggled(query[condition], value) };
}

export function turnedFacet(query: Query, facet: string, token: string): Query {
  const tokens = toggled(query.facets[facet] ?? [], token);
  const { [facet]: _, ...others } = query.facets;
  return { ...query, facets: tokens.length ? { ...others, [facet]: tokens } : others };
}

export function isEmpty(query: Query): boolean {
  return JSON.stringify(query) === JSON.stringify(everything());
}

/** The facets and the tokens that a query can ask for. */
export const ASKABLE = FACETS.map((facet) => ({ facet, tokens: TOKENS[facet].filter(Boolean) }));
export const ASKABLE_KINDS: readonly string[] = KINDS;

function toggled(values: readonly string[], value: string): string[] {
  return values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
}
