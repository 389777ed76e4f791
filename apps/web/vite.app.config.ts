// The app into build/web/app: the same files for any host, in any folder.
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import subset from "subset-font";
import { defineConfig, type Plugin } from "vite";

const root = new URL("../../", import.meta.url);
const generated = new URL("build/release/generated/", root);

/** Of each family what the languages of the app are written with. */
const letters = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x2010, 0x2026],
  [0x2190, 0x2193],
  [0x20ac, 0x20ac],
  [0x2713, 0x2713],
  [0x2212, 0x2212],
]
  .flatMap(([from, to]) => Array.from({ length: to! - from! + 1 }, (_, i) => String.fromCodePoint(from! + i)))
  .join("");
const fonts = [
  {
    family: "Atkinson Hyperlegible",
    weight: 400,
    file: "@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-400-normal.woff2",
  },
  {
    family: "Atkinson Hyperlegible",
    weight: 700,
    file: "@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-700-normal.woff2",
  },
  { family: "Fraunces", weight: 600, file: "@fontsource-variable/fraunces/files/fraunces-latin-wght-normal.woff2" },
];

const virtualFonts: Plugin = {
  name: "fonts",
  resolveId: (id) => (id === "virtual:fonts.css" ? "\0fonts.css" : null),
  async load(id) {
    if (id !== "\0fonts.css") return null;
    const emit = (file: { type: "asset"; name: string; source: Uint8Array }) => this.emitFile(file);
    const faces = fonts.map(async ({ family, weight, file }) => {
      const whole = readFileSync(new URL(`node_modules/${file}`, import.meta.url));
      const source = await subset(whole, letters, {
        targetFormat: "woff2",
        ...(file.includes("-wght-") ? { variationAxes: { wght: weight } } : {}),
      });
      const name = `${basename(file, ".woff2")}.woff2`;
      const url = this.meta.watchMode
        ? `data:font/woff2;base64,${source.toString("base64")}`
        : `__VITE_ASSET__${emit({ type: "asset", name, source })}__`;
      return `@font-face{font-family:"${family}";font-weight:${weight};font-display:swap;src:url(${url}) format("woff2")}`;
    });
    return (await Promise.all(faces)).join("\n");
  },
};

type Words = { words: Record<string, string> };
const wordsOf = (file: string) => (JSON.parse(readFileSync(new URL(file, generated), "utf8")) as Words).words;

/** The words that are there before the engine is: those of the app, in each language; and where the others are. */
const virtualWords: Plugin = {
  name: "words",
  resolveId: (id) => (/^virtual:(words|words\.[a-z]{2}|languages)$/.test(id) ? `\0${id}` : null),
  load(id) {
    const [, language] = /^\0virtual:words(?:\.([a-z]{2}))?$/.exec(id) ?? [null];
    if (id.startsWith("\0virtual:words")) {
      const all = Object.entries(wordsOf(language ? `words.${language}.json` : "practice.json"));
      const early = all.filter(([key]) => key.startsWith("app.") || key.startsWith("language."));
      return `export default ${JSON.stringify(Object.fromEntries(early))};`;
    }
    if (id !== "\0virtual:languages") return null;
    const codes = otherLanguages();
    const fileOf = (code: string) => `words.${code}.json`;
    const imports = codes.map(
      (code, i) => `import url${i} from ${JSON.stringify(`${new URL(fileOf(code), generated).pathname}?url`)};`,
    );
    const others = codes.map((code, i) => {
      const name = JSON.stringify(wordsOf(fileOf(code))["language.name"]);
      return `${code}: { name: ${name}, url: url${i}, early: () => import("virtual:words.${code}") }`;
    });
    return `${imports.join("\n")}\nexport const others = { ${others.join(", ")} };`;
  },
};

/** Other languages than English, as the practice was translated. */
const otherLanguages = (): string[] =>
  existsSync(generated)
    ? readdirSync(generated).flatMap((file) => /^words\.([a-z]{2})\.json$/.exec(file)?.[1] ?? [])
    : [];

/** Of the data of the voice, which speaks a hundred languages, what those of the app need; and where each part belongs. */
const virtualVoice: Plugin = {
  name: "voice",
  resolveId: (id) => (id === "virtual:voice" ? "\0voice" : null),
  load(id) {
    if (id !== "\0voice") return null;
    const folder = new URL("node_modules/@echogarden/espeak-ng-emscripten/", import.meta.url);
    const whole = readFileSync(new URL("espeak-ng.data", folder));
    const listed = readFileSync(new URL("espeak-ng.js", folder), "utf8").matchAll(
      /\{filename:"([^"]+)",start:(\d+),end:(\d+)\}/g,
    );
    const codes = ["en", ...otherLanguages()];
    const either = codes.join("|");
    const spoken = new RegExp(`/(phondata|phonindex|phontab|intonations|(${either})_dict|lang/[a-z]+/(${either}))$`);
    const wanted = 4 + 2 * codes.length;
    const parts = [...listed]
      .filter(([, file]) => spoken.test(file!))
      .map(([, , start, end]) => [Number(start), Number(end)] as const);
    if (parts.length !== wanted) throw new Error(`Of the ${wanted} files of the voice ${parts.length} were found`);
    const source = Buffer.concat(parts.map(([start, end]) => whole.subarray(start, end)));
    const url = this.meta.watchMode
      ? JSON.stringify(`data:application/octet-stream;base64,${source.toString("base64")}`)
      : `import.meta.ROLLUP_FILE_URL_${this.emitFile({ type: "asset", name: "voice.bin", source })}`;
    return `export default { url: ${url}, bytes: ${whole.length}, parts: ${JSON.stringify(parts)} };`;
  },
};

/** What each library wants told wherever it is given on. */
const libraries = [
  "@echogarden/espeak-ng-emscripten",
  "three",
  "svelte",
  "idb",
  "uplot",
  "ics",
  "nanoid",
  "property-expr",
  "runes2",
  "tiny-case",
  "toposort",
  "yup",
  "qrcode",
  "@fontsource/atkinson-hyperlegible",
  "@fontsource-variable/fraunces",
];
const licences: Plugin = {
  name: "licences",
  generateBundle() {
    const texts = libraries.map((library) => {
      const folder = new URL(`node_modules/${library}/`, import.meta.url);
      const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)/i.test(name));
      return `${library}\n\n${file ? readFileSync(new URL(file, folder), "utf8") : ""}`;
    });
    this.emitFile({ type: "asset", fileName: "licences.txt", source: texts.join("\n\n----\n\n") });
  },
};

/** The service worker: every file of the build, kept whole after the first load. */
const worker: Plugin = {
  name: "service-worker",
  enforce: "post",
  generateBundle(_, bundle) {
    const files = Object.keys(bundle)
      .filter((file) => !file.endsWith(".map"))
      .concat(["./", "icon.svg", "manifest.webmanifest"])
      .sort();
    const hash = createHash("sha256");
    for (const [name, file] of Object.entries(bundle))
      hash.update(name).update(file.type === "chunk" ? file.code : file.source);
    const code = readFileSync(new URL("app/service_worker.js", import.meta.url), "utf8");
    const source = code
      .replace("__FILES__", JSON.stringify(files))
      .replace("__VERSION__", JSON.stringify(hash.digest("hex").slice(0, 16)));
    this.emitFile({ type: "asset", fileName: "sw.js", source });
  },
};

/** Beside each file its like in gzip, where that is smaller: servers send it as it is. */
const packed: Plugin = {
  name: "packed",
  writeBundle({ dir }) {
    for (const file of readdirSync(dir!, { recursive: true, encoding: "utf8" })) {
      if (/\.(woff2|png|gz)$/.test(file) || !statSync(join(dir!, file)).isFile()) continue;
      const bytes = readFileSync(join(dir!, file));
      const small = gzipSync(bytes, { level: 9 });
      if (small.length + 64 < bytes.length) writeFileSync(join(dir!, `${file}.gz`), small);
    }
  },
};

export default defineConfig({
  root: "app",
  base: "./",
  plugins: [svelte(), virtualFonts, virtualWords, virtualVoice, licences, worker, packed],
  worker: { format: "es" },
  build: {
    outDir: "../../../build/web/app",
    emptyOutDir: true,
    target: "es2023",
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 800,
    modulePreload: { polyfill: false },
  },
});
