// What thenar motion export writes, judged by the validator of those who made the format.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { validateBytes } from "gltf-validator";
import { root } from "./support.ts";

const program = fileURLToPath(new URL("build/release/thenar", root));
let folder = "";
before(() => void (folder = mkdtempSync(join(tmpdir(), "thenar-"))));
after(() => rmSync(folder, { recursive: true }));

/** Runs the program and gives the file that it wrote. */
function exported(name: string, ...options: string[]): Buffer {
  const file = join(folder, name);
  execFileSync(program, ["motion", "export", ...options, "-o", file], { stdio: ["ignore", "inherit", "ignore"] });
  return readFileSync(file);
}

async function isValid(bytes: Buffer) {
  const { issues, info } = await validateBytes(new Uint8Array(bytes), { maxIssues: 20 });
  assert.deepEqual([issues.numErrors, issues.numWarnings], [0, 0], JSON.stringify(issues.messages, null, 2));
  return info;
}

test("a technique is written as a file of glTF without fault: skinned, dented and moving", async () => {
  const info = await isValid(exported("knead.glb", "--technique", "PRESS", "--zone", "THEN", "--tool", "thumb_pad"));
  assert.equal(info.generator, "Thenar");
  assert.ok(info.hasSkins && info.hasMorphTargets && info.animationCount === 1, JSON.stringify(info));
  assert.equal(info.maxInfluences, 4);
});

test("so is a ball under a hand", async () => {
  const options = ["--technique", "KNEAD", "--zone", "THEN", "--tool", "ball", "--mode", "self"];
  const info = await isValid(exported("ball.glb", ...options));
  assert.ok(info.drawCallCount >= 2);
});

test("so is a plan for both hands", async () => {
  const [request, plan] = [join(folder, "request.json"), join(folder, "plan.json")];
  writeFileSync(
    request,
    JSON.stringify({
      format: "thenar.request/1",
      checkin: { mode: "self", age_years: 40, ratings: { pain: { left: 3, right: 2 } } },
      wishes: { goals: { pain: 1 }, minutes: 5, hands: ["left", "right"], position: "desk", medium: "lotion" },
    }),
  );
  execFileSync(program, ["plan", request, "-o", plan]);
  const bytes = exported("plan.glb", plan);
  await isValid(bytes);
  assert.ok(bytes.length < 20e6, `${bytes.length} bytes`);
});
