// Which hand is which in the pictures of the gallery.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Gallery, type InPage } from "../tools/browser.ts";

const size = { width: 360, height: 400 };

let gallery: Gallery;
before(async () => {
  gallery = await Gallery.open();
});
after(async () => {
  await gallery.close();
});

test("on either hand the giving thumb is where the clip presses, given by the other hand or by a partner", async () => {
  for (const hand of ["right", "left"])
    for (const mode of ["self", "partner"]) {
      const other = await gallery.page(`still=1&level=1&hand=${hand}&clip=KNEAD.MOUND.thumb_pad.${mode}&at=0.4`, size);
      const [sides, apart_m] = await other.evaluate(() => {
        const { stage, clips } = (window as unknown as InPage).thenar;
        const { giver, receiver } = stage.hands;
        const clip = clips.find(document.URL.match(/clip=([^&]+)/)![1]!)!;
        const lead = clip.at(0.4 * clip.period_s).contacts.find(({ rests }) => !rests)!;
        const at = receiver.group.localToWorld(stage.eye.camera.position.clone().fromArray(lead.at));
        const tip = giver.group.localToWorld(at.clone().fromArray(giver.hand!.joints, 3 * 7));
        return [[receiver.side, giver.side], at.distanceTo(tip)] as const;
      });
      const another = hand === "right" ? "left" : "right";
      assert.deepEqual(sides, [hand, mode === "self" ? another : hand]);
      assert.ok(apart_m < 0.025, `${hand} ${mode}: ${(1000 * apart_m).toFixed(0)} mm apart`);
      await other.close();
    }
});
