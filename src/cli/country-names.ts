import type { Party } from "../dossier/types.ts";
import type { Called } from "../model/called.ts";

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const CODES = LETTERS.flatMap((a) => LETTERS.map((b) => a + b));

const regions = (lang: string, style: "long" | "short") => new Intl.DisplayNames([lang], { type: "region", fallback: "none", style });

/**
 * What a country, or a union of them, is called in another language: by Unicode's list of names (CLDR), as Node has it.
 *
 * @returns for a party named in `from` its name in `to`; null for what is no country. A state's name may hold a second one in brackets, as
 * `Turkey (Türkiye)`; those of others say there which part of them is meant, as `United Nations (Secretariat)`
 */
export function countryNames(
  from: string,
  to: string,
  style: "long" | "short" = "long",
): (party: Pick<Party, "name" | "code" | "kind">) => string | null {
  const [known, wanted] = [regions(from, "long"), regions(to, style)];
  const codes = new Map(CODES.map((code) => [known.of(code), code]));
  return ({ name, code, kind }) => {
    const [, ...both] = (kind === "state" && /^(.+?) \((.+)\)$/.exec(name)) || [];
    const found = codes.get(name) ?? both.map((one) => codes.get(one)).find((region) => region === code);
    return (found && wanted.of(found)) ?? null;
  };
}

/** What a country, or a union of them, is called in several languages: in full, `Соединенные Штаты`, and for short, `США`. */
export function namesElsewhere(
  from: string,
  languages: readonly string[],
): (party: Parameters<ReturnType<typeof countryNames>>[0]) => Called {
  const [full, short] = (["long", "short"] as const).map((style) => languages.map((to) => countryNames(from, to, style)));
  return (party) => [full?.flatMap((name) => name(party) ?? []) ?? [], short?.flatMap((name) => name(party) ?? []) ?? []];
}
