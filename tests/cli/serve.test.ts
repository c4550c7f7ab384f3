import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  chooseEncoding,
  folderResponder,
  headersFor,
  parseHeaderRules,
  publishedResponder,
  type Reply,
  type Responder,
} from "../../src/cli/serve.ts";

const PAGE = `<!doctype html><title>Page</title>${"<p>A dated statement.</p>".repeat(40)}`;
let base: string;
let respond: Responder;
const get = (target: string, headers: Record<string, string> = {}): Promise<Reply> => respond("GET", target, headers);

beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), "serve-"));
  const site = join(base, "site");
  mkdirSync(join(site, "assets"), { recursive: true });
  mkdirSync(join(base, "site-secret"));
  writeFileSync(join(base, "secret.txt"), "secret");
  writeFileSync(join(base, "site-secret", "a.txt"), "secret");
  symlinkSync(join(base, "secret.txt"), join(site, "link.txt"));
  writeFileSync(join(site, "index.html"), PAGE);
  for (const name of ["a.js", "a.mjs", "a.css", "a.csv", "a.json", "a.geojson", "a.svg", "a.woff2", "a.unknown"])
    writeFileSync(join(site, "assets", name), "x".repeat(500));
  writeFileSync(join(site, "assets", "short.txt"), "short");
  writeFileSync(join(site, "assets", "ä b.txt"), "named");
  writeFileSync(join(site, "_headers"), "# remark\n/*\n  X-Frame: any\n  Cache-Control: no-store\n/assets/*\n  X-Asset: yes\n");
  respond = folderResponder(site);
});
afterAll(() => rmSync(base, { recursive: true }));

describe("what a folder answers", () => {
  it("gives the page for the folder's address, with and without a query", async () => {
    for (const target of ["/", "/index.html", "/?a=1", "/#s=1"]) expect((await get(target)).body.toString(), target).toBe(PAGE);
  });

  it.each([
    ["a.js", "text/javascript; charset=utf-8"],
    ["a.mjs", "text/javascript; charset=utf-8"],
    ["a.css", "text/css; charset=utf-8"],
    ["a.csv", "text/csv; charset=utf-8"],
    ["a.json", "application/json"],
    ["a.geojson", "application/geo+json"],
    ["a.svg", "image/svg+xml"],
    ["a.woff2", "font/woff2"],
    ["a.unknown", "application/octet-stream"],
  ])("calls %s %s", async (name, type) => {
    expect((await get(`/assets/${name}`)).headers["content-type"]).toBe(type);
  });

  it("decodes names in the address", async () => {
    expect((await get("/assets/%C3%A4%20b.txt")).body.toString()).toBe("named");
  });

  it("sends a folder without its slash to the address with one", async () => {
    const inner = folderResponder(base);
    const reply = await inner("GET", "/site", {});
    expect([reply.status, reply.headers["location"]]).toEqual([308, "/site/"]);
  });

  it("says what is not there, and in plain words", async () => {
    const reply = await get("/no/such.html");
    expect([reply.status, reply.headers["content-type"], reply.body.toString()]).toEqual([
      404,
      "text/plain; charset=utf-8",
      "Nothing here: /no/such.html\n",
    ]);
  });

  it("takes no method but GET and HEAD", async () => {
    const reply = await respond("POST", "/", {});
    expect([reply.status, reply.headers["allow"]]).toEqual([405, "GET, HEAD"]);
  });
});

it("compresses quickly for whoever waits, and as small as can be where a publisher's host is played", async () => {
  const words = readFileSync(import.meta.filename, "utf8");
  writeFileSync(join(base, "site", "long.txt"), words);
  const published = await publishedResponder(join(base, "site"));
  const [quick, small] = await Promise.all([respond, published].map((host) => host("GET", "/long.txt", { "accept-encoding": "br" })));
  expect(small!.body.length).toBeLessThan(quick!.body.length);
  for (const { body } of [quick!, small!]) expect(brotliDecompressSync(body).toString()).toBe(words);
});

describe("what stays inside the folder", () => {
  it.each([
    "/../secret.txt",
    "/..%2fsecret.txt",
    "/%2e%2e/secret.txt",
    "/assets/../../secret.txt",
    "/..\\secret.txt",
    "/../site-secret/a.txt",
    "/link.txt",
    "/a\0.txt",
  ])("finds nothing at %j", async (target) => {
    expect((await get(target)).status).toBe(404);
  });

  it.each(["/%", "/%E0%A4%A", "http://elsewhere/", "*", ""])("calls %j no path", async (target) => {
    expect((await get(target)).status).toBe(400);
  });

  it("does not hand out the file of headers", async () => {
    expect((await get("/_headers")).status).toBe(404);
  });
});

describe("compression", () => {
  it("prefers brotli, then gzip, then none, and a client's refusal counts", () => {
    const asked = ["gzip, deflate, br", "gzip", "", "br;q=0, gzip;q=0.5", "*", "*;q=0", "BR"];
    expect(asked.map(chooseEncoding)).toEqual(["br", "gzip", "identity", "gzip", "br", "identity", "br"]);
  });

  it("gives the same bytes in every encoding", async () => {
    const [br, gz, raw] = [await get("/", { "accept-encoding": "br" }), await get("/", { "accept-encoding": "gzip" }), await get("/")];
    expect(br.headers["content-encoding"]).toBe("br");
    expect(brotliDecompressSync(br.body).toString()).toBe(PAGE);
    expect(gunzipSync(gz.body).toString()).toBe(PAGE);
    expect(raw.headers).not.toHaveProperty("content-encoding");
    expect([br, gz, raw].map((r) => r.headers["vary"])).toEqual(["accept-encoding", "accept-encoding", "accept-encoding"]);
  });

  it.each(["/assets/a.woff2", "/assets/short.txt"])("leaves %s alone: it would not get smaller", async (target) => {
    expect((await get(target, { "accept-encoding": "br" })).headers).not.toHaveProperty("content-encoding");
  });

  it("compresses a file once, and again when it has changed", async () => {
    const file = join(base, "site", "changing.txt");
    const asked = { "accept-encoding": "br" };
    writeFileSync(file, "a".repeat(300));
    const first = await get("/changing.txt", asked);
    expect((await get("/changing.txt", asked)).body).toBe(first.body);
    writeFileSync(file, "b".repeat(301));
    expect(brotliDecompressSync((await get("/changing.txt", asked)).body).toString()).toBe("b".repeat(301));
  });
});

describe("what a browser has already", () => {
  it("is not sent again, and each encoding is a thing of its own", async () => {
    const br = await get("/", { "accept-encoding": "br" });
    const raw = await get("/");
    const tag = br.headers["etag"] ?? "";
    expect(tag).toMatch(/^"[\w-]{22}"$/);
    expect(raw.headers["etag"]).not.toBe(tag);
    const status = async (known: string): Promise<number> => (await get("/", { "accept-encoding": "br", "if-none-match": known })).status;
    expect(await Promise.all([status(tag), status(`W/${tag}`), status(`"x", ${tag}`), status("*"), status('"x"')])).toEqual([
      304, 304, 304, 304, 200,
    ]);
    expect((await get("/", { "accept-encoding": "br", "if-none-match": tag })).body).toHaveLength(0);
  });
});

describe("the file of headers", () => {
  it("adds its headers to what its paths match, missing files too, and stands over the defaults", async () => {
    expect((await get("/")).headers).toMatchObject({ "x-frame": "any", "cache-control": "no-store", "x-content-type-options": "nosniff" });
    expect((await get("/")).headers).not.toHaveProperty("x-asset");
    expect((await get("/assets/a.js")).headers).toMatchObject({ "x-frame": "any", "x-asset": "yes" });
    expect((await get("/missing")).headers).toMatchObject({ "x-frame": "any" });
  });

  it("reads stars, named segments and a value with colons, and joins what several rules say", () => {
    const rules = parseHeaderRules("/a/:id/c\r\n\tLink: <https://x/y>; rel=a\r\n/a/*\n  Link: <z>\n/a.b\n  Dot: yes\n");
    expect(headersFor("/a/1/c", rules)).toEqual({ link: "<https://x/y>; rel=a, <z>" });
    expect(headersFor("/a/1/2/c", rules)).toEqual({ link: "<z>" });
    expect(headersFor("/a.b", rules)).toEqual({ dot: "yes" });
    expect(headersFor("/aXb", rules)).toEqual({});
  });
});
