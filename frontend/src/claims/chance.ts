import type { Key } from "../i18n/language.svelte";

/** Upper ends of probabilities and the words for them, where few witnesses forbid digits. */
const WORDS: readonly (readonly [number, Key])[] = [
  [0.05, "motives.p_under"],
  [0.15, "motives.p_tenth"],
  [0.225, "motives.p_fifth"],
  [0.29, "motives.p_quarter"],
  [0.37, "motives.p_third"],
  [0.45, "motives.p_two_fifths"],
  [0.55, "motives.p_half"],
  [0.633, "motives.p_three_fifths"],
  [0.708, "motives.p_two_thirds"],
  [0.775, "motives.p_three_quarters"],
  [0.85, "motives.p_four_fifths"],
  [0.95, "motives.p_nine_tenths"],
];

/** The words for a probability; the last are those for nearly certain. */
export function chanceWords(p: number): Key {
  return WORDS.find(([end]) => p < end)?.[1] ?? "motives.p_over";
}
