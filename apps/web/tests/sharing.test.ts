// What leaves a plan: onto paper, into a file, as an address; and what is erased everywhere.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";
import { looked } from "./looks.ts";
import { answerOne, checkIn, keepPicture, Served, stand, wordsOf } from "./served.ts";

const phone = { width: 360, height: 740 };
const words = wordsOf("en");

const at = stand();

test("who massages somebody else gets one page: how to ask, what to watch for, when to stop, and every step", async () => {
  const page = await at.browser.device(at.served.address, phone);
  await checkIn(page);
  await page.goto(`${at.served.address}#/library/programmes/P10`);
  await page.locator("button.main").click();
  await page.waitForFunction(() => location.hash === "#/checkin");
  for (let asked = 0; asked < 60 && page.url().includes("#/checkin"); ++asked) {
    await page.waitForFunction(
      () => location.hash !== "#/checkin" || document.querySelector("main [aria-busy=false] h1"),
    );
    if (page.url().includes("#/checkin")) await answerOne(page);
  }
  assert.match((await page.locator("h1").textContent())!, new RegExp(words["programme.P10.name"]!));
  await page.getByRole("button", { name: words["app.paper.read"]! }).click();
  const text = () => page.locator("main").innerText();
  await page.getByRole("heading", { name: words["caring.ask"]!, exact: true }).waitFor();
  const shown = await text();
  for (const key of ["caring.yes", "session_rule.T08.say", "session_rule.T05.say", "programme.P10.cue.2", "cue.look"])
    assert.ok(shown.includes(words[key]!), key);
  await looked(page, "paper", "phone");
  await keepPicture(page, "paper");
  await page.emulateMedia({ media: "print" });
  assert.ok((await text()).includes(words["programme.P10.cue.4"]!));
  assert.equal(await page.getByRole("button").count(), 0, "nothing to press is printed");
  await page.context().close();
});

test("a plan that was saved as a file opens on another device, without what its owner answered", async () => {
  const page = await at.browser.device(at.served.address, phone);
  await checkIn(page);
  await page.getByLabel(words["app.plan.name"]!).fill("For mornings");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: words["app.plan.file"]!, exact: true }).first().click(),
  ]);
  const file = (await download.path())!;
  const saved = readFileSync(file, "utf8");
  assert.ok(!/age_years|checkin|ratings/.test(saved), saved);
  const other = await at.browser.device(at.served.address, phone);
  await other.goto(`${at.served.address}#/settings`);
  await other.locator("input[type=file]").setInputFiles(file);
  await other.getByRole("heading", { name: "For mornings" }).waitFor();
  await other.getByText("5 min").waitFor();
  await looked(other, "open", "phone");
  await other.getByRole("button", { name: words["app.plan.keep"]! }).click();
  await other.getByText(words["app.plan.kept"]!.replace("{name}", "For mornings")).waitFor();
  await other.goto(`${at.served.address}#/open/nonsense`);
  await other.getByRole("heading", { name: words["app.open.damaged"]! }).waitFor();
  await other.context().close();
  await page.context().close();
});

test("an address with wishes that are none is damaged, and breaks no page", async () => {
  const page = await at.browser.device(at.served.address, phone);
  const hostile = [{ hands: "left" }, { hands: [7] }, { minutes: "<b>9</b>" }, { goals: ["x"] }, { goals: 5 }];
  for (const wishes of hostile) {
    const text = JSON.stringify({ name: "x", wishes });
    const code = deflateRawSync(text).toString("base64url");
    await page.goto(`${at.served.address}#/open/${code}`);
    await page.getByRole("heading", { name: words["app.open.damaged"]! }).waitFor();
    await page.goto(`${at.served.address}#/today`);
    await page.getByRole("button", { name: "Begin a massage" }).waitFor();
  }
  await page.context().close();
  assert.deepEqual(at.browser.complaints, []);
});

test("everything that is erased is gone from the server too, and nothing comes back", async () => {
  const own = await Served.start();
  const page = await at.browser.device(own.address, phone);
  await checkIn(page);
  await page.goto(`${own.address}#/settings`);
  await page.getByRole("button", { name: words["app.settings.erase_all"]!, exact: true }).click();
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: words["app.settings.erase_yes"]!, exact: true })
    .click();
  await page.getByText(words["app.settings.erased"]!).waitFor();
  const left = await page.evaluate(async () => (await fetch("api/v1/people")).json());
  assert.deepEqual((left as { people: unknown[] }).people, []);
  await page.context().close();
  await own.stop();
});

test("where the server is away it is erased there later, and that is said", async () => {
  const own = await Served.start();
  const page = await at.browser.device(own.address, phone);
  await checkIn(page);
  await page.goto(`${own.address}#/settings`);
  await page.locator("h1").waitFor();
  await own.stop();
  await page.getByRole("button", { name: words["app.settings.erase_all"]!, exact: true }).click();
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: words["app.settings.erase_yes"]!, exact: true })
    .click();
  await page.getByText(words["app.settings.erase_away"]!).waitFor();
  assert.equal(await page.getByRole("button", { name: "Erase Me" }).count(), 0);
  const waiting = await page.evaluate(
    () =>
      new Promise<string>((read) => {
        indexedDB.open("thenar").onsuccess = ({ target }) => {
          const all = (target as IDBOpenDBRequest).result.transaction("entries").objectStore("entries").getAll();
          all.onsuccess = () => read(JSON.stringify(all.result));
        };
      }),
  );
  assert.match(waiting, /"kind":"erased".*"sent":0/);
  await page.context().close();
});
