import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { statementWays } from "../../src/model/links.ts";
import { kilometres } from "../../src/model/measure.ts";
import { dossier, statements } from "./oracle.ts";
import { screen, seen } from "./screen.ts";
import { BOXES, type Box, settled, Site } from "./open.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.start({ webgl: false });
});
afterAll(() => site.close());
afterEach(() => expect(site.trouble()).toEqual([]));

const chip = (page: Page, id: string) => page.locator(`.marks-layer [data-place="${id}"]`).first();
const late = (page: Page) => page.locator(".marks a[tabindex='-1']").first().waitFor();

it("check 7: a stack of statements of one day is reached by mouse, by touch and by keyboard, and its list is theirs", async () => {
  const day = "2023-09-20";
  const here = (id: string) =>
    statements.filter((s) => s.about[0] === id && s.date && s.date.min <= day && s.date.max >= day).map((s) => s.id);
  const [id = ""] = dossier.places.map((p) => p.id).sort((a, b) => here(b).length - here(a).length);
  expect(here(id).length).toBeGreaterThan(5);
  const ways = {
    mouse: async (page: Page) => chip(page, id).click(),
    touch: async (page: Page) => chip(page, id).tap(),
    keyboard: async (page: Page) => {
      await late(page);
      await page.locator(".marks-layer a[tabindex='0']").focus();
      await settled(
        async () => {
          const at = await page.evaluate(() => (document.activeElement as HTMLElement).dataset["place"]);
          if (at !== id) await page.keyboard.press("ArrowRight");
          return at;
        },
        (at) => at === id,
        15_000,
      );
      await page.keyboard.press("Enter");
    },
  };
  for (const [how, way] of Object.entries(ways)) {
    const page = await site.open({ hash: `t=${day}/${day}`, ...(how === "touch" && { hasTouch: true, box: "phone" as const }) });
    await way(page);
    // The undated stay findable whatever days are shown.
    const dated = async () => (await screen(page)).cards.filter((card) => statements.find((s) => s.id === card)?.date);
    await expect.poll(dated).toEqual(here(id));
  }
});

describe("check 11: without colour", () => {
  it("every party with a colour has a pattern of its own on the rings and on the ruler, on the picture and on the live map", async () => {
    const page = await site.open();
    const coloured = dossier.parties.filter((p) => p.colour).map((p) => p.id);
    const drawn = (names: string) =>
      page.evaluate(
        ([ids, live]) => {
          document.documentElement.setAttribute("data-names", live);
          const svg = document.querySelector(".marks")!;
          return ids.map((id) => {
            const arc = svg.appendChild(document.createElementNS("http://www.w3.org/2000/svg", "circle"));
            arc.setAttribute("class", `arc s-${id}`);
            const paint = getComputedStyle(arc).stroke;
            arc.remove();
            const pattern = document.getElementById(/url\("?#(\w+)/.exec(paint)?.[1] ?? "");
            // The picture gives way to the live map; the patterns that it holds must not go with it.
            return pattern && getComputedStyle(pattern).visibility === "visible"
              ? [...pattern.querySelectorAll("path")].map((path) => path.getAttribute("d")).join()
              : "solid";
          });
        },
        [coloured, names] as const,
      );
    for (const names of ["", "live"]) expect(new Set(await drawn(names)).size).toBe(coloured.length);
    // The first is solid, and alone in that.
    expect((await drawn("live")).filter((d) => d === "solid")).toHaveLength(1);
  });

  it("every party on the map is told by its letters, and no shape of the map has a party's colour", async () => {
    const page = await site.open();
    const found = await page.evaluate(() => {
      const stacks = [...document.querySelectorAll(".stack")];
      const paint = (el: Element) => [getComputedStyle(el).fill, getComputedStyle(el).stroke];
      return {
        bare: stacks.filter((s) => !/[A-Z]{2}/.test(s.querySelector(".codes")?.textContent ?? "")).length,
        stacks: stacks.length,
        parties: [...new Set([...document.querySelectorAll(".arc")].map((a) => getComputedStyle(a).stroke))],
        land: [...new Set([...document.querySelectorAll(".base *:not(title)")].flatMap(paint))],
      };
    });
    expect(found.stacks).toBeGreaterThan(5);
    expect(found.bare).toBe(0);
    expect(found.parties.length).toBeGreaterThan(3);
    // The default ring of a party without a colour of its own is a grey of the page, and no land has that either.
    expect(found.land.filter((c) => found.parties.includes(c))).toEqual([]);
  });
});

describe("check 12: names", () => {
  const sizes = (page: Page) =>
    page.evaluate(() =>
      [...document.querySelectorAll(".poster .label:not(.l-contested), .marks .place-name:not(.under)")]
        .filter((l) => getComputedStyle(l).display !== "none")
        .map((l) => ({
          lines: [...l.querySelectorAll("tspan")].map((t) => t.textContent ?? ""),
          looks: [
            ...new Set(
              [...l.querySelectorAll("tspan")].map((t) => {
                const s = getComputedStyle(t);
                return [s.fontSize, s.fontWeight, s.fill, s.fontStyle].join();
              }),
            ),
          ],
        })),
    );

  it("both names of a place have one size and one weight, at every zoom", async () => {
    const page = await site.open();
    await late(page);
    for (let i = 0; i < 3; i++) {
      const all = await sizes(page);
      expect(all.some((l) => l.lines.length === 2)).toBe(true);
      for (const l of all) expect([l.lines, l.looks.length]).toEqual([l.lines, 1]);
      await page.locator("[data-zoom=in]").click();
    }
  });

  it("another choice of names changes labels and marks, never a card, and stays in the address", async () => {
    const page = await site.open();
    await late(page);
    const cards = () =>
      page.evaluate(() => [...document.querySelectorAll(".card :is(.text, .terms, .when)")].map((c) => c.textContent).join("|"));
    const before = await cards();
    const badge = page.locator('.badges [data-place="nagorno_karabakh"] span').first();
    expect(await badge.textContent()).toBe("Nagorno-Karabakh");
    const region = dossier.places.find((p) => p.id === "nagorno_karabakh")!;
    for (const [who, form] of Object.entries(region.labels)) {
      await page.locator("[data-names]").selectOption(who);
      await expect.poll(() => badge.textContent()).toBe(form);
      await expect.poll(() => page.evaluate(() => location.hash)).toBe(`#names=${who}`);
      expect(await chip(page, "shusha").getAttribute("aria-label")).toContain(dossier.places.find((p) => p.id === "shusha")!.labels[who]);
    }
    expect(await cards()).toBe(before);
    await page.locator("[data-names]").selectOption("both");
    await expect.poll(() => badge.textContent()).toBe("Nagorno-Karabakh");
  });

  it("the picture's labels and the names that marks say follow where there is no live map", async () => {
    const page = await site.open({ hash: "names=yerevan_stepanakert" });
    const said = () => page.evaluate(() => document.querySelector(".mark[data-mark=stepanakert] .place-name")?.textContent?.trim());
    await expect.poll(said).toBe("Stepanakert");
    const open = await site.open({ hash: "names=hy" });
    await expect.poll(() => open.evaluate(() => document.querySelector("[data-label=ganja]")?.textContent?.trim())).toBe("Գանձակ");
  });
});

describe("the scale", () => {
  const shown = (page: Page) =>
    page.evaluate(() => {
      const bar = document.querySelector(".scale span")!;
      return { km: Number(bar.textContent?.replace(/\D/g, "")), px: bar.getBoundingClientRect().width };
    });
  /** Px on the screen of a distance on the ground, from two marks far apart. */
  const measured = (page: Page) =>
    page.evaluate(() => {
      const at = (id: string) => document.querySelector<SVGGElement>(`g.mark[data-mark="${id}"]`)!;
      const [a, b] = ["yevlakh", "shusha"].map((id) => at(id).getScreenCTM()!);
      return Math.hypot(a!.e - b!.e, a!.f - b!.f);
    });
  const [yevlakh, shusha] = ["yevlakh", "shusha"].map((id) => dossier.places.find((p) => p.id === id)!);
  const km = kilometres([yevlakh!.lon, yevlakh!.lat], [shusha!.lon, shusha!.lat]);

  it.each(["desktop", "phone"] as const)("is right within 2 %% at the opening, without a script and with one: %s", async (box) => {
    for (const javaScriptEnabled of [false, true]) {
      const page = await site.open({ box, javaScriptEnabled });
      if (javaScriptEnabled) await late(page);
      const bar = await shown(page);
      expect(Math.abs(bar.px / bar.km / ((await measured(page)) / km) - 1)).toBeLessThan(0.02);
    }
  });

  it("goes with the zoom", async () => {
    const page = await site.open();
    await late(page);
    const before = await shown(page);
    await page.locator("[data-zoom=in]").click();
    await expect
      .poll(async () => Math.round(((await shown(page)).px / (await shown(page)).km) * 10))
      .toBe(Math.round((before.px / before.km) * 20));
  });
});

describe("near this place", () => {
  it("are the other places with statements, nearest first, with how far", async () => {
    const page = await site.open({ hash: "pl=stepanakert" });
    const list = page.locator(".near li");
    await list.first().waitFor();
    const words = await list.allTextContents();
    expect(words[0]).toMatch(/^Shusha \/ Shushi: 1 statement, 6 km$/);
    const far = words.map((w) => Number(/(\d+) km$/.exec(w)?.[1]));
    expect(far).toEqual([...far].sort((a, b) => a - b));
    expect(Math.max(...far)).toBeLessThanOrEqual(60);
    await list.first().locator("a").click();
    await seen(page, { cards: statements.filter((s) => s.about[0] === "shusha").map((s) => s.id) });
    await expect.poll(() => page.locator(".near li").first().textContent()).toContain("Khankendi / Stepanakert");
  });
});

describe("arcs", () => {
  const ways = statementWays(dossier);
  const [id = ""] = Object.keys(ways).filter(
    (x) => ways[x]!.some((w) => w.kind === "to" && w.km > 100) && ways[x]!.some((w) => w.kind === "answers" && w.km > 100),
  );

  it("are drawn for the statement being read alone, as many as it says in words", async () => {
    expect(id).not.toBe("");
    const page = await site.open({ hash: `s=${id}` });
    await page.locator(".ways-words").waitFor();
    expect(await page.locator(".arc-line").count()).toBe(ways[id]!.filter((w) => w.km > 0).length);
    const card = page.locator(`[id="s=${id}"]`);
    const words = await card.locator(".ways-words").innerText();
    expect(words).toMatch(/Whole line on the map: from .+ to .+, the seat of .+ km\./);
    expect(words).toMatch(/Dashed line on the map: from .+ to .+, where .+ said what this answers, .+ km\./);
    expect(await page.locator(".ways-words").count()).toBe(1);
  });

  it("come only when a statement is read, and nothing is drawn for one whose place is not recorded", async () => {
    const page = await site.open({ before: async () => {} });
    await late(page);
    expect(site.asked.filter((url) => url.includes("links.json"))).toEqual([]);
    const silent = statements.find((s) => s.saidIn === null && s.audience.some((a) => dossier.parties.some((p) => p.id === a)))!;
    await page.evaluate((to) => {
      location.hash = `s=${to}`;
    }, silent.id);
    await page.locator(`[id="s=${silent.id}"].chosen`).waitFor();
    await expect.poll(() => site.asked.filter((url) => url.includes("links.json")).length).toBe(1);
    expect(await page.locator(".arc-line, .ways-words").count()).toBe(0);
  });
});

describe("the whole screen", () => {
  it("is offered where the browser allows it, and given back", async () => {
    const page = await site.open();
    const button = page.locator("[data-fullscreen]");
    await button.click();
    await expect.poll(() => page.evaluate(() => document.fullscreenElement?.tagName)).toBe("HTML");
    expect(await button.innerText()).toBe("Leave fullscreen");
    await button.click();
    await expect.poll(() => page.evaluate(() => document.fullscreenElement)).toBeNull();
  });

  it("has a button that comes late and lies on no mark: in a narrow article one once did", async () => {
    const page = await site.open({ path: "embed.html", viewport: { width: 402, height: 540 }, until: "script" });
    const lying = () =>
      page.evaluate(() => {
        const button = document.querySelector("[data-fullscreen]")!.getBoundingClientRect();
        return [...document.querySelectorAll(".marks :is(.disc, .loz, .codes:not(.under))")]
          .map((part) => part.getBoundingClientRect())
          .filter((r) => r.left < button.right && r.right > button.left && r.top < button.bottom && r.bottom > button.top).length;
      });
    await page.locator("[data-fullscreen]").waitFor();
    await page.locator(".marks .body[style]").first().waitFor({ state: "attached" });
    expect(await page.locator(".marks .disc").count()).toBeGreaterThan(2);
    await expect.poll(lying).toBe(0);
  });

  it("is not offered where it is not allowed", async () => {
    const page = await site.open({
      before: (p) => p.addInitScript(() => Object.defineProperty(document, "fullscreenEnabled", { get: () => false })),
    });
    await late(page);
    expect(await page.locator("[data-fullscreen]").count()).toBe(0);
  });
});

it.each(Object.keys(BOXES) as Box[])(
  "check 15: nothing jumps while the page loads: buttons and letters once came and moved the list (%s)",
  async (box) => {
    const page = await site.open({
      box,
      before: (p) =>
        p.addInitScript(() => {
          const w = globalThis as unknown as { shift: number };
          w.shift = 0;
          new PerformanceObserver((list) => {
            for (const e of list.getEntries() as unknown as { value: number; hadRecentInput: boolean }[])
              if (!e.hadRecentInput) w.shift += e.value;
          }).observe({ type: "layout-shift", buffered: true });
        }),
    });
    await late(page);
    // On a desktop the letters of some systems still break one line of a card elsewhere.
    expect(await page.evaluate(() => (globalThis as unknown as { shift: number }).shift)).toBeLessThan(box === "desktop" ? 0.015 : 0.01);
  },
);

it.each(Object.keys(BOXES) as Box[])(
  "the title stands where it will when half of the header has been read: a slow reader once saw it move (%s)",
  async (box) => {
    for (const javaScriptEnabled of [true, false]) {
      const page = await site.open({ box, javaScriptEnabled, until: javaScriptEnabled ? "map" : "document" });
      const title = () => page.evaluate(() => document.querySelector("h1")!.getBoundingClientRect().y);
      const whole = await title();
      await page.evaluate(() => document.querySelector(".menu")!.remove());
      expect(await title()).toBe(whole);
    }
  },
);

it("a screen reader comes to the map by a heading, a picture in words, the marks as one group with its instruction, and the lists of chips", async () => {
  const page = await site.open();
  await late(page);
  const tree = await page.locator("section.map").ariaSnapshot();
  const order = [
    /heading "Map"/,
    /img "Map: 155 statements/,
    /group "Places with statements and events"/,
    /navigation "Not at one point"/,
    /navigation "Off the map/,
  ];
  const at = order.map((words) => tree.search(words));
  expect(at.every((i) => i >= 0)).toBe(true);
  expect(at).toEqual([...at].sort((a, b) => a - b));
  expect(tree).toMatch(/link "[^"]*Shusha \/ Shushi: 1 statement about it \(AM 1\)/);
});

describe("the live map", () => {
  let live: Site;
  beforeAll(async () => {
    live = await Site.start();
  });
  afterAll(() => live.close());

  /** What the live map itself draws: all that stands above it is taken away. */
  const canvas = async (page: Page): Promise<string> => {
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(".marks-layer, .tools, .key, .poster, .scale, .inset { visibility: hidden !important }");
      document.adoptedStyleSheets = [sheet];
    });
    return (await page.locator("#map").screenshot({ animations: "disabled" })).toString("base64");
  };
  /** The same picture twice: nothing is on its way any more. */
  const rested = async (page: Page): Promise<string> => {
    let last = "";
    await expect
      .poll(
        async () => {
          const now = await canvas(page);
          const same = now === last;
          last = now;
          return same;
        },
        { interval: 1000 },
      )
      .toBe(true);
    return last;
  };
  const complete = (page: Page) => page.locator("[data-names=live]").waitFor();

  it("draws the lines of the days on screen, and those switched on: the change once came to the picture alone", async () => {
    const page = await live.open({ hash: "t=2022-01-01/2022-01-02&v=39.9,46.8,7.5" });
    await complete(page);
    const before = await rested(page);
    await page.evaluate(() => {
      location.hash = "t=2024-01-01/2024-01-02&v=39.9,46.8,7.5";
    });
    await seen(page, { shapes: [] });
    const after = await rested(page);
    expect(after).not.toBe(before);
    await page.evaluate(() => document.querySelector<HTMLInputElement>("[data-switch=nkao-1923-1991]")!.click());
    await seen(page, { shapes: ["nkao-1923-1991"] });
    expect(await rested(page)).not.toBe(after);
    expect(live.trouble()).toEqual([]);
  });

  it("draws the arcs of the statement being read, and takes them away with it", async () => {
    const id = Object.entries(statementWays(dossier)).find(([, ways]) =>
      ways.some((w) => w.kind === "to" && w.to === "moscow" && w.from === "yerevan"),
    )?.[0];
    const page = await live.open({ hash: "v=47,42,4" });
    await complete(page);
    const read = async (statement: string) => {
      await page.evaluate((to) => {
        location.hash = `${to}v=47,42,4`;
      }, statement);
      await page.locator(".ways-words").waitFor({ state: statement ? "attached" : "detached" });
    };
    // Names that made room for a mark stay where they went: they have to have gone once.
    await read(`s=${id}&`);
    await rested(page);
    await read("");
    const bare = await rested(page);
    await read(`s=${id}&`);
    // The map draws what is new after the words have come, on a busy machine long after.
    const now = { interval: 300 };
    await expect.poll(() => canvas(page), now).not.toBe(bare);
    await read("");
    await expect.poll(() => canvas(page), now).toBe(bare);
    expect(live.trouble()).toEqual([]);
  });
});
