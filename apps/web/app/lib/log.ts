// What is kept, as a log of entries: each says one thing that happened. Any number of logs put together in any order,
// entries lost and sent again included, give the same objects.
import type { Ending, Given, Measured, NextDay } from "../../src/engine/engine.ts";

/** An entry of the log. `id` is its own for ever; `at` is milliseconds since 1970-01-01 UTC. */
export interface Entry {
  id: string;
  at: number;
  what: What;
}
export type What =
  | { kind: "person"; person: string; name: string }
  | { kind: "checkin"; person: string; checkin: string; document: unknown; answers: KeptAnswer[] }
  | { kind: "plan"; person: string; plan: string; document: unknown }
  | { kind: "session"; person: string; session: string; plan: string }
  | { kind: "command"; session: string; index: number; t_ms: number; command: unknown }
  | { kind: "reached"; session: string; t_ms: number }
  | { kind: "ending"; session: string; ending: Ending }
  | { kind: "next_day"; session: string; next_day: NextDay }
  | { kind: "rating"; session: string; measure: string; hand: "left" | "right" | null; moment: Moment; value: number }
  | { kind: "programme"; person: string; programme: string; name: string; wishes: unknown; gone: boolean }
  | { kind: "measured"; person: string; measured: Measured }
  | { kind: "erased"; person: string };
export type Moment = "before" | "after";

export interface KeptAnswer {
  rule: string;
  answer: unknown;
}

/** What the entries come to. Times of their own decide between two that say the same thing differently. */
export interface Person {
  id: string;
  name: string;
  created_at: number;
  named_at: number;
  erased: boolean;
}
export interface CheckIn {
  id: string;
  person: string;
  at: number;
  document: unknown;
}
export interface Answer {
  id: string;
  person: string;
  rule: string;
  answer: unknown;
  answered_at: number;
}
export interface KeptPlan {
  id: string;
  person: string;
  at: number;
  document: unknown;
}
export interface KeptSession {
  id: string;
  person: string;
  plan: string;
  started_at: number;
  reached_ms: number;
  ending: Ending | null;
  next_day: NextDay | null;
  commands: { index: number; t_ms: number; command: unknown }[];
  ratings: Rating[];
}
export interface Rating {
  measure: string;
  hand: "left" | "right" | null;
  moment: Moment;
  value: number;
  at: number;
}
export interface Programme {
  id: string;
  person: string;
  name: string;
  wishes: unknown;
  at: number;
  gone: boolean;
}

export interface KeptMeasured {
  id: string;
  person: string;
  measured: Measured;
}

export interface Objects {
  people: Person;
  checkins: CheckIn;
  answers: Answer;
  plans: KeptPlan;
  sessions: KeptSession;
  programmes: Programme;
  measured: KeptMeasured;
}
export type Kind = keyof Objects;
export const kinds: readonly Kind[] = ["people", "checkins", "answers", "plans", "sessions", "programmes", "measured"];

/** Where objects lie. */
export interface Shelf {
  get<K extends Kind>(kind: K, id: string): Promise<Objects[K] | undefined>;
  put<K extends Kind>(kind: K, object: Objects[K]): Promise<void>;
}

const nobody = { person: "", plan: "", started_at: 0 };

/** Puts an entry to what is there. The same whatever came before, and as often as it comes. */
export async function apply(shelf: Shelf, { at, what }: Entry): Promise<void> {
  switch (what.kind) {
    case "person": {
      const there = await shelf.get("people", what.person);
      const newer = !there || later(at, what.name, there.named_at, there.name);
      await shelf.put("people", {
        id: what.person,
        name: newer ? what.name : there.name,
        named_at: newer ? at : there.named_at,
        created_at: Math.min(at, there?.created_at ?? at),
        erased: there?.erased ?? false,
      });
      return;
    }
    case "erased": {
      const there = await shelf.get("people", what.person);
      const person = there ?? { id: what.person, name: "", created_at: at, named_at: 0, erased: true };
      await shelf.put("people", { ...person, erased: true });
      return;
    }
    case "checkin":
      await shelf.put("checkins", { id: what.checkin, person: what.person, at, document: what.document });
      for (const { rule, answer } of what.answers) {
        const id = `${what.person} ${rule}`;
        const there = await shelf.get("answers", id);
        if (!there || later(at, JSON.stringify(answer), there.answered_at, JSON.stringify(there.answer)))
          await shelf.put("answers", { id, person: what.person, rule, answer, answered_at: at });
      }
      return;
    case "plan":
      return shelf.put("plans", { id: what.plan, person: what.person, at, document: what.document });
    case "measured": {
      const { person, measured } = what;
      if (!(await shelf.get("measured", measured.id)))
        await shelf.put("measured", { id: measured.id, person, measured });
      return;
    }
    case "programme": {
      const there = await shelf.get("programmes", what.programme);
      const { programme: id, person, name, wishes, gone } = what;
      if (
        !there ||
        later(
          at,
          JSON.stringify([name, wishes, gone]),
          there.at,
          JSON.stringify([there.name, there.wishes, there.gone]),
        )
      )
        await shelf.put("programmes", { id, person, name, wishes, gone, at });
      return;
    }
    default:
      return shelf.put(
        "sessions",
        withMore((await shelf.get("sessions", what.session)) ?? empty(what.session), at, what),
      );
  }
}

type OfSession = Extract<What, { session: string }>;

/** Entries may come before the one that begins their session. */
function empty(id: string): KeptSession {
  return { id, ...nobody, reached_ms: 0, ending: null, next_day: null, commands: [], ratings: [] };
}

function withMore(session: KeptSession, at: number, what: OfSession): KeptSession {
  switch (what.kind) {
    case "session":
      return { ...session, person: what.person, plan: what.plan, started_at: at };
    case "command": {
      const { index, t_ms, command } = what;
      const there = session.commands.find((each) => each.index === index);
      // Of two that say they are the same one, from two devices, the earlier counts, in whatever order they come.
      if (there && !later(there.t_ms, JSON.stringify(there.command), t_ms, JSON.stringify(command))) return session;
      const others = session.commands.filter((each) => each.index !== index);
      const commands = [...others, { index, t_ms, command }].sort((a, b) => a.index - b.index);
      return { ...session, commands, reached_ms: Math.max(session.reached_ms, t_ms) };
    }
    case "reached":
      return { ...session, reached_ms: Math.max(session.reached_ms, what.t_ms) };
    case "ending": {
      const { ending } = session;
      const newer = !ending || later(what.ending.at, JSON.stringify(what.ending), ending.at, JSON.stringify(ending));
      return newer ? { ...session, ending: what.ending } : session;
    }
    case "next_day": {
      const there = session.next_day;
      const [one, other] = [what.next_day, there].map((day) => JSON.stringify(day));
      const newer = !there || later(what.next_day.answered_at, one!, there.answered_at, other!);
      return newer ? { ...session, next_day: what.next_day } : session;
    }
    case "rating": {
      const { measure, hand, moment, value } = what;
      const same = (each: Rating) => each.measure === measure && each.hand === hand && each.moment === moment;
      const there = session.ratings.find(same);
      if (there && !later(at, String(value), there.at, String(there.value))) return session;
      const key = (each: Rating) => `${each.moment} ${each.measure} ${each.hand ?? ""}`;
      const ratings = [...session.ratings.filter((each) => !same(each)), { measure, hand, moment, value, at }];
      return { ...session, ratings: ratings.sort((a, b) => (key(a) < key(b) ? -1 : 1)) };
    }
  }
}

/** Whether one of two is the later; of the same time the one whose text is greater, so that all agree. */
function later(at: number, text: string, otherAt: number, otherText: string): boolean {
  return at !== otherAt ? at > otherAt : text > otherText;
}

export function isGiven({ seconds }: Given): boolean {
  return seconds.left + seconds.right > 0;
}

/** Of a session of which nothing more can be told. */
export function nothingGiven(): Given {
  const pair = <T>(of: () => T) => ({ left: of(), right: of() });
  return {
    seconds: pair(() => 0),
    by_technique: pair(() => ({})),
    by_zone: pair(() => ({})),
    stopped_zones: pair(() => []),
    trigger_points: pair(() => []),
    numb_stop: false,
  };
}

const texts: Record<What["kind"], readonly string[]> = {
  person: ["person", "name"],
  checkin: ["person", "checkin"],
  plan: ["person", "plan"],
  session: ["person", "session", "plan"],
  command: ["session"],
  reached: ["session"],
  ending: ["session"],
  next_day: ["session"],
  rating: ["session", "measure", "moment"],
  programme: ["person", "programme", "name"],
  measured: ["person"],
  erased: ["person"],
};

function isMeasured(read: unknown): boolean {
  if (typeof read !== "object" || read === null) return false;
  const { id, measure, values, at } = read as Partial<Measured>;
  return typeof id === "string" && typeof measure === "string" && Array.isArray(values) && Number.isInteger(at);
}

/** Whether something that was read from a file is an entry. */
export function isEntry(read: unknown): read is Entry {
  if (typeof read !== "object" || read === null) return false;
  const { id, at, what } = read as Partial<Entry>;
  if (typeof id !== "string" || !/^[A-Za-z0-9-]{8,64}$/.test(id) || !Number.isInteger(at)) return false;
  if (typeof what !== "object" || what === null || !(what.kind in texts)) return false;
  const fields = what as unknown as Record<string, unknown>;
  const numbers = { command: ["index", "t_ms"], reached: ["t_ms"], rating: ["value"] }[what.kind as string] ?? [];
  return (
    texts[what.kind].every((field) => typeof fields[field] === "string") &&
    numbers.every((field) => Number.isFinite(fields[field])) &&
    (what.kind !== "checkin" || Array.isArray(fields["answers"])) &&
    (!["ending", "next_day"].includes(what.kind) || typeof fields[what.kind] === "object") &&
    (what.kind !== "measured" || isMeasured(fields["measured"]))
  );
}

/** Those that count, the newest first: of each with all its corrections the one that was noted last, and nothing where that
 * one takes it back. */
export function inForce(all: readonly Measured[]): Measured[] {
  const byId = new Map(all.map((each) => [each.id, each]));
  /** What a chain of corrections began with; one that bites its tail begins with the least id. */
  const first = (measured: Measured): string => {
    const seen = new Set<string>();
    let at = measured;
    for (
      let before = byId.get(at.corrects ?? "");
      before && !seen.has(before.id);
      before = byId.get(at.corrects ?? "")
    ) {
      seen.add(before.id);
      at = before;
    }
    return seen.has(measured.id) ? [...seen].sort()[0]! : at.id;
  };
  const last = new Map<string, Measured>();
  for (const each of all) {
    const of = first(each);
    if (each.noted_at >= (last.get(of)?.noted_at ?? -1)) last.set(of, each);
  }
  return [...last.values()].filter(({ withdrawn }) => !withdrawn).sort((a, b) => b.at - a.at);
}
