import type { Step } from "../api/types";
import type { Key } from "../i18n/language.svelte";
import type { View } from "../shell/route.svelte";

/** The words of a step that the app knows; other steps bring their own. */
export const WORDS: Record<string, Key> = {
  "no-sources": "home.step_no_sources",
  "no-codebook": "home.step_no_codebook",
  "no-motives": "home.step_no_motives",
  unappraised: "home.step_unappraised",
  unread: "home.step_unread",
  "one-coder": "home.step_one_coder",
  undefined: "home.step_undefined",
  unused: "home.step_unused",
  "one-witness": "home.step_one_witness",
  unanswered: "home.step_unanswered",
};

const VIEW_OF: Record<string, View> = {
  "no-sources": "sources",
  "no-codebook": "codebook",
  "no-motives": "home",
  unappraised: "sources",
  unread: "reader",
  "one-coder": "reader",
  undefined: "codebook",
  unused: "codebook",
  "one-witness": "motives",
  unanswered: "motives",
};

/** Where a step is done: at the first of the things that wait, where the view shows one thing. */
export function placeOf(step: Step): { view: View; id: string; query: Record<string, string> } {
  const view = VIEW_OF[step.kind] ?? "home";
  const one = view === "reader" || view === "codebook" || step.kind === "unappraised";
  return { view, id: one ? (step.keys[0] ?? "") : "", query: {} };
}
