import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inflateSync } from "node:zlib";
import { parseXml } from "@rgrove/parse-xml";
import { afterAll, describe, expect, it } from "vitest";
import { readFolder } from "../../src/cli/compile.ts";
import { palettePng } from "../../src/cli/pages/png.ts";
import { shareSvg } from "../../src/cli/pages/share-svg.ts";
import { clamp, wrap } from "../../src/cli/pages/wrap.ts";
import { draw, eventText, sharePicture, statementText } from "../../src/cli/share-picture.ts";
import { compileDossier } from "../../src/dossier/compile.ts";
import { recordMap } from "../../src/map/record-map.ts";
import { beginning } from "../../src/model/beginning.ts";
import { lakeMira } from "../model/fixtures.ts";
import { dataOf, faces } from "./pages-of.ts";

const karabakh = (await compileDossier(readFolder(fileURLToPath(new URL("../../geo/karabakh-2023", import.meta.url))))).dossier!;
const cache = mkdtempSync(join(tmpdir(), "share-"));
afterAll(() => rmSync(cache, { recursive: true }));

/** A picture with a palette, read back: its size and the number of the colour of each pixel. */
function readPng(png: Uint8Array) {
  const bytes = Buffer.from(png);
  expect(bytes.subarray(0, 8).toString("hex")).toBe("89504e470d0a1a0a");
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at))
    chunks.set(bytes.toString("latin1", at + 4, at + 8), bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  const head = chunks.get("IHDR")!;
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const rows = inflateSync(chunks.get("IDAT")!);
  const pixels = Buffer.concat(Array.from({ length: height }, (_, y) => rows.subarray(y * (width + 1) + 1, (y + 1) * (width + 1))));
  return { width, height, pixels, colours: chunks.get("PLTE")! };
}

const word = (text: string, family = faces.family.regular) =>
  draw(
    faces,
    `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="120"><rect width="1200" height="120" fill="#fff"/><text x="20" y="80" font-family="${family}" font-size="48">${text}</text></svg>`,
    cache,
  );

describe("a share picture", () => {
  const data = dataOf(lakeMira);
  const ban = lakeMira.statements.find((s) => s.id === "20310402-alder-ban")!;
  const map = { poster: data.poster, names: [], opening: lakeMira.head.opening, lang: "en" };
  const at = recordMap(map, data.place("north_shore")!, ban.date);
  const png = sharePicture(faces, data, at, "s", statementText(data, ban), cache);

  it("is 1200 by 630, has ink on both halves and is small enough to be fetched by a chat", () => {
    const { width, height, pixels, colours } = readPng(png);
    expect([width, height]).toEqual([1200, 630]);
    const white = [...Array(colours.length / 3).keys()].findIndex((i) => colours.readUIntBE(3 * i, 3) === 0xffffff);
    const column = (x: number) => Array.from({ length: height }, (_, y) => pixels[y * width + x]);
    expect(column(900).some((c) => c !== white)).toBe(true);
    expect(new Set(column(200)).size).toBeGreaterThan(1);
    expect(png.length).toBeLessThan(120_000);
  });

  it("is drawn once and the same again", () => {
    const files = readdirSync(cache);
    expect(Buffer.from(sharePicture(faces, data, at, "s", statementText(data, ban), cache)).equals(Buffer.from(png))).toBe(true);
    expect(readdirSync(cache)).toEqual(files);
  });

  it("of a paraphrase has no quotation marks; of a speaker's words it has", () => {
    const svg = (id: string) => {
      const s = lakeMira.statements.find((x) => x.id === id)!;
      return shareSvg(faces, data.poster, recordMap(map, null, s.date), "s", statementText(data, s));
    };
    expect(svg("20310402-alder-ban")).not.toMatch(/[“”]/);
    expect(svg("20310403-birch-reply")).toContain("“Nobody closes");
  });

  it("of a withdrawn statement does not give its text", () => {
    expect(statementText(data, { ...ban, status: "withdrawn" }).text).toBe("This record was withdrawn.");
  });

  it("of words that are markup is well-formed and shows them as words", () => {
    const text = { ...statementText(data, ban), party: '<b>&"', speaker: "]]>\u0007", text: "</text><script/>" };
    const svg = shareSvg(faces, data.poster, at, "s", text);
    expect(parseXml(svg).root?.name).toBe("svg");
    expect(svg).not.toContain("<script");
  });

  it("gives no pin to an area, and says how far off a place outside is", () => {
    const [area, far] = [data.dossier.places.find((p) => p.precision === "region"), data.place("far_city")!];
    if (area) expect(shareSvg(faces, data.poster, recordMap(map, area, null), "s", statementText(data, ban))).not.toContain('r="8"');
    const svg = shareSvg(faces, data.poster, recordMap(map, far, null), "s", statementText(data, ban));
    expect(svg).toMatch(/\d km to the (west|east|north|south)/);
  });

  it("names the contested lines it draws, and no map goes without its notes and credits", () => {
    const svg = shareSvg(faces, data.poster, at, "s", statementText(data, ban))
      .replace(/<[^>]*>/g, " ")
      .replace(/\s+/g, " ");
    expect(svg).toContain("Boundaries and names shown imply no");
    expect(svg).toContain("Map data:");
    for (const shape of at.contested) expect(svg).toContain(shape.name.split(" ")[0]);
  });
});

describe("the letters of a share picture", () => {
  it.each([
    ["Azerbaijani", "Xankəndi Ağdam Şuşa", "Xank\uE000ndi A\uE000dam \uE000u\uE000a"],
    ["Armenian", "Ստեփանակերտ", "\uE000".repeat(11)],
    ["Cyrillic", "Степанакерт", "\uE000".repeat(11)],
    ["Georgian", "საქართველო", "\uE000".repeat(10)],
  ])("%s ones are drawn from a shipped font, each its own, not as the box of a missing letter", (_, text, missing) => {
    expect(faces.lacking(text)).toEqual([]);
    expect(Buffer.from(word(text)).equals(Buffer.from(word(missing)))).toBe(false);
    const letters = [...new Set(text.replace(/ /g, ""))];
    const drawn = letters.map((letter) => Buffer.from(word(letter)).toString("base64"));
    expect(new Set(drawn).size).toBe(letters.length);
    expect(drawn).not.toContain(Buffer.from(word("\uE000")).toString("base64"));
  });

  it("weights differ", () => {
    expect(Buffer.from(word("what", faces.family.semibold)).equals(Buffer.from(word("what")))).toBe(false);
    expect(Buffer.from(word("what", faces.family.serif)).equals(Buffer.from(word("what")))).toBe(false);
  });

  it("are measured as they are drawn, to a hundredth of the line", () => {
    const { width, pixels, height } = readPng(word("Organization for Security and Co-operation"));
    let right = 0;
    for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) if (pixels[y * width + x] !== pixels[0]) right = Math.max(right, x);
    const measured = faces.width("Organization for Security and Co-operation", 48, "regular");
    expect(Math.abs(right - 20 - measured)).toBeLessThan(measured * 0.01);
  });

  it("of Nagorno-Karabakh 2023 are all in the shipped fonts", () => {
    const data = dataOf(karabakh);
    const texts = [...karabakh.statements.map((s) => statementText(data, s)), ...karabakh.events.map((e) => eventText(data, e))];
    const all = texts
      .flatMap((t) => Object.values(t))
      .flat()
      .filter((v) => typeof v === "string")
      .join("");
    expect(faces.lacking(all)).toEqual([]);
  });
});

describe("lines of text", () => {
  const length = (text: string) => text.length;

  it("are broken between words, and an overlong word stands alone", () => {
    expect(wrap("one two three", 7, length)).toEqual(["one two", "three"]);
    expect(wrap("a unbreakable b", 5, length)).toEqual(["a", "unbreakable", "b"]);
    expect(wrap("", 5, length)).toEqual([]);
  });

  it("that do not fit end in an ellipsis, between words", () => {
    expect(clamp(["one two", "three,", "four"], 2, 7, length)).toEqual(["one two", "three…"]);
    expect(clamp(["one"], 2, 7, length)).toEqual(["one"]);
  });

  it("a text is cut between words, and left whole when it is hardly longer", () => {
    expect(beginning("one two three four five six seven eight", 14)).toBe("one two three…");
    expect(beginning("one two three four", 14)).toBe("one two three four");
  });

  it("a text is cut where a clause ends rather than in the middle of the next, which could say the opposite", () => {
    expect(beginning("The mission saw the town, heard no reports of violence and left", 40)).toBe("The mission saw the town…");
    expect(beginning("He said, as the office of the mission reported later that day", 40)).toBe("He said, as the office of the mission…");
  });
});

describe("a picture with a palette", () => {
  it("has the colours it was given while they are few", () => {
    const rgba = new Uint8Array([255, 0, 0, 255, 0, 0, 255, 255, 255, 255, 255, 255, 255, 0, 0, 255]);
    const { pixels, colours } = readPng(palettePng(rgba, 2, 2));
    const at = (i: number) => [...colours.subarray(3 * pixels[i]!, 3 * pixels[i]! + 3)];
    expect([0, 1, 2, 3].map(at)).toEqual([
      [255, 0, 0],
      [0, 0, 255],
      [255, 255, 255],
      [255, 0, 0],
    ]);
  });

  it("gives each of too many colours to one near it", () => {
    const rgba = Uint8Array.from({ length: 4 * 64 * 64 }, (_, i) =>
      i % 4 === 3 ? 255 : i % 4 === 0 ? (i >> 2) & 255 : ((i >> 8) * 16) & 255,
    );
    const { pixels, colours } = readPng(palettePng(rgba, 64, 64));
    expect(colours.length).toBeLessThanOrEqual(768);
    for (let i = 0; i < pixels.length; i++)
      for (const c of [0, 1, 2]) expect(Math.abs((colours[3 * pixels[i]! + c] ?? 0) - (rgba[4 * i + c] ?? 0))).toBeLessThan(64);
  });
});
