import { ViewPlugin, type EditorView, type PluginValue, type ViewUpdate } from "@codemirror/view";
import { markedField, setMarks } from "./text_state";

const WIDTH = 28;
const REST_MS = 120;

/** The whole text as a strip, with every coding in the colour of its family; press or drag to go there. */
export function minimap() {
  return ViewPlugin.define((view) => new Minimap(view));
}

class Minimap implements PluginValue {
  readonly #dom = document.createElement("div");
  readonly #canvas = document.createElement("canvas");
  readonly #window = document.createElement("div");
  readonly #scrolled = () => this.#frame();
  #timer = 0;

  constructor(readonly view: EditorView) {
    this.#dom.className = "minimap";
    this.#dom.setAttribute("aria-hidden", "true");
    this.#window.className = "window";
    this.#dom.append(this.#canvas, this.#window);
    this.#dom.addEventListener("pointerdown", (event) => this.#press(event));
    view.dom.append(this.#dom);
    view.scrollDOM.addEventListener("scroll", this.#scrolled, { passive: true });
    this.#later();
  }

  update(update: ViewUpdate): void {
    const told = update.transactions.some((one) => one.effects.some((effect) => effect.is(setMarks)));
    if (told || update.heightChanged || update.geometryChanged) this.#later();
  }

  destroy(): void {
    clearTimeout(this.#timer);
    this.view.scrollDOM.removeEventListener("scroll", this.#scrolled);
    this.#dom.remove();
  }

  // The strip can wait: the text and its stripes come first.
  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.#paint();
      this.#frame();
    }, REST_MS);
  }

  #paint(): void {
    const { clientHeight: height } = this.#dom;
    const scale = window.devicePixelRatio;
    this.#canvas.width = WIDTH * scale;
    this.#canvas.height = height * scale;
    const pen = this.#canvas.getContext("2d");
    if (!pen || !height) return;
    pen.scale(scale, scale);
    const marked = this.view.state.field(markedField);
    const per = height / this.view.contentHeight;
    const pitch = Math.min(5, (WIDTH - 8) / Math.max(marked.deepest, 1));
    const colours = new Map<string, string>();
    marked.marks.forEach((mark, index) => {
      const colour = colours.get(mark.hue) ?? this.#colour(mark.hue);
      colours.set(mark.hue, colour);
      const top = this.view.lineBlockAt(mark.from);
      const bottom = mark.to <= top.to ? top : this.view.lineBlockAt(mark.to);
      const y = (top.top + within(mark.from, top)) * per;
      const end = (bottom.top + within(mark.to, bottom)) * per;
      pen.fillStyle = colour;
      pen.fillRect(4 + marked.lanes[index]! * pitch, y, Math.max(1, pitch - 1), Math.max(2, end - y));
    });
  }

  #colour(hue: string): string {
    const probe = document.createElement("span");
    probe.className = `dot ${hue}`;
    this.#dom.append(probe);
    const colour = getComputedStyle(probe).backgroundColor;
    probe.remove();
    return colour;
  }

  #frame(): void {
    const { scrollTop, scrollHeight, clientHeight } = this.view.scrollDOM;
    const per = this.#dom.clientHeight / scrollHeight;
    this.#dom.hidden = scrollHeight <= clientHeight * 1.5;
    this.#window.style.top = `${scrollTop * per}px`;
    this.#window.style.height = `${Math.max(12, clientHeight * per)}px`;
  }

  #press(press: PointerEvent): void {
    press.preventDefault();
    const ended = new AbortController();
    const go = (event: PointerEvent) => {
      const box = this.#dom.getBoundingClientRect();
      const { scrollDOM } = this.view;
      const share = (event.clientY - box.top) / box.height;
      scrollDOM.scrollTop = share * scrollDOM.scrollHeight - scrollDOM.clientHeight / 2;
    };
    window.addEventListener("pointermove", go, { signal: ended.signal });
    window.addEventListener("pointerup", () => ended.abort(), { signal: ended.signal });
    go(press);
  }
}

/** How far down its block a place lies, were its letters spread evenly. */
function within(at: number, block: { from: number; length: number; height: number }): number {
  return block.length ? ((at - block.from) / block.length) * block.height : 0;
}
