import type about from "./en/about.json";
import type common from "./en/common.json";
import type embed from "./en/embed.json";
import type find from "./en/find.json";
import type map from "./en/map.json";
import type page from "./en/page.json";
import type positions from "./en/positions.json";
import type record from "./en/record.json";
import type share from "./en/share.json";
import type time from "./en/time.json";

type Words = typeof about &
  typeof common &
  typeof embed &
  typeof find &
  typeof map &
  typeof page &
  typeof positions &
  typeof record &
  typeof share &
  typeof time;

/** The name of one entry of the catalogues, `area.name`. English is the catalogue that says which there are. */
export type Key = keyof Words;

/** One entry: a text with `{name}` where a value goes, or one text per plural category, chosen by the value `n`. */
export type Entry = string | Readonly<Partial<Record<PluralCategory, string>>>;
export type PluralCategory = "zero" | "one" | "two" | "few" | "many" | "other";

export interface Months {
  readonly long: readonly string[];
  readonly short: readonly string[];
}

/** The interface in one language, ready for the page: what a browser may not know of the language is worked out at build. */
export interface Catalogue {
  /** BCP 47. */
  readonly lang: string;
  /** What the language calls itself. */
  readonly name: string;
  readonly dir: "ltr" | "rtl";
  /** What stands after a label, where it is not `:`. */
  readonly colon?: string;
  /** False while no native editor has read it. */
  readonly reviewed: boolean;
  /** Names of months as they stand in a date, from January: `19 September 2023`, `19 Sept 2023`. */
  readonly months: Months & {
    /** The same where no day stands before them, when that is another form: `сентябрь 2023 г.` beside `19 сентября 2023 г.` */
    readonly alone?: Months;
  };
  /** The plural category of 0–199; above, that of the last two digits with 100. */
  readonly plural: readonly PluralCategory[];
  /** How a list is joined: between the first ones, before the last of three or more, between two; `and` and `or`. */
  readonly list: Readonly<Record<"and" | "or", { readonly comma: string; readonly last: string; readonly two: string }>>;
  readonly words: Readonly<Record<string, Entry>>;
}

let now: Catalogue | null = null;

/** Sets the language of everything said from here on. The page does it once; the build, before each page it renders. */
export function speak(catalogue: Catalogue): void {
  now = catalogue;
}

/** The language spoken now. @throws when none was set */
export function spoken(): Catalogue {
  if (!now) throw new Error("no language has been set: call speak(catalogue) first");
  return now;
}

const category = (n: number, { plural }: Catalogue): PluralCategory => plural[n < 200 ? n : 100 + (n % 100)] ?? "other";

/** The words for a key, with its values put in. A number in a text is written as it is given; `n` also chooses the plural form. */
export function t(key: Key, values: Readonly<Record<string, string | number>> = {}): string {
  const catalogue = spoken();
  const entry = catalogue.words[key];
  if (entry === undefined) throw new Error(`the catalogue of ${catalogue.lang} has no words for ${key}`);
  const text = typeof entry === "string" ? entry : (entry[category(Number(values["n"] ?? 0), catalogue)] ?? entry.other ?? "");
  return text.replace(/\{(\w+)\}/g, (gap, name: string) => String(values[name] ?? gap));
}

/** `a, b and c` in the language spoken. */
export function list(items: readonly string[], kind: "and" | "or" = "and"): string {
  const { comma, last, two } = spoken().list[kind];
  if (items.length < 3) return items.join(two);
  return items.slice(0, -1).join(comma) + last + items.at(-1);
}

/** The words before and after one gap of a text, for a gap that is filled with markup. */
export function around(
  key: Key,
  gap: string,
  values: Readonly<Record<string, string | number>> = {},
): readonly [before: string, after: string] {
  const text = t(key, values);
  const at = text.indexOf(`{${gap}}`);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + gap.length + 2)];
}
