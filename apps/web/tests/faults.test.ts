// What goes wrong on a person's device: the massage goes on, and nothing is claimed to be kept that is not.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { looked } from "./looks.ts";
import { checkIn, intoSession, Served, type Size, stand } from "./served.ts";

const phone: Size = { width: 360, height: 740 };

const at = stand();

/** A page on which something of the browser is broken before the app begins. */
async function broken(breaks: () => void): Promise<Page> {
  const page = await at.browser.device("about:blank", phone, {}, false);
  await page.addInitScript(breaks);
  await page.goto(at.served.address);
  await page.locator("h1").waitFor();
  return page;
}

const secondsLeft = async (page: Page): Promise<number> => {
  const text = (await page.locator(".whole").textContent()) ?? "";
  const [minutes, seconds] = /(\d+):(\d+)/.exec(text)!.slice(1).map(Number);
  return 60 * minutes! + seconds!;
};

test("without WebGL the words, the places and the session are all there", async () => {
  const page = await broken(() => {
    const { getContext } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
      return kind.startsWith("webgl") ? null : (getContext as (...all: unknown[]) => null).call(this, kind, ...rest);
    } as typeof getContext;
  });
  await checkIn(page);
  await page.locator(".step").nth(1).click();
  await page.locator(".opened p").first().waitFor();
  await looked(page, "no-webgl-plan", "phone");
  await intoSession(page);
  await page.waitForFunction(() => document.querySelector(".caption")?.textContent !== "");
  await looked(page, "no-webgl-session", "phone");
  await page.context().close();
});

test("without any voice and without sound the session runs by words and by the bar", async () => {
  const page = await broken(() => {
    Object.defineProperty(window, "speechSynthesis", { value: undefined });
    Object.defineProperty(window, "AudioContext", {
      value: class {
        constructor() {
          throw new DOMException("no", "NotAllowedError");
        }
      },
    });
  });
  await checkIn(page);
  await intoSession(page);
  await page.waitForFunction(() => document.querySelector(".caption")?.textContent !== "");
  await page.context().close();
});

test("when the device is full the massage goes on, and says that it is not kept", async () => {
  const page = await broken(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...all: Parameters<typeof put>) {
      if (localStorage.getItem("full")) throw new DOMException("full", "QuotaExceededError");
      return put.apply(this, all);
    };
  });
  await checkIn(page);
  await page.evaluate(() => localStorage.setItem("full", "yes"));
  await intoSession(page);
  await page.getByRole("button", { name: "Pause", exact: true }).click();
  await page.locator(".paused").waitFor();
  await page.goto(`${at.served.address}#/today`);
  await page.getByText("keeps nothing beyond this page").waitFor();
  await page.evaluate(() => localStorage.removeItem("full"));
  await page.context().close();
});

test("a clock that is set to another day changes nothing in a running session", async () => {
  const page = await broken(() => undefined);
  await checkIn(page);
  await intoSession(page);
  const before = await secondsLeft(page);
  await page.evaluate(() => {
    const now = Date.now;
    Date.now = () => now() + 36 * 3_600_000;
  });
  await page.waitForFunction((left) => {
    const [, minutes, seconds] = /(\d+):(\d+)/.exec(document.querySelector(".whole")?.textContent ?? "") ?? [];
    return 60 * Number(minutes) + Number(seconds) < left;
  }, before);
  const later = await secondsLeft(page);
  assert.ok(before - later < 30, `${before} s were left, and then ${later} s`);
  await page.context().close();
});

test("a tab that was hidden for a while goes on where the massage is", async () => {
  const page = await broken(() => {
    let hidden = false;
    Object.defineProperty(document, "hidden", { get: () => hidden });
    Object.defineProperty(window, "hide", {
      value: (now: boolean) => {
        hidden = now;
        document.dispatchEvent(new Event("visibilitychange"));
      },
    });
  });
  await checkIn(page);
  await intoSession(page);
  const hide = (now: boolean) =>
    page.evaluate((is) => (window as unknown as { hide(is: boolean): void }).hide(is), now);
  const before = await secondsLeft(page);
  await hide(true);
  await page.waitForFunction((left) => {
    const [, minutes, seconds] = /(\d+):(\d+)/.exec(document.querySelector(".whole")?.textContent ?? "") ?? [];
    return 60 * Number(minutes) + Number(seconds) <= left - 2;
  }, before);
  await hide(false);
  await page.getByRole("button", { name: "Pause", exact: true }).click();
  await page.locator(".paused").waitFor();
  await page.context().close();
});

test("a server that goes away in the middle keeps nobody from the end", async () => {
  const own = await Served.start();
  const page = await at.browser.device(own.address, phone);
  await checkIn(page);
  await intoSession(page);
  await own.stop();
  await page.getByRole("button", { name: "Pause", exact: true }).click();
  await page.locator(".paused").waitFor();
  await page.getByRole("button", { name: "Go on", exact: true }).click();
  await page.locator(".paused").waitFor({ state: "detached" });
  await page.context().close();
});
