import { spawnSync } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright";

/** A browser on this machine: its program file, and in words where it was found. */
export interface FoundChromium {
  readonly path: string;
  readonly how: string;
}

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
/** Where packages put it when PATH is too short to say so. */
const USUAL_PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/opt/google/chrome/chrome",
  "/snap/bin/chromium",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
};

/**
 * The Chromium or Chrome to use: CHROMIUM_PATH, else the first known name on PATH, else the usual places; null when there is none.
 * Throws when CHROMIUM_PATH names no program: a wrong wish must not be answered by another browser.
 */
export function findChromium(env: Readonly<Record<string, string | undefined>> = process.env, places = USUAL_PLACES): FoundChromium | null {
  const wished = env["CHROMIUM_PATH"];
  if (wished) {
    if (!isProgram(wished)) throw new Error(`CHROMIUM_PATH names no program that can be run: ${wished}`);
    return { path: wished, how: "CHROMIUM_PATH" };
  }
  const folders = (env["PATH"] ?? "").split(delimiter).filter(Boolean);
  for (const name of NAMES)
    for (const folder of folders) if (isProgram(join(folder, name))) return { path: join(folder, name), how: "PATH" };
  const path = places.find(isProgram);
  return path ? { path, how: "its usual place" } : null;
}

/** Runs a program with its output shown; true when it ended well. It is given no input, so nothing in it can wait for an answer. */
export type RunProgram = (program: string, args: readonly string[]) => boolean;

const runShown: RunProgram = (program, args) => spawnSync(program, args, { stdio: ["ignore", "inherit", "inherit"] }).status === 0;

/** The two commands that install Chromium on Debian and its relatives, through sudo for anyone but root. */
export function installSteps(root: boolean): readonly (readonly [string, readonly string[]])[] {
  const asRoot = root ? [] : ["sudo", "-n"];
  return [["update"], ["install", "-y", "chromium"]].map((args) => {
    const [program = "", ...rest] = [...asRoot, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", ...args];
    return [program, rest] as const;
  });
}

/**
 * The Chromium to test with; installs one with apt-get when there is none. Says in one line what it found or did.
 * Throws with what to do when there is none and none could be installed.
 */
export function ensureChromium(
  say: (line: string) => void = console.log,
  find: () => FoundChromium | null = findChromium,
  run: RunProgram = runShown,
): FoundChromium {
  const found = find();
  if (found) {
    say(`Chromium: ${found.path} (found by ${found.how})`);
    return found;
  }
  say("Chromium: none found; installing it with apt-get");
  const steps = installSteps(process.getuid?.() === 0);
  const failed = steps.find(([program, args]) => !run(program, args));
  const installed = find();
  if (installed) {
    say(`Chromium: ${installed.path} (installed with apt-get)`);
    return installed;
  }
  const why = failed ? `this command failed: ${failed[0]} ${failed[1].join(" ")}` : "apt-get ended well, yet no Chromium is to be found";
  throw new Error(
    `No Chromium for the browser tests; ${why}.\nInstall Chromium or Chrome yourself, or set CHROMIUM_PATH to its program, and run the command again.`,
  );
}

/** The sandbox cannot run as root. */
const BASE_FLAGS = [
  "--no-sandbox",
  "--no-proxy-server",
  "--disable-background-networking",
  "--disable-component-update",
  "--font-render-hinting=none",
  "--disable-lcd-text",
];
/**
 * SwiftShader draws WebGL 2 on machines without a graphics card, the same everywhere. WebGL alone: told to use it, a headless Chromium
 * puts the whole page together with it too, many times slower than in software, as a browser does that finds no card.
 */
const WEBGL_FLAGS = ["--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist", "--disable-gpu-compositing"];
const NO_WEBGL_FLAGS = ["--disable-gpu", "--disable-software-rasterizer", "--disable-3d-apis"];

/** A headless Chromium with or without WebGL; `args` are further flags of the program. Throws when there is no Chromium. */
export function launchChromium({ webgl, args = [] }: { webgl: boolean; args?: readonly string[] }): Promise<Browser> {
  const found = findChromium();
  if (!found) throw new Error("No Chromium found. `npm test` installs one; or set CHROMIUM_PATH to its program.");
  return chromium.launch({
    executablePath: found.path,
    headless: true,
    args: [...BASE_FLAGS, ...(webgl ? WEBGL_FLAGS : NO_WEBGL_FLAGS), ...args],
  });
}
