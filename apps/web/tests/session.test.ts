// The running session as hands meet it: what hurts, what lies over it, still pictures, a hand that pulls away.
import assert from "node:assert/strict";
import { test } from "node:test";
import { looked } from "./looks.ts";
import { checkIn, intoSession, run, stand } from "./served.ts";

const phone = { width: 360, height: 740 };
const at = stand();

test("where it hurts is touched, and left out for today", async () => {
  const page = await at.browser.device(at.served.address, phone);
  await checkIn(page);
  await page.getByRole("button", { name: "Prepare and begin" }).click();
  await page.getByRole("button", { name: "Ready" }).click();
  await page.getByRole("button", { name: "Start" }).click();
  await page.locator(".count").waitFor();
  await page.getByRole("button", { name: "It hurts" }).click();
  await page.getByRole("button", { name: "Too firm" }).click();
  const where = page.getByRole("dialog", { name: "Where does it hurt?" });
  for (;;) {
    await page.getByRole("dialog").waitFor();
    if (await where.isVisible()) break;
    const asked = await page.getByRole("dialog").textContent();
    await page.getByRole("dialog").getByRole("button").first().click();
    await page.waitForFunction((text) => document.querySelector("[role=dialog]")?.textContent !== text, asked);
  }
  await looked(page, "where", "phone");
  assert.equal(await where.locator(".names button").count(), 14, "the places of the check-in");
  await page.locator(".paused").waitFor();
  await where.getByRole("button", { name: "Little finger", exact: true }).click();
  await where.waitFor({ state: "detached" });
  await page.getByText("We leave out the little finger and go on.").waitFor();
  await page.locator(".paused").waitFor({ state: "detached" });
  await page.context().close();
  assert.deepEqual(at.browser.complaints, []);
});

test("what was nothing changes nothing, and a giving hand that hurts is spared", async () => {
  const page = await at.browser.device(at.served.address, phone);
  await checkIn(page, 10);
  await intoSession(page);
  const how = page.locator(".hard");
  const before = await how.textContent();
  await page.getByRole("button", { name: "It hurts" }).click();
  await page.getByRole("button", { name: "It was nothing, go on" }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.locator("footer").getByRole("button", { name: "Pause" }).waitFor();
  assert.equal(await how.textContent(), before);
  await page.getByRole("button", { name: "It hurts" }).click();
  await page.getByRole("button", { name: "The giving hand hurts" }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.locator(".told").waitFor();
  assert.equal(await page.getByText((await page.locator(".told").textContent())!, { exact: true }).count(), 1);
  await page.keyboard.press("n");
  await page.locator(".told").waitFor({ state: "detached" });
  await page.context().close();
});

test("everything above the buttons pauses, and so does what lies over the session", async () => {
  const page = await at.browser.device(at.served.address, phone);
  await checkIn(page, 10);
  await intoSession(page);
  const paused = page.locator(".paused");
  for (const above of [".caption", "header", "h1", ".anywhere"]) {
    await page.locator(above).click();
    await paused.waitFor();
    await page.locator(above).click();
    await paused.waitFor({ state: "detached" });
  }
  await page.getByRole("button", { name: "More" }).click();
  await paused.waitFor();
  await page.getByRole("button", { name: "Close" }).click();
  await paused.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "More" }).click();
  await paused.waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "Softer" }).click();
  await paused.waitFor({ state: "detached" });
  await page.locator("footer").getByRole("button", { name: "Pause" }).click();
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("button", { name: "Close" }).click();
  await paused.waitFor();
  await page.context().close();
});

test("the picture keeps its place from step to step, and leaving leaves nothing behind", async () => {
  const page = await at.browser.device(at.served.address, phone);
  await checkIn(page, 10);
  await intoSession(page);
  const box = () => page.locator(".stage canvas").boundingBox();
  const before = await box();
  const first = await page.locator(".caption").textContent();
  for (let step = 0; step < 4; ++step) {
    const what = await page.locator(".now").textContent();
    await page.keyboard.press("n");
    await page.waitForFunction((was) => document.querySelector(".now")?.textContent !== was, what);
    assert.deepEqual(await box(), before);
  }
  await page.waitForFunction((was) => document.querySelector(".caption")?.textContent !== was, first);
  assert.deepEqual(await box(), before);
  await page.goBack();
  await page.getByRole("button", { name: "Ready" }).waitFor();
  // As many pictures as are looked at to tell how fast the device is.
  await page.evaluate(async () => {
    for (let i = 0; i < 60; ++i) await new Promise(requestAnimationFrame);
  });
  await page.context().close();
  assert.deepEqual(at.browser.complaints, []);
});

test("with still pictures each step is shown as it is, and nothing moves", async () => {
  const page = await at.browser.device(at.served.address, phone);
  await page.evaluate(() => localStorage.setItem("thenar.settings", '{"calm":true,"voice":false}'));
  await page.reload();
  await checkIn(page, 10);
  await intoSession(page);
  const picture = async () => (await page.locator(".stage canvas").screenshot()).toString("base64");
  /** The picture, once two in a row are the same. */
  const settled = async () => {
    for (let [last, tries] = ["", 0]; ; ++tries) {
      const now = await picture();
      if (now === last) return now;
      assert.ok(tries < 30, "it stands still");
      last = now;
    }
  };
  const what = () => page.locator("h1").textContent();
  assert.equal(await page.locator(".bar").count(), 0);
  for (let step = 0; step < 2; ++step) {
    const [before, name] = [await settled(), await what()];
    while ((await what()) === name) {
      await page.keyboard.press("n");
      await page.waitForTimeout(100);
    }
    for (let tries = 0; (await picture()) === before; ++tries) assert.ok(tries < 100, "another step, another picture");
  }
  await page.context().close();
  assert.deepEqual(at.browser.complaints, []);
});

test("a hand that pulls away is waited for, and goes on or ends kindly", async () => {
  const page = await at.browser.device(at.served.address, phone);
  await page.evaluate(() => localStorage.setItem("thenar.settings", '{"calm":true,"voice":false}'));
  await page.reload();
  await checkIn(page, 10, true);
  await page.getByRole("button", { name: "Prepare and begin" }).click();
  await page.getByRole("button", { name: "Ready" }).click();
  await page.getByRole("button", { name: "Start" }).waitFor();
  await page.clock.install();
  await page.getByRole("button", { name: "Start" }).dispatchEvent("click");
  const press = (name: string) => page.getByRole("button", { name }).dispatchEvent("click");
  const seen = (text: string) => () => page.getByText(text).isVisible();
  await run(page, 12, seen("Still touch"));
  await press("More");
  await page.getByRole("dialog").waitFor();
  const first = page.getByRole("dialog").getByRole("button").first();
  assert.equal(await first.textContent(), "Pulled away, stiffened");
  await first.dispatchEvent("click");
  await page.getByText("Lift your hands and wait. Go on only if the hand is offered again.").waitFor();
  assert.equal(await page.locator(".caption").count(), 0);
  await press("The hand came back");
  await page.getByText("Wait with lifted hands.").waitFor();
  await run(page, 60, seen("We go on softer and elsewhere"));
  await press("More");
  await page.getByRole("dialog").waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "Said no" }).dispatchEvent("click");
  await page.getByText("Thank you for the hand; another day is fine.").waitFor();
  await page.clock.resume();
  await page.getByRole("button", { name: "Afterwards" }).click();
  await page.getByRole("heading", { name: "Afterwards" }).waitFor();
  await page.context().close();
  assert.deepEqual(at.browser.complaints, []);
});
