import { render } from "svelte/server";
import { ABOUT_PART } from "./address.ts";
import Inside from "./Inside.svelte";
import type { PageData } from "./page-data.ts";
import { type Prerendered, prerender } from "./prerender.ts";

/** The pages inside the file are no documents of their own: one `main` is enough, and their sections' ids are not those of the page; a place's is. */
function insideBody(html: string): string {
  const sections = [...html.matchAll(/<section id="([a-z-]+)"/g)].map(([, id]) => id);
  return html
    .replace(/<!--[^>]*-->/g, "")
    .replace(/<(\/?)main\b/g, "<$1div")
    .replace(/(<section id="| href="#)([a-z-]+)(?=")/g, (all, before: string, id: string) =>
      sections.includes(id) ? before + ABOUT_PART + id : all,
    );
}

/**
 * The page as it stands in the single file: every title of a source in its place from the start, and the pages beside it inside.
 *
 * @param words name of the file with the words that the script says
 * @param table the statements as a table, as an address that holds them
 */
export function singlePage(data: PageData, words: string, table: string): Prerendered {
  // The file stands alone: no page of another language is beside it.
  const own = { ...data.editions.own, folder: "" };
  const whole: PageData = {
    ...data,
    editions: { own, all: [own] },
    titles: () => Number.POSITIVE_INFINITY,
    downloads: data.downloads.filter((d) => d.href.endsWith(".csv")).map((d) => ({ ...d, href: table })),
  };
  const page = prerender(whole, { rest: "", print: "", reading: "" }, words);
  return { ...page, body: page.body + insideBody(render(Inside, { props: { data: whole } }).body) };
}
