import type { Browser } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../../src/cli/browser.ts";
import { asked, frameOf, heard, openPage, openSite, type Site } from "./site.ts";

const SANDBOX = 'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"';
let browser: Browser;
let site: Site;
beforeAll(async () => {
  [browser, site] = await Promise.all([launchChromium({ webgl: false }), openSite()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** A newspaper's page with one frame of the map, and what it has heard once the frame has spoken. */
async function host(name: string, src: string, attributes = SANDBOX, before = "") {
  const { page, wrong } = await openPage(browser, site.write(name, `${before}<iframe id="map" ${attributes} src="MAP/${src}"></iframe>`));
  const frame = await frameOf(page, src.split("#")[0]!);
  const send = (message: unknown) => page.evaluate((m) => document.querySelector("iframe")!.contentWindow!.postMessage(m, "*"), message);
  const hears = (test: string) => page.waitForFunction(`heard.some((m) => ${test})`);
  let step = 0;
  /** Asks for the next step and waits until it is told: all that was said or asked before has come by then. What else was heard. */
  const until = async () => {
    await send({ dateline: 1, type: "goto", step: ++step });
    await hears(`m.step === ${step}`);
    return (await heard(page)).filter((m) => ((m as { step?: number }).step ?? Infinity) > step);
  };
  return { page, wrong, frame, send, hears, until };
}

describe("the frame's end", () => {
  it.each([
    ["in a sandbox without an origin", SANDBOX],
    ["in no sandbox", ""],
  ])("tells its height in four dialects, %s", async (name, attributes) => {
    const { page, hears, frame, wrong } = await host(
      `four-${attributes.length}.html`,
      "embed.html?initialWidth=640&childId=pym-0#s=a#?secret=Ab3xYz9",
      attributes,
    );
    await hears("m.message === 'height'");
    expect(await heard(page), name).toEqual(
      expect.arrayContaining([
        { dateline: 1, type: "height", px: 700 },
        { sentinel: "amp", type: "embed-size", height: 700 },
        "pymxPYMxpym-0xPYMxheightxPYMx700",
        { message: "height", value: 700, secret: "Ab3xYz9" },
      ]),
    );
    // The secret is off the address, so that the statement in it can be read.
    expect(await frame.evaluate("location.hash")).toBe("#s=a");
    expect(await frame.evaluate("self.origin")).toBe(attributes ? "null" : site.map.slice(0, -1));
    expect(wrong).toEqual([]);
  });

  it("speaks pym and WordPress only to hosts that do", async () => {
    const { page, hears } = await host("plain.html", "embed.html");
    await hears("m.sentinel === 'amp'");
    expect((await heard(page)).filter((m) => typeof m === "string" || "message" in (m as object))).toEqual([]);
  });

  it("takes a secret that comes later, before the page reads its address", async () => {
    const { page, hears, frame } = await host("late.html", "embed.html#s=a");
    await frame.evaluate("self.read = []; addEventListener('popstate', () => read.push(location.hash))");
    await page.evaluate(() => {
      document.querySelector("iframe")!.src += "#?secret=late1";
    });
    await hears("m.secret === 'late1'");
    expect(await frame.evaluate("[read, location.hash]")).toEqual([["#s=a"], "#s=a"]);
  });

  it.each([{ message: "ready", secret: "x" }, "pymxPYMxpym-0xPYMxwidthxPYMx640", { dateline: 1, type: "hello" }])(
    "says it again to a host that was late: %j",
    async (question) => {
      const { page, send, hears, until } = await host("again.html", "embed.html");
      await hears("m.type === 'embed-size'");
      await until();
      await page.evaluate("heard.length = 0");
      await send(question);
      const types = (await until()).map((m) => (m as { type: string }).type).sort();
      expect(types).toEqual(["embed-size", "filter", "height", "ready", "time"]);
    },
  );

  it("does not answer AMP's answers, or the two would never end", async () => {
    const { page, send, hears, until } = await host("amp.html", "embed.html");
    await hears("m.type === 'embed-size'");
    await until();
    await page.evaluate("heard.length = 0");
    await send({ sentinel: "amp", type: "embed-size-changed", requestedHeight: 700 });
    expect(await until()).toEqual([]);
  });

  it("follows its content, tells a change once, and gathers a flood", async () => {
    const { page, frame, hears, until } = await host("grow.html", "embed.html");
    await hears("m.px === 700");
    await frame.evaluate("box.style.height = '901.2px'");
    await hears("m.px === 902");
    await page.evaluate("heard.length = 0");
    await frame.evaluate("for (let i = 1; i < 500; i++) frame.say('select', { step: i })");
    await frame.evaluate("frame.say('select', { step: 499 })");
    // Behind the timer by which the frame speaks at the latest: it was set first, and is as long.
    await frame.evaluate("new Promise((done) => setTimeout(done, 250))");
    expect(await until()).toEqual([{ dateline: 1, type: "select", step: 499 }]);
  });

  it("speaks from below the window, where a frame gets no animation frames", async () => {
    const { hears, frame, page } = await host("below.html", "embed.html", SANDBOX, '<div style="height:9000px"></div>');
    await hears("m.type === 'ready'");
    await frame.evaluate("frame.say('select', { step: 2 })");
    await hears("m.step === 2");
    expect(await page.evaluate("scrollY")).toBe(0);
  });

  it("goes where it is asked to, and says when it cannot", async () => {
    const { send, hears, frame, wrong } = await host("goto.html", "embed.html");
    await send({ dateline: 1, type: "goto", statement: "a" });
    await hears("m.statement === 'a'");
    await send({ dateline: 1, type: "goto", statement: "nowhere" });
    await hears("m.type === 'error' && m.code === 'not-found'");
    await send({ dateline: 1, type: "goto", time: { from: "2023-09-19", to: "2023-09-20" } });
    await frame.waitForFunction("asked.length === 3");
    expect(wrong).toEqual([]);
  });

  it("hears what a host asks before it can, in order, and does it once it is ready: it was lost, or answered as not found", async () => {
    const { page, send, frame, hears, wrong } = await host("early.html", "embed.html?late");
    await send({ dateline: 1, type: "goto", statement: "a" });
    await send("<b>");
    await frame.evaluate("mount()");
    await send({ dateline: 1, type: "goto", statement: "nowhere" });
    await send({ dateline: 1, type: "goto", step: 2 });
    // Sent last and answered at once: what was sent before it has come.
    await send({ dateline: 1, type: "hello" });
    await hears("m.type === 'embed-size'");
    expect(await asked(frame)).toEqual([]);
    await frame.evaluate("ready()");
    await hears("m.code === 'not-found'");
    await hears("m.step === 2");
    expect(await asked(frame)).toEqual([{ statement: "a" }, { statement: "nowhere" }, { step: 2 }]);
    expect((await heard(page)).filter((m) => (m as { type: string }).type === "error")).toHaveLength(1);
    expect(wrong).toEqual([]);
  });

  it("of a flood before it is ready does what was asked last", async () => {
    const { page, frame, hears } = await host("early-flood.html", "embed.html?late");
    // Heard behind it all: then the whole flood has come.
    await frame.evaluate("addEventListener('message', ({ data }) => (self.came = data.step))");
    await page.evaluate(() => {
      for (let step = 5000; step >= 3; step--)
        document.querySelector("iframe")!.contentWindow!.postMessage({ dateline: 1, type: "goto", step }, "*");
    });
    await frame.waitForFunction("self.came === 3");
    await frame.evaluate("mount()");
    await hears("m.type === 'embed-size'");
    await frame.evaluate("ready()");
    await hears("m.step === 3");
    const all = await asked(frame);
    expect(all.length).toBeLessThanOrEqual(20);
    expect(all.at(-1)).toEqual({ step: 3 });
  });

  it("bug: a host that floods it with what it knows kept it busy for half a minute: it goes there seldom, and last where it was asked last", async () => {
    const { page, frame, hears, until } = await host("flood.html", "embed.html");
    await hears("m.type === 'embed-size'");
    await until();
    await page.evaluate(() => {
      for (let step = 5000; step >= 3; step--)
        document.querySelector("iframe")!.contentWindow!.postMessage({ dateline: 1, type: "goto", step }, "*");
    });
    await hears("m.step === 3");
    const all = await asked(frame);
    expect(all.length).toBeLessThan(500);
    expect(all.at(-1)).toEqual({ step: 3 });
  });

  it("lets a hostile host do nothing", async () => {
    const { page, send, until, frame, wrong } = await host("hostile-host.html", "embed.html");
    const evil = [
      "<img src=x onerror=alert(1)>",
      "javascript:alert(1)",
      "https://example.com/",
      "__proto__",
      "a".repeat(2_000_000),
      "../a",
      { toString: 1 },
      null,
      Number.NaN,
    ];
    for (const value of evil)
      for (const key of ["statement", "event", "step", "time", "view", "src", "html", "constructor"])
        await send({ dateline: 1, type: "goto", [key]: value });
    for (const message of [...evil, 1, [], { dateline: 1, type: "eval", code: "alert(1)" }, { dateline: 2, type: "goto", statement: "a" }])
      await send(message);
    await page.evaluate(() => {
      const { contentWindow } = document.querySelector("iframe")!;
      contentWindow!.postMessage(JSON.parse('{"__proto__":{"dateline":1,"type":"goto","statement":"a"}}'), "*");
      contentWindow!.postMessage(new Map([["dateline", 1]]), "*");
      for (let i = 0; i < 5000; i++) contentWindow!.postMessage({ dateline: 1, type: "goto", statement: `<${i}>` }, "*");
    });
    await until();
    expect(await asked(frame)).toEqual([{ step: 1 }]);
    expect(frame.url()).toBe(`${site.map}embed.html`);
    expect(await frame.evaluate("document.body.childElementCount + ' ' + document.title")).toBe("2 host");
    expect(wrong).toEqual([]);
  });

  it("does not hear a third window, nor itself", async () => {
    const { page, wrong } = await openPage(
      browser,
      site.write(
        "third.html",
        `<iframe ${SANDBOX} src="MAP/embed.html"></iframe><iframe name="third" ${SANDBOX} src="MAP/third.html"></iframe>`,
      ),
    );
    site.writeMap("third.html", "<script>document.body.dataset.done = 1</script>");
    const frame = await frameOf(page, "embed.html");
    await page.evaluate(() => {
      (document.querySelector("iframe[name=third]") as HTMLIFrameElement).src += "?";
    });
    const third = await frameOf(page, "third.html?");
    // Hears everything, and after the frame's own listener.
    await frame.evaluate("self.came = 0; addEventListener('message', () => came++)");
    await third.evaluate("parent.frames[0].postMessage({ dateline: 1, type: 'goto', statement: 'a' }, '*')");
    await frame.evaluate("postMessage({ dateline: 1, type: 'goto', statement: 'a' }, '*')");
    await frame.waitForFunction("came === 2");
    expect(await asked(frame)).toEqual([]);
    expect(wrong.filter((line) => !line.includes("404"))).toEqual([]);
  });

  it("is silent in a page that is in no frame", async () => {
    const { page, wrong } = await openPage(browser, `${site.map}embed.html#s=a#?secret=abc`);
    // It would have spoken in the next animation frame.
    await page.evaluate("requestAnimationFrame(() => requestAnimationFrame(() => postMessage('later', '*')))");
    await page.waitForFunction("heard.includes('later')");
    expect(await heard(page)).toEqual(["later"]);
    expect(await page.evaluate("location.hash")).toBe("#s=a#?secret=abc");
    expect(wrong).toEqual([]);
  });
});
