// A cushion that a hand lies on: a rounded shape whose top gives way under the skin.
import { BufferAttribute, BufferGeometry } from "three";

/** Half its breadth and length, and its height, metres. */
export interface CushionSize {
  half_breadth_m: number;
  half_length_m: number;
  height_m: number;
}

const across = 72;
const along = 120;
/** How deep the lowest skin sinks in. */
const sinks_m = 0.008;
/** The roundness of its edge. */
const round = 3.4;

/** Of points of the stage, y up: geometry around `middle` (x, z), and the height of its top. */
export function cushionUnder(
  skin: { positions: Float32Array; count: number },
  middle: readonly [number, number],
  size: CushionSize,
): { geometry: BufferGeometry; top_m: number } {
  const heights = new Heights(middle, size);
  const lows = heights.lowest(skin.positions, skin.count);
  const sorted = Float32Array.from(lows.filter((y) => Number.isFinite(y))).sort();
  const top_m = (sorted[Math.floor(0.03 * sorted.length)] ?? 0) + sinks_m;
  return { geometry: heights.geometry(lows, top_m), top_m };
}

class Heights {
  readonly #middle: readonly [number, number];
  readonly #size: CushionSize;

  constructor(middle: readonly [number, number], size: CushionSize) {
    this.#middle = middle;
    this.#size = size;
  }

  /** The lowest skin over each point of a grid. */
  lowest(positions: Float32Array, count: number): Float32Array {
    const lows = new Float32Array(across * along).fill(Infinity);
    const { half_breadth_m: b, half_length_m: l } = this.#size;
    for (let v = 0; v < count; ++v) {
      const u = ((positions[3 * v]! - this.#middle[0]) / b + 1) * 0.5 * (across - 1);
      const w = ((positions[3 * v + 2]! - this.#middle[1]) / l + 1) * 0.5 * (along - 1);
      const [i, j] = [Math.round(u), Math.round(w)];
      if (i < 0 || j < 0 || i >= across || j >= along) continue;
      const at = j * across + i;
      lows[at] = Math.min(lows[at]!, positions[3 * v + 1]!);
    }
    return lows;
  }

  geometry(lows: Float32Array, top_m: number): BufferGeometry {
    const pressed = this.#pressed(lows, top_m);
    const { half_breadth_m, half_length_m, height_m } = this.#size;
    const positions = new Float32Array(3 * 2 * across * along);
    for (let side = 0; side < 2; ++side)
      for (let j = 0; j < along; ++j)
        for (let i = 0; i < across; ++i) {
          // Points gather towards the edge, where the shape turns quickly.
          const [u, w] = [ease((2 * i) / (across - 1) - 1), ease((2 * j) / (along - 1) - 1)];
          const edge = Math.max(0, 1 - Math.abs(u) ** round) * Math.max(0, 1 - Math.abs(w) ** round);
          const swell = Math.sqrt(edge);
          const y = side === 0 ? top_m - 0.5 * height_m * (1 - swell) : top_m - height_m + 0.5 * height_m * (1 - swell);
          const narrow = 1 - 0.04 * (u * u * w * w);
          const at = 3 * (side * across * along + j * across + i);
          positions[at] = this.#middle[0] + u * half_breadth_m * narrow;
          positions[at + 1] = y - (side === 0 ? sample(pressed, u, w) * swell : 0);
          positions[at + 2] = this.#middle[1] + w * half_length_m * narrow;
        }
    const geometry = new BufferGeometry();
    geometry.setAttribute("position", new BufferAttribute(positions, 3));
    geometry.setIndex(triangles());
    geometry.computeVertexNormals();
    return geometry;
  }

  /** How far the top is pushed down at each point, smoothed as cloth is. */
  #pressed(lows: Float32Array, top_m: number): Float32Array {
    let field = Float32Array.from(lows, (y) => Math.max(0, top_m - y + 0.0006));
    for (let round_ = 0; round_ < 5; ++round_) {
      const blurred = new Float32Array(field.length);
      for (let j = 1; j < along - 1; ++j)
        for (let i = 1; i < across - 1; ++i) {
          let sum = 0;
          for (let dj = -1; dj <= 1; ++dj) for (let di = -1; di <= 1; ++di) sum += field[(j + dj) * across + i + di]!;
          const at = j * across + i;
          // Never above the skin: where a hand lies the cloth stays at least as low.
          const skin = Number.isFinite(lows[at]!) ? Math.max(0, top_m - lows[at]! + 0.0006) : 0;
          blurred[at] = Math.max(skin, sum / 9);
        }
      field = blurred;
    }
    return field;
  }
}

/** −1 to 1, slower at both ends. */
const ease = (t: number): number => Math.sin(0.5 * Math.PI * t);

function sample(field: Float32Array, u: number, w: number): number {
  const x = Math.min(across - 1.001, (u + 1) * 0.5 * (across - 1));
  const z = Math.min(along - 1.001, (w + 1) * 0.5 * (along - 1));
  const [i, j] = [Math.floor(x), Math.floor(z)];
  const [fx, fz] = [x - i, z - j];
  const at = (di: number, dj: number) => field[(j + dj) * across + i + di]!;
  return (1 - fz) * ((1 - fx) * at(0, 0) + fx * at(1, 0)) + fz * ((1 - fx) * at(0, 1) + fx * at(1, 1));
}

function triangles(): number[] {
  const index: number[] = [];
  for (let side = 0; side < 2; ++side)
    for (let j = 0; j < along - 1; ++j)
      for (let i = 0; i < across - 1; ++i) {
        const a = side * across * along + j * across + i;
        const [b, c, d] = [a + 1, a + across, a + across + 1];
        if (side === 0) index.push(a, c, b, b, c, d);
        else index.push(a, b, c, b, d, c);
      }
  return index;
}
