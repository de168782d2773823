import { go, type View } from "./route.svelte";
import { redo, undo } from "./commands.svelte";

export const GO_TO: Record<string, View> = {
  h: "home",
  s: "sources",
  r: "reader",
  c: "codebook",
  q: "retrieve",
  a: "agreement",
  m: "motives",
  f: "figures",
  t: "timeline",
  p: "report",
};

const CHORD_MS = 1200;

/** What is open over the page by key. */
class Overlays {
  exporting = $state(false);
  palette = $state(false);
  help = $state(false);
}

export const overlays = new Overlays();

/** The keys that work everywhere; typing into a field or a dialog is left alone. */
export function globalKeys(): (event: KeyboardEvent) => void {
  let chordUntil = 0;
  return (event) => {
    if (event.defaultPrevented) return;
    const control = event.ctrlKey || event.metaKey;
    if (control && event.key.toLowerCase() === "k") {
      event.preventDefault();
      overlays.palette = true;
      return;
    }
    if (isTyping(event) || document.querySelector("dialog[open]")) return;
    if (control && event.key.toLowerCase() === "z") {
      event.preventDefault();
      void (event.shiftKey ? redo() : undo());
      return;
    }
    if (control || event.altKey) return;
    const chord = event.timeStamp < chordUntil && GO_TO[event.key];
    chordUntil = event.key === "g" ? event.timeStamp + CHORD_MS : 0;
    if (chord) {
      event.preventDefault();
      go(chord);
    } else if (event.key === "?") overlays.help = true;
    else if (event.key === "u") void undo();
    else if (event.key === "U") void redo();
  };
}

/** Whether the keys go into a field. The text of the reader is none: nothing can be typed into it. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest("[data-reading]")) return false;
  return target.matches("input, textarea, select") || target.isContentEditable;
}
