// A sleeve: the skin of the forearm worn a little wider, going on straight beyond the elbow, where the arm ends.
import { BufferAttribute, BufferGeometry, DynamicDrawUsage } from "three";
import type { Hand } from "../hand/hand.ts";

/** How far it goes on beyond the elbow, metres, in so many rings. */
export const sleeveBeyond_m = 0.3;
const rings = 8;
/** Half its breadth at most, metres, of a hand of 185 mm. */
const slender = 0.036;
/** A cuff beyond this share of the forearm lies on the elbow itself. */
const knobsFrom = 0.85;
/** Skin this far before the cuff is kept too, so that the cuff can be cut within it. */
const before_m = 0.012;

/** Vertices of a sleeve, each a vertex of the skin moved along the arm. */
export class Sleeve {
  readonly geometry = new BufferGeometry();
  #slender = slender;
  #source = new Int32Array(0);
  #beyond = new Float32Array(0);

  /** Takes the forearm of a hand from a distance to the wrist on, metres. */
  wear(hand: Hand, cuff_m: number): void {
    this.#slender = -hand.elbow[1] * knobsFrom < cuff_m ? Infinity : slender;
    const chosen = new Map<number, number>();
    const sources: number[] = [];
    const beyond: number[] = [];
    const take = (vertex: number) => {
      if (!chosen.has(vertex)) {
        chosen.set(vertex, sources.length);
        sources.push(vertex);
        beyond.push(0);
      }
      return chosen.get(vertex)!;
    };
    const { rest, triangles } = hand;
    const index: number[] = [];
    const on = (vertex: number) => -rest[3 * vertex + 1]! > cuff_m - before_m;
    for (let i = 0; i < triangles.length; i += 3) {
      const corners = [triangles[i]!, triangles[i + 1]!, triangles[i + 2]!];
      if (corners.every(on)) index.push(...corners.map(take));
    }
    const edge = openEdge(triangles, on);
    for (let ring = 1; ring <= rings; ++ring)
      edge.forEach(([vertex]) => {
        sources.push(vertex);
        beyond.push((sleeveBeyond_m * ring) / rings);
      });
    const first = sources.length - rings * edge.length;
    const place = new Map(edge.map(([vertex], i) => [vertex, i]));
    for (let ring = 0; ring < rings; ++ring)
      for (const [a, b] of edge) {
        const at = (vertex: number, r: number) =>
          r === 0 ? chosen.get(vertex)! : first + (r - 1) * edge.length + place.get(vertex)!;
        index.push(at(b, ring), at(a, ring), at(b, ring + 1), at(a, ring), at(a, ring + 1), at(b, ring + 1));
      }
    this.#source = Int32Array.from(sources);
    this.#beyond = Float32Array.from(beyond);
    this.#fill(hand, index);
  }

  #fill(hand: Hand, index: number[]): void {
    const count = this.#source.length;
    for (const name of ["position", "normal", "rest"])
      this.geometry.setAttribute(name, new BufferAttribute(new Float32Array(3 * count), 3).setUsage(DynamicDrawUsage));
    const rest = this.geometry.getAttribute("rest").array;
    const way = wayOf(hand.elbow);
    this.#source.forEach((vertex, i) => {
      for (let k = 0; k < 3; ++k) rest[3 * i + k] = hand.rest[3 * vertex + k]! + this.#beyond[i]! * way[k]!;
    });
    this.geometry.setIndex(index);
  }

  /** Follows the arm as it is posed. */
  move(hand: Hand): void {
    const attributes = [this.geometry.getAttribute("position"), this.geometry.getAttribute("normal")];
    if (!attributes[0]) return;
    const [to, normals] = [attributes[0].array, attributes[1]!.array];
    const { positions, normals: from, joints } = hand;
    const way = wayOf([joints[0]! - joints[3]!, joints[1]! - joints[4]!, joints[2]! - joints[5]!]);
    const most = (this.#slender * hand.length_m) / 0.185;
    const out = [0, 0, 0];
    this.#source.forEach((vertex, i) => {
      let along = 0;
      for (let k = 0; k < 3; ++k) along += (positions[3 * vertex + k]! - joints[3 + k]!) * way[k]!;
      for (let k = 0; k < 3; ++k) out[k] = positions[3 * vertex + k]! - joints[3 + k]! - along * way[k]!;
      // The elbow's knobs do not show: the sleeve is as wide as the arm, and no wider than this.
      const wide = Math.min(1, most / Math.hypot(out[0]!, out[1]!, out[2]!));
      for (let k = 0; k < 3; ++k) {
        to[3 * i + k] = joints[3 + k]! + out[k]! * wide + (along + this.#beyond[i]!) * way[k]!;
        normals[3 * i + k] = from[3 * vertex + k]! + (1 - wide) * 60 * out[k]!;
      }
    });
    for (const attribute of attributes) attribute!.needsUpdate = true;
  }
}

function wayOf(from: readonly [number, number, number] | readonly number[]): [number, number, number] {
  const length = Math.hypot(from[0]!, from[1]!, from[2]!) || 1;
  return [from[0]! / length, from[1]! / length, from[2]! / length];
}

/** The edges that belong to one triangle alone, as they run in it. */
function openEdge(triangles: Uint32Array, on: (vertex: number) => boolean): [number, number][] {
  const seen = new Map<number, [number, number]>();
  const most = 1 << 20;
  for (let i = 0; i < triangles.length; i += 3)
    for (let k = 0; k < 3; ++k) {
      const [a, b] = [triangles[i + k]!, triangles[i + ((k + 1) % 3)]!];
      if (!on(a) || !on(b)) continue;
      if (!seen.delete(b * most + a)) seen.set(a * most + b, [a, b]);
    }
  return [...seen.values()];
}
