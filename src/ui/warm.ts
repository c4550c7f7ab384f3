import type { LayerRef } from "../map/layers/ref.ts";
import { WORKER } from "../map/worker.ts";
import { workerAddress } from "./address.ts";

/**
 * Fetches what the map will ask for while its script is still on the way; one after the other they would cost a round trip each. What
 * comes is left in the browser's cache; a layer that fails is asked for again by the map, which tells it.
 *
 * @returns whether there is a worker: without one the map never says that it will not come
 */
export async function warm(layers: readonly LayerRef[]): Promise<boolean> {
  const get = (url: string): Promise<boolean> =>
    fetch(url, { priority: "low" }).then(
      ({ ok }) => ok,
      () => false,
    );
  for (const layer of layers) void get(layer.url);
  const worker = workerAddress(WORKER);
  return worker.startsWith("blob:") || get(worker);
}
