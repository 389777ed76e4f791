// docs/formats says exactly what the engine reads and writes. The engine's readers are the other opinion.
import { Ajv2020 } from "ajv/dist/2020.js";
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { before, test } from "node:test";
import type { Opened, Plan, Problem, Problems } from "../src/engine/engine.ts";
import type { EngineModule } from "../src/engine/module.ts";
import { generatedFiles, readJson } from "../tools/generated.ts";
import { mutations, type Json } from "./mutations.ts";
import { fullRequest, loadedModule, nativeSet, type RecordedCall } from "./support.ts";

const folder = new URL("../../../docs/formats/", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".schema.json"));
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: false });
for (const name of files) ajv.addSchema(readJson(`docs/formats/${name}`), name);

let calls: RecordedCall[];
let journal: unknown;
let module: EngineModule;
before(async () => {
  ({ calls, journal } = nativeSet());
  module = await loadedModule();
});

function fits(schema: string, document: unknown): boolean {
  return ajv.getSchema(schema)!(document) as boolean;
}
function mustFit(schema: string, document: unknown, about: string): void {
  const check = ajv.getSchema(schema)!;
  assert.ok(check(document), `${about}: ${ajv.errorsText(check.errors)}`);
}
function problemsOf({ ok, text }: { ok: boolean; text: string }): Problem[] {
  return ok ? [] : (JSON.parse(text) as Problems).problems;
}

test("the files that are generated are those that the practice and the schemas give", async () => {
  for (const [file, text] of await generatedFiles())
    assert.ok(readFileSync(file, "utf8") === text, `${file.pathname} is not current: npm run generate`);
});

test("every schema is a strict schema of draft 2020-12", () => {
  assert.ok(files.length >= 9);
  for (const name of files) {
    assert.equal(readJson(`docs/formats/${name}`)["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert.ok(ajv.getSchema(name), name);
  }
});

test("every document that the engine writes fits its schema", () => {
  const schemas: Partial<Record<RecordedCall["call"], string>> = {
    load: "answers.schema.json#/$defs/loaded",
    screen: "clearance.schema.json",
    plan: "plan.schema.json",
    instance: "instance.schema.json",
    next_question: "answers.schema.json#/$defs/next_question",
    explain: "answers.schema.json#/$defs/explained",
    aftermath: "answers.schema.json#/$defs/aftermath",
    recall: "answers.schema.json#/$defs/known",
    measures: "answers.schema.json#/$defs/measures",
    score: "answers.schema.json#/$defs/scored",
    outcomes: "outcomes.schema.json",
    tables: "answers.schema.json#/$defs/tables",
    open_session: "answers.schema.json#/$defs/opened",
    resume_session: "answers.schema.json#/$defs/opened",
    step_session: "answers.schema.json#/$defs/moment",
    session_ahead: "answers.schema.json#/$defs/coming",
    session_steps: "answers.schema.json#/$defs/steps",
    session_given: "journal.schema.json#/$defs/given",
    close_session: "answers.schema.json#/$defs/closed",
  };
  for (const { about, call, ok, answer } of calls) {
    if (ok && call === "session_log")
      for (const line of answer.trimEnd().split("\n")) mustFit("session.schema.json", JSON.parse(line), about);
    else mustFit(ok ? schemas[call]! : "problems.schema.json", JSON.parse(answer), `${about}, ${call}`);
  }
});

test("every request of the conformance set fits its schema", () => {
  for (const { about, call, ok, input } of calls)
    if (call === "plan" && ok) mustFit("request.schema.json", JSON.parse(input), about);
});

test("every field of the documents is written somewhere in the set", () => {
  const written = new Set<string>();
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === "object" && value !== null)
      for (const [key, below] of Object.entries(value)) written.add(key) && walk(below);
  };
  for (const { call, answer } of calls)
    for (const line of call === "session_log" ? answer.trimEnd().split("\n") : [answer]) walk(JSON.parse(line));
  const search = (schema: unknown, file: string): void => {
    if (typeof schema !== "object" || schema === null) return;
    const { properties, then: _, ...rest } = schema as Json;
    for (const key of Object.keys((properties ?? {}) as Json)) assert.ok(written.has(key), `${file}: ${key}`);
    for (const below of [...Object.values((properties ?? {}) as Json), ...Object.values(rest)]) search(below, file);
  };
  for (const name of files.filter((file) => !/^(journal|ids|interview|kept|items|record)/.test(file)))
    search(readJson(`docs/formats/${name}`), name);
});

test("the export of a journal fits its schema, and the plans and check-ins inside fit theirs", () => {
  mustFit("journal.schema.json", journal, "journal");
  const person = (journal as { people: Record<"plans" | "checkins", { document: unknown }[]>[] }).people[0]!;
  for (const { document } of person.plans) mustFit("plan.schema.json", document, "plan");
  for (const { document } of person.checkins) mustFit("request.schema.json", document, "check-in");
  const session = (person as unknown as { sessions: Json[] }).sessions[0]!;
  for (const wrong of [{ surprise: 1 }, { reached_ms: -1 }, { ending: {} }, { next_day: { soreness: 11 } }])
    assert.ok(!fits("journal.schema.json#/$defs/session", { ...session, ...wrong }), JSON.stringify(wrong));
});

test("a request fits the schema exactly when the engine reads it", () => {
  const random = calls.filter(({ about, call }) => call === "screen" && about.startsWith("random"));
  const requests = [fullRequest, ...random.slice(0, 8).map(({ input }) => JSON.parse(input) as unknown)];
  let [good, bad] = [0, 0];
  for (const request of requests) {
    mustFit("request.schema.json", request, "unchanged");
    for (const { path, document, change } of mutations(request)) {
      const answer = module.call("screen", JSON.stringify(document));
      assert.equal(fits("request.schema.json", document), answer.ok, `${path} ${change}: ${answer.text.slice(0, 400)}`);
      answer.ok ? ++good : ++bad;
    }
  }
  assert.ok(good > 500 && bad > 5000, `${good} good, ${bad} bad`);
});

/** What only the reader of a plan can see: everything but the form of the document itself. */
const ofTheForm =
  /^(a (whole )?number|one of |a list|an object|a text|true or false|the id of a|this field to be there|only the fields|"thenar\.|each hand at most once|left, right or both|no answers|none$)/;

test("a check-in so far fits the schema exactly when the engine reads it", () => {
  const document = {
    format: "thenar.interview/1",
    name: "Ana",
    is_me: true,
    last: fullRequest,
    conditions: [{ rule: "S32", hand: "left" }],
    allergies: ["nut"],
    fresh: ["S32", "S45"],
    history: { weeks_since_first: 6 },
    stop_rule: "",
    mode: "partner",
    wishes: fullRequest.wishes,
    answers: [] as unknown[],
  };
  mustFit("interview.schema.json", document, "unchanged");
  let [good, bad] = [0, 0];
  for (const { path, document: changed, change } of mutations(document, /^last\./)) {
    const answer = module.call("next_question", JSON.stringify(changed));
    assert.equal(fits("interview.schema.json", changed), answer.ok, `${path} ${change}: ${answer.text.slice(0, 400)}`);
    answer.ok ? ++good : ++bad;
  }
  assert.ok(good > 10 && bad > 60, `${good} good, ${bad} bad`);
  // Whether an answer is one, its question says too: here only what is none in any case.
  document.answers = [{ index: 0, picks: [{ index: 1, unsure: true }], numbers: [3], skipped: false }];
  mustFit("interview.schema.json", document, "with an answer");
  for (const { path, document: changed, change } of mutations(document, /^(?!answers\[)/))
    if (!fits("interview.schema.json", changed))
      assert.ok(!module.call("next_question", JSON.stringify(changed)).ok, `${path} ${change}`);
});

test("a plan fits the schema exactly when nothing is wrong with its form", () => {
  const whole = JSON.parse(wellGiven(fullRequest)) as Plan;
  const rich = whole.steps.findIndex(({ parts, why, rules }) => parts.length > 0 && why.length > 0 && rules.length > 0);
  const short = {
    ...whole,
    steps: whole.steps.slice(Math.max(rich, 0)).slice(0, 1),
    left_out: whole.left_out.slice(0, 1),
  };
  let [good, bad] = [0, 0];
  for (const { path, document, change } of mutations(short, /^(request|clearance)\./)) {
    const problems = problemsOf(module.call("open_session", JSON.stringify(document)));
    // Sums, positions and the clearance never hold here: the plan was cut short.
    const form = problems.filter(({ expected, place }) => ofTheForm.test(expected) && place.path !== "clearance");
    const fitting = fits("plan.schema.json", document);
    if (/^clearance/.test(path)) continue;
    assert.equal(fitting, form.length === 0, `${path} ${change}: ${JSON.stringify(problems.slice(0, 3))}`);
    fitting ? ++good : ++bad;
  }
  assert.ok(good > 20 && bad > 300, `${good} good, ${bad} bad`);
});

function wellGiven(request: unknown): string {
  const { ok, text } = module.call("plan", JSON.stringify(request));
  assert.ok(ok, text);
  return text;
}

test("a line of a log fits the schema exactly when the engine reads it", () => {
  const plan = wellGiven(fullRequest);
  const start = `{"format":"thenar.session/1","plan":${plan}}\n`;
  const cues = new Map<string, Json>();
  for (const { call, ok, answer } of calls)
    if (call === "step_session" && ok)
      for (const cue of (JSON.parse(answer) as { cues: Json[] }).cues)
        if (Object.keys(cue).length >= Object.keys(cues.get(cue["cue"] as string) ?? {}).length)
          cues.set(cue["cue"] as string, cue);
  assert.equal(cues.size, 7);
  const commands: Json[] = [
    { t_ms: 12500, command: "hurts", value: 6, kind: "sharp" },
    { t_ms: 0, command: "skip-zone", zone: "THEN" },
    { t_ms: 1, command: "answer", answer: "fine" },
    { t_ms: 13000 },
  ];
  for (const line of [...commands, ...cues.values()]) {
    for (const { path, document, change } of mutations(line)) {
      const answer = module.call("resume_session", `${start}${JSON.stringify(document)}\n`);
      if (answer.ok) module.call("close_session", undefined, (JSON.parse(answer.text) as Opened).session);
      const about = `${JSON.stringify(line)} ${path} ${change}: ${answer.text.slice(0, 300)}`;
      assert.equal(fits("session.schema.json", document), answer.ok, about);
    }
  }
});

test("the words of the schemas are the words of the engine", () => {
  const words = readJson<{ $defs: Record<string, { enum: string[] }> }>("docs/formats/vocabulary.schema.json").$defs;
  const offered = (call: "screen" | "open_session", document: unknown, path: string) => {
    const problem = problemsOf(module.call(call, JSON.stringify(document))).find(({ place }) => place.path === path)!;
    return problem.expected.replace(/^one of /, "").split(" ");
  };
  const plan = JSON.parse(wellGiven(fullRequest)) as Plan;
  const wrong = (document: unknown, path: string): unknown => {
    const copy = structuredClone(document);
    const keys = path.split(/[.[\]]+/).filter(Boolean);
    const last = keys.pop()!;
    (keys.reduce((at, key) => (at as Json)[key], copy) as Json)[last] = "wrong";
    return copy;
  };
  for (const [path, kind] of Object.entries({
    "checkin.mode": "mode",
    "checkin.dominant_hand": "hand",
    "checkin.marked[0].as": "mark_kind",
    "wishes.position": "position",
  }))
    assert.deepEqual(offered("screen", wrong(fullRequest, path), path), words[kind]!.enum, path);
  for (const [path, kind] of Object.entries({
    verdict: "verdict",
    "advice[0].urgency": "urgency",
    "steps[0].phase": "phase",
    "steps[0].side": "side",
    "steps[0].why[0].goal": "goal",
    "steps[0].why[0].grade": "grade",
  })) {
    plan.advice = [{ text: "", urgency: "none", who: "" }];
    plan.steps[0]!.why = [{ goal: "pain", grade: "A", text: "" }];
    assert.deepEqual(offered("open_session", wrong(plan, path), path), words[kind]!.enum, path);
  }
  for (const [line, path, kind] of [
    [{ t_ms: 0, command: "wrong" }, "command", "command_kind"],
    [{ t_ms: 0, command: "hurts", kind: "wrong" }, "kind", "pain_kind"],
    [{ t_ms: 0, cue: "wrong" }, "cue", "cue_kind"],
  ] as const) {
    const log = `{"format":"thenar.session/1","plan":${wellGiven(fullRequest)}}\n${JSON.stringify(line)}\n`;
    const problem = problemsOf(module.call("resume_session", log)).find(({ place }) => place.path === path)!;
    assert.deepEqual(problem.expected.replace(/^one of /, "").split(" "), words[kind]!.enum, path);
  }
});
