import type { Position } from "geojson";

/**
 * Drawn by hand, for want of any published line of the arrangement of November 2020: from which side held which town, from the
 * statement of 9 November 2020, and from the roads' known course. May be 3 km off. tests/fixtures/control-points.json holds the towns.
 */

/** South of this, the other side held the former oblast: Hadrut, Shusha and the land to the Aras. West to east. */
const SOUTHERN_FRONT: readonly Position[] = [
  [46.4, 39.715],
  [46.6, 39.7],
  [46.66, 39.69],
  [46.69, 39.705],
  [46.715, 39.735],
  [46.73, 39.775],
  [46.765, 39.785],
  [46.775, 39.75],
  [46.82, 39.722],
  [46.88, 39.712],
  [46.93, 39.65],
  [46.97, 39.655],
  [47, 39.69],
  [47.07, 39.72],
  [47.13, 39.75],
  [47.2, 39.8],
  [47.4, 39.83],
];

/** North of this, the other side held the former oblast: Talish and Mataghis. West to east. */
const NORTHERN_FRONT: readonly Position[] = [
  [46.6, 40.45],
  [46.64, 40.37],
  [46.69, 40.325],
  [46.74, 40.3],
  [46.8, 40.285],
  [46.86, 40.262],
  [46.93, 40.246],
  [47.05, 40.24],
];

/** Far enough to the south and north to close the two fronts to areas. */
export const SOUTH_OF_FRONT: readonly Position[] = [...SOUTHERN_FRONT, [47.5, 39.2], [46.3, 39.2]];
export const NORTH_OF_FRONT: readonly Position[] = [...NORTHERN_FRONT, [47.05, 40.55], [46.6, 40.55]];

/** The road from Tegh over Zabukh and Lachin towards Shusha, until August 2022. */
export const OLD_ROAD: readonly Position[] = [
  [46.512, 39.56],
  [46.5433, 39.5897],
  [46.548, 39.64],
  [46.57, 39.655],
  [46.6019, 39.6583],
  [46.64, 39.7],
  [46.68, 39.725],
  [46.7, 39.745],
];

/** The road south of it, over the Hakari and past Mets Shen, from August 2022. */
export const NEW_ROAD: readonly Position[] = [
  [46.53, 39.553],
  [46.56, 39.572],
  [46.6, 39.6],
  [46.62, 39.64],
  [46.64, 39.665],
  [46.665, 39.7],
  [46.69, 39.735],
];

export const CORRIDOR_KM = 5;
