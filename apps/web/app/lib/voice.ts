// Speech of a sentence as sound: of the server where one speaks, else made on this device, with no line and no voice of its own.
import data from "virtual:voice";
import { app } from "./app.svelte.ts";
import { Asking } from "./asking.ts";

/** Sound of one channel. */
export interface Speech {
  samples: Float32Array<ArrayBuffer>;
  rate: number;
}

/** Samples a second of what a server said. */
const rate = 22_050;
/** Sentences come again when what is heard ahead is made anew. */
const remembered = 48;
const said = new Map<string, Promise<Speech | null>>();
let starting: Promise<Asking> | null = null;

function worker(): Promise<Asking> {
  starting ??= (async () => {
    const asking = new Asking(new Worker(new URL("./voice_worker.ts", import.meta.url), { type: "module" }));
    await asking.ask("load", [new URL(data.url, document.baseURI).href, data.bytes, data.parts]);
    return asking;
  })();
  starting.catch(() => (starting = null));
  return starting;
}

async function ofServer(text: string, language: string, speed: number): Promise<Speech | null> {
  const bytes = await app.server.speech(text, language, speed);
  if (!bytes) return null;
  const buffer = await new OfflineAudioContext(1, rate, rate).decodeAudioData(bytes);
  return { samples: buffer.getChannelData(0), rate };
}

async function made(text: string, language: string, speed: number): Promise<Speech | null> {
  try {
    const there = await ofServer(text, language, speed).catch(() => null);
    return there ?? (await (await worker()).ask<Speech | null>("say", [text, language, speed]));
  } catch {
    return null; // captions remain
  }
}

/** Speech of a sentence in the language and at the speed of the settings; none where nothing can speak. */
export function speechOf(text: string): Promise<Speech | null> {
  const { language, voice_rate } = app.settings;
  const key = `${language} ${voice_rate} ${text}`;
  const speech = said.get(key) ?? made(text, language, voice_rate);
  said.delete(key);
  said.set(key, speech);
  // What could not be said is tried again.
  void speech.then((made) => made ?? said.delete(key));
  for (const [oldest] of said) {
    if (said.size <= remembered) break;
    said.delete(oldest);
  }
  return speech;
}
