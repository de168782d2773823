/** One text, and how its places are counted on either side: code points on the wire, UTF-16 units in the browser. */
export class Offsets {
  /** UTF-16 places of the characters that take two units there, ascending. */
  readonly #pairs: Uint32Array;
  readonly length_cp: number;
  readonly length_utf16: number;

  constructor(text: string) {
    this.#pairs = pairs(text);
    this.length_utf16 = text.length;
    this.length_cp = text.length - this.#pairs.length;
  }

  /** UTF-16 place of the code point `at_cp`; places beyond the text are taken to its ends. */
  toUtf16(at_cp: number): number {
    const at = Math.min(Math.max(at_cp, 0), this.length_cp);
    let [low, high] = [0, this.#pairs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#pairs[middle]! - middle < at) low = middle + 1;
      else high = middle;
    }
    return at + low;
  }

  /** Code point at the UTF-16 place `at_utf16`; a place inside a surrogate pair is that of its character. */
  toCp(at_utf16: number): number {
    const at = Math.min(Math.max(at_utf16, 0), this.length_utf16);
    let [low, high] = [0, this.#pairs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#pairs[middle]! < at) low = middle + 1;
      else high = middle;
    }
    return at - low;
  }
}

function pairs(text: string): Uint32Array {
  const found: number[] = [];
  for (let at = 0; at + 1 < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0xd800 || unit > 0xdbff) continue;
    const next = text.charCodeAt(at + 1);
    if (next >= 0xdc00 && next <= 0xdfff) found.push(at++);
  }
  return Uint32Array.from(found);
}
