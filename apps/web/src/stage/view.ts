// From where a touch is seen best: neither hand before the place that is worked, and no farther round than needed.
import { Vector3 } from "three";
import type { Point3 } from "../hand/hand.ts";
import type { HandView } from "./hand_view.ts";
import { sleeveBeyond_m } from "./sleeve.ts";
import { wayOf } from "./camera.ts";
import type { Contact, Who } from "./stage.ts";

export interface View {
  around: number;
  above: number;
}

const touchRoom_m = 0.095;
const arounds = [0, 20, -20, 40, -40, 60, -60, 85, -85];
const aboves = [58, 42, 72];
const usualAbove = 58;
/** From so far away it is asked what is before a place, metres. */
const away_m = 0.45;
/** A pad hides what it touches: so much of the giving hand may lie before it, and of the receiving one. */
const padding_m: Record<Who, number> = { giver: 0.024, receiver: 0.006 };
/** What a hidden place is worth against turning, and an arm before all that is around it, in degrees. */
const hiddenDegrees = 60;
const coveredDegrees = 70;
/** How far around a place it should be open, and how far before it an arm is in the way, metres. */
const open_m = 0.05;
const before_m = 0.06;
/** Nearer to the line of sight a sleeve is in the way; as far as the eye may be. */
const besideSleeve_m = 0.1;
const farthest_m = 0.8;

const views: readonly View[] = aboves.flatMap((above) => arounds.map((around) => ({ around, above })));
const turnedBy = ({ around, above }: View) => 0.35 * Math.abs(around) + 0.5 * Math.abs(above - usualAbove);

/** How badly contacts (of the world of the poses) are seen from each view as both hands lie now, in degrees of turning. */
export function unseenFrom(hands: Record<Who, HandView>, contacts: readonly Contact[]): number[] {
  const worked = contacts.filter(({ rests, force_n }) => !rests && force_n > 0);
  return views.map(({ around, above }) => {
    if (worked.length === 0) return 0;
    const way = wayOf(around, above);
    const hidden = worked.filter((contact) => isHidden(hands, contact, way)).length / worked.length;
    const covered = coveredShare(hands, worked[0]!, way) + (throughSleeve(hands, worked[0]!, way) ? 1 : 0);
    return hiddenDegrees * hidden + coveredDegrees * covered;
  });
}

/** The view of which moments are seen best in all, and which is turned least. */
export function bestView(moments: readonly number[][]): View {
  const costs = views.map(
    (view, i) => turnedBy(view) + moments.reduce((sum, each) => sum + each[i]!, 0) / moments.length,
  );
  return views[costs.indexOf(Math.min(...costs))]!;
}

/** What should be seen around a touch. */
export function pointsAround([x, y, z]: Point3): Point3[] {
  return [-1, 1].flatMap((sign): Point3[] => [
    [x + sign * touchRoom_m, y, z],
    [x, y + sign * touchRoom_m, z],
    [x, y, z + 0.5 * sign * touchRoom_m],
  ]);
}

/** How far away, from a point along a way, a hand is met first; infinite where it is not. */
function distanceTo({ group, hand }: HandView, from: Vector3, way: Vector3): number {
  if (!hand || !group.visible) return Infinity;
  const start = group.worldToLocal(from.clone());
  const toward = group.worldToLocal(from.clone().add(way)).sub(start).normalize();
  return hand.meet(start.toArray(), toward.toArray())?.distance_m ?? Infinity;
}

/** Whether something lies before a contact, seen from a way. */
function isHidden(hands: Record<Who, HandView>, { at, normal }: Contact, way: Vector3): boolean {
  const receiver = hands.receiver.group;
  const out = new Vector3(...normal).transformDirection(receiver.matrixWorld);
  if (out.dot(way) < 0.1) return true;
  const from = receiver.localToWorld(new Vector3(...at)).addScaledVector(way, away_m);
  const back = way.clone().negate();
  return (["giver", "receiver"] as const).some((who) => distanceTo(hands[who], from, back) < away_m - padding_m[who]);
}

/** Whether one would look through the giver's sleeve, which goes on beyond the elbow where the arm ends. */
function throughSleeve({ giver, receiver }: Record<Who, HandView>, { at }: Contact, way: Vector3): boolean {
  if (!giver.hand || !giver.group.visible) return false;
  const joint = (i: number) => giver.group.localToWorld(new Vector3().fromArray(giver.hand!.joints, 3 * i));
  const [elbow, wrist] = [joint(0), joint(1)];
  const along = elbow.clone().sub(wrist).normalize();
  const place = receiver.group.localToWorld(new Vector3(...at));
  for (let on = 0; on <= sleeveBeyond_m; on += 0.03) {
    const sleeve = elbow.clone().addScaledVector(along, on).sub(place);
    const before = Math.min(farthest_m, sleeve.dot(way));
    if (before > before_m && sleeve.addScaledVector(way, -before).length() < besideSleeve_m) return true;
  }
  return false;
}

/** How much of the surroundings of a contact lies behind the giving arm. */
function coveredShare(hands: Record<Who, HandView>, { at }: Contact, way: Vector3): number {
  const place = hands.receiver.group.localToWorld(new Vector3(...at));
  const right = new Vector3(0, 1, 0).cross(way).normalize();
  const up = way.clone().cross(right);
  const back = way.clone().negate();
  const turns = 8;
  let covered = 0;
  for (let turn = 0; turn < turns; ++turn) {
    const angle = (2 * Math.PI * turn) / turns;
    const from = place.clone().addScaledVector(right, open_m * Math.cos(angle));
    from.addScaledVector(up, open_m * Math.sin(angle)).addScaledVector(way, away_m);
    if (distanceTo(hands.giver, from, back) < away_m - before_m) ++covered;
  }
  return covered / turns;
}
