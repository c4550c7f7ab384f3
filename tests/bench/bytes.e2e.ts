import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { measureBytes } from "../../src/cli/bench/budgets.ts";

const DIST = fileURLToPath(new URL("../../dist", import.meta.url));

it("the built page keeps every byte budget", () => {
  const over = measureBytes(DIST).filter(({ bytes, limit }) => bytes > limit);
  expect(over.map(({ what, bytes, limit }) => `${what}: ${bytes} bytes, ${limit} allowed`)).toEqual([]);
});
