import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type MapCamera, visibleBounds } from "../../src/map/camera.ts";
import { kilometresAcross, scaleStep } from "../../src/map/scale.ts";
import { kilometres } from "../../src/model/measure.ts";

describe("the scale", () => {
  const camera = fc.record({
    lng: fc.double({ min: 38, max: 56, noNaN: true }),
    lat: fc.double({ min: -60, max: 60, noNaN: true }),
    zoom: fc.double({ min: 6, max: 11, noNaN: true }),
  });

  it("is right along the middle of the map: two points as far apart as it says are as many px apart", () => {
    fc.assert(
      fc.property(camera, (at: MapCamera) => {
        const [w, , e] = visibleBounds(at, 700, 500);
        expect(Math.abs(kilometresAcross(visibleBounds(at, 700, 500)) / kilometres([w, at.lat], [e, at.lat]) - 1)).toBeLessThan(0.01);
      }),
      { numRuns: 300, seed: 31 },
    );
  });

  it("is a round number of kilometres, as long as it may be and no longer", () => {
    fc.assert(
      fc.property(camera, (at: MapCamera) => {
        const bounds = visibleBounds(at, 700, 500);
        const { km, px } = scaleStep(bounds, 700, 110);
        expect(String(km)).toMatch(/^(0\.0*)?[125]0*$/);
        expect(px).toBeLessThanOrEqual(110);
        expect(px).toBeGreaterThan(110 / 2.51);
        expect(px / km).toBeCloseTo(700 / kilometresAcross(bounds), 6);
      }),
      { numRuns: 300, seed: 32 },
    );
  });
});
