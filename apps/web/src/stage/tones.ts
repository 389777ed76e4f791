// Skin tones: the ten of the Monk scale (Ellis Monk, 2019), and what follows from each for palm, blood and nails.
import { Color } from "three";

/** 1 the lightest … 10 the darkest. */
export type Tone = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;
export const tones: readonly Tone[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** Swatches of the scale, sRGB. */
const swatches = [
  "#f6ede4",
  "#f3e7db",
  "#f7ead0",
  "#eadaba",
  "#d7bd96",
  "#a07e56",
  "#825c43",
  "#604134",
  "#3a312a",
  "#292420",
] as const;

/** Colours of a hand, linear. */
export interface SkinColours {
  back: Color;
  palm: Color;
  /** What blood under the skin does to it: multiplied where it is redder, divided where it is paler. */
  blood: Color;
  nail: Color;
  crease: Color;
  /** How much its shine stands out: light from a dark skin is mostly shine. */
  gloss: number;
}

export const swatchOf = (tone: Tone): string => swatches[tone - 1]!;

/** How much pigment a tone has, 0 to 1. */
const pigmentOf = (tone: Tone): number => (tone - 1) / 9;

export function coloursOf(tone: Tone): SkinColours {
  const pigment = pigmentOf(tone);
  const back = new Color(swatchOf(tone));
  // A swatch is what is seen in diffuse light; living skin is a little darker and redder than its paint.
  back.multiply(new Color().setRGB(0.86, 0.715, 0.625));
  back.lerp(new Color().setRGB(0.2, 0.1, 0.06), 0.1 * pigment);
  const luminance = 0.2126 * back.r + 0.7152 * back.g + 0.0722 * back.b;
  const rosy = new Color().setRGB(0.66, 0.35, 0.25).multiplyScalar(1 - 0.62 * pigment * pigment);
  const palm = back.clone().lerp(rosy, 0.16 + 0.34 * pigment);
  const blood = new Color().setRGB(1, 0.7 + 0.16 * pigment, 0.68 + 0.18 * pigment);
  const nail = palm.clone().lerp(new Color().setRGB(0.8, 0.52, 0.45), 0.45 - 0.32 * pigment);
  const crease = back.clone().multiply(new Color().setRGB(0.62, 0.42 + 0.1 * luminance, 0.36));
  return { back, palm, blood, nail, crease, gloss: 1 + 1.1 * pigment };
}
