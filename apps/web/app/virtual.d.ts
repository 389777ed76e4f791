/// <reference types="svelte" />
/// <reference types="vite/client" />
declare module "virtual:words" {
  /** The words that the first screen needs. */
  const words: Record<string, string>;
  export default words;
}
declare module "virtual:languages" {
  /** Other languages by their codes. */
  export const others: Record<
    string,
    { name: string; url: string; early: () => Promise<{ default: Record<string, string> }> }
  >;
}
declare module "virtual:fonts.css";
declare module "virtual:voice" {
  /** What the voice needs of its data: one after another in a file, and where it belongs in the whole. */
  const voice: { url: string; bytes: number; parts: readonly (readonly [start: number, end: number])[] };
  export default voice;
}
declare module "@echogarden/espeak-ng-emscripten" {
  interface ESpeak {
    /** 0 where there is the voice. */
    set_voice(language: string): number;
    /** Words a minute. */
    set_rate(words: number): void;
    get_samplerate(): number;
    /** Hands over the sound part by part; 1 as an answer ends it. */
    synthesize(text: string, part: (samples: Int16Array | null) => 0 | 1): void;
  }
  const open: (options: { getPreloadedPackage: () => ArrayBuffer }) => Promise<{ eSpeakNGWorker: new () => ESpeak }>;
  export default open;
}
