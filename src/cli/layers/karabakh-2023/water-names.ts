import type { Position } from "geojson";
import type { Names } from "../names.ts";

/** A lake or river: points on it by which it is found in the source, and where its label stands when it has one. */
export interface Water {
  readonly id: string;
  readonly kind: "sea" | "lake" | "river";
  readonly names: Names;
  readonly seeds: readonly Position[];
  readonly label?: { readonly at: Position; readonly minzoom: number; readonly rank: number };
}

/** Names by hand. Not checked by native editors, like the other names in Azerbaijani, Armenian and Russian. */
export const WATERS: readonly Water[] = [
  {
    id: "caspian-sea",
    kind: "sea",
    names: { en: "Caspian Sea", az: "Xəzər dənizi", hy: "Կասպից ծով", ru: "Каспийское море", ka: "კასპიის ზღვა" },
    seeds: [],
    label: { at: [50.6, 41.2], minzoom: 3, rank: 2 },
  },
  {
    id: "black-sea",
    kind: "sea",
    names: { en: "Black Sea", az: "Qara dəniz", hy: "Սև ծով", ru: "Чёрное море", ka: "შავი ზღვა" },
    seeds: [],
    label: { at: [39.6, 43], minzoom: 3, rank: 2 },
  },
  {
    id: "lake-sevan",
    kind: "lake",
    names: { en: "Lake Sevan", az: "Göyçə gölü / Sevan gölü", hy: "Սևանա լիճ", ru: "Озеро Севан", ka: "სევანის ტბა" },
    seeds: [[45.3, 40.35]],
    label: { at: [45.39, 40.28], minzoom: 6, rank: 3 },
  },
  {
    id: "lake-van",
    kind: "lake",
    names: { en: "Lake Van", az: "Van gölü", hy: "Վանա լիճ", ru: "Озеро Ван", ka: "ვანის ტბა" },
    seeds: [[42.9, 38.6]],
    label: { at: [42.9, 38.6], minzoom: 5, rank: 4 },
  },
  {
    id: "lake-urmia",
    kind: "lake",
    names: { en: "Lake Urmia", az: "Urmiya gölü", hy: "Ուրմիա լիճ", ru: "Озеро Урмия", ka: "ურმიის ტბა" },
    seeds: [[45.5, 37.6]],
    label: { at: [45.45, 37.7], minzoom: 5, rank: 4 },
  },
  {
    id: "mingachevir-reservoir",
    kind: "lake",
    names: { en: "Mingachevir Reservoir", az: "Mingəçevir su anbarı", hy: "Մինգեչաուրի ջրամբար", ru: "Мингечевирское водохранилище" },
    seeds: [[46.8, 40.92]],
  },
  {
    id: "lake-cildir",
    kind: "lake",
    names: { en: "Lake Çıldır", az: "Çıldır gölü", hy: "Չլդըր լիճ", ru: "Озеро Чылдыр", ka: "ჩილდირის ტბა" },
    seeds: [[43.25, 41.05]],
  },
  {
    id: "kura",
    kind: "river",
    names: { en: "Kura / Mtkvari", az: "Kür", hy: "Կուր", ru: "Кура", ka: "მტკვარი" },
    seeds: [
      [44.81, 41.7],
      [47.16, 40.6],
      [48.98, 39.6],
      [45.3, 41.3],
      [43.6, 41.85],
      [48.4, 40],
    ],
    label: { at: [47.38, 40.47], minzoom: 7, rank: 5 },
  },
  {
    id: "aras",
    kind: "river",
    names: { en: "Aras", az: "Araz", hy: "Արաքս", ru: "Аракс", ka: "არაქსი" },
    seeds: [
      [44.55, 39.95],
      [46.5, 38.87],
      [47.3, 39.38],
      [45.6, 38.95],
      [43.5, 40.1],
      [48.2, 39.7],
    ],
    label: { at: [46.93, 39.15], minzoom: 7, rank: 5 },
  },
  {
    id: "akhurian",
    kind: "river",
    names: { en: "Akhurian / Arpaçay", az: "Arpaçay", hy: "Ախուրյան", ru: "Ахурян" },
    seeds: [],
  },
  { id: "tigris", kind: "river", names: { en: "Tigris", az: "Dəclə", hy: "Տիգրիս", ru: "Тигр" }, seeds: [[42.35, 37.1]] },
  { id: "euphrates", kind: "river", names: { en: "Euphrates", az: "Fərat", hy: "Եփրատ", ru: "Евфрат" }, seeds: [[39.5, 39.7]] },
];
