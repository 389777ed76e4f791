// Light and what is around, bright and dark. Ways are those of the stage: y up, z towards the person.
import { Color, Vector3, Vector4, type IUniform } from "three";
import { mostCapsules } from "./light_glsl.ts";

export type Theme = "light" | "dark";

export interface Room {
  background: string;
  key: [number, number, number];
  rim: [number, number, number];
  sky: [number, number, number];
  ground: [number, number, number];
  cloth: string;
  ball: string;
  towel: string;
  mark: string;
  zone: string;
  sleeve: { receiver: string; giver: string };
  shade: string;
  shadeStrength: number;
}

export const rooms: Record<Theme, Room> = {
  light: {
    background: "#f7f2eb",
    key: [0.93, 0.885, 0.825],
    rim: [0.24, 0.255, 0.27],
    sky: [0.47, 0.445, 0.425],
    ground: [0.31, 0.245, 0.2],
    cloth: "#d2cbbd",
    ball: "#6f8f86",
    towel: "#e2dacd",
    mark: "#a4492b",
    zone: "#1f9c88",
    sleeve: { receiver: "#8fa39a", giver: "#b98e77" },
    shade: "#5a4636",
    shadeStrength: 0.34,
  },
  dark: {
    background: "#1a1411",
    key: [0.8, 0.73, 0.64],
    rim: [0.2, 0.2, 0.22],
    sky: [0.33, 0.32, 0.325],
    ground: [0.2, 0.16, 0.13],
    cloth: "#5d5148",
    ball: "#56766d",
    towel: "#75675c",
    mark: "#e5855f",
    zone: "#3fae9a",
    sleeve: { receiver: "#4b625a", giver: "#7c5340" },
    shade: "#000000",
    shadeStrength: 0.5,
  },
};

export const wayToKey = new Vector3(-0.42, 0.8, 0.42).normalize();
export const wayToRim = new Vector3(0.75, 0.42, -0.55).normalize();

/** Uniforms that all materials of a stage share. */
export type Shared = Record<string, IUniform>;

export function sharedUniforms(): Shared {
  return {
    uKeyWay: { value: wayToKey },
    uRimWay: { value: wayToRim },
    uKeyColour: { value: new Color() },
    uRimColour: { value: new Color() },
    uSky: { value: new Color() },
    uGround: { value: new Color() },
    uShadowMap: { value: null },
    uShadowFar: { value: null },
    uShadowMatrix: { value: null },
    uShadowBias: { value: 0.004 },
    uNoise: { value: null },
    uCapsuleA: { value: Array.from({ length: mostCapsules }, () => new Vector4()) },
    uCapsuleB: { value: Array.from({ length: mostCapsules }, () => new Vector3()) },
    uCapsules: { value: 0 },
  };
}

export function furnish(shared: Shared, theme: Theme): void {
  const room = rooms[theme];
  (shared["uKeyColour"]!.value as Color).setRGB(...room.key);
  (shared["uRimColour"]!.value as Color).setRGB(...room.rim);
  (shared["uSky"]!.value as Color).setRGB(...room.sky);
  (shared["uGround"]!.value as Color).setRGB(...room.ground);
}
