import { describe, expect, it } from "vitest";
import { needles } from "../../src/model/search.ts";
import { spotsIn } from "../../src/ui/found-words.ts";

const marked = (text: string, query: string) =>
  spotsIn(text, needles(query, new Set(["un"]), new Map()).flat()).map(([from, to]) => text.slice(from, to));

describe("the words looked for, where they stand in a text", () => {
  it.each([
    ["He denied it; nobody denies more.", "den", ["denied", "denies"]],
    ["The road to Xankəndi is open.", "xankendi", ["Xankəndi"]],
    ["Raised a white flag, not the white card of the flag.", "“white flag”", ["white flag"]],
    ["Azerbaijan's own road", "azerbaijan road", ["Azerbaijan's", "road"]],
    ["Ստեփանակերտն ու Շուշին", "ստեփանակերտ", ["Ստեփանակերտն"]],
    ["a bold old road", "old", ["old"]],
    ["29,800, and 86,600 of it", "86600", ["86,600"]],
    ["Under the UN, until now", "un", ["UN"]],
    ["nothing here", "road", []],
    ["nothing here", "", []],
  ])("%s, asked for %s", (text, query, found) => {
    expect(marked(text, query)).toEqual(found);
  });
});
