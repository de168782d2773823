import { connection } from "./connection.svelte";
import { ApiError } from "./errors";

export type Method = "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
export type Query = Record<string, string | number | boolean | readonly string[] | null | undefined>;

export interface Request {
  query?: Query;
  body?: unknown;
  /** The `etag` of the row that is edited: a stale one is refused with 412. */
  ifMatch?: string;
  signal?: AbortSignal;
}

let coder = "";

/** The person in whose name changes are made, and who is shown what that person may see. */
export function actAs(name: string): void {
  coder = name;
}

export function address(path: string, query: Query = {}): string {
  const words = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === null || value === undefined || value === "") continue;
    for (const one of Array.isArray(value) ? value : [value]) words.append(name, String(one));
  }
  return words.size ? `/api${path}?${words}` : `/api${path}`;
}

/** Asks the server; answers its JSON, or throws an ApiError. */
export async function call<T>(method: Method, path: string, request: Request = {}): Promise<T> {
  const answer = await send(method, path, request);
  const body: unknown = answer.status === 204 ? undefined : await answer.json().catch(() => undefined);
  if (answer.ok) return body as T;
  throw refusal(answer.status, body);
}

async function send(method: Method, path: string, { query, body, ifMatch, signal }: Request): Promise<Response> {
  const headers: Record<string, string> = { Accept: "application/json" };
  if (coder) headers["X-Tenun-Coder"] = encodeURIComponent(coder);
  if (ifMatch !== undefined) headers["If-Match"] = `"${ifMatch}"`;
  if (body !== undefined && !(body instanceof FormData)) headers["Content-Type"] = "application/json";
  const content = body === undefined ? null : body instanceof FormData ? body : JSON.stringify(body);
  try {
    const answer = await fetch(address(path, query), { method, headers, body: content, signal: signal ?? null });
    connection.found(answer.status);
    return answer;
  } catch (thrown) {
    if (signal?.aborted) throw thrown;
    connection.lost();
    throw new ApiError(0, { code: "app.offline" });
  }
}

/** What a refused answer says. */
export function refusal(status: number, body: unknown): ApiError {
  const told = (body ?? {}) as { error?: { code: string }; current?: Record<string, unknown> };
  return new ApiError(status, told.error ?? { code: `http.${status}` }, told.current);
}
