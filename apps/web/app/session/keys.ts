// Keys of a keyboard, a page turner or a pedal.
import type { CommandKind } from "../../src/engine/engine.ts";

export type Wish = CommandKind | "space" | "help" | "stop?";

const wishes: Record<string, Wish> = {
  " ": "space",
  Enter: "space",
  h: "hurts",
  n: "next",
  PageDown: "next",
  ArrowRight: "next",
  ArrowDown: "next",
  b: "back",
  PageUp: "back",
  ArrowLeft: "back",
  ArrowUp: "back",
  r: "repeat",
  "+": "firmer",
  "-": "softer",
  l: "longer",
  k: "shorter",
  z: "skip-zone",
  t: "numb",
  c: "colour-change",
  w: "swelling",
  d: "dizzy",
  x: "breathless",
  j: "clunk",
  g: "giver-tired",
  s: "stop?",
  Escape: "stop?",
  "?": "help",
};

export function wishOf(event: KeyboardEvent): Wish | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  return wishes[event.key] ?? wishes[event.key.toLowerCase()] ?? null;
}
