import type { Ranking } from "../api/types";
import { number, t } from "../i18n/language.svelte";
import { list } from "../i18n/lists";
import { chanceWords } from "./chance";
import { coderName, switchName } from "./names";

type Condition = Ranking["verdict"]["failed_conditions"][number];

/** A condition of the verdict that fails, in words; probabilities without digits where witnesses are few. */
export function conditionWords(condition: Condition, name: (motive: string) => string, n: number): string {
  const value = condition.values?.[0] ?? 0;
  const chance = n < 10 ? t(chanceWords(value)) : number(value, { style: "percent" });
  const words = {
    motives: list((condition.motives ?? []).map(name)),
    groups: list(condition.groups ?? []),
    switches: list((condition.switches ?? []).map(switchName)),
    coders: list((condition.coders ?? []).map(coderName)),
    n: value,
    chance,
  };
  switch (condition.code) {
    case "fewer-than-four-witnesses":
      return t("motives.if_four_witnesses", words);
    case "fewer-than-two-motives":
      return t("motives.if_two_motives");
    case "tied-first":
      return words.motives ? t("motives.if_tied", words) : t("motives.if_none");
    case "p-first-not-computable":
      return t("motives.if_no_chance");
    case "p-first-below-leading":
      return t("motives.if_below_leading", words);
    case "fewer-than-ten-witnesses":
      return t("motives.if_ten_witnesses", words);
    case "p-first-below-foremost":
      return t("motives.if_below_foremost", words);
    case "fragile":
      return t("motives.if_fragile", words);
    case "coders-differ":
      return t("motives.if_coders_differ", words);
    case "switches-unseat":
      return t("motives.if_switches", words);
    case "first-hand-puts-another-first":
      return t("motives.if_first_hand", words);
    case "one-institution":
      return t("motives.if_one_institution");
    default:
      return condition.code;
  }
}
