// What a person touches on the stage.
import type { Vector3 } from "three";
import type { HandView } from "./hand_view.ts";
import type { Who } from "./stage.ts";

/** A hand that was touched, the zone there, and the point of its skin. */
export interface Tap {
  who: Who;
  zone: string | null;
  triangle: number;
  u: number;
  v: number;
}

/** The hand that a way meets first, from one point of the scene through another. */
export function tapOf(hands: Record<Who, HandView>, from: Vector3, to: Vector3): Tap | null {
  let nearest: (Tap & { distance_m: number }) | null = null;
  for (const who of ["receiver", "giver"] as const) {
    const { group, hand } = hands[who];
    if (!hand || !group.visible) continue;
    group.updateWorldMatrix(true, false);
    const start = group.worldToLocal(from.clone());
    const way = group.worldToLocal(to.clone()).sub(start).normalize();
    const hit = hand.meet(start.toArray(), way.toArray());
    if (hit && (!nearest || hit.distance_m < nearest.distance_m)) nearest = { who, ...hit };
  }
  return nearest;
}
