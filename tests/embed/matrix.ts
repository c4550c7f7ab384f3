/** The columns that articles are read in. */
export const WIDTHS = [320, 680, 1200] as const;

/** A page or a frame, by the way it came before the reader. `hosts.ts` makes each. */
export type Way =
  | "top level"
  | "top level, the embed"
  | "cross-origin iframe"
  | "sandbox with scripts"
  | "sandbox without scripts"
  | "single file"
  | "element, strict policy"
  | "AMP, clipped"
  | "WordPress, its oEmbed"
  | "WordPress, tags stripped";

/** What must be seen. Null: nothing of the kind, and none may be there. */
export interface Row {
  readonly way: Way;
  /** Whether the browser runs scripts. */
  readonly script: boolean;
  /** With WebGL, and without. Null: no map, but its title in a link. */
  readonly map: readonly [webgl: "ready" | "poster", none: "unavailable" | "poster"] | null;
  /** Steps of the story that can be read. The frames are opened at step 3. */
  readonly steps: "all" | 3 | null;
  /** Statements whose cards can be read: all, or the one that is open. */
  readonly cards: "all" | "the step's" | "the linked" | null;
  /** The way out of the frame, or what stands in its place: a visible link to the whole map. */
  readonly link: "in the frame" | "in the article" | null;
  /** How high the frame is in the article, at each of WIDTHS. */
  readonly height: readonly [number, number, number] | null;
  /** How high the frame asks to be, in the host's own dialect. */
  readonly asks?: readonly [number, number, number];
  /** What the browser itself says on its console, whatever the page does. */
  readonly says?: RegExp;
}

const LIVE = ["ready", "unavailable"] as const;
const PICTURE = ["poster", "poster"] as const;
const FIXED = [540, 540, 540] as const;
const OWN = [620, 540, 540] as const;
const STEP = { steps: 3, cards: "the step's", link: "in the frame" } as const;
const WHOLE = { steps: "all", cards: "all", link: "in the frame" } as const;
/** The browser's own remark on any page with a script in such a frame; nothing else may be said there. */
const SANDBOXED = /^Blocked script execution in '[^']*embed\.html[^']*' because the document's frame is sandboxed/;
const LINK = { map: null, steps: null, cards: null, link: "in the article", height: null } as const;

export const ROWS: readonly Row[] = [
  { way: "top level", script: true, map: LIVE, steps: null, cards: "the linked", link: null, height: null },
  { way: "top level", script: false, map: PICTURE, steps: null, cards: "all", link: null, height: null },
  { way: "top level, the embed", script: true, map: LIVE, ...STEP, height: null },
  { way: "top level, the embed", script: false, map: PICTURE, ...WHOLE, height: null },
  { way: "cross-origin iframe", script: true, map: LIVE, ...STEP, height: FIXED },
  { way: "cross-origin iframe", script: false, map: PICTURE, ...WHOLE, height: FIXED },
  { way: "sandbox with scripts", script: true, map: LIVE, ...STEP, height: FIXED },
  { way: "sandbox with scripts", script: false, map: PICTURE, ...WHOLE, height: FIXED },
  { way: "sandbox without scripts", script: true, map: PICTURE, ...WHOLE, height: FIXED, says: SANDBOXED },
  { way: "sandbox without scripts", script: false, map: PICTURE, ...WHOLE, height: FIXED, says: SANDBOXED },
  { way: "single file", script: true, map: LIVE, steps: null, cards: "the linked", link: null, height: null },
  { way: "single file", script: false, map: PICTURE, steps: null, cards: "all", link: null, height: null },
  { way: "element, strict policy", script: true, map: LIVE, ...STEP, height: OWN },
  { way: "element, strict policy", script: false, ...LINK },
  { way: "AMP, clipped", script: true, map: LIVE, ...STEP, height: [400, 400, 400], asks: OWN },
  { way: "AMP, clipped", script: false, map: PICTURE, ...WHOLE, height: [400, 400, 400] },
  { way: "WordPress, its oEmbed", script: true, map: LIVE, ...STEP, height: OWN, asks: OWN },
  { way: "WordPress, its oEmbed", script: false, map: PICTURE, ...WHOLE, height: FIXED },
  { way: "WordPress, tags stripped", script: true, ...LINK },
  { way: "WordPress, tags stripped", script: false, ...LINK },
];
