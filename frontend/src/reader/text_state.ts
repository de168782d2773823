import { StateEffect, StateField, type Extension, type Range } from "@codemirror/state";
import { Decoration, EditorView, type DecorationSet } from "@codemirror/view";
import type { Stretch } from "../text/graphemes";
import { inOrder, lanes, shades, type Mark } from "./marks";

export interface Marked {
  readonly marks: readonly Mark[];
  readonly lanes: readonly number[];
  readonly deepest: number;
  readonly shading: DecorationSet;
}

export const setMarks = StateEffect.define<readonly Mark[]>();
export const setActive = StateEffect.define<string>();
export const setHits = StateEffect.define<readonly Stretch[]>();
export const setPending = StateEffect.define<Stretch | null>();

const NOTHING: Marked = { marks: [], lanes: [], deepest: 0, shading: Decoration.none };
const DEEPEST_SHADE = 3;
const looks = new Map<string, Decoration>();

function look(name: string): Decoration {
  const known = looks.get(name) ?? Decoration.mark({ class: name });
  looks.set(name, known);
  return known;
}

function marked(unordered: readonly Mark[]): Marked {
  const marks = [...unordered].sort(inOrder);
  const taken = lanes(marks);
  const ranges: Range<Decoration>[] = shades(marks).map((shade) =>
    look(`coded ${shade.hue} depth-${Math.min(shade.depth, DEEPEST_SHADE)}`).range(shade.from, shade.to),
  );
  return { marks, lanes: taken, deepest: Math.max(0, ...taken.map((lane) => lane + 1)), shading: Decoration.set(ranges) };
}

/** The codings that are shown, their lanes in the margin and their shading in the text. */
export const markedField = StateField.define<Marked>({
  create: () => NOTHING,
  update(value, transaction) {
    for (const effect of transaction.effects) if (effect.is(setMarks)) return marked(effect.value);
    return value;
  },
  provide: (field) => EditorView.decorations.from(field, (value) => value.shading),
});

/** The coding that keys and the inspector speak of. */
export const activeField = StateField.define<string>({
  create: () => "",
  update(value, transaction) {
    for (const effect of transaction.effects) if (effect.is(setActive)) return effect.value;
    return value;
  },
  provide: (field) =>
    EditorView.decorations.compute([field, markedField], (state) => {
      const mark = state.field(markedField).marks.find((one) => one.coding.guid === state.field(field));
      if (!mark || mark.from >= mark.to) return Decoration.none;
      return Decoration.set([look(`active-coding ${mark.hue}`).range(mark.from, mark.to)]);
    }),
});

const stretches = (effect: typeof setHits, name: string) =>
  StateField.define<DecorationSet>({
    create: () => Decoration.none,
    update(value, transaction) {
      for (const one of transaction.effects) {
        if (one.is(effect)) return Decoration.set(one.value.filter((s) => s.from < s.to).map((s) => look(name).range(s.from, s.to)), true);
      }
      return value;
    },
    provide: (field) => EditorView.decorations.from(field),
  });

/** What a search found, or what two texts share. */
const hitsField = stretches(setHits, "hit");

export interface Left extends Stretch {
  readonly reason: string;
}

export const setLeft = StateEffect.define<readonly Left[]>();

/** What was read and left uncoded on purpose, with the reason. */
const leftField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(value, transaction) {
    for (const effect of transaction.effects) {
      if (!effect.is(setLeft)) continue;
      const ranges = effect.value.filter((s) => s.from < s.to).map((s) => Decoration.mark({ class: "left-uncoded", attributes: { title: s.reason } }).range(s.from, s.to));
      return Decoration.set(ranges, true);
    }
    return value;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** What is about to be coded, while the keys are in the code picker. */
const pendingField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(value, transaction) {
    for (const effect of transaction.effects) {
      if (!effect.is(setPending)) continue;
      const found = effect.value;
      return found && found.from < found.to ? Decoration.set([look("pending").range(found.from, found.to)]) : Decoration.none;
    }
    return value;
  },
  provide: (field) => EditorView.decorations.from(field),
});

export const textState: Extension = [markedField, activeField, hitsField, leftField, pendingField];
