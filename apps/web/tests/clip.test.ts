// Clips of the file against the hands that play them, the player, and the colour of pressed skin.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import type { Clip, Clips, Contact, Sample } from "../src/hand/clips.ts";
import { Hands, type Hand, type Point3, type Pose } from "../src/hand/hand.ts";
import { Engine, type Plan, type Request } from "../src/engine/engine.ts";
import { Blush } from "../src/stage/blush.ts";
import { dentsOf, Player } from "../src/stage/player.ts";
import { moduleBytes, root } from "./support.ts";

let hands: Hands;
let clips: Clips;
let giver: Hand;
const bytesOf = (path: string) => new Uint8Array(readFileSync(new URL(path, root)));
before(async () => {
  const loaded = await Hands.load(bytesOf("build/wasm/thenar_hand.wasm"), bytesOf("build/release/generated/hand.bin"));
  assert.ok(loaded.ok);
  hands = loaded.value;
  const read = hands.clips(bytesOf("assets/motion/clips.bin"));
  assert.ok(read.ok);
  clips = read.value;
  const made = hands.make({ level: 1 });
  assert.ok(made.ok);
  giver = made.value;
});

/** How far the skin of a hand in a pose is from a point, of the other hand where it is a mirror image. */
function distance(pose: Pose, left: boolean, to: Point3): number {
  giver.move(pose);
  const positions = giver.positions;
  let nearest = Infinity;
  for (let v = 0; v < positions.length; v += 3) {
    const x = left ? -positions[v]! : positions[v]!;
    nearest = Math.min(nearest, Math.hypot(x - to[0], positions[v + 1]! - to[1], positions[v + 2]! - to[2]));
  }
  return nearest;
}

test("the skin of the giving hand is where a clip says that its pads touch, of a partner and of the person", () => {
  let looked = 0;
  for (let i = 0; i < clips.all.length; i += 23) {
    const clip = clips.all[i]!;
    if (!clip.has_giver || clip.thing !== "none") continue;
    for (const share of [0.1, 0.37, 0.5]) {
      const now = clip.at(share * clip.period_s);
      const lead = now.contacts.find(
        ({ pad, rests }) => !rests && pad !== null && !["palm", "heel", "fist"].includes(pad),
      );
      if (!lead) continue;
      const at = lead.at.map(
        (value, axis) => value - (lead.depth_m + lead.give_m) * lead.normal[axis]!,
      ) as unknown as Point3;
      assert.ok(distance(now.giver!, clip.mode === "self", at) < 0.004, `${clip.name} at ${share}`);
      ++looked;
    }
  }
  assert.ok(looked > 30, `${looked}`);
});

test("a clip comes back to its beginning without a jump, whatever the time, and never leaves what numbers mean", () => {
  for (let i = 0; i < clips.all.length; i += 61) {
    const clip = clips.all[i]!;
    const numbers = (now: Sample) => [
      ...now.receiver.angles,
      ...(now.giver?.angles ?? []),
      ...(now.giver?.translation ?? []),
    ];
    for (const t of [0.3, 1.7]) {
      const [here, later] = [numbers(clip.at(t)), numbers(clip.at(t + 5 * clip.period_s))];
      here.forEach((value, k) => assert.ok(Math.abs(value - later[k]!) < 1e-6, clip.name));
    }
    assert.ok(numbers(clip.at(NaN)).every(Number.isFinite));
  }
});

test("files of clips that are damaged or of another kind are refused with the place", () => {
  const bytes = bytesOf("assets/motion/clips.bin");
  for (const wrong of [
    bytes.slice(0, 1000),
    new Uint8Array([1, 2, 3]),
    bytes.map((byte, i) => (i === 5000 ? byte ^ 1 : byte)),
  ]) {
    const read = hands.clips(wrong);
    assert.ok(!read.ok && read.problems[0]!.place.file === "clips.bin");
  }
  assert.ok(hands.clips(bytes).ok);
});

const contact = (at: number, force_n: number): Contact => ({
  pad: "thumb",
  rests: false,
  at: [at, 0, 0],
  normal: [0, 0, 1],
  direction: [1, 0, 0],
  force_n,
  depth_m: force_n / 1000,
  give_m: force_n / 2000,
  radius_m: 0.008,
});

/** A clip that shows its time as an angle, and on the way to it 100 more. */
function counting(name: string, period_s: number): Clip {
  const showing = (angle: number): Sample => ({
    receiver: { angles: [angle] },
    giver: null,
    mirrored: false,
    contacts: [],
    thing: null,
  });
  const clip = {
    name,
    period_s,
    at: showing,
    after: (before: Clip) => ({
      seconds: 2,
      at: (t_s: number, of_s: number) => ({ sample: showing(100 + t_s), clip: t_s < of_s / 2 ? before : clip }),
    }),
  } as unknown as Clip;
  return clip;
}

test("a player shows the beginning, goes with the time, and stands still at speed 0", () => {
  const shown: number[] = [];
  const clip = counting("stroke", 4);
  const player = new Player({ show: ({ receiver }) => void shown.push(receiver.angles[0]!) });
  assert.equal(player.advance(1), false);
  player.play(clip);
  assert.ok(player.advance(0.5));
  player.speed = 2;
  player.advance(0.25);
  assert.deepEqual(shown, [0, 0.5, 1]);
  player.speed = 0;
  assert.equal(player.advance(1), false);
  assert.equal(player.t_s, 1);
  player.play(null);
  assert.equal(player.advance(1), false);
});

test("a player goes over to another stroke in the time that it is given, and begins it at its beginning", () => {
  const shown: number[] = [];
  const begun: string[] = [];
  const player = new Player({ show: ({ receiver }) => void shown.push(receiver.angles[0]!) });
  player.onClip = ({ name }) => void begun.push(name);
  player.goTo(counting("first", 4));
  player.advance(1);
  const second = counting("second", 4);
  player.goTo(second, 4);
  for (let i = 0; i < 5; ++i) player.advance(1);
  assert.deepEqual(shown, [0, 1, 101, 102, 103, 0, 1]);
  assert.deepEqual(begun, ["first", "second"]);
  assert.equal(player.clip, second);
});

test("between two strokes the giving hand stays a centimetre off the other, and touches at both ends", () => {
  const receiver = hands.make({ level: 1 });
  assert.ok(receiver.ok);
  const gap = ({ giver: pose, receiver: rest, mirrored }: Sample): number => {
    giver.move(pose!);
    receiver.value.move(rest);
    const [a, b] = [giver.positions, receiver.value.positions];
    let nearest = Infinity;
    for (let i = 0; i < a.length; i += 6)
      for (let j = 0; j < b.length; j += 3) {
        const x = (mirrored ? -a[i]! : a[i]!) - b[j]!;
        nearest = Math.min(nearest, Math.hypot(x, a[i + 1]! - b[j + 1]!, a[i + 2]! - b[j + 2]!));
      }
    return nearest;
  };
  for (const [from, to, share] of [
    ["PRESS.MOUND.thumb_pad.partner", "CIRC.BACK.thumb_pad.partner", 0.5],
    ["EFFL.BACK.flat_fingers.self", "CIRC.HYPO.thumb_pad.self", 0.3],
  ] as const) {
    const [before, after] = [clips.find(from)!, clips.find(to)!];
    const join = after.after(before, share * before.period_s)!;
    assert.ok(join.seconds >= 1.2 && join.seconds < 4, `${join.seconds}`);
    const of_s = Math.max(join.seconds, 2);
    for (let t = 0.36; t < of_s - 0.36; t += 0.1) assert.ok(gap(join.at(t, of_s)!.sample) > 0.0095, `${from} ${t}`);
    for (const [end, pose] of [
      [0, before.at(share * before.period_s)],
      [of_s, after.at(0)],
    ] as const)
      join
        .at(end, of_s)!
        .sample.giver!.translation!.forEach((value, axis) =>
          assert.ok(Math.abs(value - pose.giver!.translation![axis]!) < 1e-9),
        );
    assert.equal(join.at(0, of_s)!.clip, before);
    assert.equal(join.at(of_s, of_s)!.clip, after);
  }
  assert.equal(clips.all[0]!.after({ ...clips.all[0]! }, 0), null);
});

test("skin is pale where it is pressed, redder around, redder for a while after, and then as before", () => {
  const places = [0, 0.0105, 0.04];
  const positions = Float32Array.from(places.flatMap((x) => [x, 0, 0]));
  const out = new Float32Array(places.length);
  const blush = new Blush();
  blush.write(dentsOf([contact(0, 3)]), positions, out, 0);
  assert.ok(out[0]! < -0.8 && out[1]! > 0.2 && out[2] === 0, `${out}`);
  assert.ok(blush.write([], positions, out, 1));
  assert.ok(out[0]! > 0.3 && out[2] === 0, `${out}`);
  const soon = out[0]!;
  blush.write([], positions, out, 9);
  assert.ok(out[0]! > 0 && out[0]! < 0.5 * soon);
  assert.equal(blush.write([], positions, out, 200), false);
  assert.ok(out.every((value) => value === 0));
});

async function planOf(request: Request): Promise<Plan> {
  const engine = await Engine.load(moduleBytes);
  assert.ok(engine.ok);
  const plan = engine.value.plan(request);
  assert.ok(plan.ok, JSON.stringify(plan));
  return plan.value;
}

const ten: Request = {
  format: "thenar.request/1",
  checkin: { mode: "self", history: { weeks_since_first: 30 } },
  wishes: { minutes: 10, hands: ["left", "right"], goals: { stiffness: 1 }, medium: "lotion" },
};

test("what shows a plan lasts as long as its steps, in their order, and presses no harder than they say", async () => {
  const plan = await planOf(ten);
  const shown = clips.show(plan.request, plan.steps);
  assert.ok(shown.ok, JSON.stringify(shown));
  const seconds = new Map<number, number>();
  for (const { step, clip, seconds: of_s, hand } of shown.value) {
    seconds.set(step, (seconds.get(step) ?? 0) + of_s);
    assert.equal(hand, plan.steps[step]!.hand);
    const level = plan.steps[step]!.level;
    if (clip && typeof level === "number")
      assert.ok(clip.level <= level, `${clip.name} at ${clip.level}, step at ${level}`);
  }
  assert.deepEqual(
    [...seconds.keys()],
    plan.steps.map(({ index }) => index),
  );
  for (const { index, seconds: of_s } of plan.steps) assert.ok(Math.abs(seconds.get(index)! - of_s) < 1e-6);
  const seen = shown.value.filter(({ clip }) => clip !== null).length;
  assert.ok(seen >= 0.8 * shown.value.length, `${seen} of ${shown.value.length} are seen`);
});

test("no clip that touches a place that was hurt is shown", async () => {
  const sore: Request = { ...ten, checkin: { ...ten.checkin, marked: [{ hand: "left", zone: "THEN", as: "sore" }] } };
  const plan = await planOf(sore);
  const touching = (steps: Plan["steps"], request: Request) => {
    const shown = clips.show(request, steps);
    assert.ok(shown.ok, JSON.stringify(shown));
    return shown.value.filter(({ clip, hand }) => hand === "left" && clip?.group === "MOUND").length;
  };
  const hurt: Request = {
    ...ten,
    checkin: { ...ten.checkin, marked: [{ hand: "left", zone: "THEN", as: "injured" }] },
  };
  assert.ok(touching(plan.steps, sore) > 0);
  assert.equal(touching(plan.steps, hurt), 0);
});

test("steps that are none are refused with their place", () => {
  for (const wrong of [
    { request: {}, steps: [] },
    { request: ten, steps: [{}] },
  ]) {
    const shown = clips.show(wrong.request, wrong.steps);
    assert.ok(!shown.ok && shown.problems.length > 0);
  }
});
