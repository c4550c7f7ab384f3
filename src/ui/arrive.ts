import type { Id } from "../dossier/types.ts";
import type { View } from "../model/view.ts";
import { comeBack, reveal } from "./links.ts";
import type { MapFacts } from "./readback.ts";
import { NOWHERE } from "../model/select.ts";
import { routeView } from "./route.ts";
import type { Session } from "./session.svelte.ts";

const inPage = (key: string, id: Id): boolean => document.getElementById(`${key}=${id}`) !== null;

/** A view without what it names that is nowhere in the page, and the ids of that: of an old link, a mistyped one, or one of another dossier. */
function withoutStrangers({ index }: Session, asked: View): readonly [View, readonly Id[]] {
  const isPlace = (id: Id): boolean => id === NOWHERE || index.places.some((p) => p.id === id);
  const { statement, chosen, parties, filters } = asked;
  const noStatement = statement !== null && !inPage("s", statement);
  const nothing =
    chosen !== null && !(chosen.kind === "place" ? isPlace(chosen.id) : inPage(chosen.kind === "event" ? "e" : "topic", chosen.id));
  const unknown = [
    ...(noStatement ? [statement] : []),
    ...(nothing ? [chosen.id] : []),
    ...parties.filter((id) => !inPage("p", id)),
    ...filters.topic.filter((id) => !inPage("topic", id)),
    ...filters.event.filter((id) => !inPage("e", id)),
    ...filters.place.filter((id) => !isPlace(id)),
  ];
  return [{ ...asked, statement: noStatement ? null : statement, chosen: nothing ? null : chosen }, [...new Set(unknown)]];
}

/**
 * Shows what an address asks for, in sight; without a view, what the address bar asks for. In an article nobody has acted yet, so
 * the focus stays where it is. Who comes back through the browser's history finds it where they left.
 */
export const arrival =
  (session: Session, facts: MapFacts) =>
  (came?: View): unknown => {
    // The story is told in the article's page, which has all of the map as well.
    if (facts.ui === "full" && /[#&]step=\d/.test(location.hash) && document.documentElement.dataset["home"] === undefined)
      return location.replace(`embed.html${location.hash}`);
    const [view, unknown] = withoutStrangers(session, came ?? routeView(facts.story));
    session.unknown = unknown;
    session.adopt(session.arrive(view));
    if (view.statement) reveal(`s=${view.statement}`, facts.ui === "full");
    else if (view.chosen?.kind === "topic") reveal(`topic=${view.chosen.id}`, facts.ui === "full");
    // The browser went to where an event stood among all; in a narrow article it is the page that scrolls, not the list.
    else if (location.hash) for (const el of document.querySelectorAll(".scroll, main")) el.scrollTo({ top: 0 });
    const returns = performance.getEntriesByType("navigation")[0] as PerformanceNavigationTiming | undefined;
    if (came || returns?.type === "back_forward") comeBack();
  };

/**
 * Arrives anew once the page is loaded: the browser then goes to the address' fragment on its own, a day's heading, which hides what began
 * before it. Not over what the reader, or a host page, has asked for since; where the camera is the map may have seen to itself.
 */
export function onceLoaded(session: Session, arrive: () => unknown): void {
  const asked = () => JSON.stringify({ ...session.view, camera: null });
  const first = asked();
  addEventListener("load", () => asked() === first && arrive());
}
