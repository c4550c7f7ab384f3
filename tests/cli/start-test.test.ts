import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { portFrom, serveOnFreePort } from "../../src/cli/start.ts";
import { tallyOf } from "../../src/cli/test.ts";

describe("npm start", () => {
  it("takes a port in either spelling, and nothing else", () => {
    expect([[], ["--port", "8080"], ["--port=8080"]].map(portFrom)).toEqual([4173, 8080, 8080]);
    expect([["--port"], ["--port", "0"], ["--port", "65536"], ["--port", "80a"], ["8080"], ["--open"]].map(portFrom)).toEqual(
      Array(6).fill(null),
    );
  });

  it("goes to the next port when the one asked for is taken", async () => {
    const dir = mkdtempSync(join(tmpdir(), "start-"));
    writeFileSync(join(dir, "index.html"), "the page");
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, "127.0.0.1", done));
    const taken = (other.address() as AddressInfo).port;
    const served = await serveOnFreePort(dir, taken);
    try {
      expect(served.port).toBeGreaterThan(taken);
      expect(await (await fetch(served.url)).text()).toBe("the page");
    } finally {
      await served.close();
      other.close();
      rmSync(dir, { recursive: true });
    }
  });
});

describe("what npm test counts", () => {
  const file = (status: string, ...tests: string[]) => ({ status, assertionResults: tests.map((t) => ({ status: t })) });
  const report = (numPassedTests: number, numFailedTests: number, ...testResults: ReturnType<typeof file>[]) => ({
    numPassedTests,
    numFailedTests,
    testResults,
  });

  it("sums the tests of a report", () => {
    expect(tallyOf(report(2, 0, file("passed", "passed", "passed")), true)).toEqual({ passed: 2, failed: 0 });
    expect(tallyOf(report(1, 1, file("failed", "passed", "failed")), false)).toEqual({ passed: 1, failed: 1 });
  });

  it("counts a file that broke before its first test", () => {
    expect(tallyOf(report(1, 0, file("passed", "passed"), file("failed")), false)).toEqual({ passed: 1, failed: 1 });
  });

  it("never takes a run that ended badly, or one without a report, for all passed", () => {
    expect(tallyOf(report(3, 0, file("passed", "passed")), false).failed).toBe(1);
    expect(tallyOf(null, true)).toEqual({ passed: 0, failed: 1 });
  });
});
