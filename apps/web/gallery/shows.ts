// What the gallery shows beside a hand: a touch with its dent, way and force; a second hand.
import type { HandShape, Point3, Pose } from "../src/hand/hand.ts";
import type { Contact, Stage, WayPoint } from "../src/stage/stage.ts";
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
    ...pressed,
    direction: [0, -1, 0],
    force_n: 4,
    depth_m: 0.0042,
    radius_m: 0.008,
  };
  stage.show({ receiver: stage.hands.receiver.pose!, giver: null, contacts: [contact] }, 0);
  stage.showWay(way);
  stage.showForces([contact]);
}

export function untouched(stage: Stage): void {
  stage.dents("receiver", [], 1e3);
  stage.showWay(null);
  stage.showForces(null);
  stage.setVisible("giver", false);
}

/** Another hand that comes from across, above the first. */
export function beside(stage: Stage, shape: HandShape, pose: Pose, tone: Tone): void {
  stage.setShape("giver", shape);
  stage.setTone("giver", (tone <= 5 ? tone + 2 : tone - 3) as Tone);
  stage.setPose("giver", { ...pose, rotation: [1, 0, 0, 0], translation: [0.03, 0.21, -0.065] });
  stage.setVisible("giver", true);
}
