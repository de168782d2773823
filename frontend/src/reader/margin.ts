import { ViewPlugin, type EditorView, type PluginValue, type ViewUpdate } from "@codemirror/view";
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
}

const NAME_PX = 19;
const DRIFT = 5;
const BARS_PX = 96;
const PITCH_PX = 8;

/** Stripes beside the text, one a coding, with their names; they lie in lanes so that none hides another. */
export function margin(does: MarginDoes) {
  return ViewPlugin.define((view) => new Margin(view, does));
}

class Margin implements PluginValue {
  readonly #dom = document.createElement("div");
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
    return { stripes, left: content.offsetLeft + content.offsetWidth + 8, pitch, bars: Math.ceil(deepest * pitch), height: view.contentHeight };
  }

  #write({ stripes, left, pitch, bars, height }: Measured): void {
    const offset = this.view.documentPadding.top;
    const active = this.view.state.field(activeField);
    this.#dom.style.left = `${left}px`;
    this.#dom.style.height = `${height}px`;
    const parts: HTMLElement[] = stripes.map((stripe) => this.#bar(stripe, pitch, offset, active));
    parts.push(...this.#names(stripes, bars + 6, offset, active));
    const chosen = stripes.find((stripe) => stripe.mark.coding.guid === active);
    if (chosen) parts.push(this.#handle(chosen, "from", pitch, offset), this.#handle(chosen, "to", pitch, offset));
    this.#dom.replaceChildren(...parts);
  }

  #bar({ mark, lane, top, bottom }: Stripe, pitch: number, offset: number, active: string): HTMLElement {
    const bar = this.#part("bar", mark, active);
    place(bar, lane * pitch, top + offset);
    bar.style.height = `${bottom - top}px`;
    bar.style.width = `${Math.max(1, Math.min(4, pitch - 2))}px`;
    return bar;
  }

  #names(stripes: readonly Stripe[], left: number, offset: number, active: string): HTMLElement[] {
    const taken = new Map<number, HTMLElement>();
    const hidden = new Map<number, string[]>();
    const ordered = [...stripes].sort((a, b) => Number(b.mark.coding.guid === active) - Number(a.mark.coding.guid === active) || a.top - b.top || a.lane - b.lane);
    for (const stripe of ordered) {
      const wanted = Math.round(stripe.top / NAME_PX);
      let slot = wanted;
      while (taken.has(slot) && slot - wanted < DRIFT) slot++;
      if (taken.has(slot)) {
        hidden.set(slot, [...(hidden.get(slot) ?? []), stripe.mark.coding.guid]);
        continue;
      }
      const name = this.#part("name", stripe.mark, active);
      const tag = this.does.coderTag(stripe.mark);
      name.append(text("span", stripe.mark.label, "words"), ...(tag ? [text("span", tag, "tag")] : []));
      name.title = stripe.mark.coding.memo ? `${stripe.mark.label}\n${stripe.mark.coding.memo}` : stripe.mark.label;
      place(name, left, slot * NAME_PX + offset);
      taken.set(slot, name);
    }
    const more = [...hidden].map(([slot, guids]) => {
      const chip = text("span", this.does.more(guids.length), "more");
      chip.dataset["guid"] = guids[0]!;
      taken.get(slot)?.append(chip);
      return chip;
    });
    return more.length || taken.size ? [...taken.values()] : [];
  }

  #handle({ mark, top, bottom, lane }: Stripe, end: "from" | "to", pitch: number, offset: number): HTMLElement {
    const handle = this.#part("handle", mark, "");
    handle.dataset["end"] = end;
    place(handle, lane * pitch - 4, (end === "from" ? top : bottom) + offset - 6);
    return handle;
  }

  #part(kind: string, mark: Mark, active: string): HTMLElement {
    const { guid, polarity, status, memo } = mark.coding;
    const part = document.createElement("div");
    const is = [kind, mark.hue, polarity, status, guid === active && "active", memo && "with-memo"];
    part.className = is.filter(Boolean).join(" ");
    part.dataset["guid"] = guid;
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

function place(part: HTMLElement, left: number, top: number): void {
  part.style.left = `${left}px`;
  part.style.top = `${top}px`;
}

function text(tag: string, words: string, look: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = look;
  element.textContent = words;
  return element;
}
