import { escapeMarkup } from "../model/markup.ts";
import { t } from "../words/t.ts";

/** One way to put the map into a page: its name, when to take it, and what to paste. */
export interface Snippet {
  readonly id: "iframe" | "height" | "element" | "link";
  readonly label: string;
  readonly about: string;
  readonly code: string;
}

/**
 * The height stands twice: themes say `iframe { height: auto }`, which is stronger than an attribute, and editors and policies strip
 * styles. So does the width: a number of pixels would push an article on a phone sideways there. So does the frame's border. A block,
 * since an article's indent would push a frame in a line out of its column. Its natural size is said too: a box as wide as its content
 * would make it 300 px wide, and an article's `height: auto !important` 150 px high.
 */
const FRAME =
  'width="100%" height="540" frameborder="0" style="display:block;width:100%;max-width:100%;height:540px;border:0;contain:size;contain-intrinsic-size:680px 540px" loading="lazy" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" allow="fullscreen *; clipboard-write" referrerpolicy="no-referrer"';

/**
 * The four ways to embed, for one view.
 *
 * @param folder where the page in the reader's language is published, ending in `/`
 * @param root the published folder itself, with the scripts
 * @param hash the view, without `#`; empty = the opening view
 */
export function snippets(folder: string, root: string, hash: string, title: string): readonly Snippet[] {
  const at = hash ? `#${hash}` : "";
  const src = escapeMarkup(`${folder}embed.html${at}`);
  const page = escapeMarkup(`${folder}${at}`);
  const name = escapeMarkup(title);
  // A browser shows nothing that stands inside a frame; a site that strips the frame leaves the link.
  const link = `<a href="${page}">${name}</a>`;
  return [
    {
      id: "iframe",
      label: t("share.way-iframe"),
      about: t("share.way-iframe-about"),
      code: `<iframe src="${src}" title="${name}" ${FRAME}>${link}</iframe>`,
    },
    {
      id: "height",
      label: t("share.way-height"),
      about: t("share.way-height-about"),
      code: `<iframe data-dateline src="${src}" title="${name}" ${FRAME}>${link}</iframe>\n<script src="${escapeMarkup(root)}dateline-height.js" async></script>`,
    },
    {
      id: "element",
      label: t("share.way-element"),
      about: t("share.way-element-about"),
      code: `<script src="${escapeMarkup(root)}dateline-map.js" async></script>\n<dateline-map src="${escapeMarkup(folder)}embed.html"${at ? ` view="${escapeMarkup(at)}"` : ""} title="${name}">${link}</dateline-map>`,
    },
    {
      id: "link",
      label: t("share.way-link"),
      about: t("share.way-link-about"),
      // What answers for an address sees nothing behind its `#`: one record alone has a page that answers for it.
      code: folder === root && /^[se]=[\w-]+$/.test(hash) ? `${root}${hash.replace("=", "/")}/` : `${folder}${at}`,
    },
  ];
}
