import type { Ranking } from "../api/types";

export interface Move {
  /** Places up (positive) or down. */
  readonly places: number;
  readonly support: number;
}

/** Rank of each motive by independent support, from 1; equal support shares the better rank. */
export function ranks(ranking: Ranking): Map<string, number> {
  const support = (id: string) => ranking.motives.find((motive) => motive.id === id)!.scores.independent_support;
  return new Map(
    ranking.motives.map(({ id }) => [id, 1 + ranking.motives.filter((other) => support(other.id) > support(id)).length]),
  );
}

/** What switches moved: places and support of each motive against the ranking without them. */
export function moves(before: Ranking, after: Ranking): Map<string, Move> {
  const [from, to] = [ranks(before), ranks(after)];
  const support = new Map(before.motives.map((motive) => [motive.id, motive.scores.independent_support]));
  return new Map(
    after.motives.map(({ id, scores }) => [
      id,
      { places: (from.get(id) ?? 0) - (to.get(id) ?? 0), support: scores.independent_support - (support.get(id) ?? 0) },
    ]),
  );
}
