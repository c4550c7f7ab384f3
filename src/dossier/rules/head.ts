import { boundsAt, MAP_ENDS, reportAt, siteAt } from "../build/head.ts";
import { type MapValue, textAt, textsAt, valueAt } from "../read/value.ts";
import { quoted } from "../show.ts";
import type { Rule } from "./rule.ts";
import { inside } from "./layer-place.ts";
import { placesTurned } from "./places-order.ts";
import { points, turnedBoxes, within } from "./window-order.ts";

function boundsAdvice(numbers: readonly string[]): string {
  const typed = numbers.map((n) => n.replace(/^[−–]/, "-"));
  if (typed.join() !== numbers.join()) return `Write [${typed.join(", ")}], with the sign of the keyboard.`;
  if (numbers.length !== 4) return "Write four numbers: [west, south, east, north].";
  if (numbers.some((n) => !/^-?\d+(\.\d+)?$/.test(n))) return "Write decimal degrees with a point, e.g. [10, 50, 14.5, 53].";
  const [w = 0, s = 0, e = 0, n = 0] = numbers.map(Number);
  // 170 to -170, or 170 to 190.
  const crosses = w >= e ? w > 0 && w <= 180 && e < 0 && e >= -180 : e - w < 360 && ((w < 180 && e > 180) || (w < -180 && e > -180));
  if (crosses) return "A window that crosses the meridian of 180° is not read; choose one side of it.";
  const turned = Math.max(Math.abs(s), Math.abs(n)) > 90 && Math.max(Math.abs(w), Math.abs(e)) <= 90;
  if (turned && s < n && w < e) return `They seem to have latitude first. Write [${s}, ${w}, ${n}, ${e}].`;
  if (w >= e || s >= n) return "The order is west, south, east, north; west is less than east, south less than north.";
  if (Math.max(Math.abs(s), Math.abs(n)) <= 90 && Math.max(Math.abs(w), Math.abs(e)) <= 180)
    return `The map ends at ${MAP_ENDS}° north and south; the poles lie beyond it.`;
  return "Longitudes lie from -180 to 180, latitudes from -90 to 90.";
}

/** Degrees between the sides of the first view. */
const SMALLEST = 0.001;

/** The map's edge and its first view are boxes, the second inside the first. */
export const mapWindow: Rule = (tables, report) => {
  const { head } = tables;
  if (!head) return;
  const box = (name: string): ReturnType<typeof boundsAt> => checkBox(head, name);
  const window = box("window");
  const opening = box("opening");
  const at = valueAt(head, "opening");
  if (opening && at && Math.min(opening[2] - opening[0], opening[3] - opening[1]) < SMALLEST)
    report({
      severity: "error",
      rule: "window",
      at: at.spot,
      found: opening.join(", "),
      expected: `a box at least ${SMALLEST} degrees wide and high, about a hundred metres`,
      fix: "Widen the opening: no map is drawn closer than that.",
    });
  const turned = turnedBoxes(tables);
  for (const { name, box, meant } of turned) {
    report({
      severity: "error",
      rule: "lat-lon-swapped",
      at: valueAt(head, name)!.spot,
      found: box.join(", "),
      expected: "west, south, east, north",
      fix: `They seem to have latitude first. Write [${meant.join(", ")}].`,
    });
  }
  if (turned.length === 0 && window && opening && at && !within(opening, window)) {
    report({
      severity: "error",
      rule: "window",
      at: at.spot,
      found: opening.join(", "),
      expected: `a box inside the window ${window.join(", ")}`,
      fix: "Widen the window, or narrow the opening.",
    });
  }
  if (turned.length === 0 && window && opening && at && within(opening, window)) {
    const places = points(tables);
    const far =
      placesTurned(tables) === 0 && !places.some(([x, y]) => inside(opening, x, y)) && places.some(([x, y]) => inside(window, x, y));
    if (far)
      report({
        severity: "warning",
        rule: "window",
        at: at.spot,
        found: `${opening.join(", ")}, in which no place lies`,
        expected: "a first view of the places that statements are about",
        fix: "Move it there: a reader opens the map on this view.",
      });
  }
  function checkBox(map: MapValue, name: string): ReturnType<typeof boundsAt> {
    const value = valueAt(map, name);
    const bounds = boundsAt(map, name);
    const numbers = textsAt(map, name).map((t) => t.text.trim());
    if (value?.kind === "list" && value.items.length > 0 && !bounds) {
      report({
        severity: "error",
        rule: "window",
        at: value.spot,
        found: numbers.join(", ") || "nothing",
        expected: "west, south, east, north in degrees",
        fix: boundsAdvice(numbers),
      });
    }
    return bounds;
  }
};

function siteAdvice(site: string): string {
  if (!/^https:\/\//i.test(site)) return "Write the address that readers will open, beginning with https://.";
  if (/[?#]/.test(site)) return "Leave out everything from the ? or # on.";
  if (/["'<>]/.test(site)) return "Write %22 and %27 for quotation marks, or leave them out.";
  if (/@/.test(site)) return "Remove the name and password before the @.";
  if (!site.endsWith("/")) return /\.html?$/.test(site) ? "Name the folder, not the page in it." : `End it with a /: ${site}/.`;
  return "Copy the whole address of the folder from the browser.";
}

/** The address of the published folder is one that others can link to: canonical links, share pictures and the sitemap begin with it. */
export const publishedAt: Rule = ({ head }, report) => {
  const site = head && textAt(head, "site");
  if (!head || !site || site.text.trim() === "" || siteAt(head)) return;
  report({
    severity: "error",
    rule: "site",
    at: site.spot,
    found: quoted(site.text),
    expected: "the https address of the published folder, ending in /",
    fix: siteAdvice(site.text.trim()),
  });
};

function reportAdvice(report: string): string {
  if (/\s/.test(report)) return "Write %20 for a space.";
  const gap = /\{(?!(?:id|url|version)\})[^}]*\}?/.exec(report);
  if (gap) return `Only {id}, {url} and {version} are filled in; remove ${gap[0]}.`;
  if (!/\{(id|url)\}/.test(report)) return "Put {id} or {url} where the record is to be named, or write the address as contact.";
  return "Begin it with mailto: and an address, or with https://.";
}

/** The address for reports names the record, and leads somewhere a reader can write to. */
export const reportTo: Rule = ({ head }, report) => {
  const at = head && textAt(head, "report");
  if (!head || !at || at.text.trim() === "" || reportAt(head)) return;
  report({
    severity: "error",
    rule: "report",
    at: at.spot,
    found: quoted(at.text),
    expected: "a mailto: or https address with {id} or {url} in it",
    fix: reportAdvice(at.text.trim()),
  });
};
