import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { dossier, statements } from "./oracle.ts";
import { seen } from "./screen.ts";
import { Site } from "./open.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.start({ webgl: false });
});
afterAll(() => site.close());
afterEach(() => expect(site.trouble()).toEqual([]));

const height = (page: Page, of: string) =>
  page
    .locator(of)
    .first()
    .evaluate((el) => Math.round(el.getBoundingClientRect().height));

describe("a phone, 390 px", () => {
  it("has the map first, then the days, then the list", async () => {
    const page = await site.open({ box: "phone" });
    const tops = await page.evaluate(() => [".map", ".time", ".panel"].map((q) => document.querySelector(q)!.getBoundingClientRect().top));
    expect(tops).toEqual([...tops].sort((a, b) => a - b));
    expect(await height(page, ".scroll")).toBeGreaterThan(100);
  });

  it("bug: at 320 px the list had 22 px under the days, and the page was taller than the screen", async () => {
    const page = await site.open({ box: "narrow" });
    expect(await height(page, ".scroll")).toBeGreaterThan(75);
    expect(await height(page, ".box")).toBeGreaterThan(195);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(640);
  });

  it("bug: at 320 px the days could not be played, and the tabs' words ran into one another", async () => {
    const page = await site.open({ box: "narrow" });
    const play = page.locator("[data-time=play]");
    const row = (
      await page
        .locator(".tb-row > :is(button, .go, details):visible")
        .evaluateAll((all) => all.map((el) => el.getBoundingClientRect()).map(({ left, right, top }) => ({ left, right, top })))
    ).sort((a, b) => a.left - b.left);
    expect(row).toHaveLength(5);
    expect(new Set(row.map(({ top }) => Math.round(top))).size).toBe(1);
    expect(row[0]!.left).toBeGreaterThanOrEqual(0);
    expect(row.at(-1)!.right).toBeLessThanOrEqual(320);
    await play.click();
    await expect.poll(() => play.getAttribute("aria-label")).toBe("Pause");
    await play.click();
    for (const lang of dossier.head.languages) {
      const said = await site.open({ box: "narrow", path: lang === dossier.head.lang ? "" : `${lang}/`, until: "script" });
      await said.locator("[data-sheet=expand]").waitFor();
      const words = await said.locator(".tabs a").evaluateAll((all) =>
        all.map((a) => {
          const text = document.createRange();
          text.selectNodeContents(a);
          const { left, right } = text.getBoundingClientRect();
          return { left, right };
        }),
      );
      for (const [i, word] of words.slice(1).entries()) expect(word.left - words[i]!.right, lang).toBeGreaterThanOrEqual(6.5);
      // The last of them once was a swipe away, and nothing said so.
      const sheet = (await said.locator("[data-sheet=expand]").boundingBox())!;
      expect(words.at(-1)!.right, lang).toBeLessThanOrEqual(sheet.x + 1);
    }
  });

  it.each(["phone", "narrow"] as const)(
    "has whole lines of credits, which unfold under the finger with the notes: once they were cut (%s)",
    async (box) => {
      const page = await site.open({ box, hasTouch: true, isMobile: true });
      const foot = page.locator(".mapfoot");
      const inSight = () =>
        foot.evaluate((el) =>
          [...el.children].map((p) => {
            const { left, top, right, bottom } = p.getBoundingClientRect();
            return p.contains(document.elementFromPoint((left + right) / 2, bottom - 6)) && top >= 0;
          }),
        );
      const lines = await foot.locator(".credits").evaluate((el) => el.clientHeight / Number.parseFloat(getComputedStyle(el).lineHeight));
      expect(lines).toBeCloseTo(2, 1);
      for (const source of ["OpenStreetMap", "Natural Earth", "GSHHG", "GeoNames"]) expect(await foot.innerText()).toContain(source);
      expect(await inSight()).toEqual([false, true]);
      const map = await height(page, ".box");
      await foot.tap();
      expect(await inSight()).toEqual([true, true]);
      expect(await height(page, ".box")).toBe(map);
      await page.locator("h1").tap();
      await expect.poll(inSight).toEqual([false, true]);
    },
  );

  it("bug: on a day without statements the page was 38 px taller than the screen", async () => {
    const on = (day: string) => statements.some(({ date }) => date && date.min <= day && date.max >= day);
    const day = dossier.events.map(({ date }) => date.min).find((min) => !on(min))!;
    const page = await site.open({ box: "phone", hash: `t=${day}/${day}` });
    await page.locator(".empty [data-way]").last().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBeLessThanOrEqual(0);
    expect(await height(page, ".scroll")).toBeGreaterThan(50);
  });

  it("bug: words about a missing map took a quarter of it, then were cut before they said it: the first sentence stands, the rest unfolds with the focus", async () => {
    const page = await site.open({ box: "narrow" });
    const words = page.locator(".missing");
    await page.locator(".missing[tabindex='0']").waitFor();
    const two = await height(page, ".missing");
    expect(two).toBeLessThan(46);
    const cut = await words.evaluate((el) => {
      const first = document.createRange();
      first.setStart(el.firstChild!, 0);
      first.setEnd(el.firstChild!, el.textContent!.indexOf(".") + 1);
      return first.getBoundingClientRect().bottom > el.getBoundingClientRect().bottom;
    });
    expect(cut).toBe(false);
    await words.click();
    expect(await words.evaluate((el) => el.scrollWidth - el.clientWidth)).toBe(0);
    expect(await height(page, ".missing")).toBeGreaterThan(two + 20);
  });

  it("bug: the grip of the list touched the header when the list had the whole height", async () => {
    const page = await site.open({ box: "phone" });
    await page.locator("[data-sheet=expand]").click();
    const at = await page.locator(".grip").evaluate((el) => ({
      bottom: el.getBoundingClientRect().bottom,
      drawn: getComputedStyle(el).backgroundPositionY,
      header: document.querySelector(".top")!.getBoundingClientRect().bottom,
    }));
    expect(at.drawn).toBe("100%");
    expect(at.bottom - 4).toBeGreaterThan(at.header + 2);
  });

  it("names a chosen place once before its first card: it once did three times", async () => {
    const page = await site.open({ box: "phone", hash: "pl=stepanakert" });
    await page.locator(".chosen-by").waitFor();
    await page.locator(".place summary").waitFor();
    const named = () =>
      page.evaluate(() => {
        const walker = document.createTreeWalker(document.querySelector(".panel")!, NodeFilter.SHOW_TEXT);
        const first = document.querySelector(".day:not([hidden])")!;
        let n = 0;
        for (let node = walker.nextNode(); node && !first.contains(node); node = walker.nextNode()) {
          const el = node.parentElement!;
          const seen = el.checkVisibility() && !el.closest(".vh, details:not([open]) > :not(summary)");
          if (seen && node.textContent?.includes("Stepanakert")) n++;
        }
        return n;
      });
    await expect.poll(named).toBe(1);
  });

  it("check 10: raises and lowers the list by buttons, with no dragging, and the map gives way", async () => {
    const page = await site.open({ box: "phone" });
    const half = await height(page, ".panel");
    await page.locator("[data-sheet=expand]").click();
    await page.locator("html[data-sheet=full]").waitFor();
    await expect.poll(() => height(page, ".panel")).toBeGreaterThan(half * 2);
    expect(await page.locator("[data-sheet=expand]").isDisabled()).toBe(true);
    await page.locator("[data-sheet=collapse]").click();
    await expect.poll(() => height(page, ".panel")).toBe(half);
    await page.locator("[data-sheet=collapse]").click();
    await page.locator("html[data-sheet=peek]").waitFor();
    await expect.poll(() => height(page, ".panel")).toBeLessThanOrEqual(half);
    expect(await page.locator("[data-sheet=collapse]").isDisabled()).toBe(true);
  });

  it("keeps the focus out of what the full list covers", async () => {
    const page = await site.open({ box: "phone" });
    await page.locator("[data-sheet=expand]").click();
    await page.locator("html[data-sheet=full]").waitFor();
    await page.locator("h1").click();
    const lost: string[] = [];
    for (let i = 0; i < 12; i++) {
      await page.keyboard.press("Tab");
      lost.push(
        ...(await page.evaluate(() =>
          document.activeElement?.closest(".map, .time") ? [document.activeElement.outerHTML.slice(0, 60)] : [],
        )),
      );
    }
    expect(lost).toEqual([]);
  });

  it("opens a mark's statements by a tap, in the list under the map", async () => {
    const page = await site.open({ box: "phone", hasTouch: true, isMobile: true });
    await page.locator('[data-place="stepanakert"] .count').tap();
    await seen(page, { cards: statements.filter((s) => s.about[0] === "stepanakert").map((s) => s.id) });
    const list = await page.locator(".scope").evaluate((el) => el.getBoundingClientRect().bottom);
    expect(list).toBeLessThan(844);
    await page.locator("[data-sheet=expand]").click();
    const first = page.locator("[data-statement]:not([hidden])").first();
    await expect.poll(() => first.evaluate((el) => el.getBoundingClientRect().top)).toBeLessThan(844);
  });

  it("check 10: reaches every chip at the map's edges: those to the west once had no height, and a tap went past them", async () => {
    const page = await site.open({ box: "phone", hasTouch: true, isMobile: true, hash: "at=said" });
    // Where most was said is in sight; places with little to tell are a chip that opens under the finger.
    expect(await page.locator(".edge a.chip-mark").first().getAttribute("data-place")).toBe("baku");
    for (const fold of await page.locator(".off summary").all()) await fold.tap();
    const chips = page.locator(".off a.chip-mark").filter({ visible: true });
    expect(await chips.count()).toBeGreaterThan(8);
    for (const chip of await chips.all()) {
      await chip.scrollIntoViewIfNeeded();
      const hit = await chip.evaluate((el) => {
        const { x, y, width, height } = el.getBoundingClientRect();
        // As a finger of 44 px: the middle, and as far above and below it.
        return [-21, 0, 21].map((dy) => el.contains(document.elementFromPoint(x + width / 2, y + height / 2 + dy)));
      });
      expect(hit, await chip.innerText()).toEqual([true, true, true]);
    }
    await page.locator('.off [data-place="yerevan"]').tap();
    await seen(page, { cards: statements.filter((s) => s.saidIn?.place === "yerevan").map((s) => s.id) });
  });

  it.each(["phone", "narrow"] as const)("shows the whole key: its beginning once lay above the screen, out of reach (%s)", async (box) => {
    const page = await site.open({ box, hasTouch: true, isMobile: true });
    await page.locator(".key > summary").tap();
    const body = page.locator(".key-body");
    const { top, bottom } = await body.evaluate((el) => el.getBoundingClientRect());
    expect(top).toBeGreaterThan(0);
    expect(bottom).toBeLessThanOrEqual(box === "phone" ? 844 : 640);
    expect(
      await body
        .locator("h3")
        .first()
        .evaluate((el) => {
          const { x, y } = el.getBoundingClientRect();
          return el === document.elementFromPoint(x + 5, y + 12);
        }),
    ).toBe(true);
  });

  it("opens a link to a place at the opening's scale: the camera was once reckoned before the box was laid out, and showed half the world", async () => {
    for (const box of ["narrow", "phone", "desktop"] as const) {
      const scale = async (hash: string) => {
        const page = await site.open({ box, hash });
        // What is late moves nothing.
        await page.locator("[data-fullscreen], .marks a[tabindex='-1']").first().waitFor();
        return [await page.locator(".scale").innerText(), await page.evaluate(() => location.hash)];
      };
      expect(await scale("pl=stepanakert"), box).toEqual([(await scale(""))[0], "#pl=stepanakert"]);
    }
  });

  it("has all topics in sight, and what was stated on one of them opens under the finger", async () => {
    const page = await site.open({ box: "phone", hasTouch: true, isMobile: true, hash: "tab=positions", until: "script" });
    await page.locator(".compare").waitFor();
    expect(await page.locator(".topic-block[open]").count()).toBe(0);
    await page.locator('[id="topic=notification"] > summary').tap();
    await page.locator("tr[data-topic=notification][data-party=ru]").waitFor();
    const linked = await site.open({ box: "phone", hasTouch: true, isMobile: true, hash: "topic=displacement", until: "script" });
    await linked.locator(".compare").waitFor();
    expect(await linked.locator(".topic-block[open]").evaluateAll((all) => all.map((el) => el.id))).toEqual(["topic=displacement"]);
  });

  it("has the days on screen in one row with the ways to others, and takes them back to all", async () => {
    const page = await site.open({ box: "phone", hash: "t=2023-09-19/2023-09-19" });
    await page.locator("[data-time=next]").click();
    await seen(page, { hash: "#t=2023-09-20/2023-09-20" });
    const tops = await page.evaluate(() =>
      ["[data-time=prev]", ".go select", "[data-time=next]"].map((q) => Math.round(document.querySelector(q)!.getBoundingClientRect().top)),
    );
    expect(new Set(tops).size).toBe(1);
    const shown = () => page.locator(".go select").evaluate((el) => (el as HTMLSelectElement).selectedOptions[0]?.text ?? "");
    expect(await shown()).toContain("20 Sept 2023");
    await page.evaluate(() => (location.hash = "#t=2023-09-18/2023-09-21"));
    await expect.poll(shown).toBe("18–21 Sept 2023");
    await page.locator(".go select").selectOption("all");
    await seen(page, { hash: "" });
    expect(await shown()).toBe("All days");
  });

  it.each([390, 320])(
    "has years and days under the ruler, none of which lies on another: once it had no numbers (%i px)",
    async (width) => {
      const page = await site.open({ viewport: { width, height: 740 } });
      const texts = await page
        .locator(".ruler .tick text")
        .filter({ visible: true })
        .evaluateAll((all) =>
          all.map((text) => {
            const { left, right, bottom } = text.getBoundingClientRect();
            return { text: text.textContent, left, right, bottom };
          }),
        );
      const sorted = texts.toSorted((a, b) => a.left - b.left);
      const years = sorted.filter(({ text }) => Number(text) > 2000);
      expect(years.length).toBeGreaterThanOrEqual(5);
      expect(sorted.length).toBeGreaterThan(years.length);
      expect(sorted.filter((one, i) => i > 0 && one.left < sorted[i - 1]!.right).map(({ text }) => text)).toEqual([]);
      expect(sorted[0]!.left >= 0 && sorted.at(-1)!.right <= page.viewportSize()!.width).toBe(true);
      const panel = await page.locator(".panel").boundingBox();
      expect(Math.max(...texts.map(({ bottom }) => bottom))).toBeLessThanOrEqual(panel!.y + 1);
    },
  );

  it("keeps place names and theme behind one button", async () => {
    const page = await site.open({ box: "phone" });
    expect(await page.locator("select[data-names]").isVisible()).toBe(false);
    await page.locator(".menu-button").click();
    await page.locator("select[data-names]").selectOption("hy");
    await expect.poll(() => page.evaluate(() => location.hash)).toBe("#names=hy");
    await page.locator("[data-theme-choice]").selectOption("dark");
    expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
  });

  it("puts the menu and the list of languages away at a tap elsewhere: once they stayed, one above the other", async () => {
    const page = await site.open({ box: "phone" });
    const menu = page.locator("select[data-names]");
    const languages = page.locator(".langs ul");
    await page.locator(".menu-button").click();
    await menu.waitFor();
    await page.locator(".langs summary").click();
    await languages.waitFor();
    expect(await menu.isVisible()).toBe(false);
    await page.locator("[data-count]").click();
    await languages.waitFor({ state: "hidden" });
    // What is open for the menu's own sake is not elsewhere.
    await page.locator(".menu-button").click();
    await page.locator("[data-share]").click();
    await page.locator("dialog.share input[name=way]").first().check();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.evaluate(() => document.activeElement?.hasAttribute("data-share"))).toBe(true);
  });
});

it("bug: shared from a phone's menu, the fields stood beside their names, the buttons were low and the preview was cut", async () => {
  const page = await site.open({ box: "phone" });
  await page.locator(".menu-button").click();
  await page.locator("[data-share]").click();
  await page.locator("dialog.share iframe").waitFor();
  const low = await page
    .locator("dialog.share :is(button, .share-ways label)")
    .evaluateAll((all) => all.filter((el) => el.getBoundingClientRect().height < 44).map((el) => el.textContent));
  expect(low).toEqual([]);
  const [name, field] = await page.locator("#share-link").evaluate((el) => {
    const range = document.createRange();
    range.selectNode(el.parentElement!.firstChild!);
    return [range.getBoundingClientRect().bottom, el.getBoundingClientRect().top];
  });
  expect(field).toBeGreaterThanOrEqual(name!);
  expect(await page.locator(".share-preview").evaluate((el) => el.scrollWidth - el.clientWidth)).toBe(0);
});

describe("a phone on its side", () => {
  it.each([
    [844, 390],
    [740, 360],
  ])("bug: at %d x %d the days lay on the map, its credits and the list", async (width, height) => {
    const page = await site.open({ until: "script" });
    await page.setViewportSize({ width, height });
    const boxes = await page.evaluate(() =>
      [".map", ".panel", ".time"].map((part) => {
        const parts = [
          document.querySelector(part)!,
          ...document.querySelectorAll(`${part} :is(.box, .off, .mapfoot, .tabs, .line, .tb-row)`),
        ];
        const all = parts.map((el) => el.getBoundingClientRect());
        return { top: Math.min(...all.map((b) => b.top)), bottom: Math.max(...all.map((b) => b.bottom)) };
      }),
    );
    const [map, panel, time] = boxes;
    expect(Math.max(map!.bottom, panel!.bottom)).toBeLessThanOrEqual(time!.top + 0.5);
    // All of it can be come to.
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeGreaterThanOrEqual(Math.floor(time!.bottom));
    await page.setViewportSize({ width: 1280, height: 800 });
  });
});

describe("on paper", () => {
  it.each([true, false])(
    "everything is printed: panels, picture, key, notes, addresses of sources (scripts: %s)",
    async (javaScriptEnabled) => {
      const page = await site.open({ javaScriptEnabled });
      await page.emulateMedia({ media: "print" });
      for (const q of [
        "[data-panel=statements]",
        "[data-panel=positions]",
        "[data-panel=parties]",
        "[data-panel=about]",
        ".poster",
        ".key-body",
        ".notes",
        ".credits",
      ])
        expect(await page.locator(q).first().isVisible(), q).toBe(true);
      for (const q of [".tabs", ".tools", ".menu"]) expect(await page.locator(q).first().isVisible(), q).toBe(false);
      expect(await page.locator("[data-statement]:visible").count()).toBe(statements.length);
      const after = await page
        .locator(".sources a")
        .first()
        .evaluate((el) => [getComputedStyle(el, "::after").content, el.getAttribute("href")] as const);
      expect(after[0]).toContain(after[1]);
      expect(
        await page.evaluate(() => [...document.querySelectorAll(".scroll, main, body")].map((el) => getComputedStyle(el).overflowY)),
      ).not.toContain("auto");
      await page.emulateMedia({ media: null });
    },
  );

  it("letters on the map lead to numbers in the list, in any view, and are gone after printing", async () => {
    const page = await site.open({ hash: "t=2023-09-19/2023-09-20&p=az,am" });
    const print = async () => {
      await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
      return page.locator(".paper-key li").count();
    };
    // What is late may be later than this.
    await expect.poll(print).toBeGreaterThan(0);
    await page.emulateMedia({ media: "print" });
    const { places, marks, cards } = await page.evaluate(() => ({
      places: [...document.querySelectorAll(".paper-key li")].map((li) => [...li.childNodes].map((part) => part.textContent?.trim() ?? "")),
      marks: [...document.querySelectorAll("#map [data-place]:has(.letter)")].map((mark) => [
        mark.querySelector(".letter")?.textContent,
        Number(mark.querySelector(".count, :scope > b:not(.letter)")?.textContent),
      ]),
      cards: [...document.querySelectorAll<HTMLElement>("[data-panel=statements] .card")]
        .filter((card) => card.checkVisibility())
        .map((card) => ({
          number: getComputedStyle(card.querySelector(".who") as Element, "::before").content,
          about: card.querySelector(".about")?.textContent,
        })),
    }));
    const spread = (numbers: string | undefined): number[] =>
      (numbers ?? "").split(", ").flatMap((run) => {
        const [first = 0, last = first] = run.split("–").map(Number);
        return Array.from({ length: last - first + 1 }, (_, i) => first + i);
      });
    // Each letter once on the map, at a mark that counts as many statements as the letter has numbers.
    expect(places.map(([sign, , numbers]) => [sign, spread(numbers).length])).toEqual(marks);
    expect(places.length).toBeGreaterThan(2);
    // Each number leads to a card about that place; together they are every card.
    for (const [, name, numbers] of places) for (const n of spread(numbers)) expect(cards[n - 1]?.about, `${n}`).toBe(name);
    expect(places.flatMap(([, , numbers]) => spread(numbers)).sort((a, b) => a - b)).toEqual(cards.map((_, i) => i + 1));
    expect(new Set(cards.map((card) => card.number))).toEqual(new Set(["counter(nr)"]));
    // What is shown is said in words, without the controls.
    expect(await page.locator("[data-count]").isVisible()).toBe(true);
    for (const q of ["[role=search]", ".line button"]) expect(await page.locator(q).first().isVisible(), q).toBe(false);
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    expect(await page.locator(".letter, .paper-key").count()).toBe(0);
    await page.emulateMedia({ media: null });
  });

  it("without a script the key begins with the places and their statements' numbers in the list", async () => {
    const page = await site.open({ javaScriptEnabled: false });
    await page.emulateMedia({ media: "print" });
    const content = await page.locator(".key-body").evaluate((el) => getComputedStyle(el, "::before").content);
    const abouts = await page
      .locator("[data-panel=statements] .card")
      .evaluateAll((cards) => cards.map((card) => card.querySelector(".about a, .about")?.textContent ?? ""));
    const places = content
      .slice(1, -1)
      .split(/\n|\\a /)
      .map((line) => line.split(/: (?=[\d–, ]+$)/));
    const spread = (numbers = ""): number[] =>
      numbers.split(", ").flatMap((run) => {
        const [first = 0, last = first] = run.split("–").map(Number);
        return Array.from({ length: last - first + 1 }, (_, i) => first + i);
      });
    expect(places.flatMap(([, numbers]) => spread(numbers)).sort((a, b) => a - b)).toEqual(abouts.map((_, i) => i + 1));
    for (const [name = "", numbers] of places)
      for (const n of spread(numbers)) expect(abouts[n - 1] || "About no place", `${n}`).toBe(name);
    await page.emulateMedia({ media: null });
  });

  it.each(["", "embed.html"])(
    "without a script the key follows the picture, and the list the key, with no page left half empty (%s)",
    async (path) => {
      const page = await site.open({ javaScriptEnabled: false, path });
      await page.emulateMedia({ media: "print" });
      await page.setViewportSize({ width: 700, height: 990 });
      const box = async (q: string) => (await page.locator(q).first().boundingBox())!;
      const [picture, key, map, marks] = await Promise.all([
        box(".poster"),
        box(".key-body"),
        box(".map"),
        page.locator(".marks-layer .disc").all(),
      ]);
      expect(key.y).toBeGreaterThanOrEqual(picture.y + picture.height);
      expect(map.height).toBeLessThan(picture.height + key.height + 200);
      for (const mark of marks) {
        const at = (await mark.boundingBox())!;
        expect(at.y).toBeGreaterThan(picture.y);
        expect(at.y + at.height).toBeLessThan(picture.y + picture.height);
      }
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.emulateMedia({ media: null });
    },
  );

  it("an embed is printed whole: once it was cut off at the height of its frame, and only the open card was there", async () => {
    const page = await site.open({ path: "embed.html", hash: "step=3", box: "article" });
    await page.locator("html[data-map=unavailable]").waitFor();
    const letters = async () => {
      await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
      return page.locator(".paper-key li").count();
    };
    await expect.poll(letters).toBeGreaterThan(0);
    await page.emulateMedia({ media: "print" });
    const listed = Number(await page.locator("[data-count]").textContent());
    expect(listed).toBeGreaterThan(1);
    // With what is undated, which is findable whatever days are shown.
    const undated = await page.locator("#undated .card").count();
    expect(await page.locator("[data-panel=statements] .card:visible").count()).toBe(listed + undated);
    expect(await page.locator(".story > li:visible").count()).toBe(dossier.story.length);
    // Names of wide pictures and those that stand in for them on small ones were printed over each other.
    expect(await page.locator(".label.wide:visible").count()).toBe(0);
    expect(await page.locator(":is(.ways, .open, .story-bar):visible").count()).toBe(0);
    const cut = () =>
      [document.documentElement, document.body, ...document.querySelectorAll("main, .tale, .scroll, .embed-foot")].filter(
        (el) => getComputedStyle(el).overflowY !== "visible",
      ).length;
    expect(await page.evaluate(cut)).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeGreaterThan(3000);
    await page.emulateMedia({ media: null });
  });

  it.each([true, false])(
    "the single file prints what the page prints: the places and what it rests on were 25 sheets more (scripts: %s)",
    async (javaScriptEnabled) => {
      const page = await site.open({ path: "dateline.html", javaScriptEnabled, until: "document" });
      await page.emulateMedia({ media: "print" });
      expect(await page.locator(".side").count()).toBeGreaterThan(1);
      expect(await page.locator(".side:visible").count()).toBe(0);
      expect(await page.locator("[data-statement]:visible").count()).toBe(statements.length);
      // Who reads one of them prints that one.
      await page.evaluate(() => location.assign("#page-about"));
      expect(await page.locator(".side:visible").count()).toBe(1);
      expect(await page.locator("[data-statement]:visible").count()).toBe(0);
      await page.emulateMedia({ media: null });
    },
  );

  it.each([true, false])(
    "bug: each part of the page about the dossier led out of that page in the single file (scripts: %s)",
    async (javaScriptEnabled) => {
      const page = await site.open({ path: "dateline.html", javaScriptEnabled, until: "document" });
      await page.evaluate(() => location.assign("#page-about"));
      const parts = page.locator("#page-about a[href^='#about-']");
      expect(await parts.count()).toBeGreaterThan(5);
      for (const part of await parts.all()) {
        await part.click();
        const target = page.locator(":target");
        expect([await part.getAttribute("href"), await target.isVisible()]).toEqual([`#${await target.getAttribute("id")}`, true]);
        expect(await page.locator("#page-about").isVisible()).toBe(true);
      }
      // The page's own lists lead there as well.
      await page.evaluate(() => location.assign("#about-chips"));
      expect(await page.locator(".side:visible").count()).toBe(1);
      expect(await page.locator("a[href^='#about-']:not(.side *)").count()).toBeGreaterThan(0);
    },
  );

  it("a dark page is printed as ink on white, and is dark again after", async () => {
    const page = await site.open({ hash: "theme=dark" });
    const ink = () => page.evaluate(() => getComputedStyle(document.body).color);
    const dark = await ink();
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await page.emulateMedia({ media: "print" });
    expect(await ink()).toBe("rgb(28, 30, 33)");
    await page.emulateMedia({ media: null });
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    expect(await ink()).toBe(dark);
    expect(dark).not.toBe("rgb(28, 30, 33)");
  });
});
