import type { Stretch } from "./graphemes";

const RUN = 6;

/** Stretches of wording that stand in both texts: runs of at least six words, case and punctuation aside. */
export function sharedWording(first: string, second: string): { first: Stretch[]; second: Stretch[] } {
  const [one, two] = [tokens(first), tokens(second)];
  const places = new Map<string, number[]>();
  for (let at = 0; at + RUN <= two.length; at++) {
    const key = shingle(two, at);
    places.set(key, [...(places.get(key) ?? []), at]);
  }
  const found = { first: [] as Stretch[], second: [] as Stretch[] };
  for (let at = 0; at + RUN <= one.length; ) {
    const match = longest(one, two, at, places.get(shingle(one, at)) ?? []);
    if (!match) {
      at++;
      continue;
    }
    found.first.push(cover(one, at, match.length));
    found.second.push(cover(two, match.at, match.length));
    at += match.length;
  }
  return found;
}

interface Token extends Stretch {
  readonly word: string;
}

function tokens(text: string): Token[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((found) => ({
    word: found[0].toLowerCase(),
    from: found.index,
    to: found.index + found[0].length,
  }));
}

function shingle(words: readonly Token[], at: number): string {
  let key = "";
  for (let step = 0; step < RUN; step++) key += `${words[at + step]!.word} `;
  return key;
}

function longest(one: readonly Token[], two: readonly Token[], at: number, starts: readonly number[]) {
  let best: { at: number; length: number } | null = null;
  for (const start of starts) {
    let length = RUN;
    while (one[at + length] && one[at + length]!.word === two[start + length]?.word) length++;
    if (!best || length > best.length) best = { at: start, length };
  }
  return best;
}

function cover(words: readonly Token[], at: number, length: number): Stretch {
  return { from: words[at]!.from, to: words[at + length - 1]!.to };
}
