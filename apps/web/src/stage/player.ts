// Plays a clip on a stage: time comes from the stage, or is given.
import type { Dent } from "../hand/hand.ts";
import type { Clip, Contact, Join, Sample } from "../hand/clips.ts";

/** Skin is drawn in as far around a pad as this many of its radii. */
const reachRadii = 3.2;

/** What a player needs of a stage. */
export interface Shows {
  show(sample: Sample, seconds: number): void;
}

/** On its way to a stroke. */
interface OnTheWay {
  to: Clip;
  join: Join;
  of_s: number;
  t_s: number;
}

export class Player {
  readonly #stage: Shows;
  #clip: Clip | null = null;
  #way: OnTheWay | null = null;
  #t_s = 0;
  /** How fast time goes: 0 stands still. */
  speed = 1;
  /** Called when the hands become those of another clip. */
  onClip: ((clip: Clip) => void) | null = null;

  constructor(stage: Shows) {
    this.#stage = stage;
  }

  /** Plays a clip from its beginning; null ends. */
  play(clip: Clip | null): void {
    this.#clip = clip;
    if (clip) this.onClip?.(clip);
    this.seek(0);
  }

  /** Goes over to the beginning of a clip in so many seconds, by itself as long as it takes at ease. */
  goTo(clip: Clip, seconds?: number): void {
    const join = this.#clip && this.#clip !== clip ? clip.after(this.#clip, this.#t_s) : null;
    if (!join) return this.play(clip);
    this.#way = { to: clip, join, of_s: seconds ?? join.seconds, t_s: 0 };
  }

  /** The clip whose hands are shown. */
  get clip(): Clip | null {
    return this.#clip;
  }
  get t_s(): number {
    return this.#t_s;
  }

  /** Shows a moment. */
  seek(t_s: number): void {
    this.#way = null;
    this.#t_s = t_s;
    if (this.#clip) this.#stage.show(this.#clip.at(t_s), 0);
  }

  /** Shows a stroke in the one moment that tells most of it: for who wants no motion, or while time stands still. */
  still(clip: Clip): void {
    if (clip !== this.#clip) this.play(clip);
    this.seek(tellingMoment(clip));
  }

  /** Goes on by some seconds; whether there is more to come. */
  advance(seconds: number): boolean {
    if (!this.#clip || this.speed === 0) return false;
    if (this.#way) this.#travel(this.#way, seconds);
    else {
      this.#t_s += seconds * this.speed;
      this.#stage.show(this.#clip.at(this.#t_s), seconds);
    }
    return true;
  }

  #travel(way: OnTheWay, seconds: number): void {
    way.t_s += seconds * this.speed;
    const moment = way.t_s < way.of_s ? way.join.at(way.t_s, way.of_s) : null;
    const clip = moment?.clip ?? way.to;
    if (clip !== this.#clip) this.onClip?.((this.#clip = clip));
    if (moment) return this.#stage.show(moment.sample, seconds);
    this.#way = null;
    this.#t_s = Math.max(0, way.t_s - way.of_s);
    this.#stage.show(clip.at(this.#t_s), seconds);
  }
}

/** How many moments of a stroke are looked at for the one that tells most. */
const looks = 12;

/** When a stroke presses deepest, seconds; where nothing presses, when the hand is farthest from where it began. */
export function tellingMoment(clip: Clip): number {
  const times = Array.from({ length: looks }, (_, i) => (i / looks) * clip.period_s);
  const moments = times.map((t_s) => clip.at(t_s));
  const pressed = moments.map(({ contacts }) =>
    contacts.reduce((sum, each) => sum + (each.rests ? 0 : each.force_n), 0),
  );
  const begun = moments[0]!.receiver.angles;
  const moved = moments.map(({ receiver }) => receiver.angles.reduce((sum, a, i) => sum + Math.abs(a - begun[i]!), 0));
  const telling = Math.max(...pressed) > 0 ? pressed : moved;
  return times[telling.indexOf(Math.max(...telling))]!;
}

/** Three moments of a stroke, at most, in which it presses at least half as hard as in the hardest. */
export function pressingMoments(clip: Clip): Sample[] {
  const moments = Array.from({ length: 6 }, (_, i) => clip.at((i / 6) * clip.period_s));
  const force = ({ contacts }: Sample) => contacts.reduce((sum, { force_n }) => sum + force_n, 0);
  const most = Math.max(...moments.map(force));
  const pressing = moments.filter((moment) => force(moment) >= most / 2);
  return pressing.filter((_, i) => pressing.length <= 3 || i % Math.ceil(pressing.length / 3) === 0);
}

/** How the receiver's skin yields under contacts. */
export function dentsOf(contacts: readonly Contact[]): Dent[] {
  return contacts
    .filter(({ depth_m }) => depth_m !== 0)
    .map(({ at, normal, depth_m, radius_m }) => ({
      // The centre is that of the patch before it yielded, or the dent would move away from its own middle.
      centre: at,
      inward: [-normal[0], -normal[1], -normal[2]],
      radius_m,
      depth_m,
      reach_m: reachRadii * radius_m,
    }));
}

/** How the giver's skin yields in a moment, in the giver's own frame. */
export function givesOf({ contacts, mirrored }: Sample): Dent[] {
  const x = mirrored ? -1 : 1;
  return contacts
    .filter(({ give_m }) => give_m > 0)
    .map(({ at, normal, depth_m, give_m, radius_m }) => {
      const deep = depth_m + give_m;
      return {
        centre: [x * (at[0] - deep * normal[0]), at[1] - deep * normal[1], at[2] - deep * normal[2]],
        inward: [x * normal[0], normal[1], normal[2]],
        radius_m,
        depth_m: give_m,
        reach_m: reachRadii * radius_m,
      };
    });
}
