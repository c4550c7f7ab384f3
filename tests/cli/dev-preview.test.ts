import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { createServer, type ViteDevServer } from "vite";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { dossierPage } from "../../src/cli/vite-dossier.ts";
import { FIXTURES } from "../dossier/fixtures.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
let folder: string;
let server: ViteDevServer;
let base: string;

const get = async (path: string): Promise<{ readonly status: number; readonly text: string }> => {
  const answer = await fetch(base + path);
  return { status: answer.status, text: await answer.text() };
};

/** `npm run dev` of the invented dossier, in a folder of its own outside the tree. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "preview-"));
  cpSync(`${FIXTURES}/good/lake-mira`, join(folder, "lake-mira"), { recursive: true });
  vi.stubEnv("DOSSIER", join(folder, "lake-mira"));
  // The plugin leaves test runs alone; here it is what is tested.
  vi.stubEnv("VITEST", undefined);
  server = await createServer({
    configFile: false,
    root: `${ROOT}src`,
    cacheDir: join(folder, "cache"),
    logLevel: "silent",
    plugins: [svelte({ configFile: false }), dossierPage()],
    optimizeDeps: { noDiscovery: true },
    server: { port: 0, host: "127.0.0.1" },
  });
  await server.listen();
  base = `http://127.0.0.1:${(server.httpServer!.address() as AddressInfo).port}/`;
}, 60_000);

afterAll(async () => {
  vi.unstubAllEnvs();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("the preview", () => {
  const places = (): string => join(folder, "lake-mira", "places.yaml");

  it("has the page, its embed and the pages beside it", async () => {
    for (const path of ["", "embed.html", "places.html", "s/20310402-alder-ban/", "data/dossier.json"])
      expect((await get(path)).status, path).toBe(200);
    expect((await get("")).text).toContain("The ministry closed the northern shore");
  }, 30_000);

  it("bug: ended with the first mistake in the dossier: it names the mistake, and goes on once that is mended", async () => {
    const good = readFileSync(places(), "utf8");
    writeFileSync(places(), good.replace("lat: -41.5", "lat: -41,5"));
    for (const path of ["", "embed.html"]) {
      const { status, text } = await get(path);
      expect([path, status]).toEqual([path, 500]);
      expect(text).toContain("places.yaml:6:8");
    }
    writeFileSync(places(), good);
    expect((await get("")).status).toBe(200);
  }, 30_000);

  it("bug: ended with an address that is none", async () => {
    expect((await get("%E0%A4%A")).status).toBeGreaterThanOrEqual(400);
    expect((await get("")).status).toBe(200);
  }, 30_000);

  it("bug: did not watch a dossier outside geo/: a change in it opens the page anew", async () => {
    const sent: unknown[] = [];
    vi.spyOn(server.hot, "send").mockImplementation((...message: unknown[]) => void sent.push(message[0]));
    await vi.waitUntil(
      () => {
        writeFileSync(places(), readFileSync(places(), "utf8"));
        return sent.length > 0;
      },
      { timeout: 20_000, interval: 200 },
    );
    expect(sent).toContainEqual({ type: "full-reload" });
  }, 30_000);
});
