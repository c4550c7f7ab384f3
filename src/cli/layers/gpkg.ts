import { join } from "node:path";
import type { Feature } from "geojson";
import type { Packages } from "./fetch.ts";
import { type Pin, TOOLS } from "./pins.ts";
import { readGeoPackageShape } from "./wkb.ts";

interface Database {
  exec(sql: string): readonly { readonly columns: readonly string[]; readonly values: readonly (readonly unknown[])[] }[];
  close(): void;
}
type Sql = (options: { locateFile: (file: string) => string }) => Promise<{ Database: new (bytes: Uint8Array) => Database }>;

/** The rows of a GeoPackage table for which `where` holds, as features in the table's order. */
export async function readGeoPackage(packages: Packages, pin: Pin, file: string, table: string, where: string): Promise<Feature[]> {
  const open = packages.load<Sql>("sql.js", TOOLS);
  const tool = TOOLS.find((t) => t.name === "sql.js") as Pin;
  const sql = await open({ locateFile: (name) => join(packages.folder(tool), "dist", name) });
  const database = new sql.Database(packages.read(pin, file));
  const [found] = database.exec(`select * from ${table} where ${where} order by fid`);
  database.close();
  return (found?.values ?? []).map((row) => {
    const cells = Object.fromEntries((found?.columns ?? []).map((column, i) => [column, row[i]]));
    const { geom, ...properties } = cells;
    return { type: "Feature", properties, geometry: readGeoPackageShape(geom as Uint8Array) };
  });
}
