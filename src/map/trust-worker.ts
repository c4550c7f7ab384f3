/** In a sandboxed frame without an origin MapLibre starts its worker from a copy of it in a data: address. */
const COPY = "data:text/javascript;charset=utf-8,%2F**%0A*%20MapLibre";

/** The only script this page starts besides its own: MapLibre's worker. Every other address is refused by the browser. */
export function trustWorker(worker: string): void {
  const types = (globalThis as { trustedTypes?: { defaultPolicy: unknown; createPolicy(name: string, rules: object): unknown } })
    .trustedTypes;
  if (types && !types.defaultPolicy)
    types.createPolicy("default", {
      createScriptURL: (url: string) => (url === worker || (globalThis.origin === "null" && url.startsWith(COPY)) ? url : null),
    });
}
