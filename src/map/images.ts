import { DOTS, HATCH } from "./layers/disputed.ts";
import { BLANK, BLANK_PX } from "./layers/marks.ts";
import { RING } from "./layers/names.ts";
import { inksOf } from "./palette.ts";
import { dotsTile, hatchTile, type PatternTile, ringTile } from "./patterns.ts";
import type { StyleWish } from "./style.ts";

type Image = Omit<PatternTile, "pixelRatio">;

/** What of the live map holds its images. */
interface Images {
  readonly hasImage: (id: string) => boolean;
  readonly updateImage: (id: string, image: Image) => unknown;
  readonly addImage: (id: string, image: Image, options?: Pick<PatternTile, "pixelRatio">) => unknown;
}

/** Gives the live map the patterns and rings that a style names, in its inks; those of an earlier style are drawn anew. */
export function addImages(map: Images, { theme, contrast }: Pick<StyleWish, "theme" | "contrast">): void {
  const { contest, land, label } = inksOf(theme, contrast);
  for (const [name, tile] of [
    [HATCH, hatchTile(contest)],
    [DOTS, dotsTile(contest)],
    [RING, ringTile(land, label)],
  ] as const) {
    const { pixelRatio, ...image } = tile;
    if (map.hasImage(name)) map.updateImage(name, image);
    else map.addImage(name, image, { pixelRatio });
  }
  if (!map.hasImage(BLANK)) map.addImage(BLANK, { width: BLANK_PX, height: BLANK_PX, data: new Uint8Array(BLANK_PX ** 2 * 4) });
}
