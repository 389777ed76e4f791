// Strokes as they were made, to be played: what each shows, and its moments.
import type { HandModule, Point3 } from "./module.ts";
import type { Problems } from "../engine/documents.ts";
import type { Pose, Result } from "./hand.ts";

/** What a clip shows (clip.hpp). */
export interface ClipFacts {
  name: string;
  technique: string;
  group: string;
  /** The way, part or point that is worked. */
  place: string;
  tool: string;
  mode: "self" | "partner";
  /** The level of pressure that its forces and depths are of. */
  level: number;
  period_s: number;
  has_giver: boolean;
  thing: "none" | "ball" | "thigh";
  thing_radius_m: number;
}

/** In the order of motion::Pad. */
const pads = ["thumb", "index", "middle", "ring", "little", "palm", "heel", "fist"] as const;
export type PadName = (typeof pads)[number];

/** A pad, a thing (null) or skin that lies there, on the receiver's skin. In the world of the poses. */
export interface Contact {
  pad: PadName | null;
  /** Not worked with: where skin lies on skin beside the pads. */
  rests: boolean;
  at: Point3;
  /** Out of the skin. */
  normal: Point3;
  /** Where it goes or pulls, of unit length. */
  direction: Point3;
  force_n: number;
  /** How far the receiver's skin yields (negative: it is lifted), and how far the giver's does. */
  depth_m: number;
  give_m: number;
  radius_m: number;
}

/** A ball in the giving hand or under the receiving one, or the person's thigh. */
export interface Thing {
  kind: "ball" | "thigh";
  middle: Point3;
  radius_m: number;
}

/** A moment of a stroke. */
export interface Sample {
  receiver: Pose;
  giver: Pose | null;
  /** Whether the giver is the other hand, whose own frame is the mirror image of this world. */
  mirrored: boolean;
  contacts: readonly Contact[];
  thing: Thing | null;
}

/** How the hands come from one stroke to another: off the skin, clear of the receiver, and down again. */
export interface Join {
  /** How long it takes at ease. */
  readonly seconds: number;
  /** The moment at a time when it takes `of_s` seconds, and which stroke its hands are of. None once another join was
   * made. */
  at(t_s: number, of_s: number): { sample: Sample; clip: Clip } | null;
}

/** A stroke that can be shown at any time. */
export interface Clip extends ClipFacts {
  /** The moment at a time; before the beginning and after the end the stroke goes on repeating. */
  at(t_s: number): Sample;
  /** The way to the beginning of this stroke from another, which is left at a time of its own. */
  after(before: Clip, t_s: number): Join | null;
}

const poseNumbers = 31;
const contactNumbers = 15;

/** A clip that is shown for a while (motion::Stretch). */
export interface Stretch {
  /** The step it belongs to, by its index. */
  step: number;
  /** None: nothing touches meanwhile, or what does may not be shown. */
  clip: Clip | null;
  hand: "left" | "right";
  /** With the way there where that has no time of its own. */
  seconds: number;
  /** To come there, before. */
  way_seconds: number;
  /** Of the strokes; 0: the clip's own. */
  tempo_per_minute: number;
  level: number | null;
  /** With another tool than the plan's. */
  stands_in: boolean;
}

/** The clips of a file, and the softer ones that plans asked for. */
export class Clips {
  readonly all: Clip[] = [];
  readonly #module: HandModule;
  #joins = 0;

  constructor(module: HandModule, facts: readonly ClipFacts[]) {
    this.#module = module;
    this.#add(facts);
  }

  #add(facts: readonly ClipFacts[]): void {
    for (const clip of facts) {
      const i = this.all.length;
      this.all.push({
        ...clip,
        at: (t_s) => sampleOf(clip, this.#module.moment(i, shareOf(clip, t_s))!),
        after: (before, t_s) => this.#join(before, t_s, i),
      });
    }
  }

  #join(before: Clip, t_s: number, to: number): Join | null {
    const seconds = this.#module.join(this.all.indexOf(before), shareOf(before, t_s), to);
    if (seconds < 0) return null;
    const own = ++this.#joins;
    return {
      seconds,
      at: (t_s, of_s) => {
        const moment = own === this.#joins ? this.#module.joinMoment(t_s, of_s) : null;
        if (!moment) return null;
        const clip = moment.after ? this.all[to]! : before;
        return { sample: sampleOf(clip, moment.numbers), clip };
      },
    };
  }

  /** What shows the steps of a plan or of a session, within what screening allows of its request now. Fails with the
   * places of what is wrong in them. */
  show(request: object, steps: readonly object[]): Result<Stretch[]> {
    const { ok, text } = this.#module.call("show_steps", JSON.stringify({ request, steps }));
    if (!ok) return { ok: false, problems: (JSON.parse(text) as Problems).problems };
    const shown = JSON.parse(text) as {
      clips: ClipFacts[];
      stretches: (Omit<Stretch, "clip"> & { clip: number | null })[];
    };
    this.#add(shown.clips);
    const value = shown.stretches.map((stretch) => ({
      ...stretch,
      clip: stretch.clip === null ? null : this.all[stretch.clip]!,
    }));
    return { ok: true, value };
  }

  find(name: string): Clip | null {
    return this.all.find((clip) => clip.name === name) ?? null;
  }
}

function shareOf(clip: ClipFacts, t_s: number): number {
  return clip.period_s > 0 ? t_s / clip.period_s : 0;
}

function sampleOf(clip: ClipFacts, numbers: Float64Array): Sample {
  const giver = poseAt(numbers, 0);
  const after = 2 * poseNumbers;
  return {
    // The person's own other hand is drawn as a mirror image, pose and all.
    giver: clip.has_giver ? (clip.mode === "self" ? mirrored(giver) : giver) : null,
    receiver: poseAt(numbers, poseNumbers),
    mirrored: clip.mode === "self",
    thing:
      clip.thing === "none" ? null : { kind: clip.thing, middle: point(numbers, after), radius_m: clip.thing_radius_m },
    contacts: Array.from({ length: numbers[after + 3]! }, (_, i) => contactAt(numbers, after + 4 + contactNumbers * i)),
  };
}

function point(numbers: Float64Array, at: number): Point3 {
  return [numbers[at]!, numbers[at + 1]!, numbers[at + 2]!];
}

function poseAt(numbers: Float64Array, at: number): Pose {
  const [x, y, z, w] = numbers.subarray(at + 24, at + 28);
  return {
    angles: [...numbers.subarray(at, at + 24)],
    rotation: [x!, y!, z!, w!],
    translation: point(numbers, at + 28),
  };
}

function mirrored(pose: Pose): Pose {
  const [x, y, z, w] = pose.rotation!;
  const [tx, ty, tz] = pose.translation!;
  return { angles: pose.angles, rotation: [x, -y, -z, w], translation: [-tx, ty, tz] };
}

function contactAt(numbers: Float64Array, at: number): Contact {
  return {
    pad: pads[numbers[at]!] ?? null,
    rests: numbers[at + 1] === 1,
    at: point(numbers, at + 2),
    normal: point(numbers, at + 5),
    direction: point(numbers, at + 8),
    force_n: numbers[at + 11]!,
    depth_m: numbers[at + 12]!,
    give_m: numbers[at + 13]!,
    radius_m: numbers[at + 14]!,
  };
}
