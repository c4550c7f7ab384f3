import { fold } from "../model/search.ts";
import { afterwards, pause } from "./pause.ts";
import { asksFor, CARDS, READ } from "./search-texts.ts";

/** Cards looked through at one go. */
const SLICE = 20;

interface Word {
  /** As it is looked for. */
  readonly word: string;
  readonly index: number;
  readonly end: number;
}

/** The words of each text that was looked through: with every letter typed all are looked through again. */
const read = new Map<string, readonly Word[]>();

function wordsOf(text: string): readonly Word[] {
  const known = read.get(text);
  if (known) return known;
  const words = [...text.matchAll(/(?:[\p{L}\p{N}\p{M}’'\u02bb\u02bc\u055a\u055b]|(?<=\d),(?=\d))+/gu)].map(({ 0: word, index }) => ({
    word: fold(word),
    index,
    end: index + word.length,
  }));
  read.set(text, words);
  return words;
}

/** Where in a text the words asked for stand: from, to. Whole words are marked, also where their beginning was asked for. */
export function spotsIn(text: string, wanted: readonly string[]): readonly (readonly [from: number, to: number])[] {
  const words = wordsOf(text);
  return words.flatMap(({ index }, i) =>
    wanted.flatMap((needle) => {
      const asked = needle.trim().split(" ");
      // Words within quotation marks are whole and follow one another; a word without is the beginning of one.
      const whole = needle.endsWith(" ");
      const there = asked.every((word, k) => (whole ? words[i + k]?.word === word : words[i + k]?.word.startsWith(word)));
      return there ? [[index, words[i + asked.length - 1]?.end ?? index] as const] : [];
    }),
  );
}

/**
 * Marks the words looked for where they stand in the cards of the list, so that it is seen why each is there. Nothing of the page is
 * changed for it. A browser that cannot do so goes without.
 *
 * @returns what takes the marks away
 */
export function markFound(query: string): () => void {
  const wanted = asksFor(query);
  let over = typeof Highlight === "undefined" || wanted.length === 0;
  const clear = () => {
    over = true;
    CSS.highlights?.delete("found");
  };
  const run = async (): Promise<void> => {
    // Static: a browser goes through all live ranges of a page with every node that comes or goes, which made the next letter wait.
    const ranges: StaticRange[] = [];
    for (const [i, card] of [...document.querySelectorAll<HTMLElement>(CARDS)].entries()) {
      if (i % SLICE === SLICE - 1) await pause();
      if (over) return;
      if (card.closest("[hidden]")) continue;
      for (const part of card.querySelectorAll(READ)) {
        const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
        for (let node = texts.nextNode(); node; node = texts.nextNode())
          for (const [startOffset, endOffset] of spotsIn(node.textContent ?? "", wanted))
            ranges.push(new StaticRange({ startContainer: node, startOffset, endContainer: node, endOffset }));
      }
    }
    CSS.highlights.set("found", new Highlight(...ranges));
  };
  if (!over) afterwards(() => void run())();
  return clear;
}
