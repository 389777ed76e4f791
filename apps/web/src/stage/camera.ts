// The eye: turns around a point, goes smoothly to where it is asked to look, and lets go when a person drags.
import { PerspectiveCamera, Vector3 } from "three";

/** From where it looks: degrees around the upright and above the ground, and how far. */
interface View {
  at: Vector3;
  around: number;
  above: number;
  distance: number;
}

export interface FrameOptions {
  /** Degrees: 0 from the person's own side (fingers point away), 90 from the right. */
  around?: number;
  /** Degrees above the ground, 5 to 89. */
  above?: number;
  /** Room around the points, as a share of their extent. */
  margin?: number;
  /** Without going there. */
  at_once?: boolean;
}

const settleSeconds = 0.55;
const nearest = 0.09;
const farthest = 1.6;

export class Eye {
  readonly camera = new PerspectiveCamera(26, 1, 0.02, 6);
  readonly #now: View = { at: new Vector3(), around: 0, above: 55, distance: 0.6 };
  #goal: View = { ...this.#now, at: new Vector3() };
  #points: Vector3[] = [];
  #options: FrameOptions = {};
  #held = false;
  readonly #still: MediaQueryList | null;

  constructor() {
    this.#still = typeof matchMedia === "function" ? matchMedia("(prefers-reduced-motion: reduce)") : null;
    this.#apply();
  }

  /** Whether a person has taken it: it stays until the next call of frame. */
  get held(): boolean {
    return this.#held;
  }

  resize(width: number, height: number): void {
    this.camera.aspect = width / Math.max(1, height);
    this.camera.updateProjectionMatrix();
    if (!this.#held && this.#points.length > 0) this.frame(this.#points, { ...this.#options, at_once: true });
  }

  /** Looks at points (of the stage) so that all are seen. */
  frame(points: readonly Vector3[], options: FrameOptions = {}): void {
    if (points.length === 0) return;
    this.#points = points.map((point) => point.clone());
    this.#options = options;
    this.#held = false;
    const around = options.around ?? this.#goal.around;
    const above = Math.min(89, Math.max(5, options.above ?? this.#goal.above));
    this.#goal = { ...fitted(points, around, above, this.camera, options.margin ?? 0.12), around, above };
    this.#goal.around = this.#now.around + turnTo(around - this.#now.around);
    if (options.at_once || this.#still?.matches) this.#jump();
  }

  /** A person turns it, degrees. */
  turn(around: number, above: number): void {
    this.#take();
    this.#goal.around += around;
    this.#goal.above = Math.min(89, Math.max(5, this.#goal.above + above));
    this.#jump();
  }

  /** A person goes nearer (below 1) or farther. */
  zoom(factor: number): void {
    this.#take();
    this.#goal.distance = Math.min(farthest, Math.max(nearest, this.#goal.distance * factor));
    this.#jump();
  }

  /** A person shifts it, in shares of the height that is seen. */
  shift(right: number, up: number): void {
    this.#take();
    const height = 2 * this.#goal.distance * Math.tan((this.camera.fov * Math.PI) / 360);
    const e = this.camera.matrixWorld.elements;
    this.#goal.at.addScaledVector(new Vector3(e[0], e[1], e[2]), -right * height);
    this.#goal.at.addScaledVector(new Vector3(e[4], e[5], e[6]), -up * height);
    this.#jump();
  }

  /** Moves on by some seconds; whether it still goes somewhere. */
  advance(seconds: number): boolean {
    const [now, goal] = [this.#now, this.#goal];
    const share = 1 - Math.exp((-4.5 * seconds) / settleSeconds);
    now.at.lerp(goal.at, share);
    now.around += share * (goal.around - now.around);
    now.above += share * (goal.above - now.above);
    now.distance += share * (goal.distance - now.distance);
    const left =
      now.at.distanceTo(goal.at) / goal.distance +
      Math.abs(now.around - goal.around) / 60 +
      Math.abs(now.above - goal.above) / 60 +
      Math.abs(now.distance / goal.distance - 1);
    if (left < 1e-3) this.#jump();
    else this.#apply();
    return left >= 1e-3;
  }

  #take(): void {
    this.#held = true;
    this.#goal = { ...this.#now, at: this.#now.at.clone() };
  }

  #jump(): void {
    Object.assign(this.#now, { ...this.#goal, at: this.#now.at.copy(this.#goal.at) });
    this.#apply();
  }

  #apply(): void {
    const { at, around, above, distance } = this.#now;
    this.camera.position.copy(at).addScaledVector(wayOf(around, above), distance);
    this.camera.up.set(0, 1, 0);
    this.camera.lookAt(at);
    this.camera.updateMatrixWorld();
  }
}

/** Unit vector from what is seen to the eye. */
export function wayOf(around: number, above: number): Vector3 {
  const [a, b] = [(around * Math.PI) / 180, (above * Math.PI) / 180];
  return new Vector3(Math.sin(a) * Math.cos(b), Math.sin(b), Math.cos(a) * Math.cos(b));
}

const turnTo = (degrees: number): number => degrees - 360 * Math.round(degrees / 360);

/** Where to look and from how far so that the points fill the picture. */
function fitted(points: readonly Vector3[], around: number, above: number, camera: PerspectiveCamera, margin: number) {
  const back = wayOf(around, above);
  const right = new Vector3(0, 1, 0).cross(back).normalize();
  const up = back.clone().cross(right);
  const [low, high] = [new Vector3(9, 9, 9), new Vector3(-9, -9, -9)];
  for (const point of points) {
    const seen = new Vector3(point.dot(right), point.dot(up), point.dot(back));
    low.min(seen);
    high.max(seen);
  }
  const middle = low.clone().add(high).multiplyScalar(0.5);
  const tan = Math.tan((camera.fov * Math.PI) / 360);
  const half = (1 + margin) * Math.max((high.y - low.y) / 2 / tan, (high.x - low.x) / 2 / (tan * camera.aspect), 0.02);
  const at = right.multiplyScalar(middle.x).addScaledVector(up, middle.y).addScaledVector(back, middle.z);
  const distance = Math.min(farthest, Math.max(nearest, half + (high.z - low.z) / 2));
  return { at, distance };
}
