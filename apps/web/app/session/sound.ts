// Sound while the screen is on: beats at exact times of the audio clock, speech above them, neither waiting for a timer.
import { app } from "../lib/app.svelte.ts";
import { speechOf, type Speech } from "../lib/voice.ts";
import { isSound, samplesOf, type Sound } from "./sounds.ts";

/** How much quieter the beat is while something is said. */
export const ducked = 0.25;
/** The clocks of page and sound drift apart; from so much on they are compared anew, seconds. */
const drift_s = 0.05;

/** A voice of this device for the language. One of another host would send what is said there. */
function voiceOfBrowser(): SpeechSynthesisVoice | null {
  const { language } = app.settings;
  const voices = globalThis.speechSynthesis?.getVoices() ?? [];
  return voices.find(({ lang, localService }) => localService && lang.toLowerCase().startsWith(language)) ?? null;
}

export class SoundBoard {
  #context: AudioContext | null = null;
  #beats: GainNode | null = null;
  #voice: GainNode | null = null;
  readonly #made = new Map<Sound, AudioBuffer>();
  readonly #coming = new Set<AudioBufferSourceNode>();
  #offset: number | null = null;
  #speaking: AudioBufferSourceNode | null = null;
  #turn = 0;

  /** To be called where a person has just touched something: sound may begin only then. */
  open(): void {
    try {
      this.#context ??= new AudioContext({ latencyHint: "interactive" });
      if (!this.#beats) {
        this.#beats = this.#context.createGain();
        this.#voice = this.#context.createGain();
        for (const gain of [this.#beats, this.#voice]) gain.connect(this.#context.destination);
      }
      void this.#context.resume();
      // Browsers look for their voices only once they are asked for them.
      globalThis.speechSynthesis?.getVoices();
      this.setLoudness();
    } catch {
      this.#context = null; // no sound on this device: screen and captions remain
    }
  }

  setLoudness(): void {
    const { loudness, beat } = app.settings;
    if (!this.#context || !this.#beats || !this.#voice) return;
    this.#beats.gain.setTargetAtTime(beat ? loudness : 0, this.#context.currentTime, 0.02);
    this.#voice.gain.setTargetAtTime(loudness, this.#context.currentTime, 0.02);
  }

  /** Whether sound can be heard. */
  get heard(): boolean {
    return this.#context?.state === "running";
  }

  /** The time of the audio clock at a time of the page's, seconds. */
  #at(page_ms: number): number {
    const now = this.#context!.currentTime - performance.now() / 1000;
    if (this.#offset === null || Math.abs(now - this.#offset) > drift_s) this.#offset = now;
    return this.#offset + page_ms / 1000;
  }

  /** A sound at a time of the page (performance.now), loudness 0 to 1. */
  play(key: string, page_ms: number, strength: number): void {
    if (!this.#context || !this.#beats || !this.heard || !isSound(key)) return;
    const source = this.#context.createBufferSource();
    const gain = this.#context.createGain();
    gain.gain.value = Math.min(1, Math.max(0, strength));
    source.buffer = this.#bufferOf(key);
    source.connect(gain).connect(this.#beats);
    source.start(Math.max(this.#context.currentTime, this.#at(page_ms)));
    this.#coming.add(source);
    source.addEventListener("ended", () => this.#coming.delete(source));
  }

  #bufferOf(sound: Sound): AudioBuffer {
    const there = this.#made.get(sound);
    if (there) return there;
    const context = this.#context!;
    const samples = samplesOf(sound, context.sampleRate);
    const buffer = context.createBuffer(1, samples.length, context.sampleRate);
    buffer.copyToChannel(samples, 0);
    this.#made.set(sound, buffer);
    return buffer;
  }

  /** Takes back what has not sounded. */
  clear(): void {
    for (const source of this.#coming) {
      try {
        source.stop();
      } catch {
        // It has not begun.
      }
    }
    this.#coming.clear();
  }

  /** Says a sentence; one that interrupts cuts off what is being said. */
  async say(text: string, interrupts: boolean): Promise<void> {
    if (!app.settings.voice) return;
    if (interrupts) this.hush();
    const own = app.server.there ? null : voiceOfBrowser();
    if (own) return this.#sayByBrowser(text, own);
    const turn = ++this.#turn;
    const speech = this.heard ? await speechOf(text) : null;
    // What came in between is newer.
    if (speech && this.#context && turn === this.#turn) this.#sayAloud(speech);
  }

  #sayAloud({ samples, rate }: Speech): void {
    const source = this.#context!.createBufferSource();
    source.buffer = this.#context!.createBuffer(1, Math.max(1, samples.length), rate);
    source.buffer.copyToChannel(samples, 0);
    source.connect(this.#voice!);
    source.start();
    this.#speaking?.stop();
    this.#speaking = source;
    this.#duck(true);
    source.addEventListener("ended", () => {
      if (this.#speaking !== source) return;
      this.#speaking = null;
      this.#duck(false);
    });
  }

  #sayByBrowser(text: string, voice: SpeechSynthesisVoice): void {
    const { voice_rate, loudness } = app.settings;
    const utterance = new SpeechSynthesisUtterance(text);
    Object.assign(utterance, { voice, lang: voice.lang, rate: voice_rate, volume: loudness });
    utterance.addEventListener("start", () => this.#duck(true));
    for (const end of ["end", "error"] as const) utterance.addEventListener(end, () => this.#duck(false));
    speechSynthesis.speak(utterance);
  }

  #duck(down: boolean): void {
    if (!this.#context || !this.#beats) return;
    const { loudness, beat } = app.settings;
    const level = beat ? loudness : 0;
    this.#beats.gain.setTargetAtTime(down ? ducked * level : level, this.#context.currentTime, 0.08);
  }

  hush(): void {
    ++this.#turn;
    this.#speaking?.stop();
    this.#speaking = null;
    globalThis.speechSynthesis?.cancel();
    this.#duck(false);
  }

  close(): void {
    this.clear();
    this.hush();
    void this.#context?.close();
    this.#context = this.#beats = this.#voice = null;
  }
}
