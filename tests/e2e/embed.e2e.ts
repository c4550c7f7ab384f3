import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { dossier } from "./oracle.ts";
import { Site } from "./open.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.start();
});
afterAll(() => site.close());
afterEach(() => expect(site.trouble()).toEqual([]));

const open = async (hash = "", box: "article" | "phone" | "narrow" = "article", search = "") => {
  const page = await site.open({ box, path: `embed.html${search}`, hash });
  await page.locator("html[data-js]").waitFor();
  return page;
};
const read = (page: Awaited<ReturnType<typeof open>>) =>
  page.evaluate(() => ({
    step: document.querySelector<HTMLElement>(".story > .told")?.dataset["step"] ?? null,
    cards: [...document.querySelectorAll<HTMLElement>("[data-statement]")]
      .filter((c) => c.checkVisibility())
      .map((c) => c.dataset["statement"]),
  }));

describe("the story in an article", () => {
  it("has a step for each of the dossier's, each with what it rests on, and is complete without a script", async () => {
    const page = await site.open({ box: "article", path: "embed.html", javaScriptEnabled: false });
    const told = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>("[data-step]")].map((li) => ({
        title: li.querySelector("h3")?.textContent,
        rests: [...li.querySelectorAll("a[href^='#s=']")].map((a) => a.getAttribute("href")?.slice(3)),
        shown: li.checkVisibility(),
      })),
    );
    expect(told).toEqual(dossier.story.map((s) => ({ title: s.title, rests: [...s.statements], shown: true })));
    expect(told.length).toBeGreaterThanOrEqual(7);
  });

  it("goes on and back by buttons and by arrow keys, one step and one card at a time", async () => {
    const page = await open();
    expect(await read(page)).toEqual({ step: null, cards: [] });
    await page.locator("[data-story=start]").click();
    expect(await read(page)).toEqual({ step: "1", cards: [dossier.story[0]!.statements[0]] });
    await page.keyboard.press("ArrowRight");
    await page.locator("[data-story=next]").click();
    expect(await read(page)).toEqual({ step: "3", cards: [dossier.story[2]!.statements[0]] });
    await expect.poll(() => page.url()).toMatch(/#step=3$/);
    await page.keyboard.press("ArrowLeft");
    expect((await read(page)).step).toBe("2");
    await expect.poll(() => page.url()).toMatch(/#step=2$/);
    await page.goBack();
    expect((await read(page)).step).toBe("3");
  });

  it.each([320, 390, 680])("opens at an event with its head in sight, %d px wide: in a narrow column once far below it", async (width) => {
    const page = await site.open({
      path: "embed.html",
      hash: "e=ev-2022-12-12-lachin-road-blocked",
      until: "script",
      before: (p) => p.setViewportSize({ width, height: 620 }),
    });
    await page.locator(".happened.chosen .sources cite").first().waitFor({ state: "attached" });
    const [top, box] = await Promise.all([page.locator(".happened.chosen h4").boundingBox(), page.locator("#map").boundingBox()]);
    expect(top!.y).toBeGreaterThanOrEqual(width < 600 ? box!.y + box!.height : 0);
    expect(top!.y + top!.height).toBeLessThanOrEqual(620);
  });

  it("opens at the step of a link, and of a statement's link at that statement", async () => {
    const last = dossier.story.length;
    expect(await read(await open(`step=${last}`))).toEqual({ step: String(last), cards: [dossier.story[last - 1]!.statements[0]] });
    expect(await read(await open("s=20230919-az-mod-launch"))).toEqual({ step: null, cards: ["20230919-az-mod-launch"] });
    expect((await read(await open(`step=${last + 1}`))).step).toBeNull();
  });

  it("shows a linked statement's card from its head on a phone: it once began under the map", async () => {
    const page = await open("s=20230919-az-mod-launch", "phone");
    await page.locator("html[data-map=ready]").waitFor();
    const [head, map] = await page.evaluate(() =>
      [".card.chosen .who", ".map"].map((q) => document.querySelector(q)!.getBoundingClientRect()),
    );
    expect(head!.top).toBeGreaterThanOrEqual(map!.bottom);
    expect(head!.top).toBeLessThan(map!.bottom + 100);
  });

  it("is a list of its steps before it begins, each a link that opens it; once the column was empty", async () => {
    for (const box of ["article", "narrow"] as const) {
      const page = await open("", box);
      const links = page.locator(".story h3 a:visible");
      expect(await links.allTextContents()).toEqual(dossier.story.map((s) => s.title));
      expect(await page.locator(".story p:visible").count()).toBe(0);
      const least = await links.evaluateAll((all) => Math.min(...all.map((a) => (a.closest("li") ?? a).getBoundingClientRect().height)));
      expect(least).toBeGreaterThanOrEqual(box === "narrow" ? 38 : 24);
      await links.nth(4).click();
      expect(await read(page)).toEqual({ step: "5", cards: [dossier.story[4]!.statements[0]] });
      expect(await page.locator(".story p:visible").count()).toBeGreaterThan(1);
    }
  });

  it("shows the step of the address where the script does not come, and the list of steps without one", async () => {
    const before = (p: Page) => p.route(/\/assets\/.*\.js$/, (route) => route.abort());
    const page = await site.open({ box: "article", path: "embed.html", hash: "step=3", before, expected: /ERR_FAILED|preload/ });
    await page.locator(".story > li:visible").waitFor();
    expect(await page.locator(".story > li:visible").getAttribute("data-step")).toBe("3");
    expect(await page.locator(".story > li:visible .rel").isVisible()).toBe(true);
    await page.goto(`${site.url}embed.html`);
    expect(await page.locator(".story > li:visible").count()).toBe(dossier.story.length);
    expect(await page.locator(".card:visible").count()).toBe(dossier.statements.length);
  });

  it("is left when the reader goes another way, and can be gone back to", async () => {
    const page = await open("step=7");
    await page.locator("html[data-map=ready]").waitFor();
    await page.locator("[data-place]:visible").first().click();
    await page.locator("[data-story=start]").click();
    expect((await read(page)).step).toBe("7");
  });
});

describe("an embed", () => {
  it.each([
    ["embed.html", "article"],
    ["ru/embed.html", "article"],
    ["embed.html", "narrow"],
  ] as const)("bug: the title broke into two lines when the buttons beside it came (%s, %s)", async (path, box) => {
    const page = await site.open({ path, box });
    await page.locator(".ways button").first().waitFor();
    const [after, before] = await page.locator(".ways").evaluate((ways) => {
      const widths = [ways.getBoundingClientRect().width];
      for (const came of ways.querySelectorAll(":scope > :not(.ways-room)")) came.remove();
      return [...widths, ways.getBoundingClientRect().width];
    });
    expect(after).toBeGreaterThan(30);
    expect(before).toBeCloseTo(after!, 0);
  });

  it.each(["article", "phone"] as const)("names the place that a mark opened, and leads back by the story alone, in %s", async (box) => {
    const page = await open("pl=agdam", box);
    await page.locator("html[data-reading=chosen]").waitFor();
    expect(await page.locator(".bar .scope").isVisible()).toBe(true);
    expect(await page.locator("[data-story=start]").isVisible()).toBe(true);
    expect(await page.locator(".bar :is(.all, .tabs, .find):visible").count()).toBe(0);
  });

  it.each(["article", "phone", "narrow"] as const)(
    "wants a height that follows from its width alone, and never scrolls sideways: %s",
    async (box) => {
      const page = await open("step=3", box);
      expect(await page.evaluate(() => document.documentElement.getBoundingClientRect().height)).toBe(box === "article" ? 540 : 620);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    },
  );

  it.each([840, 1200])(
    "of %d px has its chips beside the map's buttons: the one for the whole screen once lay over the first",
    async (width) => {
      const page = await site.open({ path: "embed.html", hash: "step=2", viewport: { width, height: 540 } });
      await page.locator("[data-fullscreen]").waitFor();
      const boxes = await page.evaluate(() =>
        [".zoom", ".badges a", ".scale"].map((q) => document.querySelector(q)!.getBoundingClientRect().toJSON() as DOMRect),
      );
      for (const [i, a] of boxes.entries())
        for (const b of boxes.slice(i + 1))
          expect(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top).toBe(true);
    },
  );

  it.each([320, 390, 680, 1200])("stands still at %d px while its script, its fonts and its map come", async (width) => {
    const page = await site.open({
      box: "article",
      path: "embed.html",
      before: async (p) => {
        await p.setViewportSize({ width, height: width < 600 ? 620 : 540 });
        const script = () => p.locator("html[data-reading=start]").waitFor();
        await p.route("**/*.woff2", (route) => script().then(() => route.continue()));
        await p.addInitScript(() => {
          const moved: string[] = [];
          Object.assign(globalThis, { moved });
          type Shift = PerformanceEntry & { readonly value: number; readonly sources: readonly { readonly node?: Node }[] };
          new PerformanceObserver((list) => {
            for (const { value, sources } of list.getEntries() as Shift[])
              moved.push(`${value}: ${sources.map(({ node }) => `${node?.nodeName} ${node?.textContent?.slice(0, 30)}`).join("; ")}`);
          }).observe({ type: "layout-shift", buffered: true });
        });
      },
    });
    await page.locator("html[data-map=ready]").waitFor();
    // The last of what comes.
    await page.locator("[data-fullscreen]").waitFor({ state: "attached" });
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    expect(await page.evaluate("moved")).toEqual([]);
  });

  it("lets one finger and the wheel scroll the article, and says how to move the map", async () => {
    const page = await open();
    await page.locator("html[data-map=ready]").waitFor();
    const words = await page.locator(".maplibregl-cooperative-gesture-screen").textContent();
    expect(words).toContain("Use two fingers to move the map");
    expect(await page.locator("#gl canvas").evaluate((c) => getComputedStyle(c).touchAction)).toBe("pan-x pan-y");
  });

  it("is a list alone when it is asked for, and a picture beside every step", async () => {
    const list = await open("", "article", "?ui=list");
    expect(await list.locator("html").getAttribute("data-ui")).toBe("list");
    expect((await read(list)).cards.length).toBe(dossier.statements.length);
    expect(await list.locator("#map").isVisible()).toBe(false);
    const still = await open("", "article", "?ui=static");
    expect(await still.locator("[data-step]:visible").count()).toBe(dossier.story.length);
    expect(await still.locator("html").getAttribute("data-map")).toBe("poster");
  });

  it.each(["phone", "narrow"] as const)(
    "has no mark on another as a picture alone on a %s page: they once stood as on a wide one",
    async (box) => {
      const page = await open("", box, "?ui=static");
      const hidden = () =>
        page.evaluate(() => {
          const discs = [...document.querySelectorAll(".marks .disc")].map((disc) => disc.getBoundingClientRect());
          return discs.filter((a, i) =>
            discs.some((b, k) => k !== i && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom),
          ).length;
        });
      await page.locator("html[data-map=poster]").waitFor();
      await expect.poll(() => page.locator(".marks .ground.moved").count()).toBeGreaterThan(0);
      expect(await hidden()).toBe(0);
    },
  );

  it.each([
    [599, 540],
    [599, 420],
    [560, 315],
    [390, 540],
  ])("has no water where nothing is drawn, in a frame of %d × %d px: bug of the picture before the live map", async (width, height) => {
    const page = await site.open({ box: "phone", path: "embed.html", javaScriptEnabled: false, until: "document" });
    await page.setViewportSize({ width, height });
    const [box, land, water] = await page.evaluate(() => {
      const [map, drawn] = ["#map", "#land"].map((selector) => document.querySelector(selector)!.getBoundingClientRect());
      const style = getComputedStyle(document.querySelector(".poster")!);
      // As wide as the style says, beside the middle: not every browser has it computed in pixels. Some give the height as well.
      const probe = document.querySelector("#map")!.appendChild(document.createElement("i"));
      probe.style.cssText = `position:absolute;width:${style.backgroundSize.replace(/ auto$/, "")}`;
      const wide = probe.offsetWidth;
      probe.remove();
      return [map!.width, drawn!.width, wide] as const;
    });
    expect(water).toBeGreaterThan(0);
    expect(Math.min(water, box)).toBeLessThanOrEqual(land + 1);
    expect(await page.locator("#map").evaluate((el) => getComputedStyle(el).backgroundColor)).toBe("rgba(0, 0, 0, 0)");
    // The scale is beside the chips, not beneath.
    const [chips, scale] = await Promise.all([".badges", ".scale"].map((selector) => page.locator(selector).boundingBox()));
    expect(chips!.x + chips!.width).toBeLessThanOrEqual(scale!.x);
  });

  it("bug: its row of chips was cut through a word: it fades where it goes on, and the last one stands before that", async () => {
    const page = await open("", "narrow");
    const chips = page.locator(".badges");
    expect(await chips.evaluate((el) => el.scrollWidth - el.clientWidth)).toBeGreaterThan(50);
    const mask = await chips.evaluate((el) => getComputedStyle(el).maskImage);
    const fade = Number(/100% - (\d+)px/.exec(mask)?.[1]);
    expect(fade, mask).toBeGreaterThan(10);
    const [end = 0, last = 0] = await chips.evaluate((el) => {
      el.scrollLeft = el.scrollWidth;
      return [el, el.querySelector("li:last-child")!].map((box) => box.getBoundingClientRect().right);
    });
    expect(last).toBeLessThanOrEqual(end - fade + 1);
  });

  it.each([680, 1200, 1600])(
    "as a picture alone is land to its edges, %d px wide: where nothing is drawn there once seemed to be a sea",
    async (width) => {
      const page = await open("", "article", "?ui=static");
      await page.setViewportSize({ width, height: 800 });
      const [box, land] = await page.evaluate(() =>
        ["#map", "#land"]
          .map((selector) => document.querySelector(selector)!.getBoundingClientRect())
          .map(({ left, right }) => [left, right]),
      );
      expect(land![0]).toBeLessThanOrEqual(box![0]!);
      expect(land![1]).toBeGreaterThanOrEqual(box![1]!);
      expect(box![1]! - box![0]!).toBeGreaterThan(Math.min(width, 1200) - 1);
    },
  );

  it("as a picture alone has no name under a mark, and is printed with its key, and without chips over its words: bugs of a phone", async () => {
    const page = await open("", "phone", "?ui=static");
    await expect.poll(() => page.locator(".poster .label.under").count()).toBeGreaterThan(0);
    const covered = await page.evaluate(() => {
      const rects = (selector: string) =>
        [...document.querySelectorAll(selector)].map((e) => e.getBoundingClientRect()).filter((r) => r.width > 0);
      const marks = rects(".marks :is(.disc, .codes:not(.under), .loz)");
      return rects(".poster .label:not(.under) text").filter((n) =>
        marks.some((m) => m.left < n.right && n.left < m.right && m.top < n.bottom && n.top < m.bottom),
      ).length;
    });
    expect(covered).toBe(0);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".key-body").isVisible()).toBe(true);
    const [chips, words] = await page.evaluate(() =>
      [".off", ".tale"]
        .map((selector) => document.querySelector(selector)!.getBoundingClientRect())
        .map(({ top, bottom }) => [top, bottom]),
    );
    expect(chips![1]).toBeLessThanOrEqual(words![0]!);
    await page.emulateMedia({ media: null });
  });

  it("waits with the live map for the reader who saves data, and starts it by one button", async () => {
    const page = await site.open({
      box: "article",
      path: "embed.html",
      before: (p) => p.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } })),
    });
    await page.locator("[data-explore]").waitFor();
    const under = () =>
      page.evaluate(() => {
        const rect = (el: Element) => el.getBoundingClientRect();
        const explore = rect(document.querySelector("[data-explore]")!);
        const map = rect(document.querySelector("#map")!);
        const out = explore.top < map.top || explore.bottom > map.bottom || explore.left < map.left || explore.right > map.right;
        const others = [...document.querySelectorAll("#map :is(.badges a, .zoom button, .key > summary, .scale span)")].filter((el) => {
          const r = rect(el);
          return r.width > 0 && r.left < explore.right && explore.left < r.right && r.top < explore.bottom && explore.top < r.bottom;
        });
        return [...(out ? ["out of the map"] : []), ...others.map((el) => el.textContent)];
      });
    // Bug: in a wide frame it stood on the chips, in a narrow one on the key and the zoom buttons.
    for (const width of [280, 320, 374, 680, 900, 1200]) {
      await page.setViewportSize({ width, height: width < 600 ? 620 : 540 });
      await expect.poll(under, { message: `${width} px` }).toEqual([]);
    }
    expect(site.asked.filter((url) => /mount-|worker/.test(url))).toEqual([]);
    await page.locator("[data-explore]").click();
    await page.locator("html[data-map=ready]").waitFor();
    expect(await page.locator("[data-explore]").count()).toBe(0);
  });
});

describe("a host that is early", () => {
  it("is heard: what it asks as the frame loads is done once the page is ready, and is no error", async () => {
    const ask = `frame.contentWindow.postMessage({ dateline: 1, type: "goto", step: 2 }, "*");`;
    const body = `<!doctype html><title>host</title><link rel="icon" href="data:,"><iframe src="embed.html" width="680" height="540"
      sandbox="allow-scripts"></iframe><script>self.heard = []; addEventListener("message", (e) => heard.push(e.data));
      const frame = document.querySelector("iframe"); frame.onload = () => { ${ask} self.sent = true; }</script>`;
    let sent: () => void = () => {};
    const asked = new Promise<void>((done) => (sent = done));
    const page = await site.open({
      path: "host.html",
      before: async (p) => {
        await p.route("**/host.html", (r) => r.fulfill({ contentType: "text/html", body }));
        // The page's end of the contract comes when the host has spoken.
        await p.route(/\/frame-[^/]*\.js$/, (r) => asked.then(() => r.continue()));
      },
    });
    await page.waitForFunction("self.sent");
    sent();
    await page.waitForFunction("heard.some((m) => m.type === 'select' && m.step === 2)");
    expect(await page.evaluate("heard.filter((m) => m.type === 'error')")).toEqual([]);
  });
});

describe("prose that moves the map", () => {
  it("leaves no steps in the reader's history: once the way back out of an article led through every one", async () => {
    const body = `<!doctype html><title>host</title><link rel="icon" href="data:,"><iframe src="embed.html" width="680" height="540"
      sandbox="allow-scripts"></iframe><script>self.heard = []; addEventListener("message", (e) => heard.push(e.data));
      const say = (ask) => document.querySelector("iframe").contentWindow.postMessage({ dateline: 1, type: "goto", ...ask }, "*");</script>`;
    const page = await site.open({
      path: "host.html",
      before: (p) => p.route("**/host.html", (r) => r.fulfill({ contentType: "text/html", body })),
    });
    await page.waitForFunction("heard.some((m) => m.type === 'ready')");
    const before = await page.evaluate("history.length");
    for (const step of [1, 2, 3]) {
      await page.evaluate(`say({ step: ${step} })`);
      await page.waitForFunction(`heard.some((m) => m.type === 'select' && m.step === ${step})`);
    }
    await page.evaluate("say({ time: { from: null, to: null } })");
    await page.waitForFunction("heard.at(-1).type === 'time' || heard.some((m) => m.type === 'select' && !m.step)");
    expect(await page.evaluate("history.length")).toBe(before);
    // What readers do themselves they can go back from.
    await page.frameLocator("iframe").locator("[data-story=start]").click();
    // It is written when the page has answered, which a slow machine does later than the map is drawn whole.
    await expect.poll(() => page.evaluate("history.length")).toBe(Number(before) + 1);
  });
});

it.each(["embed.html", ""])("on a sheet of paper no button of the map lies on the words, nor the story on the list: %s", async (path) => {
  const page = await site.open({ path, hash: "step=3", viewport: { width: 700, height: 990 } });
  await page.locator("html[data-map=ready]").waitFor();
  await page.emulateMedia({ media: "print" });
  expect(await page.locator(".tools button:visible").count()).toBe(0);
  if (path) expect(await page.locator(".tale").evaluate((tale) => tale.scrollHeight - tale.clientHeight)).toBeLessThanOrEqual(1);
});

it.each([
  ["the picture alone, 1280 px wide", "embed.html?ui=static", 1280, true],
  ["the picture alone, 390 px wide", "embed.html?ui=static", 390, true],
  ["the page without a script", "", 1280, false],
] as const)(
  "bug: on paper the scale of a map that was made smaller or larger to fit was that of the screen: %s",
  async (_, path, width, script) => {
    const page = await site.open({ path, viewport: { width, height: 800 }, javaScriptEnabled: script, until: "document" });
    if (script) await page.locator(".scale span[style]").waitFor();
    const shares = () =>
      page.evaluate(() => {
        const [bar, land] = [".scale span", "#land"].map((of) => document.querySelector(of)!.getBoundingClientRect().width);
        return Math.round((1000 * bar!) / land!);
      });
    const before = await shares();
    if (script) await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await page.emulateMedia({ media: "print" });
    // A window that is only said to be paper is measured anew, which a sheet is not: there the bar keeps its length and is enlarged with the map.
    const enlarged = await page.evaluate(() =>
      [".scale", ".poster"].map((of) => Number(getComputedStyle(document.querySelector(of)!).zoom)),
    );
    expect(enlarged[0]).toBe(enlarged[1]);
    if (script) expect(enlarged[0]).not.toBe(1);
    else expect(await shares()).toBe(before);
    await page.emulateMedia({ media: null });
  },
);

it("bug: on paper the head of a card, and of a topic, could stay behind on the page before its words", async () => {
  const page = await site.open({ viewport: { width: 700, height: 990 } });
  await page.emulateMedia({ media: "print" });
  const behind = await page.evaluate(() => {
    const heads = (of: string, words: string) =>
      [...document.querySelectorAll(of)].flatMap((el) =>
        [...el.children].slice(
          0,
          [...el.children].findIndex((part) => part.matches(words)),
        ),
      );
    return [...heads(":is(.card, .happened)", ".text"), ...heads(".topic-block", "table")]
      .filter((el) => getComputedStyle(el).breakAfter !== "avoid")
      .map((el) => `${el.tagName}.${el.className}`);
  });
  expect([...new Set(behind)]).toEqual([]);
});

it.each([402, 500, 558])("bug: in a column of %d px its title ended in dots", async (width) => {
  const page = await site.open({ path: "embed.html", until: "document" });
  await page.setViewportSize({ width, height: 540 });
  const title = page.locator("h1");
  expect(await title.evaluate((h1) => [h1.scrollWidth <= h1.clientWidth, h1.scrollHeight <= h1.clientHeight + 1])).toEqual([true, true]);
  await page.setViewportSize({ width: 1280, height: 800 });
});

describe("sharing", () => {
  it("bug: from an article the link to this view was that of the frame, which no search engine and no friend should land in", async () => {
    const page = await site.open({ box: "article", path: "embed.html#t=2023-09-20/2023-09-20" });
    await page.locator("[data-share]:visible").click();
    expect(await page.locator("#share-link").inputValue()).toBe(`${site.url}#t=2023-09-20/2023-09-20`);
  });

  it("gives the link to this view and four ways to embed it, and closes with Escape without losing the view", async () => {
    const page = await site.open({ hash: "t=2023-09-20/2023-09-20" });
    await page.locator("[data-share]").click();
    expect(await page.locator("#share-link").inputValue()).toBe(`${site.url}#t=2023-09-20/2023-09-20`);
    // The words of the head it hangs on are not to be broken; its own are.
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.locator("dialog.share").evaluate((d) => d.scrollWidth <= d.clientWidth)).toBe(true);
    await page.setViewportSize({ width: 1280, height: 800 });
    const codes: string[] = [];
    for (const way of ["iframe", "height", "element", "link"]) {
      await page.locator(`input[name=way][value=${way}]`).check();
      codes.push(await page.locator("#share-code").inputValue());
    }
    expect(new Set(codes).size).toBe(4);
    expect(codes[0]).toContain(`<iframe src="${site.url}embed.html#t=2023-09-20/2023-09-20"`);
    expect(codes[0]).not.toContain("<script");
    expect(codes[2]).toContain('view="#t=2023-09-20/2023-09-20"');
    await page.keyboard.press("Escape");
    await page.locator("dialog").waitFor({ state: "detached" });
    await expect.poll(() => page.url()).toContain("#t=2023-09-20/2023-09-20");
    expect(await page.evaluate(() => document.activeElement?.hasAttribute("data-share"))).toBe(true);
  });
});

it.each(["desktop", "phone"] as const)(
  "the share dialog is passed by Tab without going into its preview, where Escape was lost, and gives the focus back (%s)",
  async (box) => {
    const page = await site.open({ box });
    if (box === "phone") await page.locator(".menu-button").click();
    await page.locator("[data-share]").focus();
    await page.keyboard.press("Enter");
    await page.locator("dialog.share iframe").waitFor();
    const passed: string[] = [];
    for (let i = 0; i < 14; i++) {
      await page.keyboard.press("Tab");
      passed.push(await page.evaluate(() => `${document.activeElement?.localName}.${document.activeElement?.className}`));
    }
    expect(passed).toContain("div.share-preview");
    expect(passed.filter((el) => el.startsWith("iframe"))).toEqual([]);
    await page.keyboard.press("Escape");
    await page.locator("dialog").waitFor({ state: "detached" });
    expect(await page.evaluate(() => document.activeElement?.hasAttribute("data-share"))).toBe(true);
  },
);

it("on a phone nothing moves when the script comes: the map once grew by half and pushed everything down", async () => {
  const places = async (page: Awaited<ReturnType<typeof open>>) =>
    page.evaluate(() =>
      [".box", ".time", ".tale"].map((part) => {
        const { top, bottom } = document.querySelector(part)!.getBoundingClientRect();
        return [part, Math.round(top), part === ".tale" ? 0 : Math.round(bottom)] as const;
      }),
    );
  const page = await open("", "phone");
  await page.locator("html[data-map=ready]").waitFor();
  const after = await places(page);
  const still = await site.open({
    box: "phone",
    path: "embed.html",
    expected: /Failed to load|index-/,
    before: (p) => p.route(/\/assets\/[^/]*\.js$/, (r) => r.abort()),
  });
  for (const [i, [part, top, bottom]] of (await places(still)).entries()) {
    expect(Math.abs(top - after[i]![1]), part).toBeLessThanOrEqual(2);
    expect(Math.abs(bottom - after[i]![2]), part).toBeLessThanOrEqual(2);
  }
});
