import { join } from "node:path";
import type { Position } from "geojson";
import type { Bounds } from "../../dossier/types.ts";
import type { Packages } from "./fetch.ts";
import { SHORES, TOOLS } from "./pins.ts";

/** The arrays of a GSHHG file: a grid of one-degree bins from 0° eastward and from the north pole down, each with pieces of line. */
export interface Bins {
  readonly firstSegment: ArrayLike<number>;
  readonly segments: ArrayLike<number>;
  readonly firstPoint: ArrayLike<number>;
  readonly level: (segment: number) => number;
  readonly points: (segment: number) => number;
  /** 1/65535 of a bin from its south-west corner, stored as signed 16 bit numbers. */
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

const fraction = (stored: number): number => (stored & 0xffff) / 65535;

/** The pieces of line of these levels in the bins that `bounds` touches. Pieces end at the edges of bins. */
export function readBins(bins: Bins, bounds: Bounds, levels: readonly number[]): Position[][] {
  const out: Position[][] = [];
  for (let south = Math.floor(bounds[1]); south < bounds[3]; south++) {
    for (let west = Math.floor(bounds[0]); west < bounds[2]; west++) {
      const bin = (89 - south) * 360 + west;
      const from = bins.firstSegment[bin] ?? 0;
      for (let s = from; s < from + (bins.segments[bin] ?? 0); s++) {
        if (!levels.includes(bins.level(s))) continue;
        const first = bins.firstPoint[s] ?? 0;
        out.push(
          Array.from({ length: bins.points(s) }, (_, i) => [
            west + fraction(bins.x[first + i] ?? 0),
            south + fraction(bins.y[first + i] ?? 0),
          ]),
        );
      }
    }
  }
  return out;
}

interface Hdf5 {
  readonly File: new (bytes: ArrayBuffer, name: string) => { get(name: string): { readonly value: ArrayLike<number> } };
}

/** Opens a GSHHG file: `GSHHS` has shores (1 = sea, 2 = lake), `river` has rivers (0 = both banks of a wide one, 1 = major, …). */
export function openShores(packages: Packages, kind: "GSHHS" | "river"): Bins {
  const { File } = packages.load<Hdf5>("jsfive", TOOLS);
  const name = `binned_${kind}_f.nc`;
  const bytes = packages.read(SHORES, join("usr/share/gmt-gshhg", name));
  const file = new File(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer, name);
  const array = (field: string): ArrayLike<number> => file.get(field).value;
  const shared = {
    firstSegment: array("Id_of_first_segment_in_a_bin"),
    segments: array("N_segments_in_a_bin"),
    firstPoint: array("Id_of_first_point_in_a_segment"),
    x: array("Relative_longitude_from_SW_corner_of_bin"),
    y: array("Relative_latitude_from_SW_corner_of_bin"),
  };
  if (kind === "river") {
    const level = array("Hierarchial_level_of_a_segment");
    const points = array("N_points_for_a_segment");
    return { ...shared, level: (s) => level[s] ?? 0, points: (s) => points[s] ?? 0 };
  }
  // One number holds how many points, which level, and at which sides the piece enters and leaves its bin.
  const packed = array("Embedded_npts_levels_exit_entry_for_a_segment");
  return { ...shared, level: (s) => ((packed[s] ?? 0) >> 6) & 7, points: (s) => (packed[s] ?? 0) >> 9 };
}
