// What the parts of a stroke are called, by what is done in it.
import { app } from "../lib/app.svelte.ts";

interface Technique {
  id: string;
  kind: string;
  hold_seconds?: unknown;
  stroke_phases: readonly number[];
}

/** The word of session.stroke for a beat of a technique. */
export function strokeName(technique: string, beat: string): string {
  if (beat === "in" || beat === "out") return beat;
  const all = (app.practice?.["techniques"] ?? []) as Technique[];
  const found = all.find(({ id }) => id === technique);
  if (!found) return beat;
  const moves = found.kind === "moves" || found.kind === "active";
  const of = (press: string, glide: string, release: string) => ({ press, glide, release })[beat] ?? beat;
  if (found.kind === "still") return "hold";
  if (found.kind === "presses") return of("press", "hold", "let_go");
  if (moves && found.hold_seconds) return of("stretch", "hold", "let_go");
  if (moves) return "move";
  return found.stroke_phases[1] === 0 ? of("press", "press", "let_go") : beat;
}
