import { isDay } from "../dossier/calendar.ts";
import {
  type Camera,
  type Chosen,
  cleanQuery,
  FACETS,
  type Facet,
  type Filters,
  OPENING,
  type Tab,
  type Theme,
  type TimeWindow,
  type View,
} from "./view.ts";

const ID = /^[a-z0-9][a-z0-9_-]{0,99}$/;
const LANG = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const STEP = /^[1-9]\d{0,3}$/;
/** `both`, `all`, a language, or who uses a form: `yerevan_stepanakert`. */
const NAMES = /^[a-z][A-Za-z0-9_-]{1,39}$/;
const CHOSEN_KEY = { event: "e", place: "pl", topic: "topic" } as const;
/** `topic` and `e` open one; `on` and `ev` narrow to some. */
const FACET_KEY: Readonly<Record<Facet, string>> = {
  topic: "on",
  form: "form",
  level: "level",
  source: "src",
  place: "where",
  event: "ev",
};
const TABS: readonly Tab[] = ["statements", "positions", "parties", "about"];
const THEMES: readonly Theme[] = ["light", "dark"];

function readTime(text: string): TimeWindow | null {
  const [a = "", b, rest] = text.split("/");
  if (rest !== undefined || !isDay(a)) return null;
  if (b === undefined) return { kind: "until", to: a };
  return isDay(b) ? { kind: "period", from: a <= b ? a : b, to: a <= b ? b : a } : null;
}

function readCamera(text: string): Camera | null {
  const parts = text.split(",");
  if (parts.length !== 3 || parts.some((p) => !/^-?\d{1,3}(\.\d{1,8})?$/.test(p))) return null;
  const [lat = 0, lng = 0, zoom = 0] = parts.map(Number);
  return Math.abs(lat) <= 85 && Math.abs(lng) <= 180 && zoom >= 0 && zoom <= 22 ? { lng, lat, zoom } : null;
}

const some = (value: string, fits: (item: string) => boolean): readonly string[] => [...new Set(value.split(",").filter(fits))];

/** A key of the address that narrows, put into the filters; those as they were when it is none. */
function readFilter(filters: Filters, key: string, value: string): Filters {
  if (key === "q") return { ...filters, q: cleanQuery(value) };
  const facet = FACETS.find((f) => FACET_KEY[f] === key);
  return facet ? { ...filters, [facet]: some(value, (id) => (facet === "source" ? LANG : ID).test(id)) } : filters;
}

/**
 * Reads a view from a location hash. Order-free; unknown keys and unreadable values are ignored and fall back to the opening
 * view. Never throws. Dates in it are calendar days, never instants, so a link means the same in every time zone.
 */
export function readHash(hash: string, opening: View = OPENING): View {
  let chosen: Chosen | null = null;
  let view = opening;
  let tab: Tab | null = null;
  for (const pair of hash.replace(/^#/, "").split("&")) {
    const at = pair.indexOf("=");
    if (at < 1) continue;
    const key = pair.slice(0, at);
    let value: string;
    try {
      value = decodeURIComponent(pair.slice(at + 1));
    } catch {
      continue;
    }
    for (const [kind, k] of Object.entries(CHOSEN_KEY)) {
      if (k === key && ID.test(value)) chosen = { kind: kind as Chosen["kind"], id: value };
    }
    if (key === "s" && ID.test(value)) view = { ...view, statement: value };
    else if (key === "t") view = { ...view, time: readTime(value) ?? view.time };
    else if (key === "p") view = { ...view, parties: some(value, (p) => ID.test(p)) };
    else if (key === "both") view = { ...view, both: value === "1" || view.both };
    else if (key === "tab" && TABS.includes(value as Tab)) tab = value as Tab;
    else if (key === "theme" && THEMES.includes(value as Theme)) view = { ...view, theme: value as Theme };
    else if (key === "at") view = { ...view, mode: value === "said" ? "said" : view.mode };
    else if (key === "names" && NAMES.test(value)) view = { ...view, names: value };
    else if (key === "layers") view = { ...view, layers: some(value, (l) => ID.test(l.replace(/^-/, ""))) };
    else if (key === "step" && STEP.test(value)) view = { ...view, step: Number(value) };
    else if (key === "v") view = { ...view, camera: value === WHOLE ? null : (readCamera(value) ?? view.camera) };
    else view = { ...view, filters: readFilter(view.filters, key, value) };
  }
  return { ...view, tab: tab ?? (chosen?.kind === "topic" ? "positions" : opening.tab), chosen: chosen ?? opening.chosen };
}

/** The whole region, where a step of the story has a camera of its own. */
const WHOLE = "whole";

/** A number without trailing zeros, at most `digits` decimals. */
const short = (n: number, digits: number): string => String(Number(n.toFixed(digits)));

/** Writes the part of a view that differs from the opening view, without `#`. Empty = the opening view. */
export function writeHash(view: View, opening: View = OPENING): string {
  const out: string[] = [];
  const camera = view.camera && view.camera !== opening.camera ? view.camera : null;
  const own = () => {
    if (view.theme !== OPENING.theme) out.push(`theme=${view.theme}`);
    if (view.names !== OPENING.names) out.push(`names=${view.names}`);
    if (view.layers.length > 0) out.push(`layers=${view.layers.join(",")}`);
    if (camera) out.push(`v=${short(camera.lat, 4)},${short(camera.lng, 4)},${short(camera.zoom, 2)}`);
    else if (opening.camera && !view.camera) out.push(`v=${WHOLE}`);
    return out.join("&");
  };
  if (view.step !== null) {
    out.push(`step=${view.step}`);
    return own();
  }
  if (view.statement) out.push(`s=${view.statement}`);
  if (view.chosen) out.push(`${CHOSEN_KEY[view.chosen.kind]}=${view.chosen.id}`);
  if (view.time.kind === "until") out.push(`t=${view.time.to}`);
  if (view.time.kind === "period") out.push(`t=${view.time.from}/${view.time.to}`);
  if (view.parties.length > 0) out.push(`p=${view.parties.join(",")}`);
  if (view.both) out.push("both=1");
  if (view.filters.q !== "") out.push(`q=${encodeURIComponent(view.filters.q)}`);
  for (const f of FACETS) if (view.filters[f].length > 0) out.push(`${FACET_KEY[f]}=${view.filters[f].join(",")}`);
  const implied: Tab = view.chosen?.kind === "topic" ? "positions" : opening.tab;
  if (view.tab !== implied) out.push(`tab=${view.tab}`);
  if (view.mode !== opening.mode) out.push(`at=${view.mode}`);
  return own();
}
