// The voice that the app brings along: on a plain host, where the browser has none, it speaks; with a dark screen too.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { AppBrowser, checkIn, intoSession, PlainHost } from "./served.ts";

let host: PlainHost;
let browser: AppBrowser;
before(async () => {
  host = await PlainHost.start();
  browser = await AppBrowser.open();
});
after(async () => {
  await browser.close();
  host.stop();
});

interface Spoken {
  text: string;
  language: string;
  seconds: number;
  /** Its loudest sample. */
  loudest: number;
}
interface InPage {
  spoken: Spoken[];
  /** What was played while the page was hidden. */
  played: Blob[];
  hide(now: boolean): void;
  speak(text: string, language: string): void;
}

/** A browser without voices; what the worker says and what is played is kept. */
function listened(): void {
  const page = window as unknown as InPage;
  [page.spoken, page.played] = [[], []];
  Object.defineProperty(window, "speechSynthesis", { value: undefined });
  let hidden = false;
  Object.defineProperty(document, "hidden", { get: () => hidden });
  page.hide = (now) => {
    hidden = now;
    document.dispatchEvent(new Event("visibilitychange"));
  };
  const made = new Map<string, Blob>();
  const { createObjectURL } = URL;
  URL.createObjectURL = (blob: Blob) => {
    const url = createObjectURL(blob);
    made.set(url, blob);
    return url;
  };
  const { play } = HTMLMediaElement.prototype;
  HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
    if (!this.muted) page.played.push(made.get(this.src)!);
    return play.call(this);
  };
  window.Worker = class extends Worker {
    readonly #asked = new Map<number, [string, string]>();
    constructor(...of: ConstructorParameters<typeof Worker>) {
      super(...of);
      if (!/voice/.test(String(of[0]))) return;
      let asked = 0;
      page.speak = (text, language) => this.postMessage({ id: --asked, call: "say", values: [text, language, 1] });
      this.addEventListener("message", ({ data: { id, answer } }) => {
        const [text, language] = this.#asked.get(id) ?? ["", ""];
        if (!text) return;
        const { samples, rate } = answer as { samples: Float32Array; rate: number };
        const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
        page.spoken.push({ text, language, seconds: samples.length / rate, loudest });
      });
    }
    override postMessage(message: { id: number; call: string; values: [string, string, number] }): void {
      if (message.call === "say") this.#asked.set(message.id, [message.values[0], message.values[1]]);
      super.postMessage(message);
    }
  } as typeof Worker;
}

/** Seconds that the program espeak-ng speaks. */
function secondsOfProgram(text: string, language: string): number {
  const options = ["-v", language, "-s", "150", "-z", "--stdout", text];
  const sound = execFileSync("espeak-ng", options, { maxBuffer: 8 << 20, stdio: ["ignore", "pipe", "ignore"] });
  return (sound.length - 44) / 2 / 22_050;
}

const spokenIn = (page: Page): Promise<Spoken[]> => page.evaluate(() => (window as unknown as InPage).spoken);

test("without a server the app speaks as the program espeak-ng does, and goes on with a dark screen", async () => {
  const page = await browser.device("about:blank", { width: 360, height: 740 }, {}, false);
  await page.addInitScript(listened);
  await page.goto(host.address);
  await page.evaluate(() => localStorage.setItem("thenar.settings", JSON.stringify({ beat: false })));
  await page.reload();
  await checkIn(page, 3);
  await intoSession(page);
  // The sentences of three minutes have come when the sound for the dark screen is there.
  await page.waitForFunction(() => (window as unknown as InPage).spoken.length > 5);
  await page.evaluate(() => {
    const { speak } = window as unknown as InPage;
    speak("Langsame Kreise mit dem Daumen, auf der Handfläche der linken Hand.", "de");
    speak("Círculos lentos con el pulgar, en la palma de la mano izquierda.", "es");
  });
  await page.waitForFunction(() => {
    const { spoken } = window as unknown as InPage;
    return ["de", "es"].every((language) => spoken.some((each) => each.language === language));
  });
  for (const { text, language, seconds, loudest } of await spokenIn(page)) {
    const wanted = secondsOfProgram(text, language);
    assert.ok(Math.abs(seconds - wanted) < 0.05 * wanted, `${language}, "${text}": ${seconds} s, not ${wanted} s`);
    assert.ok(loudest > 0.1 && loudest <= 1, `"${text}": as loud as ${loudest}`);
  }
  await page.waitForFunction(
    () => {
      const { played, hide } = window as unknown as InPage;
      hide(false);
      hide(true);
      return played.length > 0;
    },
    undefined,
    { polling: 500 },
  );
  const heard = await page.evaluate(async () => {
    const samples = new Int16Array(await (window as unknown as InPage).played[0]!.arrayBuffer(), 44);
    const part = 22_050 / 10;
    let loud = 0;
    for (let at = 0; at + part <= samples.length; at += part)
      if (samples.subarray(at, at + part).some((sample) => Math.abs(sample) > 600)) loud += 0.1;
    return { seconds: samples.length / 22_050, loud };
  });
  const said = (await spokenIn(page)).filter(({ language }) => language === "en");
  const seconds = said.reduce((sum, each) => sum + each.seconds, 0);
  assert.ok(heard.seconds > 120, `${heard.seconds} s were made`);
  assert.ok(heard.loud > 0.5 * seconds, `${heard.loud} s are heard of ${seconds} s of speech`);
  assert.deepEqual(browser.complaints, []);
});
