// What the gallery shows beside a hand: a touch with its dent, way and force; a second hand.
import type { HandShape, Point3, Pose } from "../src/hand/hand.ts";
import type { Clip, Contact, Stage, WayPoint } from "../src/stage/stage.ts";
import type { Tone } from "../src/stage/tones.ts";

/** A pad in the middle of the thumb's mound that goes towards the wrist. */
export function touch(stage: Stage): void {
  const hand = stage.hands.receiver.hand!;
  const size = hand.length_m / 0.185;
  const onSkin = (x: number, y: number): WayPoint | null => {
    const hit = hand.meet([x * size, y * size, -0.3], [0, 0, 1]);
    if (!hit) return null;
    return { at: [x * size, y * size, -0.3 + hit.distance_m], normal: normalAt(hit.triangle, hit.u, hit.v) };
  };
  const normalAt = (triangle: number, u: number, v: number): Point3 => {
    const corners = [0, 1, 2].map((k) => hand.triangles[3 * triangle + k]!);
    const weights = [1 - u - v, u, v];
    const sum = [0, 1, 2].map((axis) =>
      corners.reduce((total, corner, k) => total + weights[k]! * hand.normals[3 * corner + axis]!, 0),
    );
    const length = Math.hypot(...sum);
    return [sum[0]! / length, sum[1]! / length, sum[2]! / length];
  };
  const way = Array.from({ length: 30 }, (_, i) =>
    onSkin(-0.024 - 0.004 * Math.sin(i / 12), 0.052 - 0.0014 * i),
  ).filter((point) => point !== null);
  const pressed = onSkin(-0.026, 0.046)!;
  const contact: Contact = {
    pad: "thumb",
    rests: false,
    ...pressed,
    direction: [0, -1, 0],
    force_n: 4,
    depth_m: 0.0042,
    give_m: 0,
    radius_m: 0.008,
  };
  stage.show(
    { receiver: stage.hands.receiver.pose!, giver: null, mirrored: false, contacts: [contact], thing: null },
    0,
  );
  stage.showWay(way);
  stage.showForces([contact]);
}

export function untouched(stage: Stage): void {
  stage.dents("receiver", [], 1e3);
  stage.showWay(null);
  stage.showForces(null);
  stage.setVisible("giver", false);
}

/** A thumb on the thumb's mound, as a solver found it: angles in radians and where the hand is, metres. */
const giving: Pose = {
  angles: [
    0.1104, 0.1648, 0, -0.1335, 0.2517, -0.1745, 0.013, -0.176, 0.3927, 0, 0.3339, 0.1707, 0.3927, 0, 0.3339, 0.1707,
    0.3927, 0, 0.3339, 0.1707, 0.3927, 0, 0.3339, 0.1707,
  ],
  rotation: [0.789957, 0.0576944, 0.353308, 0.497808],
  translation: [0.0868168, 0.0574464, -0.065436],
};
const given: Contact = {
  pad: "thumb",
  rests: false,
  at: [-0.024, 0.04, -0.0317],
  normal: [0.326343, -0.0685092, -0.942765],
  direction: [0, 0, 1],
  force_n: 3,
  depth_m: 0.003,
  give_m: 0,
  radius_m: 0.008,
};

/** Another hand that presses the mound of the thumb, its own shape the same. */
export function beside(stage: Stage, shape: HandShape, pose: Pose, tone: Tone): void {
  stage.setShape("giver", shape);
  stage.setTone("giver", (tone <= 5 ? tone + 2 : tone - 3) as Tone);
  stage.show({ receiver: pose, giver: giving, mirrored: false, contacts: [given], thing: null }, 0);
}

/** Shows one moment of a clip. */
export function momentOf(stage: Stage, clip: Clip, share: number): void {
  stage.player.play(null);
  stage.show(clip.at(share * clip.period_s), 0);
}
