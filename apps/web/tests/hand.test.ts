// The hands that are drawn: WebAssembly against native, and what the wrapper promises.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { Hands, type Dent, type Hand, type HandShape } from "../src/hand/hand.ts";
import { root } from "./support.ts";

const moduleBytes = readFileSync(new URL("build/wasm/thenar_hand.wasm", root));
const asset = readFileSync(new URL("build/release/generated/hand.bin", root));

interface Recorded {
  shape: string;
  made: string;
  pose: number[];
  dents: number[][];
  marked: string[];
  positions: number[];
  normals: number[];
  zones: number[];
  distance: number[];
  joints: number[];
  points: string;
}

let hands: Hands;
let cases: Recorded[];
before(async () => {
  const folder = mkdtempSync(join(tmpdir(), "thenar-"));
  const file = join(folder, "cases.jsonl");
  const native = (path: string) => fileURLToPath(new URL(`build/release/${path}`, root));
  execFileSync(native("hand_conformance"), [native("generated/hand.bin"), file], { stdio: "inherit" });
  cases = readFileSync(file, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Recorded);
  rmSync(folder, { recursive: true });
  hands = valueOf(await Hands.load(moduleBytes, asset));
});

function valueOf<T>(result: { ok: true; value: T } | { ok: false; problems: unknown[] }): T {
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
}

function withHand(shape: HandShape, use: (hand: Hand) => void): void {
  const hand = valueOf(hands.make(shape));
  try {
    use(hand);
  } finally {
    hand.close();
  }
}

function farthest(a: ArrayLike<number>, b: ArrayLike<number>): number {
  assert.equal(a.length, b.length);
  let most = 0;
  for (let i = 0; i < a.length; ++i) most = Math.max(most, Math.abs(a[i]! - b[i]!));
  return most;
}

const dentOf = (n: number[]): Dent => ({
  centre: [n[0]!, n[1]!, n[2]!],
  inward: [n[3]!, n[4]!, n[5]!],
  radius_m: n[6]!,
  depth_m: n[7]!,
  reach_m: n[8]!,
});

test("WebAssembly poses and dents every hand as the native engine does, to a ten-thousandth of a millimetre", () => {
  assert.ok(cases.length >= 7);
  for (const one of cases)
    withHand(JSON.parse(one.shape) as HandShape, (hand) => {
      const rotation = one.pose.slice(24, 28) as [number, number, number, number];
      const translation = one.pose.slice(28) as [number, number, number];
      hand.move({ angles: one.pose.slice(0, 24), rotation, translation }, one.dents.map(dentOf));
      valueOf(hand.mark(one.marked));
      assert.ok(farthest(hand.positions, one.positions) < 1e-7, one.shape);
      assert.ok(farthest(hand.joints, one.joints) < 1e-7, one.shape);
      assert.ok(farthest(hand.normals, one.normals) < 1e-3, one.shape);
      assert.ok(farthest(hand.zoneDistance, one.distance) < 1e-6, one.shape);
      assert.deepEqual([...hand.vertexZones()], one.zones, one.shape);
      const points = (JSON.parse(one.points) as { points: { id: string; at: number[] }[] }).points;
      assert.deepEqual(
        valueOf(hand.points()).map(({ id }) => id),
        points.map(({ id }) => id),
      );
      valueOf(hand.points()).forEach(({ at }, i) => assert.ok(farthest(at, points[i]!.at) < 1e-7));
    });
});

test("hand.bin that is damaged, cut off or of another version is refused, and says why", async () => {
  const changed = (change: (bytes: Uint8Array) => Uint8Array | void) => {
    const bytes = new Uint8Array(asset);
    return change(bytes) ?? bytes;
  };
  for (const [found, bytes] of [
    [/damaged/, changed((bytes) => void (bytes[5000]! ^= 1))],
    [/damaged|cut off/, changed((bytes) => bytes.subarray(0, 9000))],
    [/version 2/, changed((bytes) => void (bytes[15] = 2))],
    [/./, new Uint8Array()],
  ] as const) {
    const refused = await Hands.load(moduleBytes, bytes);
    assert.ok(!refused.ok && refused.problems.length === 1);
    assert.match(refused.problems[0]!.found, found);
    assert.equal(refused.problems[0]!.place.file, "hand.bin");
  }
});

test("a practice that is none, a shape out of range and an unknown zone are refused with their places", async () => {
  const practice = await Hands.load(moduleBytes, asset, "{}");
  assert.ok(!practice.ok && practice.problems.length > 0);
  for (const [shape, path] of [
    [{ man: 2 }, "man"],
    [{ length_m: 3 }, "length_m"],
    [{ level: 4 }, "level"],
    [{ shapes: { wings: 1 } }, "shapes"],
    [{ colour: 1 }, "colour"],
  ] as const) {
    const made = hands.make(shape as HandShape);
    assert.ok(!made.ok, path);
    assert.equal(made.problems[0]!.place.path, path);
  }
  withHand({ level: 0 }, (hand) => assert.ok(!hand.mark(["ELSEWHERE"]).ok));
});

test("no more than eight hands are open at once, and none is used after it was closed", () => {
  const open = Array.from({ length: 8 }, () => valueOf(hands.make({ level: 0 })));
  assert.ok(!hands.make({ level: 0 }).ok);
  for (const hand of open) hand.close();
  assert.equal(open[0]!.meet([0, 0.06, -0.2], [0, 0, 1]), null);
  assert.ok(!open[0]!.points().ok);
});

test("the views stay those of the hand when another one makes the memory grow", () => {
  withHand({ level: 0 }, (hand) => {
    const before = [...hand.positions];
    withHand({ level: 3 }, () => assert.deepEqual([...hand.positions], before));
  });
});

test("forty-one points are found on every hand, and their zone is that of the skin there", () => {
  for (const shape of [{ level: 1 }, { level: 2, years: 7, length_m: 0.13 }])
    withHand(shape, (hand) => {
      const acupoints = valueOf(hand.points()).filter(({ kind }) => kind === "acupoint");
      const all = valueOf(hand.points());
      assert.equal(all.length, 41);
      assert.ok(acupoints.length > 20);
      const right = all.filter(({ triangle, weights, zone }) => hand.zoneAt(triangle, weights[1], weights[2]) === zone);
      assert.ok(right.length > 20, `${right.length} of 41`);
    });
});

test("a ray into the palm meets the skin of the palm, from in front and not from behind", () => {
  withHand({ level: 1 }, (hand) => {
    const hit = hand.meet([-0.03, 0.03, -0.2], [0, 0, 1]);
    assert.ok(hit);
    assert.equal(hit.zone, "THEN");
    assert.ok(hit.distance_m > 0.15 && hit.distance_m < 0.2);
    assert.equal(hand.meet([-0.03, 0.03, -0.2], [0, 0, -1]), null);
    assert.equal(hand.zoneAt(-1, 0, 0), null);
    assert.equal(hand.zoneAt(0, 2, 0), null);
    assert.equal(hand.zoneAt(1e9, 0, 0), null);
  });
});

test("the distance from a zone's outline is negative inside alone, and as steep as a distance", () => {
  withHand({ level: 2 }, (hand) => {
    valueOf(hand.mark(["THEN"]));
    const [distance, rest, triangles] = [hand.zoneDistance, hand.rest, hand.triangles];
    const inside = distance.filter((d) => d < 0).length;
    assert.ok(inside > 300 && inside < distance.length / 4, `${inside}`);
    for (let i = 0; i < triangles.length; i += 3) {
      const [a, b] = [triangles[i]!, triangles[i + 1]!];
      const apart = Math.hypot(...[0, 1, 2].map((k) => rest[3 * a + k]! - rest[3 * b + k]!));
      assert.ok(Math.abs(distance[a]! - distance[b]!) <= 1.3 * apart + 2e-4);
    }
    valueOf(hand.mark([]));
    assert.ok(hand.zoneDistance.every((d) => d > 0.015));
  });
});

test("normals are of unit length, and every triangle at rest is counterclockwise from outside", () => {
  withHand({ level: 1 }, (hand) => {
    hand.move({ angles: hand.restAngles.map((angle) => angle + 0.2) });
    const { normals } = hand;
    for (let i = 0; i < normals.length; i += 3)
      assert.ok(Math.abs(Math.hypot(normals[i]!, normals[i + 1]!, normals[i + 2]!) - 1) < 1e-5);
  });
});
