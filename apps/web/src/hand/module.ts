// The WebAssembly module of the hands that are drawn. What each call takes and gives stands in
// apps/web/hand/hands.hpp, what the arrays hold in drawn_hand.hpp.
import { TextModule } from "../boundary/module.ts";

/** The calls with text. */
export type HandCall = "load" | "load_asset" | "load_clips" | "show_steps" | "make" | "points" | "mark" | "close";

/** The arrays of a hand, in the order of the module. */
const arrays = {
  rest: [0, Float32Array],
  rest_normals: [1, Float32Array],
  chart: [2, Float32Array],
  triangles: [3, Uint32Array],
  zones: [4, Int32Array],
  pose: [5, Float64Array],
  dents: [6, Float64Array],
  positions: [7, Float32Array],
  normals: [8, Float32Array],
  zone_distance: [9, Float32Array],
  hit: [10, Float64Array],
  joints: [11, Float64Array],
} as const;
export type ArrayName = keyof typeof arrays;
type ArrayOf<N extends ArrayName> = InstanceType<(typeof arrays)[N][1]>;

const momentNumbers = 2 * 31 + 4 + 32 * 15;

interface HandExports {
  memory: WebAssembly.Memory;
  thenar_array(hand: number, array: number): number;
  thenar_array_size(hand: number, array: number): number;
  thenar_moment(clip: number, share: number): number;
  thenar_moment_numbers(): number;
  thenar_join(from: number, share: number, to: number): number;
  thenar_join_moment(time_s: number, of_s: number): number;
  thenar_move(hand: number, dents: number): void;
  thenar_meet(hand: number, x: number, y: number, z: number, wayX: number, wayY: number, wayZ: number): number;
  thenar_zone_at(hand: number, triangle: number, u: number, v: number): number;
  thenar_name_zones(hand: number): void;
}

export class HandModule extends TextModule<HandCall> {
  get #hand(): HandExports {
    return this.exports as unknown as HandExports;
  }

  /** Compiles and starts the module from its bytes. */
  static async start(bytes: BufferSource | WebAssembly.Module): Promise<HandModule> {
    return new HandModule(await TextModule.started(bytes));
  }

  /** Its memory as it is: another one whenever it grew, and views of the former are empty. */
  get memory(): ArrayBuffer {
    return this.#hand.memory.buffer;
  }

  /** A view of an array. */
  array<N extends ArrayName>(hand: number, name: N): ArrayOf<N> {
    const [number, View] = arrays[name];
    const address = this.#hand.thenar_array(hand, number);
    const size = this.#hand.thenar_array_size(hand, number);
    return new View(this.memory, address, size) as ArrayOf<N>;
  }

  /** The numbers of a moment of a clip (played.hpp); none where there is no such clip. */
  moment(clip: number, share: number): Float64Array | null {
    return this.guarded("moment", () => {
      if (this.#hand.thenar_moment(clip, share) !== 1) return null;
      return new Float64Array(this.memory, this.#hand.thenar_moment_numbers(), momentNumbers);
    });
  }

  /** Makes a join of two clips; how many seconds it takes at ease, −1 where there are no such clips. */
  join(from: number, share: number, to: number): number {
    return this.guarded("join", () => this.#hand.thenar_join(from, share, to));
  }

  /** The numbers of a moment of the join that was made last, and whether they are of the clip that comes. */
  joinMoment(time_s: number, of_s: number): { numbers: Float64Array; after: boolean } | null {
    return this.guarded("join_moment", () => {
      const found = this.#hand.thenar_join_moment(time_s, of_s);
      if (found === 0) return null;
      const numbers = new Float64Array(this.memory, this.#hand.thenar_moment_numbers(), momentNumbers);
      return { numbers, after: found === 2 };
    });
  }

  /** Brings a hand into the pose and dents of its arrays. */
  move(hand: number, dents: number): void {
    this.guarded("move", () => this.#hand.thenar_move(hand, dents));
  }

  /** Whether a ray meets a hand; the array `hit` tells where. */
  meet(hand: number, from: Point3, way: Point3): boolean {
    return this.guarded("meet", () => this.#hand.thenar_meet(hand, ...from, ...way) === 1);
  }

  /** The zone at a point of a triangle, by its place in the list of zones; −1 where there is none. */
  zoneAt(hand: number, triangle: number, u: number, v: number): number {
    return this.guarded("zone_at", () => this.#hand.thenar_zone_at(hand, triangle, u, v));
  }

  /** Fills the array `zones`. */
  nameZones(hand: number): void {
    this.guarded("name_zones", () => this.#hand.thenar_name_zones(hand));
  }
}

/** x, y, z in metres, or a direction. */
export type Point3 = readonly [number, number, number];
