// The furrows of palm and back, veins and tendons, drawn on the hand at rest as it lies: a texture that is computed
// from its joints. Red: furrows of the palm; green: of the back; blue: veins and tendons, 0 where there is none.
import { CanvasTexture, LinearFilter, LinearMipmapLinearFilter, NoColorSpace } from "three";
import { random } from "./noise.ts";

/** Where the texture lies, millimetres of a standard hand: left, bottom, width, height. */
export const linesBox = [-100, -95, 170, 300] as const;
const pixelsPerMm = 6;

type Point = readonly [number, number];

/** Joints at rest in millimetres of a standard hand: x, y by digit (thumb first) and joint. */
export type DigitPoints = readonly (readonly Point[])[];

export function linesTexture(digits: DigitPoints): CanvasTexture {
  const canvas = document.createElement("canvas");
  canvas.width = linesBox[2] * pixelsPerMm;
  canvas.height = linesBox[3] * pixelsPerMm;
  const context = canvas.getContext("2d")!;
  context.fillStyle = "#000";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.globalCompositeOperation = "lighter";
  context.lineCap = "round";
  context.setTransform(
    pixelsPerMm,
    0,
    0,
    -pixelsPerMm,
    -linesBox[0] * pixelsPerMm,
    canvas.height + linesBox[1] * pixelsPerMm,
  );
  const pen = new Pen(context);
  drawPalm(pen, digits);
  drawBack(pen, digits);
  const texture = new CanvasTexture(canvas);
  texture.colorSpace = NoColorSpace;
  texture.magFilter = LinearFilter;
  texture.minFilter = LinearMipmapLinearFilter;
  texture.anisotropy = 4;
  return texture;
}

/** Draws smooth lines that taper at both ends, in one colour channel. */
class Pen {
  readonly #context: CanvasRenderingContext2D;
  readonly next = random(3);

  constructor(context: CanvasRenderingContext2D) {
    this.#context = context;
  }

  /** A line through points, `width` millimetres at its widest. `soft` layers make its flanks gentle. */
  line(channel: "r" | "g" | "b", points: readonly Point[], width: number, strength: number, soft = 3): void {
    const steps = 14 * (points.length - 1);
    for (let layer = 0; layer < soft; ++layer) {
      const value = Math.round((255 * strength) / soft);
      this.#context.strokeStyle = { r: `rgb(${value},0,0)`, g: `rgb(0,${value},0)`, b: `rgb(0,0,${value})` }[channel];
      const broad = width * (0.4 + (1.5 * layer) / soft);
      // One path a layer: pieces that overlap would add up.
      this.#context.beginPath();
      this.#tapered(points, steps, broad);
      this.#context.fillStyle = this.#context.strokeStyle;
      this.#context.fill();
    }
  }

  #tapered(points: readonly Point[], steps: number, width: number): void {
    const left: Point[] = [];
    const right: Point[] = [];
    for (let i = 0; i <= steps; ++i) {
      const t = i / steps;
      const [x, y] = along(points, t);
      const [nx, ny] = along(points, Math.min(1, t + 0.01));
      const [px, py] = along(points, Math.max(0, t - 0.01));
      const length = Math.hypot(nx - px, ny - py) || 1;
      const half = 0.5 * width * Math.sin(Math.PI * Math.min(Math.max(t, 0.001), 0.999)) ** 0.8;
      left.push([x - ((ny - py) / length) * half, y + ((nx - px) / length) * half]);
      right.unshift([x + ((ny - py) / length) * half, y - ((nx - px) / length) * half]);
    }
    [...left, ...right].forEach(([x, y], i) => (i === 0 ? this.#context.moveTo(x, y) : this.#context.lineTo(x, y)));
  }
}

/** A point of a Catmull–Rom spline through points. */
function along(points: readonly Point[], t: number): Point {
  const at = Math.min(points.length - 1.000001, t * (points.length - 1));
  const i = Math.floor(at);
  const f = at - i;
  const p = (k: number) => points[Math.min(points.length - 1, Math.max(0, k))]!;
  const mix = (axis: 0 | 1) => {
    const [a, b, c, d] = [p(i - 1)[axis], p(i)[axis], p(i + 1)[axis], p(i + 2)[axis]];
    return b + 0.5 * f * (c - a + f * (2 * a - 5 * b + 4 * c - d + f * (3 * (b - c) + d - a)));
  };
  return [mix(0), mix(1)];
}

const from = ([x, y]: Point, dx: number, dy: number): Point => [x + dx, y + dy];

function drawPalm(pen: Pen, digits: DigitPoints): void {
  const [index, middle, ring, little] = [1, 2, 3, 4].map((digit) => digits[digit]![0]!) as [Point, Point, Point, Point];
  const start = from(index, -11.5, -21);
  const life: Point[] = [
    start,
    from(start, 10, -7),
    from(start, 20, -20),
    from(start, 25, -36),
    from(start, 22.5, -49),
    [-14.5, 15],
  ];
  const head: Point[] = [
    from(start, 0, 0.6),
    from(index, 3, -25),
    from(middle, 1, -32),
    from(ring, -1, -39),
    from(little, 0, -43),
  ];
  const heart: Point[] = [
    from(little, 11, -15),
    from(little, 0, -15.5),
    from(ring, -1, -13.5),
    from(middle, 1, -10),
    from(middle, -7, -3),
  ];
  pen.line("r", life, 1.25, 0.95, 5);
  pen.line("r", head, 1.15, 0.85, 5);
  pen.line("r", heart, 1.2, 0.9, 5);
  pen.line("r", [from(middle, 1, -62), from(middle, 2.5, -45), from(middle, 2, -22)], 0.7, 0.3);
  for (const [y, width, strength] of [
    [1.5, 0.9, 0.5],
    [-5.5, 0.7, 0.3],
  ] as const)
    pen.line(
      "r",
      [
        [-23, y + 1.5],
        [-10, y - 0.8],
        [5, y - 1],
        [18, y + 0.4],
        [27, y + 2.5],
      ],
      width,
      strength,
      4,
    );
  fineLines(pen, [life, head, heart]);
  for (const knuckle of [index, middle, ring, little]) cushionLines(pen, knuckle);
}

/** Small branches along the great lines, and the thin criss-cross of a palm. */
function fineLines(pen: Pen, great: readonly (readonly Point[])[]): void {
  const spread = (by: number) => (pen.next() - 0.5) * by;
  for (const line of great)
    for (let i = 0; i < 9; ++i) {
      const a = along(line, 0.08 + 0.84 * pen.next());
      const b = from(a, spread(12), spread(12));
      pen.line("r", [a, from(a, 0.5 * (b[0] - a[0]) + spread(2), 0.5 * (b[1] - a[1]) + spread(2)), b], 0.45, 0.22, 2);
    }
  for (let i = 0; i < 110; ++i) {
    const a: Point = [-34 + 72 * pen.next(), 8 + 76 * pen.next()];
    const turn = pen.next() < 0.6 ? 0.5 + spread(0.8) : -0.9 + spread(0.8);
    const length = 4 + 8 * pen.next();
    pen.line(
      "r",
      [
        a,
        from(a, 0.5 * length * Math.cos(turn) + spread(1), 0.5 * length * Math.sin(turn) + spread(1)),
        from(a, length * Math.cos(turn), length * Math.sin(turn)),
      ],
      0.34,
      0.09 + 0.08 * pen.next(),
      2,
    );
  }
}

/** Short arcs below each finger. */
function cushionLines(pen: Pen, knuckle: Point): void {
  for (let i = 0; i < 3; ++i) {
    const y = 2 - 4.5 * i;
    pen.line(
      "r",
      [from(knuckle, -6, y + 1), from(knuckle, 0, y - 0.8 + pen.next()), from(knuckle, 6, y + 1)],
      0.45,
      0.14,
      2,
    );
  }
}

function drawBack(pen: Pen, digits: DigitPoints): void {
  const spread = (by: number) => (pen.next() - 0.5) * by;
  for (let digit = 1; digit < 5; ++digit) {
    const [knuckle, pip] = [digits[digit]![0]!, digits[digit]![1]!];
    const root: Point = [0.3 * knuckle[0], -12];
    pen.line(
      "b",
      [from(root, 0, 0), from(knuckle, 0.3 * (root[0] - knuckle[0]), -26), from(knuckle, 0, -5)],
      4.2,
      0.34,
      9,
    );
    for (let i = 0; i < 8; ++i) {
      const centre: Point = [knuckle[0] + spread(3), knuckle[1] - 7 + 2 * i];
      pen.line(
        "g",
        [
          from(centre, -5 - spread(2), spread(2)),
          from(centre, spread(2), 0.8 + spread(1)),
          from(centre, 5 + spread(2), spread(2)),
        ],
        0.55,
        0.3,
        2,
      );
    }
    for (let i = 0; i < 5; ++i) {
      const y = pip[1] - 5 + 2.4 * i;
      pen.line(
        "g",
        [
          [pip[0] - 6, y - 0.6 + spread(1)],
          [pip[0], y + 0.7 * (i - 2)],
          [pip[0] + 6, y - 0.6 + spread(1)],
        ],
        0.5,
        0.3,
        2,
      );
    }
  }
  drawVeins(pen, digits);
}

/** Veins of the back: arches between the knuckles that gather towards the wrist. */
function drawVeins(pen: Pen, digits: DigitPoints): void {
  const between = (digit: number): Point => {
    const [a, b] = [digits[digit]![0]!, digits[digit + 1]![0]!];
    return [0.5 * (a[0] + b[0]), 0.5 * (a[1] + b[1]) - 4];
  };
  const [first, second, third] = [between(1), between(2), between(3)];
  pen.line("b", [first, from(first, 1, -16), from(first, 5, -32), [-6, 22], [-13, 2], [-16, -30]], 2.1, 0.3, 7);
  pen.line("b", [second, from(second, 1.5, -14), from(second, 3, -30), [4, 30], [9, 12], [13, -18]], 2.2, 0.32, 7);
  pen.line("b", [third, from(third, -1, -15), from(third, -5, -30), [12, 24]], 2, 0.28, 7);
  pen.line("b", [from(first, 4, -30), from(second, -3, -24), from(second, 2, -26)], 1.6, 0.09, 6);
  pen.line(
    "b",
    [from(digits[4]![0]!, 8, -14), from(digits[4]![0]!, 5, -32), [22, 18], [18, -6], [16, -40]],
    2,
    0.26,
    7,
  );
}
