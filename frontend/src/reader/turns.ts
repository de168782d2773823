import { ViewPlugin, type EditorView, type PluginValue, type ViewUpdate } from "@codemirror/view";

export interface Turn {
  readonly from: number;
  readonly speaker: string;
  readonly clock: string;
  readonly question: string;
  readonly asked: string;
  /** Plays the recording from here, where there is one. */
  readonly play?: (() => void) | undefined;
}

interface Placed {
  readonly turn: Turn;
  readonly top: number;
}

/** Who speaks, when, and to which question of the guide: beside the first line of each turn. */
export function turns(found: readonly Turn[]) {
  return ViewPlugin.define((view) => new Turns(view, found));
}

class Turns implements PluginValue {
  readonly #dom = document.createElement("div");
  readonly #measure = { read: () => this.#read(), write: (found: Placed[]) => this.#write(found), key: this };

  constructor(
    readonly view: EditorView,
    readonly found: readonly Turn[],
  ) {
    this.#dom.className = "turns";
    view.scrollDOM.append(this.#dom);
    view.requestMeasure(this.#measure);
  }

  update(update: ViewUpdate): void {
    if (update.geometryChanged || update.viewportChanged) update.view.requestMeasure(this.#measure);
  }

  destroy(): void {
    this.#dom.remove();
  }

  #read(): Placed[] {
    const { from, to } = this.view.viewport;
    return this.found
      .filter((turn) => turn.from >= from && turn.from <= to)
      .map((turn) => ({ turn, top: (this.view.coordsAtPos(turn.from, 1)?.top ?? 0) - this.view.documentTop }));
  }

  #write(placed: Placed[]): void {
    const offset = this.view.documentPadding.top;
    const parts = placed.map(({ turn, top }) => {
      const part = document.createElement("div");
      part.className = "turn";
      part.style.top = `${top + offset}px`;
      part.title = turn.asked;
      if (turn.play) {
        part.classList.add("plays");
        part.addEventListener("click", turn.play);
      }
      const words = [turn.speaker, [turn.clock, turn.question].filter(Boolean).join(" · ")];
      for (const [at, word] of words.entries()) {
        const line = document.createElement("span");
        line.className = at ? "clock" : "speaker";
        line.textContent = word;
        part.append(line);
      }
      return part;
    });
    this.#dom.replaceChildren(...parts);
  }
}
