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

/**
 * Walks a JSON text and notes where values stand, which `JSON.parse` forgets. Only for a text that `JSON.parse` has taken.
 *
 * @param wanted paths whose offsets are asked for
 */
export function scanJson(text: string, wanted: ReadonlySet<string>): JsonScan {
  const offsets = new Map<string, number>();
  const badKeys: JsonScan["badKeys"][number][] = [];
  const levels: Level[] = [];
  const token = /"(?:[^"\\]|\\.)*"|[[\]{},:]|[^\s[\]{},:"]+/gy;
  const space = /\s*/y;
  let expectKey = false;
  for (let at = 0; at < text.length; ) {
    space.lastIndex = at;
    space.test(text);
    token.lastIndex = space.lastIndex;
    const match = token.exec(text);
    if (!match) break;
    const offset = match.index;
    at = token.lastIndex;
    const word = match[0];
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

/** Line and column, from 1, of an offset in a text. */
export function lineAt(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset);
  const line = before.split("\n").length;
  return { line, column: offset - before.lastIndexOf("\n") };
}
