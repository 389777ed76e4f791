// Sound rendered ahead into an ordinary media element, which goes on when the screen is off and the page sleeps.
import type { Cue } from "../../src/engine/engine.ts";
import type { RemoteEngine } from "../lib/engine.ts";
import { app } from "../lib/app.svelte.ts";
import { speechOf } from "../lib/voice.ts";
import { ducked } from "./sound.ts";
import { isSound, samplesOf, type Sound } from "./sounds.ts";

const rate = 22_050;
/** How much is rendered at once, and how far the engine is asked at a time. */
const most_ms = 10 * 60_000;
const stride_ms = 20_000;
/** It is made anew when less than this is left of it. */
const least_ms = 5 * 60_000;

/** What is heard from a moment of a session on, if nobody says anything; `whole`: to its end. */
async function cuesFrom(engine: RemoteEngine, log: string, from_ms: number) {
  const cues: Cue[] = [];
  let [to_ms, whole] = [from_ms, false];
  const resumed = await engine.resumeSession(log);
  if (!resumed.ok) return { cues, to_ms, whole };
  const session = resumed.value;
  while (to_ms < from_ms + most_ms && !whole) {
    to_ms += stride_ms;
    const moment = await session.step({ t_ms: to_ms });
    if (!moment.ok) break;
    cues.push(...moment.value.cues);
    whole = session.state.kind !== "running";
  }
  await session.close();
  return { cues, to_ms, whole };
}

/** Sound that others are added to, 16 bits a sample. */
class Track {
  readonly samples: Int16Array<ArrayBuffer>;
  constructor(seconds: number) {
    this.samples = new Int16Array(Math.ceil(seconds * rate));
  }

  add(samples: Float32Array, at_s: number, loudness: number): void {
    const begin = Math.round(at_s * rate);
    const end = Math.min(samples.length, this.samples.length - begin);
    for (let i = Math.max(0, -begin); i < end; ++i) {
      const value = this.samples[begin + i]! + 32_767 * loudness * samples[i]!;
      this.samples[begin + i] = Math.max(-32_767, Math.min(32_767, value));
    }
  }

  /** As a WAV file of one channel. */
  wav(): Blob {
    const bytes = 2 * this.samples.length;
    const header = new DataView(new ArrayBuffer(44));
    const text = (at: number, word: string) =>
      [...word].forEach((char, i) => header.setUint8(at + i, char.charCodeAt(0)));
    text(0, "RIFF");
    header.setUint32(4, 36 + bytes, true);
    text(8, "WAVEfmt ");
    header.setUint32(16, 16, true);
    header.setUint16(20, 1, true);
    header.setUint16(22, 1, true);
    header.setUint32(24, rate, true);
    header.setUint32(28, 2 * rate, true);
    header.setUint16(32, 2, true);
    header.setUint16(34, 16, true);
    text(36, "data");
    header.setUint32(40, bytes, true);
    return new Blob([header.buffer, this.samples], { type: "audio/wav" });
  }
}

/** Sound from a moment on, to be played when the page can no longer. */
export class Ahead {
  readonly #audio = new Audio();
  #from_ms = 0;
  #to_ms = 0;
  /** Whether it goes to the end of the session. */
  #whole = false;
  #making = 0;
  #busy = false;

  /** To be called where a person has just touched something. */
  open(): void {
    // With a dark screen it is what is heard.
    if (document.hidden) return;
    this.#audio.muted = true;
    this.#audio.play().catch(() => undefined);
  }

  /** Whether more of it should be made, at a moment of the session. */
  isShort(now_ms: number): boolean {
    return !this.#busy && !this.#whole && this.#to_ms - now_ms < least_ms;
  }

  /** Renders what comes after a moment; what was rendered before is thrown away. */
  async make(engine: RemoteEngine, log: string, from_ms: number, now: () => number): Promise<void> {
    const own = ++this.#making;
    this.#busy = true;
    const { cues, to_ms, whole } = await cuesFrom(engine, log, from_ms);
    const track = await this.#trackOf(cues, from_ms, to_ms, () => own === this.#making);
    if (own !== this.#making) return;
    this.#busy = false;
    [this.#from_ms, this.#to_ms, this.#whole] = [from_ms, to_ms, whole];
    if (!track) return;
    const [old, sounds] = [this.#audio.src, !this.#audio.muted && !this.#audio.paused];
    this.#audio.src = URL.createObjectURL(track.wav());
    if (old.startsWith("blob:")) URL.revokeObjectURL(old);
    if (sounds) this.play(now());
  }

  /** Cues as sound, the beat quieter while something is said; none where they are no longer wanted. */
  async #trackOf(cues: Cue[], from_ms: number, to_ms: number, wanted: () => boolean): Promise<Track | null> {
    if (cues.length === 0) return null;
    const track = new Track((to_ms - from_ms) / 1000);
    const { beat, voice, loudness } = app.settings;
    const said: [from_s: number, to_s: number][] = [];
    for (const { cue, t_ms, text } of cues) {
      if (cue !== "say" || !voice || !text) continue;
      const speech = await speechOf(text);
      if (!wanted()) return null;
      const at = (t_ms - from_ms) / 1000;
      if (speech) track.add(speech.samples, at, loudness);
      if (speech) said.push([at, at + speech.samples.length / speech.rate]);
    }
    const made = new Map<Sound, Float32Array>();
    for (const { cue, key, t_ms, strength } of cues) {
      if (!((cue === "beat" && beat) || cue === "chime") || !key || !isSound(key)) continue;
      if (!made.has(key)) made.set(key, samplesOf(key, rate));
      const at = (t_ms - from_ms) / 1000;
      const quieter = said.some(([from, to]) => at >= from && at < to) ? ducked : 1;
      track.add(made.get(key)!, at, quieter * loudness * (strength ?? 1));
    }
    return track;
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
