import type { Page } from "playwright";
import type { Bounds } from "../../src/dossier/types.ts";
import { mercator } from "../../src/map/camera.ts";

export type Spot = readonly [number, number];
export type Spots = Record<string, Spot>;

/** Middles of everything that marks something, and the points on the map at which marks stand. */
export const spots = (page: Page): Promise<Spots> =>
  page.evaluate(() => {
    const out: Record<string, readonly [number, number]> = {};
    const places = JSON.parse(document.querySelector("#places")?.textContent ?? "[]") as [string, string, number, number][];
    const middle = (el: Element): readonly [number, number] => {
      const { x, y, width, height } = el.getBoundingClientRect();
      return [x + width / 2, y + height / 2];
    };
    for (const el of document.querySelectorAll<HTMLElement>("[data-place], [data-event]"))
      out[`${el.tagName} ${el.dataset["place"] ?? el.dataset["event"]}`] = middle(el.querySelector(".disc, .loz") ?? el);
    for (const el of document.querySelectorAll<SVGGElement>("g.mark")) {
      const m = el.getScreenCTM();
      const place = places.find(([id]) => id === el.dataset["mark"]);
      out[`at ${place?.[2]} ${place?.[3]}`] = [m?.e ?? Number.NaN, m?.f ?? Number.NaN];
    }
    return out;
  });

/** Where the picture draws those same points: through its own drawing units, not through the marks. */
export const drawn = async (page: Page, at: Spots, [west, south, east, north]: Bounds): Promise<Spots> => {
  const [x0, y0] = mercator(west, north);
  const [x1] = mercator(east, south);
  const points = Object.keys(at).filter((k) => k.startsWith("at "));
  const units = points.map((k): Spot => {
    const [lon = 0, lat = 0] = k.slice(3).split(" ").map(Number);
    const [x, y] = mercator(lon, lat);
    return [(x - x0) / (x1 - x0), (y - y0) / (x1 - x0)];
  });
  const px = await page.evaluate((list) => {
    const base = document.querySelector<SVGSVGElement>(".poster .base")!;
    const width = Number(base.dataset["size"]?.split(" ")[0]);
    const matrix = document.querySelector<SVGPathElement>("#borders")!.getScreenCTM()!;
    return list.map(([x, y]) => {
      const p = new DOMPoint(x * width, y * width).matrixTransform(matrix);
      return [p.x, p.y] as const;
    });
  }, units);
  return Object.fromEntries(points.map((k, i) => [k, px[i]!]));
};

export const farthest = (a: Spots, b: Spots): number =>
  Math.max(...Object.keys(a).map((k) => Math.hypot(a[k]![0] - b[k]![0], a[k]![1] - b[k]![1])));

/** Land and water as the reader sees them, without all that stands above; of the picture the areas alone, or with its lines. */
export async function land(page: Page, { lines = false, shift = 0 } = {}): Promise<string> {
  await page.evaluate(
    ([px, lesser]) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`${lesser}#map :not(#gl, #gl *, .poster, .base, .base *){visibility:hidden!important}.poster{translate:${px}px}`);
      document.adoptedStyleSheets = [sheet];
    },
    [shift, lines ? "" : ".base > :not(.land, .lake),"] as const,
  );
  const shot = await page.locator("#map").screenshot({ animations: "disabled" });
  await page.evaluate(() => {
    document.adoptedStyleSheets = [];
  });
  return shot.toString("base64");
}

/** By how many pixels the lines of one picture lie beside those of another: the shift at which they agree best. */
export async function offset(blank: Page, a: string, b: string): Promise<Spot> {
  return blank.evaluate(
    async ([first, second]) => {
      const edges = async (png: string) => {
        const image = new Image();
        image.src = `data:image/png;base64,${png}`;
        await image.decode();
        const canvas = new OffscreenCanvas(image.width, image.height);
        const pen = canvas.getContext("2d")!;
        pen.drawImage(image, 0, 0);
        const { data } = pen.getImageData(0, 0, image.width, image.height);
        const lit = new Float32Array(image.width * image.height);
        for (let i = 0; i < lit.length; i++) lit[i] = 255 - (data[4 * i]! + data[4 * i + 1]! + data[4 * i + 2]!) / 3;
        return { lit, w: image.width, h: image.height };
      };
      const [one, two] = [await edges(first), await edges(second)];
      let best = { score: Number.NEGATIVE_INFINITY, at: [Number.NaN, Number.NaN] as readonly [number, number] };
      for (let dy = -4; dy <= 4; dy++)
        for (let dx = -4; dx <= 4; dx++) {
          let score = 0;
          for (let y = 6; y < one.h - 6; y++)
            for (let x = 6; x < one.w - 6; x++) {
              const d = one.lit[y * one.w + x]! - two.lit[(y + dy) * two.w + x + dx]!;
              score -= Math.min(60, Math.abs(d));
            }
          if (score > best.score) best = { score, at: [dx, dy] };
        }
      return best.at;
    },
    [a, b] as const,
  );
}
