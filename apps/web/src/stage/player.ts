// Plays a clip on a stage: time comes from the stage, or is given.
import type { Dent } from "../hand/hand.ts";
import type { Clip, Contact, Sample } from "../hand/clips.ts";

/** Skin is drawn in as far around a pad as this many of its radii. */
const reachRadii = 3.2;

/** What a player needs of a stage. */
export interface Shows {
  show(sample: Sample, seconds: number): void;
}

export class Player {
  readonly #stage: Shows;
  #clip: Clip | null = null;
  #t_s = 0;
  /** How fast time goes: 0 stands still. */
  speed = 1;

  constructor(stage: Shows) {
    this.#stage = stage;
  }

  /** Plays a clip from its beginning; null ends. */
  play(clip: Clip | null): void {
    this.#clip = clip;
    this.seek(0);
  }

  get clip(): Clip | null {
    return this.#clip;
  }
  get t_s(): number {
    return this.#t_s;
  }

  /** Shows a moment. */
  seek(t_s: number): void {
    this.#t_s = t_s;
    if (this.#clip) this.#stage.show(this.#clip.at(t_s), 0);
  }

  /** Goes on by some seconds; whether there is more to come. */
  advance(seconds: number): boolean {
    if (!this.#clip || this.speed === 0) return false;
    this.#t_s += seconds * this.speed;
    this.#stage.show(this.#clip.at(this.#t_s), seconds);
    return true;
  }
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
