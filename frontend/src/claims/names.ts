import { t, type Key } from "../i18n/language.svelte";

/** The switches, in the order in which they are printed: what they admit, demand, regroup or reweigh. */
export const SWITCHES = [
  "any-actor",
  "any-time",
  "any-case",
  "synthetic",
  "compilations",
  "no-second-hand",
  "stated-only",
  "contemporaneous",
  "no-grouping",
  "by-institution",
  "equal-weights",
] as const;
export type Switch = (typeof SWITCHES)[number];

const key = (name: string) => name.replaceAll("-", "_");

export function switchName(name: string): string {
  return t(`switches.${key(name)}` as Key);
}

export function switchMeaning(name: string): string {
  return t(`switches.${key(name)}_means` as Key);
}

/** A coder's name; the two that count as coders, in words. */
export function coderName(name: string): string {
  return name === "either" ? t("motives.either") : name === "both" ? t("motives.both") : name;
}

export const SCORES = ["independent_support", "weighted_support", "passages", "breadth", "stated_priority", "causal_weight"] as const;
export type Score = (typeof SCORES)[number];
