import workerUrl from "./gl-worker.ts?worker&url";

/** Address of MapLibre's worker. */
export const WORKER = new URL(workerUrl, import.meta.url).href;
