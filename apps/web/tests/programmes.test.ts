// The ways to begin: three minutes at once, a named programme, one that was kept.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { looked } from "./looks.ts";
import { answerOne, checkIn, keepPicture, stand, wordsOf } from "./served.ts";

const phone = { width: 360, height: 740 };
const words = wordsOf("en");
const at = stand();

/** Answers until the check-in is over; how many questions it had. */
async function answered(page: Page): Promise<number> {
  await page.waitForFunction(() => location.hash === "#/checkin");
  for (let asked = 0; asked < 60; ++asked) {
    await page.waitForFunction(
      () => location.hash !== "#/checkin" || document.querySelector("main [aria-busy=false] h1"),
    );
    if (!page.url().includes("#/checkin")) return asked;
    await answerOne(page);
  }
  throw new Error("the check-in does not end");
}
const button = (page: Page, key: string) => page.getByRole("button", { name: words[key]!, exact: true });

test("a newcomer with three minutes answers four questions and the session runs", async () => {
  const page = await at.browser.device(at.served.address, phone);
  assert.ok(await button(page, "app.today.quick").evaluate((node) => node.classList.contains("main")));
  await button(page, "app.today.quick").click();
  assert.equal(await answered(page), 4);
  await looked(page, "quick", "phone");
  await page.getByRole("button", { name: "Start" }).click();
  const count = page.locator(".count");
  await count.waitFor();
  const before = await count.textContent();
  await page.waitForFunction((was) => document.querySelector(".count")?.textContent !== was, before);
  assert.notEqual(await page.locator(".caption").textContent(), "");
});

test("three minutes for somebody else are given by whoever holds the phone", async () => {
  const page = await at.browser.device(at.served.address, phone);
  await button(page, "app.today.somebody").click();
  await page.getByLabel(words["app.today.name"]!).fill("Mum");
  assert.ok(await button(page, "app.today.begin").evaluate((node) => node.classList.contains("main")));
  await button(page, "app.today.add").click();
  await button(page, "app.today.quick").click();
  await page.getByRole("heading", { name: words["checkin.today_other_tapped"]!.replace("{name}", "Mum") }).waitFor();
});

test("a named programme asks which hands, and what goes on them where it needs no lotion", async () => {
  const page = await at.browser.device(at.served.address, phone);
  await checkIn(page);
  await page.goto(`${at.served.address}#/library/programmes/P08`);
  await button(page, "app.today.begin").waitFor();
  assert.ok(await button(page, "app.today.begin").isDisabled(), "for one hand: which?");
  await button(page, "checkin.left").click();
  await page.getByRole("button", { name: new RegExp(words["medium.none.name"]!, "i") }).click();
  await looked(page, "programme", "phone");
  await button(page, "app.today.begin").click();
  await answered(page);
  const shown = await page.locator("main").innerText();
  assert.match(shown, /Left hand/);
  assert.doesNotMatch(shown, /Right hand/);
  assert.ok(shown.includes(words["medium.none.name"]!), shown);
});

test("a programme that was kept is seen, begun, kept again under its name, named anew and removed", async () => {
  const page = await at.browser.device(at.served.address, phone);
  await checkIn(page);
  await page.getByLabel(words["app.plan.name"]!).fill("Mornings");
  await button(page, "app.plan.keep").click();
  await page.getByText(words["app.plan.kept"]!.replace("{name}", "Mornings")).waitFor();
  const open = async (name: string) => {
    await page.goto(`${at.served.address}#/library/programmes`);
    await page.getByRole("link", { name, exact: true }).click();
    await page.getByRole("heading", { name }).waitFor();
  };
  await open("Mornings");
  assert.match(await page.locator("main").innerText(), /5 min/);
  await looked(page, "own", "phone");
  await keepPicture(page, "own-programme");
  await button(page, "app.today.begin").click();
  await answered(page);
  assert.equal(await page.getByLabel(words["app.plan.name"]!).inputValue(), "Mornings");
  await button(page, "app.plan.keep").click();
  await page.getByText(words["app.plan.kept_again"]!.replace("{name}", "Mornings")).waitFor();
  await open("Mornings");
  await page.goBack();
  await page.getByRole("link", { name: "Mornings" }).first().waitFor();
  assert.equal(await page.getByRole("link", { name: "Mornings" }).count(), 1, "it is the same programme");
  await open("Mornings");
  await page.getByLabel(words["app.plan.name"]!).fill("Evenings");
  await button(page, "app.library.rename").click();
  await page.getByRole("heading", { name: "Evenings" }).waitFor();
  await page.reload();
  await page.getByRole("heading", { name: "Evenings" }).waitFor();
  await button(page, "app.library.forget").click();
  await button(page, "app.library.forget_sure").click();
  await page.getByRole("link", { name: words["programme.P01.name"]! }).waitFor();
  assert.equal(await page.getByRole("link", { name: "Evenings" }).count(), 0);
});

test("a programme that was followed is under way on the first page, and is begun again from there", async () => {
  const [person, plan] = ["person-ana", "plan-0001"];
  const wishes = { minutes: 15, hands: ["right"], programme: "P05", goals: { pain: 1 }, medium: "lotion" };
  const given = {
    seconds: { left: 0, right: 600 },
    by_technique: { left: {}, right: { KNEAD: 600 } },
    by_zone: { left: {}, right: { THEN: 600 } },
    stopped_zones: { left: [], right: [] },
    trigger_points: { left: [], right: [] },
    numb_stop: false,
  };
  const begun = [29, 2, 1].map((days) => Date.now() - days * 86_400_000);
  const entries = [
    { kind: "person", person, name: "Me" },
    { kind: "plan", person, plan, document: { format: "thenar.plan/1", request: { wishes } } },
    ...begun.flatMap((at, n) => [
      { kind: "session", person, session: `session-${n}`, plan, at },
      {
        kind: "ending",
        session: `session-${n}`,
        ending: { how: "finished", at: at + 600_000, rule: "", given },
        at: at + 600_000,
      },
    ]),
  ].map(({ at = begun[0]! - 1, ...what }: { at?: number; kind: string }, n) => ({ id: `entry-${1000 + n}`, at, what }));
  const kept = await fetch(`${at.served.address}api/v1/entries`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ entries }),
  });
  assert.equal(kept.status, 200, await kept.text());
  const page = await at.browser.device(at.served.address, phone);
  await page.getByRole("heading", { name: words["programme.P05.name"]! }).waitFor();
  const shown = await page.locator("main").innerText();
  assert.match(shown, /on 2 of the last 7 days/);
  assert.ok(shown.includes(words["programme.P05.frequency"]!));
  assert.ok(!shown.includes(words["app.today.look_back"]!), "a rest of weeks lies between: it began anew");
  await looked(page, "course", "phone");
  await keepPicture(page, "course");
  await button(page, "app.today.again").click();
  await answered(page);
  await page.getByRole("heading", { name: new RegExp(words["programme.P05.name"]!) }).waitFor();
});
