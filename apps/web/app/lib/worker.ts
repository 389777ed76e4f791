// The engine in a worker: its calls are synchronous, and nothing that is seen waits for them.
import { Engine, type Result, type Session } from "../../src/engine/engine.ts";

/** A call of the engine, or of a session that was opened before. */
export interface Asked {
  id: number;
  session: number | null;
  call: string;
  values: unknown[];
}
export interface Told {
  id: number;
  answer?: unknown;
  /** The engine itself is at fault, or could not be started. */
  broken?: string;
}

let engine: Engine | null = null;
const sessions = new Map<number, Session>();
let last = 0;

async function load(module: string, words?: object): Promise<Result<unknown>> {
  const bytes = await (await fetch(module)).arrayBuffer();
  const loaded = await Engine.load(bytes, words);
  if (!loaded.ok) return loaded;
  engine = loaded.value;
  return { ok: true, value: engine.practice };
}

/** Sessions stay here; what goes out is their number and where they stand. */
function opened(result: Result<Session>): Result<unknown> {
  if (!result.ok) return result;
  sessions.set(++last, result.value);
  return { ok: true, value: { session: last, reached_ms: result.value.reachedMs, state: result.value.state } };
}

async function answered({ session, call, values }: Asked): Promise<unknown> {
  if (call === "load") return load(...(values as [string, object?]));
  if (!engine) throw new Error("The engine was not loaded");
  const on = session === null ? engine : sessions.get(session);
  if (!on) throw new Error(`There is no session ${session}`);
  if (session !== null && call === "close") sessions.delete(session);
  const method = (on as unknown as Record<string, (...of: unknown[]) => unknown>)[call];
  const made = method!.apply(on, values);
  return call === "startSession" || call === "resumeSession" ? opened(made as Result<Session>) : made;
}

self.addEventListener("message", async ({ data }: MessageEvent<Asked>) => {
  try {
    postMessage({ id: data.id, answer: await answered(data) } satisfies Told);
  } catch (fault) {
    postMessage({ id: data.id, broken: fault instanceof Error ? fault.message : String(fault) } satisfies Told);
  }
});
