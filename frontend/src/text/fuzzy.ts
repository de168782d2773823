/** How well `query` fits a name: its letters in order, better at the starts of words and in one run. Null where it does not. */
export function fit(query: string, name: string): number | null {
  const wanted = fold(query);
  if (!wanted) return 0;
  const within = fold(name);
  const whole = within.indexOf(wanted);
  if (whole >= 0) return 100 - whole + (startsWord(within, whole) ? 50 : 0) - within.length / 100;
  let [score, at, run] = [0, 0, 0];
  for (const letter of wanted) {
    if (letter === " ") continue;
    const found = within.indexOf(letter, at);
    if (found < 0) return null;
    run = found === at ? run + 1 : 0;
    score += run + (startsWord(within, found) ? 6 : 0) - Math.min(found - at, 8) * 0.2;
    at = found + 1;
  }
  return score - within.length / 100;
}

/** The best fit of `query` among several names of one thing. */
export function bestFit(query: string, names: readonly string[]): number | null {
  let best: number | null = null;
  for (const name of names) {
    const score = fit(query, name);
    if (score !== null && (best === null || score > best)) best = score;
  }
  return best;
}

export function fold(words: string): string {
  return words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function startsWord(within: string, at: number): boolean {
  return at === 0 || /[^\p{L}\p{N}]/u.test(within[at - 1]!);
}
