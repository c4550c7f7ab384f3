import type { Position } from "geojson";
import type { Names } from "../names.ts";

/** Where a country's name stands, by ISO code: inside it, away from the capital's name, and in sight when the map opens. */
export const COUNTRY_POINTS: readonly { readonly iso: string; readonly at: Position; readonly rank: number }[] = [
  { iso: "AM", at: [45.52, 39.92], rank: 1 },
  { iso: "AZ", at: [47.79, 40.17], rank: 1 },
  { iso: "GE", at: [43.15, 41.9], rank: 2 },
  { iso: "IR", at: [47.4, 39.1], rank: 2 },
  { iso: "TR", at: [41.8, 39.3], rank: 2 },
  { iso: "RU", at: [44.2, 43.95], rank: 2 },
  { iso: "TM", at: [55, 39.4], rank: 3 },
  { iso: "KZ", at: [53.3, 44.2], rank: 3 },
  { iso: "IQ", at: [43.9, 36.5], rank: 3 },
  { iso: "SY", at: [40.4, 36.5], rank: 3 },
];

/** Mountain ranges: no usable relief exists, so a name at a point by hand, off by up to 10 km. */
export const RANGES: readonly {
  readonly id: string;
  readonly at: Position;
  readonly minzoom: number;
  readonly rank: number;
  readonly names: Names;
}[] = [
  {
    id: "greater-caucasus",
    at: [46.3, 42.05],
    minzoom: 5,
    rank: 6,
    names: { en: "Greater Caucasus", az: "Böyük Qafqaz", hy: "Մեծ Կովկաս", ru: "Большой Кавказ", ka: "დიდი კავკასიონი" },
  },
  {
    id: "lesser-caucasus",
    at: [45.55, 40.6],
    minzoom: 7,
    rank: 6,
    names: { en: "Lesser Caucasus", az: "Kiçik Qafqaz", hy: "Փոքր Կովկաս", ru: "Малый Кавказ", ka: "მცირე კავკასიონი" },
  },
  {
    id: "murovdag",
    at: [46.3, 40.31],
    minzoom: 8,
    rank: 7,
    names: { en: "Mrav / Murovdag", az: "Murovdağ", hy: "Մռավ", ru: "Мрав / Муровдаг" },
  },
  {
    id: "karabakh-range",
    at: [46.6, 39.93],
    minzoom: 8,
    rank: 7,
    names: { en: "Karabakh range", az: "Qarabağ silsiləsi", hy: "Ղարաբաղի լեռնաշղթա", ru: "Карабахский хребет" },
  },
  {
    id: "zangezur-range",
    at: [45.9, 39.3],
    minzoom: 7,
    rank: 7,
    names: { en: "Zangezur range", az: "Zəngəzur silsiləsi", hy: "Զանգեզուրի լեռնաշղթա", ru: "Зангезурский хребет" },
  },
];
