import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/** What the fonts are made from and with: name, version and integrity of each package, all of what they need included. */
const PACKAGES: readonly (readonly [name: string, version: string, integrity: string])[] = [
  ["@fontsource/noto-sans", "5.3.0", "sha512-fBCog2PY7DiVVTEEqtI/Qdinx/knobHYfoGpjFXdfBX5RoJaBp1Prw2G75p0OIsdlMZg3cLo0c+YbIUYOxnQJw=="],
  [
    "@fontsource/noto-sans-armenian",
    "5.3.0",
    "sha512-ot9KkRsd2hDXGIMZQeRSvtsw1uoFIBIS+yL7ZLDHY8GpT2LJz7FaCxGT07Iudu0yNTlSEYNLLAbKcy2ZUIjzUA==",
  ],
  [
    "@fontsource/noto-sans-georgian",
    "5.3.0",
    "sha512-+a+N1mvCugsggDb5eKPKcwDXQQtbaV+x9/Zo2/p2c9yAZeib+qD2ftbezbPAoLvBf4MP+F8BdDwHdrlnNRSdng==",
  ],
  [
    "@fontsource/noto-sans-math",
    "5.3.0",
    "sha512-CzodkZ4R2VC73rqbNbVpiI94fXZJLFEMNBTAM3DFadjAKrjLQ2Fr+s2yM2c5uS+frBZ2IM+LyMo6COhAzV7hCA==",
  ],
  ["@fontsource/noto-serif", "5.3.0", "sha512-ZrMzjuQlBIcw+qma1slZQdU3YDJvrjLG+9CWU1bxSf3YTkucwqd3EYa/Kfo4Ts19w8IMTGAmtOE3d6wWlgnBtA=="],
  ["argparse", "2.0.1", "sha512-8+9WqebbFzpX9OR+Wa6O29asIogeRMzcGtAINdpMHHyAg10f05aSFVBbcEqGf/PXw1EjAZ+q2/bEBg3DvurK3Q=="],
  ["fontverter", "2.0.0", "sha512-DFVX5hvXuhi1Jven1tbpebYTCT9XYnvx6/Z+HFUPb7ZRMCW+pj2clU9VMhoTPgWKPhAs7JJDSk3CW1jNUvKCZQ=="],
  ["harfbuzzjs", "1.6.4", "sha512-T/PyfhVt1gGR2Tkf5KJUj1DQFkVBXHw552lS1iLEEDhV1Lukb3eq1pk2ov85kgbT2YUiZtJBTak9w+M7YgzUEQ=="],
  ["p-limit", "3.1.0", "sha512-TYOanM3wGwNGsZN2cVTYPArw454xnXj5qmWF1bEoAc4+cU/ol7GVh7odevjp1FNHduHc3KZMcFduxU5Xc6uJRQ=="],
  ["pako", "1.0.11", "sha512-4hLB8Py4zZce5s4yd9XzopqwVv/yGNhV1Bl8NTmCq1763HeK2+EwVTv+leGeL13Dnh2wfbqowVPXCIO0z4taYw=="],
  ["subset-font", "2.9.0", "sha512-WJulQeFwbewrXIGcLJbSZFWI44fHW8gNRuPzLywfDL8w38IPRbN1JFxwG76aoohw9kcFdvjVIn2QmID1iy119A=="],
  ["wawoff2", "2.0.1", "sha512-r0CEmvpH63r4T15ebFqeOjGqU4+EgTx4I510NtK35EMciSdcTxCw3Byy3JnBonz7iyIFZ0AbVo0bbFpEVuhCYA=="],
  ["woff2sfnt-sfnt2woff", "1.0.0", "sha512-edK4COc1c1EpRfMqCZO1xJOvdUtM5dbVb9iz97rScvnTevqEB3GllnLWCmMVp1MfQBdF1DFg/11I0rSyAdS4qQ=="],
  ["yocto-queue", "0.1.0", "sha512-rVksvsnNCdJ/ohGc6xgPwyN8eheCxsiLM8mxuE/t/mOVqJewPuO1miLpTHQiRgTKCLexL4MeAFVagts7HmNZ2Q=="],
];

export type SubsetFont = (
  font: Buffer,
  text: string,
  options: {
    readonly targetFormat: "woff2";
    readonly keepFeatures: readonly string[];
    readonly noHinting: boolean;
    readonly noLayoutClosure: boolean;
    readonly dropTables: readonly string[];
  },
) => Promise<Buffer>;

export interface FontTools {
  readonly subset: SubsetFont;
  /** A file of a font package. */
  readonly read: (pack: string, file: string) => Buffer;
}

/**
 * Fetches the font packages and the subsetter once into `folder`, which the project does not keep. They are no dependency of
 * the project: only whoever changes the fonts needs them. npm compares each archive with the integrity given above.
 *
 * @throws when they cannot be fetched or one is not what it should be
 */
export function fontTools(folder: string): FontTools {
  const dependencies = Object.fromEntries(PACKAGES.map(([name, version]) => [name, version]));
  const root = { name: "fonts", version: "0.0.0", private: true, dependencies };
  const entries = PACKAGES.map(([name, version, integrity]) => [`node_modules/${name}`, { version, integrity }] as const);
  const lock = JSON.stringify({ ...root, lockfileVersion: 3, requires: true, packages: { "": root, ...Object.fromEntries(entries) } });
  const done = join(folder, "installed.json");
  if (!existsSync(done) || readFileSync(done, "utf8") !== lock) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), JSON.stringify(root));
    writeFileSync(join(folder, "package-lock.json"), lock);
    const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
    const { status, stderr } = spawnSync("npm", args, { cwd: folder, encoding: "utf8" });
    if (status !== 0)
      throw new Error(`the font packages could not be fetched, or are not the ones named in fonts/tools.ts\n${stderr ?? ""}`);
    writeFileSync(done, lock);
  }
  const load = createRequire(join(folder, "package.json"));
  return {
    subset: load("subset-font") as SubsetFont,
    read: (pack, file) => readFileSync(join(folder, "node_modules/@fontsource", pack, file)),
  };
}
