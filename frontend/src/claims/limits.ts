import { pick, t } from "../i18n/language.svelte";
import { list } from "../i18n/lists";
import type { Limit } from "./findings";

type Reason = { code: string; values: Record<string, unknown> };

function names(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function count(value: unknown): number {
  return typeof value === "number" ? value : 0;
}

/** A limit of the study, in words. */
export function limitWords(limit: Limit, name: (motive: string) => string): string {
  const values = limit.values;
  const items = (Array.isArray(values["items"]) ? values["items"] : []) as { en: string; id: string }[];
  const words = {
    n: count(values["n"]),
    motives: list(names(values["motives"]).map(name)),
    sources: list(limit.sources),
    coders: list(names(values["coders"])),
    interviews: count(values["interviews"]),
    needed: count(values["needed"]),
    items: items.map((item) => pick(item.en, item.id)).join("; "),
  };
  const known = LIMITS[limit.code];
  return known ? t(known, words) : limit.code;
}

const LIMITS: Record<string, Parameters<typeof t>[0]> = {
  "few-witnesses": "beside.limit_few_witnesses",
  "single-informant": "beside.limit_single_informant",
  "no-first-hand-before": "beside.limit_no_first_hand",
  "second-hand": "beside.limit_second_hand",
  "not-attested": "beside.limit_not_attested",
  synthetic: "beside.limit_synthetic",
  compilations: "beside.limit_compilations",
  undated: "beside.limit_undated",
  "after-decision": "beside.limit_after_decision",
  "one-coder": "beside.limit_one_coder",
  "intra-coder": "beside.limit_intra_coder",
  unread: "beside.limit_unread",
  "no-interview": "beside.limit_no_interview",
  saturation: "beside.limit_saturation",
  "not-found": "beside.limit_not_found",
  "undetected-copies": "beside.limit_copies",
};

const REASONS: Record<string, Parameters<typeof t>[0]> = {
  "second-hand": "beside.reason_second_hand",
  "weak-sources": "beside.reason_weak_sources",
  opposed: "beside.reason_opposed",
  "coders-differ": "beside.reason_coders_differ",
  "few-witnesses": "beside.reason_few_witnesses",
  "one-kind": "beside.reason_one_kind",
  inferred: "beside.reason_inferred",
  "after-decision": "beside.reason_after_decision",
};

/** Why a component of confidence is as it is, in words. */
export function reasonWords(reason: Reason): string {
  const known = REASONS[reason.code];
  return known ? t(known, { k: count(reason.values["k"]), n: count(reason.values["n"]) }) : reason.code;
}
