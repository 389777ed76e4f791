// Outcomes in a worker of their own, begun when somebody asks for them.
import { OutcomesEngine } from "../../src/outcomes/outcomes.ts";
import type { Asked, Told } from "./worker.ts";

let outcomes: OutcomesEngine | null = null;

async function answered({ call, values }: Asked): Promise<unknown> {
  if (call === "load") {
    const [module, practice] = values as [string, object];
    const loaded = await OutcomesEngine.load(await (await fetch(module)).arrayBuffer(), practice);
    if (loaded.ok) outcomes = loaded.value;
    return loaded.ok ? { ok: true, value: null } : loaded;
  }
  if (!outcomes) throw new Error("Outcomes were not loaded");
  return (outcomes as unknown as Record<string, (...of: unknown[]) => unknown>)[call]!(...values);
}

self.addEventListener("message", async ({ data }: MessageEvent<Asked>) => {
  try {
    postMessage({ id: data.id, answer: await answered(data) } satisfies Told);
  } catch (fault) {
    postMessage({ id: data.id, broken: fault instanceof Error ? fault.message : String(fault) } satisfies Told);
  }
});
