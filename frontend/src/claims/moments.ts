/** A stretch of days that a date of year, month or day precision can mean, or that two dates span; in milliseconds of UTC. */
export function spanOf(date: string): { from: number; to: number } {
  const [first, last = first] = date.split("/") as [string, string?];
  return { from: edge(first, 0), to: edge(last, 1) };
}

function edge(date: string, beyond: 0 | 1): number {
  const [year = 0, month, day] = date.split("-").map(Number);
  if (month === undefined) return Date.UTC(year + beyond, 0, 1);
  if (day === undefined) return Date.UTC(year, month - 1 + beyond, 1);
  return Date.UTC(year, month - 1, day + beyond);
}

/** Where each moment stands from 0 to 1. Long empty stretches are shortened, for a century of nothing tells nothing. */
export function spread(moments: readonly number[]): (moment: number) => number {
  const sorted = [...new Set(moments)].sort((a, b) => a - b);
  const gaps = sorted.slice(1).map((moment, at) => Math.sqrt((moment - sorted[at]!) / 86_400_000));
  const whole = gaps.reduce((sum, gap) => sum + gap, 0) || 1;
  let along = 0;
  const places = sorted.map((_, at) => (at ? (along += gaps[at - 1]!) : 0) / whole);
  return (moment) => {
    const next = sorted.findIndex((known) => known >= moment);
    if (next <= 0) return next < 0 ? 1 : 0;
    const share = (moment - sorted[next - 1]!) / (sorted[next]! - sorted[next - 1]!);
    return places[next - 1]! + share * (places[next]! - places[next - 1]!);
  };
}
