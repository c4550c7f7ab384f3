import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { cells } from "../../src/model/stated-positions.ts";
import { type Card, dossier, expectedCard, statements } from "./oracle.ts";
import { Site } from "./open.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.start({ webgl: false });
});
afterAll(() => site.close());
afterEach(() => expect(site.trouble()).toEqual([]));

/** Reads every card as it stands in the document. */
const readCards = (page: Page): Promise<(Card & { id: string; days: string })[]> =>
  page.evaluate(() => {
    const words = (el: Element | null | undefined) => (el?.textContent ?? "").replace(/\s+/g, " ").trim();
    return [...document.querySelectorAll<HTMLElement>("[data-statement]")].map((card) => ({
      id: card.dataset["statement"] ?? "",
      days: card.querySelector("time")?.getAttribute("datetime") ?? card.dataset["days"] ?? "",
      lines: [...card.children].filter((el) => !el.matches(".sources")).map((el) => [el.classList[0] ?? el.tagName, words(el)] as const),
      quoted: [...card.querySelectorAll("q")].map(words),
      sources: [...card.querySelectorAll(".sources li")].map((li) => {
        const a = li.querySelector("a");
        const [publisher = "", ...title] = words(a).split(": ");
        const rest = [...li.childNodes].filter((n) => n.nodeType === 3).map((n) => n.textContent ?? "");
        return [a?.getAttribute("href") ?? "", publisher, title.join(": ") || null, rest.join("").replace(/\s+/g, " ").trim()] as const;
      }),
      links: [...card.querySelectorAll("a:not(.sources a)")].map((a) => a.getAttribute("href") ?? ""),
    }));
  });

/** The card with the titles of sources that the page has not sent left out of what is wanted; a wrong title stays wrong. */
const asSent = (wanted: Card, shown: Card): Card => ({
  ...wanted,
  sources: wanted.sources.map(([href, publisher, title, behind], i) => [
    href,
    publisher,
    shown.sources[i]?.[2] === null ? null : title,
    behind,
  ]),
});

describe.each([
  ["with scripts", true],
  ["with scripts off", false],
])("the list, %s", (_, javaScriptEnabled) => {
  let page: Page;
  let cards: Awaited<ReturnType<typeof readCards>>;
  beforeAll(async () => {
    page = await site.open({ javaScriptEnabled });
    const titles = [...statements, ...dossier.events].flatMap((x) => x.sources).filter((x) => x.title).length;
    if (javaScriptEnabled)
      await page
        .locator(".sources cite")
        .nth(titles - 1)
        .waitFor({ state: "attached" });
    cards = await readCards(page);
  });

  it("holds every statement of the dossier once, in its order", () => {
    expect(cards.map((c) => c.id)).toEqual(statements.map((s) => s.id));
    expect(statements.length).toBeGreaterThan(100);
  });

  it.each(statements.map((s) => [s.id, s] as const))("shows all of %s as it was compiled", (id, statement) => {
    const { id: _id, days, ...card } = cards.find((c) => c.id === id)!;
    const wanted = expectedCard(statement);
    const first = id === statements[0]?.id;
    expect(card).toEqual(javaScriptEnabled || first ? wanted : asSent(wanted, card));
    expect(days).toBe(statement.date ? [...new Set([statement.date.min, statement.date.max])].join("/") : "");
  });

  it("never sets a paraphrase in quotation marks, typed or drawn", () => {
    for (const s of statements.filter((x) => x.form === "paraphrase" || x.form === "reported")) {
      const text = cards.find((c) => c.id === s.id)?.lines.find(([kind]) => kind === "text")?.[1] ?? "";
      expect(text).not.toMatch(/^["“”«„‘].*["“”»’]$/);
      expect(cards.find((c) => c.id === s.id)?.quoted).not.toContain(text);
    }
  });

  it("holds every event, party and topic, and a cell for every party on every topic", async () => {
    const ids = (selector: string, name: string) =>
      page.evaluate(([q, n]) => [...document.querySelectorAll(q)].map((el) => el.getAttribute(n)), [selector, name] as const);
    expect(new Set(await ids(".happened", "id"))).toEqual(new Set(dossier.events.map((e) => `e=${e.id}`)));
    expect(await ids(".parties > [data-party]", "data-party")).toEqual(dossier.parties.map((p) => p.id));
    expect(await ids("details[data-topic]", "data-topic")).toEqual(dossier.topics.map((t) => t.id));
    const rows = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>("tr[data-party]")].map((row) => `${row.dataset["topic"]} ${row.dataset["party"]}`),
    );
    expect(rows).toEqual(cells(dossier).map((c) => `${c.topic} ${c.party}`));
  });

  it("gives every stated position in full with links to the statements it rests on", async () => {
    const shown = await page.evaluate(() =>
      [...document.querySelectorAll(".entries > li")].map((li) => ({
        text: (li.textContent ?? "").replace(/\s+/g, " "),
        links: [...li.querySelectorAll("a")].map((a) => a.getAttribute("href")),
      })),
    );
    const stated = cells(dossier).flatMap((c) => c.stated);
    expect(shown.length).toBe(stated.length);
    stated.forEach((p, i) => {
      expect(shown[i]?.text).toContain(p.summary.replace(/\s+/g, " ").trim());
      expect(shown[i]?.links).toEqual(p.statements.map((id) => `#s=${id}`));
    });
  });
});
