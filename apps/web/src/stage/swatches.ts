// Skin tones: the ten of the Monk scale (Ellis Monk, 2019).

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

export const swatchOf = (tone: Tone): string => swatches[tone - 1]!;
