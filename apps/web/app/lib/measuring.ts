// What a measure is typed in with, and what becomes of it.
import type { Items, Measurable, Measured } from "../../src/engine/engine.ts";
import { say } from "./app.svelte.ts";
import { newId } from "./journal.ts";

/** Measures that a screen cannot take: a list of heartbeats comes from a device. */
export function canBeTyped({ id, flag, items }: Measurable, loaded: readonly Items[]): boolean {
  if (items > 60) return false;
  return flag === "G" || loaded.some(({ measure }) => measure === id);
}

/** The words over each value. */
export function labelsOf({ id, items, of }: Measurable, loaded: readonly Items[]): string[] {
  const own = loaded.find(({ measure }) => measure === id);
  if (own) return own.items.map(({ text }) => text);
  const joints: Record<string, string[]> = {
    tam: ["mcp", "pip", "dip"],
    tam_thumb: ["mcp", "ip"],
    strickland: ["pip", "dip"],
  };
  if (joints[id])
    return joints[id].flatMap((joint) =>
      (["bent", "missing"] as const).map(
        (what) => `${say(`app.measure.joint.${joint}`)}, ${say(`app.measure.${what}`)}`,
      ),
    );
  if (items === 1) return [say(of === "joint" ? "app.measure.angle" : "app.measure.value")];
  return Array.from({ length: items }, (_, i) => say("app.measure.repeat", { number: i + 1 }));
}

/** A scale of whole points from 0 to 10 is touched, everything else typed in. */
export function isScale({ items, low, high, resolution, unit }: Measurable): boolean {
  return items === 1 && low === 0 && high === 10 && resolution === 1 && unit === "points";
}

export interface Typed {
  hand: "left" | "right" | null;
  site: string;
  values: (number | null)[];
  unit: string;
  by_another: boolean;
}

/** As the journal keeps it; `corrects`: the one that was wrong, whose time it takes over. */
export function measuredOf(measure: string, typed: Typed, corrects: Measured | null = null): Measured {
  const now = Date.now();
  return {
    id: newId(),
    measure,
    ...typed,
    at: corrects?.at ?? now,
    utc_offset_minutes: -new Date(corrects?.at ?? now).getTimezoneOffset(),
    corrects: corrects?.id ?? "",
    withdrawn: false,
    noted_at: now,
  };
}

/** That something never was: it stays in the journal, and counts no more. */
export function withdrawalOf(measured: Measured): Measured {
  return { ...measured, id: newId(), corrects: measured.id, withdrawn: true, noted_at: Date.now() };
}
