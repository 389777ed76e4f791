// What somebody changed in a plan: seconds by candidate, as the wishes of a request have them.
import type { Explained, Step } from "../../src/engine/engine.ts";
import { say } from "./app.svelte.ts";

/** The candidate that a step came from, as left/MOUND/KNEAD. Fixed steps and those of programmes come from none. */
export function candidateOf({ hand, group, technique, combo, points, programme_step }: Step): string {
  if (programme_step >= 0 || !group) return "";
  return `${hand}/${group}/${combo ?? (points.length > 0 ? points[0] : technique)}`;
}

/** A step of a plan as it is told: its name and its seconds, by its candidate. */
export type ToldSteps = Map<string, { name: string; seconds: number }>;

export function toldOf(steps: readonly Step[], words: Explained["steps"]): ToldSteps {
  const told: ToldSteps = new Map();
  for (const step of steps) {
    const id = candidateOf(step);
    const said = words[step.index];
    const name = [said?.what, said?.where, say(`hand.${step.hand}`)].filter(Boolean).join(", ");
    if (id !== "") told.set(id, { name, seconds: (told.get(id)?.seconds ?? 0) + step.seconds });
  }
  return told;
}

/** What else became of a plan when some of it was edited, in sentences. */
export function changesOf(before: ToldSteps, after: ToldSteps, edits: Record<string, number>): string[] {
  const names: Record<"gone" | "shorter" | "longer" | "new", string[]> = { gone: [], shorter: [], longer: [], new: [] };
  for (const [id, { name, seconds }] of before) {
    if (id in edits) continue;
    const now = after.get(id)?.seconds ?? 0;
    if (now === 0) names.gone.push(name);
    else if (now !== seconds) names[now < seconds ? "shorter" : "longer"].push(name);
  }
  for (const [id, { name }] of after) if (!(id in edits) && !before.has(id)) names.new.push(name);
  return Object.entries(names)
    .filter(([, steps]) => steps.length > 0)
    .map(([kind, steps]) => say(`app.edit.${kind}`, { steps: steps.join("; ") }));
}
