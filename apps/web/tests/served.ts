// The app as its server gives it, in a browser that tells everything it complains of.
import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { after, afterEach, before, beforeEach } from "node:test";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";
import { readJson } from "../tools/generated.ts";
import { root } from "./support.ts";

export class Served {
  readonly address: string;
  readonly #process: ChildProcess;
  readonly #folder: string;
  /** What it logged. */
  readonly log: string[] = [];

  private constructor(process: ChildProcess, folder: string, address: string) {
    [this.#process, this.#folder, this.address] = [process, folder, address];
    // A test that failed before it stopped its server keeps nobody waiting.
    process.unref();
    for (const stream of [process.stdout, process.stderr]) (stream as Socket | null)?.unref();
    process.stderr!.on("data", (text: Buffer) => this.log.push(...text.toString().trimEnd().split("\n")));
  }

  /** Starts it with a journal of its own. */
  static start(): Promise<Served> {
    const folder = mkdtempSync(join(tmpdir(), "thenar-"));
    const program = fileURLToPath(new URL("build/release/thenar", root));
    const server = spawn(program, ["serve", "--port", "0", "--journal", join(folder, "journal.db")]);
    process.on("exit", () => server.kill());
    return new Promise((started, failed) => {
      server.stdout.on("data", (text: Buffer) => {
        const address = /http:\S+/.exec(text.toString())?.[0];
        if (address) started(new Served(server, folder, address));
      });
      server.on("exit", (code) => failed(new Error(`the server ended with ${code}`)));
    });
  }

  /** Ends it as a person does; its exit code. */
  stop(): Promise<number | null> {
    if (this.#process.exitCode !== null) return Promise.resolve(this.#process.exitCode);
    return new Promise((stopped) => {
      this.#process.ref();
      this.#process.removeAllListeners("exit");
      this.#process.on("exit", (code) => {
        rmSync(this.#folder, { recursive: true });
        stopped(code);
      });
      this.#process.kill("SIGTERM");
    });
  }
}

/** The app as any host gives it, in a folder, with no server of ours. */
export class PlainHost {
  readonly address: string;
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
    this.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/some/where/`;
  }

  static async start(): Promise<PlainHost> {
    const folder = fileURLToPath(new URL("build/web/app/", root));
    const server = createServer((request, response) => {
      const path = new URL(request.url!, "http://here").pathname
        .replace("/some/where/", "")
        .replace(/^$/, "index.html");
      const kind = { html: "text/html", js: "text/javascript", css: "text/css", wasm: "application/wasm" }[
        path.slice(path.lastIndexOf(".") + 1)
      ];
      if (path.includes("..") || !existsSync(folder + path)) return void response.writeHead(404).end();
      response.writeHead(200, { "content-type": kind ?? "application/octet-stream" });
      response.end(readFileSync(folder + path));
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    return new PlainHost(server);
  }

  stop(): void {
    this.#server.close();
  }
}

export interface Size {
  width: number;
  height: number;
}

export class AppBrowser {
  readonly #browser: Browser;
  /** What pages complained of, and every request to somebody else. */
  readonly complaints: string[] = [];

  private constructor(browser: Browser) {
    this.#browser = browser;
  }
  static async open(): Promise<AppBrowser> {
    const args = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"];
    args.push("--autoplay-policy=no-user-gesture-required");
    return new AppBrowser(await chromium.launch({ executablePath: "/usr/bin/chromium", args }));
  }

  /** A device of its own, with the first page on it; `goes`: to the address. */
  async device(
    address: string,
    size: Size,
    options: Parameters<Browser["newContext"]>[0] = {},
    goes = true,
  ): Promise<Page> {
    const context = await this.#browser.newContext({ viewport: size, locale: "en-GB", ...options });
    return goes ? this.page(context, address) : context.newPage();
  }

  async page(context: BrowserContext, address: string): Promise<Page> {
    const page = await context.newPage();
    page.on("console", (message) => {
      const known = /GPU stall|swiftshader|Failed to load resource|AudioContext/i;
      if (["error", "warning"].includes(message.type()) && !known.test(message.text()))
        this.complaints.push(message.text());
    });
    page.on("pageerror", (error) => this.complaints.push(`${error.message} ${error.stack ?? ""}`));
    page.on("request", (request) => {
      const ours = [address, "data:", "blob:"].some((each) => request.url().startsWith(each));
      if (!ours) this.complaints.push(`asked for ${request.url()}`);
    });
    await page.goto(address);
    await page.waitForSelector("h1");
    return page;
  }

  /** Every device is put away, those of tests that failed too: what they draw would hold up the next. */
  async clear(): Promise<void> {
    await Promise.all(this.#browser.contexts().map((context) => context.close()));
    this.complaints.length = 0;
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }
}

/** What the tests of a file stand on: one browser, and for each test a server that knows nobody. */
export interface Stand {
  readonly served: Served;
  readonly browser: AppBrowser;
}
export function stand(): Stand {
  const at = {} as { served: Served; browser: AppBrowser };
  before(async () => {
    at.browser = await AppBrowser.open();
  });
  beforeEach(async () => {
    at.served = await Served.start();
  });
  afterEach(async () => {
    await at.browser.clear();
    await at.served.stop();
  });
  after(() => at.browser.close());
  return at;
}

/** The words of a language. */
export function wordsOf(language: string): Record<string, string> {
  const file = language === "en" ? "practice.json" : `words.${language}.json`;
  return readJson<{ words: Record<string, string> }>(`build/release/generated/${file}`).words;
}
const english = wordsOf("en");

/** Goes through a check-in: nothing wrong, some goals, five minutes; ends on the plan. `partner`: somebody else gives. */
export async function checkIn(page: Page, minutes = 5, partner = false): Promise<void> {
  await page.getByRole("button", { name: "Begin a massage" }).click();
  await page.waitForFunction(() => location.hash === "#/checkin");
  for (let asked = 0; asked < 60; ++asked) {
    await page.waitForFunction(
      () => location.hash !== "#/checkin" || document.querySelector("main [aria-busy=false] h1"),
    );
    if (!page.url().includes("#/checkin")) return;
    await answerOne(page, minutes, english, partner);
  }
  throw new Error("the check-in does not end");
}

/** Answers the question that is asked, and waits for the next. */
export async function answerOne(page: Page, minutes = 5, words = english, partner = false): Promise<void> {
  const heading = page.locator("h1");
  const text = (await heading.textContent()) ?? "";
  const groups = page.locator("[role=radiogroup]");
  if ((await page.locator(".chips").count()) > 0) {
    await page.locator(".chips button", { hasText: new RegExp(`^${minutes}$`) }).click();
  } else if ((await page.locator("input[type=number]").count()) > 0) {
    await page.locator("input[type=number]").fill("54");
    await page.locator("form button").click();
  } else if (text === words["checkin.goals_tapped"]) {
    await page.locator(".answer").first().click();
    await page.locator(".main").click();
  } else if ((await groups.count()) > 0) {
    for (const group of await groups.all()) await group.getByRole("radio").nth(4).click();
    await page.locator(".main").click();
  } else if ((await page.locator(".none").count()) > 0) {
    await page.locator(".none").click();
  } else if (text === words["checkin.marks"]) {
    await page.getByRole("button", { name: words["checkin.mark.none"]! }).click();
  } else if (partner && text === words["checkin.mode"]) {
    await page.getByRole("button", { name: words["checkin.mode_somebody_else"]! }).click();
  } else if ((await page.locator(".usual").count()) > 0) {
    await page.locator(".usual").click();
  } else {
    await page.locator(".answer").first().click();
  }
  await page.waitForFunction(
    (before) => {
      const heading = document.querySelector("[aria-busy=false] h1");
      return location.hash !== "#/checkin" || (heading !== null && heading.textContent !== before);
    },
    text,
    { timeout: 20_000 },
  );
}

/** From the plan into the running session. */
export async function intoSession(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Prepare and begin" }).click();
  await page.getByRole("button", { name: "Ready" }).click();
  await page.getByRole("button", { name: "Start" }).click();
  await page.locator(".count").waitFor();
}
/** Keeps a picture of a page, to be looked at. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = fileURLToPath(new URL("build/check/pictures/", root));
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

/** Lets the page's clock run much faster than the test's, so that a whole massage takes a moment. */
export async function run(page: Page, seconds: number, until: () => Promise<boolean>): Promise<void> {
  for (let at = 0; at < seconds; at += 6) {
    await page.clock.runFor(6000);
    if (await until()) return;
  }
}
