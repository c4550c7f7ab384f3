import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureChromium } from "./browser.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** How many tests of a step passed and failed; a step that is no test suite counts as one test. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

const one = (passed: boolean): Tally => (passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/** What is read of Vitest's JSON report. */
interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly { readonly status: string }[] }[];
}

/**
 * Counts a Vitest report (null: it wrote none). A test file that broke before or outside its tests counts as one failed test,
 * and a run that ended badly never counts as all passed.
 */
export function tallyOf(report: VitestReport | null, endedWell: boolean): Tally {
  if (!report) return one(false);
  const broken = report.testResults.filter((f) => f.status === "failed" && !f.assertionResults.some((t) => t.status === "failed")).length;
  const failed = report.numFailedTests + broken;
  return { passed: report.numPassedTests, failed: failed === 0 && !endedWell ? 1 : failed };
}

/** Runs a program with its output streaming through and nothing to read; true when it ended well. */
const run = (program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): boolean =>
  spawnSync(program, args, { cwd: ROOT, stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, ...env } }).status === 0;

const script = (name: string): Tally => one(run("npm", ["run", "--silent", name]));

const checkDossiers = (): Tally => {
  const folders = readdirSync(join(ROOT, "geo"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  if (folders.length === 0) {
    console.log("geo/ holds no dossier to check");
    return one(false);
  }
  // Every folder is checked even after one that fails.
  const results = folders.map(({ name }) => run(process.execPath, ["src/cli/run.mjs", "check", `geo/${name}`]));
  return { passed: results.filter(Boolean).length, failed: results.filter((well) => !well).length };
};

const vitest = (project: string, env: Readonly<Record<string, string>> = {}): Tally => {
  const folder = mkdtempSync(join(tmpdir(), "dateline-test-"));
  const file = join(folder, "report.json");
  const well = run(
    join(ROOT, "node_modules/.bin/vitest"),
    ["run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${file}`],
    env,
  );
  const report = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as VitestReport) : null;
  rmSync(folder, { recursive: true });
  return tallyOf(report, well);
};

const browserTests = (built: boolean): Tally => {
  if (!built) {
    console.log("not run: there is no page to test, since the build failed");
    return one(false);
  }
  try {
    return vitest("e2e", { CHROMIUM_PATH: ensureChromium().path });
  } catch (error) {
    console.log(error instanceof Error ? error.message : String(error));
    return one(false);
  }
};

/** `npm test`: everything that can be wrong, told in one go. Exit code 1 when anything failed; the last line is `N passed, N failed`. */
export default function test(): number {
  const lines: string[] = [];
  const total = { passed: 0, failed: 0 };
  const step = (title: string, work: () => Tally): boolean => {
    console.log(`\n=== ${title} ===`);
    const begun = performance.now();
    const { passed, failed } = work();
    total.passed += passed;
    total.failed += failed;
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    const line = `${failed === 0 ? "ok    " : "FAILED"} ${title.padEnd(14)} ${`${passed} passed, ${failed} failed`.padEnd(24)} ${seconds} s`;
    console.log(line);
    lines.push(line);
    return failed === 0;
  };
  step("types", () => script("types"));
  step("lint", () => script("lint"));
  step("dossier check", checkDossiers);
  step("unit tests", () => vitest("unit"));
  const built = step("build", () => script("build"));
  step("browser tests", () => browserTests(built));
  console.log(`\n=== summary ===\n${lines.join("\n")}\n\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
}
