import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".json": "application/json",
  ".geojson": "application/geo+json",
  ".webmanifest": "application/manifest+json",
  ".xml": "application/xml",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
};
const COMPRESSIBLE = /^text\/|json|xml|javascript/;
/** Below this many bytes compressing costs more than it saves. */
const WORTH_COMPRESSING = 200;

export type HeaderRule = readonly [path: RegExp, headers: readonly (readonly [name: string, value: string])[]];

const pattern = (path: string): RegExp => {
  const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const segment = (text: string): string => (/^:\w+$/.test(text) ? "[^/]+" : text.split("*").map(literal).join(".*"));
  return new RegExp(`^${path.split("/").map(segment).join("/")}$`);
};

/** The rules of a `_headers` file: a path (`*` any text, `:name` one segment), then indented `Name: value` lines. Lines with `#` are remarks. */
export function parseHeaderRules(text: string): readonly HeaderRule[] {
  const rules: [RegExp, [string, string][]][] = [];
  for (const line of text.split(/\r?\n/)) {
    const words = line.trim();
    if (words === "" || words.startsWith("#")) continue;
    const colon = words.indexOf(":");
    if (/^\S/.test(line)) rules.push([pattern(words), []]);
    else if (colon > 0) rules.at(-1)?.[1].push([words.slice(0, colon).trim().toLowerCase(), words.slice(colon + 1).trim()]);
  }
  return rules;
}

/** The headers for one path, lower-case names; a name given by several rules holds all their values, as on the hosts that read such files. */
export function headersFor(path: string, rules: readonly HeaderRule[]): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [matches, list] of rules)
    if (matches.test(path)) for (const [name, value] of list) headers[name] = name in headers ? `${headers[name]}, ${value}` : value;
  return headers;
}

/** The file a request path names inside `root` (a real path), with a folder's index.html; null when there is none or it lies outside. */
function fileFor(root: string, path: string): string | null {
  if (/[\0\\]/.test(path) || path.split("/").includes("..") || path === "/_headers") return null;
  const wanted = join(root, path.endsWith("/") ? `${path}index.html` : path);
  if (!existsSync(wanted)) return null;
  const file = realpathSync(wanted);
  return file.startsWith(root + sep) && statSync(file).isFile() ? file : null;
}

type Encoding = "br" | "gzip" | "identity";

/** The best encoding an Accept-Encoding header allows: brotli, then gzip, then none. */
export function chooseEncoding(accept: string): Encoding {
  const weights = new Map<string, number>();
  for (const part of accept.toLowerCase().split(",")) {
    const [name = "", ...parameters] = part.split(";").map((s) => s.trim());
    weights.set(name, Number(parameters.find((p) => p.startsWith("q="))?.slice(2) ?? 1));
  }
  const allowed = (name: Encoding): boolean => (weights.get(name) ?? weights.get("*") ?? 0) > 0;
  return allowed("br") ? "br" : allowed("gzip") ? "gzip" : "identity";
}

/** How hard brotli tries, 0 to 11. Who waits for the first answer waits for it: at 11 a map's script takes seconds on a slow machine. */
const BROTLI_QUICK = 5;
const BROTLI_BEST = 11;

const encoders = {
  br: (raw: Buffer, quality: number) =>
    promisify(brotliCompress)(raw, {
      params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length },
    }),
  gzip: (raw: Buffer) => promisify(gzip)(raw),
  identity: async (raw: Buffer) => raw,
};

export interface Reply {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Answers one request; `target` is the request line's (path and query). Rejects only when a file vanishes while it is read. */
export type Responder = (method: string, target: string, headers: IncomingHttpHeaders) => Promise<Reply>;

const plain = (status: number, text: string, headers: Record<string, string> = {}): Reply => ({
  status,
  headers: { "content-type": TYPES[".txt"] ?? "", ...headers },
  body: Buffer.from(`${text}\n`),
});

const decoded = (target: string): string | null => {
  try {
    const path = decodeURIComponent(target.replace(/[?#].*$/s, ""));
    return path.startsWith("/") ? path : null;
  } catch {
    return null;
  }
};

/** Answers requests from the files in `dir`, compressed (each file once, kept in memory), with its `_headers`. Throws when there is no such folder. */
export function folderResponder(dir: string, quality = BROTLI_QUICK): Responder {
  const root = realpathSync(dir);
  const kept = new Map<string, { stamp: string; body: Promise<Buffer> }>();
  const rules = existsSync(join(root, "_headers")) ? parseHeaderRules(readFileSync(join(root, "_headers"), "utf8")) : [];

  const encoded = (file: string, encoding: Encoding): Promise<Buffer> => {
    const { mtimeMs, size } = statSync(file);
    const key = `${encoding} ${file}`;
    const stamp = `${mtimeMs} ${size}`;
    const old = kept.get(key);
    if (old?.stamp === stamp) return old.body;
    const body = encoders[encoding](readFileSync(file), quality);
    kept.set(key, { stamp, body });
    return body;
  };

  return async (method, target, asked) => {
    if (method !== "GET" && method !== "HEAD") return plain(405, "Only GET and HEAD.", { allow: "GET, HEAD" });
    const path = decoded(target);
    if (path === null) return plain(400, "This is not a path.");
    const extra = headersFor(path, rules);
    const file = fileFor(root, path);
    if (!file) {
      if (fileFor(root, `${path}/`))
        return plain(308, "The folder's address ends in a slash.", { location: `${encodeURI(path).replace(/^\/+/, "/")}/` });
      return plain(404, `Nothing here: ${path}`, extra);
    }
    const type = TYPES[extname(file).toLowerCase()] ?? "application/octet-stream";
    const worth = COMPRESSIBLE.test(type) && statSync(file).size >= WORTH_COMPRESSING;
    const encoding = worth ? chooseEncoding(String(asked["accept-encoding"] ?? "")) : "identity";
    const body = await encoded(file, encoding);
    const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
    const headers = {
      "content-type": type,
      "cache-control": "no-cache",
      "x-content-type-options": "nosniff",
      ...(worth ? { vary: "accept-encoding" } : {}),
      ...(encoding === "identity" ? {} : { "content-encoding": encoding }),
      ...extra,
      etag,
    };
    const known = String(asked["if-none-match"] ?? "")
      .split(",")
      .map((tag) => tag.trim().replace(/^W\//, ""));
    if (known.includes(etag) || known.includes("*")) return { status: 304, headers, body: Buffer.alloc(0) };
    return { status: 200, headers, body };
  };
}

/** The same as a publisher's host does it: as small as can be, and all of it compressed before anybody asks. */
export async function publishedResponder(dir: string): Promise<Responder> {
  const respond = folderResponder(dir, BROTLI_BEST);
  const files = readdirSync(dir, { recursive: true, encoding: "utf8" });
  await Promise.all(files.map((file) => respond("GET", `/${encodeURI(file.replaceAll(sep, "/"))}`, { "accept-encoding": "br" })));
  return respond;
}

export interface Served {
  /** `http://127.0.0.1:4173/` */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** Serves a folder, on loopback unless told otherwise. Port 0 takes any free one. Rejects when the port is taken (code EADDRINUSE). */
export function serveFolder(dir: string, { port, host = "127.0.0.1" }: { port: number; host?: string }): Promise<Served> {
  const respond = folderResponder(dir);
  const server = createServer(async (request, response) => {
    try {
      const { status, headers, body } = await respond(request.method ?? "GET", request.url ?? "/", request.headers);
      response.writeHead(status, status === 304 ? headers : { ...headers, "content-length": body.length });
      response.end(request.method === "HEAD" ? undefined : body);
    } catch (error) {
      // A file that went away between being found and being read, as during a rebuild.
      response.writeHead(500, { "content-type": "text/plain; charset=utf-8" });
      response.end(`This file could not be read: ${String(error)}\n`);
    }
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      const taken = (server.address() as AddressInfo).port;
      const close = (): Promise<void> =>
        new Promise((done) => {
          server.close(() => done());
          server.closeAllConnections();
        });
      resolve({ url: `http://${host}:${taken}/`, port: taken, close });
    });
  });
}
