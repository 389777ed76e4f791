// What changed from before to after, told only as far as the measure can tell.
import { app, say } from "./app.svelte.ts";
import type { KeptSession } from "./log.ts";

interface Measure {
  id: string;
  important_change?: number;
  confidence: string;
}

/** The smallest change of a rating that is known to mean something; none without a source for one. */
function smallest(measure: string): number | null {
  const all = (app.practice?.["measures"] ?? []) as Measure[];
  const found = all.find(({ id }) => id === `${measure}_nrs`);
  return !found || found.confidence === "L" ? null : (found.important_change ?? null);
}

/** "Pain, left hand: 5 before, 3 after." One sentence for each thing that was rated twice. */
export function changes({ ratings }: KeptSession): string[] {
  return ratings
    .filter(({ moment }) => moment === "after")
    .flatMap(({ measure, hand, value }) => {
      const before = ratings.find((each) => each.moment === "before" && each.measure === measure && each.hand === hand);
      if (!before) return [];
      const words = say("checkin.compared", {
        measure: say(`checkin.measure.${measure}`),
        where: hand === null ? "" : `, ${say(`hand.${hand}`)}`,
        before: before.value,
        after: value,
      });
      const least = smallest(measure);
      const difference = Math.abs(before.value - value);
      if (difference === 0) return [`${words}${say("checkin.unchanged")}.`];
      return [`${words}${least !== null && difference < least ? say("checkin.too_small") : ""}.`];
    });
}
