import { fileURLToPath } from "node:url";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { dossierPage } from "./src/cli/vite-dossier.ts";

/**
 * What comes late has no style sheet of its own, and what it shares with the page is there already: there is nothing to fetch before it,
 * so the kilobyte of code that would do so is left out, and with it the lists of files.
 */
const plainImports: Plugin = {
  name: "plain-imports",
  enforce: "pre",
  load: (id) => (id === "\0vite/preload-helper.js" ? "export const __vitePreload = (load) => load();" : null),
  renderChunk: (code) => ({ code: code.replaceAll(/,\s*__VITE_PRELOAD__(?:,\s*import\.meta\.url)?(?=\s*\))/g, ""), map: null }),
};

/** MapLibre says of its worker that to import it does nothing; without this it would be left out. */
const wholeWorker: Plugin = {
  name: "whole-worker",
  transform: (code, id) => (id.includes("maplibre-gl-worker") ? { code, moduleSideEffects: true } : null),
};

/** What MapLibre can draw and no map here does, by the names of its shaders. */
const NEVER_DRAWN = [
  ...["projectionGlobe", "atmosphere", "sky", "terrain", "terrainDepth", "terrainHeight", "hillshade", "hillshadePrepare", "colorRelief"],
  ...["heatmap", "heatmapTexture", "raster", "fillExtrusion", "fillExtrusionPattern", "linePattern", "lineGradient", "lineGradientSDF"],
  ...["debug", "collisionBox", "collisionCircle"],
];

/** A shader is compiled when something is first drawn with it: those of which nothing is ever drawn need not travel. */
const leanMap: Plugin = {
  name: "lean-map",
  transform(code, id) {
    if (!id.endsWith("maplibre-gl.mjs")) return null;
    const left = new Set(NEVER_DRAWN);
    const lean = code.replace(/\b(\w+):(\w+)\(`[^`]*`,`[^`]*`\)/g, (whole, name: string, make: string) =>
      left.delete(name) ? `${name}:${make}("","")` : whole,
    );
    if (left.size > 0)
      this.error(
        `MapLibre has no shader called ${[...left].join(" or ")} any more: take it off NEVER_DRAWN in vite.config.ts, or find its new name.`,
      );
    return { code: lean, map: null };
  },
};

export default defineConfig({
  // Absolute, so that the build is the same from wherever it is started.
  root: fileURLToPath(new URL(process.env["VITEST"] ? "." : "./src", import.meta.url)),
  base: "./",
  publicDir: "../public",
  plugins: [plainImports, leanMap, svelte({ configFile: false }), dossierPage()],
  worker: { format: "es", plugins: () => [wholeWorker] },
  build: {
    outDir: "../dist",
    emptyOutDir: true,
    target: "es2022",
    // The inks of each dossier are in light-dark() as they are; for older browsers they would be of one theme, so nothing is written twice for them.
    cssTarget: ["chrome123", "firefox120", "safari17.5"],
    assetsInlineLimit: 0,
    // Most of the time goes into rendering the pages, which is meant.
    rolldownOptions: {
      checks: { pluginTimings: false },
      // What every page begins with is one file: what late ones share with it would be files of their own, and be fetched one by one.
      output: { codeSplitting: { groups: [{ name: "page", test: /src\/main\.ts/ }] } },
    },
    // Every style sheet of the scripts is inlined in the page.
    modulePreload: { polyfill: false, resolveDependencies: (_, files) => files.filter((file) => !file.endsWith(".css")) },
    // MapLibre and its worker; tests/bench holds their sizes.
    chunkSizeWarningLimit: 1200,
  },
  test: {
    projects: [
      { extends: true, test: { name: "unit", environment: "node", setupFiles: ["tests/speak.ts"], include: ["tests/**/*.test.ts"] } },
      {
        extends: true,
        test: {
          name: "e2e",
          environment: "node",
          setupFiles: ["tests/speak.ts"],
          include: ["tests/**/*.e2e.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // A test waits for what must come, not for how soon: a machine may be ten times slower than the one it was written on.
          expect: { poll: { timeout: 30_000 } },
          fileParallelism: false,
        },
      },
    ],
  },
});
