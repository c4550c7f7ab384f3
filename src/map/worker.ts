import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";

/** Address of MapLibre's worker. */
export const WORKER = new URL(workerUrl, import.meta.url).href;
