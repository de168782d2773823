import { EditorSelection, EditorState, type Extension, type SelectionRange } from "@codemirror/state";
import { snap, wholeWords } from "../text/graphemes";

/** Keeps every selection on whole graphemes, and one made by pointer on whole words where that is wished. */
export function snapping(text: string, words: () => boolean): Extension {
  return EditorState.transactionFilter.of((transaction) => {
    if (!transaction.selection || transaction.docChanged) return transaction;
    const before = transaction.startState.selection.main;
    const wanted = transaction.selection.main;
    const snapped = transaction.isUserEvent("select.pointer") && words() ? byWords(text, wanted) : byGraphemes(text, wanted, before);
    return snapped.eq(wanted) ? transaction : [transaction, { selection: EditorSelection.create([snapped]), sequential: true }];
  });
}

// The end that moves is snapped the way it moves: outward would trap an arrow key inside a flag or a joined emoji.
function byGraphemes(text: string, wanted: SelectionRange, before: SelectionRange): SelectionRange {
  if (wanted.empty) {
    const at = snap(text, wanted.head, wanted.head > before.head ? 1 : -1);
    return EditorSelection.cursor(at, wanted.assoc);
  }
  const anchor = snap(text, wanted.anchor, wanted.anchor <= wanted.head ? -1 : 1);
  const moved = wanted.anchor === before.anchor && wanted.head !== before.head;
  const outward = wanted.head >= wanted.anchor ? 1 : -1;
  const direction = moved ? (wanted.head > before.head ? 1 : -1) : outward;
  return EditorSelection.range(anchor, snap(text, wanted.head, direction));
}

function byWords(text: string, wanted: SelectionRange): SelectionRange {
  if (wanted.empty) return EditorSelection.cursor(snap(text, wanted.head, -1), wanted.assoc);
  const { from, to } = wholeWords(text, wanted);
  return wanted.anchor <= wanted.head ? EditorSelection.range(from, to) : EditorSelection.range(to, from);
}
