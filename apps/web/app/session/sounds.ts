// The sounds of a session as samples, so that what is heard live and what is rendered ahead is the same.

export type Sound = "press" | "glide" | "release" | "in" | "out" | "start" | "change" | "half" | "end" | "stop";

interface Tone {
  /** Pitch and share of each partial. */
  partials: readonly [hz: number, share: number][];
  attack_s: number;
  ring_s: number;
  loudness: number;
}

/** Soft wood for strokes, breath-like swells for breathing, low bells for what changes. */
const tones: Record<Sound, Tone> = {
  press: {
    partials: [
      [196, 1],
      [392, 0.35],
      [587, 0.12],
    ],
    attack_s: 0.004,
    ring_s: 0.16,
    loudness: 0.8,
  },
  glide: {
    partials: [
      [294, 1],
      [588, 0.25],
    ],
    attack_s: 0.004,
    ring_s: 0.09,
    loudness: 0.4,
  },
  release: {
    partials: [
      [247, 1],
      [494, 0.2],
    ],
    attack_s: 0.004,
    ring_s: 0.08,
    loudness: 0.3,
  },
  in: {
    partials: [
      [220, 1],
      [330, 0.3],
    ],
    attack_s: 0.35,
    ring_s: 0.5,
    loudness: 0.4,
  },
  out: {
    partials: [
      [165, 1],
      [247, 0.3],
    ],
    attack_s: 0.35,
    ring_s: 0.6,
    loudness: 0.4,
  },
  start: {
    partials: [
      [262, 1],
      [524, 0.4],
      [786, 0.15],
    ],
    attack_s: 0.01,
    ring_s: 1.4,
    loudness: 0.7,
  },
  change: {
    partials: [
      [330, 1],
      [660, 0.4],
      [990, 0.15],
    ],
    attack_s: 0.01,
    ring_s: 1.2,
    loudness: 0.7,
  },
  half: {
    partials: [
      [294, 1],
      [588, 0.3],
    ],
    attack_s: 0.01,
    ring_s: 1,
    loudness: 0.5,
  },
  end: {
    partials: [
      [196, 1],
      [392, 0.5],
      [588, 0.2],
    ],
    attack_s: 0.01,
    ring_s: 2,
    loudness: 0.7,
  },
  stop: {
    partials: [
      [147, 1],
      [294, 0.4],
    ],
    attack_s: 0.01,
    ring_s: 1.6,
    loudness: 0.8,
  },
};

/** No sample is louder: what is heard in headphones must not startle. */
export const loudest = 0.5;

export function isSound(key: string): key is Sound {
  return key in tones;
}

/** One sound at a rate of samples a second. */
export function samplesOf(sound: Sound, rate: number): Float32Array<ArrayBuffer> {
  const { partials, attack_s, ring_s, loudness } = tones[sound];
  const whole = partials.reduce((sum, [, share]) => sum + share, 0);
  const samples = new Float32Array(Math.ceil((attack_s + 4 * ring_s) * rate));
  for (let i = 0; i < samples.length; ++i) {
    const t = i / rate;
    const rise = Math.min(1, t / attack_s);
    const fall = Math.exp(-Math.max(0, t - attack_s) / (ring_s / 2));
    const end = Math.min(1, (samples.length - i) / (0.01 * rate));
    let value = 0;
    for (const [hz, share] of partials) value += share * Math.sin(2 * Math.PI * hz * t);
    samples[i] = (loudest * loudness * rise * rise * fall * end * value) / whole;
  }
  return samples;
}
