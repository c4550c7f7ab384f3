import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../../src/cli/browser.ts";
import { asked, frameOf, openPage, openSite, type Site } from "./site.ts";

let browser: Browser;
let site: Site;
beforeAll(async () => {
  [browser, site] = await Promise.all([launchChromium({ webgl: false }), openSite()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const LISTEN = `<script>
  self.events = []; self.bubbled = 0;
  const map = document.querySelector("dateline-map");
  for (const name of ["ready", "height", "select", "time", "filter", "error"]) {
    map && map.addEventListener(name, (e) => events.push([name, e.detail]));
    document.body.addEventListener(name, () => bubbled++);
  }</script>`;
const element = (attributes: string, before = ""): string =>
  `${before}<dateline-map src="MAP/embed.html" ${attributes}><a href="MAP/index.html">Map of statements</a></dateline-map>${LISTEN}<script src="MAP/dateline-map.js"></script>`;
const height = (page: Page, selector: string): Promise<number> => page.locator(selector).evaluate((e) => e.getBoundingClientRect().height);
const event = (page: Page, test: string) => page.waitForFunction(`events.some(([name, detail]) => ${test})`);

/** A frame that says the worst it can, again and again. */
const HOSTILE = `<script>
  const say = (m) => parent.postMessage(m, "*");
  const evil = [1e9, -1, 0, NaN, Infinity, "500", "<b>", null, { valueOf: 1 }, [900], 5000.5];
  for (const px of evil) say({ dateline: 1, type: "height", px });
  for (const v of ["<img src=x onerror=alert(1)>", "javascript:alert(1)", {}, [], "x".repeat(2e6)]) {
    for (const key of ["statement", "step", "from", "to", "parties", "count", "code", "px", "statements"])
      for (const type of ["ready", "select", "time", "filter", "error", "height", "navigateTo", "constructor", "__proto__"])
        say({ dateline: 1, type, [key]: v });
    say(v);
  }
  say(JSON.parse('{"__proto__":{"dateline":1,"type":"height","px":500}}'));
  say("pymxPYMxpym-0xPYMxnavigateToxPYMxhttps://example.com/");
  say({ message: "link", value: "https://example.com/", secret: "x" });
  for (let i = 0; i < 20000; i++) say({ dateline: 1, type: "height", px: i });
  say({ dateline: 1, type: "height", px: 1e9 });
  try { top.location = "https://example.com/"; } catch {}
  document.body.dataset.done = 1;
</script>`;

describe("<dateline-map>", () => {
  it("is a link in a browser without elements of one's own, which is told no error: once it was", async () => {
    const without = `<script>Object.defineProperty(self, "customElements", { value: undefined })</script>`;
    const { page, wrong } = await openPage(browser, site.write("without.html", element("", without)));
    await page.waitForLoadState();
    expect(wrong).toEqual([]);
    expect(await page.locator("iframe").count()).toBe(0);
    expect(await page.getByRole("link", { name: "Map of statements" }).isVisible()).toBe(true);
  });

  it("makes one sandboxed frame, keeps its room, and tells what happens in it", async () => {
    const { page, wrong } = await openPage(browser, site.write("element.html", element('height="540" title="The map" view="#theme=dark"')));
    const frame = await frameOf(page, "embed.html");
    expect(frame.url()).toBe(`${site.map}embed.html#theme=dark`);
    const made = page.locator("dateline-map iframe");
    expect(await made.evaluate((e: HTMLIFrameElement) => [e.sandbox.value, e.allow, e.referrerPolicy, e.title])).toEqual([
      "allow-scripts allow-popups allow-popups-to-escape-sandbox",
      "clipboard-write;fullscreen *",
      "no-referrer",
      "The map",
    ]);
    expect(await frame.evaluate("[self.origin, document.referrer, document.fullscreenEnabled]")).toEqual(["null", "", true]);
    await event(page, "name === 'height' && detail.px === 700");
    expect(await height(page, "dateline-map iframe")).toBe(700);
    await page.evaluate("map.goto({ statement: 'a' })");
    await event(page, "name === 'select' && detail.statement === 'a'");
    await page.evaluate("map.goto({ statement: 'nowhere' })");
    await event(page, "name === 'error' && detail.code === 'not-found'");
    await event(page, "name === 'ready' && detail.steps === 4");
    expect(await page.evaluate("bubbled")).toBe(0);
    expect(await page.getByText("Map of statements").isVisible()).toBe(false);
    expect(wrong).toEqual([]);
  });

  it("keeps a goto until the map is ready, and works as a module", async () => {
    const body = `<dateline-map src="MAP/embed.html"><a href="MAP/">Map of statements</a></dateline-map>${LISTEN}
      <script type="module">import "MAP/dateline-map.js"; import "MAP/dateline-map.js?twice"; map.goto({ step: 3 });</script>`;
    const { page, wrong } = await openPage(browser, site.write("early.html", body));
    const frame = await frameOf(page, "embed.html");
    await event(page, "name === 'select' && detail.step === 3");
    expect(await asked(frame)).toEqual([{ step: 3 }]);
    expect(await page.locator("dateline-map iframe").getAttribute("title")).toBe("Map of statements");
    expect(wrong).toEqual([]);
  });

  it("keeps a goto of an element that stands in no page yet, and of one that is moved while it loads", async () => {
    const { page, wrong } = await openPage(
      browser,
      site.write("not-in-page.html", element("").replace(/<dateline-map.*<\/dateline-map>/s, "")),
    );
    await page.evaluate(`{
      self.made = document.createElement("dateline-map");
      made.goto({ step: 2 });
      made.setAttribute("src", "${site.map}embed.html");
      const far = document.createElement("div");
      far.style.paddingTop = "3000px";
      document.body.append(far);
      far.append(made);
      made.goto({ statement: "a" });
      document.body.append(made);
    }`);
    await expect.poll(async () => asked(await frameOf(page, "embed.html"))).toEqual([{ step: 2 }, { statement: "a" }]);
    // Once it is ready nothing is kept: a frame that is moved loads anew and begins at its start.
    await page.evaluate("made.setAttribute('view', '#s=b'); made.scrollIntoView()");
    expect(await asked(await frameOf(page, "#s=b"))).toEqual([]);
    expect(wrong).toEqual([]);
  });

  it("leaves the reader a link below a frame that the host's policy does not let in, and no link below one that speaks", async () => {
    const policy = `<meta http-equiv="Content-Security-Policy" content="frame-src 'none'">`;
    for (const [before, shown] of [
      [policy, true],
      ["", false],
    ] as const) {
      const { page } = await openPage(browser, "about:blank");
      await page.clock.install();
      await page.goto(site.write("not-let-in.html", element("height='300'", before)));
      const link = page.getByText("Map of statements");
      await page.locator("dateline-map iframe").waitFor();
      if (!shown) await event(page, "name === 'ready'");
      expect(await link.isVisible()).toBe(false);
      await page.clock.fastForward(10_000);
      expect(await link.isVisible()).toBe(shown);
      if (shown) expect((await link.boundingBox())!.y).toBeGreaterThan(300);
      await page.close();
    }
  });

  it("takes the link away again when the map comes after all, and begins to count when the frame loads", async () => {
    const { page } = await openPage(browser, "about:blank");
    await page.clock.install();
    const below = `<div style="height: 5000px"></div>`;
    await page.goto(site.write("slow.html", element("", below).replace("embed.html", "embed.html?late")));
    await page.clock.fastForward(60_000);
    await page.evaluate("map.scrollIntoView()");
    const frame = await frameOf(page, "embed.html");
    const link = page.getByText("Map of statements");
    await page.clock.fastForward(9000);
    expect(await link.isVisible()).toBe(false);
    await page.clock.fastForward(1000);
    expect(await link.isVisible()).toBe(true);
    await frame.evaluate("mount(); ready()");
    await event(page, "name === 'ready'");
    expect(await link.isVisible()).toBe(false);
    await page.close();
  });

  it.each([
    ["none", 900, 540],
    ["none", 390, 620],
    ["300", 900, 300],
    ["1e9", 900, 4000],
    ["-5", 900, 120],
    ["x", 900, 540],
  ])("reserves for a height of %s, in a window of %d, %d pixels, and fixed keeps them", async (wish, width, px) => {
    const url = site.write("reserved.html", element(`${wish === "none" ? "" : `height="${wish}"`} fixed`));
    const { page } = await openPage(browser, "about:blank");
    await page.setViewportSize({ width, height: 700 });
    await page.goto(url);
    await event(page, "name === 'height'");
    expect(await height(page, "dateline-map iframe")).toBe(px);
  });

  /** Out of sight by three screens, so that nothing of it is near. */
  const below = (attributes: string, before = ""): string =>
    element(attributes, `<a href="#">top</a>${before}<div style="height:2100px"></div>`);
  const link = (page: Page) => page.getByText("Map of statements");

  it("makes no frame until the reader is a screen away, and keeps its room and the link in it meanwhile", async () => {
    const { page, wrong } = await openPage(browser, site.write("below.html", below('height="480"')));
    await page.waitForFunction("map.shadowRoot && map.shadowRoot.firstChild.offsetHeight === 480");
    const room = await page.evaluate("document.documentElement.scrollHeight");
    // Two frames later everyone who watches what is in sight has been told.
    const told = () => page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))");
    await told();
    expect(await page.locator("iframe").count()).toBe(0);
    expect(await link(page).isVisible()).toBe(true);
    await page.evaluate("scrollTo(0, map.offsetTop - 3 * innerHeight + 100)");
    await told();
    expect(page.frames()).toHaveLength(1);
    await page.evaluate("scrollTo(0, map.shadowRoot.firstChild.getBoundingClientRect().top + scrollY - 2 * innerHeight + 100)");
    await page.locator("dateline-map iframe").waitFor();
    expect(await page.evaluate("document.documentElement.scrollHeight")).toBe(room);
    expect(await link(page).isVisible()).toBe(false);
    await event(page, "name === 'ready'");
    expect(await page.evaluate("scrollY + innerHeight <= map.shadowRoot.firstChild.getBoundingClientRect().top + scrollY")).toBe(true);
    expect(wrong).toEqual([]);
  });

  it("makes the frame at once when it is sent somewhere, wherever the reader is", async () => {
    const { page } = await openPage(browser, site.write("below-goto.html", below("")));
    await page.evaluate("map.goto({ statement: 'a' })");
    expect(await page.locator("dateline-map iframe").count()).toBe(1);
    await event(page, "name === 'select' && detail.statement === 'a'");
    expect(await page.evaluate("scrollY")).toBe(0);
  });

  it("makes the frame at once for a link of the article, and brings it into sight", async () => {
    const before = '<a id="in" href="MAP/index.html#s=b">in</a>';
    const { page } = await openPage(browser, site.write("below-link.html", below("follow-links", before)));
    await page.click("#in");
    await event(page, "name === 'select' && detail.statement === 'b'");
    expect(await page.evaluate("scrollY")).toBeGreaterThan(0);
  });

  it("gives the frame the focus that was on its link, so that the keyboard goes on from there", async () => {
    const { page } = await openPage(browser, site.write("below-tab.html", below("")));
    await page.getByText("top").focus();
    await page.keyboard.press("Tab");
    await page.locator("dateline-map iframe").waitFor();
    await expect.poll(() => page.evaluate("map.shadowRoot.activeElement && map.shadowRoot.activeElement.localName")).toBe("iframe");
    await event(page, "name === 'ready'");
  });

  it("hears no other frame and no click while it has none of its own", async () => {
    const { page, wrong } = await openPage(browser, site.write("below-quiet.html", below("follow-links")));
    await page.evaluate("postMessage({ dateline: 1, type: 'height', px: 900 }, '*'); document.dispatchEvent(new MouseEvent('click'))");
    await page.waitForFunction("heard.length === 1");
    expect(await page.evaluate("[events.length, map.shadowRoot.firstChild.offsetHeight]")).toEqual([0, 540]);
    expect(wrong).toEqual([]);
  });

  it("bug: another title gave a frame back the height it was made with", async () => {
    const { page } = await openPage(browser, site.write("title.html", element("height='300'")));
    await event(page, "name === 'height' && detail.px === 700");
    await page.evaluate("map.title = 'New'");
    expect(await page.locator("dateline-map iframe").getAttribute("title")).toBe("New");
    expect(await height(page, "dateline-map iframe")).toBe(700);
  });

  it("goes with its attributes, and out of the page without a trace", async () => {
    const { page } = await openPage(browser, site.write("attributes.html", element("fixed")));
    await frameOf(page, "embed.html");
    await page.evaluate("map.setAttribute('height', '333'); map.title = 'New'");
    expect(await height(page, "dateline-map iframe")).toBe(333);
    expect(await page.locator("dateline-map iframe").getAttribute("title")).toBe("New");
    await page.evaluate("map.setAttribute('view', '#s=b')");
    await frameOf(page, "#s=b");
    expect(await page.locator("dateline-map iframe").count()).toBe(1);
    await page.evaluate("self.source = map.shadowRoot.querySelector('iframe').contentWindow; map.remove(); events.length = 0");
    await page.evaluate("dispatchEvent(new MessageEvent('message', { source, data: { dateline: 1, type: 'height', px: 500 } }))");
    await page.evaluate("map.goto({ step: 1 })");
    expect(await page.evaluate("events")).toEqual([]);
    await page.evaluate("document.body.append(map)");
    await event(page, "name === 'ready'");
  });

  it("bug: an address with a hash of its own, as a plain frame has it, began at the start", async () => {
    const { page } = await openPage(browser, site.write("own-hash.html", element("").replace("embed.html", "embed.html#step=2")));
    await frameOf(page, "embed.html#step=2");
    await page.evaluate("map.setAttribute('view', '#s=b')");
    await frameOf(page, "embed.html#s=b");
  });

  it.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "blob:null/x",
    "http://example.com/embed.html",
    "ftp://example.com/",
    "//",
    "",
    "https://",
  ])("makes no frame of %s, and shows the link", async (src) => {
    const { page, wrong } = await openPage(browser, site.write("refused.html", element("").replace("MAP/embed.html", src)));
    expect(await page.locator("iframe").count()).toBe(0);
    expect(await page.getByText("Map of statements").isVisible()).toBe(true);
    expect(wrong).toEqual([]);
  });

  it("leaves a link where scripts are stripped", async () => {
    const { page } = await openPage(browser, site.write("stripped.html", element("").replace(/<script.*?<\/script>/gs, "")));
    expect(await page.getByText("Map of statements").isVisible()).toBe(true);
  });

  it("lets a hostile frame do nothing but be higher or lower, within bounds", async () => {
    site.writeMap("hostile.html", HOSTILE);
    const url = site.write("hostile-frame.html", element("").replace("embed.html", "hostile.html"));
    const { page, wrong } = await openPage(browser, url);
    await frameOf(page, "hostile.html");
    await event(page, "name === 'height' && detail.px === 4000");
    await page.waitForFunction("document.querySelector('dateline-map').shadowRoot.querySelector('iframe').offsetHeight === 4000");
    const events = (await page.evaluate("events")) as readonly (readonly [string, Record<string, unknown>])[];
    for (const [name, detail] of events)
      if (name === "height") expect(detail["px"] as number).toSatisfy((px: number) => px >= 120 && px <= 4000);
      else if (name === "time") expect(detail).toEqual({ from: null, to: null });
      else expect([name, detail]).toEqual(["select", {}]);
    expect(page.url()).toBe(url);
    expect(await page.evaluate("document.title + document.querySelectorAll('img').length")).toBe("host0");
    // The sandbox itself complains of the attempt to move the article, and of nothing else.
    expect(wrong.filter((line) => !/navigat/i.test(line))).toEqual([]);
  });

  it("does not hear another frame", async () => {
    site.writeMap(
      "other.html",
      `<script>parent.postMessage({ dateline: 1, type: "height", px: 3000 }, "*"); document.body.dataset.done = 1</script>`,
    );
    const { page } = await openPage(browser, site.write("other-host.html", element("", '<iframe src="MAP/other.html"></iframe>')));
    await frameOf(page, "other.html");
    await event(page, "name === 'height'");
    await page.waitForFunction("heard.some((m) => m.px === 3000)");
    expect(await height(page, "dateline-map iframe")).toBe(700);
  });
});

describe("a link to a statement", () => {
  it("in the article's own address opens it from the start, and every later one", async () => {
    const link = '<a href="#s=b">b</a><a href="#s=%3Cb%3E">bad</a>';
    const { page } = await openPage(browser, `${site.write("follow.html", element("follow-hash view='theme=dark'", link))}#s=a`);
    const frame = await frameOf(page, "embed.html");
    expect(await frame.evaluate("location.hash")).toBe("#theme=dark&s=a");
    await event(page, "name === 'ready'");
    await page.getByText("b", { exact: true }).click();
    await event(page, "name === 'select' && detail.statement === 'b'");
    await page.getByText("bad").click();
    await page.evaluate("location.hash = 's=a'");
    await event(page, "name === 'select' && detail.statement === 'a'");
    expect(await asked(frame)).toEqual([{ statement: "b" }, { statement: "a" }]);
  });

  it("is not followed unasked", async () => {
    const { page } = await openPage(browser, `${site.write("unasked.html", element(""))}#s=a`);
    expect((await frameOf(page, "embed.html")).url()).toBe(`${site.map}embed.html`);
  });

  it("to the map opens in the element, but not with a key held", async () => {
    const links = '<a id="in" href="MAP/index.html#s=a">in</a><a id="out" href="MAP/other/index.html#s=a">out</a>';
    const url = site.write("links.html", element("follow-links", links));
    const { page } = await openPage(browser, url);
    const frame = await frameOf(page, "embed.html");
    await event(page, "name === 'ready'");
    await page.click("#in");
    await event(page, "name === 'select' && detail.statement === 'a'");
    expect(page.url()).toBe(url);
    expect(await page.evaluate("document.activeElement.localName")).toBe("dateline-map");
    const prevented = (id: string, init: string) =>
      page.evaluate(`(() => {
        let seen; addEventListener("click", (e) => { seen = e.defaultPrevented; e.preventDefault(); }, { once: true });
        document.querySelector("#${id}").dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true${init} }));
        return seen; })()`);
    expect(await prevented("in", "")).toBe(true);
    expect(await prevented("in", ", ctrlKey: true")).toBe(false);
    expect(await prevented("out", "")).toBe(false);
    // One right after another waits for it.
    await expect.poll(async () => (await asked(frame)).length).toBe(2);
  });
});

describe("dateline-height.js", () => {
  const plain = (attributes: string) =>
    `<script src="MAP/dateline-height.js" async></script><iframe data-dateline ${attributes} sandbox="allow-scripts" src="MAP/embed.html"></iframe>`;

  it("makes a plain frame as high as it asks, and one that comes later", async () => {
    const { page, wrong } = await openPage(browser, site.write("plain-height.html", plain("")));
    await page.waitForFunction("document.querySelector('iframe').style.height === '700px'");
    await page.evaluate("document.body.append(Object.assign(document.querySelector('iframe').cloneNode(), { style: '' }))");
    await page.waitForFunction("document.querySelectorAll('iframe')[1].style.height === '700px'");
    expect(wrong).toEqual([]);
  });

  it("hears only frames that are marked, and holds a hostile one within bounds", async () => {
    site.writeMap("hostile.html", HOSTILE);
    const body = `${plain("").replace("embed.html", "hostile.html")}<iframe height="200" sandbox="allow-scripts" src="MAP/embed.html?unmarked"></iframe>`;
    const { page } = await openPage(browser, site.write("hostile-height.html", body));
    await frameOf(page, "hostile.html");
    await frameOf(page, "unmarked");
    await page.waitForFunction("document.querySelector('iframe').style.height === '4000px'");
    expect(await page.evaluate("document.querySelectorAll('iframe')[1].clientHeight")).toBe(200);
  });

  it("opens what the article's address names", async () => {
    const { page } = await openPage(browser, `${site.write("height-hash.html", plain("data-follow-hash"))}#s=a`);
    const frame = await frameOf(page, "embed.html");
    await frame.waitForFunction("asked.some((ask) => ask.statement === 'a')");
    await page.evaluate("location.hash = '#step=2'");
    await frame.waitForFunction("asked.some((ask) => ask.step === 2)");
  });

  it("bug: a hostile frame that said again and again that it is ready held the reader of such an address fast", async () => {
    site.writeMap(
      "ready.html",
      `<script>
        const say = () => parent.postMessage({ dateline: 1, type: "ready", statements: 1, steps: 1 }, "*");
        say();
        addEventListener("message", ({ data }) => data === "again" && say());
        document.body.dataset.done = 1;
      </script>`,
    );
    const body = `${plain("data-follow-hash").replace("embed.html", "ready.html")}<p style="height: 4000px">`;
    const { page } = await openPage(browser, `${site.write("ready-again.html", body)}#s=a`);
    await frameOf(page, "ready.html");
    await page.waitForFunction("heard.length > 0");
    await page.evaluate("scrollTo(0, 3000)");
    await page.evaluate("heard.length = 0; document.querySelector('iframe').contentWindow.postMessage('again', '*')");
    await page.waitForFunction("heard.length > 0");
    expect(await page.evaluate("scrollY")).toBe(3000);
    // A link of the article to a statement brings it into sight, as often as it is pressed.
    await page.evaluate("location.hash = '#s=b'");
    await page.waitForFunction("scrollY < 500");
  });
});
