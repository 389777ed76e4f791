// npm run bench:app: how soon the app can be used, what it loads, how exact its beats are. Medians of five, against the
// server as it was built; wants what ./check web sets up and nothing else running.
import type { Page } from "playwright-core";
import { AppBrowser, checkIn, Served } from "../tests/served.ts";

const phone = { width: 412, height: 823 };
const runs = 5;
const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
const share = (values: number[], part: number) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(part * values.length))]!;

async function slowed(page: Page, times: number): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: times });
}

/** Milliseconds from the address to the button that begins a massage, on a device that was never here. */
async function usable(browser: AppBrowser, address: string, times: number): Promise<number> {
  const page = await browser.device("about:blank", phone, {}, false);
  await slowed(page, times);
  const begun = performance.now();
  await page.goto(address);
  await page.getByRole("button", { name: "Begin a massage" }).waitFor();
  const took = performance.now() - begun;
  await page.context().close();
  return took;
}

/** Bytes that come before the engine and the pictures, as they are sent. */
async function firstLoad(browser: AppBrowser, address: string): Promise<number> {
  const page = await browser.device("about:blank", phone, { serviceWorkers: "block" }, false);
  let bytes = 0;
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.enable");
  const urls = new Map<string, string>();
  devtools.on("Network.responseReceived", ({ requestId, response }) => urls.set(requestId, response.url));
  devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const url = urls.get(requestId) ?? "";
    if (url.startsWith(address) && !/\.wasm|worker|\/api\//.test(url)) bytes += encodedDataLength;
  });
  await page.goto(address, { waitUntil: "networkidle" });
  await page.context().close();
  return bytes;
}

/** How far beats lie on the clock of the sound from where the engine has them, milliseconds, while the hands move. */
async function jitter(browser: AppBrowser, address: string): Promise<number[]> {
  const page = await browser.device("about:blank", phone, {}, false);
  await page.addInitScript(() => {
    const heard: number[] = [];
    const due = new Set<number>();
    Object.assign(window, { heard, due });
    const { start } = AudioBufferSourceNode.prototype;
    AudioBufferSourceNode.prototype.start = function (when = 0, ...rest) {
      if ((this.buffer?.duration ?? 9) < 0.7) heard.push(when);
      return start.call(this, when, ...rest);
    };
    const { postMessage } = Worker.prototype;
    const watched = new WeakSet<Worker>();
    Worker.prototype.postMessage = function (this: Worker, ...message: never[]) {
      if (!watched.has(this))
        this.addEventListener(
          "message",
          ({ data }: MessageEvent<{ answer?: { value?: { cues?: { cue: string; t_ms: number }[] } } }>) => {
            for (const { cue, t_ms } of data.answer?.value?.cues ?? []) if (cue === "beat") due.add(t_ms);
          },
        );
      watched.add(this);
      return postMessage.apply(this, message as unknown as [unknown]);
    } as typeof postMessage;
  });
  await page.goto(address);
  await checkIn(page);
  await page.getByRole("button", { name: "Prepare and begin" }).click();
  await page.getByRole("button", { name: "Ready" }).click();
  await page.getByRole("button", { name: "Start" }).click();
  await page.waitForFunction(() => (window as unknown as { heard: number[] }).heard.length > 90, null, {
    timeout: 180_000,
  });
  const { heard, due } = await page.evaluate(() => {
    const kept = window as unknown as { heard: number[]; due: Set<number> };
    return { heard: kept.heard, due: [...kept.due] };
  });
  await page.context().close();
  const sorted = due.sort((a, b) => a - b);
  const offsets = heard
    .sort((a, b) => a - b)
    .slice(0, 90)
    .map((when, i) => 1000 * when - sorted[i]!);
  const usual = median(offsets);
  return offsets.map((offset) => Math.abs(offset - usual));
}

/** Milliseconds from "Go on with it" to the session as it was. */
async function resumed(browser: AppBrowser, address: string): Promise<number> {
  const page = await browser.device(address, phone);
  await checkIn(page);
  await page.getByRole("button", { name: "Prepare and begin" }).click();
  await page.getByRole("button", { name: "Ready" }).click();
  await page.getByRole("button", { name: "Start" }).click();
  await page.locator(".count").waitFor();
  await page.reload();
  await page.getByRole("button", { name: "Go on with it" }).waitFor();
  const begun = performance.now();
  await page.getByRole("button", { name: "Go on with it" }).click();
  await page.locator(".whole").waitFor();
  const took = performance.now() - begun;
  await page.context().close();
  return took;
}

async function times(run: () => Promise<number>): Promise<number> {
  const values: number[] = [];
  for (let i = 0; i < runs; ++i) values.push(await run());
  return median(values);
}

const served = await Served.start();
const browser = await AppBrowser.open();
const { address } = served;
console.log(`first load before engine and pictures: ${(await times(() => firstLoad(browser, address))) / 1000} kB`);
console.log(`usable: ${(await times(() => usable(browser, address, 1))).toFixed(0)} ms`);
console.log(
  `usable, the processor four times slower: ${(await times(() => usable(browser, address, 4))).toFixed(0)} ms`,
);
console.log(`a session goes on: ${(await times(() => resumed(browser, address))).toFixed(0)} ms`);
const beats = await jitter(browser, address);
console.log(
  `beats, ${beats.length} distances: median ${median(beats).toFixed(2)} ms off, 99 of 100 within ${share(beats, 0.99).toFixed(2)} ms`,
);
await browser.close();
await served.stop();
