import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { dossier } from "./oracle.ts";
import { BOXES, type Box, Site } from "./open.ts";
import { drawn, farthest, land, offset, type Spots, spots } from "./pictures.ts";

let site: Site;
beforeAll(async () => {
  site = await Site.start();
});
afterAll(() => site.close());
afterEach(() => expect(site.trouble()).toEqual([]));

describe.each(Object.keys(BOXES) as Box[])("when the live map takes the picture's place, %s", (box) => {
  it("moves no mark and no line by more than a pixel", async () => {
    let release = () => {};
    const held = new Promise<void>((done) => {
      release = done;
    });
    const page = await site.open({
      box,
      until: "script",
      before: (p) => p.route(/\/mount-[^/]*\.js$/, (route) => held.then(() => route.continue())),
    });
    await page.locator("html[data-map=loading]").waitFor();
    // The letters come late, all at once, and some lines are higher with them.
    await page.waitForFunction(() => document.fonts.size > 0);
    await page.evaluate(() => document.fonts.ready);
    // And marks make room for them when the page has a moment: they stand once they are twice at the same places.
    let last = "";
    await expect
      .poll(
        async () => {
          const now = JSON.stringify(await spots(page));
          const same = now === last;
          last = now;
          return same;
        },
        { interval: 400 },
      )
      .toBe(true);
    const before = await spots(page);
    const picture = await land(page);
    const lines = await land(page, { lines: true });
    const moved = await land(page, { shift: 3 });
    release();
    await page.locator("html[data-map=ready]").waitFor();
    const after = await spots(page);
    expect(Object.keys(after)).toEqual(Object.keys(before));
    expect(Object.keys(before).filter((k) => k.startsWith("at ")).length).toBeGreaterThan(box === "narrow" ? 4 : 5);
    expect(farthest(before, after)).toBeLessThanOrEqual(1);
    expect(farthest(await drawn(page, after, dossier.head.opening), after)).toBeLessThanOrEqual(1);
    const live = await land(page);
    const blank = await site.browser.newPage();
    const [dx, dy] = await offset(blank, picture, live);
    expect(Math.max(Math.abs(dx), Math.abs(dy))).toBeLessThanOrEqual(1);
    // The measure itself: a picture put three pixels aside is seen to be so.
    expect(await offset(blank, picture, moved)).toEqual([3, 0]);
    // The map's own lines come when a hand is there.
    await page.mouse.move(1, 1);
    await page.locator("#map[data-lines]").waitFor();
    const [lx, ly] = await offset(blank, lines, await land(page, { lines: true }));
    expect(Math.max(Math.abs(lx), Math.abs(ly))).toBeLessThanOrEqual(1);
    await blank.close();
    // Without a script no swap comes; the room the controls leave goes to the map, and marks must still stand on their places.
    const bare = await site.open({ box, javaScriptEnabled: false });
    const still = await spots(bare);
    const placesOf = (all: object): string[] => Object.keys(all).filter((k) => k.startsWith("at "));
    // Where the map is small, places stand as one, and for themselves where no script puts them together.
    if (box === "narrow") expect(placesOf(still)).toEqual(expect.arrayContaining(placesOf(after)));
    else expect(placesOf(still)).toEqual(placesOf(after));
    const points = Object.fromEntries(Object.entries(still).filter(([k]) => k.startsWith("at ")));
    expect(farthest(points, await drawn(bare, still, dossier.head.opening))).toBeLessThanOrEqual(1);
  });
});

/** Runs in the page: where each thing on the map stands, from the top left of its box. */
function standing(): Record<string, readonly [number, number]> {
  const box = document.querySelector("#map")!.getBoundingClientRect();
  return Object.fromEntries(
    [...document.querySelectorAll<SVGElement>(".marks a")].map((a) => {
      const { x, y, width, height } = a.querySelector(".disc, .loz")!.getBoundingClientRect();
      return [a.dataset["place"] ?? a.dataset["event"], [x + width / 2 - box.x, y + height / 2 - box.y]];
    }),
  );
}

it.each([
  ["", "desktop"],
  ["", "phone"],
  ["embed.html", "article"],
] as const)("bug: marks went elsewhere when the script came, on a phone nearly all: %s (%s)", async (path, box) => {
  const page = await site.open({
    box,
    path,
    until: "document",
    before: async (p) => {
      await p.addInitScript(`globalThis.standing = ${standing};
        const look = () => document.readyState !== "loading" && document.querySelector("#map") ? (globalThis.first = standing()) : requestAnimationFrame(look);
        requestAnimationFrame(look);`);
      // What puts marks comes once they have been seen without it.
      await p.route(/\/map-pane-[^/]*\.js$/, async (route) => {
        await p.waitForFunction(() => "first" in globalThis);
        await route.continue();
      });
    },
  });
  await page.locator("html[data-map=ready]").waitFor();
  const [first, now] = await page.evaluate<readonly [Spots, Spots]>("[first, standing()]");
  expect(Object.keys(first).length).toBeGreaterThan(10);
  expect(farthest(first, now)).toBeLessThanOrEqual(2);
});

it.each(["names=hy", "v=39.8,46.7,9"])(
  "leaves the picture until the map has its own names for #%s: both were once seen over each other",
  async (hash) => {
    const page = await site.open({
      hash,
      until: "script",
      before: (p) =>
        p.addInitScript(() => {
          new MutationObserver(() => {
            if (document.documentElement.dataset["map"] !== "ready") return;
            const seen = ["#gl", ".poster .label"].filter((q) => getComputedStyle(document.querySelector(q)!).visibility === "visible");
            Object.assign(window, { seen: (window as { seen?: string[] }).seen ?? seen });
          }).observe(document, { subtree: true, attributeFilter: ["data-map"] });
        }),
    });
    await page.locator("html[data-map=ready]").waitFor();
    expect(await page.evaluate("seen")).toEqual(["#gl"]);
  },
);

it("bug: names of places with a mark stood twice where a view begins elsewhere: the map is told of the marks before it draws its names", async () => {
  const page = await site.open({
    hash: "v=39.8,46.7,9",
    until: "script",
    before: (p) =>
      p.addInitScript(() => {
        const sent: string[] = [];
        const post = Worker.prototype.postMessage as (...args: unknown[]) => void;
        Worker.prototype.postMessage = function (this: Worker, ...args: unknown[]) {
          sent.push(JSON.stringify(args[0]));
          post.apply(this, args);
        };
        new MutationObserver(() => {
          if (document.documentElement.dataset["map"] !== "ready") return;
          const told = sent.filter((message) => message.includes('"properties":{"size":')).length;
          Object.assign(window, { told: (window as { told?: number }).told ?? told });
        }).observe(document, { subtree: true, attributeFilter: ["data-map"] });
      }),
  });
  await page.locator("html[data-map=ready]").waitFor();
  expect(await page.evaluate("told")).toBeGreaterThan(0);
});

it("does not send the layers that its worker read back to the page, where to unpack them held up the reader's hand", async () => {
  const page = await site.open({
    before: (p) =>
      p.addInitScript(() => {
        const answers: string[] = [];
        Object.assign(window, { answers });
        const listen = Worker.prototype.addEventListener as EventTarget["addEventListener"];
        Worker.prototype.addEventListener = function (this: Worker, type: string, hear: EventListener, options?: AddEventListenerOptions) {
          const note = (e: Event): void => {
            answers.push(JSON.stringify((e as MessageEvent).data));
            hear.call(this, e);
          };
          listen.call(this, type, note, options);
        } as Worker["addEventListener"];
      }),
  });
  const answers = await page.evaluate(() => (window as unknown as { answers: string[] }).answers);
  expect(answers.filter((a) => a.includes("<response>")).length).toBeGreaterThan(5);
  expect(answers.filter((a) => a.includes("FeatureCollection"))).toEqual([]);
});

it("skips the days out of sight until the map stands, then none: a card in a skipped day came three frames late", async () => {
  const skipped = () => [...document.querySelectorAll(".day")].filter((day) => getComputedStyle(day).contentVisibility === "auto").length;
  let release = () => {};
  const held = new Promise<void>((done) => {
    release = done;
  });
  const page = await site.open({
    until: "script",
    before: (p) => p.route(/\/mount-[^/]*\.js$/, (route) => held.then(() => route.continue())),
  });
  await page.locator("html[data-map=loading]").waitFor();
  // All but the first, which is in sight.
  expect(await page.evaluate(skipped)).toBe((await page.locator(".day").count()) - 1);
  release();
  await page.locator("html[data-map=ready]").waitFor();
  await expect.poll(() => page.evaluate(skipped)).toBe(0);
});

it("bug: a row of controls took the whole width of the map: marks stand between them, and upon none", async () => {
  const page = await site.open();
  await page.locator("html[data-map=ready]").waitFor();
  await page.locator(".ground.moved").first().waitFor({ state: "attached" });
  const { between, upon } = await page.evaluate(() => {
    const rects = (query: string) => [...document.querySelectorAll(query)].map((el) => el.getBoundingClientRect());
    const controls = rects(".tools > *, .edge li, .badges li");
    const marks = rects(".marks :is(.loz, .disc)");
    const bottom = Math.max(...rects(".tools").map((row) => row.bottom));
    return {
      between: marks.filter((mark) => mark.top < bottom).length,
      upon: marks.filter((m) => controls.some((c) => m.left < c.right && m.right > c.left && m.top < c.bottom && m.bottom > c.top)).length,
    };
  });
  expect(between).toBeGreaterThan(0);
  expect(upon).toBe(0);
});

it("bug: the live map of the single file was a sea: the water of its picture lay over all of it", async () => {
  const page = await site.open({ path: "dateline.html" });
  await page.locator("html[data-map=ready]").waitFor();
  const share = await page.evaluate(
    async (png) => {
      const image = new Image();
      image.src = `data:image/png;base64,${png}`;
      await image.decode();
      const pen = new OffscreenCanvas(image.width, image.height).getContext("2d")!;
      pen.drawImage(image, 0, 0);
      const { data } = pen.getImageData(0, 0, image.width, image.height);
      const ink = getComputedStyle(document.querySelector(".land")!).fill;
      let same = 0;
      for (let i = 0; i < data.length; i += 4) if (ink === `rgb(${data[i]}, ${data[i + 1]}, ${data[i + 2]})`) same++;
      return same / (data.length / 4);
    },
    await land(page),
  );
  expect(share).toBeGreaterThan(0.5);
});
