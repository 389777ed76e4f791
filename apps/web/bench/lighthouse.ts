// npm run bench:lighthouse: Lighthouse, fetched by npx, on the first page as a phone has it; three runs.
import { spawnSync } from "node:child_process";
import { Served } from "../tests/served.ts";

const served = await Served.start();
for (let run = 0; run < 3; ++run) {
  const asked = ["--yes", "lighthouse@13.5.0", served.address, "--quiet", "--output=json"];
  const made = spawnSync("npx", [...asked, "--chrome-flags=--headless=new --no-sandbox"], {
    env: { ...process.env, CHROME_PATH: "/usr/bin/chromium" },
    maxBuffer: 64 << 20,
  });
  const { categories } = JSON.parse(made.stdout.toString()) as { categories: Record<string, { score: number }> };
  console.log(
    Object.entries(categories)
      .map(([name, { score }]) => `${name} ${Math.round(100 * score)}`)
      .join(", "),
  );
}
await served.stop();
