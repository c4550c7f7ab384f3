import type { View } from "../model/view.ts";
import { reveal } from "./links.ts";
import type { MapFacts } from "./readback.ts";
import { routeView } from "./route.ts";
import type { Session } from "./session.svelte.ts";

/**
 * Shows what an address asks for, in sight; without a view, what the address bar asks for. In an article nobody has acted yet, so
 * the focus stays where it is.
 */
export const arrival =
  (session: Session, facts: MapFacts) =>
  (asked: View = routeView(facts.story)): void => {
    session.adopt(session.arrive(asked));
    if (asked.statement) reveal(`s=${asked.statement}`, facts.ui === "full");
    else if (asked.chosen?.kind === "topic") reveal(`topic=${asked.chosen.id}`, facts.ui === "full");
    else if (location.hash) document.querySelector(".scroll")?.scrollTo({ top: 0 });
  };
