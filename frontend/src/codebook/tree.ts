import type { Code } from "../api/types";
import { bestFit } from "../text/fuzzy";

export interface Branch {
  readonly code: Code;
  readonly depth: number;
  readonly hasChildren: boolean;
}

const HUES = 10;

/** The codebook as a tree, in its own order. Parents may be named by key or guid. */
export class CodeTree {
  readonly byKey = new Map<string, Code>();
  readonly byGuid = new Map<string, Code>();
  readonly #children = new Map<string, Code[]>();
  readonly #hues = new Map<string, number>();

  constructor(readonly codes: readonly Code[]) {
    for (const code of codes) {
      this.byKey.set(code.key, code);
      this.byGuid.set(code.guid, code);
    }
    for (const code of codes) {
      const parent = this.parent(code)?.guid ?? "";
      this.#children.set(parent, [...(this.#children.get(parent) ?? []), code]);
    }
    for (const siblings of this.#children.values()) siblings.sort((a, b) => a.position - b.position);
    this.#paint();
  }

  parent(code: Code): Code | undefined {
    return code.parent ? (this.byGuid.get(code.parent) ?? this.byKey.get(code.parent)) : undefined;
  }

  children(code: Code | null): readonly Code[] {
    return this.#children.get(code?.guid ?? "") ?? [];
  }

  /** From the root down to the code itself. */
  path(code: Code): Code[] {
    const above = this.parent(code);
    return above && above !== code ? [...this.path(above), code] : [code];
  }

  isWithin(code: Code, above: Code): boolean {
    return this.path(code).includes(above);
  }

  /** Every code in order, with its depth; the children of a folded one are left out. */
  branches(folded: ReadonlySet<string> = new Set(), from: Code | null = null, depth = 0): Branch[] {
    return this.children(from).flatMap((code) => {
      const hasChildren = this.children(code).length > 0;
      const below = hasChildren && !folded.has(code.guid) ? this.branches(folded, code, depth + 1) : [];
      return [{ code, depth, hasChildren }, ...below];
    });
  }

  /** Class that paints a code in the hue of its family: a branch that has codes of its own, or else its root. */
  hue(code: Code | undefined): string {
    return `hue-${(code && this.#hues.get(code.guid)) ?? 0}`;
  }

  /** Codes whose key or label in either language fits the words, best first. */
  find(words: string): Code[] {
    const fits = this.codes.flatMap((code) => {
      const score = bestFit(words, [code.label_en, code.label_id, code.key]);
      return score === null ? [] : [{ code, score }];
    });
    return fits.sort((a, b) => b.score - a.score).map((found) => found.code);
  }

  #paint(): void {
    let next = 0;
    const paint = (code: Code, hue: number) => {
      this.#hues.set(code.guid, hue % HUES);
      for (const below of this.children(code)) paint(below, hue);
    };
    for (const root of this.children(null)) {
      const families = this.children(root).filter((code) => this.children(code).length > 0);
      paint(root, next);
      if (!families.length) next++;
      for (const family of families) paint(family, next++);
    }
  }
}
