// Courses: which programmes go on, and when they are looked back on.
import assert from "node:assert/strict";
import { test } from "node:test";
import { coursesOf, isReviewDue } from "../app/lib/courses.ts";

// In a month without a change of the clocks anywhere.
const at = (day: number, hour = 12) => new Date(2026, 0, day, hour).getTime();
const given = (programme: string | null, ...days: number[]) =>
  days.map((day) => ({
    started_at: at(day),
    wishes: { minutes: 15, hands: ["left" as const], ...(programme === null ? {} : { programme }) },
  }));

test("a course counts each of the last seven days once, and what was no programme is none", () => {
  const twice = { started_at: at(20, 18), wishes: { programme: "P05", minutes: 8, hands: [] } };
  const all = [...given("P05", 10, 13, 14, 16, 20), twice, ...given(null, 19)];
  const [course, ...others] = coursesOf(all, at(20, 20));
  assert.equal(others.length, 0);
  assert.equal(course?.days, 3, "14, 16 and 20; 13 is the eighth day back");
  assert.equal(course?.first_at, at(10));
  assert.equal(course?.wishes.minutes, 8, "as it was wished for last");
});

test("a fortnight's rest ends a course, and what follows is another", () => {
  assert.deepEqual(coursesOf(given("P05", 1), at(15)), []);
  assert.equal(coursesOf(given("P05", 1), at(15) - 1).length, 1);
  assert.equal(coursesOf(given("P05", 1, 16), at(17))[0]?.first_at, at(16));
  assert.equal(coursesOf(given("P05", 1, 14, 27), at(28))[0]?.first_at, at(1));
});

test("the course that was followed last comes first", () => {
  const all = [...given("P05", 1), ...given("P09", 2), ...given("P05", 3)];
  assert.deepEqual(
    coursesOf(all, at(4)).map(({ programme }) => programme),
    ["P05", "P09"],
  );
});

test("a course is looked back on when its weeks have passed, and never where it has none", () => {
  const course = coursesOf(given("P08", 1, 8), at(8))[0]!;
  assert.ok(isReviewDue(course, 1, at(8)));
  assert.ok(!isReviewDue(course, 1, at(8) - 1));
  assert.ok(!isReviewDue(course, 0, at(30)));
});
