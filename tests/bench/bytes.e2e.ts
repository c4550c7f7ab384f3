import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { measureBytes, measurePoster } from "../../src/cli/bench/budgets.ts";

const DIST = fileURLToPath(new URL("../../dist", import.meta.url));

it("the built page, and the one in an article, keep every byte budget", () => {
  const over = [...measureBytes(DIST), measurePoster(DIST)].filter(({ bytes, limit }) => bytes > limit);
  expect(over.map(({ what, bytes, limit }) => `${what}: ${bytes} bytes, ${limit} allowed`)).toEqual([]);
});
