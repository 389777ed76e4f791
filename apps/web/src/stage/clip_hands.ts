// Whose hands a clip shows, and how they lie.
import type { Clip } from "../hand/clips.ts";
import type { HandShape } from "../hand/hand.ts";
import { usualSleeve } from "./hand_view.ts";
import type { Stage, Up } from "./stage.ts";
import type { Tone } from "./tones.ts";

/** Touches beyond this share of the forearm want it bare. */
const forearm = 0.3;
/** Of the joints of a hand. */
const middleTip = 15;

/** The hands of a clip: whose they are, and how far the sleeve goes. */
export function handsOf(stage: Stage, clip: Clip, shape: HandShape, tone: Tone): void {
  if (clip.has_giver) {
    stage.setShape("giver", { ...shape, level: 1 });
    stage.setTone("giver", clip.mode === "self" ? tone : ((tone <= 5 ? tone + 2 : tone - 3) as Tone));
    const same = stage.hands.receiver.side;
    stage.setSide("giver", clip.mode === "partner" ? same : same === "left" ? "right" : "left");
  } else {
    stage.setVisible("giver", false);
  }
  const places = [0, 0.25, 0.5, 0.75].flatMap((t) => clip.at(t * clip.period_s).contacts.map(({ at }) => at[1]));
  stage.setSleeve("receiver", Math.min(...places) < forearm * stage.hands.receiver.hand!.elbow[1] ? null : usualSleeve);
  stage.up = upOf(stage, clip);
}

/** How far a fingertip moves before the way it moves decides which side is up, metres. */
const swing_m = 0.03;

/** The side that is worked looks up; a hand that is bent lies on its edge, where the bend is seen and has room. */
function upOf(stage: Stage, clip: Clip): Up {
  const { receiver } = stage.hands;
  const tips = [0, 0.25, 0.5, 0.75].map((t) => {
    receiver.hand!.move(clip.at(t * clip.period_s).receiver);
    return receiver.hand!.joints[3 * middleTip + 2]!;
  });
  const swing = tips.reduce((most, z) => (Math.abs(z - tips[0]!) > Math.abs(most) ? z - tips[0]! : most), 0);
  const bends =
    clip.has_giver &&
    tips.every((z) => Math.abs(z - tips[0]!) < swing_m || Math.sign(z - tips[0]!) === Math.sign(swing));
  if (bends && Math.abs(swing) > swing_m) return "edge";
  const first = clip.at(0).contacts[0] ?? clip.at(0.5 * clip.period_s).contacts[0];
  return first && first.normal[2] > 0 ? "back" : "palm";
}
