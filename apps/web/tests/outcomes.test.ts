// Measuring in the app, and what it tells of weeks: with its error, kept as it was typed in, and given on.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Download, Page } from "playwright-core";
import { looked } from "./looks.ts";
import { checkIn, Served, type Size, stand } from "./served.ts";

const phone: Size = { width: 360, height: 740 };
const day_ms = 86_400_000;

const at = stand();

/** Six weeks of massages every second day, told to the server: pain of the left hand falls from 7 to 3. */
async function sixWeeks(address: string): Promise<void> {
  const person = "person-ana";
  const begun = Date.now() - 42 * day_ms;
  const pair = <T>(left: T, right: T) => ({ left, right });
  const given = {
    seconds: pair(300, 0),
    by_technique: pair({ KNEAD: 200, EFFL: 100 }, {}),
    by_zone: pair({ THEN: 300 }, {}),
    stopped_zones: pair([], []),
    trigger_points: pair([], []),
    numb_stop: false,
  };
  let number = 0;
  const entry = (at: number, what: object) => ({ id: `entry-${String(++number).padStart(6, "0")}`, at, what });
  const entries = [
    entry(begun, { kind: "person", person, name: "Ana" }),
    entry(begun, {
      kind: "plan",
      person,
      plan: "plan-0001",
      document: { request: { wishes: { goals: { pain: 1 } } } },
    }),
  ];
  for (let day = 0; day < 42; day += 2) {
    const at = begun + day * day_ms;
    const session = `session-${day}-x`;
    const rating = (moment: string, value: number) =>
      entry(at + 1, { kind: "rating", session, measure: "pain", hand: "left", moment, value });
    const pain = 7 - Math.round(day / 11) + (day % 4 === 0 ? 1 : 0);
    entries.push(
      entry(at, { kind: "session", person, session, plan: "plan-0001" }),
      rating("before", pain),
      rating("after", Math.max(0, pain - 1)),
      entry(at + 2, { kind: "ending", session, ending: { how: "finished", at: at + 300_000, rule: "", given } }),
    );
  }
  const answer = await fetch(new URL("api/v1/entries", address), {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ entries }),
  });
  assert.equal(answer.status, 200, await answer.text());
}

async function textOf(download: Promise<Download>): Promise<string> {
  return readFileSync(await (await download).path(), "latin1");
}

async function gripOf(page: Page, values: readonly number[]): Promise<void> {
  for (const [i, value] of values.entries()) await page.locator("input.number").nth(i).fill(String(value));
}

test("a grip is typed in pounds, corrected and taken back, and nothing is lost", async () => {
  const page = await at.browser.device(at.served.address, phone);
  await checkIn(page);
  await page.goto(`${at.served.address}#/measure`);
  await page.getByRole("button", { name: "Grip strength" }).waitFor();
  await looked(page, "measure", "phone");
  await page.getByRole("button", { name: "Grip strength" }).click();
  await page.getByLabel("Unit").selectOption("lb");
  await gripOf(page, [70, 72, 68]);
  await looked(page, "measure-grip", "phone");
  await page.getByRole("button", { name: "Keep" }).click();
  await page.getByRole("status").getByText("31.8 kg").waitFor();
  await page.getByRole("button", { name: "Correct" }).click();
  await page.getByLabel("Unit").selectOption("kg");
  await gripOf(page, [31, 32, 33]);
  await page.getByRole("button", { name: "Keep the correction" }).click();
  await page.getByRole("status").getByText("32.0 kg").waitFor();
  await page.getByRole("button", { name: "Take back" }).click();
  await page.getByRole("button", { name: "Take back" }).waitFor({ state: "detached" });
  const told = (await (await fetch(new URL("api/v1/export", at.served.address))).json()) as {
    people: { measured: { values: number[] }[] }[];
  };
  assert.deepEqual(
    told.people[0]!.measured.map(({ values }) => values),
    [
      [70, 72, 68],
      [31, 32, 33],
      [31, 32, 33],
    ],
  );
  await page.context().close();
  assert.deepEqual(at.browser.complaints, []);
});

test("what cannot be is refused with what it might have been", async () => {
  const page = await at.browser.device(at.served.address, phone);
  await checkIn(page);
  await page.goto(`${at.served.address}#/measure/figure_of_eight`);
  await page.getByLabel("Unit").selectOption("cm");
  await gripOf(page, [16.5, 16.4, 16.6]);
  await page.getByRole("button", { name: "Keep" }).click();
  await page.getByRole("alert").getByText('If its unit is "in"').first().waitFor();
  await page.context().close();
});

test("mood is one tap, and ten seconds of tapping give taps a second", async () => {
  const page = await at.browser.device(at.served.address, phone);
  await checkIn(page);
  await page.goto(`${at.served.address}#/measure/mood_grid`);
  await page.getByRole("radio", { name: "Pleasant 7 of 9, awake 3 of 9" }).click();
  await looked(page, "measure-mood", "phone");
  await page.getByRole("button", { name: "Keep" }).click();
  await page.getByRole("status").waitFor();
  await page.goto(`${at.served.address}#/measure/tap_speed`);
  await page.locator(".pad").waitFor();
  await looked(page, "measure-tap", "phone");
  await page.clock.install();
  for (let i = 0; i < 20; ++i) {
    await page.locator(".pad").dispatchEvent("pointerdown");
    await page.clock.runFor(500);
  }
  await page.clock.runFor(1000);
  await page.clock.resume();
  await page.getByRole("button", { name: "Keep" }).click();
  await page.getByRole("status").getByText("1.9 taps a second").waitFor();
  await page.context().close();
  assert.deepEqual(at.browser.complaints, []);
});

test("a tap keeps nothing by itself, and once more forgets the taps before", async () => {
  const own = await Served.start();
  const page = await at.browser.device(own.address, phone);
  await checkIn(page);
  await page.goto(`${own.address}#/measure/tap_speed`);
  const pad = page.locator(".pad");
  const keep = page.getByRole("button", { name: "Keep", exact: true });
  const taps = async (every_ms: number): Promise<void> => {
    for (let at = 0; at < 10_000; at += every_ms) {
      await pad.click();
      await page.clock.runFor(every_ms);
    }
  };
  await pad.waitFor();
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  await taps(990);
  await page.getByRole("button", { name: "Once more" }).click();
  assert.ok(await keep.isDisabled(), "nothing is there to keep");
  await pad.click();
  assert.equal(await page.getByRole("alert").count(), 0);
  assert.ok(await keep.isDisabled());
  await page.clock.runFor(11_000);
  await page.getByRole("button", { name: "Once more" }).click();
  await taps(990);
  await page.clock.resume();
  await keep.click();
  await page.getByRole("status").getByText("1.0 taps a second").waitFor();
  await page.getByRole("button", { name: "Correct" }).click();
  await page.getByRole("button", { name: "Keep the correction" }).waitFor();
  await pad.click();
  assert.ok(await page.getByRole("button", { name: "Keep the correction" }).isDisabled());
  await page.getByRole("button", { name: "Take back" }).first().waitFor();
  const told = (await (await fetch(new URL("api/v1/export", own.address))).json()) as {
    people: { measured: { measure: string; values: number[] }[] }[];
  };
  const kept = told.people.flatMap(({ measured }) => measured).filter(({ measure }) => measure === "tap_speed");
  assert.deepEqual(kept.at(-1)!.values, [10, 10]);
  assert.equal(kept.filter(({ values }) => values[0] === 10).length, 1, "nothing was corrected by one tap");
  await page.context().close();
  await own.stop();
  assert.deepEqual(at.browser.complaints, []);
});

test("six weeks are told with their error, and given on as page, table and health record", async () => {
  const own = await Served.start();
  await sixWeeks(own.address);
  const page = await at.browser.device(own.address, phone);
  await page.goto(`${own.address}#/progress`);
  await page.getByText("Measurably better.").first().waitFor();
  await looked(page, "progress-weeks", "phone");
  await page.getByText("How sure is that?").first().click();
  await page
    .getByText(/95 % interval/)
    .first()
    .waitFor();
  const saving = (name: string) => {
    const download = page.waitForEvent("download");
    return page
      .getByRole("button", { name })
      .click()
      .then(() => textOf(download));
  };
  assert.ok((await saving("Page for a visit")).startsWith("%PDF-"));
  assert.match(await saving("Table"), /^time,local_time,person,measure/);
  assert.equal((JSON.parse(await saving("Health record")) as { resourceType: string }).resourceType, "Bundle");
  await page.getByRole("button", { name: "4 weeks" }).click();
  await page.locator("h3").first().waitFor();
  await page.context().close();
  await own.stop();
  assert.deepEqual(at.browser.complaints, []);
});

test("on paper every verdict has its number and error", async () => {
  const own = await Served.start();
  await sixWeeks(own.address);
  const page = await at.browser.device(own.address, phone);
  await page.goto(`${own.address}#/progress`);
  await page.locator(".verdict.told", { hasText: "Measurably better." }).first().waitFor();
  const told = page.getByText(/^Measurably better\. .*95 % interval.* error/).filter({ visible: true });
  assert.equal(await told.count(), 0, "on the screen it is told to who asks");
  await page.emulateMedia({ media: "print" });
  const verdicts = await page.locator(".verdict.told").filter({ visible: true }).count();
  assert.ok(verdicts > 0);
  assert.ok((await told.count()) >= verdicts);
  assert.equal(await page.getByText("How sure is that?").filter({ visible: true }).count(), 0);
  await looked(page, "progress-paper", "phone");
  await page.context().close();
  await own.stop();
  assert.deepEqual(at.browser.complaints, []);
});

test("questions of a measure that is not ours are loaded from a file, or refused with what is wrong", async () => {
  const page = await at.browser.device(at.served.address, phone);
  await checkIn(page);
  await page.goto(`${at.served.address}#/measure`);
  const load = (document: unknown) =>
    page.locator("input[type=file]").setInputFiles({
      name: "items.json",
      mimeType: "application/json",
      buffer: Buffer.from(JSON.stringify(document)),
    });
  const items = Array.from({ length: 10 }, (_, i) => ({
    text: `Question ${i + 1}`,
    answers: ["no", "a little", "hard", "cannot"],
  }));
  const fihoa = { format: "thenar.items/1", measure: "fihoa", language: "en", source: "from its author", items };
  await load({ ...fihoa, items: items.slice(1) });
  await page.getByRole("alert").getByText("items").waitFor();
  await load(fihoa);
  await page.getByRole("button", { name: "FIHOA" }).click();
  for (let i = 0; i < 10; ++i) await page.getByLabel(`Question ${i + 1}`, { exact: true }).selectOption("a little");
  await page.getByRole("button", { name: "Keep" }).click();
  await page.getByRole("status").getByText("10.0 points").waitFor();
  await page.context().close();
});

test("reminders are a file for the calendar", async () => {
  const page = await at.browser.device(at.served.address, phone);
  await page.goto(`${at.served.address}#/settings`);
  await page.getByRole("button", { name: "Mon" }).click();
  await page.getByRole("button", { name: "Thu" }).click();
  await page.getByLabel("Time of day").fill("07:30");
  await looked(page, "settings-remind", "phone");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save for the calendar" }).click();
  const text = await textOf(download);
  assert.match(text, /^BEGIN:VCALENDAR\r\n/);
  assert.match(text, /RRULE:FREQ=WEEKLY;COUNT=8;BYDAY=MO,TH\r\n/);
  assert.match(text, /DTSTART:\d{8}T073000\r\n/);
  await page.context().close();
  assert.deepEqual(at.browser.complaints, []);
});

test("reminders are for whole weeks, and ring at the time itself", async () => {
  const page = await at.browser.device(at.served.address, phone);
  await page.goto(`${at.served.address}#/settings`);
  const weeks = page.getByLabel("For how many weeks");
  await weeks.fill("1.6");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save for the calendar" }).click();
  const text = await textOf(download);
  assert.match(text, /RRULE:FREQ=DAILY;COUNT=14\r\n/);
  assert.match(text, /TRIGGER:PT0S\r\n/);
  assert.equal(await weeks.inputValue(), "2");
  await page.context().close();
  assert.deepEqual(at.browser.complaints, []);
});
