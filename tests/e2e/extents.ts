import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Bounds } from "../../src/dossier/types.ts";
import { type Files, good, text, withFiles } from "../dossier/fixtures.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Where the invented dossier lies, and how much of it is seen at first. */
const OWN: Bounds = [-32, -44, -26, -40];
const OWN_OPENING: Bounds = [-31, -43, -27, -41];

/** A degree in few enough digits to be read, to less than a metre. */
const short = (n: number): number => +n.toFixed(6);

const halfway = (a: readonly number[], b: readonly number[]): number[] => [(a[0]! + b[0]!) / 2, (a[1]! + b[1]!) / 2];

/** The invented dossier somewhere else on Earth, as wide and as high as `window`: everything in it is moved alike. */
export function movedTo(window: Bounds): Files {
  const lon = (x: number): number => short(window[0] + ((x - OWN[0]) / (OWN[2] - OWN[0])) * (window[2] - window[0]));
  const lat = (y: number): number => short(window[1] + ((y - OWN[1]) / (OWN[3] - OWN[1])) * (window[3] - window[1]));
  const box = ([west, south, east, north]: Bounds): string => `[${lon(west)}, ${lat(south)}, ${lon(east)}, ${lat(north)}]`;
  const files = good();
  const point = (value: unknown): unknown => {
    if (!Array.isArray(value)) return value;
    if (typeof value[0] === "number") return [lon(value[0]), lat(value[1] as number)];
    // With a point halfway: a line longer than half the world is taken for one across 180°.
    return value.flatMap((part, i, all) => [
      ...(i > 0 && typeof part[0] === "number" ? [point(halfway(all[i - 1], part))] : []),
      point(part),
    ]);
  };
  const layer = (name: string): string =>
    JSON.stringify(JSON.parse(text(files, name)), (key, value) => (key === "coordinates" ? point(value) : value));
  const head = text(files, "dossier.yaml")
    .replace(/^window: .*$/m, `window: ${box(OWN)}`)
    .replace(/^opening: .*$/m, `opening: ${box(OWN_OPENING)}`);
  // The council sits outside the map, wherever that is.
  const [region, outside = ""] = text(files, "places.yaml").split(/(?=^- id: far_city)/m);
  const places = (region ?? "")
    .replace(/^( {2}lat: )(.*)$/gm, (_, key: string, n: string) => key + lat(Number(n)))
    .replace(/^( {2}lon: )(.*)$/gm, (_, key: string, n: string) => key + lon(Number(n)));
  const story = text(files, "story.yaml").replace(/^ {2}camera: .*\n/m, "");
  const [disputed, shore] = ["layers/disputed.geojson", "layers/region.geojson"];
  return withFiles(files, {
    "dossier.yaml": head,
    "places.yaml": places + outside,
    "story.yaml": story,
    [disputed]: layer(disputed),
    [shore]: layer(shore),
  });
}

/** Builds a dossier as `npm run build` does, in a process of its own; the folder of the finished site. */
export async function built(files: Files): Promise<string> {
  const home = mkdtempSync(join(tmpdir(), "extent-"));
  const folder = join(home, "lake-mira");
  for (const [name, bytes] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  const { VITEST, ...env } = process.env;
  const site = join(home, "site");
  const vite = spawn(process.execPath, [join(ROOT, "node_modules/vite/bin/vite.js"), "build", "--outDir", site, "--logLevel", "error"], {
    cwd: ROOT,
    env: { ...env, NODE_ENV: "production", DOSSIER: folder },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  vite.stderr.on("data", (chunk) => {
    said += String(chunk);
  });
  const code = await new Promise((done) => vite.on("close", done));
  if (code !== 0) throw new Error(`the build ended with ${code}:\n${said}`);
  return site;
}
