// Clips between their samples, and the colour of pressed skin.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Blush } from "../src/stage/blush.ts";
import { sampleAt, type Clip, type Contact, type Sample } from "../src/stage/clip.ts";
import { dentsOf, Player } from "../src/stage/player.ts";

const contact = (at: number, force_n: number): Contact => ({
  pad: "thumb",
  at: [at, 0, 0],
  normal: [0, 0, 1],
  direction: [1, 0, 0],
  force_n,
  depth_m: force_n / 1000,
  radius_m: 0.008,
});

const turned = (degrees: number): [number, number, number, number] => {
  const half = (degrees * Math.PI) / 360;
  return [0, 0, Math.sin(half), Math.cos(half)];
};

const sample = (bend: number, degrees: number, contacts: Contact[]): Sample => ({
  receiver: { angles: Array<number>(24).fill(bend) },
  giver: { angles: Array<number>(24).fill(-bend), rotation: turned(degrees), translation: [bend, 0, 0] },
  contacts,
});

const clip: Clip = {
  technique: "KNEAD",
  period_s: 4,
  samples: [sample(0, 0, [contact(0, 2)]), sample(1, 90, [contact(0.02, 4)]), sample(2, 170, []), sample(1, 200, [])],
};

const angleOf = ({ giver }: Sample): number => {
  const [, , z, w] = giver!.rotation!;
  return ((2 * Math.atan2(z, w) * 180) / Math.PI + 360) % 360;
};

test("a clip goes through its samples and between them in a straight line", () => {
  assert.equal(sampleAt(clip, 1), clip.samples[1]);
  const half = sampleAt(clip, 0.5);
  assert.equal(half.receiver.angles[7], 0.5);
  assert.equal(half.giver!.angles[7], -0.5);
  assert.ok(Math.abs(angleOf(half) - 45) < 1);
  assert.deepEqual(half.contacts[0]!.at, [0.01, 0, 0]);
  assert.equal(half.contacts[0]!.force_n, 3);
});

test("a clip comes back to its beginning without a jump, whatever the time", () => {
  const close = (a: number, b: number) => assert.ok(Math.abs(a - b) < 1e-9, `${a} ${b}`);
  for (const t of [0.3, 1.7, 3.9]) {
    for (const round of [4, -4, 400])
      close(sampleAt(clip, t + round).receiver.angles[0]!, sampleAt(clip, t).receiver.angles[0]!);
  }
  close(sampleAt(clip, 4 - 1e-12).receiver.angles[0]!, 0);
  assert.equal(sampleAt({ ...clip, period_s: 0 }, 5), clip.samples[0]);
});

test("turns take the short way round and stay of unit length", () => {
  const seam = sampleAt({ ...clip, samples: [sample(0, 350, []), sample(0, 10, [])], period_s: 2 }, 0.5);
  assert.ok(Math.abs(((angleOf(seam) + 180) % 360) - 180) < 1e-6);
  for (let t = 0; t < 4; t += 0.13) assert.ok(Math.abs(Math.hypot(...sampleAt(clip, t).giver!.rotation!) - 1) < 1e-12);
});

test("a contact that ends goes with its force, and none stays behind", () => {
  const forces = [1.25, 1.5, 1.75].map((t) => sampleAt(clip, t).contacts[0]!.force_n);
  assert.deepEqual(forces, [3, 2, 1]);
  assert.equal(sampleAt(clip, 2.5).contacts.length, 0);
  assert.equal(dentsOf(sampleAt(clip, 1.5).contacts).length, 1);
  assert.equal(dentsOf([contact(0, 0)]).length, 0);
});

test("a player shows the beginning, goes with the time, and stands still at speed 0", () => {
  const shown: number[] = [];
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
