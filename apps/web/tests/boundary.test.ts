// The module under bad input, calls in any order, and long use: problems, never a trap.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Opened, Plan, Problems } from "../src/engine/engine.ts";
import { EngineModule, type Answer, type Call } from "../src/engine/module.ts";
import { dice, fullRequest, loadedModule, moduleBytes } from "./support.ts";

let module: EngineModule;
let plan: string;
let log: string;
before(async () => {
  module = await loadedModule();
  plan = wellAnswered(module.call("plan", JSON.stringify(fullRequest)));
  log = `{"format":"thenar.session/1","plan":${plan}}\n{"t_ms":0,"command":"start"}\n{"t_ms":90000}\n`;
});

function wellAnswered({ ok, text }: Answer): string {
  assert.ok(ok, text);
  return text;
}
function problems({ ok, text }: Answer): Problems["problems"] {
  assert.ok(!ok, text);
  const document = JSON.parse(text) as Problems;
  assert.equal(document.format, "thenar.problems/1");
  assert.ok(document.problems.length > 0);
  return document.problems;
}
function opened(answer: Answer): number {
  return (JSON.parse(wellAnswered(answer)) as Opened).session;
}

const documents: [Call, () => string][] = [
  ["screen", () => JSON.stringify(fullRequest)],
  ["plan", () => JSON.stringify(fullRequest)],
  ["instance", () => JSON.stringify(fullRequest)],
  ["open_session", () => plan],
  ["resume_session", () => log],
];

test("nothing is answered before a practice is loaded, and everything after", async () => {
  const fresh = await EngineModule.start(moduleBytes);
  for (const [call, text] of documents) assert.equal(problems(fresh.call(call, text()))[0]!.found, "no practice");
  problems(fresh.call("step_session", '{"t_ms":0}', 1));
  problems(fresh.call("session_log", undefined, 1));
  problems(fresh.call("close_session", undefined, 1));
  problems(fresh.call("load", '{"format":"thenar.practice/1"}'));
  problems(fresh.call("screen", JSON.stringify(fullRequest)));
  wellAnswered(fresh.call("load", ""));
  for (const [call, text] of documents) wellAnswered(fresh.call(call, text()));
});

test("a practice that cannot be loaded leaves the one before in place", () => {
  problems(module.call("load", "{"));
  assert.equal(wellAnswered(module.call("plan", JSON.stringify(fullRequest))), plan);
});

test("an open session keeps its practice when another is loaded", () => {
  const session = opened(module.call("open_session", plan));
  wellAnswered(module.call("load", ""));
  wellAnswered(module.call("step_session", '{"t_ms":0,"command":"start"}', session));
  wellAnswered(module.call("step_session", '{"t_ms":60000}', session));
  wellAnswered(module.call("close_session", undefined, session));
  problems(module.call("close_session", undefined, session));
});

test("a document that is cut off anywhere is refused", () => {
  for (const [call, text] of documents) {
    const whole = new TextEncoder().encode(text().trimEnd());
    const step = Math.max(1, Math.floor(whole.length / 150));
    for (let length = 0; length < whole.length - 1; length += step) {
      // A log may be cut off in its last line.
      if (call === "resume_session" && length > plan.length) continue;
      problems(module.call(call, whole.subarray(0, length)));
    }
  }
});

test("bytes that are not UTF-8 are refused", () => {
  for (const bad of [[0xff], [0xc3], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0x00]]) {
    const text = new TextEncoder().encode('{"format":"§"}');
    const at = text.indexOf(0xc2);
    const bytes = Uint8Array.from([...text.subarray(0, at), ...bad, ...text.subarray(at + 2)]);
    for (const [call] of documents) problems(module.call(call, bytes));
    problems(module.call("load", bytes));
  }
});

test("changed bytes are answered with a document or with problems", () => {
  const roll = dice(7);
  for (const [call, text] of documents) {
    const whole = new TextEncoder().encode(text());
    for (let round = 0; round < 300; ++round) {
      const bytes = whole.slice();
      for (let i = roll(3); i >= 0; --i) bytes[roll(bytes.length)] = roll(2) === 0 ? roll(256) : 48 + roll(10);
      const { ok, text: answer } = module.call(call, bytes);
      const document = JSON.parse(answer) as { session?: number; problems?: unknown[] };
      if (!ok) assert.ok(document.problems!.length > 0);
      if (ok && document.session) module.call("close_session", undefined, document.session);
    }
  }
});

test("too many minutes, no number at all and numbers of the wrong size are refused with their place", () => {
  const wishes = (minutes: string) =>
    `{"format":"thenar.request/1","checkin":{"mode":"self"},"wishes":{"minutes":${minutes},"hands":["left"]}}`;
  for (const minutes of ["1000000000", "-5", "0", "1e308", "60.0001", '"10"', "null", "[10]", "true"])
    assert.equal(problems(module.call("plan", wishes(minutes)))[0]!.place.path, "wishes.minutes", minutes);
  for (const minutes of ["NaN", "Infinity", "1e999", "0x10", "+5", "05"])
    assert.equal(problems(module.call("plan", wishes(minutes)))[0]!.place.file, "request", minutes);
  wellAnswered(module.call("plan", wishes("60")));
});

test("a text larger than any document is refused without being read", () => {
  assert.match(problems(module.call("plan", new Uint8Array(9 << 20)))[0]!.found, /^\d+ bytes$/);
});

test("the largest document of nothing but faults is answered with a hundred of them", () => {
  const fields = Array.from({ length: 50_000 }, (_, i) => `"${i}":[0,{},"x"]`).join();
  const said = problems(module.call("screen", `{${fields}}`));
  assert.equal(said.length, 101);
  assert.match(said.at(-1)!.found, /^more problems/);
  problems(module.call("screen", `{"checkin":${"[".repeat(4_000_000)}`));
  problems(module.call("screen", `{"checkin":[${"{},".repeat(2_000_000)}0]}`));
});

test("time may jump by years in any state of a session", () => {
  for (const first of ["", "start", "pause", "dizzy", "numb", "hurts", "stop", "withdrew"]) {
    const session = opened(module.call("open_session", plan));
    wellAnswered(module.call("step_session", '{"t_ms":0,"command":"start"}', session));
    wellAnswered(module.call("step_session", '{"t_ms":40000}', session));
    if (first) module.call("step_session", `{"t_ms":40000,"command":"${first}"}`, session);
    wellAnswered(module.call("step_session", '{"t_ms":1000000000000}', session));
    wellAnswered(module.call("step_session", '{"t_ms":5}', session));
    problems(module.call("step_session", '{"t_ms":1000000000001}', session));
    wellAnswered(module.call("session_log", undefined, session));
    wellAnswered(module.call("close_session", undefined, session));
  }
});

test("long use does not take more and more memory", async () => {
  const engine = await WebAssembly.compile(moduleBytes);
  const asked = new Set(WebAssembly.Module.imports(engine).map(({ module: from }) => from));
  const stubs = new Proxy({}, { get: () => () => 52 });
  const instance = await WebAssembly.instantiate(engine, Object.fromEntries([...asked].map((from) => [from, stubs])));
  const exports = instance.exports as unknown as Record<string, (...values: number[]) => number> & {
    memory: WebAssembly.Memory;
  };
  exports["_initialize"]!();
  const give = (name: string, text: string, session = 0) => {
    const bytes = new TextEncoder().encode(text);
    const address = exports["thenar_alloc"]!(bytes.length);
    new Uint8Array(exports.memory.buffer, address).set(bytes);
    assert.equal(exports[`thenar_${name}`]!(address, bytes.length, session), 0, name);
    exports["thenar_free"]!(address);
  };
  const round = (session: number) => {
    give("plan", JSON.stringify(fullRequest));
    give("open_session", plan);
    give("step_session", '{"t_ms":0,"command":"start"}', session);
    give("step_session", '{"t_ms":600000}', session);
    exports["thenar_close_session"]!(session);
  };
  give("load", "");
  for (let session = 1; session <= 10; ++session) round(session);
  const bytes = exports.memory.buffer.byteLength;
  for (let session = 11; session <= 60; ++session) round(session);
  assert.equal(exports.memory.buffer.byteLength, bytes);
});

test("a plan goes through JavaScript objects and back unchanged", () => {
  assert.equal(JSON.stringify(JSON.parse(plan) as Plan), plan);
});
