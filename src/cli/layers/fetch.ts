import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Pin } from "./pins.ts";

/** A sentence for the person at the terminal; no stack trace helps with a package that is not there. */
export class LayersError extends Error {}

/** The hash of `bytes` in the form its pin has. */
export function hashOf(bytes: Uint8Array, from: Pin["from"]): string {
  return from === "npm"
    ? `sha512-${createHash("sha512").update(bytes).digest("base64")}`
    : `sha256-${createHash("sha256").update(bytes).digest("hex")}`;
}

/** Why a fetched package may not be used; null when it is the pinned one. */
export function refusal(pin: Pin, bytes: Uint8Array): string | null {
  const found = hashOf(bytes, pin.from);
  if (found === pin.hash) return null;
  return `${pin.name} ${pin.version}: its bytes have the hash ${found}, expected ${pin.hash}. It is not used. Fetch it again; when the publisher really changed it, look at what changed and then correct src/cli/layers/pins.ts.`;
}

function run(command: string, args: readonly string[], cwd: string, pin: Pin): void {
  try {
    execFileSync(command, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
  } catch (error) {
    const { code, stderr } = error as { code?: string; stderr?: Buffer };
    const why = code === "ENOENT" ? `there is no command ${command} here` : `${stderr ?? error}`.trim().split("\n").at(-1);
    const where = pin.from === "debian" ? " Debian packages need a Debian system, after apt-get update." : "";
    throw new LayersError(`${pin.name} ${pin.version}: ${command} failed: ${why}.${where}`);
  }
}

/** Fetches the archive into `folder`, which is empty before, and returns its path. */
function download(pin: Pin, folder: string): string {
  if (pin.from === "npm") run("npm", ["pack", "--silent", "--ignore-scripts", `${pin.name}@${pin.version}`], folder, pin);
  else run("apt-get", ["download", "-q", `${pin.name}=${pin.version}`], folder, pin);
  const [file] = readdirSync(folder);
  if (file === undefined) throw new LayersError(`${pin.name} ${pin.version}: nothing was fetched; expected an archive in ${folder}.`);
  return join(folder, file);
}

/**
 * The folder of unpacked packages: fetched once, verified every time an archive is unpacked, kept in the cache after that.
 * npm packages lie in `node_modules`, so that they find each other; no install script is ever run.
 */
export class Packages {
  readonly #cache: string;

  constructor(cache: string) {
    this.#cache = cache;
  }

  /** The folder of a package; fetches, verifies and unpacks it when it is not there. */
  folder(pin: Pin): string {
    const target = pin.from === "npm" ? join(this.#cache, "node_modules", pin.name) : join(this.#cache, "debian", pin.name);
    const stamp = join(this.#cache, "stamps", `${pin.from}-${pin.name.replaceAll("/", "+")}`);
    if (existsSync(stamp) && readFileSync(stamp, "utf8") === pin.hash) return target;
    const archives = join(this.#cache, "archives", `${pin.from}-${pin.name.replaceAll("/", "+")}`);
    // The stamp goes first: what is broken off half way must not count as there.
    for (const old of [stamp, archives, target]) rmSync(old, { recursive: true, force: true });
    for (const folder of [archives, target, join(this.#cache, "stamps")]) mkdirSync(folder, { recursive: true });
    const archive = download(pin, archives);
    const no = refusal(pin, readFileSync(archive));
    if (no !== null) throw new LayersError(no);
    if (pin.from === "npm") run("tar", ["-xzf", archive, "-C", target, "--strip-components=1"], archives, pin);
    else run("dpkg-deb", ["-x", archive, target], archives, pin);
    rmSync(archives, { recursive: true });
    writeFileSync(stamp, pin.hash);
    return target;
  }

  read(pin: Pin, file: string): Buffer {
    return readFileSync(join(this.folder(pin), file));
  }

  json<T>(pin: Pin, file: string): T {
    return JSON.parse(this.read(pin, file).toString("utf8")) as T;
  }

  /** Loads an npm package, after all `pins`, which it may need itself. */
  load<T>(name: string, pins: readonly Pin[]): T {
    for (const pin of pins) this.folder(pin);
    return createRequire(join(this.#cache, "node_modules", "from-here.cjs"))(name) as T;
  }
}
