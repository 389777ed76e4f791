// What is drawn beside the hands when it is asked for: the way a pad goes, and how hard it presses.
import {
  BufferAttribute,
  BufferGeometry,
  Color,
  ConeGeometry,
  CylinderGeometry,
  GreaterDepth,
  Group,
  Mesh,
  MeshBasicMaterial,
  RingGeometry,
  Vector3,
  type Material,
} from "three";
import type { Point3 } from "../hand/hand.ts";
import type { Contact } from "../hand/clips.ts";

/** A way over the skin: points with the skin's normals, in the world of the poses. */
export interface WayPoint {
  at: Point3;
  normal: Point3;
}

const ribbonHalf_m = 0.0011;
const above_m = 0.0012;
const headLength_m = 0.011;
const headHalf_m = 0.0052;
/** An arrow of force: its length without force, and what a newton adds. */
const arrowBase_m = 0.012;
const arrowPerNewton_m = 0.0035;

export class Marks {
  readonly group = new Group();
  readonly #way = new Group();
  readonly #forces = new Group();
  readonly #materials: MeshBasicMaterial[];

  constructor() {
    // What lies behind a hand stays visible, faintly.
    const shared = { transparent: true, depthWrite: false, toneMapped: false } as const;
    this.#materials = [
      new MeshBasicMaterial({ ...shared, opacity: 0.95 }),
      new MeshBasicMaterial({ ...shared, opacity: 0.22, depthFunc: GreaterDepth }),
    ];
    this.group.add(this.#way, this.#forces);
    this.group.renderOrder = 5;
  }

  set colour(colour: string) {
    // The picture is not converted any more after the materials: their colours are those of the screen.
    for (const material of this.#materials) material.color = new Color(colour);
  }

  /** Shows a way with its direction; null hides it. */
  showWay(way: readonly WayPoint[] | null): void {
    empty(this.#way);
    if (way && way.length > 1) this.#add(this.#way, ribbon(way));
  }

  /** Shows how hard and where each contact presses, and which way it goes; null hides all. */
  showForces(contacts: readonly Contact[] | null): void {
    empty(this.#forces);
    for (const contact of contacts ?? []) {
      if (contact.force_n <= 0) continue;
      const at = new Vector3(...contact.at);
      const out = new Vector3(...contact.normal);
      const length = arrowBase_m + arrowPerNewton_m * contact.force_n;
      const [head, shaft] = [new ConeGeometry(0.0032, 0.007, 20), new CylinderGeometry(0.0012, 0.0012, length, 12)];
      head.rotateX(Math.PI).translate(0, 0.0055, 0);
      shaft.translate(0, 0.009 + 0.5 * length, 0);
      const ring = new RingGeometry(0.92 * contact.radius_m, 1.05 * contact.radius_m, 40);
      ring.rotateX(-Math.PI / 2).translate(0, above_m, 0);
      for (const part of [head, shaft, ring])
        for (const mesh of this.#add(this.#forces, part)) {
          mesh.position.copy(at);
          mesh.quaternion.setFromUnitVectors(new Vector3(0, 1, 0), out);
        }
    }
  }

  #add(to: Group, geometry: BufferGeometry): Mesh[] {
    return this.#materials.map((material: Material) => {
      const mesh = new Mesh(geometry, material);
      mesh.renderOrder = 5;
      mesh.frustumCulled = false;
      to.add(mesh);
      return mesh;
    });
  }

  dispose(): void {
    empty(this.#way);
    empty(this.#forces);
    for (const material of this.#materials) material.dispose();
  }
}

function empty(group: Group): void {
  for (const child of [...group.children]) {
    (child as Mesh).geometry.dispose();
    group.remove(child);
  }
}

/** A flat band over the skin that ends in a head. */
function ribbon(way: readonly WayPoint[]): BufferGeometry {
  const points = way.map(({ at, normal }) => ({ at: new Vector3(...at), up: new Vector3(...normal) }));
  const lengths = [0];
  for (let i = 1; i < points.length; ++i) lengths.push(lengths[i - 1]! + points[i]!.at.distanceTo(points[i - 1]!.at));
  const total = lengths.at(-1)!;
  const neck = Math.max(0.3 * total, total - headLength_m);
  const positions: number[] = [];
  const rows: [number, number][] = [];
  for (let i = 0; i < points.length; ++i) {
    const before = lengths[i]! < neck;
    rows.push([i, before ? ribbonHalf_m : (headHalf_m * (total - lengths[i]!)) / Math.max(1e-6, total - neck)]);
    if (before && (lengths[i + 1] ?? 0) >= neck) rows.push([i + 1, ribbonHalf_m], [i + 1, headHalf_m]);
  }
  for (const [i, half] of rows) {
    const at = Math.min(i, points.length - 1);
    const { at: point, up } = points[at]!;
    const ahead = points[Math.min(at + 1, points.length - 1)]!.at.clone().sub(points[Math.max(at - 1, 0)]!.at);
    const left = up.clone().cross(ahead).normalize();
    for (const side of [1, -1])
      positions.push(
        ...point
          .clone()
          .addScaledVector(up, above_m)
          .addScaledVector(left, side * half)
          .toArray(),
      );
  }
  const index: number[] = [];
  for (let row = 0; row + 1 < rows.length; ++row) {
    const a = 2 * row;
    index.push(a, a + 1, a + 2, a + 1, a + 3, a + 2);
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(new Float32Array(positions), 3));
  geometry.setIndex(index);
  return geometry;
}
