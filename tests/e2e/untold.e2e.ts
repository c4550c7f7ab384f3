import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { Site } from "./open.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.start();
});
afterAll(() => site.close());
afterEach(() => expect(site.trouble()).toEqual([]));

/** The embed as it is built of a dossier that brings no story. */
const open = (box: "article" | "phone") =>
  site.open({
    box,
    path: "embed.html",
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
});
