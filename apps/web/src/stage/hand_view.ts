// One hand as it is drawn: its mesh, skin, sleeve, and the capsules that stand for it in the shade.
import {
  BufferAttribute,
  BufferGeometry,
  Color,
  DoubleSide,
  DynamicDrawUsage,
  Group,
  Mesh,
  ShaderMaterial,
  Vector2,
  Vector3,
  Vector4,
} from "three";
import type { Dent, Hand, Point3, Pose, Result } from "../hand/hand.ts";
import { sleeveFragment, sleeveVertex } from "./cloth_glsl.ts";
import type { Shared } from "./room.ts";
import { casting } from "./shadow.ts";
import { Sleeve, sleeveBeyond_m } from "./sleeve.ts";
import { skinFragment, skinVertex } from "./skin_glsl.ts";
import { linesBox, linesTexture } from "./skin_lines.ts";
import { coloursOf, type Tone } from "./tones.ts";

export type Side = "left" | "right";

/** Where a sleeve usually begins, and the last place where one can, as shares of the forearm from the wrist. */
export const usualSleeve = 0.62;
const skinEnds = 0.99;

const standardLength = 0.185;
/** Of the fingers' bones with what lies over them, metres: metacarpal and phalanges; thumb; forearm. */
const fingerRadii = [0.0105, 0.0085, 0.0072, 0.0062] as const;
const thumbRadii = [0.0125, 0.0098, 0.0082] as const;
const forearmRadius = 0.025;
const fadeSeconds = 0.25;

export class HandView {
  readonly group = new Group();
  readonly skin: Mesh<BufferGeometry, ShaderMaterial>;
  readonly #sleeve: Mesh<BufferGeometry, ShaderMaterial>;
  readonly #cloth = new Sleeve();
  #hand: Hand | null = null;
  #pose: Pose | null = null;
  #dents: readonly Dent[] = [];
  #tone: Tone = 4;
  #sleeveAt: number | null = usualSleeve;
  #marked: readonly string[] = [];
  #wanted: readonly string[] = [];

  constructor(shared: Shared) {
    const geometry = new BufferGeometry();
    this.skin = new Mesh(geometry, skinMaterial(shared));
    this.#sleeve = new Mesh(this.#cloth.geometry, sleeveMaterial(shared, this.skin.material));
    for (const mesh of [this.skin, this.#sleeve]) {
      mesh.frustumCulled = false;
      this.group.add(mesh);
    }
    this.skin.layers.enable(casting);
    this.#sleeve.layers.enable(casting);
    this.skin.renderOrder = 2;
    this.#sleeve.renderOrder = 3;
    this.tone = 4;
  }

  get hand(): Hand | null {
    return this.#hand;
  }
  get pose(): Pose | null {
    return this.#pose;
  }

  /** Takes another hand, of somebody so many years old; the one before is freed. */
  wear(hand: Hand, years: number): void {
    this.#hand?.close();
    this.#hand = hand;
    const size = hand.length_m / standardLength;
    const geometry = this.skin.geometry;
    for (const name of Object.keys(geometry.attributes)) geometry.deleteAttribute(name);
    const fixed = (values: Float32Array, items: number) => new BufferAttribute(values.slice(), items);
    geometry.setAttribute("rest", fixed(hand.rest, 3));
    geometry.setAttribute("restNormal", fixed(hand.restNormals, 3));
    geometry.setAttribute("chart", fixed(hand.chart, 4));
    for (const [name, values, items] of [
      ["position", hand.positions, 3],
      ["normal", hand.normals, 3],
      ["blush", new Float32Array(hand.vertices), 1],
      ["zoneDistance", new Float32Array(hand.vertices).fill(1), 1],
    ] as const)
      geometry.setAttribute(name, new BufferAttribute(values, items).setUsage(DynamicDrawUsage));
    geometry.setIndex(new BufferAttribute(hand.triangles.slice(), 1));
    const uniforms = this.skin.material.uniforms;
    uniforms["uSize"]!.value = size;
    uniforms["uYears"]!.value = Math.min(1.5, 0.25 + (0.75 * Math.max(0, years - 10)) / 25);
    hand.move({ angles: hand.restAngles });
    (uniforms["uLines"]!.value as { dispose(): void } | null)?.dispose();
    uniforms["uLines"]!.value = linesTexture(digitPoints(hand, size));
    this.#marked = [];
    this.sleeveAt = this.#sleeveAt;
    this.move(this.#pose ?? { angles: hand.restAngles });
  }

  set side(side: Side) {
    this.group.scale.x = side === "left" ? -1 : 1;
  }
  get side(): Side {
    return this.group.scale.x < 0 ? "left" : "right";
  }

  get tone(): Tone {
    return this.#tone;
  }
  set tone(tone: Tone) {
    this.#tone = tone;
    const { back, palm, blood, nail, crease, gloss } = coloursOf(tone);
    const uniforms = this.skin.material.uniforms;
    uniforms["uGloss"]!.value = gloss;
    for (const [name, colour] of Object.entries({
      uBack: back,
      uPalm: palm,
      uBlood: blood,
      uNail: nail,
      uCrease: crease,
    }))
      uniforms[name]!.value = colour;
  }

  /** Where the sleeve begins; null lays the whole forearm bare, up to where the skin ends. */
  set sleeveAt(share: number | null) {
    this.#sleeveAt = share;
    const forearm = this.#hand ? -this.#hand.elbow[1] : 0.2;
    const cuff = (share ?? skinEnds) * forearm;
    const uniforms = this.skin.material.uniforms;
    uniforms["uCuff"]!.value = cuff;
    uniforms["uHidden"]!.value = cuff + 0.012;
    this.#sleeve.material.uniforms["uSleeveFade"]!.value.set(forearm, forearm + 0.9 * sleeveBeyond_m);
    if (!this.#hand) return;
    this.#cloth.wear(this.#hand, cuff);
    this.#cloth.move(this.#hand);
  }

  clothed(colour: string): void {
    (this.#sleeve.material.uniforms["uCloth"]!.value as Color).set(colour);
  }

  /** Brings it into a pose; dents stay as they are. */
  move(pose: Pose, dents: readonly Dent[] = this.#dents): void {
    this.#pose = pose;
    this.#dents = dents;
    if (!this.#hand) return;
    this.#hand.move(pose, dents);
    const geometry = this.skin.geometry;
    this.#refresh(geometry, "position", this.#hand.positions);
    this.#refresh(geometry, "normal", this.#hand.normals);
    this.#cloth.move(this.#hand);
  }

  /** Wrist, knuckles and fingertips as they are now. */
  jointPoints(): Point3[] {
    const joints = this.#hand?.joints ?? [];
    return Array.from({ length: Math.max(0, joints.length / 3 - 1) }, (_, i): Point3 => [
      joints[3 * i + 3]!,
      joints[3 * i + 4]!,
      joints[3 * i + 5]!,
    ]);
  }

  /** Takes a pose that the next move shows. */
  poseOnly(pose: Pose): void {
    this.#pose = pose;
  }

  #refresh(geometry: BufferGeometry, name: string, values: Float32Array): void {
    const attribute = geometry.getAttribute(name) as BufferAttribute;
    attribute.array = values;
    attribute.needsUpdate = true;
  }

  /** Takes new views where the memory that they looked at has grown into another. */
  refresh(): void {
    if (!this.#hand) return;
    const { positions, normals } = this.#hand;
    if (this.skin.geometry.getAttribute("position").array === positions) return;
    this.#refresh(this.skin.geometry, "position", positions);
    this.#refresh(this.skin.geometry, "normal", normals);
  }

  /** Colour of the skin under pressure, a value a vertex: −1 paler … 1 redder. */
  get blush(): Float32Array {
    return this.skin.geometry.getAttribute("blush").array as Float32Array;
  }
  blushed(): void {
    (this.skin.geometry.getAttribute("blush") as BufferAttribute).needsUpdate = true;
  }

  /** Highlights zones; they come and go softly. */
  mark(zones: readonly string[]): Result<unknown> {
    if (!this.#hand) return { ok: true, value: null };
    const known = this.#hand.mark(zones);
    if (!known.ok) return known;
    this.#wanted = zones;
    return known;
  }

  /** Lets a highlight come or go by some seconds; whether it still does. */
  advance(seconds: number): boolean {
    const shown = this.skin.material.uniforms["uZoneShown"]!;
    const same = this.#wanted.join() === this.#marked.join();
    const goal = same && this.#marked.length > 0 ? 1 : 0;
    const step = seconds / fadeSeconds;
    shown.value = goal > shown.value ? Math.min(goal, shown.value + step) : Math.max(goal, shown.value - step);
    if (!same && shown.value === 0) {
      this.#marked = this.#wanted;
      if (this.#marked.length > 0 && this.#hand) this.#showMarked(this.#hand);
      return true;
    }
    return shown.value !== goal;
  }

  #showMarked(hand: Hand): void {
    hand.mark(this.#marked);
    const attribute = this.skin.geometry.getAttribute("zoneDistance") as BufferAttribute;
    (attribute.array as Float32Array).set(hand.zoneDistance);
    attribute.needsUpdate = true;
  }

  set zoneColour(colour: string) {
    (this.skin.material.uniforms["uZoneColour"]!.value as Color).set(colour);
  }

  /** Its capsules, into uniforms from a place on; the place after them. */
  shade(ends: Vector4[], others: Vector3[], at: number): number {
    if (!this.#hand || !this.group.visible) return at;
    const joints = this.#hand.joints;
    const size = this.#hand.length_m / standardLength;
    const place = (i: number) =>
      this.group.localToWorld(new Vector3(joints[3 * i], joints[3 * i + 1], joints[3 * i + 2]));
    const add = (a: Vector3, b: Vector3, radius: number) => {
      ends[at]!.set(a.x, a.y, a.z, radius * size);
      others[at++]!.copy(b);
    };
    const [elbow, wrist, ulnar, radial] = [place(0), place(1), place(2), place(3)];
    add(elbow, wrist, forearmRadius);
    for (let digit = 0; digit < 5; ++digit) {
      const chain = [0, 1, 2, 3].map((k) => place(4 + 4 * digit + k));
      if (digit > 0) add(radial.clone().lerp(ulnar, (digit - 1) / 3), chain[0]!, fingerRadii[0]);
      for (let k = 0; k < 3; ++k) add(chain[k]!, chain[k + 1]!, digit === 0 ? thumbRadii[k]! : fingerRadii[k + 1]!);
    }
    return at;
  }

  dispose(): void {
    this.#hand?.close();
    this.skin.geometry.dispose();
    this.#cloth.geometry.dispose();
    (this.skin.material.uniforms["uLines"]!.value as { dispose(): void } | null)?.dispose();
    this.skin.material.dispose();
    this.#sleeve.material.dispose();
  }
}

function skinMaterial(shared: Shared): ShaderMaterial {
  return new ShaderMaterial({
    vertexShader: skinVertex,
    fragmentShader: skinFragment,
    transparent: true,
    uniforms: {
      ...shared,
      uSize: { value: 1 },
      uLines: { value: null },
      uLinesBox: { value: new Vector4(...linesBox) },
      uBack: { value: new Color() },
      uPalm: { value: new Color() },
      uBlood: { value: new Color() },
      uNail: { value: new Color() },
      uCrease: { value: new Color() },
      uZoneColour: { value: new Color("#2f8f7d") },
      uYears: { value: 1 },
      uZoneShown: { value: 0 },
      uGloss: { value: 1 },
      uHidden: { value: 9 },
      uCuff: { value: 9 },
    },
  });
}

function sleeveMaterial(shared: Shared, skin: ShaderMaterial): ShaderMaterial {
  const { uSize, uCuff } = skin.uniforms;
  return new ShaderMaterial({
    vertexShader: sleeveVertex,
    fragmentShader: sleeveFragment,
    side: DoubleSide,
    transparent: true,
    uniforms: {
      ...shared,
      uSize: uSize!,
      uCuff: uCuff!,
      uCloth: { value: new Color() },
      uSleeveFade: { value: new Vector2(1, 2) },
    },
  });
}

/** Joints at rest as skin_lines.ts wants them. */
function digitPoints(hand: Hand, size: number): [number, number][][] {
  const scale = 1000 / size;
  return Array.from({ length: 5 }, (_, digit) =>
    [0, 1, 2, 3].map((k) => {
      const at = 3 * (4 + 4 * digit + k);
      return [hand.joints[at]! * scale, hand.joints[at + 1]! * scale] as [number, number];
    }),
  );
}
