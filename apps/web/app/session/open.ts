// How a session begins, goes on after it was cut off, or is ended because nobody goes on with it.
import type { Plan } from "../../src/engine/engine.ts";
import { app, type Visit } from "../lib/app.svelte.ts";
import type { RemoteEngine } from "../lib/engine.ts";
import { newId, type Journal } from "../lib/journal.ts";
import { nothingGiven, type KeptSession } from "../lib/log.ts";
import { change, keepBeginning } from "../lib/visit.ts";
import { Giving } from "./giving.svelte.ts";
import { reachedOf } from "./reached.ts";

/** The session of a visit; none where it cannot be given. */
export async function openSession(visit: Visit): Promise<Giving | null> {
  const engine = await app.engine();
  if (visit.session !== null) return goOn(engine, await app.journal(), visit, visit.session);
  if (!visit.plan || visit.plan.steps.length === 0) return null;
  const { person, plan } = visit;
  const session = newId();
  return Giving.open(engine, plan, session, () => keepBeginning(person, plan, session));
}

async function goOn(engine: RemoteEngine, journal: Journal, visit: Visit, id: string): Promise<Giving | null> {
  const kept = (await journal.sessions(visit.person)).find((each) => each.id === id);
  const plan = kept && (await journal.plan(kept.plan));
  if (!kept || !plan) return null;
  if (!(await mayGoOn(kept))) return (await endAll([kept]), null);
  const commands = kept.commands.map(({ command }) => command);
  const reached_ms = Math.max(kept.reached_ms, await journal.reached(id));
  const giving = await Giving.resume(engine, plan, id, commands, reached_ms);
  if (giving) change({ plan: plan as Plan });
  // It was of another version, or damaged: it is ended as it is, so that nobody is asked again.
  else await end(engine, journal, kept);
  return giving;
}

/** Those that are being ended now. */
const ending = new Set<string>();

/** How long a session that was cut off can be gone on with. */
const lasts_ms = 12 * 3_600_000;

/** Whether it may go on: not for ever, and never past a later check-in or what has stopped another massage since. */
async function mayGoOn({ id, person, started_at, reached_ms, ending }: KeptSession): Promise<boolean> {
  if (ending || Date.now() - (started_at + reached_ms) > lasts_ms) return false;
  const journal = await app.journal();
  const stopped = (await journal.sessions(person)).some(
    (each) =>
      each.id !== id && each.ending?.how === "stopped" && each.ending.rule !== "" && each.ending.at > started_at,
  );
  return !stopped && (await journal.checkedInAt(person)) <= started_at;
}

/** The session that was cut off and may be gone on with; others that nobody can go on with are ended. */
export async function cutOffOf(sessions: readonly KeptSession[]): Promise<KeptSession | null> {
  const open = sessions.filter(({ ending }) => !ending);
  const may = await Promise.all(open.map(mayGoOn));
  const found = open.findLast((_, i) => may[i]) ?? null;
  await endAll(open.filter((_, i) => !may[i]));
  return found;
}

/** Ends sessions that nobody wants to go on with, as what they came to. */
export async function endAll(sessions: readonly KeptSession[]): Promise<void> {
  const old = sessions.filter(({ id }) => !ending.has(id));
  if (old.length === 0) return;
  const [engine, journal] = await Promise.all([app.engine(), app.journal()]);
  for (const session of old) {
    if (ending.has(session.id)) continue;
    ending.add(session.id);
    await end(engine, journal, session);
  }
}

async function end(engine: RemoteEngine, journal: Journal, kept: KeptSession): Promise<void> {
  // A crash leaves less in the log than was given.
  const session = {
    ...kept,
    reached_ms: Math.max(kept.reached_ms, await journal.reached(kept.id), reachedOf(kept.id)),
  };
  const { id, started_at, reached_ms } = session;
  const given = (await givenIn(engine, journal, session)) ?? nothingGiven();
  const how = "cut-off" as const;
  await journal.add([{ kind: "ending", session: id, ending: { how, at: started_at + reached_ms, rule: "", given } }]);
}

/** What was given until it was cut off; none where that cannot be told any more. */
async function givenIn(engine: RemoteEngine, journal: Journal, { plan, commands, reached_ms }: KeptSession) {
  const lines = [
    { format: "thenar.session/1", plan: await journal.plan(plan) },
    ...commands.map(({ command }) => command),
    { t_ms: reached_ms },
  ];
  const session = await engine.resumeSession(lines.map((line) => JSON.stringify(line) + "\n").join(""));
  if (!session.ok) return null;
  const given = await session.value.given();
  await session.value.close();
  return given.ok ? given.value : null;
}
