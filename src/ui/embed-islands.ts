import { mount } from "svelte";
import EmbedTools from "./EmbedTools.svelte";
import type { MapFacts } from "./readback.ts";
import type { Session } from "./session.svelte.ts";
import StoryBar from "./StoryBar.svelte";

/** What only the page in an article has: its own tools, and the story step by step. */
export function mountStory(session: Session, { titles }: MapFacts, island: (name: string) => HTMLElement): void {
  mount(EmbedTools, { target: island("embed"), props: { session } });
  if (titles.length > 0) mount(StoryBar, { target: island("story"), props: { session, titles } });
}
