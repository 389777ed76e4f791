// The cushion with the shade it throws on what is behind everything.
import { BufferGeometry, Color, Mesh, PlaneGeometry, ShaderMaterial, Vector2 } from "three";
import type { Hand } from "../hand/hand.ts";
import { cushionFragment, cushionVertex, groundFragment, groundVertex } from "./cloth_glsl.ts";
import { cushionUnder } from "./cushion.ts";
import type { Room, Shared } from "./room.ts";
import { casting } from "./shadow.ts";

const size = { half_breadth_m: 0.115, half_length_m: 0.185, height_m: 0.06 };
/** How far beyond the cushion its shade reaches. */
const shadeReach_m = 0.25;
/** The share of the forearm that lies on it. */
const forearmOn = 0.55;

export class Bedding {
  readonly cushion: Mesh<BufferGeometry, ShaderMaterial>;
  readonly ground: Mesh<PlaneGeometry, ShaderMaterial>;

  constructor(shared: Shared) {
    this.cushion = new Mesh(
      new BufferGeometry(),
      new ShaderMaterial({
        vertexShader: cushionVertex,
        fragmentShader: cushionFragment,
        uniforms: { ...shared, uCloth: { value: new Color() } },
      }),
    );
    this.cushion.layers.enable(casting);
    this.cushion.frustumCulled = false;
    this.ground = new Mesh(new PlaneGeometry(1, 1), groundMaterial());
    this.ground.rotation.x = -Math.PI / 2;
    this.ground.renderOrder = -1;
    // Beyond the cushion light ends on the ground, or shade near its edge would be told wrongly.
    this.ground.layers.enable(casting);
  }

  furnish(room: Room): void {
    (this.cushion.material.uniforms["uCloth"]!.value as Color).set(room.cloth);
    // The shade is laid over the picture as it is shown.
    (this.ground.material.uniforms["uShade"]!.value as Color).set(room.shade).convertLinearToSRGB();
    this.ground.material.uniforms["uStrength"]!.value = room.shadeStrength;
  }

  /** Takes the shape under a hand whose skin is at `placed`, in the stage. */
  settle(hand: Hand, placed: Float32Array): void {
    const middle: [number, number] = [0, 0.5 * (-forearmOn * hand.elbow[1] - hand.length_m)];
    const { geometry, top_m } = cushionUnder({ positions: placed, count: hand.vertices }, middle, size);
    this.cushion.geometry.dispose();
    this.cushion.geometry = geometry;
    const { half_breadth_m, half_length_m, height_m } = size;
    this.ground.position.set(middle[0], top_m - height_m + 0.004, middle[1]);
    this.ground.scale.set(2 * (half_breadth_m + shadeReach_m), 2 * (half_length_m + shadeReach_m), 1);
    const uniforms = this.ground.material.uniforms;
    uniforms["uHalf"]!.value = new Vector2(half_breadth_m, half_length_m);
    uniforms["uScale"]!.value = new Vector2(this.ground.scale.x, this.ground.scale.y);
  }

  dispose(): void {
    this.cushion.geometry.dispose();
    this.cushion.material.dispose();
    this.ground.geometry.dispose();
    this.ground.material.dispose();
  }
}

function groundMaterial(): ShaderMaterial {
  return new ShaderMaterial({
    vertexShader: groundVertex,
    fragmentShader: groundFragment,
    transparent: true,
    depthWrite: false,
    uniforms: {
      uShade: { value: new Color() },
      uStrength: { value: 0.3 },
      uHalf: { value: new Vector2(0.1, 0.1) },
      uScale: { value: new Vector2(1, 1) },
    },
  });
}
