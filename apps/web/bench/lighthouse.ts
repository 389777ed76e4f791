// npm run bench:lighthouse: Lighthouse, fetched by npx, on the first page as a phone has it; until three runs are whole.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Served } from "../tests/served.ts";

interface Report {
  runtimeError?: { message: string };
  categories: Record<string, { score: number }>;
}

const served = await Served.start();
const folder = mkdtempSync(join(tmpdir(), "thenar-"));
const readJson = (file: string): Report => JSON.parse(readFileSync(file, "utf8")) as Report;
for (let tried = 0, whole = 0; whole < 3 && tried < 9; ++tried) {
  // Into a file: what it writes to a pipe may be cut off where it ends itself.
  const report = join(folder, `${tried}.json`);
  const asked = ["--yes", "lighthouse@13.5.0", served.address, "--quiet", "--output=json", `--output-path=${report}`];
  spawnSync("npx", [...asked, "--chrome-flags=--headless=new --no-sandbox --disable-gpu"], {
    env: { ...process.env, CHROME_PATH: "/usr/bin/chromium" },
    stdio: "ignore",
    timeout: 120_000,
  });
  const { categories, runtimeError } = existsSync(report)
    ? readJson(report)
    : { categories: {}, runtimeError: { message: "it did not come to an end" } };
  if (!runtimeError) ++whole;
  const scores = Object.entries(categories).map(([name, { score }]) => `${name} ${Math.round(100 * score)}`);
  console.log(runtimeError ? `broken off: ${runtimeError.message}` : scores.join(", "));
}
rmSync(folder, { recursive: true });
await served.stop();
