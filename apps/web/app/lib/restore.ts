// What was saved as a file, taken over into a journal in which some of its people were erased.
import { newId } from "./journal.ts";
import type { Entry } from "./log.ts";

const own = ["person", "session", "plan", "checkin", "programme"] as const;

/**
 * Entries of a file. Those of people who were erased get new names throughout, so that they come back as somebody new:
 * what was erased stays erased on every device.
 */
export function restored(entries: readonly Entry[], erased: ReadonlySet<string>): Entry[] {
  const sessions = new Set(
    entries.flatMap(({ what }) => (what.kind === "session" && erased.has(what.person) ? [what.session] : [])),
  );
  const isTheirs = ({ what }: Entry) =>
    ("person" in what && erased.has(what.person)) || ("session" in what && sessions.has(what.session));
  const anew = new Map<string, string>();
  for (const entry of entries.filter(isTheirs)) {
    const ids: unknown[] = [entry.id, ...own.map((field) => (entry.what as Record<string, unknown>)[field])];
    if (entry.what.kind === "measured") ids.push(entry.what.measured.id);
    for (const id of ids) if (typeof id === "string" && !anew.has(id)) anew.set(id, newId());
  }
  return entries
    .filter((entry) => !(entry.what.kind === "erased" && erased.has(entry.what.person)))
    .map((entry) =>
      isTheirs(entry)
        ? (JSON.parse(JSON.stringify(entry), (_, value: unknown) =>
            typeof value === "string" ? (anew.get(value) ?? value) : value,
          ) as Entry)
        : entry,
    );
}
