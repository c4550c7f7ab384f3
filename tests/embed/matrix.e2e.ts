import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContext, Frame, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../../src/cli/browser.ts";
import { type Served, serveFolder } from "../../src/cli/serve.ts";
import { DIST } from "../e2e/open.ts";
import { dossier } from "../e2e/oracle.ts";
import { ROWS, type Row, WIDTHS } from "./matrix.ts";
import { AT, articles, asking, PASTED, strict } from "./ways.ts";

const { title } = dossier.head;
const step = dossier.story[AT.step - 1]!;
const all = dossier.statements.map((s) => s.id).sort();

/** The press reads the map from another site, except where the element wants https or its own host: then from another port of it. */
const PRESS: Partial<Record<Row["way"], string>> = { "element, strict policy": "127.0.0.1" };
const file = (row: Row): string => `${row.way.replace(/\W+/g, "-")}.html`;

const press = mkdtempSync(join(tmpdir(), "matrix-"));
const browsers: Browser[] = [];
const contexts = new Map<string, BrowserContext>();
const servers: Served[] = [];
let map = "";
/** What went wrong since it was last asked. */
const trouble: string[] = [];

beforeAll(async () => {
  servers.push(await serveFolder(DIST, { port: 0 }));
  map = servers[0]!.url;
  const made = articles(map, title);
  for (const row of ROWS) if (made[row.way]) writeFileSync(join(press, file(row)), made[row.way]!);
  const header = `Content-Security-Policy: ${strict(map)}`;
  writeFileSync(join(press, "_headers"), `/${file({ way: "element, strict policy" } as Row)}\n  ${header}\n`);
  servers.push(await serveFolder(press, { port: 0 }));
  browsers.push(...(await Promise.all([true, false].map((webgl) => launchChromium({ webgl, args: ["--hide-scrollbars"] })))));
  for (const [i, browser] of browsers.entries())
    for (const javaScriptEnabled of [true, false]) {
      const context = await browser.newContext({ javaScriptEnabled });
      context.on("weberror", (web) => trouble.push(String(web.error())));
      context.on("console", (m) => m.type() === "error" && trouble.push(m.text()));
      context.on(
        "request",
        (r) => r.url().startsWith("http") && !servers.some((s) => r.url().includes(`:${s.port}/`)) && trouble.push(r.url()),
      );
      contexts.set(`${i === 0} ${javaScriptEnabled}`, context);
    }
});
afterAll(async () => {
  await Promise.all([...browsers, ...servers].map((open) => open.close()));
  rmSync(press, { recursive: true, force: true });
});

const address = ({ way }: Row): string => {
  if (way === "top level") return `${map}#s=${AT.statement}`;
  if (way === "top level, the embed") return `${map}embed.html#step=${AT.step}`;
  if (way === "single file") return `${pathToFileURL(join(DIST, "dateline.html"))}#s=${AT.statement}`;
  return `http://${PRESS[way] ?? "localhost"}:${servers[1]!.port}/${file({ way } as Row)}`;
};

/** What the map shows, in whichever document it is. */
const inside = (at: Page | Frame) =>
  at.evaluate(() => {
    const shown = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)].filter((el) => el.checkVisibility());
    const box = document.querySelector("#map")?.getBoundingClientRect();
    const name = document.querySelector("h1");
    const at = name?.getBoundingClientRect();
    return {
      title: at && at.top >= 0 && at.height > 0 && at.right <= innerWidth ? name?.textContent : "not in sight",
      map: document.documentElement.dataset["map"],
      /** Whether there are marks, and in the picture. */
      marks: shown("[data-place], [data-event]").some((el) => {
        const mark = el.getBoundingClientRect();
        return box && mark.width > 0 && mark.left >= box.left - 1 && mark.right <= box.right + 1 && mark.top >= box.top - 1;
      }),
      steps: shown(".story > [data-step]").map((el) => Number(el.dataset["step"])),
      cards: [...new Set(shown("[data-statement]").map((el) => el.dataset["statement"]))].sort(),
      chosen: shown(".card.chosen").map((el) => el.dataset["statement"]),
      out: shown("a.open").map((el) => (el as HTMLAnchorElement).href),
      sideways: document.documentElement.scrollWidth > innerWidth,
    };
  });
/** What the cell says must be seen there. */
const wanted = ({ map: state, steps, cards, link }: Row, gl: boolean) => ({
  title,
  map: state![gl ? 0 : 1],
  marks: true,
  steps: steps === "all" ? dossier.story.map((_, i) => i + 1) : steps === null ? [] : [steps],
  cards: cards === "the step's" ? [step.statements[0]] : all,
  chosen: cards === "all" ? [] : [cards === "the linked" ? AT.statement : step.statements[0]],
  out: link === "in the frame" ? [map] : [],
  sideways: false,
});

/** The article's own: how high the frame is, the links to the map that can be seen, and whether it has to be scrolled sideways. */
const outside = (page: Page) =>
  page.evaluate((to) => {
    const links = [...document.querySelectorAll<HTMLAnchorElement>("a[href]")].filter((a) => a.checkVisibility() && a.href.startsWith(to));
    const frame = document.querySelector("dateline-map")?.shadowRoot?.querySelector("iframe") ?? document.querySelector("iframe");
    return {
      links: links.map((a) => [a.textContent, a.href]),
      height: frame ? Math.round(frame.getBoundingClientRect().height) : null,
      sideways: document.documentElement.scrollWidth > innerWidth,
    };
  }, map);

/** The frame in the article; one that is `sure` to come is waited for, since the element makes it when it is seen to be near. */
async function frameIn(page: Page, sure: boolean): Promise<Frame | null> {
  const frame = page.locator("iframe");
  if (sure) await frame.waitFor({ state: "attached" });
  return (await frame.count()) === 0 ? null : (await frame.elementHandle())!.contentFrame();
}

describe.each([true, false])("with WebGL: %s", (gl) => {
  for (const row of ROWS)
    it.each(WIDTHS)(`${row.way}, scripts ${row.script ? "on" : "off"}, %d px`, async (width) => {
      const page = await contexts.get(`${gl} ${row.script}`)!.newPage();
      await page.setViewportSize({ width, height: 800 });
      await page.goto(address(row));
      const framed = row.height !== null || row.link === "in the article";
      const frame = framed ? await frameIn(page, row.height !== null) : null;
      if (row.map) await expect.poll(() => inside(frame ?? page)).toEqual(wanted(row, gl));
      if (framed) {
        const left = row.link !== "in the article" ? 0 : row.way === "element, strict policy" ? 1 : PASTED.length;
        const links = Array(left).fill([title, `${map}#step=${AT.step}`]);
        const height = row.height?.[WIDTHS.indexOf(width)] ?? null;
        await expect.poll(() => outside(page)).toEqual({ links, height, sideways: false });
        expect(frame === null).toBe(row.height === null);
      }
      if (row.asks) {
        const px = row.asks[WIDTHS.indexOf(width)]!;
        await expect.poll(() => page.evaluate("heard")).toContainEqual(asking(row.way, px));
        if (!gl) await expect.poll(() => page.evaluate("heard")).toContainEqual({ dateline: 1, type: "error", code: "no-map" });
      }
      await page.close();
      expect(trouble.splice(0).filter((line) => !row.says?.test(line))).toEqual([]);
    });
});
