// The wrapper as an app uses it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import { Engine, type Cue, type Request, type Result } from "../src/engine/engine.ts";
import { fullRequest, moduleBytes } from "./support.ts";

function value<T>(result: Result<T>): T {
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
}

const wellRequest: Request = {
  format: "thenar.request/1",
  checkin: { mode: "self", history: { weeks_since_first: 20 } },
  wishes: { minutes: 8, hands: ["left", "right"], goals: { stiffness: 1 }, medium: "lotion" },
};

let engine: Engine;
before(async () => {
  engine = value(await Engine.load(moduleBytes));
});

test("the engine starts with the built-in practice and says its version", () => {
  assert.match(engine.practice.version, /\d/);
});

test("the engine starts with a practice of one's own", async () => {
  const practice = readFileSync(new URL("../../../build/release/generated/practice.json", import.meta.url), "utf8");
  const own = { ...(JSON.parse(practice) as object), version: "mine-1" };
  const mine = value(await Engine.load(moduleBytes, own));
  assert.equal(mine.practice.version, "mine-1");
  assert.equal(value(mine.plan(wellRequest)).practice_version, "mine-1");
});

test("a practice that is none is refused, an empty text too", async () => {
  for (const practice of ["", "{", "[]", { format: "thenar.practice/1" }])
    assert.equal((await Engine.load(moduleBytes, practice)).ok, false);
});

test("a well person gets a plan of the minutes wished, within the clearance", () => {
  const clearance = value(engine.screen(wellRequest));
  const plan = value(engine.plan(wellRequest));
  assert.equal(clearance.verdict, "clear");
  assert.deepEqual(plan.clearance, clearance);
  assert.ok(plan.total_seconds <= 480 && plan.total_seconds > 420, String(plan.total_seconds));
  const sum = plan.steps.reduce((all, step) => all + step.changeover_seconds + step.seconds, 0);
  assert.equal(sum, plan.total_seconds);
});

test("a refusal is a value with advice and without steps", () => {
  const request = structuredClone(wellRequest);
  request.checkin.conditions = [{ rule: "S01" }];
  const plan = value(engine.plan(request));
  assert.deepEqual(plan.steps, []);
  assert.ok(plan.advice[0]!.text.length > 0);
});

test("the solution of the instance is worth its objective", () => {
  const instance = value(engine.instance(wellRequest));
  let worth = 0;
  for (const { id, min_s, typ_s, worth_min, worth_typ, worth_max, max_s } of instance.candidates) {
    const seconds = instance.solution[id];
    if (seconds === undefined) continue;
    const q = instance.quantum_s;
    const slope = (low: number, high: number, from: number, to: number) =>
      to > from ? Math.floor((high - low) / ((to - from) / q)) : 0;
    const first = Math.min(seconds, typ_s) - min_s;
    const second = Math.max(0, seconds - typ_s);
    worth += worth_min + (first / q) * slope(worth_min, worth_typ, min_s, typ_s);
    worth += (second / q) * slope(worth_typ, worth_max, typ_s, max_s);
  }
  assert.equal(worth, instance.objective);
});

test("a number that is none is refused, not taken for a field left out", () => {
  const request = structuredClone(fullRequest);
  request.checkin.age_years = NaN;
  const refused = engine.screen(request);
  assert.ok(!refused.ok);
  assert.equal(refused.problems[0]!.place.path, "checkin.age_years");
  request.checkin.age_years = Infinity;
  assert.equal(engine.screen(request).ok, false);
});

test("a session is given from start to end, with cues in the order of time", () => {
  const session = value(engine.startSession(value(engine.plan(wellRequest))));
  const kind = () => session.state.kind;
  assert.equal(kind(), "preparing");
  const cues: Cue[] = [...value(session.step({ t_ms: 0, command: "start" })).cues];
  for (let t_ms = 250; kind() !== "finished" && t_ms < 3_600_000; t_ms += 250)
    cues.push(...value(session.step({ t_ms })).cues);
  assert.equal(kind(), "finished");
  assert.ok(cues.every((cue, i) => i === 0 || cues[i - 1]!.t_ms <= cue.t_ms));
  assert.ok(cues.some(({ cue }) => cue === "beat") && cues.some(({ cue }) => cue === "show"));
  session.close();
  assert.equal(session.step({ t_ms: 0 }).ok, false);
});

test("a session goes on from its log with the same cues as one that was never cut off", () => {
  const plan = value(engine.plan(wellRequest));
  const whole = value(engine.startSession(plan));
  value(whole.step({ t_ms: 0, command: "start" }));
  value(whole.step({ t_ms: 61_000, command: "softer" }));
  value(whole.step({ t_ms: 90_500 }));
  const resumed = value(engine.resumeSession(`${value(whole.log())}{"t_ms":91000,"comm`));
  assert.equal(resumed.reachedMs, 90_500);
  assert.deepEqual(resumed.state, whole.state);
  assert.deepEqual(value(resumed.steps()), value(whole.steps()));
  assert.deepEqual(value(resumed.step({ t_ms: 300_000 })), value(whole.step({ t_ms: 300_000 })));
  whole.close();
  resumed.close();
});

test("a place that turns numb is left for good and the steps change", () => {
  const session = value(engine.startSession(value(engine.plan(wellRequest))));
  value(session.step({ t_ms: 0, command: "start" }));
  value(session.step({ t_ms: 100_000 }));
  const before = value(session.steps());
  const { cues } = value(session.step({ t_ms: 100_000, command: "numb", value: 5 }));
  assert.ok(cues.some(({ cue, key }) => cue === "warn" && key === "T01"));
  assert.notDeepEqual(value(session.steps()), before);
  session.close();
});

test("a command that is none is refused and changes nothing", () => {
  const session = value(engine.startSession(value(engine.plan(wellRequest))));
  const refused = session.step({ t_ms: 0, command: "fly" as never });
  assert.ok(!refused.ok);
  assert.equal(refused.problems[0]!.place.path, "command");
  assert.equal(session.state.kind, "preparing");
  session.close();
});
