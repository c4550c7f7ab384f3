import { PALETTE } from "../../map/palette.ts";
import { escapeMarkup } from "../../model/markup.ts";
import { SHARED } from "../../model/share-size.ts";
import type { RecordMap } from "../../map/record-map.ts";
import type { Poster } from "../../map/poster.ts";
import type { Faces, Style } from "./faces.ts";
import { clamp, wrap } from "./wrap.ts";

const { width: WIDTH, height: HEIGHT } = SHARED;
/** Where the map ends and the words begin. */
const SPLIT = 520;
const LEFT = SPLIT + 48;
const COLUMN = WIDTH - 48 - LEFT;
/** Pixels of the picture for one drawing unit of the poster, and how far its middle may follow the mark. */
const SCALE = 0.74;
const FOLLOW = { x: 70, y: 40 } as const;
const INK = "#1c1e21";
const SOFT = "#55595e";
const RULE = "#84847f";

/** What it is a picture of: a statement, an event, or the dossier. */
export type ShareKind = "s" | "e" | "d";

/** What a share picture says. All of it is from the dossier. */
export interface ShareText {
  readonly dossier: string;
  /** Codes of who made it, each with its party's colour; empty for an event. */
  readonly chips: readonly { readonly code: string; readonly colour: string | null }[];
  readonly party: string;
  readonly speaker: string;
  readonly when: string;
  readonly where: string;
  /** The place's names in the dossier's other languages. */
  readonly names: string;
  /** An event's title; empty for a statement. */
  readonly title: string;
  readonly text: string;
  /** The speaker's own words, which alone stand in quotation marks. */
  readonly spoken: boolean;
  /** What kind of text it is: `Paraphrase`, `Event`. */
  readonly form: string;
  readonly notes: string;
}

interface Set {
  readonly size: number;
  readonly style?: Style;
  readonly fill?: string;
  readonly anchor?: "start" | "middle" | "end";
  readonly halo?: string;
  readonly space?: number;
}

/** The pen: one line of text in a shipped font. */
const pen =
  (faces: Faces) =>
  (x: number, y: number, text: string, { size, style = "regular", fill = INK, anchor = "start", halo, space }: Set): string =>
    `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-family="${escapeMarkup(faces.family[style])}" font-size="${size}" fill="${fill}" text-anchor="${anchor}"${
      halo ? ` stroke="${halo}" stroke-width="5" stroke-linejoin="round" paint-order="stroke"` : ""
    }${space ? ` letter-spacing="${space}"` : ""}>${escapeMarkup(text)}</text>`;

const DASH: Readonly<Record<string, string>> = {
  "historic-admin": 'stroke-dasharray="0.1 5" stroke-linecap="round" stroke-width="2"',
  "ceasefire-line": 'stroke-dasharray="8 4 2 4" stroke-width="1.8"',
  "de-facto-control": 'stroke-dasharray="5 3.5" stroke-width="1.6"',
  corridor: 'stroke-width="1.2"',
};

function mapPart(faces: Faces, poster: Poster, at: RecordMap, kind: ShareKind, text: ShareText): string {
  const p = PALETTE.light;
  const write = pen(faces);
  const middle = [poster.width / 2, poster.height / 2] as const;
  const near = (value: number, m: number, most: number) => Math.min(Math.max(value, m - most), m + most);
  const [cx, cy] = at.mark ? [near(at.mark.x, middle[0], FOLLOW.x), near(at.mark.y, middle[1], FOLLOW.y)] : middle;
  const x = (v: number) => SPLIT / 2 + (v - cx) * SCALE;
  const y = (v: number) => (HEIGHT - 60) / 2 + (v - cy) * SCALE;
  const stroke = (colour: string, width: number) => `fill="none" stroke="${colour}" stroke-width="${width}"`;
  const land = [
    `<path d="${poster.land}" fill="${p.land}"/><path d="${poster.lakes}" fill="${p.water}"/><path d="${poster.rivers}" ${stroke(p.river, 1.3)}/>`,
    `<path d="${poster.borders}" ${stroke(p.border, 1.5)}/>`,
    ...at.contested.map(
      (d) => `<path d="${d.d}" fill="${d.area ? "url(#hatch)" : "none"}" stroke="${p.contest}" ${DASH[d.kind] ?? 'stroke-width="1.4"'}/>`,
    ),
  ].join("");
  const mark = markPart(faces, at, kind, x, y);
  const names = at.names.flatMap((n) => {
    const country = n.kind === "country";
    const half =
      Math.max(...n.lines.map((l) => faces.width(country ? l.toUpperCase() : l, 16, "regular") + (country ? 2.4 * l.length : 0))) / 2;
    // A country's name may stand anywhere in it; the name of a place stands at its place.
    const left = country ? near(x(n.x), SPLIT / 2, Math.min(SPLIT / 2 - half - 14, Math.abs(x(n.x) - SPLIT / 2))) : x(n.x);
    const top = y(n.y);
    if (Math.abs(left - x(n.x)) > 70 || left - half < 10 || left + half > SPLIT - 10 || top < 24 || top > HEIGHT - 130) return [];
    const [l, t, r, b] = mark.box;
    if (left + half > l && left - half < r && top + 30 > t && top - 14 < b) return [];
    const style: Set = country
      ? { size: 16, fill: p.soft, anchor: "middle", halo: p.land, space: 2.4 }
      : { size: 16, fill: n.kind === "water" ? p.waterLabel : p.label, anchor: "middle", halo: n.kind === "water" ? p.water : p.land };
    const dot =
      n.kind === "place" ? `<circle cx="${left}" cy="${top}" r="3" fill="${p.land}" stroke="${p.label}" stroke-width="1.5"/>` : "";
    return [dot, ...n.lines.map((l, i) => write(left, top + (n.kind === "place" ? 21 : 5) + i * 19, country ? l.toUpperCase() : l, style))];
  });
  return `<rect width="${SPLIT}" height="${HEIGHT}" fill="${p.water}"/><g transform="translate(${x(0).toFixed(2)} ${y(0).toFixed(2)}) scale(${SCALE})">${land}</g>${names.join("")}${mark.svg}${notesPart(faces, at, text)}`;
}

interface Drawn {
  readonly svg: string;
  /** What it covers: left, top, right, bottom. */
  readonly box: readonly [number, number, number, number];
}

function markPart(faces: Faces, at: RecordMap, kind: ShareKind, x: (v: number) => number, y: (v: number) => number): Drawn {
  const write = pen(faces);
  const size = 22;
  const names = at.lines.flatMap((l) => wrap(l, 225, (line) => faces.width(line, size, "semibold")));
  const width = Math.max(0, ...names.map((l) => faces.width(l, size, "semibold")));
  const tall = names.length * 27;
  const chip = (left: number, top: number, lines: readonly string[], wide: number): Drawn => ({
    svg: `<rect x="${left}" y="${top}" width="${wide + 28}" height="${lines.length * 27 + 14}" rx="2" fill="#fff" stroke="${RULE}" stroke-width="1.5"/>${lines.map((l, i) => write(left + 14, top + 28 + i * 27, l, { size, style: "semibold" })).join("")}`,
    box: [left, top, left + wide + 28, top + lines.length * 27 + 14],
  });
  if (at.mark?.region) {
    const left = Math.min(Math.max(x(at.mark.x) - width / 2 - 14, 16), SPLIT - width - 44);
    return chip(left, y(at.mark.y) - tall / 2 - 7, names, width);
  }
  if (at.mark) {
    const [cx, cy] = [x(at.mark.x), y(at.mark.y)];
    const right = cx + 26 + width < SPLIT - 12;
    const set: Set = { size, style: "semibold", anchor: right ? "start" : "end", halo: PALETTE.light.land };
    const lines = names.map((l, i) => write(right ? cx + 26 : cx - 26, cy - tall / 2 + 21 + i * 27, l, set));
    const shape =
      kind === "e"
        ? `<path d="M${cx} ${cy - 18}l12.5 18-12.5 18-12.5-18Z" fill="${INK}" stroke="#fff" stroke-width="3"/>`
        : `<circle cx="${cx}" cy="${cy}" r="16" fill="#fff" fill-opacity="0.85" stroke="${INK}" stroke-width="2.5"/><circle cx="${cx}" cy="${cy}" r="8" fill="${INK}"/>`;
    const half = Math.max(tall / 2, 20);
    return {
      svg: shape + lines.join(""),
      box: [right ? cx - 20 : cx - 26 - width, cy - half, right ? cx + 26 + width : cx + 20, cy + half],
    };
  }
  if (!at.off) return { svg: "", box: [0, 0, 0, 0] };
  const { side, far } = at.off;
  const arrow = { west: "←", east: "→", north: "↑", south: "↓" }[side];
  const lines = [...names, `${far ? `${far} to the ${side}` : `to the ${side}`} ${arrow}`];
  const wide = Math.max(...lines.map((l) => faces.width(l, size, "semibold")));
  const left = side === "west" ? 16 : side === "east" ? SPLIT - wide - 44 : (SPLIT - wide - 28) / 2;
  return chip(left, side === "north" ? 20 : side === "south" ? HEIGHT - 130 - lines.length * 27 : 250, lines, wide);
}

/** What a map never goes without: whose boundaries they are not, what the broken lines are, and who is to be credited. */
function notesPart(faces: Faces, at: RecordMap, text: ShareText): string {
  const size = 14;
  const contested = at.contested.map((d) => d.name).join("; ");
  const words = [contested && `Broken lines: ${contested}.`, text.notes].filter(Boolean).join(" ");
  const lines = wrap(words, SPLIT - 36, (line) => faces.width(line, size, "regular"));
  const top = HEIGHT - lines.length * 19 - 18;
  return `<rect y="${top}" width="${SPLIT}" height="${HEIGHT - top}" fill="#fff" fill-opacity="0.94"/>${lines.map((l, i) => pen(faces)(18, top + 23 + i * 19, l, { size, fill: SOFT })).join("")}`;
}

function wordsPart(faces: Faces, kind: ShareKind, text: ShareText): string {
  const write = pen(faces);
  const out: string[] = [];
  let y = 62;
  const put = (words: string, most: number, step: number, set: Set): void => {
    const measure = (line: string) => faces.width(line, set.size, set.style ?? "regular");
    for (const line of clamp(wrap(words, COLUMN, measure), most, COLUMN, measure)) {
      out.push(write(LEFT, y, line, set));
      y += step;
    }
  };
  if (text.dossier) {
    put(text.dossier, 1, 30, { size: 21, style: "serif", fill: SOFT });
    out.push(`<path d="M${LEFT} ${y - 8}h${COLUMN}" stroke="${RULE}"/>`);
    y += 42;
  }
  let x = LEFT;
  for (const { code, colour } of text.chips) {
    const wide = faces.width(code, 22, "semibold") + 22;
    out.push(
      `<rect x="${x + 2}" y="${y - 25}" width="${wide - 4}" height="32" rx="2" fill="#fff" stroke="${colour ?? RULE}" stroke-width="4"/>`,
      write(x + wide / 2, y - 1, code, { size: 22, style: "semibold", anchor: "middle" }),
    );
    x += wide + 8;
  }
  if (kind === "e") out.push(`<path d="M${LEFT + 10} ${y - 24}l10 15-10 15-10-15Z" fill="${INK}"/>`);
  const chips = kind === "e" ? 34 : x - LEFT + 6;
  const measure = (line: string) => faces.width(line, 26, "semibold");
  if (chips + measure(text.party) <= COLUMN) {
    out.push(write(LEFT + chips, y, text.party, { size: 26, style: "semibold" }));
    y += 38;
  } else {
    y += 43;
    put(text.party, 2, 33, { size: 26, style: "semibold" });
  }
  put(text.speaker, 2, 31, { size: 23, fill: SOFT });
  put(text.when, 1, 31, { size: 23 });
  put(text.where, 2, 31, { size: 23 });
  // All forms of the name or none: cutting one off would be taking sides.
  if (wrap(text.names, COLUMN, (l) => faces.width(l, 18, "regular")).length <= 2) put(text.names, 2, 25, { size: 18, fill: SOFT });
  y += 30;
  if (text.title) {
    y += 18;
    put(text.title, 4, 43, { size: 35, style: "semibold" });
    y += 4;
  }
  const room = HEIGHT - 84 - y;
  const style: Style = text.spoken ? "serif" : "regular";
  const words = text.spoken ? `“${text.text}”` : text.text;
  const fits =
    (text.title ? [26] : [36, 33, 30, 27]).find(
      (size) => wrap(words, COLUMN, (l) => faces.width(l, size, style)).length * size * 1.32 <= room + size * 0.4,
    ) ?? (text.title ? 26 : 27);
  y += fits * 0.35;
  put(words, Math.max(1, Math.floor((room + fits * 0.4) / (fits * 1.32))), fits * 1.32, { size: fits, style });
  const wide = faces.width(text.form, 18, "regular") + 24;
  out.push(
    `<rect x="${LEFT + 0.75}" y="${HEIGHT - 70}" width="${wide}" height="30" rx="2" fill="none" stroke="${RULE}" stroke-width="1.5"/>`,
    write(LEFT + 12, HEIGHT - 49, text.form, { size: 18 }),
  );
  return out.join("");
}

/** The picture as SVG: the poster with the record's place on the left, who, when, where and what on the right. */
export function shareSvg(faces: Faces, poster: Poster, at: RecordMap, kind: ShareKind, text: ShareText): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}"><defs><pattern id="hatch" width="11" height="11" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0v11" stroke="${PALETTE.light.contest}" stroke-opacity="0.35" stroke-width="1.4"/></pattern></defs><svg width="${SPLIT}" height="${HEIGHT}">${mapPart(faces, poster, at, kind, text)}</svg><rect x="${SPLIT}" width="${WIDTH - SPLIT}" height="${HEIGHT}" fill="#fff"/><path d="M${SPLIT + 0.5} 0v${HEIGHT}" stroke="#d5d3cc"/>${wordsPart(faces, kind, text)}</svg>`;
}
