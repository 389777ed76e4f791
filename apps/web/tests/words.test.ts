// Every sentence that the app asks for by its key is there, and every one of the app's own is asked for.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { readJson } from "../tools/generated.ts";

const folder = new URL("../app/", import.meta.url);
const source = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.(svelte|ts)$/.test(name))
  .map((name) => readFileSync(new URL(name, folder), "utf8"))
  .join("\n");
const { words } = readJson<{ words: Record<string, string> }>("build/release/generated/practice.json");

const named = new Set(
  source.match(/(?<=")(app|cli|session|checkin|hand|who|outcomes|report|reminder)\.[a-z_.-]+(?=")/g),
);
/** Beginnings of keys that end with what is shown. */
const begun = [...new Set(source.match(/(?<=`)(app|session|checkin|hand)\.[a-z_.]*(?=\$\{)/g))];

test("no key of the app is without words", () => {
  assert.ok(named.size > 100, `${named.size}`);
  assert.deepEqual(
    [...named].filter((key) => !(key in words)),
    [],
  );
  for (const beginning of begun)
    assert.ok(
      Object.keys(words).some((key) => key.startsWith(beginning)),
      beginning,
    );
});

test("no words of the app are left that nothing asks for", () => {
  const unused = (key: string) => !named.has(key) && !begun.some((beginning) => key.startsWith(beginning));
  assert.deepEqual(
    Object.keys(words).filter((key) => key.startsWith("app.") && unused(key)),
    [],
  );
});
