import { EditorSelection, type SelectionRange } from "@codemirror/state";
import { keymap, type EditorView, type KeyBinding } from "@codemirror/view";

type Motion = (view: EditorView, range: SelectionRange, extend: boolean) => SelectionRange;

const LINES_A_PAGE = 0.9;

/** Without Shift a selection first collapses to the end towards which the caret goes, as everywhere. */
const byChar =
  (forward: boolean): Motion =>
  (view, range, extend) =>
    range.empty || extend ? view.moveByChar(range, forward) : EditorSelection.cursor(forward ? range.to : range.from);

const byPage =
  (forward: boolean): Motion =>
  (view, range) =>
    view.moveVertically(range, forward, view.scrollDOM.clientHeight * LINES_A_PAGE);

/** The caret of a text that is only read: every motion, each also with Shift to select. */
const MOTIONS: readonly (readonly [keys: { key: string; mac?: string }, motion: Motion])[] = [
  [{ key: "ArrowLeft" }, byChar(false)],
  [{ key: "ArrowRight" }, byChar(true)],
  [{ key: "ArrowUp" }, (view, range) => view.moveVertically(range, false)],
  [{ key: "ArrowDown" }, (view, range) => view.moveVertically(range, true)],
  [{ key: "Mod-ArrowLeft", mac: "Alt-ArrowLeft" }, (view, range) => view.moveByGroup(range, false)],
  [{ key: "Mod-ArrowRight", mac: "Alt-ArrowRight" }, (view, range) => view.moveByGroup(range, true)],
  [{ key: "Home", mac: "Cmd-ArrowLeft" }, (view, range) => view.moveToLineBoundary(range, false)],
  [{ key: "End", mac: "Cmd-ArrowRight" }, (view, range) => view.moveToLineBoundary(range, true)],
  [{ key: "PageUp" }, byPage(false)],
  [{ key: "PageDown" }, byPage(true)],
  [{ key: "Mod-Home", mac: "Cmd-ArrowUp" }, () => EditorSelection.cursor(0)],
  [{ key: "Mod-End", mac: "Cmd-ArrowDown" }, (view) => EditorSelection.cursor(view.state.doc.length)],
];

function go(view: EditorView, motion: Motion, extend: boolean): boolean {
  const { main } = view.state.selection;
  const moved = motion(view, main, extend);
  const selection = extend
    ? EditorSelection.range(main.anchor, moved.head, moved.goalColumn)
    : EditorSelection.cursor(moved.head, moved.assoc, undefined, moved.goalColumn);
  view.dispatch({ selection, scrollIntoView: true, userEvent: "select" });
  return true;
}

const bindings: KeyBinding[] = MOTIONS.map(([keys, motion]) => ({
  ...keys,
  run: (view) => go(view, motion, false),
  shift: (view) => go(view, motion, true),
  preventDefault: true,
}));

export const caretKeys = keymap.of([
  ...bindings,
  {
    key: "Mod-a",
    run: (view) => {
      view.dispatch({ selection: { anchor: 0, head: view.state.doc.length }, userEvent: "select" });
      return true;
    },
  },
]);
