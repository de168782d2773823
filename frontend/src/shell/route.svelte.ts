export const VIEWS = [
  "home",
  "sources",
  "reader",
  "codebook",
  "retrieve",
  "agreement",
  "motives",
  "figures",
  "timeline",
  "report",
] as const;
export type View = (typeof VIEWS)[number];

export interface Place {
  readonly study: string;
  readonly view: View;
  readonly id: string;
  readonly query: Readonly<Record<string, string>>;
}

const route = $state<{ place: Place }>({ place: read(location.hash) });

window.addEventListener("hashchange", () => (route.place = read(location.hash)));

/** Where the reader is; the address says it all, so that it can be kept and shared. */
export const place = (): Place => route.place;

export function href(view: View, id = "", query: Record<string, string> = {}, study = route.place.study): string {
  const words = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ""));
  const path = ["#", study, view, id].filter(Boolean).map((part, at) => (at ? encodeURIComponent(part) : part));
  return path.join("/") + (words.size ? `?${words}` : "");
}

export function go(view: View, id = "", query: Record<string, string> = {}, study = route.place.study): void {
  location.hash = href(view, id, query, study);
}

/** Says the same place in other words, without a step in the history. */
export function restate(query: Record<string, string>): void {
  history.replaceState(null, "", href(route.place.view, route.place.id, query));
  route.place = read(location.hash);
}

/** Says the same place by another name of what it shows, without a step in the history. */
export function rename(id: string): void {
  history.replaceState(null, "", href(route.place.view, id, route.place.query));
  route.place = read(location.hash);
}

function read(hash: string): Place {
  const [path = "", words = ""] = hash.replace(/^#\/?/, "").split("?");
  const [study = "", view = "", id = ""] = path.split("/").map(decodeURIComponent);
  const known = (VIEWS as readonly string[]).includes(view) ? (view as View) : "home";
  return { study, view: known, id, query: Object.fromEntries(new URLSearchParams(words)) };
}
