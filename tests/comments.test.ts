import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const inside = (folder: string): readonly string[] =>
  (readdirSync(`${ROOT}${folder}`, { recursive: true }) as string[]).map((path) => `${folder}/${path.replaceAll("\\", "/")}`);
const CODE = /\.(ts|mjs|svelte|css)$/;
/** What a comment calls a file: `ui/address.ts`. */
const NAMED = /[\w./-]*\w\.(?:ts|mjs|svelte)\b/g;
const COMMENT = /\/\*[\s\S]*?\*\/|(?<!:)\/\/[^\n]*|<!--[\s\S]*?-->/g;

it("bug: a comment named a file that there had not been for long; each that a comment of ours names is there", () => {
  const files = [...inside("src"), ...inside("tests")];
  const named = files
    .filter((file) => file.startsWith("src/") && CODE.test(file))
    .flatMap((file) => {
      const comments = readFileSync(ROOT + file, "utf8").match(COMMENT) ?? [];
      return comments.flatMap((comment) => (comment.match(NAMED) ?? []).map((name) => ({ file, name: name.replace(/^[./]+/, "") })));
    });
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter(({ name }) => ![...files, "vite.config.ts"].some((file) => file === name || file.endsWith(`/${name}`)))).toEqual([]);
});
