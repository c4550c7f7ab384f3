import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Bounds } from "../../src/dossier/types.ts";
import { fitCamera, type MapCamera, mercator, project, sameCamera, unmercator, visibleBounds, within } from "../../src/map/camera.ts";
import { frame } from "../../src/map/poster.ts";

const SHEET = readFileSync(fileURLToPath(new URL("../../src/ui/page.css", import.meta.url)), "utf8");
/** MapLibre's own arithmetic, from the sources it ships: a live map would need a screen. */
const LIVE = fileURLToPath(new URL("../../node_modules/maplibre-gl/src/geo", import.meta.url));

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const lonLat = fc.tuple(between(-179, 179), between(-80, 80));
const boxes = fc.tuple(fc.integer({ min: 120, max: 2400 }), fc.integer({ min: 120, max: 1600 }));
const bounds: fc.Arbitrary<Bounds> = fc
  .tuple(between(-170, 160), between(-70, 60), between(0.05, 20), between(0.05, 15))
  .map(([west, south, wide, high]) => [west, south, west + wide, south + high]);
const cameras: fc.Arbitrary<MapCamera> = fc.record({ lng: between(-160, 160), lat: between(-70, 70), zoom: between(0.5, 11) });
const runs = (seed: number) => ({ numRuns: 400, seed });

describe("the projection", () => {
  it("has the whole world in a square, north above", () => {
    expect(mercator(-180, 0)).toEqual([0, 0.5]);
    expect(mercator(180, 85.0511287798066)[0]).toBe(1);
    expect(mercator(0, 85.0511287798066)[1]).toBeCloseTo(0, 12);
    expect(mercator(0, -85.0511287798066)[1]).toBeCloseTo(1, 12);
  });

  it("bug: a dossier of the whole world had a picture without end, for the poles are nowhere on it; what lies beyond 85.05° stands at the edge", () => {
    expect(mercator(0, 90)[1]).toBeCloseTo(0, 9);
    expect(mercator(0, -90)[1]).toBeCloseTo(1, 9);
    expect(frame([-180, -90, 180, 90]).aspect).toBeCloseTo(1, 9);
    expect(fitCamera([-180, -90, 180, 90], 512, 512)).toMatchObject({ lng: 0, lat: expect.closeTo(0, 6), zoom: expect.closeTo(0, 6) });
  });

  it("and its inverse cancel each other out", () => {
    fc.assert(
      fc.property(lonLat, ([lon, lat]) => {
        const back = unmercator(...mercator(lon, lat));
        expect(back[0]).toBeCloseTo(lon, 9);
        expect(back[1]).toBeCloseTo(lat, 9);
      }),
      runs(41),
    );
  });
});

describe("what a map may show", () => {
  const world: Bounds = [-180, -90, 180, 90];
  const odd = fc.constantFrom<Bounds>(
    world,
    [-180, 80, 180, 90],
    [-180, -60, 180, 80],
    [46.745, 39.815, 46.757, 39.824],
    [170, -85, 180, -80],
  );

  it("bug: the page of a dossier of the whole world, and of one street, never came to rest: the opening view is always within reach", () => {
    fc.assert(
      fc.property(fc.oneof(bounds, odd), boxes, (opening, [w, h]) => {
        const whole = fitCamera(opening, w, h);
        expect(sameCamera(within(whole, opening, w, h), whole)).toBe(true);
      }),
      runs(47),
    );
  });

  it("is never farther or nearer than the world and a street, nor beyond the world's edge, where the opening needs no more", () => {
    const opening: Bounds = [40, 35, 50, 42];
    const anywhere = fc.record({ lng: between(-180, 180), lat: between(-89, 89), zoom: between(-3, 24) });
    fc.assert(
      fc.property(anywhere, boxes, (wish, [w, h]) => {
        const at = within(wish, opening, w, h);
        const [west, south, east, north] = visibleBounds(at, w, h);
        expect(at.zoom).toBeLessThanOrEqual(11);
        expect(at.zoom).toBeGreaterThanOrEqual(0.5);
        if (Math.max(w, h) <= 512 * 2 ** at.zoom) {
          expect(Math.min(west + 180, 180 - east)).toBeGreaterThan(-1e-6);
          expect(Math.max(north, -south)).toBeLessThan(85.052);
        }
        expect(within(at, opening, w, h)).toMatchObject({ zoom: at.zoom, lng: expect.closeTo(at.lng, 6), lat: expect.closeTo(at.lat, 6) });
      }),
      runs(48),
    );
  });
});

describe("a camera", () => {
  it("shows its middle in the middle", () => {
    fc.assert(
      fc.property(cameras, boxes, (camera, [w, h]) => {
        const [x, y] = project(camera, w, h)(camera.lng, camera.lat);
        expect(x).toBeCloseTo(w / 2, 6);
        expect(y).toBeCloseTo(h / 2, 6);
      }),
      runs(42),
    );
  });

  it("one zoom closer shows everything twice as large", () => {
    fc.assert(
      fc.property(cameras, lonLat, (camera, [lon, lat]) => {
        const [x, y] = project(camera, 0, 0)(lon, lat);
        const [x2, y2] = project({ ...camera, zoom: camera.zoom + 1 }, 0, 0)(lon, lat);
        expect(x2 / 2).toBeCloseTo(x, 4);
        expect(y2 / 2).toBeCloseTo(y, 4);
      }),
      runs(43),
    );
  });

  it("sees bounds whose corners are the corners of its box", () => {
    fc.assert(
      fc.property(fc.record({ lng: between(-60, 60), lat: between(-40, 40), zoom: between(4, 11) }), boxes, (camera, [w, h]) => {
        const [west, south, east, north] = visibleBounds(camera, w, h);
        const to = project(camera, w, h);
        for (const [found, wanted] of [
          [to(west, north), [0, 0]],
          [to(east, south), [w, h]],
        ] as const) {
          expect(found[0]).toBeCloseTo(wanted[0], 4);
          expect(found[1]).toBeCloseTo(wanted[1], 4);
        }
      }),
      runs(44),
    );
  });
});

describe("the camera that shows bounds whole", () => {
  it("has them inside its box, touching two opposite edges, and no farther off than that", () => {
    fc.assert(
      fc.property(bounds, boxes, (b, [w, h]) => {
        const to = project(fitCamera(b, w, h), w, h);
        const [left, top] = to(b[0], b[3]);
        const [right, bottom] = to(b[2], b[1]);
        expect(left).toBeGreaterThan(-0.01);
        expect(top).toBeGreaterThan(-0.01);
        expect(Math.min(Math.abs(left), Math.abs(top))).toBeLessThan(0.01);
        expect(left + right).toBeCloseTo(w, 3);
        expect(top + bottom).toBeCloseTo(h, 3);
      }),
      runs(45),
    );
  });

  it("sees at least those bounds, and in a box of their shape just them", () => {
    fc.assert(
      fc.property(bounds, boxes, (b, [w, h]) => {
        const seen = visibleBounds(fitCamera(b, w, h), w, h);
        for (const i of [0, 1] as const) expect(seen[i]).toBeLessThan(b[i] + 1e-6);
        for (const i of [2, 3] as const) expect(seen[i]).toBeGreaterThan(b[i] - 1e-6);
        const exact = w / frame(b).aspect;
        for (const [i, side] of visibleBounds(fitCamera(b, w, exact), w, exact).entries()) expect(side).toBeCloseTo(b[i]!, 6);
      }),
      runs(46),
    );
  });

  it("is where the style sheet puts marks and names of the picture, to a hundredth of a pixel, whatever the box", () => {
    // The rule itself; a change to it has to be made here and in camera.ts too.
    expect(SHEET).toContain(
      "translate( calc(50cqw + var(--x) * min(100cqw, 100cqh * var(--aspect))), calc(50cqh + var(--y) * min(100cqw, 100cqh * var(--aspect))) )",
    );
    fc.assert(
      fc.property(bounds, boxes, between(0, 1), between(0, 1), (b, [w, h], across, up) => {
        const [lon, lat] = [b[0] + across * (b[2] - b[0]), b[1] + up * (b[3] - b[1])];
        const f = frame(b);
        const scale = Math.min(w, h * f.aspect);
        const [x, y] = project(fitCamera(b, w, h), w, h)(lon, lat);
        expect(Math.abs(x - (0.5 * w + f.x(lon) * scale))).toBeLessThan(0.01);
        expect(Math.abs(y - (0.5 * h + f.y(lat) * scale))).toBeLessThan(0.01);
      }),
      runs(47),
    );
  });
});

describe("MapLibre's own arithmetic", async () => {
  const { MercatorTransform } = await import(`${LIVE}/projection/mercator_transform.ts`);
  const { MercatorCameraHelper } = await import(`${LIVE}/projection/mercator_camera_helper.ts`);
  const { LngLatBounds } = await import(`${LIVE}/lng_lat_bounds.ts`);
  const { LngLat } = await import(`${LIVE}/lng_lat.ts`);
  const none = { left: 0, right: 0, top: 0, bottom: 0 };
  const transform = (w: number, h: number) => {
    const t = new MercatorTransform({ minZoom: 0, maxZoom: 24, minPitch: 0, maxPitch: 60, renderWorldCopies: false });
    t.resize(w, h);
    return t;
  };

  it("fits bounds with the same camera", () => {
    fc.assert(
      fc.property(bounds, boxes, (b, [w, h]) => {
        const theirs = new MercatorCameraHelper().cameraForBoxAndBearing(
          { maxZoom: 24, offset: [0, 0] },
          none,
          none,
          new LngLatBounds([...b]),
          0,
          transform(w, h),
        );
        const ours = fitCamera(b, w, h);
        expect(theirs.zoom).toBeCloseTo(ours.zoom, 9);
        expect(theirs.center.lng).toBeCloseTo(ours.lng, 9);
        expect(theirs.center.lat).toBeCloseTo(ours.lat, 9);
      }),
      runs(48),
    );
  });

  it("puts a place on the same hundredth of a pixel", () => {
    fc.assert(
      fc.property(bounds, boxes, between(0, 1), between(0, 1), (b, [w, h], across, up) => {
        const camera = fitCamera(b, w, h);
        // The world is larger than the box, else MapLibre would not let its edge come in.
        fc.pre(512 * 2 ** camera.zoom > 8 * Math.max(w, h) && Math.abs(camera.lng) < 150);
        const t = transform(w, h);
        t.setZoom(camera.zoom);
        t.setCenter(new LngLat(camera.lng, camera.lat));
        const [lon, lat] = [b[0] + across * (b[2] - b[0]), b[1] + up * (b[3] - b[1])];
        const theirs = t.locationToScreenPoint(new LngLat(lon, lat));
        const [x, y] = project(camera, w, h)(lon, lat);
        expect(Math.abs(theirs.x - x)).toBeLessThan(0.01);
        expect(Math.abs(theirs.y - y)).toBeLessThan(0.01);
      }),
      runs(49),
    );
  });
});

describe("two cameras", () => {
  const at: MapCamera = { lng: 46.7, lat: 39.9, zoom: 7.5 };
  const px = 360 / (512 * 2 ** at.zoom);

  it("are the same when less than half a pixel parts them, and not when more does", () => {
    expect(sameCamera(at, at)).toBe(true);
    expect(sameCamera(at, { ...at, lng: at.lng + 0.4 * px })).toBe(true);
    expect(sameCamera(at, { ...at, lng: at.lng + 0.6 * px })).toBe(false);
    expect(sameCamera(at, { ...at, lat: at.lat + px })).toBe(false);
    expect(sameCamera(at, { ...at, zoom: at.zoom + 0.01 })).toBe(false);
  });

  it("are still the same when the address has rounded one of them", () => {
    fc.assert(
      fc.property(fc.record({ lng: between(-160, 160), lat: between(-70, 70), zoom: between(0.5, 8) }), (camera) => {
        const written = { lng: Number(camera.lng.toFixed(4)), lat: Number(camera.lat.toFixed(4)), zoom: Number(camera.zoom.toFixed(2)) };
        expect(sameCamera({ ...camera, zoom: written.zoom }, written)).toBe(true);
      }),
      runs(50),
    );
  });
});
