import { markPlace, NOWHERE, statementsOnMap } from "../model/select.ts";
import { t } from "../words/t.ts";
import type { Session } from "./session.svelte.ts";

const LETTERS = 26;
const SVG = "http://www.w3.org/2000/svg";

/** The n-th letter, from 0: A to Z, then AA, AB and on. */
export const letter = (n: number): string =>
  (n >= LETTERS ? letter(Math.floor(n / LETTERS) - 1) : "") + String.fromCharCode(65 + (n % LETTERS));

/** Ascending whole numbers in short: `1, 4–6, 9`. Two in a row stay two. */
export function inShort(numbers: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const n of numbers) {
    const run = runs.at(-1);
    if (run && n === run[1] + 1) run[1] = n;
    else runs.push([n, n]);
  }
  return runs.map(([first, last]) => (last - first > 1 ? `${first}–${last}` : first === last ? first : `${first}, ${last}`)).join(", ");
}

const element = (name: string, ...inside: readonly (Node | string)[]): HTMLElement => {
  const made = document.createElement(name);
  made.append(...inside);
  return made;
};

/** Writes a letter at a mark, as text of the drawing or before a chip's words. */
function sign(mark: Element, text: string): Element {
  const disc = mark.querySelector(".disc");
  const made = disc ? document.createElementNS(SVG, "text") : element("b");
  made.textContent = text;
  made.setAttribute("class", "letter");
  if (disc) {
    const aside = Number(disc.getAttribute("r")) + 1;
    // Its name may stand to the left.
    const right = mark.parentElement?.querySelector<SVGElement>(".place-name")?.style.textAnchor === "end";
    made.setAttribute("x", String(right ? aside : -aside));
    made.setAttribute("y", String(-aside));
    if (right) made.style.textAnchor = "start";
    mark.append(made);
  } else mark.prepend(made);
  return made;
}

/**
 * On paper nothing can be clicked. There each mark has a letter and each listed statement its number, which the style sheet writes as it
 * counts the cards in sight; below the picture stands which letter is which place, with the numbers of its statements.
 */
export function numbersOnPaper(box: Element, session: Session): void {
  let written: Element[] = [];
  const wipe = (): void => {
    for (const el of written) el.remove();
    written = [];
  };
  const write = (): void => {
    wipe();
    const { view, index, search } = session;
    const onMap = new Map(statementsOnMap(index, view, search).map((s) => [s.id, s]));
    const numbers = new Map<string, number[]>();
    for (const [i, card] of document.querySelectorAll<HTMLElement>("[data-panel=statements] .card:not([hidden])").entries()) {
      const s = onMap.get(card.dataset["statement"] ?? "");
      if (!s) continue;
      const at = markPlace(view, s) ?? NOWHERE;
      // In a map so far off that they are one point it is the mark of another place.
      const place = session.marks.find(({ others }) => others?.some(({ id }) => id === at))?.place.id ?? at;
      numbers.set(place, [...(numbers.get(place) ?? []), i + 1]);
    }
    const places = new Map(session.marks.map(({ place }) => [place.id, session.nameOf(place)]));
    const list = element("ol");
    for (const mark of box.querySelectorAll<SVGElement | HTMLElement>(".marks-layer [data-place]")) {
      const id = mark.dataset["place"] ?? "";
      const here = numbers.get(id);
      if (!here) continue;
      const text = letter(list.childElementCount);
      const name = places.get(id) ?? t(view.mode === "about" ? "map.about_none" : "map.said_none");
      list.append(element("li", element("b", text), ` ${name} `, element("span", inShort(here))));
      written.push(sign(mark, text));
    }
    if (list.childElementCount === 0) return;
    // A file's own address is of no use to anybody else.
    const from = location.protocol === "file:" ? [] : [element("p", location.href)];
    const key = element("section", element("p", t("map.on_paper")), list, ...from);
    key.className = "paper-key";
    box.querySelector(".key-body")?.prepend(key);
    written.push(key);
  };
  addEventListener("beforeprint", write);
  addEventListener("afterprint", wipe);
}
