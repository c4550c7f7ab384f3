import { describe, expect, it } from "vitest";
import { distanceWords, kilometres, towards } from "../../src/model/measure.ts";

describe("kilometres", () => {
  it("are those of the great circle, the same both ways", () => {
    const baku = [49.867, 40.409] as const;
    const newYork = [-74.006, 40.713] as const;
    expect(kilometres(baku, newYork)).toBeGreaterThan(9300);
    expect(kilometres(baku, newYork)).toBeLessThan(9450);
    expect(kilometres(newYork, baku)).toBeCloseTo(kilometres(baku, newYork), 6);
    expect(kilometres([0, 0], [0, 1])).toBeCloseTo(111.2, 1);
    expect(kilometres(baku, baku)).toBe(0);
  });

  it("take the short way across the date line", () => {
    expect(kilometres([179.5, 0], [-179.5, 0])).toBeCloseTo(111.2, 1);
  });
});

describe("a distance in words", () => {
  it.each([
    [0, "0 m"],
    [0.005, "5 m"],
    [0.2, "200 m"],
    [0.412, "410 m"],
    [0.998, "1 km"],
    [12.4, "12 km"],
    [19.8, "20 km"],
    [644, "640 km"],
    [997, "1,000 km"],
    [9841, "9,800 km"],
    [19_951, "20,000 km"],
  ])("%d km is %s: no more exact than a reader can use; bug: a street's length was 0 km", (km, words) => {
    expect(distanceWords(km)).toBe(words);
  });
});

it("bug: an arrow pointed west to what lies just east of the 180th meridian", () => {
  expect(towards([179, -17], { lon: -179.3, lat: -17 })).toBe("east");
  expect(towards([-179, -17], { lon: 179.3, lat: -17 })).toBe("west");
  expect(towards([46.7, 39.9], { lon: 37.6, lat: 55.75 })).toBe("north");
  expect(towards([46.7, 39.9], { lon: -74, lat: 40.7 })).toBe("west");
});
