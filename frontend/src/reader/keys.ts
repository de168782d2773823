import type { Facet } from "../api/types";
import { study } from "../api/study.svelte";
import { isTyping } from "../shell/keys.svelte";
import { decide, nudge, removeCoding, turnFacet } from "./acts.svelte";
import type { Work } from "./work.svelte";

export interface ReaderDoes {
  work: () => Work | undefined;
  code: () => void;
  inVivo: () => void;
  recent: (digit: number) => void;
  sentence: () => void;
  uncoded: () => void;
  recode: () => void;
  memo: () => void;
  search: () => void;
  words: () => void;
  source: (direction: 1 | -1) => void;
}

const FACET_KEY: Record<string, Facet> = { A: "actor", B: "basis", V: "voice", O: "polarity", T: "time", R: "priority" };

type Act = (work: Work) => void;

/** The keys of the reader. Those that change something do nothing in a study that cannot be written to. */
export function readerKeys(does: ReaderDoes): (event: KeyboardEvent) => void {
  const reading: Record<string, Act> = {
    n: (work) => work.step(1),
    p: (work) => work.step(-1),
    m: does.memo,
    s: does.sentence,
    w: does.words,
    j: () => does.source(1),
    k: () => does.source(-1),
    "/": does.search,
    Escape: (work) => {
      work.activate("");
      work.choose(null);
      const head = work.view?.state.selection.main.head ?? 0;
      work.view?.dispatch({ selection: { anchor: head } });
    },
  };
  const changing: Record<string, Act> = {
    c: does.code,
    i: does.inVivo,
    e: does.uncoded,
    r: does.recode,
    x: removeActive,
    Delete: removeActive,
    y: (work) => decideActive(work, "accepted"),
    z: (work) => decideActive(work, "rejected"),
    "<": (work) => nudge(work, "to", -1),
    ">": (work) => nudge(work, "to", 1),
    "{": (work) => nudge(work, "from", -1),
    "}": (work) => nudge(work, "from", 1),
  };
  let afterG = 0;
  return (event) => {
    const work = does.work();
    if (!work || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(event) || document.querySelector("dialog[open]")) return;
    // After `g` the next letter names a view.
    const chord = event.timeStamp < afterG;
    afterG = event.key === "g" ? event.timeStamp + 1200 : 0;
    if (chord) return;
    const facet = FACET_KEY[event.key];
    const digit = /^[1-9]$/.test(event.key) ? Number(event.key) : 0;
    const change = facet ? () => turnFacet(work, facet) : digit ? () => does.recent(digit) : changing[event.key];
    const act = change ? (study.readOnly ? undefined : change) : reading[event.key];
    if (!act) return;
    event.preventDefault();
    act(work);
  };
}

function removeActive(work: Work): void {
  if (work.current) void removeCoding(work, work.current);
}

function decideActive(work: Work, status: "accepted" | "rejected"): void {
  if (work.current?.status === "proposed") void decide(work, work.current, status);
}
