import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { Site } from "./open.ts";
import { dossier, statements } from "./oracle.ts";
import { crowded } from "./screen.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.start({ webgl: false });
});
afterAll(() => site.close());
afterEach(() => expect(site.trouble()).toEqual([]));

describe.each(["desktop", "phone", "narrow"] as const)("in every language: %s", (box) => {
  it("no control is cut, stands on another or runs out of the page", async () => {
    for (const lang of dossier.head.languages) {
      const path = lang === dossier.head.lang ? "" : `${lang}/`;
      for (const hash of ["", "t=2023-09-19"]) {
        const page = await site.open({ box, path, hash, until: "script" });
        await page.locator(".zoom button").first().waitFor();
        await expect.poll(() => crowded(page).then((c) => c.controls), { message: `${lang} ${hash}` }).toBeGreaterThan(10);
        const { controls: _, ...trouble } = await crowded(page);
        expect(trouble, `${lang} ${hash}`).toEqual({ cut: [], on: [], over: [0, 0] });
      }
    }
  });
});

it.each([
  [1200, 760],
  [900, 600],
  [680, 540],
  [390, 620],
  [320, 620],
])("bug: in a frame of 1200 px a chip lay on two others; none does, nor any control: %i × %i", async (width, height) => {
  const page = await site.open({ path: "embed.html", viewport: { width, height } });
  await page.locator(".zoom button").first().waitFor();
  await page.locator(".badges a").first().waitFor();
  const { controls, ...trouble } = await crowded(page);
  expect(controls).toBeGreaterThan(5);
  expect(trouble).toEqual({ cut: [], on: [], over: [0, 0] });
});

it("bug: in the single file claims were numbered 1, 3, 5, and links of its About page ran together: it looks as the page of its own", async () => {
  const looks = async (path: string, hash: string) => {
    const page = await site.open({ path, hash });
    await page.locator(".jump a").first().waitFor();
    return page.evaluate(() => ({
      numbered: [...document.querySelectorAll(".claims li")].filter((li) => getComputedStyle(li).counterIncrement !== "none").length,
      between: [...document.querySelectorAll(".jump a + a")].map((a) => {
        const [one, next] = [a.previousElementSibling!.getBoundingClientRect(), a.getBoundingClientRect()];
        return one.top === next.top ? Math.round(next.left - one.right) : null;
      }),
    }));
  };
  const own = await looks("about.html", "");
  expect(own.numbered).toBe(dossier.claims.length);
  expect(own.between).toContain(18);
  expect(await looks("dateline.html", "page-about")).toEqual(own);
});

describe("beside a live map", () => {
  let live: Site;
  beforeAll(async () => {
    live = await Site.start();
    return () => live.close();
  });

  it("an address that asks for a topic ends at its heading, whatever comes late above it", async () => {
    // It once ended hundreds of pixels below.
    const page = await live.open({ hash: "topic=displacement" });
    const heading = page.locator('[id="topic=displacement"] > summary');
    await page.locator(".compare").waitFor();
    await expect.poll(() => heading.evaluate((el) => el === document.activeElement)).toBe(true);
    const below = () =>
      heading.evaluate((el) => {
        const list = document.querySelector(".panel > .scroll")!;
        return Math.round(el.getBoundingClientRect().top - list.getBoundingClientRect().top);
      });
    await expect.poll(async () => (await below()) >= 0 && (await below()) < 120).toBe(true);
    expect(live.trouble()).toEqual([]);
  });
});

it("words looked for are marked where they stand in the cards, and no longer when they are taken back", async () => {
  const page = await site.open();
  const marked = () =>
    page.evaluate(() =>
      [...(CSS.highlights.get("found") ?? [])].map(({ startContainer: text, startOffset, endOffset }) =>
        text.textContent!.slice(startOffset, endOffset).toLowerCase(),
      ),
    );
  await page.locator("input[type=search]").fill("“white flag”");
  const said = statements.filter((s) => /white flag/i.test([s.text, ...s.terms].join(" ")));
  await expect.poll(async () => (await marked()).length).toBeGreaterThanOrEqual(said.length);
  expect(new Set(await marked())).toEqual(new Set(["white flag"]));
  // Live ones, hundreds for a letter, are gone through by the browser with every node that comes or goes: the next letter waited for that.
  expect(await page.evaluate(() => [...(CSS.highlights.get("found") ?? [])].some((range) => range instanceof Range))).toBe(false);
  await page.locator("input[type=search]").fill("");
  await expect.poll(async () => (await marked()).length).toBe(0);
});

it("a button that is pressed is read under the hand too", async () => {
  const page = await site.open();
  const said = page.locator("[data-mode=said]");
  // It once was white on white until the hand went away.
  await said.click();
  await said.hover();
  const [ink, paper] = await said.evaluate((el) => [getComputedStyle(el).color, getComputedStyle(el).backgroundColor]);
  expect([ink, paper]).toEqual(["rgb(255, 255, 255)", "rgb(28, 30, 33)"]);
});

it("a mark tells the hand that rests on it what it stands at", async () => {
  const page = await site.open();
  expect(await page.locator('.marks [data-place="stepanakert"] title').textContent()).toBe("Khankendi / Stepanakert");
});
