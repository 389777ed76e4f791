// What is wrong with how a page looks, as far as a program can tell.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { keepPicture } from "./served.ts";

const axe = readFileSync(new URL("../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

/** Nothing that a screen reader, or who sees little, would stumble over. */
export async function accessible(page: Page, place: string): Promise<void> {
  // Evaluated by the test, not by the page: its policy lets no other script in.
  const found = await page.evaluate(
    `(async () => { ${axe}; const { violations } = await window.axe.run(document, { resultTypes: ["violations"] });
      return violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html.slice(0, 120)).join(" | ")); })()`,
  );
  assert.deepEqual(found, [], place);
}

/** Nothing is wider than the page. */
export async function fits(page: Page, place: string): Promise<void> {
  const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(wide <= room, `${place} is ${wide} px wide on ${room}`);
}

/** No text ends at the edge of the page or of what it lies in. */
export async function whole(page: Page, place: string): Promise<void> {
  const cut = await page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (texts.nextNode()) {
      const text = texts.currentNode;
      if (!text.textContent?.trim() || !text.parentElement?.checkVisibility({ visibilityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      for (const { left, right, top, bottom, width } of range.getClientRects()) {
        if (width === 0) continue;
        let out = left < -1 || right > innerWidth + 1;
        let [scrollsX, scrollsY] = [false, false];
        for (let around: Element | null = text.parentElement; around; around = around.parentElement) {
          const { overflowX, overflowY, position, width: own } = getComputedStyle(around);
          if (position === "absolute" && parseFloat(own) <= 1) {
            out = false; // there for screen readers alone
            break;
          }
          const box = around.getBoundingClientRect();
          const hides = (overflow: string) => overflow === "hidden" || overflow === "clip";
          if (!scrollsX && hides(overflowX) && (left < box.left - 1 || right > box.right + 1)) out = true;
          if (!scrollsY && hides(overflowY) && (top < box.top - 4 || bottom > box.bottom + 4)) out = true;
          scrollsX ||= overflowX === "auto" || overflowX === "scroll";
          scrollsY ||= overflowY === "auto" || overflowY === "scroll";
        }
        if (out) found.push(text.textContent.trim());
      }
    }
    return [...new Set(found)];
  });
  assert.deepEqual(cut, [], place);
}

/** All of it, and a picture to be looked at. */
export async function looked(page: Page, place: string, name: string): Promise<void> {
  await fits(page, `${place}, ${name}`);
  await whole(page, `${place}, ${name}`);
  await accessible(page, `${place}, ${name}`);
  await keepPicture(page, `${name}-${place}`);
}
