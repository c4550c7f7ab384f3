import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { counts } from "../../src/model/facets.ts";
import { fits } from "../../src/model/select.ts";
import { NO_FILTERS, OPENING, type View } from "../../src/model/view.ts";
import { index, statements } from "./oracle.ts";
import { Site, settled } from "./open.ts";
import { screen, seen } from "./screen.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.start({ webgl: false });
});
afterAll(() => site.close());
afterEach(() => expect(site.trouble()).toEqual([]));

const filtered = (filters: Partial<View["filters"]>, parties: readonly string[] = []): View => ({
  ...OPENING,
  parties,
  filters: { ...NO_FILTERS, ...filters },
});
const left = (view: View) => index.statements.filter((s) => fits(view, s, null)).map((s) => s.id);
const about = (place: string) => index.statements.filter((s) => s.about.includes(place) || s.said === place).map((s) => s.id);
const field = (page: Page) => page.locator(".find input[type=search]");
const sum = (places: Record<string, number>) => Object.values(places).reduce((a, b) => a + b, 0);

// Check 12 of the acceptance list: both spellings find it, in every script and with or without marks.
it("check 12: “Khankendi / Stepanakert” is found by either spelling, in every script, with and without its marks", async () => {
  const page = await site.open();
  await expect.poll(() => page.locator(".sources cite").count()).toBeGreaterThan(100);
  const wanted = about("stepanakert");
  expect(wanted.length).toBeGreaterThan(10);
  for (const q of [
    "Khankendi",
    "stepanakert",
    "STEPANAKERT",
    "Xankəndi",
    "xankendi",
    "XANKƏNDİ",
    "Ստեփանակերտ",
    "Степанакерт",
    "ханкенди",
  ]) {
    await field(page).fill(q);
    const found = await settled(
      async () => (await screen(page)).cards,
      (cards) => cards.length < statements.length && wanted.every((id) => cards.includes(id)),
    );
    expect(
      wanted.filter((id) => !found.includes(id)),
      q,
    ).toEqual([]);
    expect(found.length, q).toBeLessThan(statements.length);
  }
  // A quotation in a card is what it was.
  await field(page).fill("Xankəndi");
  const text = await page.locator(`[data-statement="${wanted[0]}"] .text`).textContent();
  expect(text?.replace(/\s+/g, " ")).toContain(statements.find((s) => s.id === wanted[0])?.text.slice(0, 40));
});

it("bug: the line of what is listed began anew with a dot after a long place's name", async () => {
  const page = await site.open({ hash: "pl=stepanakert" });
  const starts = await page
    .locator(".line > p")
    .first()
    .evaluate((line) => {
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      const tops: { top: number; letter: string }[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode())
        for (let i = 0; i < (node.textContent?.length ?? 0); i++) {
          const range = document.createRange();
          range.setStart(node, i);
          range.setEnd(node, i + 1);
          const { top, width } = range.getBoundingClientRect();
          const letter = node.textContent![i]!.trim();
          if (letter && width > 0 && Math.abs(top - (tops.at(-1)?.top ?? -99)) > 8) tops.push({ top, letter });
        }
      return tops.map(({ letter }) => letter);
    });
  expect(starts.length).toBeGreaterThan(1);
  expect(starts).not.toContain("·");
});

describe("words", () => {
  it("leave on map, in the list and on the count what has them all, and are in the address", async () => {
    const page = await site.open();
    await field(page).fill("white flag");
    const now = await settled(
      () => screen(page),
      (s) => s.cards.length > 0 && s.cards.length < 10 && s.hash !== "",
    );
    expect(now.cards.length).toBe(now.count);
    expect(sum(now.places)).toBe(now.count);
    expect(now.hash).toBe("#q=white%20flag");
    for (const id of now.cards) {
      const words = (await page.locator(`[data-statement="${id}"]`).textContent())?.toLowerCase() ?? "";
      for (const word of ["white", "flag"]) expect(words, id).toContain(word);
    }
    const again = await site.open({ hash: "q=white%20flag" });
    await seen(again, { cards: now.cards, count: now.count });
    expect(await field(again).inputValue()).toBe("white flag");
  });

  it("nobody said are answered with the word that was meant, and with what to lift", async () => {
    const page = await site.open({ hash: "q=Stepanakret" });
    await seen(page, { count: 0 });
    await page.locator("[data-way=meant]").click();
    await expect.poll(() => field(page).inputValue()).toBe("Stepanakert");
    expect((await screen(page)).count).toBeGreaterThan(10);
  });

  it("find a party and a body by whatever readers call them: once “UNSC” found nobody, and “USA” one of eleven", async () => {
    const page = await site.open();
    const found = async (q: string) => {
      await field(page).fill(q);
      await expect.poll(() => page.evaluate(() => decodeURIComponent(location.hash))).toBe(`#q=${q}`);
      return (await screen(page)).cards;
    };
    await found("United States");
    await expect.poll(async () => (await found("USA")).length).toBeGreaterThan(5);
    const states = await found("United States");
    for (const q of ["USA", "США"]) expect(await found(q), q).toEqual(states);
    const council = statements.filter((s) => /security council/i.test([s.text, s.venue].join(" "))).map((s) => s.id);
    expect(await found("UNSC")).toEqual(expect.arrayContaining(council));
  });

  it("bug: “Artsakh” found whatever was said of the place, as if all of them had called it so: the way to those who did stands beside", async () => {
    const page = await site.open();
    await page.locator("input[type=search]").fill("Artsakh");
    const way = page.locator("button.exact");
    const said = statements.filter((s) =>
      /\bartsakh\b/i.test([s.text, s.speaker.name, s.speaker.role, s.editorNote, s.disagreement, ...s.terms].join(" ")),
    );
    expect(said.length).toBeGreaterThan(1);
    expect(await way.textContent()).toBe(`Only where it says “Artsakh” (${said.length})`);
    await way.click();
    await seen(page, { count: said.length });
    expect(new Set((await screen(page)).cards)).toEqual(new Set(said.map((s) => s.id)));
    expect(await page.locator(".line > p").first().textContent()).toMatch(/with the words “Artsakh”$/);
    expect(await way.count()).toBe(0);
  });

  it("are found in what happened, too, and marked there: once “100,000 people” was a dead end", async () => {
    const page = await site.open();
    await expect.poll(() => page.locator("[id='e=ev-2023-09-24-departure'] cite").count()).toBeGreaterThan(0);
    await field(page).fill("100,000 people");
    const happened = page.locator(".happened:not([hidden])").filter({ visible: true });
    await expect.poll(() => happened.count()).toBe(1);
    expect(await happened.locator(".title").textContent()).toBe("Karabakh Armenians leave for Armenia");
    await expect.poll(() => page.evaluate(() => CSS.highlights.get("found")?.size ?? 0)).toBeGreaterThan(1);
    expect(await page.locator("[data-way=meant]").count()).toBe(0);
    const less = page.locator("[data-way=q]", { hasText: "Without “100,000”" });
    const n = Number(/(\d+) statement/.exec((await less.textContent()) ?? "")?.[1]);
    await less.click();
    await expect.poll(async () => (await screen(page)).count).toBe(n);
    expect(await field(page).inputValue()).toBe("people");
    // Under chosen parties there is what they speak of, as on the map.
    const speak = (party: string) => index.statements.some((s) => s.party === party && s.events.includes("ev-2023-09-24-departure"));
    expect(["am", "az"].map(speak)).toEqual([true, false]);
    for (const party of ["am", "az"]) {
      await site.open({ hash: `q=100,514&p=${party}` });
      await expect.poll(async () => (await screen(page)).hash).toContain(`p=${party}`);
      await expect.poll(() => happened.count()).toBe(speak(party) ? 1 : 0);
    }
  });
});

it("bug: who asked in a whole sentence was offered all statements and nothing else", async () => {
  const page = await site.open();
  await field(page).fill("what did Moscow say about being warned?");
  await seen(page, { count: 0 });
  const way = page.locator("[data-way=meant]");
  await expect.poll(() => way.textContent()).toMatch(/“Moscow warned”$/);
  await way.click();
  await expect.poll(() => field(page).inputValue()).toBe("Moscow warned");
  expect((await screen(page)).cards).toContain("20230919-ru-zakharova-notice");
});

it("bug: “no” found every November: a word of two letters that is written somewhere is looked for whole", async () => {
  const page = await site.open({ hash: "q=no" });
  const found = await settled(
    async () => (await screen(page)).cards,
    (cards) => cards.length > 0 && cards.length < statements.length,
  );
  for (const id of found) expect(await page.locator(`[data-statement="${id}"]`).textContent(), id).toMatch(/\bno\b/i);
});

it("bug: a link with words that a headline has led to what happened, with nothing marked in the headline", async () => {
  const page = await site.open({ hash: "q=100%2C000" });
  await page.locator(".happened:not([hidden]) cite").first().waitFor();
  const marked = () =>
    page.evaluate(() =>
      [...(CSS.highlights.get("found") ?? [])].some((range) => (range as Range).startContainer.parentElement?.tagName === "CITE"),
    );
  await expect.poll(marked).toBe(true);
});

describe("filters", () => {
  const open = (page: Page) => page.locator("[data-filters]").click();
  const option = (page: Page, facet: string, value: string) => page.locator(`[data-facet=${facet}] input[value="${value}"]`);
  const numbers = (page: Page, facet: string) =>
    page
      .locator(`[data-facet=${facet}] li`)
      .evaluateAll((all) =>
        Object.fromEntries(all.map((li) => [li.querySelector("input")?.value ?? "", Number(li.querySelector(".n")?.textContent)])),
      );

  it("say on every option how many it would leave, given the others, and leave just those", async () => {
    const page = await site.open();
    await open(page);
    await option(page, "party", "az").check();
    await option(page, "topic", "use_of_force").check();
    const view = filtered({ topic: ["use_of_force"] }, ["az"]);
    const now = await seen(page, { cards: left(view), hash: "#p=az&on=use_of_force" });
    expect(sum(now.places)).toBe(now.count);
    for (const facet of ["party", "topic", "form", "level", "source", "place", "event"] as const) {
      const wanted = counts(index, view, facet, null);
      for (const [id, n] of Object.entries(await numbers(page, facet))) expect(n, `${facet} ${id}`).toBe(wanted.get(id) ?? 0);
    }
  });

  it.each([
    ["form", "reported"],
    ["level", "primary"],
    ["source", "ru"],
    ["place", "stepanakert"],
    ["event", index.events.find((e) => index.statements.some((s) => s.events.includes(e.id)))?.id ?? ""],
  ] as const)("by %s leave what fits, and come back from the address", async (facet, value) => {
    const wanted = left(filtered({ [facet]: [value] }));
    expect(wanted.length).toBeGreaterThan(0);
    const page = await site.open();
    await open(page);
    await page.locator(`[data-facet=${facet}]:not([open]) > summary`).click();
    await option(page, facet, value).check();
    await seen(page, { cards: wanted });
    await expect.poll(() => page.evaluate(() => location.hash)).not.toBe("");
    const { hash } = await screen(page);
    const again = await site.open({ hash: hash.slice(1) });
    await seen(again, { cards: wanted, hash });
  });

  it("are said in words, taken away one by one, or all at once", async () => {
    const page = await site.open({ hash: "p=az,am&on=use_of_force&level=primary&t=2023-09-19/2023-09-20" });
    const line = page.locator(".line > p").first();
    await expect.poll(() => line.innerText()).toMatch(/by Azerbaijan or Armenia, on Use of force, best source: Primary source/);
    await page.locator("[data-lift=level]").click();
    await expect.poll(() => page.evaluate(() => location.hash)).toBe("#t=2023-09-19/2023-09-20&p=az,am&on=use_of_force");
    expect(await page.evaluate(() => document.activeElement?.hasAttribute("data-lift"))).toBe(true);
    await page.getByRole("button", { name: "Show all statements" }).click();
    await seen(page, { hash: "", count: statements.length });
  });

  it("that leave nothing explain themselves, and each way back shows as many as it says", async () => {
    const lang = [...new Set(index.statements.flatMap((s) => s.langs))].find((l) => left(filtered({ source: [l] }, ["de"])).length === 0);
    const hash = `p=de&src=${lang}`;
    const page = await site.open({ hash });
    await seen(page, { count: 0 });
    expect(await page.locator(".empty p").first().innerText()).not.toBe("");
    const ways = await page.locator("[data-way]").evaluateAll((all) => all.map((el) => el.textContent ?? ""));
    expect(ways.length).toBeGreaterThan(0);
    for (const [i, words] of ways.entries()) {
      await site.open({ hash });
      await page.locator("[data-way]").nth(i).click();
      await seen(page, { count: Number(/(\d+) statement/.exec(words)?.[1]) });
    }
  });

  it("nobody knows are left out of account", async () => {
    const page = await site.open({ hash: "form=sung&src=xx&on=nothing&p=az" });
    await seen(page, { cards: left(filtered({}, ["az"])) });
  });

  it("leave of the positions those that rest on what they leave", async () => {
    const page = await site.open({ hash: "tab=positions&on=use_of_force" });
    await expect.poll(() => page.locator(".topic-block:not([hidden])").count()).toBe(1);
    expect(await page.locator(".topic-block:not([hidden])").getAttribute("data-topic")).toBe("use_of_force");
  });

  it("leave on the ruler what they leave, before a shadow of the rest", async () => {
    const page = await site.open({ hash: "p=ru" });
    await page.locator(".ruler:not([hidden]) .ghost").waitFor({ state: "attached" });
    const drawn = await page.locator(".ruler:not([hidden]) .col").evaluateAll((all) => all.map((el) => el.classList[1]));
    const wanted = index.statements.filter((s) => fits(filtered({}, ["ru"]), s, null)).map((s) => `p-${s.party}`);
    expect(new Set(drawn)).toEqual(new Set(wanted));
  });

  it("on a phone are the whole screen, with a button that says how many it will show", async () => {
    const page = await site.open({ box: "phone" });
    await open(page);
    const dialog = page.locator("dialog.facets");
    expect(await dialog.evaluate((el) => [el.matches(":modal"), el.getBoundingClientRect().height >= innerHeight - 1])).toEqual([
      true,
      true,
    ]);
    await option(page, "party", "ru").check();
    const n = left(filtered({}, ["ru"])).length;
    await expect.poll(() => page.locator("[data-show]").innerText()).toBe(`Show ${n} statements`);
    await page.locator("[data-show]").click();
    await seen(page, { count: n });
    expect(await page.locator("[data-filters]").innerText()).toBe("Filters (1)");
  });
});

// Check 8: the whole way by keyboard.
it("check 8: keyboard only: open the page, filter a party, read a statement, open its source, copy its link, return", async () => {
  const page = await site.open();
  await page.locator("[data-filters]").focus();
  await page.keyboard.press("Enter");
  await page.locator("dialog.facets").waitFor();
  const inDialog = () => page.evaluate(() => document.activeElement?.closest("dialog") !== null);
  for (let i = 0; i < 6; i++) {
    if (await page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.value === "az")) break;
    await page.keyboard.press("Tab");
  }
  expect(await inDialog()).toBe(true);
  await page.keyboard.press("Space");
  const wanted = left(filtered({}, ["az"]));
  await seen(page, { cards: wanted });
  await page.keyboard.press("Escape");
  await expect.poll(() => page.evaluate(() => document.activeElement?.hasAttribute("data-filters"))).toBe(true);
  const perma = page.locator(`[data-statement="${wanted[0]}"] .perma`);
  for (let i = 0; i < 20; i++) {
    await page.keyboard.press("Tab");
    if (await perma.evaluate((el) => el === document.activeElement)) break;
  }
  expect(await perma.evaluate((el) => el === document.activeElement)).toBe(true);
  await page.keyboard.press("Enter");
  await seen(page, { chosen: [wanted[0] ?? ""] });
  // Its link is in the address, to be copied; its source is a link that the focus shows in sight.
  await expect.poll(() => page.url()).toContain(`#s=${wanted[0]}&p=az`);
  const source = page.locator(`[data-statement="${wanted[0]}"] .sources a`).first();
  for (let i = 0; i < 20; i++) {
    await page.keyboard.press("Tab");
    if (await source.evaluate((el) => el === document.activeElement)) break;
  }
  const at = await source.evaluate((el) => {
    const { x, y, width, height } = el.getBoundingClientRect();
    const top = document.elementFromPoint(x + Math.min(width, 40) / 2, y + height / 2);
    return {
      focused: el === document.activeElement,
      free: top !== null && (el.contains(top) || top.contains(el)),
      href: (el as HTMLAnchorElement).href,
    };
  });
  expect(at).toMatchObject({ focused: true, free: true });
  expect(at.href).toMatch(/^https?:/);
  await page.keyboard.press("Escape");
  await seen(page, { chosen: [], cards: wanted });
});

it("check 9: what was found is announced once the hand rests, and not while the map moves", async () => {
  const page = await site.open();
  const told = page.locator(".line [role=status]");
  await field(page).fill("white flag");
  await expect.poll(() => told.innerText()).toMatch(/^\d+ statements?, all days, with the words/);
  const before = await told.innerText();
  await page.locator("[data-zoom=in]").click();
  await expect.poll(() => page.evaluate(() => location.hash)).toContain("v=");
  expect(await told.innerText()).toBe(before);
  // Then it is gone: who reads on would hear it twice.
  await expect.poll(() => told.innerText()).toBe("");
});
