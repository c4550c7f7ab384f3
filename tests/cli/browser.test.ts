import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ensureChromium, type FoundChromium, findChromium, installSteps } from "../../src/cli/browser.ts";

let base: string;
const program = (...parts: string[]): string => {
  const path = join(base, ...parts);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, "");
  chmodSync(path, 0o755);
  return path;
};
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), "browser-"));
});
afterAll(() => rmSync(base, { recursive: true }));

describe("finding a Chromium", () => {
  it("takes the one wished for before any other", () => {
    const wished = program("wished", "my-chrome");
    const PATH = join(program("first", "chromium"), "..");
    expect(findChromium({ CHROMIUM_PATH: wished, PATH }, [])).toEqual({ path: wished, how: "CHROMIUM_PATH" });
  });

  it("does not put another in the place of a wrong wish", () => {
    expect(() => findChromium({ CHROMIUM_PATH: join(base, "none"), PATH: join(base, "first") }, [])).toThrow(
      /CHROMIUM_PATH names no program/,
    );
    expect(() => findChromium({ CHROMIUM_PATH: base }, [])).toThrow(/CHROMIUM_PATH names no program/);
  });

  it("takes Chromium before Chrome, wherever on PATH they are", () => {
    program("chrome", "google-chrome");
    const chromium = program("later", "chromium");
    expect(findChromium({ PATH: `${join(base, "chrome")}::${join(base, "later")}` }, [])).toEqual({ path: chromium, how: "PATH" });
    expect(findChromium({ PATH: join(base, "chrome") }, [])?.path).toBe(join(base, "chrome", "google-chrome"));
  });

  it("skips a file that cannot be run, looks in the usual places, and else finds none", () => {
    mkdirSync(join(base, "dead"));
    writeFileSync(join(base, "dead", "chromium"), "", { mode: 0o644 });
    const usual = program("usual", "chromium");
    expect(findChromium({ PATH: join(base, "dead") }, [join(base, "dead", "chromium"), usual])).toEqual({
      path: usual,
      how: "its usual place",
    });
    expect(findChromium({ PATH: join(base, "dead") }, [])).toBeNull();
  });
});

describe("getting a Chromium", () => {
  const CHROMIUM: FoundChromium = { path: "/x/chromium", how: "PATH" };
  const attempt = (found: (FoundChromium | null)[], run: (line: string) => boolean) => {
    const said: string[] = [];
    const ran: string[] = [];
    const work = (): FoundChromium =>
      ensureChromium(
        (line) => said.push(line),
        () => found.shift() ?? null,
        (name, args) => {
          const line = [name, ...args].join(" ");
          ran.push(line);
          return run(line);
        },
      );
    return { said, ran, work };
  };

  it("installs nothing when there is one, and says which", () => {
    const { said, ran, work } = attempt([CHROMIUM], () => true);
    expect(work()).toBe(CHROMIUM);
    expect([said, ran]).toEqual([["Chromium: /x/chromium (found by PATH)"], []]);
  });

  it("installs one when there is none, and says so", () => {
    const { said, ran, work } = attempt([null, CHROMIUM], () => true);
    expect(work()).toBe(CHROMIUM);
    expect(ran.map((line) => line.replace("sudo -n ", ""))).toEqual([
      "env DEBIAN_FRONTEND=noninteractive apt-get update",
      "env DEBIAN_FRONTEND=noninteractive apt-get install -y chromium",
    ]);
    expect(said).toEqual(["Chromium: none found; installing it with apt-get", "Chromium: /x/chromium (installed with apt-get)"]);
  });

  it("says what failed and what to do when it cannot, and goes no further than that", () => {
    const { ran, work } = attempt([null, null], (line) => !line.includes("update"));
    expect(work).toThrow(/this command failed: .*apt-get update\.\nInstall Chromium or Chrome yourself, or set CHROMIUM_PATH/);
    expect(ran).toHaveLength(1);
  });

  it("does not take an install that left nothing for one that worked", () => {
    expect(attempt([null, null], () => true).work).toThrow(/apt-get ended well, yet no Chromium/);
  });

  it("asks sudo for no password, and root for no sudo", () => {
    expect(installSteps(true).map(([name]) => name)).toEqual(["env", "env"]);
    expect(installSteps(false).map(([name, args]) => `${name} ${args[0]}`)).toEqual(["sudo -n", "sudo -n"]);
  });
});
