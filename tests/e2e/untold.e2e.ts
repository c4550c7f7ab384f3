import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { Site } from "./open.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.start();
});
afterAll(() => site.close());
afterEach(() => expect(site.trouble()).toEqual([]));

/** The embed as it is built of a dossier that brings no story. */
const open = (box: "article" | "phone", hash = "") =>
  site.open({
    box,
    path: "embed.html",
    hash,
    until: "map",
    before: (page) =>
      page.route("**/embed.html", async (route) => {
        const answer = await route.fetch();
        const body = (await answer.text()).replace(/<ol class="story">[\s\S]*?<\/ol>/, '<ol class="story"></ol>');
        await route.fulfill({ response: answer, body });
      }),
  });

describe("the embed of a dossier without a story", () => {
  it.each(["article", "phone"] as const)("bug: had nothing beside its map but a sentence; it begins with its list, in %s", async (box) => {
    const page = await open(box);
    const shown = await page.evaluate(() => ({
      steps: document.querySelectorAll("[data-step]").length,
      bar: document.querySelector(".story-bar")?.checkVisibility(),
      cards: [...document.querySelectorAll("[data-statement]")].filter((card) => card.checkVisibility({ visibilityProperty: true })).length,
      below:
        document.querySelector(".tale")!.getBoundingClientRect().bottom <= document.querySelector(".panel")!.getBoundingClientRect().top,
    }));
    expect(shown).toMatchObject({ steps: 0, bar: false, below: true });
    expect(shown.cards).toBeGreaterThan(2);
  });

  it.each([
    ["article", "pl=agdam"],
    ["phone", "pl=agdam"],
    ["article", "s=20230919-az-mod-launch"],
    ["phone", "s=20230919-az-mod-launch"],
  ] as const)("bug: once something was open nothing led back to the list, in %s at #%s", async (box, hash) => {
    const page = await open(box, hash);
    await page.locator("html:is([data-reading=chosen], [data-reading=statement])").waitFor();
    // Only the way back, not the tools of the full page.
    expect(await page.locator(".bar :is(.tabs, .find):visible").count()).toBe(0);
    if (hash.startsWith("pl")) expect(await page.locator(".bar .scope:visible").innerText()).not.toBe("");
    await page.locator(".bar .all").click();
    await page.locator("html[data-reading=start]").waitFor();
    expect(await page.locator(".card:visible").count()).toBeGreaterThan(2);
    expect(await page.locator(".bar:visible").count()).toBe(0);
  });

  it("bug: a second badge in the first row covered the scale", async () => {
    const page = await open("article");
    const covered = await page.evaluate(() => {
      const [first, second] = document.querySelectorAll<HTMLElement>(".badges .chip-mark > span:first-child");
      const scale = document.querySelector(".scale")!.getBoundingClientRect();
      first!.textContent = "Lake";
      return Array.from({ length: 40 }, (_, n) => {
        second!.textContent = "o".repeat(n + 1);
        const chip = second!.parentElement!.getBoundingClientRect();
        return chip.right > scale.left && chip.top < scale.bottom ? n + 1 : 0;
      }).filter(Boolean);
    });
    expect(covered).toEqual([]);
  });
});
