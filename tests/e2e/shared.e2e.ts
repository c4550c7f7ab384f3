import { existsSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { expect, it } from "vitest";
import { DIST } from "./open.ts";
import { dossier, statements } from "./oracle.ts";

const files = ["index.html", "embed.html", "about.html", "places.html", "terms.html", `s/${statements[0]!.id}/index.html`];
it.each([...files, ...dossier.head.languages.filter((l) => existsSync(join(DIST, l))).map((l) => `${l}/embed.html`)])(
  "bug: %s, shared in a chat, had no picture: its first kilobytes name a title, words and a picture that is there",
  (file) => {
    const start = readFileSync(join(DIST, file)).subarray(0, 16_384).toString();
    const said = (name: string) => new RegExp(`<meta (?:property|name)="${name}" content="([^"]+)"`).exec(start)?.[1] ?? "";
    for (const name of ["og:title", "og:description", "og:image", "twitter:card"]) expect(said(name), name).not.toBe("");
    // Chat apps that have not fetched the picture yet leave it its room, or show a small one; who cannot see it is told what it is.
    expect([said("og:image:width"), said("og:image:height")]).toEqual(["1200", "630"]);
    expect(said("og:image:alt")).not.toBe("");
    const picture = said("og:image");
    if (!/^https:/.test(picture)) expect(existsSync(join(DIST, posix.join(posix.dirname(file), picture))), picture).toBe(true);
  },
);
