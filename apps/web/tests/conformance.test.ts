// The engine in WebAssembly against the same engine native: equal bytes, call by call.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Clearance, Plan } from "../src/engine/engine.ts";
import { EngineModule } from "../src/engine/module.ts";
import { readJson } from "../tools/generated.ts";
import { answerOf, loadedOutcomes, moduleBytes, nativeSet, type RecordedCall } from "./support.ts";

let calls: RecordedCall[];
before(() => {
  calls = nativeSet().calls;
});

const answers = <T>(name: RecordedCall["call"]) =>
  calls.filter(({ call, ok }) => call === name && ok).map(({ answer }) => JSON.parse(answer) as T);

test("WebAssembly answers every call with the bytes of the native engine", async () => {
  const module = await EngineModule.start(moduleBytes);
  const outcomes = await loadedOutcomes();
  for (const recorded of calls) {
    const { ok, text } = answerOf(module, outcomes, recorded);
    const what = `${recorded.about}: ${recorded.call} ${recorded.input.slice(0, 300)}`;
    assert.ok(text === recorded.answer, `${what}\nnative: ${recorded.answer}\nmodule: ${text}`);
    assert.equal(ok, recorded.ok, what);
  }
});

test("the set holds more than two hundred requests, each with clearance, plan and instance", () => {
  for (const name of ["screen", "plan", "instance"] as const)
    assert.ok(calls.filter(({ call, ok }) => call === name && ok).length > 200, name);
});

test("the set asks for every programme and meets every precaution", () => {
  const ids = readJson<{ $defs: Record<string, { enum: string[] }> }>("docs/formats/ids.schema.json").$defs;
  const plans = answers<Plan>("plan");
  const programmes = new Set(
    plans.filter(({ steps }) => steps.length > 0).map(({ request }) => request.wishes.programme),
  );
  for (const id of ids["programme"]!.enum) assert.ok(programmes.has(id as never), `no plan of ${id}`);
  const rules = new Set(
    plans.flatMap(({ request }) => (request.checkin.conditions ?? []).map(({ rule }) => rule as string)),
  );
  for (const id of ids["rule"]!.enum) assert.ok(rules.has(id), `no request with ${id}`);
  const verdicts = new Set(answers<Clearance>("screen").map(({ verdict }) => verdict));
  assert.deepEqual([...verdicts].sort(), ["clear", "emergency", "modified", "refer"]);
});

test("the set gives sessions to their end, stops some, and replans some", () => {
  const steps = calls.filter(({ call, ok }) => call === "step_session" && ok);
  const count = (part: string) => steps.filter(({ answer }) => answer.includes(part)).length;
  assert.ok(count('"state":{"kind":"finished"') >= 20);
  assert.ok(count('"state":{"kind":"stopped"') >= 5);
  assert.ok(count('"cue":"warn"') >= 20);
  assert.ok(count('"cue":"ask"') >= 20);
  assert.ok(count('"cue":"beat"') >= 1000);
  assert.ok(answers("resume_session").length >= 60);
});
