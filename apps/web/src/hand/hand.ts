// Hands to draw, for TypeScript: made by shape, brought into poses, with views of their vertices. Lengths are
// metres and angles radians; every hand is a right one, in the frame of thenar/hand/geometry.hpp: x from the
// thumb's side to the little finger's, y to the fingertips, z out of the back. A left hand is its mirror in x.
import { Clips, type ClipFacts } from "./clips.ts";
import { HandModule, type ArrayName, type HandCall, type Point3 } from "./module.ts";
import type { Problem, Problems } from "../engine/documents.ts";

export { BrokenEngine } from "../boundary/module.ts";
export type { Point3 } from "./module.ts";

/** A value, or every problem that prevented it. */
export type Result<T> = { ok: true; value: T } | { ok: false; problems: Problem[] };

/** Whose hand: see HandShape in thenar/hand/model.hpp. `level` 0 to 3 is how fine its mesh is. */
export interface HandShape {
  man?: number;
  years?: number;
  length_m?: number;
  shapes?: Record<string, number>;
  level?: number;
}

/** The angles of a pose (thenar/hand/skeleton.hpp) and where the hand is. */
export interface Pose {
  angles: readonly number[];
  rotation?: readonly [number, number, number, number];
  translation?: Point3;
}

/** A dent in the skin, in the world of the pose. */
export interface Dent {
  centre: Point3;
  inward: Point3;
  radius_m: number;
  depth_m: number;
  reach_m: number;
}

export interface ZoneName {
  id: string;
  name: string;
}

/** A point of points.toml on a hand at rest. */
export interface HandPoint {
  id: string;
  name: string;
  kind: string;
  zone: string;
  triangle: number;
  weights: Point3;
  at: Point3;
  normal: Point3;
}

/** Where a ray meets the skin. */
export interface SkinHit {
  triangle: number;
  u: number;
  v: number;
  distance_m: number;
  zone: string | null;
}

export interface Ranges {
  [angle: string]: { least: number; most: number };
}

interface Made {
  hand: number;
  vertices: number;
  triangles: number;
  length_m: number;
  rest: number[];
  elbow: Point3;
}

/** Makes hands. */
export class Hands {
  readonly #module: HandModule;
  readonly #zoneIds: readonly string[];
  /** The practice's zones, with their names in words. */
  readonly zones: readonly ZoneName[];
  /** How far each angle goes, in the order of a pose. */
  readonly ranges: Ranges;

  private constructor(module: HandModule, zones: readonly ZoneName[], ranges: Ranges) {
    this.#module = module;
    this.zones = zones;
    this.#zoneIds = zones.map(({ id }) => id);
    this.ranges = ranges;
  }

  /** Starts thenar_hand.wasm with the bytes of hand.bin and the practice that is built in, or somebody's own. */
  static async load(
    bytes: BufferSource | WebAssembly.Module,
    asset: Uint8Array,
    practice?: string,
  ): Promise<Result<Hands>> {
    const module = await HandModule.start(bytes);
    const own = practice === undefined ? "" : practice || " ";
    const loaded = ask<{ zones: ZoneName[]; ranges: Ranges }>(module, "load", own);
    if (!loaded.ok) return loaded;
    const read = ask<object>(module, "load_asset", asset);
    if (!read.ok) return read;
    return { ok: true, value: new Hands(module, loaded.value.zones, loaded.value.ranges) };
  }

  /** Reads the bytes of clips.bin. */
  clips(bytes: Uint8Array): Result<Clips> {
    const read = ask<{ clips: ClipFacts[] }>(this.#module, "load_clips", bytes);
    return read.ok ? { ok: true, value: new Clips(this.#module, read.value.clips) } : read;
  }

  make(shape: HandShape = {}): Result<Hand> {
    const made = ask<Made>(this.#module, "make", JSON.stringify(shape));
    return made.ok ? { ok: true, value: new Hand(this.#module, made.value, this.#zoneIds) } : made;
  }
}

/** One hand. Its arrays are views of the module's memory: ask for them when they are needed, keep none. */
export class Hand {
  readonly #module: HandModule;
  readonly #number: number;
  readonly #zoneIds: readonly string[];
  #views: Partial<Record<ArrayName, unknown>> = {};
  #memory: ArrayBuffer | undefined;
  readonly vertices: number;
  readonly length_m: number;
  /** The angles in which it rests. */
  readonly restAngles: readonly number[];
  readonly elbow: Point3;

  /** Made by Hands.make. */
  constructor(module: HandModule, made: Made, zones: readonly string[]) {
    this.#module = module;
    this.#number = made.hand;
    this.#zoneIds = zones;
    this.vertices = made.vertices;
    this.length_m = made.length_m;
    this.restAngles = made.rest;
    this.elbow = made.elbow;
  }

  #view<N extends ArrayName>(name: N): ReturnType<typeof HandModule.prototype.array<N>> {
    if (this.#memory !== this.#module.memory) [this.#memory, this.#views] = [this.#module.memory, {}];
    const view = (this.#views[name] ??= this.#module.array(this.#number, name));
    return view as ReturnType<typeof HandModule.prototype.array<N>>;
  }

  /** Positions in the pose, x y z a vertex. */
  get positions(): Float32Array {
    return this.#view("positions");
  }
  /** Their normals, of unit length. */
  get normals(): Float32Array {
    return this.#view("normals");
  }
  /** Positions at rest. */
  get rest(): Float32Array {
    return this.#view("rest");
  }
  get restNormals(): Float32Array {
    return this.#view("rest_normals");
  }
  /** Four a vertex: along, across, facing, tissue in millimetres, of the thumb negative (apps/web/hand/chart.hpp). */
  get chart(): Float32Array {
    return this.#view("chart");
  }
  /** Three vertices a triangle, counterclockwise from outside. */
  get triangles(): Uint32Array {
    return this.#view("triangles");
  }
  /** From the outline of the zones marked last, negative inside. */
  get zoneDistance(): Float32Array {
    return this.#view("zone_distance");
  }
  /** Joints in the pose: elbow, wrist, ulnar and radial carpus, then four a digit. */
  get joints(): Float64Array {
    return this.#view("joints");
  }
  /** By vertex the place in Hands.zones, −1 where it belongs to none. */
  vertexZones(): Int32Array {
    this.#module.nameZones(this.#number);
    return this.#view("zones");
  }

  /** Brings the hand into a pose, its skin dented: positions, normals and joints follow. Of more than 32 dents
   * those beyond are left out. */
  move(pose: Pose, dents: readonly Dent[] = []): void {
    const numbers = this.#view("pose");
    for (let i = 0; i < 24; ++i) numbers[i] = pose.angles[i] ?? this.restAngles[i]!;
    numbers.set(pose.rotation ?? [0, 0, 0, 1], 24);
    numbers.set(pose.translation ?? [0, 0, 0], 28);
    const room = this.#view("dents");
    const count = Math.min(dents.length, room.length / 9);
    for (let i = 0; i < count; ++i) {
      const { centre, inward, radius_m, depth_m, reach_m } = dents[i]!;
      room.set(centre, 9 * i);
      room.set(inward, 9 * i + 3);
      room[9 * i + 6] = radius_m;
      room[9 * i + 7] = depth_m;
      room[9 * i + 8] = reach_m;
    }
    this.#module.move(this.#number, count);
  }

  /** The first point of the skin on a way from outside, in the pose. `way` is of unit length. */
  meet(from: Point3, way: Point3): SkinHit | null {
    if (!this.#module.meet(this.#number, from, way)) return null;
    const [triangle, u, v, distance_m] = this.#view("hit") as unknown as [number, number, number, number];
    return { triangle, u, v, distance_m, zone: this.zoneAt(triangle, u, v) };
  }

  /** The zone at a point of a triangle; u and v are the weights of its second and third corner. */
  zoneAt(triangle: number, u: number, v: number): string | null {
    const zone = this.#module.zoneAt(this.#number, triangle, u, v);
    return zone < 0 ? null : this.#zoneIds[zone]!;
  }

  /** The points of the practice. */
  points(): Result<HandPoint[]> {
    const points = ask<{ points: HandPoint[] }>(this.#module, "points", undefined, this.#number);
    return points.ok ? { ok: true, value: points.value.points } : points;
  }

  /** Marks zones by their ids: zoneDistance follows. No ids mark nothing. */
  mark(zones: readonly string[]): Result<{ zones: string[] }> {
    return ask(this.#module, "mark", JSON.stringify(zones), this.#number);
  }

  /** Frees it. */
  close(): void {
    this.#module.call("close", undefined, this.#number);
  }
}

function ask<T>(module: HandModule, call: HandCall, input?: string | Uint8Array, hand?: number): Result<T> {
  const answer = module.call(call, input, hand);
  if (answer.ok) return { ok: true, value: JSON.parse(answer.text) as T };
  return { ok: false, problems: (JSON.parse(answer.text) as Problems).problems };
}
