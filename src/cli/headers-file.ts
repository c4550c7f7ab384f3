import { policy } from "./shell.ts";

/** The address of a page's folder, or of the folder of all its kind, and its own. */
function paths(name: string): readonly string[] {
  const parts = name.split("/");
  if (parts.length > 2) return [`/${parts.slice(0, -2).join("/")}/*`];
  return name.endsWith("index.html") ? [`/${name.replace(/index\.html$/, "")}`, `/${name}`] : [`/${name}`];
}

/**
 * The `_headers` file of the published folder, for hosts that read one: the policy of all pages together, each of which narrows it to
 * its own. It stands at those pages alone: the single file has its own policy, inside it, and a second one would forbid what that allows.
 *
 * @param styles hashes of the pages' inline styles
 * @param scripts hashes of their inline scripts
 * @param pages names of the pages in the folder
 * @param site where the folder is published, if it is known
 */
export const headersFile = (styles: readonly string[], scripts: readonly string[], pages: readonly string[], site: string | null): string =>
  [
    "/*\n  Access-Control-Allow-Origin: *\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: no-referrer",
    // A page that is isolated from other sites (COEP: require-corp) frames only what is so too and says that it may be framed.
    "  Cross-Origin-Embedder-Policy: require-corp\n  Cross-Origin-Resource-Policy: cross-origin",
    ...[...new Set(pages.flatMap(paths))].map((path) => `${path}\n  Content-Security-Policy: ${policy(styles, scripts, site)}`),
    "/assets/*\n  Cache-Control: public, max-age=31536000, immutable",
    "/layers/*\n  Cache-Control: public, max-age=3600\n",
  ].join("\n");
