// npm run bench: a picture of two hands in WebAssembly (skinning, sixteen dents, normals) and three.js skinning the
// same meshes on the processor, one after the other. Medians, milliseconds.
import { readFileSync } from "node:fs";
import {
  Bone,
  BufferGeometry,
  Float32BufferAttribute,
  Skeleton,
  SkinnedMesh,
  Uint16BufferAttribute,
  Vector3,
} from "three";
import { Hands, type Dent, type Hand } from "../src/hand/hand.ts";

const root = new URL("../../../", import.meta.url);
const rounds = 60;
const warming = 15;

function opened(hands: Hands, level: number): Hand {
  const made = hands.make({ level });
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.value;
}

/** Sixteen dents over the palm, as bench/motion_bench.cpp has them. */
const dents: Dent[] = Array.from({ length: 16 }, (_, i) => ({
  centre: [0.012 * (i % 4) - 0.018, 0.02 + 0.015 * Math.floor(i / 4), -0.014],
  inward: [0, 0, 1],
  radius_m: 0.008,
  depth_m: 0.003,
  reach_m: 0.0256,
}));

/** A mesh of three.js with the vertices of a hand, each on four bones: what it costs is what theirs would. */
function meshOf(hand: Hand): SkinnedMesh {
  const count = hand.vertices;
  const bones = Array.from({ length: 36 }, () => new Bone());
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new Float32BufferAttribute(hand.rest.slice(), 3));
  const places = Array.from({ length: 4 * count }, (_, i) => i % bones.length);
  geometry.setAttribute("skinIndex", new Uint16BufferAttribute(places, 4));
  geometry.setAttribute("skinWeight", new Float32BufferAttribute(new Array<number>(4 * count).fill(0.25), 4));
  const mesh = new SkinnedMesh(geometry);
  mesh.add(...bones);
  mesh.bind(new Skeleton(bones));
  return mesh;
}

function median(work: (round: number) => void): number {
  const times: number[] = [];
  for (let round = 0; round < warming + rounds; ++round) {
    const start = performance.now();
    work(round);
    if (round >= warming) times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[rounds / 2]!;
}

const loaded = await Hands.load(
  readFileSync(new URL("build/wasm/thenar_hand.wasm", root)),
  readFileSync(new URL("build/release/generated/hand.bin", root)),
);
if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
const both = [opened(loaded.value, 2), opened(loaded.value, 1)];
const ours = median((round) => {
  for (const hand of both) hand.move({ angles: hand.restAngles.map((angle) => angle + 0.001 * round) }, dents);
});
const meshes = both.map(meshOf);
const at = new Vector3();
const theirs = median(() => {
  for (const mesh of meshes) {
    const position = mesh.geometry.getAttribute("position");
    for (let v = 0; v < position.count; ++v) mesh.applyBoneTransform(v, at.fromBufferAttribute(position, v));
  }
});
console.log(`picture of two hands, WebAssembly: ${ours.toFixed(2)} ms (wanted 4)`);
console.log(
  `plain skinning of the same by three.js: ${theirs.toFixed(2)} ms; ours over theirs ${(ours / theirs).toFixed(2)}`,
);
