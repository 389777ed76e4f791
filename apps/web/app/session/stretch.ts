// Which part of a step is shown.
import type { Stretch } from "../../src/hand/clips.ts";

/** The stretch that a step has come to after seconds of strokes; on the way there already its first, at its end its last. */
export function stretchAt(stretches: readonly Stretch[], step: number, seconds: number): Stretch | null {
  const own = stretches.filter((each) => each.step === step);
  let left = seconds;
  for (const each of own) {
    if (left < each.seconds) return each;
    left -= each.seconds;
  }
  return own.at(-1) ?? null;
}
