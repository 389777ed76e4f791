// Pictures of the gallery, looked at by numbers: whole hands, in the right place, in the right colours.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { differing, Gallery, lightness, overlap, picture, type InPage, type Picture } from "../tools/browser.ts";

const size = { width: 360, height: 400 };

let gallery: Gallery;
let page: Page;
before(async () => {
  gallery = await Gallery.open();
  page = await gallery.page("still=1&theme=light&level=1", size);
});
after(async () => {
  await gallery.close();
});

/** Runs something with the stage of the page. */
const onStage = <T>(run: (page: InPage["thenar"]) => T): Promise<T> =>
  page.evaluate(`(${run.toString()})(window.thenar)`) as Promise<T>;

/** The pixels that the receiving hand covers. */
async function covered(): Promise<Set<number>> {
  const whole = await maskPicture(true);
  return differing(whole, await maskPicture(false), 24);
}

/** A picture of flat colours: what is hand is marked through and through. */
async function maskPicture(marked: boolean): Promise<Picture> {
  await page.evaluate((on) => {
    const { stage } = (window as unknown as InPage).thenar;
    stage.hands.receiver.skin.visible = on;
  }, marked);
  const taken = await picture(page);
  await page.evaluate(() => void ((window as unknown as InPage).thenar.stage.hands.receiver.skin.visible = true));
  return taken;
}

/** The pixels onto which the vertices of marked zones fall, each with its surroundings. */
async function zonePixels(reach: number): Promise<Set<number>> {
  const places = await onStage(({ stage }) => {
    const { group, hand } = stage.hands.receiver;
    const { camera } = stage.eye;
    const at = camera.position.clone();
    const places: [number, number][] = [];
    for (let v = 0; v < hand!.vertices; ++v) {
      if (hand!.zoneDistance[v]! > 0) continue;
      at.fromArray(hand!.positions, 3 * v)
        .applyMatrix4(group.matrixWorld)
        .project(camera);
      places.push([0.5 + 0.5 * at.x, 0.5 - 0.5 * at.y]);
    }
    return places;
  });
  const pixels = new Set<number>();
  for (const [x, y] of places)
    for (let dy = -reach; dy <= reach; ++dy)
      for (let dx = -reach; dx <= reach; ++dx) {
        const [px, py] = [Math.round(x * size.width) + dx, Math.round(y * size.height) + dy];
        if (px >= 0 && py >= 0 && px < size.width && py < size.height) pixels.add(py * size.width + px);
      }
  return pixels;
}

function meanLightness(taken: Picture, pixels: Iterable<number>): number {
  let [sum, count] = [0, 0];
  for (const pixel of pixels) [sum, count] = [sum + lightness(taken, pixel), count + 1];
  return sum / Math.max(1, count);
}

test("in every pose, from palm and back, light and dark, a whole hand fills its part of the picture", async () => {
  for (const theme of ["light", "dark"])
    for (const up of ["palm", "back"])
      for (const bend of theme === "light" ? [0, 0.6, 1.3] : [0]) {
        await page.evaluate(
          ([theme, up, bend]) => {
            const { stage } = (window as unknown as InPage).thenar;
            stage.theme = theme as "light";
            stage.up = up as "palm";
            const rest = stage.hands.receiver.hand!.restAngles;
            stage.setPose("receiver", {
              angles: rest.map((angle, i) => (i >= 8 && i % 4 !== 1 ? angle + Number(bend) * 0.6 : angle)),
            });
            stage.settle();
          },
          [theme, up, bend] as const,
        );
        const hand = await covered();
        const taken = await picture(page);
        const about = `${theme}, ${up}, bent by ${bend}`;
        const share = hand.size / (size.width * size.height);
        assert.ok(share > 0.1 && share < 0.55, `${about}: ${share} of the picture`);
        const light = meanLightness(taken, hand);
        assert.ok(light > 0.25 && light < 0.9, `${about}: lightness ${light}`);
        const top = [...hand].filter((pixel) => pixel < size.width * 4).length;
        assert.equal(top, 0, `${about}: something reaches the upper edge`);
        const columns = new Set([...hand].map((pixel) => pixel % size.width));
        assert.ok(!columns.has(0) && !columns.has(size.width - 1), `${about}: something reaches the sides`);
        const colours = new Set([...hand].map((pixel) => Math.round(64 * lightness(taken, pixel))));
        assert.ok(colours.size > 12, `${about}: ${colours.size} shades`);
      }
  await onStage(({ stage }) => {
    stage.theme = "light";
    stage.up = "palm";
    stage.setPose("receiver", { angles: stage.hands.receiver.hand!.restAngles });
    stage.settle();
  });
});

test("a marked zone is seen where the engine says that it lies, and nowhere else", async () => {
  for (const [up, zones] of [
    ["palm", ["THEN"]],
    ["palm", ["D3.P3.pal"]],
    ["palm", ["HYPO", "MIDP"]],
    ["back", ["DI2"]],
  ] as const) {
    await page.evaluate((up) => void ((window as unknown as InPage).thenar.stage.up = up), up);
    const plain = await picture(page);
    await page.evaluate((zones) => (window as unknown as InPage).thenar.stage.mark("receiver", zones), zones);
    const marked = differing(plain, await picture(page), 8);
    const [inside] = overlap(marked, await zonePixels(8));
    const [, seen] = overlap(marked, await zonePixels(0));
    assert.ok(marked.size > 60, `${zones}: ${marked.size} pixels`);
    assert.ok(inside > 0.97, `${zones}: ${inside} of what changed lies in the zone`);
    assert.ok(seen > 0.8, `${zones}: ${seen} of the zone is seen`);
    await onStage(({ stage }) => stage.mark("receiver", []));
    assert.ok(differing(plain, await picture(page), 8).size < 20, "the mark goes again");
  }
  await onStage(({ stage }) => void (stage.up = "palm"));
});

test("the left hand is the mirror image of the right one", async () => {
  await onStage(({ stage }) =>
    stage.frame(
      [
        [0, -0.04, 0],
        [0, 0.19, 0],
        [0.09, 0.1, 0],
        [-0.09, 0.1, 0],
      ],
      { around: 0, above: 80, at_once: true },
    ),
  );
  const right = await covered();
  await onStage(({ stage }) => stage.setSide("receiver", "left"));
  const left = await covered();
  const mirrored = new Set(
    [...right].map((pixel) => pixel - (pixel % size.width) + size.width - 1 - (pixel % size.width)),
  );
  const [a, b] = overlap(left, mirrored);
  assert.ok(a > 0.97 && b > 0.97, `${a} ${b}`);
  const [same] = overlap(left, right);
  assert.ok(same < 0.95, "and not the same as it");
  await onStage(({ stage }) => stage.setSide("receiver", "right"));
});

test("tones get darker as their swatches do", async () => {
  const hand = await covered();
  const measured: number[] = [];
  for (let tone = 1; tone <= 10; ++tone) {
    await page.evaluate((tone) => (window as unknown as InPage).thenar.stage.setTone("receiver", tone as 1), tone);
    measured.push(meanLightness(await picture(page), hand));
  }
  // Lightness of the Monk scale's swatches, L* of CIELAB.
  const swatches = [94.2, 92.3, 93.1, 87.6, 77.9, 55.1, 42.5, 30.7, 21.1, 14.6];
  for (let a = 0; a < 10; ++a)
    for (let b = a + 1; b < 10; ++b)
      if (swatches[a]! - swatches[b]! > 2)
        assert.ok(measured[a]! > measured[b]! + 0.01, `tone ${a + 1} ${measured[a]}, tone ${b + 1} ${measured[b]}`);
  assert.ok(measured[9]! > 0.12, "the darkest still shows its form");
  await onStage(({ stage }) => stage.setTone("receiver", 4));
});

test("a touch gives the zone that the engine says, on right and left hands", async () => {
  await page.evaluate(() => {
    const { stage } = (window as unknown as InPage).thenar;
    Object.assign(window, { taps: [] });
    stage.onTap = (tap) => (window as unknown as { taps: unknown[] }).taps.push(tap);
  });
  for (const side of ["right", "left"] as const) {
    await page.evaluate((side) => (window as unknown as InPage).thenar.stage.setSide("receiver", side), side);
    await picture(page);
    const wanted = await onStage(({ stage }) => {
      const { group, hand } = stage.hands.receiver;
      const { camera } = stage.eye;
      const points = hand!.points();
      if (!points.ok) return [];
      return points.value
        .filter(({ id }) => ["PC8", "HT8", "EX-UE11.3", "LU10", "TP.ADM"].includes(id))
        .map(({ id, triangle, weights }) => {
          const at = camera.position.clone().set(0, 0, 0);
          for (let k = 0; k < 3; ++k) {
            const corner = 3 * hand!.triangles[3 * triangle + k]!;
            for (const [i, axis] of (["x", "y", "z"] as const).entries())
              at[axis] += weights[k]! * hand!.positions[corner + i]!;
          }
          at.applyMatrix4(group.matrixWorld).project(camera);
          return { id, x: 0.5 + 0.5 * at.x, y: 0.5 - 0.5 * at.y, zone: hand!.zoneAt(triangle, weights[1], weights[2]) };
        });
    });
    const inSight = wanted.filter(({ id }) => ["PC8", "HT8", "TP.ADM"].includes(id));
    assert.ok(inSight.length === 3);
    for (const { id, x, y, zone } of inSight) {
      await page.mouse.click(x * size.width, y * size.height);
      const taps = (await page.evaluate("window.taps")) as { who: string; zone: string }[];
      assert.equal(taps.at(-1)?.zone, zone, `${id} on the ${side} hand`);
      assert.equal(taps.at(-1)?.who, "receiver");
    }
  }
  const before = ((await page.evaluate("window.taps")) as unknown[]).length;
  await page.mouse.click(3, 3);
  assert.equal(
    ((await page.evaluate("window.taps")) as unknown[]).length,
    before,
    "beside the hand nothing is touched",
  );
  await onStage(({ stage }) => stage.setSide("receiver", "right"));
});

test("a dent, the colour of pressed skin, a way and a force are seen where they are", async () => {
  const plain = await picture(page);
  const at = await onStage(({ stage }) => {
    const hand = stage.hands.receiver.hand!;
    const hit = hand.meet([0, 0.06, -0.3], [0, 0, 1])!;
    return [0, 0.06, -0.3 + hit.distance_m] as const;
  });
  const show = async (run: string) => {
    await page.evaluate(`((stage, at) => { ${run} })(window.thenar.stage, ${JSON.stringify(at)})`);
    const changed = differing(plain, await picture(page), 6);
    await onStage(({ stage }) => {
      stage.dents("receiver", [], 1e4);
      stage.showWay(null);
      stage.showForces(null);
    });
    return changed.size;
  };
  const dent = await show(
    `stage.dents("receiver", [{ centre: at, inward: [0, 0, 1], radius_m: 0.008, depth_m: 0.004, reach_m: 0.025 }])`,
  );
  const way = await show(
    `stage.showWay([0, 1, 2, 3].map((i) => ({ at: [at[0], at[1] - 0.01 * i, at[2]], normal: [0, 0, -1] })))`,
  );
  const force = await show(
    `stage.showForces([{ pad: "thumb", at, normal: [0, 0, -1], direction: null, force_n: 3, depth_m: 0.003, give_m: 0, radius_m: 0.008 }])`,
  );
  for (const [what, pixels] of Object.entries({ dent, way, force }))
    assert.ok(pixels > 40 && pixels < 6000, `${what}: ${pixels} pixels`);
  assert.ok(differing(plain, await picture(page), 6).size < 20, "and gone when they are taken away");
});

test("shade on the cushion has no stripes: along a line it gets darker once and lighter once", async () => {
  const taken = await picture(page);
  const hand = await covered();
  let rows = 0;
  for (let y = Math.round(0.72 * size.height); y < 0.84 * size.height; y += 3) {
    const right = Math.max(
      ...[...hand].filter((pixel) => Math.floor(pixel / size.width) === y).map((pixel) => pixel % size.width),
    );
    const line: number[] = [];
    for (let x = right + 6; x < right + 70; ++x)
      line.push(
        (lightness(taken, y * size.width + x - 1) +
          lightness(taken, y * size.width + x) +
          lightness(taken, y * size.width + x + 1)) /
          3,
      );
    let turns = 0;
    let [low, high, rising] = [line[0]!, line[0]!, true];
    for (const value of line) {
      [low, high] = [Math.min(low, value), Math.max(high, value)];
      if (rising && value < high - 0.02) [turns, rising, low] = [turns + 1, false, value];
      else if (!rising && value > low + 0.02) [turns, rising, high] = [turns + 1, true, value];
    }
    assert.ok(turns <= 2, `row ${y}: ${turns} turns`);
    ++rows;
  }
  assert.ok(rows > 10);
});

test("a person who drags takes the eye over; with reduced motion it jumps where it is asked to look", async () => {
  await onStage(({ stage }) =>
    stage.frame(
      [
        [0, 0, 0],
        [0, 0.18, 0],
      ],
      { around: 30 },
    ),
  );
  assert.equal(await onStage(({ stage }) => stage.advance(0)), false, "it is there at once");
  assert.equal(await onStage(({ stage }) => stage.eye.held), false);
  await page.mouse.move(200, 200);
  await page.mouse.down();
  await page.mouse.move(260, 210, { steps: 4 });
  await page.mouse.up();
  assert.equal(await onStage(({ stage }) => stage.eye.held), true);
  const calm = await gallery.page("still=1", size, false);
  const goes = await calm.evaluate(() => {
    const { stage } = (window as unknown as InPage).thenar;
    const from = stage.eye.camera.position.clone();
    stage.eye.frame([from.clone().set(0, 0, 0), from.clone().set(0.1, 0, 0)], { around: 90 });
    const still = stage.eye.advance(0.016);
    const near = stage.eye.camera.position.distanceTo(from);
    for (let i = 0; i < 200; ++i) stage.eye.advance(0.016);
    return { still, near, far: stage.eye.camera.position.distanceTo(from), settled: !stage.eye.advance(0.016) };
  });
  assert.ok(goes.still && goes.near < 0.2 * goes.far && goes.settled, JSON.stringify(goes));
  await calm.close();
});

test("on a phone and on a desk, light and dark, everything has room and no word is cut", async () => {
  for (const [viewport, scheme] of [
    [{ width: 360, height: 740 }, "light"],
    [{ width: 1440, height: 900 }, "dark"],
  ] as const) {
    const shown = await gallery.page(`theme=${scheme}`, viewport);
    const found = await shown.evaluate(() => {
      const box = (element: Element) => element.getBoundingClientRect();
      const targets = [...document.querySelectorAll(".row span, button, select")].map(box);
      return {
        wide: document.documentElement.scrollWidth,
        small: targets.filter(({ width, height }) => width < 48 || height < 48).length,
        targets: targets.length,
        canvas: box(document.querySelector("#stage")!).toJSON() as { width: number; height: number },
      };
    });
    assert.ok(found.wide <= viewport.width, `${found.wide} wide`);
    assert.equal(found.small, 0);
    assert.ok(found.targets > 25);
    assert.ok(found.canvas.height >= 400 && found.canvas.width >= 360, JSON.stringify(found.canvas));
    await shown.close();
  }
});

test("no page complained, and none asked anything of anybody else", () => {
  assert.deepEqual(gallery.complaints, []);
});
