import { fitCamera } from "../map/camera.ts";
import type { MapTheme } from "../map/palette.ts";
import type { StyleWish } from "../map/style.ts";
import { fileAddress } from "./address.ts";
import type { MapFacts } from "./readback.ts";
import type { Session } from "./session.svelte.ts";
import { watch } from "./watch.svelte.ts";

/**
 * How the live map is to be drawn: in the theme and with the names that the reader chose, at the contrast they need.
 *
 * @param size of the map's box in CSS pixels
 * @param restyle hears of each change
 */
export function styleWishes(
  session: Session,
  facts: MapFacts,
  size: () => readonly [number, number],
  restyle: (wish: StyleWish) => void,
): () => StyleWish {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const contrast = matchMedia("(prefers-contrast: more), (forced-colors: active)");
  const theme = (): MapTheme => (session.view.theme === "auto" ? (dark.matches ? "dark" : "light") : session.view.theme);
  const wish = (): StyleWish => ({
    layers: facts.layers,
    hung: facts.names,
    font: (file) => fileAddress(`fonts/${file}`),
    theme: theme(),
    contrast: contrast.matches,
    names: session.view.names,
    lang: facts.lang,
    languages: facts.languages,
    opening: facts.opening,
    far: fitCamera(facts.window, ...size()).zoom - 0.5,
  });
  let styled = "";
  watch(() => {
    const key = `${theme()}|${session.view.names}`;
    if (styled !== "" && styled !== key) restyle(wish());
    styled = key;
  });
  for (const asked of [dark, contrast]) asked.addEventListener("change", () => restyle(wish()));
  return wish;
}
