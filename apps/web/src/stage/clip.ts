// A stroke as it was baked: both hands and what touches, at equal steps of time.
import type { Point3, Pose } from "../hand/hand.ts";

export type Who = "receiver" | "giver";

/** A pad on the receiver's skin. Everything is in the world of the poses. */
export interface Contact {
  pad: string;
  at: Point3;
  /** Out of the skin. */
  normal: Point3;
  /** Where the pad goes, of unit length; null while it stays. */
  direction: Point3 | null;
  force_n: number;
  depth_m: number;
  radius_m: number;
}

export interface Sample {
  receiver: Pose;
  giver: Pose | null;
  contacts: readonly Contact[];
}

/** Samples of one cycle; after the last comes the first again. */
export interface Clip {
  technique: string;
  period_s: number;
  samples: readonly Sample[];
}

/** The clip at a time, between its samples in a straight line. */
export function sampleAt(clip: Clip, t_s: number): Sample {
  const count = clip.samples.length;
  const cycle = clip.period_s > 0 ? (((t_s / clip.period_s) % 1) + 1) % 1 : 0;
  const at = cycle * count;
  const i = Math.floor(at) % count;
  const [a, b] = [clip.samples[i]!, clip.samples[(i + 1) % count]!];
  const f = at - Math.floor(at);
  if (f === 0) return a;
  return {
    receiver: betweenPoses(a.receiver, b.receiver, f),
    giver: a.giver && b.giver ? betweenPoses(a.giver, b.giver, f) : a.giver,
    contacts: betweenContacts(a.contacts, b.contacts, f),
  };
}

const mix = (a: number, b: number, f: number): number => a + f * (b - a);

export function betweenPoses(a: Pose, b: Pose, f: number): Pose {
  return {
    angles: a.angles.map((angle, i) => mix(angle, b.angles[i]!, f)),
    rotation: betweenTurns(a.rotation ?? [0, 0, 0, 1], b.rotation ?? [0, 0, 0, 1], f),
    translation: betweenPoints(a.translation ?? [0, 0, 0], b.translation ?? [0, 0, 0], f),
  };
}

function betweenPoints(a: Point3, b: Point3, f: number): Point3 {
  return [mix(a[0], b[0], f), mix(a[1], b[1], f), mix(a[2], b[2], f)];
}

type Turn = readonly [number, number, number, number];

/** The short way round; samples lie close, so a straight line made unit again is enough. */
function betweenTurns(a: Turn, b: Turn, f: number): Turn {
  const sign = a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + a[3] * b[3] < 0 ? -1 : 1;
  const q = a.map((value, i) => mix(value, sign * b[i]!, f));
  const length = Math.hypot(...q);
  return q.map((value) => value / length) as unknown as Turn;
}

/** Contacts of the same pad go over into each other; one that comes or goes does so with its force. */
function betweenContacts(a: readonly Contact[], b: readonly Contact[], f: number): Contact[] {
  const gone = (one: Contact): Contact => ({ ...one, force_n: 0, depth_m: 0 });
  const pads = new Set([...a, ...b].map(({ pad }) => pad));
  return [...pads].map((pad) => {
    const [one, two] = [a.find((each) => each.pad === pad), b.find((each) => each.pad === pad)];
    const from = one ?? gone(two!);
    const to = two ?? gone(one!);
    return {
      ...from,
      at: betweenPoints(from.at, to.at, f),
      normal: unit(betweenPoints(from.normal, to.normal, f)),
      direction: from.direction && to.direction ? unit(betweenPoints(from.direction, to.direction, f)) : from.direction,
      force_n: mix(from.force_n, to.force_n, f),
      depth_m: mix(from.depth_m, to.depth_m, f),
      radius_m: mix(from.radius_m, to.radius_m, f),
    };
  });
}

function unit(a: Point3): Point3 {
  const length = Math.hypot(...a) || 1;
  return [a[0] / length, a[1] / length, a[2] / length];
}
