import type { Feature, FeatureCollection } from "geojson";
import { mercator } from "../map/camera.ts";
import type { StatementWay } from "../model/links.ts";
import { distanceWords } from "../model/measure.ts";
import { t } from "../words/t.ts";
import { fileAddress } from "./address.ts";
import type { MapFacts } from "./readback.ts";
import type { Session } from "./session.svelte.ts";
import { watch } from "./watch.svelte.ts";

type Ways = Readonly<Record<string, readonly StatementWay[]>>;

async function fetchWays(): Promise<Ways> {
  try {
    const response = await fetch(fileAddress("data/links.json"));
    return response.ok ? ((await response.json()) as Ways) : {};
  } catch {
    // The cards say who answers whom without it.
    return {};
  }
}

const drawn = (ways: readonly StatementWay[]): FeatureCollection => ({
  type: "FeatureCollection",
  features: ways
    .filter((w) => w.arc.length > 0)
    .map(
      (w): Feature => ({
        type: "Feature",
        properties: { kind: w.kind },
        geometry: { type: "MultiLineString", coordinates: w.arc.map((line) => line.map((p) => [...p])) },
      }),
    ),
});

/** A way in a sentence. */
function sentence(session: Session, w: StatementWay): string {
  const place = (id: string) => {
    const p = session.index.places.find((x) => x.id === id);
    return p ? session.nameOf(p) : id;
  };
  const party = session.index.parties.find((p) => p.id === w.party)?.name ?? w.party;
  const words = { party, from: place(w.from), to: place(w.to), far: distanceWords(w.km) };
  const same = w.arc.length === 0;
  if (w.kind === "to") return t(same ? "map.arc_to_same" : "map.arc_to", words);
  return t(same ? "map.arc_answers_same" : "map.arc_answers", words);
}

/**
 * Draws, for the statement being read, to whom it is addressed and what it answers, and says the same in words in its card. Which way a
 * line goes is said by the words alone. The map draws the lines; the picture, where there is no map.
 */
export async function mountArcs(box: HTMLElement, session: Session, facts: MapFacts): Promise<void> {
  let ways: Ways | null = null;
  let asked = false;
  const base = box.querySelector<SVGSVGElement>(".poster .base");
  const [W = 1] = (base?.dataset["size"] ?? "").split(" ").map(Number);
  const [x0, y0] = mercator(facts.opening[0], facts.opening[3]);
  const [x1] = mercator(facts.opening[2], facts.opening[1]);
  const path = (w: StatementWay) =>
    w.arc
      .map(
        (line) =>
          `M${line
            .map((p) => mercator(...p))
            .map(([x, y]) => `${(((x - x0) / (x1 - x0)) * W).toFixed(1)} ${(((y - y0) / (x1 - x0)) * W).toFixed(1)}`)
            .join("L")}`,
      )
      .join("");
  const show = (): void => {
    const { statement: id, chosen } = session.view;
    // The last of what the address asked for (ui/asked.ts) is here; of a place, what is known of its names comes later.
    const place = chosen?.kind === "place" && session.rest?.places[chosen.id];
    if (session.rest && (ways || !id) && !place) delete document.documentElement.dataset["asked"];
    const own = (id ? ways?.[id] : null) ?? [];
    session.arcs = drawn(own);
    for (const old of document.querySelectorAll(".ways-words, .arc-line")) old.remove();
    for (const w of own.filter((w) => w.arc.length > 0)) {
      const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
      line.setAttribute("class", `arc-line a-${w.kind}`);
      line.setAttribute("d", path(w));
      base?.append(line);
    }
    const card = id ? document.getElementById(`s=${id}`) : null;
    if (!card || own.length === 0) return;
    const words = document.createElement("div");
    words.className = "rel ways-words";
    for (const said of [...own.map((w) => sentence(session, w)), ...(own.some((w) => w.office) ? [t("map.arc_office")] : [])]) {
      const line = document.createElement("p");
      line.textContent = said;
      words.append(line);
    }
    (card.querySelector(".sources") ?? card.lastElementChild)?.after(words);
  };
  watch(() => {
    void [session.view.statement, session.view.names, session.rest];
    if (ways || session.view.statement === null) show();
    else if (!asked) {
      asked = true;
      void fetchWays().then((got) => {
        ways = got;
        show();
      });
    }
  });
}
