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

let shown = location.hash;
const route = $state<{ place: Place }>({ place: read(shown) });

window.addEventListener("hashchange", arrive);

function arrive(): void {
  shown = location.hash;
  route.place = read(shown);
}

/** The address changes before the view does: whoever is on the way elsewhere must not be called back. */
const leaving = (): boolean => location.hash !== shown;

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
  if (!leaving()) replace(route.place.id, query);
}

/** Says what a view shows by another name, without a step in the history, if it is still shown by the first. */
export function rename(view: View, from: string, to: string): void {
  if (!leaving() && route.place.view === view && route.place.id === from) replace(to, route.place.query);
}

function replace(id: string, query: Readonly<Record<string, string>>): void {
  history.replaceState(null, "", href(route.place.view, id, query));
  arrive();
}

function read(hash: string): Place {
  const [path = "", words = ""] = hash.replace(/^#\/?/, "").split("?");
  const [study = "", view = "", id = ""] = path.split("/").map(decodeURIComponent);
  const known = (VIEWS as readonly string[]).includes(view) ? (view as View) : "home";
  return { study, view: known, id, query: Object.fromEntries(new URLSearchParams(words)) };
}
