/** Parts that are drawn again and again: those that stay are kept, so that a change costs what has changed. */
export class Drawn {
  #parts = new Map<string, HTMLElement>();
  #left = new Map<string, HTMLElement>();

  constructor(readonly host: HTMLElement) {}

  begin(): void {
    this.#left = this.#parts;
    this.#parts = new Map();
  }

  /** The part of that name as it was drawn before, or a new one. */
  part(name: string, make: () => HTMLElement): HTMLElement {
    const known = this.#left.get(name);
    const part = known ?? make();
    if (!known) this.host.append(part);
    this.#left.delete(name);
    this.#parts.set(name, part);
    return part;
  }

  /** Takes away what was not drawn this time. */
  end(): void {
    for (const part of this.#left.values()) part.remove();
  }
}
