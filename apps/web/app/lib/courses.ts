// Courses: named programmes that somebody follows, by what was given.
import type { Wishes } from "../../src/engine/engine.ts";

export interface Given {
  started_at: number;
  wishes: Wishes;
}
export interface Course {
  /** Its programme in the practice. */
  programme: string;
  /** Those of the last time. */
  wishes: Wishes;
  first_at: number;
  last_at: number;
  /** On how many of the last seven days, today included. */
  days: number;
}

const day_ms = 86_400_000;
/** A rest as long as this ends a course. */
const rest_ms = 14 * day_ms;

/** Those that go on, the one followed last first. `given`: massages in the order they were begun. */
export function coursesOf(given: readonly Given[], now: number): Course[] {
  const courses = new Map<string, Course & { on: Set<string> }>();
  const week = new Date(now);
  week.setHours(0, 0, 0, 0);
  week.setDate(week.getDate() - 6);
  for (const { started_at, wishes } of given) {
    const { programme } = wishes;
    if (!programme) continue;
    const before = courses.get(programme);
    const goes_on = before && started_at - before.last_at < rest_ms;
    const course = goes_on
      ? before
      : { programme, wishes, first_at: started_at, last_at: 0, days: 0, on: new Set<string>() };
    Object.assign(course, { wishes, last_at: started_at });
    if (started_at >= week.getTime()) course.on.add(new Date(started_at).toDateString());
    courses.set(programme, course);
  }
  return [...courses.values()]
    .filter(({ last_at }) => now - last_at < rest_ms)
    .sort((a, b) => b.last_at - a.last_at)
    .map(({ on, ...course }) => ({ ...course, days: on.size }));
}

/** Whether the weeks after which a course is looked back on have passed; 0: it has none. */
export function isReviewDue({ first_at }: Course, review_weeks: number, now: number): boolean {
  return review_weeks > 0 && now - first_at >= 7 * review_weeks * day_ms;
}
