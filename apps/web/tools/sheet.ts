// sheet.ts DIR [TECHNIQUE]: a sheet of each technique, as the stage shows it: a row for every group it works on, six
// moments of a stroke from left to right. TECHNIQUE.jpg each, written whole or not at all.
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ClipFacts } from "../src/hand/clips.ts";
import { Gallery, type InPage } from "./browser.ts";

const moments = [0, 1 / 6, 2 / 6, 3 / 6, 4 / 6, 5 / 6];
const picture_px = 216;
const most = 12;

/** Of each group one stroke of each mode, with the tool that comes first, as many as a sheet has room for. */
function chosenOf(clips: readonly ClipFacts[]): ClipFacts[] {
  const first = new Map<string, ClipFacts>();
  for (const clip of clips) {
    const key = `${clip.group} ${clip.mode}`;
    if (!first.has(key)) first.set(key, clip);
  }
  return [...first.values()].slice(0, most);
}

async function sheet(page: Awaited<ReturnType<Gallery["page"]>>, rows: ClipFacts[]): Promise<Buffer> {
  const text = await page.evaluate(
    ({ rows, moments, side }) => {
      const { stage, still } = (window as unknown as InPage).thenar;
      const label = 22;
      const canvas = document.createElement("canvas");
      canvas.width = moments.length * side;
      canvas.height = rows.length * (side + label);
      const to = canvas.getContext("2d")!;
      to.fillStyle = "#fbf8f4";
      to.fillRect(0, 0, canvas.width, canvas.height);
      to.font = "15px sans-serif";
      rows.forEach(({ name, level }, row) => {
        const top = row * (side + label);
        to.fillStyle = "#3b332c";
        to.fillText(`${name}, level ${level}`, 6, top + 16);
        moments.forEach((share, column) => {
          still(name, share);
          stage.drawNow();
          to.drawImage(stage.renderer.domElement, column * side, top + label, side, side);
        });
      });
      return canvas.toDataURL("image/jpeg", 0.82);
    },
    { rows, moments, side: picture_px },
  );
  return Buffer.from(text.slice(text.indexOf(",") + 1), "base64");
}

const [folder, only] = process.argv.slice(2);
if (folder === undefined) {
  console.error("sheet.ts DIR [TECHNIQUE]");
  process.exit(2);
}
try {
  mkdirSync(folder, { recursive: true });
  const gallery = await Gallery.open();
  try {
    const page = await gallery.page("still=1&at=0&theme=light", { width: picture_px, height: picture_px });
    const all = await page.evaluate(() =>
      (window as unknown as InPage).thenar.clips.all.map(({ at, ...facts }) => (void at, facts)),
    );
    for (const technique of new Set(all.map((clip) => clip.technique))) {
      if (only !== undefined && technique !== only) continue;
      const rows = chosenOf(all.filter((clip) => clip.technique === technique));
      const file = join(folder, `${technique}.jpg`);
      writeFileSync(`${file}.part`, await sheet(page, rows));
      renameSync(`${file}.part`, file);
      console.log(`${file}: ${rows.length} strokes`);
    }
  } finally {
    await gallery.close();
  }
} catch (problem) {
  console.error(`${folder}: ${problem instanceof Error ? problem.message.split("\n")[0] : String(problem)}`);
  process.exit(4);
}
