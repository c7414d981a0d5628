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
/** The map: what lies outside is cut off [degree]. */
const WINDOW = { west: -120, east: -57, south: -5, north: 37 };

/** A ring inside one edge of the window (Sutherland & Hodgman 1974, doi:10.1145/360767.360802). */
const cut = (ring, axis, limit, side) =>
  ring.flatMap((point, i) => {
    const before = ring[(i + ring.length - 1) % ring.length];
    const inside = (p) => side * (p[axis] - limit) >= 0;
    const share = (limit - before[axis]) / (point[axis] - before[axis]);
    const crossing = [before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])];
    crossing[axis] = limit;
    if (inside(point)) return inside(before) ? [point] : [crossing, point];
    return inside(before) ? [crossing] : [];
  });
const inWindow = (ring) =>
  [
    [0, WINDOW.west, 1],
    [0, WINDOW.east, -1],
    [1, WINDOW.south, 1],
    [1, WINDOW.north, -1],
  ].reduce((left, [axis, limit, side]) => cut(left, axis, limit, side), ring.slice(0, -1));
const rounded = (ring) => {
  const points = ring.map(([x, y]) => [Math.round(x * 10), Math.round(y * 10)]);
  const plain = points.filter(([x, y], i) => i === 0 || x !== points[i - 1][0] || y !== points[i - 1][1]);
  return plain.length < 3 ? [] : [...plain, plain[0]];
};

const found = feature(atlas, atlas.objects.countries).features.flatMap(({ properties, geometry }) => {
  const id = COUNTRIES[properties.name];
  if (id === undefined) return [];
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const rings = polygons.map(([outer]) => rounded(inWindow(outer))).filter((ring) => ring.length > 3);
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
  .map(([id, rings]) => `  ${id}: [\n${rings.map((ring) => `    [${ring.flat().join(", ")}],\n`).join("")}  ],\n`)
  .join("")}};
`;
writeFileSync("src/report/drawing/corridor-outlines.ts", text);
