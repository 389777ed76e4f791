import { Hands } from "../src/hand/hand.ts";
import { Stage, type Theme, type Up } from "../src/stage/stage.ts";
import type { Tone } from "../src/stage/tones.ts";
import assetUrl from "../../../build/release/generated/hand.bin?url";
import moduleUrl from "../../../build/wasm/thenar_hand.wasm?url";

const bytes = async (url: string) => new Uint8Array(await (await fetch(url)).arrayBuffer());
const query = new URLSearchParams(location.search);
const loaded = await Hands.load(await bytes(moduleUrl), await bytes(assetUrl));
if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
const canvas = document.querySelector<HTMLCanvasElement>("#stage")!;
const stage = new Stage(canvas, loaded.value, { theme: (query.get("theme") as Theme) ?? "light", keep: true });
stage.resize(innerWidth, innerHeight, devicePixelRatio);
stage.setShape("receiver", {});
stage.setTone("receiver", Number(query.get("tone") ?? 4) as Tone);
stage.up = (query.get("up") as Up) ?? "palm";
const hand = stage.hands.receiver.hand!;
const n = hand.joints;
stage.frame(
  [
    [-0.08, -0.07, 0],
    [0.05, 0.19, 0],
  ],
  {
    at_once: true,
    around: Number(query.get("around") ?? 0),
    above: Number(query.get("above") ?? 65),
    margin: Number(query.get("margin") ?? 0.15),
  },
);
if (query.get("zones")) stage.mark("receiver", query.get("zones")!.split(","));
stage.advance(0.01);
stage.advance(1);
stage.advance(1);
const t0 = performance.now();
stage.drawNow();
stage.renderer.getContext().finish();
console.log("drawn in", performance.now() - t0, n.length);
Object.assign(window, { stage, ready: true });
