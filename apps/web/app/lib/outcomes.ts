// Outcomes as the app uses them: what was kept of somebody, and what a worker makes of it.
import type {
  Items,
  Measured,
  Measures,
  Outcomes,
  PersonRecord,
  Result,
  Scored,
  Tables,
} from "../../src/engine/engine.ts";
import type { Peers } from "../../src/outcomes/outcomes.ts";
import moduleUrl from "../../../../build/wasm/thenar_outcomes.wasm?url";
import { app } from "./app.svelte.ts";
import type { KeptSession } from "./log.ts";
import { Asking } from "./asking.ts";

let starting: Promise<Asking> | null = null;

/** The worker, started when it is first asked, with the practice in the language that is spoken. */
function worker(): Promise<Asking> {
  starting ??= (async () => {
    await app.engine();
    const asking = new Asking(new Worker(new URL("./outcomes_worker.ts", import.meta.url), { type: "module" }));
    const module = new URL(moduleUrl, document.baseURI).href;
    const loaded = await asking.ask<Result<null>>("load", [module, app.practice]);
    if (!loaded.ok) throw new Error(loaded.problems[0]?.expected ?? "outcomes");
    return asking;
  })();
  starting.catch(() => (starting = null));
  return starting;
}

async function made<T>(call: string, ...values: unknown[]): Promise<Result<T>> {
  return (await worker()).ask<Result<T>>(call, values);
}

const itemsKey = "thenar.items";

/** Items of measures that somebody loaded, by measure. */
export function keptItems(): Items[] {
  try {
    return JSON.parse(localStorage.getItem(itemsKey) ?? "[]") as Items[];
  } catch {
    return [];
  }
}

/** Takes the items of a file, in place of others of the same measure; what is wrong with them, or nothing. */
export async function takeItems(text: string): Promise<string> {
  let items: Items;
  try {
    items = JSON.parse(text) as Items;
  } catch {
    return text.slice(0, 40);
  }
  // Whether they fit their measure the engine says: an empty record with them is read or refused.
  const checked = await outcomesOf({ ...emptyRecord(), items: [items] });
  if (!checked.ok) {
    const [problem] = checked.problems;
    return `${problem?.place.path ?? ""}: ${problem?.found ?? ""} – ${problem?.expected ?? ""}`;
  }
  const others = keptItems().filter(({ measure }) => measure !== items.measure);
  localStorage.setItem(itemsKey, JSON.stringify([...others, items]));
  return "";
}

function emptyRecord(): PersonRecord {
  const now = Date.now();
  return {
    format: "thenar.record/1",
    now,
    utc_offset_minutes: -new Date(now).getTimezoneOffset(),
    sessions: [],
    measured: [],
  };
}

const week_ms = 7 * 86_400_000;

/** What was kept of the person that is chosen; `weeks` back, 0: all of it. */
export async function recordOf(weeks: number): Promise<PersonRecord> {
  const journal = await app.journal();
  const { person, sessions } = app;
  const record = emptyRecord();
  const from = weeks > 0 ? record.now - weeks * week_ms : 0;
  const last = sessions.at(-1);
  const plan = last ? ((await journal.plan(last.plan)) as { request?: { wishes?: { goals?: object } } } | null) : null;
  return {
    ...record,
    weeks,
    first_at: sessions[0]?.started_at ?? 0,
    person: person && app.people.length > 1 ? person.name : "",
    goals: Object.keys(plan?.request?.wishes?.goals ?? {}) as NonNullable<PersonRecord["goals"]>,
    sessions: sessions.filter(({ started_at }) => started_at >= from).map(rated),
    measured: person ? await journal.measured(person.id) : [],
    items: keptItems(),
  };
}

function rated({ started_at, ending, next_day, ratings }: KeptSession): PersonRecord["sessions"][number] {
  return { started_at, ending, next_day, ratings, utc_offset_minutes: -new Date(started_at).getTimezoneOffset() };
}

export const measures = (): Promise<Result<Measures>> => made("measures");
export const scoreOf = (measured: Measured, peers: Peers | null = null): Promise<Result<Scored>> => {
  const items = keptItems().find(({ measure }) => measure === measured.measure) ?? null;
  return made("score", measured, items, peers);
};
export const outcomesOf = (record: PersonRecord): Promise<Result<Outcomes>> => made("outcomes", record);

/** The lines about one session that was rated before and after. */
export async function comparedOf(session: KeptSession): Promise<string[]> {
  const made = await outcomesOf({ ...emptyRecord(), sessions: [rated(session)] });
  return made.ok ? made.value.compared.flatMap(({ lines }) => lines) : [];
}

/** The record for other programs. */
export function tablesOf(record: PersonRecord): Promise<Result<Tables>> {
  const seed = [...crypto.getRandomValues(new Uint8Array(8))].map((b) => b.toString(16).padStart(2, "0")).join("");
  return made("tables", record, seed);
}
