// The app in every language, on the narrowest phone: nothing stays English, and nothing is cut off.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { fits, whole } from "./looks.ts";
import { answerOne, keepPicture, type Size, stand, wordsOf } from "./served.ts";

const phone: Size = { width: 360, height: 740 };
const english = wordsOf("en");

const at = stand();

/** Sentences of English that a page shows although the language has its own. */
async function leftEnglish(page: Page, words: Record<string, string>): Promise<string[]> {
  const shown = await page.evaluate(() => document.body.innerText);
  const changed = Object.entries(english).filter(([key, text]) => words[key] !== text && text.length > 12);
  return changed.filter(([, text]) => shown.includes(text)).map(([key]) => key);
}

for (const [language, locale] of [
  ["de", "de-AT"],
  ["es", "es-MX"],
] as const) {
  const words = wordsOf(language);
  const say = (key: string) => words[key]!;
  const seen = async (page: Page, place: string) => {
    await fits(page, `${place}, ${language}`);
    await whole(page, `${place}, ${language}`);
    await keepPicture(page, `${language}-${place}`);
    assert.deepEqual(await leftEnglish(page, words), [], place);
  };

  test(`a first massage in ${language}, from the first question into the session`, async () => {
    const page = await at.browser.device(at.served.address, phone, { locale });
    const button = (key: string) => page.getByRole("button", { name: say(key), exact: true });
    assert.equal(await page.evaluate(() => document.documentElement.lang), language);
    await seen(page, "today");
    await button("app.today.begin").click();
    await page.waitForFunction(() => location.hash === "#/checkin");
    for (let asked = 0; ; ++asked) {
      await page.waitForFunction(
        () => location.hash !== "#/checkin" || document.querySelector("main [aria-busy=false] h1"),
      );
      if (!page.url().includes("#/checkin")) break;
      await seen(page, `question-${asked}`);
      await answerOne(page, 5, words);
    }
    await button("app.plan.begin").waitFor();
    await seen(page, "plan");
    await page.locator(".step").nth(1).click();
    await page.locator(".opened canvas").waitFor({ timeout: 60_000 });
    await seen(page, "step");
    await button("app.plan.begin").click();
    await button("app.prepare.ready").waitFor();
    await seen(page, "prepare");
    await button("app.prepare.ready").click();
    await button("app.session.start").waitFor();
    await seen(page, "lean");
    await button("app.session.start").click();
    await page.locator(".count").waitFor();
    await page.waitForFunction(() => document.querySelector(".caption")?.textContent !== "");
    await seen(page, "session");
    await button("app.session.more").click();
    await page.getByRole("dialog").waitFor();
    await seen(page, "more");
    await page.keyboard.press("Escape");
    await button("app.session.hurts").click();
    await page.getByRole("dialog").waitFor();
    await seen(page, "hurts");
    await page.context().close();
    assert.deepEqual(at.browser.complaints, []);
  });

  test(`every other place in ${language}`, async () => {
    const page = await at.browser.device(at.served.address, phone, { locale });
    for (const place of [
      "library",
      "library/techniques/KNEAD",
      "library/points",
      "library/zones",
      "library/programmes",
      "library/claims",
      "progress",
      "settings",
    ]) {
      await page.goto(`${at.served.address}#/${place}`);
      await page.locator("h1").waitFor();
      await page.waitForFunction(() => document.querySelectorAll("main p, main li, main button").length > 0);
      await seen(page, place.replaceAll("/", "-"));
    }
    await page.context().close();
  });
}

test("the language is changed in the settings, and kept", async () => {
  const page = await at.browser.device(at.served.address, phone, { locale: "fr-FR" });
  assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
  await page.goto(`${at.served.address}#/settings`);
  await page.getByLabel(english["app.settings.language"]!).selectOption("es");
  await page.getByRole("heading", { name: wordsOf("es")["app.place.settings"]! }).waitFor();
  await page.goto(`${at.served.address}#/today`);
  await page.reload();
  await page.getByRole("heading", { name: wordsOf("es")["app.today.title"]! }).waitFor();
  await page.context().close();
});
