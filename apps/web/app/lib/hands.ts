// The hands that are drawn, and the strokes: loaded once, when the first picture is wanted.
import assetUrl from "../../../../build/release/generated/hand.bin?url";
import clipsUrl from "../../../../assets/motion/clips.bin?url";
import moduleUrl from "../../../../build/wasm/thenar_hand.wasm?url";
import type { Clips } from "../../src/hand/clips.ts";
import { Hands } from "../../src/hand/hand.ts";

export interface Drawn {
  hands: Hands;
  clips: Clips;
}

let drawn: Promise<Drawn | null> | null = null;

async function bytesOf(url: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await fetch(new URL(url, document.baseURI))).arrayBuffer());
}

async function load(): Promise<Drawn | null> {
  const [module, asset, file] = await Promise.all([moduleUrl, assetUrl, clipsUrl].map(bytesOf));
  const hands = await Hands.load(module!, asset!);
  if (!hands.ok) return null;
  const clips = hands.value.clips(file!);
  return clips.ok ? { hands: hands.value, clips: clips.value } : null;
}

/** None where pictures cannot be drawn: words and sound remain. */
export function drawnHands(): Promise<Drawn | null> {
  drawn ??= canDraw() ? load().catch(() => null) : Promise.resolve(null);
  return drawn;
}

function canDraw(): boolean {
  try {
    return document.createElement("canvas").getContext("webgl2") !== null;
  } catch {
    return false;
  }
}
