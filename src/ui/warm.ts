import type { LayerRef } from "../map/layers/ref.ts";
import { WORKER } from "../map/worker.ts";
import { workerAddress } from "./address.ts";

/**
 * Fetches what the map will ask for while its script is still on the way; one after the other they would cost a round trip each. What
 * comes is left in the browser's cache; what fails is asked for again by the map, which tells it.
 */
export function warm(layers: readonly LayerRef[]): void {
  for (const url of [workerAddress(WORKER), ...layers.map((l) => l.url)]) fetch(url, { priority: "low" }).catch(() => {});
}
