// The things that touch: a massage ball, a thigh under a towel.
import { CapsuleGeometry, Group, Mesh, MeshStandardMaterial, SphereGeometry } from "three";
import type { Thing } from "../hand/clips.ts";

/** A thigh as far as it is seen, in its radii. */
const thighLength = 3;

export class Props {
  readonly group = new Group();
  readonly #meshes: Record<Thing["kind"], Mesh>;

  constructor() {
    const ball = new Mesh(new SphereGeometry(1, 48, 32), new MeshStandardMaterial({ color: 0x6f8f86, roughness: 0.7 }));
    const thigh = new Mesh(
      new CapsuleGeometry(1, thighLength, 12, 48),
      new MeshStandardMaterial({ color: 0xd8cfc2, roughness: 0.95 }),
    );
    // Across the forearm, as one sits.
    thigh.rotation.z = Math.PI / 2;
    this.#meshes = { ball, thigh };
    this.group.add(ball, thigh);
    this.show(null);
  }

  show(thing: Thing | null): void {
    for (const [kind, mesh] of Object.entries(this.#meshes)) mesh.visible = kind === thing?.kind;
    if (!thing) return;
    const mesh = this.#meshes[thing.kind];
    mesh.position.set(...thing.middle);
    mesh.scale.setScalar(thing.radius_m);
  }

  dispose(): void {
    for (const { geometry, material } of Object.values(this.#meshes)) {
      geometry.dispose();
      (material as MeshStandardMaterial).dispose();
    }
  }
}
