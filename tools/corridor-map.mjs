// Writes the outlines of the countries of the corridor from world-atlas (Natural Earth, public domain), in tenths of a degree.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chdir } from "node:process";
import { fileURLToPath } from "node:url";
import { feature } from "topojson-client";

chdir(fileURLToPath(new URL("..", import.meta.url)));
const require = createRequire(import.meta.url);
const atlas = JSON.parse(readFileSync(require.resolve("world-atlas/countries-110m.json"), "utf8"));
const { version } = JSON.parse(readFileSync(require.resolve("world-atlas/package.json"), "utf8"));

/** Countries that a map of the corridor shows, by name in the atlas. */
const COUNTRIES = {
  "United States of America": "us",
  Mexico: "mx",
  Guatemala: "gt",
  Belize: "bz",
  Honduras: "hn",
  "El Salvador": "sv",
  Nicaragua: "ni",
  "Costa Rica": "cr",
  Panama: "pa",
  Colombia: "co",
  Venezuela: "ve",
  Ecuador: "ec",
  Peru: "pe",
  Brazil: "br",
  Cuba: "cu",
  Haiti: "ht",
  "Dominican Rep.": "do",
  Jamaica: "jm",
};
/** Outlines are kept where they reach into this window [degree]. */
const WINDOW = { west: -125, east: -60, south: -6, north: 45 };

const rounded = (ring) => {
  const points = ring.map(([x, y]) => [Math.round(x * 10) / 10, Math.round(y * 10) / 10]);
  return points.filter(([x, y], i) => i === 0 || x !== points[i - 1][0] || y !== points[i - 1][1]);
};
const inside = (ring) =>
  ring.some(([x, y]) => x >= WINDOW.west && x <= WINDOW.east && y >= WINDOW.south && y <= WINDOW.north);

const found = feature(atlas, atlas.objects.countries).features.flatMap(({ properties, geometry }) => {
  const id = COUNTRIES[properties.name];
  if (id === undefined) return [];
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const rings = polygons.map(([outer]) => rounded(outer)).filter((ring) => ring.length > 3 && inside(ring));
  return [[id, rings]];
});
const missing = Object.values(COUNTRIES).filter((id) => !found.some(([known]) => known === id));
if (missing.length > 0) throw new Error(`not in the atlas: ${missing.join(", ")}`);
found.sort(([a], [b]) => (a < b ? -1 : 1));
const text = `/**
 * Outlines of the countries of the corridor: longitude and latitude in tenths of a degree, ring by ring. Written by
 * tools/corridor-map.mjs from world-atlas ${version} (Natural Earth at 1:110 million, public domain). Do not edit.
 */
export const CORRIDOR_OUTLINES: Readonly<Record<string, readonly (readonly number[])[]>> = {
${found
  .map(
    ([id, rings]) =>
      `  ${id}: [\n${rings
        .map(
          (ring) =>
            `    [${ring
              .flat()
              .map((value) => Math.round(value * 10))
              .join(", ")}],\n`,
        )
        .join("")}  ],\n`,
  )
  .join("")}};
`;
writeFileSync("src/report/drawing/corridor-outlines.ts", text);
