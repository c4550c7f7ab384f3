import { NOWHERE } from "../model/select.ts";
import type { Session } from "./session.svelte.ts";
import { watch } from "./watch.svelte.ts";

/** Tells whoever listens what is on screen: ids, days and numbers only. */
export interface Listener {
  say(name: "ready", what: { readonly statements: number; readonly steps: number }): void;
  say(
    name: "select",
    what: { readonly [kind in "statement" | "event" | "place" | "party" | "topic"]?: string } & { readonly step?: number },
  ): void;
  say(name: "time", what: { readonly from: string | null; readonly to: string | null }): void;
  say(name: "filter", what: { readonly parties: readonly string[]; readonly count: number }): void;
  say(name: "error", what: { readonly code: string }): void;
}

/** Says that the page is ready, and from then on what is selected, which days and which parties are shown, and that there is no live map. */
export function tellHost(session: Session, host: Listener): void {
  host.say("ready", { statements: session.index.statements.length, steps: session.story.length });
  watch(() => {
    const { statement, chosen, step, time, parties } = session.view;
    host.say("select", {
      ...(statement ? { statement } : {}),
      ...(chosen && chosen.id !== NOWHERE ? { [chosen.kind]: chosen.id } : {}),
      ...(step === null ? {} : { step }),
    });
    host.say("time", { from: time.kind === "period" ? time.from : null, to: time.kind === "all" ? null : time.to });
    host.say("filter", { parties, count: session.listed.length });
  });
  watch(() => {
    if (session.map === "unavailable") host.say("error", { code: "no-map" });
  });
}
