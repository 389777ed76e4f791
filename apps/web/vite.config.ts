import { defineConfig } from "vite";

export default defineConfig({
  root: "gallery",
  base: "./",
  build: {
    outDir: "../../../build/web/gallery",
    emptyOutDir: true,
    target: "es2023",
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 800,
  },
});
