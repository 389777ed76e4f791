// The things that touch: a massage ball, a thigh under a towel.
import { CapsuleGeometry, Color, Group, Mesh, ShaderMaterial, SphereGeometry, type BufferGeometry } from "three";
import type { Thing } from "../hand/clips.ts";
import { cushionFragment, cushionVertex } from "./cloth_glsl.ts";
import type { Room, Shared } from "./room.ts";
import { casting } from "./shadow.ts";

/** A thigh as far as it is seen, in its radii. */
const thighLength = 3;

export class Props {
  readonly group = new Group();
  readonly #meshes: Record<Thing["kind"], Mesh<BufferGeometry, ShaderMaterial>>;

  constructor(shared: Shared) {
    const made = (geometry: BufferGeometry) => {
      const uniforms = { ...shared, uCloth: { value: new Color() } };
      const mesh = new Mesh(
        geometry,
        new ShaderMaterial({ vertexShader: cushionVertex, fragmentShader: cushionFragment, uniforms }),
      );
      mesh.layers.enable(casting);
      this.group.add(mesh);
      return mesh;
    };
    const thigh = made(new CapsuleGeometry(1, thighLength, 12, 48));
    // Across the forearm, as one sits.
    thigh.rotation.z = Math.PI / 2;
    this.#meshes = { ball: made(new SphereGeometry(1, 48, 32)), thigh };
    this.show(null);
  }

  furnish(room: Room): void {
    (this.#meshes.ball.material.uniforms["uCloth"]!.value as Color).set(room.ball);
    (this.#meshes.thigh.material.uniforms["uCloth"]!.value as Color).set(room.towel);
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
      material.dispose();
    }
  }
}
