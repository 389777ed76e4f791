// What follows from each skin tone for palm, blood and nails.
import { Color } from "three";
import { swatchOf, type Tone } from "./swatches.ts";

export { swatchOf, tones, type Tone } from "./swatches.ts";

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
