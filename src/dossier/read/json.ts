import { LineCounter } from "yaml";
import { FORBIDDEN_KEYS } from "./yaml-tree.ts";

export interface JsonScan {
  /** Offset of each value asked for, by path such as `features[3].geometry`. */
  readonly offsets: ReadonlyMap<string, number>;
  /** Keys that stand twice in one object, or that no object may have. */
  readonly badKeys: readonly { readonly path: string; readonly key: string; readonly offset: number; readonly twice: boolean }[];
}

interface Level {
  readonly path: string;
  /** Keys seen, for an object; null for a list. */
  readonly keys: Set<string> | null;
  index: number;
  key: string;
}

/** Offset just after a string. By hand: a pattern runs out of stack on a string of megabytes. */
function stringEnd(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at + 1;
}

/**
 * Walks a JSON text and notes where values stand, which `JSON.parse` forgets. Only for a text that `JSON.parse` has taken.
 *
 * @param wanted paths whose offsets are asked for
 */
export function scanJson(text: string, wanted: ReadonlySet<string>): JsonScan {
  const offsets = new Map<string, number>();
  const badKeys: JsonScan["badKeys"][number][] = [];
  const levels: Level[] = [];
  const token = /[[\]{},:]|[^\s[\]{},:"]+/y;
  const space = /\s*/y;
  let expectKey = false;
  for (let at = 0; at < text.length; ) {
    space.lastIndex = at;
    space.test(text);
    const offset = space.lastIndex;
    token.lastIndex = offset;
    const word = text[offset] === '"' ? text.slice(offset, stringEnd(text, offset)) : (token.exec(text)?.[0] ?? "");
    if (word === "") break;
    at = offset + word.length;
    const top = levels.at(-1);
    if (word === "}" || word === "]") levels.pop();
    else if (word === ",") {
      if (top) top.index++;
      expectKey = top?.keys != null;
      continue;
    } else if (word !== ":") {
      if (expectKey && top?.keys) {
        const key = JSON.parse(word) as string;
        if (top.keys.has(key) || FORBIDDEN_KEYS.has(key)) badKeys.push({ path: top.path, key, offset, twice: top.keys.has(key) });
        top.keys.add(key);
        top.key = key;
        expectKey = false;
        continue;
      }
      const path = !top ? "" : top.keys === null ? `${top.path}[${top.index}]` : top.path ? `${top.path}.${top.key}` : top.key;
      if (wanted.has(path) && !offsets.has(path)) offsets.set(path, offset);
      if (word === "{" || word === "[") levels.push({ path, keys: word === "{" ? new Set() : null, index: 0, key: "" });
      expectKey = word === "{";
      continue;
    }
    expectKey = false;
  }
  return { offsets, badKeys };
}

/** Lines and columns, from 1, of offsets in a text. */
export function lineFinder(text: string): (offset: number) => { readonly line: number; readonly column: number } {
  const lines = new LineCounter();
  for (let at = 0; at >= 0; at = text.indexOf("\n", at) + 1 || -1) lines.addNewLine(at);
  return (offset) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
}
