import type { Bounds } from "../dossier/types.ts";
import { MOST, wrap } from "../map/label-room.ts";
import type { HungName, LayerRef } from "../map/layers/ref.ts";
import type { ContestedRef, Covered } from "../model/contested.ts";
import type { StepRef } from "../model/story.ts";
import { fileAddress } from "./address.ts";
import type { Ui } from "./session.svelte.ts";
import type { EventRef, PageIndex, PartyRef, PlaceRef, StatementRef } from "../model/page-index.ts";

/** Everything in a part of the page that a selector fits. */
export const all = (root: ParentNode, selector: string): HTMLElement[] => [...root.querySelectorAll<HTMLElement>(selector)];

/** The ids in the `#key=id` links of one class inside a card, in order. */
const linked = (card: ParentNode, name: string): string[] =>
  all(card, `a.${name}`).map((a) => a.getAttribute("href")?.replace(/^.*#\w+=/, "") ?? "");

/** What a card's chip says by its class: `f-verbatim`, `l-primary`. */
const marked = (card: ParentNode, kind: string): string => card.querySelector(`.chip[class*=" ${kind}-"]`)?.classList[1]?.slice(2) ?? "";

/** First and last day as a card has them. */
export const span = (days: string | undefined): readonly [string, string] => {
  const [min = "", max = min] = (days ?? "").split("/");
  return [min, max];
};

/**
 * Reads the page's index back from the prerendered document, so that it need not travel a second time as data.
 * Its reading and `pageIndex` of the same dossier are equal.
 *
 * @param root the document, or any part that holds the list, the parties and the places' script block
 */
export function readIndex(root: ParentNode): PageIndex {
  const rows = JSON.parse(root.querySelector("#places")?.textContent ?? "[]") as readonly [string, string, number, number, number?][];
  const places = rows.map(([id, name, lon, lat, region]): PlaceRef => ({ id, name, lon, lat, region: region === 1 }));
  const statements = all(root, ".card:not([data-superseded])").map((card): StatementRef => {
    const certain = card.querySelector("time")?.getAttribute("datetime");
    const [min, max] = span(certain ?? card.dataset["days"]);
    const [party = "", ...parties] = (card.dataset["by"] ?? "").split(" ");
    return {
      id: card.dataset["statement"] ?? "",
      min,
      max,
      party,
      parties: parties.length > 0 ? parties : [party],
      about: linked(card, "about"),
      said: linked(card, "said")[0] ?? null,
      events: linked(card, "event"),
      topics: linked(card, "topic"),
      open: certain === undefined && min !== "",
      form: marked(card, "f") as StatementRef["form"],
      level: marked(card, "l") as StatementRef["level"],
      langs: [...new Set(all(card, "[hreflang]").map((a) => a.getAttribute("hreflang") ?? ""))],
    };
  });
  const events = all(root, ".happened").map((li): EventRef => {
    const [min, max] = span(li.dataset["days"]);
    return { id: li.id.slice(2), min, max, place: linked(li, "at")[0] ?? "", title: li.querySelector(".title")?.textContent ?? "" };
  });
  const parties = all(root, ".parties > [data-party]").map(
    (li): PartyRef => ({
      id: li.dataset["party"] ?? "",
      code: li.querySelector(".code")?.textContent ?? "",
      name: li.querySelector(".name")?.textContent ?? "",
    }),
  );
  return { statements, events, places, parties };
}

/** A stretch of the ruler that can be chosen with one click. */
export interface Slot {
  readonly from: string;
  readonly to: string;
}

/** The ruler's slots, from left to right. */
export const readSlots = (root: ParentNode): readonly Slot[] =>
  all(root, ".ruler .slot").map((a) => {
    const [from = "", to = ""] = (a.getAttribute("href") ?? "").replace(/^#t=/, "").split("/");
    return { from, to };
  });

/** What the map's box needs to know of the dossier. */
export interface MapFacts {
  readonly opening: Bounds;
  readonly window: Bounds;
  readonly covered: Covered;
  /** The days that have most room on the ruler. */
  readonly focus: Covered;
  readonly zone: string;
  readonly lang: string;
  readonly languages: readonly string[];
  readonly layers: readonly LayerRef[];
  readonly contested: readonly ContestedRef[];
  readonly names: readonly HungName[];
  readonly label: string;
  readonly story: readonly StepRef[];
  readonly titles: readonly string[];
  readonly ui: Ui;
}

/** Which layout the page was made for, and which of the embed's the address asks for: `?ui=list`, `?ui=static`. */
export function readUi(root: Document): Ui {
  // Asked again, the page says what it was found to be: a list was taken for a whole page.
  const here = root.documentElement.dataset["ui"];
  if (here !== "embed") return here === "list" || here === "static" ? here : "full";
  const asked = /[?&]ui=(list|static)(&|$)/.exec(root.location.search)?.[1];
  return asked === "list" || asked === "static" ? asked : "embed";
}

const bounds = (text: string | undefined): Bounds => (text ?? "").split(" ").map(Number) as unknown as Bounds;

/** Reads the map's facts back from its box, the map key and the list of layers. */
export function readMapFacts(root: Document): MapFacts {
  const box = root.getElementById("map");
  const data = box?.dataset ?? {};
  const days = (text: string | undefined): Covered => {
    const [min = "", max = ""] = (text ?? "").split(" ");
    return { min, max };
  };
  const contested = all(root, "[data-contested]");
  const steps = all(root, ".story > [data-step]");
  return {
    opening: bounds(data["opening"]),
    window: bounds(data["window"]),
    covered: days(data["covered"]),
    focus: days(data["focus"]),
    zone: data["zone"] ?? "",
    lang: root.documentElement.lang,
    languages: (data["languages"] ?? "").split(" ").filter(Boolean),
    layers: all(root, "[data-layer]").map((li) => ({
      id: li.dataset["layer"] ?? "",
      kind: (li.dataset["kind"] ?? "region") as LayerRef["kind"],
      title: li.querySelector("b")?.textContent ?? "",
      url: fileAddress(`layers/${li.dataset["file"] ?? ""}`, root),
    })),
    contested: contested.map((li) => ({ id: li.dataset["contested"] ?? "", from: li.dataset["from"] ?? "", to: li.dataset["to"] ?? null })),
    names: contested.flatMap((li): HungName[] => {
      const [lon = "", lat = "", anchor] = (li.dataset["name"] ?? "").split(" ");
      return anchor
        ? [
            {
              id: li.dataset["contested"] ?? "",
              text: wrap(li.querySelector("b")?.textContent ?? "", MOST).join("\n"),
              lon: Number(lon),
              lat: Number(lat),
              anchor,
              precision_m: Number(li.dataset["off"]),
            },
          ]
        : [];
    }),
    story: steps.map((li): StepRef => {
      const [from = "", to = ""] = (li.dataset["days"] ?? "").split("/");
      const [lat, lng, zoom] = (li.dataset["camera"] ?? "").split(" ").map(Number);
      const camera = lat !== undefined && lng !== undefined && zoom !== undefined ? { lat, lng, zoom } : null;
      return { from, to, statement: li.dataset["card"] ?? null, event: li.dataset["of"] ?? null, place: li.dataset["in"] ?? null, camera };
    }),
    titles: steps.map((li) => li.querySelector("h3")?.textContent ?? ""),
    ui: readUi(root),
    label: box?.querySelector(".poster")?.getAttribute("aria-label") ?? "",
  };
}
