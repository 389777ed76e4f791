// A browser that shows the gallery as it was built, and its pictures as numbers.
import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, type Browser, type Page } from "playwright-core";
import type { Clips } from "../src/hand/clips.ts";
import type { Hands } from "../src/hand/hand.ts";
import type { Stage } from "../src/stage/stage.ts";

const root = new URL("../../../", import.meta.url);

const kinds: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".wasm": "application/wasm",
};

/** What the gallery leaves in its window for the tests. */
export interface InPage {
  thenar: { hands: Hands; stage: Stage; clips: Clips; still(name: string, share: number): void };
}

/** A picture, rows from the top, four bytes a pixel. */
export interface Picture {
  width: number;
  height: number;
  bytes: Uint8Array;
}

export class Gallery {
  readonly #server: Server;
  readonly #browser: Browser;
  /** Everything that a page complained of or asked of somebody else. */
  readonly complaints: string[] = [];

  private constructor(server: Server, browser: Browser) {
    this.#server = server;
    this.#browser = browser;
  }

  static async open(): Promise<Gallery> {
    const folder = fileURLToPath(new URL("build/web/gallery", root));
    const server = createServer((request, response) => {
      const path = new URL(request.url!, "http://here").pathname.replace(/\/$/, "/index.html");
      if (path.includes("..") || !existsSync(folder + path)) return void response.writeHead(404).end();
      response.writeHead(200, { "content-type": kinds[extname(path)] ?? "application/octet-stream" });
      response.end(readFileSync(folder + path));
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    const browser = await chromium.launch({
      executablePath: "/usr/bin/chromium",
      args: ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"],
    });
    return new Gallery(server, browser);
  }

  /** A page of the gallery when its first picture is finished. */
  async page(query: string, size: { width: number; height: number }, reducedMotion = true): Promise<Page> {
    const page = await this.#browser.newPage({
      viewport: size,
      reducedMotion: reducedMotion ? "reduce" : "no-preference",
    });
    const here = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type()) && !/GPU stall|swiftshader/i.test(message.text()))
        this.complaints.push(message.text());
    });
    page.on("pageerror", (error) => this.complaints.push(error.message));
    page.on("request", (request) => {
      if (!request.url().startsWith(here) && !request.url().startsWith("data:")) this.complaints.push(request.url());
    });
    await page.goto(`${here}?${query}`);
    await page.waitForSelector("html[data-ready]", { state: "attached", timeout: 120_000 });
    return page;
  }

  async close(): Promise<void> {
    await this.#browser.close();
    this.#server.close();
  }
}

/** Draws what a page's stage shows, everything slow having come, and reads it. */
export async function picture(page: Page): Promise<Picture> {
  const drawn = await page.evaluate(() => {
    const { stage } = (window as unknown as InPage).thenar;
    for (let i = 0; i < 12; ++i) stage.advance(0.3);
    stage.drawNow();
    const gl = stage.renderer.getContext();
    const [width, height] = [gl.drawingBufferWidth, gl.drawingBufferHeight];
    const bytes = new Uint8Array(4 * width * height);
    gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, bytes);
    let text = "";
    for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
    return { width, height, text: btoa(text) };
  });
  const { width, height } = drawn;
  const upsideDown = Buffer.from(drawn.text, "base64");
  const bytes = new Uint8Array(upsideDown.length);
  for (let y = 0; y < height; ++y)
    bytes.set(upsideDown.subarray(4 * width * (height - 1 - y), 4 * width * (height - y)), 4 * width * y);
  return { width, height, bytes };
}

/** Lightness of a pixel, 0 to 1 as it is shown. */
export function lightness({ bytes }: Picture, pixel: number): number {
  return (0.2126 * bytes[4 * pixel]! + 0.7152 * bytes[4 * pixel + 1]! + 0.0722 * bytes[4 * pixel + 2]!) / 255;
}

/** The pixels in which two pictures differ by more than `by` of 255 in some colour. */
export function differing(a: Picture, b: Picture, by = 10): Set<number> {
  const pixels = new Set<number>();
  for (let i = 0; i < a.width * a.height; ++i)
    for (let k = 0; k < 3; ++k)
      if (Math.abs(a.bytes[4 * i + k]! - b.bytes[4 * i + k]!) > by) {
        pixels.add(i);
        break;
      }
  return pixels;
}

/** Shares: of a in b, and of b in a. */
export function overlap(a: ReadonlySet<number>, b: ReadonlySet<number>): [number, number] {
  let both = 0;
  for (const pixel of a) if (b.has(pixel)) ++both;
  return [both / Math.max(1, a.size), both / Math.max(1, b.size)];
}
