import type { Geometry, Position } from "geojson";

/**
 * Reads the shape in a GeoPackage cell: a header of its own, then well-known binary. Lines, polygons and collections of either; other
 * kinds do not occur in what we read, and are refused rather than guessed.
 */
export function readGeoPackageShape(cell: Uint8Array): Geometry {
  const view = new DataView(cell.buffer, cell.byteOffset, cell.byteLength);
  if (view.getUint16(0) !== 0x4750)
    throw new Error(`a cell begins with 0x${view.getUint16(0).toString(16)}, expected 0x4750 (GP) of a GeoPackage shape`);
  const envelope = [0, 32, 48, 48, 64][(view.getUint8(3) >> 1) & 7] ?? 0;
  let at = 8 + envelope;
  const byte = (): number => view.getUint8(at++);
  const shape = (): Geometry => {
    const little = byte() === 1;
    const uint = (): number => {
      at += 4;
      return view.getUint32(at - 4, little);
    };
    const double = (): number => {
      at += 8;
      return view.getFloat64(at - 8, little);
    };
    const many = <T>(one: () => T): T[] => Array.from({ length: uint() }, one);
    const position = (): Position => [double(), double()];
    const line = (): Position[] => many(position);
    const type = uint();
    if (type === 2) return { type: "LineString", coordinates: line() };
    if (type === 3) return { type: "Polygon", coordinates: many(line) };
    const parts = type === 5 || type === 6 ? many(shape) : [];
    if (type === 5) return { type: "MultiLineString", coordinates: parts.map((p) => (p as { coordinates: Position[] }).coordinates) };
    if (type === 6) return { type: "MultiPolygon", coordinates: parts.map((p) => (p as { coordinates: Position[][] }).coordinates) };
    throw new Error(`a shape of kind ${type} in a GeoPackage; expected lines (2, 5) or polygons (3, 6)`);
  };
  return shape();
}
