// The places of a hand that people have a word for, as in the check-in.
import { app, say } from "../lib/app.svelte.ts";

export interface Place {
  name: string;
  zones: readonly string[];
}
interface Group {
  id: string;
  zones: readonly string[];
  /** Groups that it is made of: it is no place of its own. */
  of?: readonly string[];
  parts?: readonly { id: string; zones: readonly string[] }[];
}

/** The groups of the practice, or their parts where they have some. */
export function placesOfHand(): Place[] {
  const groups = ((app.practice?.["groups"] ?? []) as Group[]).filter(({ of }) => !of?.length);
  return groups.flatMap(({ id, zones, parts }) =>
    parts?.length
      ? parts.map((part) => ({ name: say(`group.${id}.part.${part.id}`), zones: part.zones }))
      : [{ name: say(`group.${id}.name`), zones }],
  );
}

/** The place that a zone is in; delicate ones are in none and stand for themselves. */
export function placeOf(zone: string): Place {
  return placesOfHand().find(({ zones }) => zones.includes(zone)) ?? { name: say(`zone.${zone}.name`), zones: [zone] };
}
