import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, it, onTestFinished } from "vitest";
import { seen } from "./screen.ts";
import { DIST, Site } from "./open.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.start();
});
afterAll(() => site.close());
afterEach(() => expect(site.trouble()).toEqual([]));

const PAGES = ["index.html", "embed.html", "about.html", "places.html", "az/index.html", "ru/embed.html", "hy/about.html"];
const meta = (name: string) =>
  /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(readFileSync(join(DIST, name), "utf8"))?.[1];
const rule = (policy: string, name: string) => new RegExp(`(?:^|; )${name} ([^;]*)`).exec(policy)?.[1]?.trim() ?? null;

/** A policy without the hashes of inline style. */
const bare = (policy: string) => policy.replace(/ 'sha256-[^']*'/g, "");

it("a page trusts nothing but the site's own files and its one style; _headers say the same, for the styles of all pages", async () => {
  const header = /Content-Security-Policy: (.*)/.exec(readFileSync(join(DIST, "_headers"), "utf8"))?.[1];
  for (const name of PAGES) {
    expect(bare(meta(name)!), name).toBe(bare(header!));
    // What an article's page says on itself before it is painted is the one script that stands in a page.
    const [styles, scripts] = ["style-src", "script-src"].map((what) => rule(meta(name)!, what)!.match(/'sha256-[^']*'/g) ?? []);
    expect([styles!.length, scripts!.length], name).toEqual([1, name.endsWith("embed.html") ? 1 : 0]);
    for (const hash of [...styles!, ...scripts!]) expect(header, name).toContain(hash);
    const answer = await fetch(site.url + name);
    expect(answer.headers.get("content-security-policy")).toBe(header);
    expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  }
  expect(rule(header!, "default-src")).toBe("'none'");
  expect(rule(bare(header!), "script-src")).toBe("'self'");
  expect(rule(header!, "connect-src")).toBe("'self'");
  expect(rule(header!, "base-uri")).toBe("'none'");
  expect(rule(header!, "form-action")).toBe("'none'");
  expect(rule(header!, "require-trusted-types-for")).toBe("'script'");
  expect(header).not.toMatch(/unsafe-|https?:|\*|blob:/);
});

it("a whole visit breaks no rule, asks no other site, sets no cookie and stores nothing", async () => {
  const page = await site.open();
  await page.locator("[data-zoom=in]").click();
  await page.locator("[data-mode=said]").click();
  await page.locator("select[data-names]").selectOption("all");
  await page.locator("[data-theme-choice]").selectOption("dark");
  for (const tab of ["positions", "parties", "about", "statements"]) {
    await page.locator(`[data-tab=${tab}]`).click();
    await seen(page, { tab });
  }
  await page.locator("[data-time=focus]").click();
  await page.locator("[data-zoom=whole]").click();
  await page.locator(".key summary").click();
  await page.locator("input[data-switch]").first().click();
  await expect.poll(() => page.evaluate(() => location.hash)).toContain("layers=");
  await page.locator("html[data-map=ready]").waitFor();
  expect(site.asked.filter((url) => !url.startsWith(site.url) && !url.startsWith("about:"))).toEqual([]);
  expect(site.asked.some((url) => url.includes("/layers/"))).toBe(true);
  const left = await page.evaluate(async () => ({
    cookie: document.cookie,
    local: localStorage.length,
    session: sessionStorage.length,
    bases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  expect(left).toEqual({ cookie: "", local: 0, session: 0, bases: 0, caches: 0, workers: 0 });
  expect(await page.context().cookies()).toEqual([]);
});

it("the watch over rules and other sites sees a breach", async () => {
  const page = await site.open({ until: "script" });
  await page.evaluate(() => {
    document.body.setAttribute("style", "color:red");
    const img = new Image();
    img.src = "http://other.invalid/x.png";
    document.body.append(img);
  });
  await page.evaluate(() => {
    try {
      document.body.insertAdjacentHTML("beforeend", "<b>x</b>");
    } catch {
      // Trusted Types refuse it.
    }
  });
  let seenTrouble = "";
  await expect.poll(() => (seenTrouble += site.trouble().join("\n"))).toMatch(/policy: require-trusted-types-for/);
  expect(seenTrouble).toMatch(/policy: img-src/);
  await expect(page.evaluate(() => document.body.insertAdjacentHTML("beforeend", "<i>y</i>"))).rejects.toThrow(/TrustedHTML/);
  await page.evaluate(() => new Promise((done) => setTimeout(done)));
  site.trouble();
});

it("links to sources give away nothing of the reader", async () => {
  const page = await site.open({ until: "script" });
  expect(await page.locator("meta[name=referrer]").getAttribute("content")).toBe("no-referrer");
  const bad = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>("a[href]")]
      .map((a) => a.getAttribute("href") ?? "")
      .filter((href) => /^(javascript|data|vbscript|file):/i.test(href)),
  );
  expect(bad).toEqual([]);
});

it("bug: where a sandboxed frame has no self, as in WebKit 2.50, it was a picture: the published folder by name is enough for all of it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "named-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(DIST, folder, { recursive: true });
  for (const name of ["embed.html", "_headers"]) {
    const file = join(folder, name);
    writeFileSync(file, readFileSync(file, "utf8").replaceAll("'self'", "http://127.0.0.1:*/"));
  }
  writeFileSync(
    join(folder, "host.html"),
    '<!doctype html><link rel="icon" href="data:,"><iframe src="embed.html" width="900" height="600" sandbox="allow-scripts"></iframe>',
  );
  const named = await Site.start({ folder });
  onTestFinished(() => named.close());
  const page = await named.open({ path: "host.html" });
  const frame = page.frameLocator("iframe");
  await frame.locator("html[data-js]").waitFor();
  expect(await frame.locator("html").evaluate(() => self.origin)).toBe("null");
  await frame.locator(".marks a.stack").first().click();
  await frame.locator("html[data-map=ready]").waitFor();
  await expect.poll(() => frame.locator(".scroll .card").filter({ visible: true }).count()).toBeGreaterThan(0);
  expect(named.trouble()).toEqual([]);
});
