// Sound rendered ahead into an ordinary media element, which goes on when the screen is off and the page sleeps.
import type { Cue } from "../../src/engine/engine.ts";
import type { RemoteEngine } from "../lib/engine.ts";
import { app } from "../lib/app.svelte.ts";
import { isSound, samplesOf, type Sound } from "./sounds.ts";

const rate = 22_050;
/** How much is rendered at once, and how far the engine is asked at a time. */
const most_ms = 5 * 60_000;
const stride_ms = 20_000;

/** What is heard from a moment of a session on, if nobody says anything. */
async function cuesFrom(engine: RemoteEngine, log: string, from_ms: number): Promise<{ cues: Cue[]; to_ms: number }> {
  const resumed = await engine.resumeSession(log);
  if (!resumed.ok) return { cues: [], to_ms: from_ms };
  const session = resumed.value;
  const cues: Cue[] = [];
  let to_ms = from_ms;
  while (session.state.kind === "running" && to_ms < from_ms + most_ms) {
    to_ms += stride_ms;
    const moment = await session.step({ t_ms: to_ms });
    if (!moment.ok) break;
    cues.push(...moment.value.cues);
  }
  await session.close();
  return { cues, to_ms };
}

function add(to: Float32Array, samples: Float32Array, at: number, loudness: number): void {
  const begin = Math.round(at * rate);
  for (let i = 0; i < samples.length; ++i) {
    const k = begin + i;
    if (k >= 0 && k < to.length) to[k] = to[k]! + loudness * samples[i]!;
  }
}

async function speechOf(text: string): Promise<Float32Array | null> {
  const { language, voice_rate } = app.settings;
  const bytes = await app.server.speech(text, language, voice_rate);
  if (!bytes) return null;
  try {
    const buffer = await new OfflineAudioContext(1, rate, rate).decodeAudioData(bytes);
    return buffer.getChannelData(0);
  } catch {
    return null;
  }
}

/** A WAV file (16 bits, one channel) of samples. */
function wavOf(samples: Float32Array): Blob {
  const bytes = new DataView(new ArrayBuffer(44 + 2 * samples.length));
  const text = (at: number, word: string) => [...word].forEach((char, i) => bytes.setUint8(at + i, char.charCodeAt(0)));
  text(0, "RIFF");
  bytes.setUint32(4, 36 + 2 * samples.length, true);
  text(8, "WAVEfmt ");
  bytes.setUint32(16, 16, true);
  bytes.setUint16(20, 1, true);
  bytes.setUint16(22, 1, true);
  bytes.setUint32(24, rate, true);
  bytes.setUint32(28, 2 * rate, true);
  bytes.setUint16(32, 2, true);
  bytes.setUint16(34, 16, true);
  text(36, "data");
  bytes.setUint32(40, 2 * samples.length, true);
  samples.forEach((value, i) => bytes.setInt16(44 + 2 * i, 32_767 * Math.max(-1, Math.min(1, value)), true));
  return new Blob([bytes.buffer], { type: "audio/wav" });
}

/** Sound from a moment on, to be played when the page can no longer. */
export class Ahead {
  readonly #audio = new Audio();
  #from_ms = 0;
  #to_ms = 0;
  #making = 0;

  /** To be called where a person has just touched something. */
  open(): void {
    this.#audio.muted = true;
    this.#audio.play().catch(() => undefined);
  }

  /** Renders what comes after a moment; what was rendered before is thrown away. */
  async make(engine: RemoteEngine, log: string, from_ms: number): Promise<void> {
    const own = ++this.#making;
    const { cues, to_ms } = await cuesFrom(engine, log, from_ms);
    if (own !== this.#making || cues.length === 0) return;
    const samples = new Float32Array(Math.ceil(((to_ms - from_ms) / 1000) * rate));
    const { beat, voice, loudness } = app.settings;
    const made = new Map<Sound, Float32Array>();
    for (const { cue, key, t_ms, strength, text } of cues) {
      const at = (t_ms - from_ms) / 1000;
      if ((cue === "beat" && beat) || cue === "chime") {
        if (!key || !isSound(key)) continue;
        if (!made.has(key)) made.set(key, samplesOf(key, rate));
        add(samples, made.get(key)!, at, loudness * (strength ?? 1));
      } else if (cue === "say" && voice && text) {
        const speech = await speechOf(text);
        if (own !== this.#making) return;
        if (speech) add(samples, speech, at, loudness);
      }
    }
    const old = this.#audio.src;
    [this.#from_ms, this.#to_ms] = [from_ms, to_ms];
    this.#audio.src = URL.createObjectURL(wavOf(samples));
    if (old.startsWith("blob:")) URL.revokeObjectURL(old);
  }

  /** Plays from a moment on, where it was rendered. */
  play(t_ms: number): void {
    if (t_ms < this.#from_ms || t_ms >= this.#to_ms || this.#audio.src === "") return;
    this.#audio.muted = false;
    this.#audio.currentTime = (t_ms - this.#from_ms) / 1000;
    this.#audio.play().catch(() => undefined);
  }

  stop(): void {
    this.#audio.pause();
  }

  close(): void {
    ++this.#making;
    this.stop();
    if (this.#audio.src.startsWith("blob:")) URL.revokeObjectURL(this.#audio.src);
    this.#audio.removeAttribute("src");
  }
}
