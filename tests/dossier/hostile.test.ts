import { describe, expect, it } from "vitest";
import { compileDossier } from "../../src/dossier/compile.ts";
import { type Field, FIELDS, type Fields, HEAD } from "../../src/dossier/schema.ts";
import { good, text, withFiles } from "./fixtures.ts";

const errors = async (files: Parameters<typeof compileDossier>[0]) =>
  (await compileDossier(files)).issues.filter((i) => i.severity === "error");

/** Every field that holds text, as the YAML that puts a script in it. */
function scripts(fields: Fields, indent: string): readonly (readonly [path: string, yaml: string])[] {
  const script = "<script>alert(1)</script>";
  const inside = (field: Field): readonly (readonly [string, string])[] => {
    if (field.is === "text") return [["", ` ${script}`]];
    if (field.is === "words") return [["[]", `\n${indent}  - ${script}`]];
    if (field.is === "pairs") return [[".x", `\n${indent}  x: ${script}`]];
    const rows = scripts(field.fields, `${indent}  ${field.is === "maps" ? "  " : ""}`);
    return rows.map(
      ([path, yaml]) => [`.${path}`, `\n${field.is === "maps" ? yaml.replace(`${indent}    `, `${indent}  - `) : yaml}`] as const,
    );
  };
  return Object.entries(fields).flatMap(([name, field]) =>
    inside(field).map(([path, yaml]) => [`${name}${path}`, `${indent}${name}:${yaml}`] as const),
  );
}

describe("markup is refused in every field of the format", () => {
  const cases = Object.entries(FIELDS).flatMap(([kind, fields]) =>
    kind === "layers"
      ? []
      : scripts(fields, "  ").map(
          ([path, yaml]) => [`${kind}.${path}`, kind === "statements" ? "statements/x.yaml" : `${kind}.yaml`, yaml] as const,
        ),
  );
  it("knows them all", () => expect(cases.length).toBeGreaterThan(110));

  it.each(cases)("%s", async (_, file, yaml) => {
    const before = file === "statements/x.yaml" ? "" : text(good(), file);
    const found = await errors(withFiles(good(), { [file]: `${before}\n-\n${yaml}\n` }));
    expect(found.map((i) => i.rule)).toContain("markup");
  });

  it.each(scripts(HEAD, ""))("dossier.%s", async (path, yaml) => {
    const name = path.split(/[.[]/)[0] ?? "";
    const without = text(good(), "dossier.yaml").replace(new RegExp(`^${name}:.*\\n(?: .*\\n)*`, "m"), "");
    const found = await errors(withFiles(good(), { "dossier.yaml": `${without}${yaml}\n` }));
    expect(found.map((i) => i.rule)).toContain("markup");
  });
});

describe("what is too big or too deep is refused in plain words, at once", () => {
  const only = async (name: string, content: string | Uint8Array) => {
    const found = await errors(withFiles(good(), { [name]: content }));
    expect(found).toHaveLength(1);
    return `${found[0]?.file}:${found[0]?.line} ${found[0]?.found} → ${found[0]?.expected}`;
  };

  it("a line of 10 MB", async () => {
    expect(await only("claims.yaml", `- n: 1\n  claim: ${"x".repeat(10 * 1024 * 1024)}\n`)).toBe(
      "claims.yaml:2 10485769 characters → lines of at most 100000 characters",
    );
  });

  it("a file of 17 MB", async () => {
    expect(await only("claims.yaml", new Uint8Array(17 * 1024 * 1024).fill(0x20))).toBe("claims.yaml:null 17 MB → a file of at most 16 MB");
  });

  it("four million lines", async () => {
    expect(await only("claims.yaml", "- x\n".repeat(4_000_000))).toBe("claims.yaml:null 4000001 lines → a file of at most 400000 lines");
  });

  it("a layer of 5 MB", async () => {
    expect(await only("layers/region.geojson", new Uint8Array(5 * 1024 * 1024).fill(0x20))).toBe(
      "layers/region.geojson:null 5 MB → a file of at most 4 MB",
    );
  });

  it("a bomb of aliases, which is never set off", async () => {
    const levels = Array.from(
      { length: 30 },
      (_, i) =>
        `  a${i}: &a${i} [${Array(10)
          .fill(i === 0 ? "boom" : `*a${i - 1}`)
          .join(", ")}]`,
    );
    const found = await errors(withFiles(good(), { "claims.yaml": `- n: 1\n  claim: c\n  status: s\n${levels.join("\n")}\n` }));
    expect(found).toHaveLength(290);
    expect(new Set(found.map((i) => i.rule))).toEqual(new Set(["yaml-alias"]));
  });

  it.each(["[", "{a: ", "- ", "? "])("brackets in brackets: %j ten thousand times", async (open) => {
    const found = await errors(withFiles(good(), { "claims.yaml": `- n: 1\n  claim: ${open.repeat(10_000)}\n` }));
    expect(found[0]).toMatchObject({ file: "claims.yaml", rule: expect.stringMatching(/^yaml/) });
  });

  it.each([
    ["[".repeat(100_000), "json"],
    [`${"[".repeat(50_000)}${"]".repeat(50_000)}`, "geojson"],
    [
      `{"type":"FeatureCollection","features":[{"type":"Feature","properties":null,"geometry":{"type":"Point","coordinates":${"[".repeat(20_000)}${"]".repeat(20_000)}}}]}`,
      "position",
    ],
    [
      `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"validFrom":{"toString":1},"validTo":{"toString":1}},"geometry":null}]}`,
      "null-geometry",
    ],
    [
      `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"__proto__":{"a":1}},"geometry":{"type":"Point","coordinates":[-29,-43]}}]}`,
      "forbidden-key",
    ],
    [
      `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":"${'\\"'.repeat(1_000_000)}"},"geometry":null}]}`,
      "null-geometry",
    ],
  ])("a layer out of bounds %#", async (layer, rule) => {
    const found = await errors(withFiles(good(), { "layers/disputed.geojson": layer }));
    expect(found.map((i) => i.rule)).toContain(rule);
  });

  it.each(["a", "а", "TODO", "a TODO "])(
    "a word of %j half a million times, which the check once read from each of its letters on",
    async (part) => {
      const feature = { type: "Feature", properties: { a: part.repeat(500_000) }, geometry: null };
      const layer = JSON.stringify({ type: "FeatureCollection", features: [feature] });
      const found = await errors(withFiles(good(), { "layers/disputed.geojson": layer }));
      expect(found.map((i) => i.rule)).toContain("null-geometry");
    },
  );

  it("a ring of twenty thousand positions, looked through for crossings", async () => {
    const ring = Array.from({ length: 20_000 }, (_, i) => {
      const angle = (2 * Math.PI * i) / 19_999;
      return i === 19_999 ? [-28, -42] : [-29 + Math.cos(angle), -42 + Math.sin(angle)];
    });
    const layer = {
      type: "FeatureCollection",
      features: [{ type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates: [ring] } }],
    };
    expect(await errors(withFiles(good(), { "layers/region.geojson": JSON.stringify(layer) }))).toEqual([]);
  });
});

describe("nothing reaches into the programme", () => {
  it.each(["__proto__", "constructor", "prototype"])("a key %s", async (key) => {
    const yaml = `- n: 2\n  claim: c\n  status: s\n  ${key}: {polluted: yes}\n`;
    const found = await errors(withFiles(good(), { "claims.yaml": yaml }));
    expect(found).toMatchObject([{ rule: "forbidden-key", line: 4 }]);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  it("a column __proto__.polluted", async () => {
    const files = withFiles(good(), {
      "statements/2031.yaml": null,
      "statements.csv": "id,__proto__.polluted,stance.__proto__\nx,yes,yes\n",
    });
    expect((await errors(files)).filter((i) => i.rule === "forbidden-key")).toHaveLength(2);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  it("a field name that every object has", async () => {
    const { issues } = await compileDossier(
      withFiles(good(), { "claims.yaml": "- n: 2\n  claim: c\n  status: s\n  toString: x\n  hasOwnProperty: y\n" }),
    );
    expect(issues.map((i) => i.rule)).toEqual(["unknown-key", "unknown-key"]);
  });
});

describe("messages can be printed anywhere", () => {
  it("shows hidden characters and keeps what was found under 80", async () => {
    const nasty = "\u001b[31m\u202e\u2066 \ud800 ".repeat(30);
    const yaml = `- id: ${JSON.stringify(nasty)}\n  party: ${JSON.stringify(nasty)}\n  topics: [${JSON.stringify(nasty)}]\n  ${JSON.stringify(nasty)}: 1\n  date: ${JSON.stringify(nasty)}\n`;
    const { issues, rows } = await compileDossier(withFiles(good(), { "statements/x.yaml": yaml }));
    expect(issues.length).toBeGreaterThan(10);
    expect(JSON.stringify([issues, rows])).not.toMatch(/\\u001b|[\u202e\u2066]|\\ud800/);
    for (const issue of issues) expect([...issue.found].length).toBeLessThanOrEqual(80);
  });
});
