// Colour of skin under a hand: paler where it is pressed, a little redder around, and redder for a while after.
import type { Dent } from "../hand/hand.ts";

/** A dent this deep drives all blood out. */
const palest_m = 0.003;
/** How red a place becomes that was pressed, and how long until a third of it is left. */
const reddest = 0.5;
const stays_s = 9;

export class Blush {
  #memory = new Float32Array(0);

  /** Forgets what was pressed before. */
  clear(): void {
    this.#memory.fill(0);
  }

  /** Writes a value a vertex, −1 paler … 1 redder, after some more seconds. Whether any redness is left. */
  write(dents: readonly Dent[], positions: Float32Array, out: Float32Array, seconds: number): boolean {
    if (this.#memory.length !== out.length) this.#memory = new Float32Array(out.length);
    const keep = Math.exp(-seconds / stays_s);
    let left = false;
    for (let v = 0; v < out.length; ++v) {
      const memory = this.#memory[v]! * keep;
      this.#memory[v] = memory < 0.004 ? 0 : memory;
      out[v] = this.#memory[v]!;
      left ||= memory >= 0.004;
    }
    for (const dent of dents) this.#press(dent, positions, out);
    return left;
  }

  #press({ centre, radius_m, depth_m }: Dent, positions: Float32Array, out: Float32Array): void {
    const strength = Math.min(1, depth_m / palest_m);
    if (strength <= 0) return;
    const far = 1.9 * radius_m;
    for (let v = 0; v < out.length; ++v) {
      const x = positions[3 * v]! - centre[0];
      if (x > far || x < -far) continue;
      const r = Math.hypot(x, positions[3 * v + 1]! - centre[1], positions[3 * v + 2]! - centre[2]) / radius_m;
      if (r >= 1.9) continue;
      const pale = Math.max(0, 1 - (r / 1.15) ** 2) ** 1.5;
      const rim = Math.exp(-(((r - 1.3) / 0.28) ** 2));
      out[v] = Math.max(-1, Math.min(1, out[v]! - 1.2 * strength * pale + 0.35 * strength * rim));
      this.#memory[v] = Math.max(this.#memory[v]!, reddest * strength * Math.max(0, 1 - (r / 1.4) ** 2));
    }
  }
}
