import { afterEach, expect, test, vi } from "vitest";
import { painted } from "../../src/map/painted.ts";

/** A browser whose frames come at these times, and then every 16 ms; says how many were asked for. */
function framesAt(...times: readonly number[]): () => number {
  let asked = 0;
  vi.stubGlobal("requestAnimationFrame", (done: (now: number) => void) => {
    const at = times[asked] ?? (times.at(-1) ?? 0) + 16 * (asked - times.length + 1);
    asked++;
    queueMicrotask(() => done(at));
    return asked;
  });
  return () => asked;
}

afterEach(() => vi.unstubAllGlobals());

test("a page whose frames come in time is painted after the fourth", async () => {
  const asked = framesAt(1000, 1016, 1032);
  await painted();
  expect(asked()).toBe(4);
});

test("a page whose frames are held up by drawing is waited for, also when two came in time between", async () => {
  const asked = framesAt(1000, 1500, 1516, 1532, 1900, 1916, 1932, 1948);
  await painted();
  expect(asked()).toBe(8);
});

test("a page that is busy for ever still gets its map", async () => {
  const asked = framesAt(...Array.from({ length: 40 }, (_, i) => 1000 + 300 * i));
  await painted();
  expect(asked()).toBe(20);
});
