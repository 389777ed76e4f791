// The way of a massage through the places: what each hands to the next.
import type { AnsweredRule, Plan, Request, Wishes } from "../../src/engine/engine.ts";
import { app, type Visit } from "./app.svelte.ts";
import { newId } from "./journal.ts";
import type { What } from "./log.ts";

/** Three minutes between two tasks, with nothing on the skin. */
export const quick: Wishes = {
  minutes: 3,
  hands: ["left", "right"],
  goals: { pain: 1, stress: 1 },
  position: "desk",
  programme: "P01",
  medium: "none",
};

/** A programme of the practice, as far as it is begun with. */
export interface NamedProgramme {
  id: string;
  goals: string[];
  hands: number;
  published_seconds: number;
  modes: ("self" | "partner")[];
  needs_lubricant: boolean;
  /** After how many weeks it is looked back on; 0: it is no course. */
  review_weeks?: number;
  measures: string[];
}

/** A named programme of the practice; none before the practice is there. */
export function programmeOf(id: string | null | undefined): NamedProgramme | undefined {
  return ((app.practice?.["programmes"] ?? []) as NamedProgramme[]).find((each) => each.id === id);
}

/** Begins a visit. `session`: one that was cut off; `programme`: the name of the kept programme that it follows. */
export function begin(
  person: string,
  wishes: Wishes | null,
  { session = null, programme = "" }: { session?: string | null; programme?: string } = {},
): void {
  const nothingYet = { known: null, answers: [], request: null, plan: null, explained: null, given: null };
  app.visit = { number: Date.now(), person, wishes, programme, session, ...nothingYet };
}

/** Changes the visit; nothing where it is another one by now. */
export function change(changed: Partial<Visit>, of: Visit | null = app.visit): void {
  if (app.visit && app.visit.number === of?.number) app.visit = { ...app.visit, ...changed };
}

/** Keeps what a check-in gave. */
export async function keepCheckIn(person: string, request: Request, answered: readonly AnsweredRule[]): Promise<void> {
  const answers = answered.map(({ rule, ...answer }) => ({ rule, answer }));
  await (await app.journal()).add([{ kind: "checkin", person, checkin: newId(), document: request, answers }]);
}

/** A plan for a request, with its words. Throws where the engine is at fault, never because of what was answered. */
export async function compose(request: Request, of: Visit | null = app.visit): Promise<void> {
  const engine = await app.engine();
  const plan = await engine.plan(request);
  if (!plan.ok) throw new Error(plan.problems[0]?.expected ?? "plan");
  const explained = await engine.explain(plan.value);
  change({ request, plan: plan.value, explained: explained.ok ? explained.value : null }, of);
}

/** Keeps a plan and the beginning of its session, with what was rated before. */
export async function keepBeginning(person: string, plan: Plan, session: string): Promise<void> {
  const planId = newId();
  const whats: What[] = [
    { kind: "plan", person, plan: planId, document: plan },
    { kind: "session", person, session, plan: planId },
    ...ratingsOf(plan.request.checkin.ratings ?? {}).map(([measure, hand, value]): What => ({
      kind: "rating",
      session,
      measure,
      hand,
      moment: "before",
      value,
    })),
  ];
  await (await app.journal()).add(whats);
  change({ session });
}

/** The measures of ratings that a check-in asked for. */
export function ratedIn(request: Request): string[] {
  return Object.keys(request.checkin.ratings ?? {}).map((measure) => `${measure}_nrs`);
}

type Rated = [measure: string, hand: "left" | "right" | null, value: number];

/** Ratings of a request one by one. */
export function ratingsOf(ratings: NonNullable<Request["checkin"]["ratings"]>): Rated[] {
  const out: Rated[] = [];
  for (const [measure, value] of Object.entries(ratings)) {
    if (typeof value === "number") out.push([measure, null, value]);
    else if (value !== null && typeof value === "object")
      for (const hand of ["left", "right"] as const) {
        const of = (value as Record<string, number | null | undefined>)[hand];
        if (typeof of === "number") out.push([measure, hand, of]);
      }
  }
  return out;
}
