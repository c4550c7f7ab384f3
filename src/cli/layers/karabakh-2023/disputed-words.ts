import type { Names } from "../names.ts";

/** Where a statement about a line or area was read: a page, or an event of the dossier, whose own sources are copied by the command. */
export type Reference = { readonly title: string; readonly url: string | null; readonly date: string | null } | { readonly event: string };

export interface Words {
  readonly id: string;
  readonly kind: string;
  readonly name: Names;
  readonly validFrom: string;
  readonly validTo: string;
  readonly pointOfView: string;
  readonly source: readonly Reference[];
  readonly method: "package" | "derived" | "hand";
  readonly precision_m: number;
  readonly note: string;
}

const NATURAL_EARTH: Reference = {
  title: "Natural Earth 10m, version 4, boundary lines of disputed areas, as packaged with QGIS 3.22.16",
  url: "https://www.naturalearthdata.com/",
  date: "2023-02-03",
};
const STATEMENT: Reference = { event: "ev-2020-11-10-trilateral-statement" };
const CEASEFIRE: Reference = { event: "ev-2023-09-20-ceasefire" };
const ENCYCLOPEDIA: Reference = {
  title: "Lachin corridor (encyclopedia article)",
  url: "https://en.wikipedia.org/wiki/Lachin_corridor",
  date: null,
};
const PRESS: readonly Reference[] = [
  { title: "Turan, 21 April 2022 (address of the page not recorded)", url: null, date: "2022-04-21" },
  { title: "CivilNet, 23 April 2023 (address of the page not recorded)", url: null, date: "2023-04-23" },
];

/** What each contested line or area is, named by what it is. Never one shape under the region's name: what the name covered changed. */
export const WORDS = {
  oblast: {
    id: "nkao-1923-1991",
    kind: "historic-admin",
    name: {
      en: "Nagorno-Karabakh Autonomous Oblast, 1923–1991",
      az: "Dağlıq Qarabağ Muxtar Vilayəti, 1923–1991",
      hy: "Լեռնային Ղարաբաղի ինքնավար մարզ, 1923–1991",
      ru: "Нагорно-Карабахская автономная область, 1923–1991",
    },
    validFrom: "1923-07-07",
    validTo: "1991-11-26",
    pointOfView: "neutral",
    source: [NATURAL_EARTH],
    method: "derived",
    precision_m: 2000,
    note: "Autonomous oblast of the Azerbaijan SSR. The outline may be 2 km off: Tartar and Jabrayil, which lay outside, are touched by it.",
  },
  contact: {
    id: "loc-1994-2020",
    kind: "ceasefire-line",
    name: {
      en: "Line of contact, 1994–2020 (schematic)",
      az: "Təmas xətti, 1994–2020 (sxematik)",
      hy: "Շփման գիծ, 1994–2020 (սխեմատիկ)",
      ru: "Линия соприкосновения, 1994–2020 (схематично)",
    },
    validFrom: "1994-05-12",
    validTo: "2020-11-09",
    pointOfView: "de-facto",
    source: [NATURAL_EARTH, STATEMENT],
    method: "package",
    precision_m: 12_000,
    note: "Schematic: 4 km off on average and up to 12 km.",
  },
  held: {
    id: "nk-armenian-held-2020-2023",
    kind: "de-facto-control",
    name: {
      en: "Area under the de facto authorities of Nagorno-Karabakh, 2020–2023 (approximate)",
      az: "Dağlıq Qarabağın de-fakto hakimiyyətinin nəzarətində olan ərazi, 2020–2023 (təxmini)",
      hy: "Լեռնային Ղարաբաղի դե ֆակտո իշխանությունների վերահսկած տարածք, 2020–2023 (մոտավոր)",
      ru: "Территория под контролем де-факто властей Нагорного Карабаха, 2020–2023 (приблизительно)",
    },
    validFrom: "2020-12-01",
    validTo: "2023-09-20",
    pointOfView: "de-facto",
    source: [STATEMENT, CEASEFIRE, NATURAL_EARTH],
    method: "hand",
    precision_m: 3000,
    note: "The outline of the oblast without what the other side held after November 2020. The front was drawn by hand so that each town whose control is known lies on its side. On 19–20 September 2023 it moved; that is not drawn.",
  },
  corridorOld: {
    id: "lachin-corridor-2020",
    kind: "corridor",
    name: {
      en: "Lachin corridor, 5 km wide, route until August 2022 (approximate)",
      az: "Laçın dəhlizi, eni 5 km, 2022-ci ilin avqustunadək yol (təxmini)",
      hy: "Լաչինի միջանցք, 5 կմ լայնությամբ, մինչև 2022 թ. օգոստոս (մոտավոր)",
      ru: "Лачинский коридор шириной 5 км, маршрут до августа 2022 года (приблизительно)",
    },
    validFrom: "2020-12-01",
    validTo: "2022-08-26",
    pointOfView: "treaty",
    source: [STATEMENT, ENCYCLOPEDIA, ...PRESS.slice(0, 1)],
    method: "hand",
    precision_m: 3000,
    note: "The statement of November 2020 names a width of 5 km and says that Shusha is not affected, but draws no line. The road in its middle was drawn by hand. Lachin, Zabukh and Sus were handed over on 26 August 2022.",
  },
  corridorNew: {
    id: "lachin-corridor-2022",
    kind: "corridor",
    name: {
      en: "Lachin corridor, 5 km wide, route from August 2022 (approximate)",
      az: "Laçın dəhlizi, eni 5 km, 2022-ci ilin avqustundan yol (təxmini)",
      hy: "Լաչինի միջանցք, 5 կմ լայնությամբ, 2022 թ. օգոստոսից (մոտավոր)",
      ru: "Лачинский коридор шириной 5 км, маршрут с августа 2022 года (приблизительно)",
    },
    validFrom: "2022-08-30",
    validTo: "2023-09-20",
    pointOfView: "treaty",
    source: [STATEMENT, ENCYCLOPEDIA, CEASEFIRE, ...PRESS.slice(1)],
    method: "hand",
    precision_m: 3000,
    note: "A nominal width of 5 km around a road drawn by hand, south of the first one. Azerbaijan's checkpoint at the Hakari bridge stood on it from 23 April 2023. Zabukh lies inside the nominal strip though Azerbaijan held it.",
  },
} as const satisfies Record<string, Words>;
