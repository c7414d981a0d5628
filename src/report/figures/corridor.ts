import * as Plot from "@observablehq/plot";
import { log, sin } from "../../math/elementary/index.ts";
import type { StudyDocument } from "../../studies/study/document.ts";
import type { SystemPart } from "../../studies/study/system/document.ts";
import { type Panel, pixelPanel } from "../drawing/canvas.ts";
import { CORRIDOR_OUTLINES } from "../drawing/corridor-outlines.ts";
import { keyPanel } from "../drawing/key.ts";
import { BLUE, GREEN, INK, ORANGE, PAPER, RULE, VERMILLION } from "../drawing/palette.ts";
import { amount, capital, quantity } from "../format.ts";
import type { Speech } from "../speech.ts";
import { nameOfOutcome, systemOf } from "../system-lookup.ts";
import { type Figure, type FigureOptions, figure } from "./figure.ts";
import { asOf, systemSourceLine } from "./words.ts";

/** What the map reaches over, as its outlines do [degree]. */
const WINDOW = { west: -120, east: -57, south: -5, north: 37 } as const;
const MARGIN = 4;
/** Radius of a circle of ten thousand a week, as a share of the width. */
const SCALE = 0.026;

interface Place {
  readonly number: string;
  readonly longitude: number;
  readonly latitude: number;
  /** A week; absent for a number of people, which has no pace. */
  readonly perWeek?: number;
  readonly colour: string;
  readonly text: string;
}

/** Where the groups set out, and where people are counted. */
const ORIGIN_PLACES: Readonly<
  Record<SystemPart["corridor"]["departures"][number]["origin"], readonly [number, number]>
> = {
  mexico: [-102.5, 24.5],
  "northern-central-america": [-89, 14.6],
  "by-darien": [-72.5, 4],
  "around-darien": [-73, 20.5],
  others: [-61.5, 12.5],
};
const COUNT_PLACES: Readonly<Record<string, { readonly at: readonly [number, number]; readonly colour: string }>> = {
  "darien-crossings": { at: [-78.6, 8.6], colour: GREEN },
  "people-held": { at: [-96, 17.8], colour: ORANGE },
  encounters: { at: [-106, 32], colour: VERMILLION },
};
/** A number of people and no pace. */
const HELD = "people-held";

/** Departures by group of origin, the Darién, people held in Mexico and encounters, each at its place; no routes. */
export function corridorFigure(document: StudyDocument, options: FigureOptions, speech: Speech): Figure {
  const { t } = speech;
  const system = systemOf(document);
  const { departures, means } = system.corridor;
  const places = placesOf(system, speech);
  const units = new Map(system.outcomes.map(({ id, unit }) => [id, unit]));
  return figure(
    {
      id: "corridor",
      title: t("system.corridorTitle", { asOf: asOf(document, speech) }),
      caption: t("system.corridorCaption", {
        grade: [...new Set(departures.map(({ grade }) => grade))].sort().join(", "),
      }),
      source: systemSourceLine(document, ["Natural Earth, world-atlas"], speech),
      table: {
        columns: ["what", "year", "unit", "median", "low90", "high90"],
        rows: [
          ...departures.map(({ origin, perWeek }) => [`departures ${origin}`, 2023, "person/week", perWeek, "", ""]),
          ...means.flatMap(({ outcome, years }) =>
            years.map(({ year, median, low90, high90 }) => [
              outcome,
              year,
              units.get(outcome) ?? "",
              median,
              low90,
              high90,
            ]),
          ),
        ],
      },
    },
    `${places.map(({ number, text }) => `${number}: ${text}`).join(". ")}.`,
    options,
    [map(places, options), key(places, options)],
  );
}

function placesOf({ corridor: { departures, means } }: SystemPart, speech: Speech): Place[] {
  const { t } = speech;
  const origins = departures.map(({ origin, perWeek }): Omit<Place, "number"> => {
    const [longitude, latitude] = ORIGIN_PLACES[origin];
    const name = t(`system.origin ${origin}`);
    return {
      longitude,
      latitude,
      perWeek,
      colour: BLUE,
      text: t("system.corridorKey", { name, value: quantity(perWeek) }),
    };
  });
  const counts = means.map(({ outcome, years }): Omit<Place, "number"> => {
    const {
      at: [longitude, latitude],
      colour,
    } = COUNT_PLACES[outcome]!;
    const [before, after] = [years[0]!, years.at(-1)!];
    const text = t("system.corridorMean", {
      name: capital(nameOfOutcome(outcome, speech)),
      before: amount(before.median),
      per: t(outcome === HELD ? "system.people" : "system.perWeek"),
      year: String(before.year),
      after: amount(after.median),
      end: String(after.year),
      range: speech.range([after.low90, after.high90], amount),
    });
    return { longitude, latitude, ...(outcome === HELD ? {} : { perWeek: before.median }), colour, text };
  });
  return [...origins, ...counts].map((place, i) => ({ ...place, number: String(i + 1) }));
}

function map(places: readonly Place[], { width }: FigureOptions): Panel {
  const scale = (width - 2 * MARGIN) / (WINDOW.east - WINDOW.west);
  const top = mercator(WINDOW.north);
  const x = (longitude: number) => MARGIN + (longitude - WINDOW.west) * scale;
  const y = (latitude: number) => MARGIN + (top - mercator(latitude)) * scale;
  const countries = Object.values(CORRIDOR_OUTLINES).map((rings) => ({
    type: "MultiPolygon",
    coordinates: rings.map((ring) => [pointsOf(ring).map(([east, north]) => [x(east), y(north)])]),
  }));
  const radius = (perWeek: number) => Math.max(9, Math.sqrt(perWeek / 10_000) * SCALE * width);
  const placed = places.map((place) => ({ ...place, x: x(place.longitude), y: y(place.latitude) }));
  const moving = placed.filter(({ perWeek }) => perWeek !== undefined).sort((a, b) => b.perWeek! - a.perWeek!);
  const still = placed.filter(({ perWeek }) => perWeek === undefined);
  const label = { text: "number", fontWeight: "bold", fill: INK, stroke: PAPER, strokeWidth: 3 } as const;
  return pixelPanel({
    width,
    height: Math.round(y(WINDOW.south) + MARGIN),
    marks: [
      Plot.geo(countries as unknown as Plot.Data, { fill: "#eef1f3", stroke: RULE, strokeWidth: 1 }),
      Plot.dot(moving, {
        x: "x",
        y: "y",
        r: (place: Place) => radius(place.perWeek!),
        fill: "colour",
        fillOpacity: 0.75,
        stroke: PAPER,
      }),
      Plot.dot(still, { x: "x", y: "y", r: 11, symbol: "square", fill: "colour", stroke: PAPER }),
      Plot.text(placed, { x: "x", y: "y", ...label }),
    ],
  });
}

/** Northing of a latitude in degrees of the equator: Mercator's projection. */
function mercator(latitude: number): number {
  const sine = sin((latitude * Math.PI) / 180);
  return ((log((1 + sine) / (1 - sine)) / 2) * 180) / Math.PI;
}

/** Degrees from tenths. */
function pointsOf(ring: readonly number[]): [number, number][] {
  const points: [number, number][] = [];
  for (let i = 0; i + 1 < ring.length; i += 2) points.push([ring[i]! / 10, ring[i + 1]! / 10]);
  return points;
}

/** Every number with its words. */
function key(places: readonly Place[], { width }: FigureOptions): Panel {
  return keyPanel(places, {
    width,
    radius: 9,
    text: ({ text }) => text,
    signs: (placed) => [
      Plot.dot(placed, {
        x: "x",
        y: "y",
        r: 9,
        symbol: (place: Place) => (place.perWeek === undefined ? "square" : "circle"),
        fill: "colour",
        fillOpacity: 0.75,
      }),
      Plot.text(placed, {
        x: "x",
        y: "y",
        text: "number",
        fontWeight: "bold",
        fill: INK,
        stroke: PAPER,
        strokeWidth: 3,
      }),
    ],
  });
}
