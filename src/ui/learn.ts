import { parsed } from "./pause.ts";
import { type Catalogue, speak, spoken } from "../words/t.ts";

/**
 * Gives the page its language once all of it is there, before anything of it is brought to life. The words are inlined, or in the file that the head names
 * and has asked for already: an element `words` either way.
 *
 * @returns false when they cannot be had: then the page has to stay as it was rendered, which is whole
 */
export async function learn(): Promise<boolean> {
  await parsed();
  const words = document.getElementById("words");
  try {
    const text = words instanceof HTMLLinkElement ? await (await fetch(words.href)).text() : (words?.textContent ?? "");
    speak(JSON.parse(text) as Catalogue);
    return true;
  } catch {
    return false;
  }
}

/**
 * Fetches the words of the late parts, which lie beside the others; inlined, they came with them.
 *
 * @throws when they cannot be had
 */
export function learnMore(): Promise<void> {
  more ??= fetchMore().catch((why: unknown) => {
    // Whoever asks again asks the network again.
    more = null;
    throw why;
  });
  return more;
}

let more: Promise<void> | null = null;

async function fetchMore(): Promise<void> {
  const words = document.getElementById("words");
  if (!(words instanceof HTMLLinkElement)) return;
  const late = (await (await fetch(words.href.replace(/\.json$/, "-late.json"))).json()) as Catalogue["words"];
  speak({ ...spoken(), words: { ...spoken().words, ...late } });
}
