import type { Feature, MultiPolygon, Polygon, Position } from "geojson";
import { antimeridianAt } from "../../dossier/geometry.ts";
import { collection, type Shaper } from "./shaper.ts";

/** A ring whose longitudes run on past 180° instead of jumping back: each position lies within half the globe of the one before. */
export function unrolled(ring: readonly Position[]): Position[] {
  let turns = 0;
  let before = ring[0]?.[0] ?? 0;
  return ring.map((p) => {
    const x = p[0] ?? 0;
    if (x - before > 180) turns -= 360;
    else if (x - before < -180) turns += 360;
    before = x;
    return [x + turns, p[1] ?? 0];
  });
}

/** Polygons in parts of which none crosses 180°, as RFC 7946 asks (section 3.1.9). Their properties stay; each part is a feature. */
export async function cutAtAntimeridian(shape: Shaper, features: readonly Feature[]): Promise<Feature[]> {
  const parts = features.flatMap((f): Feature<Polygon>[] => {
    const g = f.geometry as Polygon | MultiPolygon;
    const polygons = g.type === "Polygon" ? [g.coordinates] : g.coordinates;
    return polygons.map((coordinates) => ({ ...f, geometry: { type: "Polygon", coordinates } }));
  });
  const across = parts
    .filter((f) => f.geometry.coordinates.some((ring) => antimeridianAt(ring) >= 0))
    .map((f): Feature => ({ ...f, geometry: { type: "Polygon", coordinates: f.geometry.coordinates.map(unrolled) } }));
  if (across.length === 0) return parts;
  const cut = await shape(
    `-i f.json name=all -clip bbox=-180,-90,180,90 + name=a -target a -o a.json format=geojson
     -target all -clip bbox=180,-90,540,90 + name=b -target b -affine shift=-360,0 -o b.json format=geojson
     -target all -clip bbox=-540,-90,-180,90 + name=c -target c -affine shift=360,0 -o c.json format=geojson`,
    { "f.json": collection(across) },
  );
  const whole = parts.filter((f) => f.geometry.coordinates.every((ring) => antimeridianAt(ring) < 0));
  return [...whole, ...Object.values(cut).flat()];
}
