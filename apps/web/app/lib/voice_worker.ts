// eSpeak NG in a worker of its own: a program beside the app, under its own licence, that is given text and gives sound.
import open from "@echogarden/espeak-ng-emscripten";
import type { Asked, Told } from "./worker.ts";

type Voice = InstanceType<Awaited<ReturnType<typeof open>>["eSpeakNGWorker"]>;
let voice: Voice | null = null;

/** Words a minute at the usual speed, as the server has them. */
const usual_words = 150;

async function load(url: string, bytes: number, parts: readonly (readonly [number, number])[]): Promise<null> {
  const packed = new Uint8Array(await (await fetch(url)).arrayBuffer());
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const [start, end] of parts) {
    whole.set(packed.subarray(at, at + end - start), start);
    at += end - start;
  }
  const { eSpeakNGWorker } = await open({ getPreloadedPackage: () => whole.buffer });
  voice = new eSpeakNGWorker();
  return null;
}

function say(text: string, language: string, rate: number): { samples: Float32Array; rate: number } | null {
  if (!voice || voice.set_voice(language) !== 0) return null;
  voice.set_rate(Math.round(usual_words * rate));
  const parts: Int16Array[] = [];
  voice.synthesize(text, (part) => {
    if (part) parts.push(part);
    return 0;
  });
  const samples = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) for (const value of part) samples[at++] = value / 32_768;
  return { samples, rate: voice.get_samplerate() };
}

self.addEventListener("message", async ({ data }: MessageEvent<Asked>) => {
  const { id, call, values } = data;
  try {
    const answer =
      call === "load" ? await load(...(values as Parameters<typeof load>)) : say(...(values as Parameters<typeof say>));
    postMessage({ id, answer } satisfies Told);
  } catch (fault) {
    postMessage({ id, broken: fault instanceof Error ? fault.message : String(fault) } satisfies Told);
  }
});
