import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import { parseAst } from "vite";

/** A limit on what travels, and what was measured; both in bytes after brotli 11 (fonts as they are: they are compressed already). */
export interface Budget {
  readonly id: "page" | "poster" | "first-screen" | "script" | "map" | "later" | "worker" | "print" | "layers" | "fonts";
  /** What is measured, in words. */
  readonly what: string;
  readonly limit: number;
  readonly bytes: number;
}

export const within = (budget: Budget): boolean => budget.bytes <= budget.limit;

const KB = 1000;
const FIRST_CARDS = 3;
const brotli = (raw: Buffer): Buffer =>
  brotliCompressSync(raw, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length } });

/** How many bytes of the text a browser can read when only the first `n` bytes of its brotli stream have come. */
const readable = (compressed: Buffer, n: number): number =>
  brotliDecompressSync(compressed.subarray(0, n), { finishFlush: constants.BROTLI_OPERATION_FLUSH }).length;

/** The length of the shortest start of a brotli stream from which the text's first `raw` bytes can be read. */
export function prefixFor(compressed: Buffer, raw: number): number {
  let [low, high] = [0, compressed.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (readable(compressed, middle) >= raw) high = middle;
    else low = middle + 1;
  }
  return high;
}

/**
 * Where in a page, in bytes, every mark of the map has appeared once and the first statement cards, three unless told otherwise, are
 * whole. Throws when the page has no marks or no cards: then nothing would be measured.
 */
export function firstScreenEnd(html: string, whole = FIRST_CARDS): number {
  const firstSeen = (attribute: RegExp): number[] => {
    const seen = new Map<string, number>();
    for (const match of html.matchAll(attribute)) if (!seen.has(match[0])) seen.set(match[0], match.index + match[0].length);
    return [...seen.values()];
  };
  const marks = firstSeen(/\sdata-(?:place|event)="[^"]+"/g);
  const cards = firstSeen(/\sdata-statement="[^"]+"/g);
  if (marks.length === 0 || cards.length === 0)
    throw new Error(`the page has ${marks.length} marks and ${cards.length} statement cards; expected some of each`);
  const end = Math.max(...marks, cards[whole] ?? html.length);
  return Buffer.byteLength(html.slice(0, end));
}

/** What an import names: a text, or a template without gaps. */
interface Source {
  readonly value?: unknown;
  readonly quasis?: readonly { readonly value: { readonly cooked?: string } }[];
}

interface Imports {
  readonly still: readonly string[];
  readonly late: readonly string[];
}

/** What a built script imports at once and what it imports later, as paths inside the build. */
function importsOf(dist: string, file: string): Imports {
  const still: string[] = [];
  const late: string[] = [];
  const local = (source: unknown): string[] =>
    typeof source === "string" && source.startsWith(".") ? [posix.join(dirname(file), source)] : [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const child of node) visit(child);
    if (typeof node !== "object" || node === null || Array.isArray(node)) return;
    const { type, source } = node as { type?: string; source?: Source | null };
    if (type === "ImportDeclaration" || type === "ExportNamedDeclaration" || type === "ExportAllDeclaration")
      still.push(...local(source?.value));
    if (type === "ImportExpression") late.push(...local(source?.value ?? source?.quasis?.[0]?.value.cooked));
    for (const child of Object.values(node)) visit(child);
  };
  visit(parseAst(readFileSync(join(dist, file), "utf8")));
  return { still, late };
}

/** The scripts that come with `entries`, and those that come only later; each file once, and none that is there already. */
export function scriptGraph(
  dist: string,
  entries: readonly string[],
  there: readonly string[] = [],
): { readonly first: readonly string[]; readonly later: readonly string[] } {
  const first = new Set<string>();
  const later = new Set<string>();
  const pending: string[] = [];
  const add = (file: string, into: Set<string>): void => {
    if (there.includes(file) || first.has(file) || into.has(file)) return;
    into.add(file);
    const { still, late } = importsOf(dist, file);
    for (const next of still) add(next, into);
    // Late ones wait until everything that comes first is known, so that no shared file counts as late.
    pending.push(...late);
  };
  for (const entry of entries) add(entry, first);
  for (let file = pending.shift(); file !== undefined; file = pending.shift()) add(file, later);
  return { first: [...first], later: [...later] };
}

const attributes = (html: string, tag: RegExp, name: string): string[] =>
  [...html.matchAll(tag)]
    .flatMap(([text]) => text.match(new RegExp(`\\s${name}="([^"]+)"`))?.[1] ?? [])
    .map((path) => posix.normalize(path));

const filesIn = (dist: string, folder: string, ending: RegExp): string[] =>
  existsSync(join(dist, folder))
    ? readdirSync(join(dist, folder))
        .filter((name) => ending.test(name))
        .map((name) => posix.join(folder, name))
    : [];

/** What stands in a noscript, and the pages that have no script, is not fetched by a page that has one. */
const stylesheets = (html: string): string[] =>
  attributes(html.replace(/<noscript>.*?<\/noscript>/g, ""), /<link[^>]*rel="stylesheet"(?![^>]*media="print")[^>]*>/g, "href");

/** What must have come before the embed shows its picture and can be read: its page up to the end of the first card, and its stylesheets. */
export function measurePoster(dist: string): Budget {
  const html = readFileSync(join(dist, "embed.html"), "utf8");
  const page = prefixFor(brotli(Buffer.from(html)), firstScreenEnd(html, 1));
  const styles = stylesheets(html).reduce((bytes, file) => bytes + brotli(readFileSync(join(dist, file))).length, 0);
  return { id: "poster", what: "an embed's picture, first card and style", limit: 45 * KB, bytes: page + styles };
}

/** Measures a build against the byte budgets. Throws when it lacks a part, since a part that is not there is not within its budget. */
export function measureBytes(dist: string): readonly Budget[] {
  const html = readFileSync(join(dist, "index.html"), "utf8");
  const page = brotli(Buffer.from(html));
  const words = attributes(html, /<link[^>]*id="words"[^>]*>/g, "href");
  const entries = attributes(html, /<script[^>]*type="module"[^>]*>/g, "src");
  const { first, later } = scriptGraph(dist, entries);
  const styles = [...filesIn(dist, "assets", /^(?!reading-|print-).*\.css$/), ...stylesheets(html)];
  // The map is what is by far the largest of the scripts that come later, with all it imports; the others come when somebody asks.
  const raw = (file: string): number => readFileSync(join(dist, file)).length;
  const largest = later.toSorted((a, b) => raw(b) - raw(a)).slice(0, 1);
  const withMap = Object.values(scriptGraph(dist, largest, first)).flat();
  const [map, asked] = [later.filter((file) => withMap.includes(file)), later.filter((file) => !withMap.includes(file))];
  const sum = (what: string, files: readonly string[], size: (raw: Buffer) => number = (raw) => brotli(raw).length): number => {
    if (files.length === 0) throw new Error(`the build in ${dist} has no ${what}`);
    return [...new Set(files)].reduce((bytes, file) => bytes + size(readFileSync(join(dist, file))), 0);
  };
  return [
    { id: "page", what: "index.html", limit: 80 * KB, bytes: page.length },
    { id: "first-screen", what: "its start: every mark, first 3 cards", limit: 30 * KB, bytes: prefixFor(page, firstScreenEnd(html)) },
    {
      id: "script",
      what: "script and words before interaction",
      limit: 35 * KB,
      bytes: sum("script", first) + sum("words of the script", words),
    },
    {
      id: "map",
      what: "map script and stylesheets",
      limit: 250 * KB,
      bytes: sum("map script", map) + (styles.length > 0 ? sum("stylesheet", styles) : 0),
    },
    {
      id: "later",
      what: "what comes after the start, or when it is asked for",
      limit: 25 * KB,
      bytes: asked.length > 0 ? sum("other script", asked) : 0,
    },
    { id: "worker", what: "map worker", limit: 125 * KB, bytes: sum("map worker", filesIn(dist, "assets", /worker.*\.m?js$/)) },
    { id: "print", what: "style sheet of paper", limit: 2 * KB, bytes: sum("style sheet of paper", filesIn(dist, "assets", /^print-/)) },
    { id: "layers", what: "live layers", limit: 60 * KB, bytes: sum("layer", filesIn(dist, "layers", /\.geojson$/)) },
    { id: "fonts", what: "fonts", limit: 45 * KB, bytes: sum("font", filesIn(dist, "fonts", /\.woff2$/), (raw) => raw.length) },
  ];
}
