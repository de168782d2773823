import { ViewPlugin, type EditorView, type PluginValue, type ViewUpdate } from "@codemirror/view";
import { Drawn } from "./drawn";
import type { Mark } from "./marks";
import { activeField, markedField, setActive, setMarks } from "./text_state";

export interface MarginDoes {
  /** A stripe or its name was chosen. */
  choose(guid: string): void;
  /** An end of the active coding is being dragged, and then let go (`done`). */
  drag(guid: string, end: "from" | "to", at: number, done: boolean): void;
  coderTag(mark: Mark): string;
  more(count: number): string;
}

interface Stripe {
  readonly mark: Mark;
  readonly lane: number;
  readonly top: number;
  readonly bottom: number;
}

interface Measured {
  readonly stripes: readonly Stripe[];
  readonly left: number;
  readonly pitch: number;
  readonly bars: number;
  readonly height: number;
  /** From the stripes to the rim of the window. */
  readonly room: number;
}

const NAME_PX = 19;
const DRIFT = 5;
const BARS_PX = 96;
const PITCH_PX = 8;
const MINIMAP_PX = 36;
const WIDEST_PX = 320;

/** Stripes beside the text, one a coding, with their names; they lie in lanes so that none hides another. */
export function margin(does: MarginDoes) {
  return ViewPlugin.define((view) => new Margin(view, does));
}

class Margin implements PluginValue {
  readonly #dom = document.createElement("div");
  readonly #drawn = new Drawn(this.#dom);
  readonly #measure = { read: () => this.#read(), write: (found: Measured) => this.#write(found), key: this };

  constructor(
    readonly view: EditorView,
    readonly does: MarginDoes,
  ) {
    this.#dom.className = "margin";
    this.#dom.addEventListener("pointerdown", (event) => this.#press(event));
    view.scrollDOM.append(this.#dom);
    view.requestMeasure(this.#measure);
  }

  update(update: ViewUpdate): void {
    const told = update.transactions.some((one) => one.effects.some((effect) => effect.is(setMarks) || effect.is(setActive)));
    if (told || update.geometryChanged || update.viewportChanged) update.view.requestMeasure(this.#measure);
  }

  destroy(): void {
    this.#dom.remove();
  }

  #read(): Measured {
    const { view } = this;
    const marked = view.state.field(markedField);
    const { from, to } = view.viewport;
    const known = new Map<number, { top: number; bottom: number }>();
    const zero = view.documentTop;
    const y = (at: number, side: 1 | -1) => {
      const found = known.get(at * side) ?? view.coordsAtPos(at, side) ?? { top: zero, bottom: zero };
      known.set(at * side, found);
      return found;
    };
    const stripes: Stripe[] = [];
    marked.marks.forEach((mark, index) => {
      if (mark.to < from || mark.from > to) return;
      const top = mark.from < from ? view.lineBlockAt(from).top : y(mark.from, 1).top - zero;
      const bottom = mark.to > to ? view.lineBlockAt(to).bottom : y(mark.to, -1).bottom - zero;
      stripes.push({ mark, lane: marked.lanes[index]!, top, bottom: Math.max(bottom, top + 4) });
    });
    const content = view.contentDOM;
    const deepest = marked.deepest || 1;
    const pitch = Math.min(PITCH_PX, BARS_PX / deepest);
    const left = content.offsetLeft + content.offsetWidth + 8;
    const room = Math.min(view.scrollDOM.clientWidth - left - MINIMAP_PX, WIDEST_PX);
    return { room, stripes, left, pitch, bars: Math.ceil(deepest * pitch), height: view.contentHeight };
  }

  #write({ stripes, left, pitch, bars, height, room }: Measured): void {
    const offset = this.view.documentPadding.top;
    const active = this.view.state.field(activeField);
    const bar = Math.max(1, Math.min(4, pitch - 2));
    style(this.#dom, { left: `${left}px`, width: `${room}px`, height: `${height}px`, "--pitch": `${pitch}px`, "--bar": `${bar}px`, "--names": `${bars + 6}px` });
    this.#drawn.begin();
    for (const stripe of stripes) this.#bar(stripe, offset, active);
    this.#names(stripes, offset, active);
    const chosen = stripes.find((stripe) => stripe.mark.coding.guid === active);
    for (const end of chosen ? (["from", "to"] as const) : []) this.#handle(chosen!, end, offset);
    this.#drawn.end();
  }

  #bar({ mark, lane, top, bottom }: Stripe, offset: number, active: string): void {
    const bar = this.#drawn.part(`bar ${mark.coding.guid}`, () => this.#part(mark));
    look(bar, "bar", mark, active);
    style(bar, { "--lane": `${lane}`, top: `${top + offset}px`, height: `${bottom - top}px` });
  }

  #names(stripes: readonly Stripe[], offset: number, active: string): void {
    const taken = new Map<number, Mark>();
    const hidden = new Map<number, string[]>();
    const first = (stripe: Stripe) => Number(stripe.mark.coding.guid === active);
    for (const stripe of [...stripes].sort((a, b) => first(b) - first(a) || a.top - b.top || a.lane - b.lane)) {
      const { guid } = stripe.mark.coding;
      const wanted = Math.round(stripe.top / NAME_PX);
      let slot = wanted;
      while (taken.has(slot) && slot - wanted < DRIFT) slot++;
      if (taken.has(slot)) {
        hidden.set(slot, [...(hidden.get(slot) ?? []), guid]);
        continue;
      }
      taken.set(slot, stripe.mark);
    }
    for (const [slot, mark] of taken) this.#name(mark, slot * NAME_PX + offset, active, hidden.has(slot));
    for (const [slot, guids] of hidden) {
      const chip = this.#drawn.part(`more ${slot}`, () => document.createElement("div"));
      chip.className = "more";
      chip.dataset["guid"] = guids[0]!;
      write(chip, this.does.more(guids.length));
      style(chip, { top: `${slot * NAME_PX + offset}px` });
    }
  }

  #name(mark: Mark, top: number, active: string, crowded: boolean): void {
    const name = this.#drawn.part(`name ${mark.coding.guid}`, () => {
      const part = this.#part(mark);
      part.append(document.createElement("span"), document.createElement("span"));
      return part;
    });
    const [words, tag] = name.children as unknown as [HTMLElement, HTMLElement];
    look(name, crowded ? "name crowded" : "name", mark, active);
    look(words, "words");
    look(tag, "tag");
    write(words, mark.label);
    write(tag, this.does.coderTag(mark));
    name.title = mark.coding.memo ? `${mark.label}\n${mark.coding.memo}` : mark.label;
    style(name, { top: `${top}px` });
  }

  #handle({ mark, top, bottom, lane }: Stripe, end: "from" | "to", offset: number): void {
    const handle = this.#drawn.part(`handle ${end} ${mark.coding.guid}`, () => this.#part(mark));
    handle.dataset["end"] = end;
    look(handle, "handle", mark, "");
    style(handle, { "--lane": `${lane}`, top: `${(end === "from" ? top : bottom) + offset - 6}px` });
  }

  #part(mark: Mark): HTMLElement {
    const part = document.createElement("div");
    part.dataset["guid"] = mark.coding.guid;
    return part;
  }

  #press(event: PointerEvent): void {
    const part = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-guid]") : null;
    const guid = part?.dataset["guid"];
    if (!part || !guid) return;
    event.preventDefault();
    const end = part.dataset["end"];
    if (end === "from" || end === "to") this.#follow(event, guid, end);
    else this.does.choose(guid);
  }

  #follow(press: PointerEvent, guid: string, end: "from" | "to"): void {
    const ended = new AbortController();
    const at = (event: PointerEvent) => {
      const box = this.view.contentDOM.getBoundingClientRect();
      const x = Math.min(Math.max(event.clientX, box.left + 1), box.right - 1);
      return this.view.posAtCoords({ x, y: event.clientY }, false);
    };
    const move = (event: PointerEvent) => this.does.drag(guid, end, at(event), false);
    const up = (event: PointerEvent) => {
      ended.abort();
      this.does.drag(guid, end, at(event), true);
    };
    window.addEventListener("pointermove", move, { signal: ended.signal });
    window.addEventListener("pointerup", up, { signal: ended.signal });
    move(press);
  }
}

function look(part: HTMLElement, kind: string, mark?: Mark, active?: string): void {
  const { guid, polarity, status, memo } = mark?.coding ?? {};
  const is = [kind, mark?.hue, polarity, status, guid !== undefined && guid === active && "active", memo && "with-memo"];
  const name = is.filter(Boolean).join(" ");
  if (part.className !== name) part.className = name;
}

function write(part: HTMLElement, words: string): void {
  if (part.textContent !== words) part.textContent = words;
}

function style(part: HTMLElement, wanted: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(wanted)) {
    if (part.style.getPropertyValue(name) !== value) part.style.setProperty(name, value);
  }
}
