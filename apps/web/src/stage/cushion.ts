// A cushion that a hand lies on: a rounded shape whose top gives way under the skin.
import { BufferAttribute, BufferGeometry } from "three";

/** Half its breadth and length, and its height, metres. */
export interface CushionSize {
  half_breadth_m: number;
  half_length_m: number;
  height_m: number;
}

/** How deep most of the lowest skin sinks in, and how deep any. */
const sinks_m = 0.009;
const deepest_m = 0.02;
/** How far the cloth gives way: what lies deeper is sunk in. */
const gives_m = 0.012;
/** Corners: 2 an ellipse, more a rectangle. */
const corners = 4.2;

// The grid on which skin presses, and the rings of the surface.
const across = 88;
const along = 132;
const turns = 176;
const topRings = 56;
const bottomRings = 12;
const smoothings = 14;

/** Under points of the stage, y up, around `middle` (x, z): the shape, and the height of its top. */
export function cushionUnder(
  skin: { positions: Float32Array; count: number },
  middle: readonly [number, number],
  size: CushionSize,
): { geometry: BufferGeometry; top_m: number } {
  const lows = lowest(skin, middle, size);
  const sorted = lows.filter((y) => Number.isFinite(y)).sort();
  const most = (sorted[0] ?? 0) + deepest_m;
  const top_m = Math.min((sorted[Math.floor(0.05 * sorted.length)] ?? 0) + sinks_m, most);
  return { geometry: shaped(pressed(lows, top_m), top_m, middle, size), top_m };
}

/** The lowest skin over each point of a grid; infinite where there is none. */
function lowest(
  { positions, count }: { positions: Float32Array; count: number },
  middle: readonly [number, number],
  { half_breadth_m, half_length_m }: CushionSize,
): Float32Array {
  const lows = new Float32Array(across * along).fill(Infinity);
  for (let v = 0; v < count; ++v) {
    const i = Math.round(((positions[3 * v]! - middle[0]) / half_breadth_m + 1) * 0.5 * (across - 1));
    const j = Math.round(((positions[3 * v + 2]! - middle[1]) / half_length_m + 1) * 0.5 * (along - 1));
    if (i < 0 || j < 0 || i >= across || j >= along) continue;
    const at = j * across + i;
    lows[at] = Math.min(lows[at]!, positions[3 * v + 1]!);
  }
  return filled(lows);
}

/** Closes the gaps between vertices. */
function filled(lows: Float32Array): Float32Array {
  return lows.map((low, at) => {
    if (Number.isFinite(low)) return low;
    const around = neighbours(at).map((other) => lows[other]!);
    const known = around.filter((y) => Number.isFinite(y));
    return known.length >= 3 ? known.reduce((sum, y) => sum + y, 0) / known.length : Infinity;
  });
}

/** The points around one of the grid, itself among them; none at the border. */
function neighbours(at: number): number[] {
  const [i, j] = [at % across, Math.floor(at / across)];
  if (i === 0 || j === 0 || i === across - 1 || j === along - 1) return [];
  return [-1, 0, 1].flatMap((dj) => [-1, 0, 1].map((di) => at + dj * across + di));
}

/** How far the top is pushed down at each point, smooth as cloth is; never less than the skin asks of it. */
function pressed(lows: Float32Array, top_m: number): Float32Array {
  const asked = lows.map((y) => (Number.isFinite(y) ? Math.min(gives_m, Math.max(0, top_m - y + 0.0004)) : 0));
  let field = asked;
  for (let round = 0; round < smoothings; ++round)
    field = field.map((own, at) => {
      const around = neighbours(at);
      if (around.length === 0) return own;
      const mean = around.reduce((sum, other) => sum + field[other]!, 0) / 9;
      return Math.max(asked[at]!, mean);
    });
  return field;
}

function shaped(
  field: Float32Array,
  top_m: number,
  middle: readonly [number, number],
  { half_breadth_m, half_length_m, height_m }: CushionSize,
): BufferGeometry {
  const rings = topRings + bottomRings;
  const positions = new Float32Array(3 * turns * rings);
  for (let ring = 0; ring < rings; ++ring) {
    const above = ring < topRings;
    // Rings gather towards the edge, where the shape turns quickly.
    const share = above ? ring / topRings : 1 - (ring - topRings) / (bottomRings - 1);
    const out = Math.sin(0.5 * Math.PI * share);
    const swell = Math.sqrt(Math.max(0, 1 - out ** 3.4));
    const level = above ? -0.5 * height_m * (1 - swell) : -height_m + 0.5 * height_m * (1 - swell);
    for (let turn = 0; turn < turns; ++turn) {
      const angle = (2 * Math.PI * turn) / turns;
      const [c, s] = [Math.cos(angle), Math.sin(angle)];
      const reach = out / (Math.abs(c) ** corners + Math.abs(s) ** corners) ** (1 / corners);
      const at = 3 * (ring * turns + turn);
      positions[at] = middle[0] + reach * c * half_breadth_m;
      positions[at + 1] = top_m + level - (above ? sample(field, reach * c, reach * s) * swell : 0);
      positions[at + 2] = middle[1] + reach * s * half_length_m;
    }
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(positions, 3));
  geometry.setIndex(triangles(rings));
  geometry.computeVertexNormals();
  return geometry;
}

function sample(field: Float32Array, u: number, w: number): number {
  const x = Math.min(across - 1.001, (u + 1) * 0.5 * (across - 1));
  const z = Math.min(along - 1.001, (w + 1) * 0.5 * (along - 1));
  const [i, j] = [Math.floor(x), Math.floor(z)];
  const [fx, fz] = [x - i, z - j];
  const at = (di: number, dj: number) => field[(j + dj) * across + i + di]!;
  return (1 - fz) * ((1 - fx) * at(0, 0) + fx * at(1, 0)) + fz * ((1 - fx) * at(0, 1) + fx * at(1, 1));
}

function triangles(rings: number): number[] {
  const index: number[] = [];
  for (let ring = 0; ring < rings - 1; ++ring)
    for (let turn = 0; turn < turns; ++turn) {
      const next = (turn + 1) % turns;
      const [a, b] = [ring * turns + turn, ring * turns + next];
      index.push(a, b, a + turns, b, b + turns, a + turns);
    }
  return index;
}
