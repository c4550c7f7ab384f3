import { snippets } from "../../src/ui/snippets.ts";
import { oembedFile } from "../../src/cli/embed-files.ts";
import type { Way } from "./matrix.ts";

/** Every frame is opened here; the pages of their own at a statement. */
export const AT = { step: 3, statement: "20230919-az-mod-launch" } as const;

const SECRET = "Ab3xYz9";
const shell = (body: string, head = ""): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>An article</title>
<link rel="icon" href="data:,">${head}</head><body><h1>An article</h1>${body}<p>It goes on.</p></body></html>`;
/** Margins would make the column narrower than the window, whose width the table names. */
const BARE = "<style>body { margin: 0 }</style>";

/** What the page hears, in `heard`. */
const LISTEN = `<script>self.heard = []; addEventListener("message", (e) => heard.push(e.data))</script>`;

/** What the frame says to a host that speaks its own dialect. */
export const asking = (way: Way, height: number): object =>
  way === "AMP, clipped" ? { sentinel: "amp", type: "embed-size", height } : { message: "height", value: height, secret: SECRET };

/** As AMP shows a frame: in the box the article gave it, what is beyond it cut off; in view it is not made higher unasked. */
const amp = (src: string): string => `${BARE}<style>
  .box { position: relative; overflow: hidden; height: 400px } .box iframe { position: absolute; inset: 0; width: 100%; height: 100%; border: 0 }
</style>${LISTEN}<div class="box"><iframe sandbox="allow-scripts allow-popups" title="Map" frameborder="0" src="${src}"></iframe></div>
<script>addEventListener("message", ({ source, data }) => {
  if (data.sentinel === "amp" && data.type === "embed-size")
    source.postMessage({ sentinel: "amp", type: "embed-size-denied", requestedHeight: data.height }, "*");
})</script>`;

/** Attributes of a frame that WordPress lets through in what another site's oEmbed answers. */
const LET_THROUGH = ["src", "width", "height", "frameborder", "marginwidth", "marginheight", "scrolling", "title"];

/** What WordPress makes of an answer: the frame alone, in the narrowest sandbox, with a secret; and its own script, which sets the height. */
export function wordpress(answer: string): string {
  const kept = LET_THROUGH.map((name) => new RegExp(` ${name}="[^"]*"`).exec(answer)?.[0] ?? "").join("");
  const frame = `<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted"${kept.replace(
    / src="([^"]*)"/,
    ` src="$1#step=${AT.step}#?secret=${SECRET}"`,
  )} data-secret="${SECRET}"></iframe>`;
  return `${BARE}<style>iframe { width: 100%; border: 0; display: block }</style>${LISTEN}${frame}<script>addEventListener("message", ({ source, data }) => {
  const frame = document.querySelector("iframe");
  if (!data.secret || data.secret !== frame.dataset.secret || source !== frame.contentWindow) return;
  if (data.message === "height") frame.height = Math.min(1000, Math.max(200, data.value));
})</script>`;
}

/** What is left of markup pasted by an author who may not use frames or scripts: the text, and the links. */
export const stripped = (markup: string): string => markup.replace(/<(?!\/?a[\s>])[^>]*>/g, "").replace(/ target="[^"]*"/g, "");

/** What an editor pastes, one of the ways to embed. */
export const pasted = (map: string, title: string, hash: string, way: string): string =>
  snippets(map, map, hash, title).find(({ id }) => id === way)!.code;

/** What is pasted there: every way but the bare link. */
export const PASTED = ["iframe", "height", "element"] as const;

/** The strictest policy under which the element can be: the map's script and frame, and nothing else; no style at all. */
export const strict = (map: string): string =>
  `default-src 'none'; script-src ${map}; frame-src ${map}; img-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;

/**
 * The article for each way; null when there is none, and the map is a page of its own.
 *
 * @param map folder of the map, ending in `/`
 * @param title of the dossier
 */
export function articles(map: string, title: string): Readonly<Record<Way, string | null>> {
  const hash = `step=${AT.step}`;
  const code = (way: string): string => pasted(map, title, hash, way);
  const src = `${map}embed.html#${hash}`;
  // The address ends in a slash as a published one does; which folder it is makes no difference here.
  const answer = JSON.parse(oembedFile({ title, site: map, page: "" }).source) as { html: string };
  const frame = (sandbox: string): string =>
    shell(`<iframe ${sandbox} src="${src}" title="Map" width="680" height="540" style="width:100%;border:0;display:block"></iframe>`, BARE);
  return {
    "top level": null,
    "top level, the embed": null,
    "single file": null,
    "cross-origin iframe": frame(""),
    "sandbox with scripts": frame('sandbox="allow-scripts"'),
    "sandbox without scripts": frame('sandbox=""'),
    "element, strict policy": shell(code("element")),
    "AMP, clipped": shell(amp(src)),
    "WordPress, its oEmbed": shell(wordpress(answer.html)),
    "WordPress, tags stripped": shell(PASTED.map((id) => `<p>${stripped(code(id))}</p>`).join("")),
  };
}
