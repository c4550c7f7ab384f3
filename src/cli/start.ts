import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { type Served, serveFolder } from "./serve.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const DEFAULT_PORT = 4173;
const LAST_PORT = 65_535;

/** The port asked for on the command line, or the default; null when the arguments make no sense. */
export function portFrom(argv: readonly string[]): number | null {
  if (argv.length === 0) return DEFAULT_PORT;
  const text = argv.join("=").match(/^--port=(\d{1,5})$/)?.[1];
  const port = Number(text);
  return text && port > 0 && port <= LAST_PORT ? port : null;
}

const isTaken = (error: unknown): boolean => (error as { code?: string }).code === "EADDRINUSE";

/** Serves `dir` on the first free port from `port` on. Rejects when the last port is taken too, or may not be listened on. */
export async function serveOnFreePort(dir: string, port: number): Promise<Served> {
  for (let n = port; ; n++) {
    try {
      return await serveFolder(dir, { port: n });
    } catch (error) {
      if (!isTaken(error) || n >= LAST_PORT) throw error;
    }
  }
}

/** Opens the page only where someone sits in front of a screen; nothing is said when that fails, since the address is printed anyway. */
function openOnScreen(url: string): void {
  const mac = process.platform === "darwin";
  if (!process.stdout.isTTY || !(mac || process.env["DISPLAY"] || process.env["WAYLAND_DISPLAY"])) return;
  const opener = spawn(mac ? "open" : "xdg-open", [url], { stdio: "ignore", detached: true });
  opener.on("error", () => {});
  opener.unref();
}

/** Builds the page into dist/; rejects with the build's own message. */
export async function buildPage(): Promise<void> {
  await build({ configFile: `${ROOT}vite.config.ts`, logLevel: "warn" });
}

/** `npm start`: builds the page, serves it on loopback and prints its address. Goes on until it is stopped. */
export default async function start(argv: string[]): Promise<number> {
  const port = portFrom(argv);
  if (port === null) {
    console.error(`unknown arguments: ${argv.join(" ")}; expected nothing, or --port and a number from 1 to ${LAST_PORT}`);
    return 2;
  }
  console.log("Building the map; this takes about half a minute.");
  try {
    await buildPage();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  }
  const { url, port: taken } = await serveOnFreePort(`${ROOT}dist`, port);
  if (taken !== port) console.log(`Port ${port} is taken; serving on ${taken} instead.`);
  console.log(`\nThe map is at ${url}\nStop it with Ctrl+C.`);
  openOnScreen(url);
  return 0;
}
