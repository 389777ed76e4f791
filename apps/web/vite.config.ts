// Pages into build/web. The licences of what is inside go along.
import { readFileSync } from "node:fs";
import { defineConfig, type Plugin } from "vite";

const licences: Plugin = {
  name: "licences",
  generateBundle() {
    const source = readFileSync(new URL("node_modules/three/LICENSE", import.meta.url), "utf8");
    this.emitFile({ type: "asset", fileName: "licences.txt", source: `three.js\n\n${source}` });
  },
};

export default defineConfig({
  root: "gallery",
  base: "./",
  plugins: [licences],
  build: {
    outDir: "../../../build/web/gallery",
    emptyOutDir: true,
    target: "es2023",
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 800,
  },
});
