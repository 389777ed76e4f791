// What the tests share: the module as it was built, and the conformance set written natively.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Request } from "../src/engine/engine.ts";
import { EngineModule, type Call } from "../src/engine/module.ts";
import { OutcomesModule, type OutcomesCall } from "../src/outcomes/outcomes.ts";

export const root = new URL("../../../", import.meta.url);

export const moduleBytes = readFileSync(new URL("build/wasm/thenar_engine.wasm", root));
export const outcomesBytes = readFileSync(new URL("build/wasm/thenar_outcomes.wasm", root));

/** One call as it was answered natively. */
export interface RecordedCall {
  about: string;
  call: Call | OutcomesCall;
  input: string;
  session: number;
  ok: boolean;
  answer: string;
}

/** Runs the native engine over the conformance set. */
export function nativeSet(): { calls: RecordedCall[]; journal: unknown } {
  const folder = mkdtempSync(join(tmpdir(), "thenar-"));
  try {
    const [calls, journal] = [join(folder, "calls.jsonl"), join(folder, "journal.json")];
    execFileSync(fileURLToPath(new URL("build/release/conformance", root)), [calls, journal], { stdio: "inherit" });
    const lines = readFileSync(calls, "utf8").trimEnd().split("\n");
    return {
      calls: lines.map((line) => JSON.parse(line) as RecordedCall),
      journal: JSON.parse(readFileSync(journal, "utf8")),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Calls that another module answers. */
const ofOutcomes: readonly string[] = ["measures", "score", "outcomes", "tables"];

/** Makes a recorded call in the module that answers it. */
export function answerOf(module: EngineModule, outcomes: OutcomesModule, { call, input, session }: RecordedCall) {
  if (ofOutcomes.includes(call)) return outcomes.call(call as OutcomesCall, call === "measures" ? undefined : input);
  const bySessionOnly = ["session_steps", "session_log", "session_given", "close_session"].includes(call);
  return module.call(call as Call, bySessionOnly ? undefined : input, session);
}

/** A module with the built-in practice. */
export async function loadedModule(): Promise<EngineModule> {
  const module = await EngineModule.start(moduleBytes);
  module.call("load", "");
  return module;
}

/** The module of outcomes with the same practice. */
export async function loadedOutcomes(): Promise<OutcomesModule> {
  const module = await OutcomesModule.start(outcomesBytes);
  module.call("load", (await loadedModule()).call("practice").text);
  return module;
}

/** A request with every field. */
export const fullRequest: Request = {
  format: "thenar.request/1",
  checkin: {
    mode: "partner",
    age_years: 54,
    dominant_hand: "right",
    hand_length_mm: 182.5,
    conditions: [
      { rule: "S32", hand: "left", zones: ["CMC1", "DIP2"], unsure: false },
      { rule: "S45", answers: { platelets: "normal", bruises: "no", care_team: "yes" } },
    ],
    giver_conditions: [{ rule: "S32", hand: "right" }],
    marked: [{ hand: "left", zone: "THEN", as: "sore", answers: {} }],
    ratings: {
      pain: { left: 4, right: 2 },
      stiffness: { left: 5, right: null },
      tingling: { left: 1 },
      swelling: { right: 0 },
      warmth: {},
      skin: null,
      stress: 6,
      sleep: 4,
      mood: 3,
    },
    allergies: ["nut", "latex"],
    history: {
      weeks_since_first: 6,
      seconds_today: { left: 60, right: 0 },
      next_day_soreness: 0,
      a01_count: 0,
      trigger_points_24h: [{ point: "TP.ADP", hand: "left" }],
      zones_stopped_today: [{ hand: "right", zone: "THEN" }],
      numb_stops_today: 0,
    },
  },
  wishes: {
    goals: { pain: 1, stress: 0.5 },
    minutes: 12.5,
    hands: ["left", "right"],
    position: "desk",
    medium: "lotion",
    chosen: ["KNEAD", "TP.ADP"],
    hand_share: 0.4,
    programme: null,
    edits: { "left/MOUND/KNEAD": 40 },
  },
};

/** Small random numbers with a fixed beginning (mulberry32). */
export function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let z = Math.imul(state ^ (state >>> 15), 1 | state);
    z = (z + Math.imul(z ^ (z >>> 7), 61 | z)) ^ z;
    return Math.floor((((z ^ (z >>> 14)) >>> 0) / 4294967296) * below);
  };
}
