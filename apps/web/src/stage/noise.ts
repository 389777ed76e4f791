// Textures that are computed: noise that repeats, and the fine relief of skin.
import {
  Data3DTexture,
  DataTexture,
  LinearFilter,
  LinearMipmapLinearFilter,
  RedFormat,
  RepeatWrapping,
  RGBAFormat,
} from "three";

/** Small random numbers with a fixed beginning (mulberry32), 0 to 1. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let z = Math.imul(state ^ (state >>> 15), 1 | state);
    z = (z + Math.imul(z ^ (z >>> 7), 61 | z)) ^ z;
    return ((z ^ (z >>> 14)) >>> 0) / 4294967296;
  };
}

/** Noise in space that repeats after a unit, 0 to 1; smooth by the texture's filter. */
export function noiseVolume(size = 32): Data3DTexture {
  const next = random(7);
  const values = Uint8Array.from({ length: size ** 3 }, () => 255 * next());
  const texture = new Data3DTexture(values, size, size, size);
  texture.format = RedFormat;
  texture.minFilter = texture.magFilter = LinearFilter;
  texture.wrapS = texture.wrapT = texture.wrapR = RepeatWrapping;
  texture.needsUpdate = true;
  return texture;
}

/** Fine relief of skin, a tile of cells between furrows: its slope in red and green (128 level), its height in
 * blue. */
export function reliefTile(size = 256, cells = 14): DataTexture {
  const height = cellHeights(size, cells);
  const at = (x: number, y: number) => height[((y + size) % size) * size + ((x + size) % size)]!;
  const values = new Uint8Array(4 * size * size);
  for (let y = 0; y < size; ++y)
    for (let x = 0; x < size; ++x) {
      const i = 4 * (y * size + x);
      values[i] = 128 + 127 * Math.max(-1, Math.min(1, 3 * (at(x + 1, y) - at(x - 1, y))));
      values[i + 1] = 128 + 127 * Math.max(-1, Math.min(1, 3 * (at(x, y + 1) - at(x, y - 1))));
      values[i + 2] = 255 * at(x, y);
      values[i + 3] = 255;
    }
  const texture = new DataTexture(values, size, size, RGBAFormat);
  texture.wrapS = texture.wrapT = RepeatWrapping;
  texture.magFilter = LinearFilter;
  texture.minFilter = LinearMipmapLinearFilter;
  texture.generateMipmaps = true;
  texture.anisotropy = 4;
  texture.needsUpdate = true;
  return texture;
}

/** 0 in the furrows between the cells of a random grid, towards 1 on the cells. */
function cellHeights(size: number, cells: number): Float32Array {
  const next = random(11);
  const centres = Array.from({ length: cells * cells }, () => [next(), next()] as const);
  const heights = new Float32Array(size * size);
  for (let y = 0; y < size; ++y)
    for (let x = 0; x < size; ++x) {
      const [u, v] = [(x / size) * cells, (y / size) * cells];
      let [first, second] = [9, 9];
      for (let j = -1; j <= 1; ++j)
        for (let i = -1; i <= 1; ++i) {
          const [cx, cy] = [Math.floor(u) + i, Math.floor(v) + j];
          const [jx, jy] = centres[((cy + cells) % cells) * cells + ((cx + cells) % cells)]!;
          const distance = Math.hypot(cx + jx - u, cy + jy - v);
          if (distance < first) [first, second] = [distance, first];
          else if (distance < second) second = distance;
        }
      const edge = second - first;
      heights[y * size + x] = 1 - Math.exp(-((edge / 0.22) ** 2));
    }
  return heights;
}
