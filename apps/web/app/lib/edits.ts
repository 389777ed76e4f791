// What somebody changed in a plan: seconds by candidate, as the wishes of a request have them.
import type { Step } from "../../src/engine/engine.ts";

/** The candidate that a step came from, as left/MOUND/KNEAD. Fixed steps and those of programmes come from none. */
export function candidateOf({ hand, group, technique, combo, points, programme_step }: Step): string {
  if (programme_step >= 0 || !group) return "";
  return `${hand}/${group}/${combo ?? (points.length > 0 ? points[0] : technique)}`;
}
