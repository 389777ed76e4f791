// Going back, leaving and coming again: nothing that was told is lost, and nothing goes on past it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { answerOne, checkIn, intoSession, stand, wordsOf } from "./served.ts";

const phone = { width: 360, height: 740 };
const words = wordsOf("en");
const at = stand();
const button = (page: Page, key: string) => page.getByRole("button", { name: words[key]!, exact: true });
const asked = (page: Page, key: string) => page.getByRole("heading", { name: words[key]! }).waitFor();
const ticked = (page: Page) => page.locator('.answer[aria-pressed="true"]').allInnerTexts();

/** To the list of what lasts longer, with the illnesses of joints ticked. */
async function toJoints(page: Page): Promise<void> {
  await button(page, "app.today.quick").click();
  await asked(page, "checkin.today_tapped");
  await answerOne(page);
  await asked(page, "checkin.age_tapped");
  await answerOne(page);
  await asked(page, "checkin.longer_tapped");
  await page.locator(".answer").first().click();
  await button(page, "app.go_on").click();
  await asked(page, "gate.hands.question");
}

test("back in the check-in shows what was answered, and the same again leads on as before", async () => {
  const page = await at.browser.device(at.served.address, phone);
  await toJoints(page);
  await page.getByRole("button", { name: "← Back" }).click();
  await asked(page, "checkin.longer_tapped");
  assert.equal((await ticked(page)).length, 1, "nobody denies what they told by going back to look");
  await page.goBack();
  await asked(page, "checkin.age_tapped");
  assert.equal(await page.locator("input[type=number]").inputValue(), "54");
  await page.goForward();
  await asked(page, "checkin.longer_tapped");
  assert.equal((await ticked(page)).length, 1);
  await page.reload();
  await asked(page, "checkin.longer_tapped");
  assert.equal((await ticked(page)).length, 1, "a reload loses nothing");
  await button(page, "app.go_on").click();
  await asked(page, "gate.hands.question");
});

test("a plan outlives a reload, and back from it is the last question", async () => {
  const page = await at.browser.device(at.served.address, phone);
  await checkIn(page);
  const title = (await page.locator("h1").textContent())!;
  await page.reload();
  await page.getByRole("heading", { name: title }).waitFor();
  await page.goBack();
  await asked(page, "checkin.medium");
  assert.equal((await ticked(page)).length, 1);
  await page.locator('.answer[aria-pressed="true"]').click();
  await page.getByRole("heading", { name: title }).waitFor();
});

test("one window gives a massage; another says so, and its own waits", async () => {
  const page = await at.browser.device(at.served.address, phone);
  await checkIn(page);
  await intoSession(page);
  const other = await at.browser.page(page.context(), at.served.address);
  await other.getByRole("heading", { name: words["app.session.elsewhere"]! }).waitFor();
  assert.equal(await button(other, "app.today.go_on").count(), 0);
  await page.close();
  await other.reload();
  await button(other, "app.today.go_on").waitFor();
});

test("a massage that was cut off is not gone on with past a later check-in, nor where nobody wants it", async () => {
  const page = await at.browser.device(at.served.address, phone);
  await checkIn(page);
  await intoSession(page);
  await page.reload();
  await button(page, "app.today.go_on").waitFor();
  await button(page, "app.today.begin").click();
  await page.waitForFunction(() => location.hash === "#/checkin");
  for (let n = 0; n < 3 && (await page.locator(".answers .answer", { hasText: "Right now" }).count()) === 0; ++n)
    await answerOne(page);
  await page.locator(".answer", { hasText: "Right now" }).click();
  await page.locator('a[href="tel:999"]').waitFor();
  await button(page, "app.go_on").click();
  await page.locator(".answer", { hasText: "in the chest" }).click();
  await button(page, "app.go_on").click();
  await page.waitForFunction(() => location.hash === "#/plan");
  await page.goto(`${at.served.address}#/today`);
  await button(page, "app.today.begin").waitFor();
  await page
    .getByRole("heading", { name: words["app.today.last"]! })
    .or(page.getByText("Evidence"))
    .first()
    .waitFor({ timeout: 3000 })
    .catch(() => undefined);
  assert.equal(await button(page, "app.today.go_on").count(), 0);

  const other = await at.browser.device(at.served.address, phone);
  await other.goto(`${at.served.address}#/today`);
  await checkIn(other);
  await intoSession(other);
  await other.reload();
  await button(other, "app.today.not_any_more").click();
  await button(other, "app.today.go_on").waitFor({ state: "detached" });
  await other.reload();
  await button(other, "app.today.begin").waitFor();
  assert.equal(await button(other, "app.today.go_on").count(), 0);
});

test("a question that was open when the page was left is asked again", async () => {
  const page = await at.browser.device(at.served.address, phone);
  await checkIn(page);
  await intoSession(page);
  await button(page, "app.session.hurts").click();
  await page.getByText(words["question.hurts.text"]!).first().waitFor();
  await page.reload();
  await button(page, "app.today.go_on").click();
  await page.getByText(words["question.hurts.text"]!).first().waitFor();
});

test("what was saved comes back after it was erased, as somebody new", async () => {
  const page = await at.browser.device(at.served.address, phone);
  await checkIn(page);
  await page.getByLabel(words["app.plan.name"]!).fill("Mornings");
  await button(page, "app.plan.keep").click();
  await page.goto(`${at.served.address}#/settings`);
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, "app.settings.export").click()]);
  const file = (await download.path())!;
  const erase = words["app.settings.erase"]!.replace("{name}", words["app.me"]!);
  await page.getByRole("button", { name: erase, exact: true }).click();
  await button(page, "app.settings.erase_yes").click();
  await page.getByText(words["app.settings.erased"]!).waitFor();
  assert.equal(await page.evaluate(() => sessionStorage.getItem("thenar.visit")), null);
  await page.locator("input[type=file]").setInputFiles({
    name: "thenar.json",
    mimeType: "application/json",
    buffer: readFileSync(file),
  });
  await page.getByText(words["app.settings.imported"]!).waitFor();
  await page.reload();
  await page.getByRole("button", { name: erase, exact: true }).waitFor();
  await page.goto(`${at.served.address}#/library/programmes`);
  await page.getByRole("link", { name: "Mornings" }).waitFor();
});
