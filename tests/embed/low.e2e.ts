import { afterAll, beforeAll, expect, it } from "vitest";
import { openPress, type Press } from "./press.ts";
import { pasted } from "./ways.ts";

let press: Press;
beforeAll(async () => {
  press = await openPress();
});
afterAll(() => press?.close());

/** An article that gives every frame the shape of a video. */
async function asVideo(width: number) {
  const page = await press.open({
    body: `<div>${pasted(press.map, "The map", "step=3", "iframe")}</div>`,
    css: "div { position: relative; padding-bottom: 56.25% } iframe { position: absolute; inset: 0; height: 100% !important }",
    width,
  });
  return { page, frame: page.frameLocator("iframe") };
}

it.each([560, 374, 320])("bug: in a frame of the shape of a video, %d px wide, nothing below the map could be come to", async (width) => {
  const { page, frame } = await asVideo(width);
  await frame.locator("html[data-reading=step]").waitFor();
  for (const what of [".story > .told h3", ".story > .told .rel a", ".card.chosen .text", "[data-story=next]"]) {
    const part = frame.locator(what).first();
    // What is there then is the thing itself, and nothing over it.
    const seen = await part.evaluate((el) => {
      el.scrollIntoView({ block: "start" });
      const { x, y, width, height } = el.getBoundingClientRect();
      const at = document.elementFromPoint(x + Math.min(width, innerWidth) / 2, y + Math.min(height, 10) / 2);
      return el.contains(at) || at;
    });
    expect(seen, what).toBe(true);
  }
  const credits = await frame.locator(".embed-foot").evaluate((el) => innerHeight - el.getBoundingClientRect().bottom);
  expect(credits).toBeGreaterThanOrEqual(0);
  await page.close();
});

it("bug: in a wide frame of that shape the step left its card no room", async () => {
  const { page, frame } = await asVideo(680);
  await frame.locator("html[data-reading=step]").waitFor();
  const room = await frame.locator("#panel").evaluate((el) => el.clientHeight);
  expect(room).toBeGreaterThan(50);
  await page.close();
});

it.each([340, 680])("bug: without a script the frame showed the first step, and not the one of its address, %d px wide", async (width) => {
  const page = await press.open({ body: pasted(press.map, "The map", "step=5", "iframe"), width, set: { javaScriptEnabled: false } });
  const frame = page.frameLocator("iframe");
  const [step, first] = await Promise.all(["#step\\=5", "#step\\=1"].map((id) => frame.locator(id).boundingBox()));
  const room = (await page.locator("iframe").boundingBox())!;
  expect(step!.y + 60).toBeLessThan(room.y + room.height);
  expect(first!.y).toBeGreaterThan(step!.y);
  await page.close();
});
