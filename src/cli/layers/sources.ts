import { stringify } from "yaml";
import { type Layer, sha256 } from "./layer.ts";
import { type Pin, TOOLS } from "./pins.ts";

const HEAD = `# Where each layer in layers/ comes from. Made by \`npm run layers\` together with the layers; not edited by hand.
# Its form is in geo/README.md. A hash of a package is the one its registry publishes.
`;

const pinned = ({ from, name, version, hash }: Pin) => ({ name, version, from, hash });

/** SOURCES.yaml: which packages, which licence, which steps and how exact, for each layer and its very bytes. */
export function sourcesText(made: readonly { readonly layer: Layer; readonly text: string }[]): string {
  const layers = made.map(({ layer, text }) => ({
    file: layer.file,
    sha256: sha256(text),
    licence: layer.licence,
    attribution: layer.attribution,
    precision: layer.precision,
    packages: layer.data.map((pin) => ({ ...pinned(pin), licence: pin.licence })),
    steps: layer.steps,
  }));
  return HEAD + stringify({ layers, tools: TOOLS.map(pinned) }, { lineWidth: 110, aliasDuplicateObjects: false });
}
