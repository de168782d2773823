import { Annotation, EditorSelection, EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import type { Stretch } from "../text/graphemes";
import { caretKeys } from "./caret_keys";
import { margin, type MarginDoes } from "./margin";
import { minimap } from "./minimap";
import { snapping } from "./snapping";
import { textState } from "./text_state";
import { turns, type Turn } from "./turns";

/** Marks a selection that the program made, to show a passage. */
const showing = Annotation.define<boolean>();

export interface EditorDoes extends MarginDoes {
  selected(selection: Stretch, byUser: boolean): void;
  /** The text was clicked, not selected. */
  clicked(at: number): void;
  focused(): void;
}

export interface Shown {
  readonly text: string;
  readonly label: string;
  readonly language: string;
  readonly turns: readonly Turn[];
  readonly snapWords: () => boolean;
}

/** A text that can be read, selected and coded, and never typed into. */
export function openText(parent: HTMLElement, shown: Shown, does: EditorDoes): EditorView {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? "";
  return new EditorView({
    parent,
    state: EditorState.create({
      doc: shown.text,
      extensions: [
        EditorState.readOnly.of(true),
        EditorView.cspNonce.of(nonce),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({
          "aria-label": shown.label,
          "aria-readonly": "true",
          "data-reading": "",
          inputmode: "none",
          lang: shown.language,
          spellcheck: "false",
          tabindex: "0",
        }),
        caretKeys,
        snapping(shown.text, shown.snapWords),
        textState,
        margin(does),
        turns(shown.turns),
        minimap(),
        EditorView.domEventHandlers({
          beforeinput: (event) => (event.preventDefault(), true),
          focus: () => (does.focused(), false),
          mouseup: (event, view) => {
            if (view.state.selection.main.empty) does.clicked(view.posAtCoords(event, false));
            return false;
          },
        }),
        EditorView.updateListener.of((update) => {
          if (!update.selectionSet) return;
          const { from, to } = update.state.selection.main;
          does.selected({ from, to }, !update.transactions.some((one) => one.annotation(showing)));
        }),
      ],
    }),
  });
}

/** Selects a stretch and brings it into sight. */
export function showStretch(view: EditorView, { from, to }: Stretch, effects: Parameters<EditorView["dispatch"]>[0]["effects"] = []): void {
  const far = EditorView.scrollIntoView(EditorSelection.range(from, Math.min(to, from + 2000)), { y: "center", yMargin: 60 });
  const list = Array.isArray(effects) ? effects : [effects];
  view.dispatch({
    selection: { anchor: from, head: to },
    effects: [...list.filter((one) => one !== undefined), far] as never,
    annotations: showing.of(true),
  });
}
