/** Every operation of a study, with what it takes and what it answers, as the server's OpenAPI document has it. */
import type { paths } from "./schema";
import type { Query } from "./client";

type Root = "/api/studies/{study}";
export type Verb = "GET" | "POST" | "PATCH" | "PUT" | "DELETE";

type ScopedPath = { [P in keyof paths]: P extends `${Root}${infer Rest}` ? Rest : never }[keyof paths];
type Operation<P extends string, V extends Verb> = `${Root}${P}` extends keyof paths ? paths[`${Root}${P}`][Lowercase<V>] : never;

/** The paths that take a verb. */
export type PathOf<V extends Verb> = {
  [P in ScopedPath]: Operation<P, V> extends { responses: unknown } ? P : never;
}[ScopedPath];

type Told<R> = R extends { content: { "application/json": infer Body } } ? Body : unknown;
type Good<R> = R extends { 200: infer One } ? Told<One> : R extends { 201: infer One } ? Told<One> : R extends { 202: infer One } ? Told<One> : unknown;

/** What an operation answers where all went well. */
export type Answer<V extends Verb, P extends PathOf<V>> = Operation<P, V> extends { responses: infer R } ? Good<R> : never;

/** What an operation takes in its body. */
export type Body<V extends Verb, P extends PathOf<V>> = Operation<P, V> extends { requestBody: { content: { "application/json": infer B } } }
  ? B
  : FormData;

type Names<V extends Verb, P extends PathOf<V>> = Operation<P, V> extends { parameters: { path: infer Named } } ? Omit<Named, "study"> : object;

/** What stands for the names in a path, the query, and what comes with the request. */
export type Asked<V extends Verb, P extends PathOf<V>> = {
  query?: Query;
  body?: Body<V, P>;
  ifMatch?: string;
  signal?: AbortSignal;
} & (keyof Names<V, P> extends never ? { at?: undefined } : { at: Names<V, P> });

/** The path with its names filled in. */
export function filled(path: string, at: object = {}): string {
  const names = new Map(Object.entries(at));
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(names.get(name))));
}
