import type { Timeline } from "../api/types";
import { spanOf } from "./moments";

export interface Stage {
  readonly code: string;
  readonly from: number;
  readonly to: number;
}

/** Each stage of the procedure from its first fact to its last, by the day it began. */
export function stagesOf(events: readonly Pick<Timeline["events"][number], "date" | "stages">[]): Stage[] {
  const found = new Map<string, Stage>();
  for (const event of events) {
    const { from, to } = spanOf(event.date);
    for (const code of event.stages) {
      const known = found.get(code) ?? { code, from, to };
      found.set(code, { code, from: Math.min(known.from, from), to: Math.max(known.to, to) });
    }
  }
  return [...found.values()].sort((a, b) => a.from - b.from || a.to - b.to);
}
