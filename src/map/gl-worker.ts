import "maplibre-gl/dist/maplibre-gl-worker.mjs";

/** What MapLibre's worker answers the page with; `data` is what was asked for. */
interface Answer {
  readonly type?: string;
  readonly data?: { data?: { readonly type?: string } } | null;
}

const post = self.postMessage.bind(self) as (answer: Answer, options?: StructuredSerializeOptions) => void;

// A layer read from an address is sent back to the page whole, in case somebody changes it there. Nobody does, and to unpack it costs
// the page more than all else that it does for a source.
self.postMessage = (answer: Answer, options?: StructuredSerializeOptions): void => {
  if (answer.type === "<response>" && answer.data?.data?.type === "FeatureCollection") delete answer.data.data;
  post(answer, options);
};
