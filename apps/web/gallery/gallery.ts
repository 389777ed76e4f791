// The gallery: every zone and point, tone and pose, left and right, from palm and back. For looking closely, and for the
// tests of pictures. Options of the address, each of which may be left out:
//   hand=right|left          which one receives
//   up=palm|back|edge        which way it is turned
//   pose=rest|flat|relaxed|fist|spread   usually relaxed, or flat where the palm does not look up
//   tone=1…10                Monk scale
//   zones=THEN,D2.P3.pal     zones that are marked
//   theme=light|dark         otherwise as the device is set
//   sleeve=0…1|none          where the sleeve begins, as a share of the forearm from the wrist
//   around=0 above=62        from where one looks, degrees; margin=0.1 room around, a share
//   look=hand|arm            what is framed
//   years=35 man=0.5 length_mm=185 level=2   whose hand, and how fine
//   show=touch               a pad on the skin: dent, colour, way, force
//   show=both                a second hand beside
//   clip=KNEAD.MOUND.pinch.self   a stroke; at=0.5 only this moment of it, a share
//   still=1                  the picture alone
import assetUrl from "../../../build/release/generated/hand.bin?url";
import clipsUrl from "../../../assets/motion/clips.bin?url";
import moduleUrl from "../../../build/wasm/thenar_hand.wasm?url";
import { Hands, type HandShape, type Point3 } from "../src/hand/hand.ts";
import { Stage, type Clip, type FrameOptions, type Side, type Theme, type Up } from "../src/stage/stage.ts";
import { pressingMoments } from "../src/stage/player.ts";
import { swatchOf, tones, type Tone } from "../src/stage/tones.ts";
import { choice, list, swatches } from "./choices.ts";
import { poseNames, poseOf } from "./poses.ts";
import { handsOf } from "../src/stage/clip_hands.ts";
import { beside, momentOf, touch, untouched } from "./shows.ts";

const query = new URLSearchParams(location.search);
const asked = (name: string, usual: string): string => query.get(name) ?? query.get(name.toLowerCase()) ?? usual;
const number = (name: string, usual: number): number => Number(query.get(name) ?? usual);

const chosen = {
  hand: asked("hand", "right") as Side,
  up: asked("up", "palm") as Up,
  pose: asked("pose", asked("up", "palm") === "palm" ? "relaxed" : "flat"),
  tone: number("tone", 4) as Tone,
  zones: asked("zones", "").split(",").filter(Boolean),
  theme: asked("theme", matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light") as Theme,
  look: asked("look", "hand"),
  show: asked("show", ""),
  clip: asked("clip", ""),
};

async function bytesOf(url: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await fetch(url)).arrayBuffer());
}

async function opened(): Promise<{ hands: Hands; stage: Stage }> {
  const loaded = await Hands.load(await bytesOf(moduleUrl), await bytesOf(assetUrl));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const canvas = document.querySelector<HTMLCanvasElement>("#stage")!;
  return { hands: loaded.value, stage: new Stage(canvas, loaded.value, { theme: chosen.theme, keep: true }) };
}

const { hands, stage } = await opened();
const shape: HandShape = { man: number("man", 0.5), years: number("years", 35), level: number("level", 2) };
if (query.has("length_mm")) shape.length_m = number("length_mm", 185) / 1000;
const made = stage.setShape("receiver", shape);
if (!made.ok) throw new Error(JSON.stringify(made.problems));
const hand = stage.hands.receiver.hand!;
const read = hands.clips(await bytesOf(clipsUrl));
if (!read.ok) throw new Error(JSON.stringify(read.problems));
const clips = read.value;

function play(): void {
  const clip = clips.find(chosen.clip);
  if (!clip) {
    if (chosen.clip !== "") tell(`${chosen.clip}: no such stroke, or one that may not be shown`);
    return stage.player.play(null);
  }
  if (!query.has("at")) return stage.player.goTo(clip);
  handsOf(stage, clip, shape, chosen.tone);
  momentOf(stage, clip, number("at", 0));
}
stage.player.onClip = (clip) => {
  handsOf(stage, clip, shape, chosen.tone);
  lookAtStroke(clip, {});
};

function pose(): void {
  stage.setPose("receiver", poseOf(chosen.pose, hands, hand));
  stage.settle();
  if (chosen.show === "touch") touch(stage);
  else untouched(stage);
  if (chosen.show === "both") beside(stage, shape, poseOf(chosen.pose, hands, hand), chosen.tone);
}

/** Frames the hand, or the whole arm, in its pose. */
function look(atOnce = false): void {
  const clip = clips.find(chosen.clip);
  const asked_ = Object.fromEntries(
    ["around", "above", "margin"].filter((name) => query.has(name)).map((name) => [name, number(name, 0)]),
  );
  if (clip && clip !== stage.player.clip && !query.has("at")) return; // on the way there: onClip looks at it
  if (clip) return lookAtStroke(clip, { ...asked_, at_once: atOnce });
  const joints = hand.joints;
  const first = chosen.look === "arm" ? 0 : 1;
  const points: Point3[] = [];
  for (let i = first; i < joints.length / 3; ++i) points.push([joints[3 * i]!, joints[3 * i + 1]!, joints[3 * i + 2]!]);
  if (chosen.look !== "arm") points.push([0, -0.035, 0]);
  const margin = number("margin", 0.14);
  stage.frame(points, { around: number("around", 0), above: number("above", 62), margin, at_once: atOnce });
}

/** Frames a stroke as it is while it presses. */
function lookAtStroke(clip: Clip, options: FrameOptions): void {
  stage.frameStroke(pressingMoments(clip), options);
  if (query.has("at")) momentOf(stage, clip, number("at", 0));
}

/** Shows one moment of a stroke, a share of it, framed as a stroke is. */
function still(name: string, share: number): void {
  const clip = clips.find(name);
  if (!clip) return;
  if (chosen.clip !== name) {
    chosen.clip = name;
    handsOf(stage, clip, shape, chosen.tone);
    lookAtStroke(clip, { at_once: true });
  }
  momentOf(stage, clip, share);
}

const names = new Map(hands.zones.map(({ id, name }) => [id, name]));
const bare = () => chosen.zones.some((zone) => /^(FF|FE|PT|BR|ULB|LEP|MEP|CU|CB)/.test(zone));

function mark(): void {
  stage.setSleeve("receiver", bare() || asked("sleeve", "") === "none" ? null : number("sleeve", 0.62));
  const marked = stage.mark("receiver", chosen.zones);
  tell(marked.ok ? chosen.zones.map((zone) => names.get(zone) ?? zone).join(", ") : marked.problems[0]!.expected);
}

function tell(words: string): void {
  document.querySelector("#touched")!.textContent = words;
}

function theme(): void {
  document.documentElement.dataset["theme"] = stage.theme = chosen.theme;
}

/** Every zone that looks the way one turns it; where one looks from follows the zone that is chosen. */
function chooseZone(zone: string): void {
  chosen.zones = zone === "" ? [] : [zone];
  mark();
}

function offer(): void {
  const form = document.querySelector<HTMLFormElement>("#choices")!;
  const words = <T extends string>(values: readonly T[]) =>
    values.map((value) => [value, value[0]!.toUpperCase() + value.slice(1)] as const);
  const showZone = list(
    form,
    "Zone",
    [["", "None"], ...hands.zones.map(({ id, name }) => [id, `${name} (${id})`] as const)],
    chosen.zones[0] ?? "",
    chooseZone,
  );
  stage.onTap = ({ zone }) => {
    if (zone === null) return;
    chooseZone(zone);
    showZone(zone);
  };
  list(form, "Stroke", [["", "None"], ...clips.all.map(({ name }) => [name, name] as const)], chosen.clip, (name) => {
    chosen.clip = name;
    if (name === "") pose();
    play();
    look();
  });
  choice(form, "Side up", words<Up>(["palm", "back", "edge"]), chosen.up, (up) => {
    stage.up = chosen.up = up;
    look();
  });
  choice(form, "Hand", words<Side>(["left", "right"]), chosen.hand, (side) => {
    stage.setSide("receiver", (chosen.hand = side));
    look();
  });
  choice(form, "Pose", words(poseNames), chosen.pose, (name) => {
    chosen.pose = name;
    pose();
    look();
  });
  swatches(form, "Tone", tones.map(swatchOf), chosen.tone - 1, (i) => {
    stage.setTone("receiver", (chosen.tone = (i + 1) as Tone));
  });
  choice(
    form,
    "Also",
    [
      ["", "Nothing"],
      ["touch", "A touch"],
      ["both", "A second hand"],
    ],
    chosen.show,
    (show) => {
      chosen.show = show;
      pose();
    },
  );
  choice(form, "Frame", words(["hand", "arm"]), chosen.look, (which) => {
    chosen.look = which;
    look();
  });
  choice(form, "Background", words<Theme>(["light", "dark"]), chosen.theme, (value) => {
    chosen.theme = value;
    theme();
  });
}

if (query.has("still")) document.documentElement.dataset["still"] = "";
offer();
theme();
stage.setTone("receiver", chosen.tone);
stage.setSide("receiver", chosen.hand);
stage.up = chosen.up;
pose();
mark();
play();
const picture = document.querySelector<HTMLElement>("#picture")!;
const fit = () => stage.resize(picture.clientWidth, picture.clientHeight, Math.min(devicePixelRatio, 2));
new ResizeObserver(fit).observe(picture);
fit();
look(true);
// The tests look at a finished picture: everything that comes slowly has come.
for (let i = 0; i < 8; ++i) stage.advance(0.3);
stage.drawNow();
Object.assign(window, { thenar: { hands, stage, clips, chosen, still } });
document.documentElement.dataset["ready"] = "";
