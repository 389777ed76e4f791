// Wishes in a sentence.
import type { Wishes } from "../../src/engine/engine.ts";
import { app, capital, say } from "./app.svelte.ts";

/** "5 min, left hand, to ease pain, nothing on the skin." Only what there are words of. */
export function wishesInWords(wishes: Wishes): string {
  const known = (key: string) => (app.has(key) ? [say(key)] : []);
  const goals = Object.keys(wishes.goals ?? {}).flatMap((goal) => known(`goal.${goal}.name`));
  const parts = [
    say("app.minutes", { minutes: Math.round((wishes.minutes ?? 0) * 10) / 10 }),
    ...(wishes.hands ?? []).map((hand) => say(`hand.${hand}`)),
    ...goals,
    ...known(`programme.${wishes.programme}.name`),
    ...known(`medium.${wishes.medium}.name`),
    ...(Object.keys(wishes.edits ?? {}).length > 0 ? [say("app.library.edited")] : []),
  ];
  return capital(parts.join(", ")) + ".";
}
