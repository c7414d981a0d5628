import type { OutcomeDeclaration, StockDeclaration } from "../../model/declare.ts";
import { counter, GROUPS, sum, THROUGH_MEXICO } from "./part.ts";

const EVENTS = "events, not persons";

/** What is counted from the start on: outcomes are read from it, and conservation is checked with it. */
export const counters: Readonly<Record<string, StockDeclaration>> = {
  ...Object.fromEntries(
    GROUPS.map(({ suffix, of }) => [
      `encounters${suffix}SoFar`,
      counter(`encounters of ${of} (${EVENTS})`, "encounter", [`encountered${suffix}`], 100),
    ]),
  ),
  gotAwaysSoFar: counter("crossings without an encounter", "person", ["gotAways"], 100),
  interceptionEventsSoFar: counter(`interceptions in Mexico (${EVENTS})`, "event", ["interceptionEvents"], 100),
  darienCrossingsSoFar: counter("people who crossed the Darién", "person", ["returnedFromDarien", "leftCrossing"], 100),
  lawfulEntriesSoFar: counter("people admitted by appointment or at a port", "person", ["lawfulEntries"], 100),
  expulsionsSoFar: counter(`expulsions under Title 42 (${EVENTS})`, "event", ["expulsions"], 100),
  smugglingRevenueSoFar: counter("earnings of armed groups from smuggling", "USD", ["smugglingRevenue"], 1e6),
  firstAttemptsSoFar: counter("first attempts", "person", ["firstAttempts"], 100),
  enteredSoFar: counter("people who entered the corridor", "person", [
    "departedMexico",
    "departedCentral",
    "enteredCrossing",
    "departedBypass",
    "departedOthers",
  ]),
  releasedSoFar: counter("people released in the United States", "person", ["releasedInside"], 100),
  endedSoFar: counter("people removed, or returned for good", "person", ["endedJourneys"], 100),
  removedFromMexicoSoFar: counter("people removed from Mexico", "person", ["removedFromMexico"], 100),
  leftCorridorSoFar: counter("people who settled on the way or went home", "person", ["leftCorridor"], 100),
  returnedFromDarienSoFar: counter("people returned by Panama", "person", ["returnedFromDarien"], 100),
};

/** Every stock of people in the corridor. */
export const CORRIDOR: readonly string[] = [
  "crossingFirst",
  "crossingSecond",
  ...["centralAmerica", "southFirst", "inTransit", "dispersed"].flatMap((at) =>
    THROUGH_MEXICO.map(({ suffix }) => at + suffix),
  ),
  ...["border", "waiting", "returned"].flatMap((at) => GROUPS.map(({ suffix }) => at + suffix)),
];

const US = { caredForBy: ["US"], direction: "lower", afterEvent: "hold" } as const;
const MEXICO = { caredForBy: ["Mexico"], direction: "lower", afterEvent: "hold" } as const;
const BOTH = { caredForBy: ["US", "Mexico"], direction: "lower", afterEvent: "hold" } as const;
const NOBODY = { afterEvent: "hold" } as const;

export const outcomes: readonly OutcomeDeclaration[] = [
  {
    id: "encounters",
    about: `encounters between ports (${EVENTS})`,
    unit: "encounter/week",
    equation: sum("encountered"),
    ...US,
  },
  {
    id: "encounters-so-far",
    about: `encounters between ports since the start (${EVENTS})`,
    unit: "encounter",
    equation: GROUPS.map(({ suffix }) => `encounters${suffix}SoFar`).join(" + "),
    ...US,
  },
  ...GROUPS.map(({ suffix, of }) => ({
    id: `encounters-${suffix.toLowerCase()}-so-far`,
    about: `encounters of ${of} since the start (${EVENTS})`,
    unit: "encounter",
    equation: `encounters${suffix}SoFar`,
    ...US,
  })),
  {
    id: "evaded",
    about: "crossings without an encounter",
    unit: "person/week",
    equation: "gotAways",
    ...US,
  },
  {
    id: "evaded-so-far",
    about: "crossings without an encounter since the start",
    unit: "person",
    equation: "gotAwaysSoFar",
    ...US,
  },
  {
    id: "people-held",
    about:
      "people held or waiting in Mexico: in the south, in transit, relocated, near the border, in the queue, returned",
    unit: "person",
    equation: [
      ...["southFirst", "inTransit", "dispersed"].map((at) => sum(at, THROUGH_MEXICO)),
      ...["border", "waiting", "returned"].map((at) => sum(at)),
    ].join(" + "),
    ...MEXICO,
  },
  {
    id: "people-in-south",
    about: "people in southern Mexico or relocated there",
    unit: "person",
    equation: [sum("southFirst", THROUGH_MEXICO), sum("dispersed", THROUGH_MEXICO)].join(" + "),
    ...MEXICO,
  },
  {
    id: "interception-events",
    about: `interceptions in Mexico (${EVENTS})`,
    unit: "event/week",
    equation: "interceptionEvents",
    ...MEXICO,
  },
  {
    id: "interception-events-so-far",
    about: `interceptions in Mexico since the start (${EVENTS})`,
    unit: "event",
    equation: "interceptionEventsSoFar",
    ...MEXICO,
  },
  {
    id: "darien-crossings",
    about: "people who cross the Darién",
    unit: "person/week",
    equation: "crossed",
    ...BOTH,
  },
  {
    id: "darien-crossings-so-far",
    about: "people who crossed the Darién since the start",
    unit: "person",
    equation: "darienCrossingsSoFar",
    ...BOTH,
  },
  {
    id: "encounters-lawful",
    about: "people admitted by appointment or at a port",
    unit: "person/week",
    equation: "lawfulEntries",
    ...NOBODY,
  },
  {
    id: "encounters-lawful-so-far",
    about: "people admitted by appointment or at a port since the start",
    unit: "person",
    equation: "lawfulEntriesSoFar",
    ...NOBODY,
  },
  {
    id: "smuggling-revenue",
    about: "earnings of armed groups from smuggling",
    unit: "USD/week",
    equation: "smugglingRevenue",
    ...BOTH,
  },
  {
    id: "smuggling-revenue-so-far",
    about: "earnings of armed groups from smuggling since the start",
    unit: "USD",
    equation: "smugglingRevenueSoFar",
    ...BOTH,
  },
  {
    id: "expulsions-so-far",
    about: `expulsions under Title 42 since the start (${EVENTS})`,
    unit: "event",
    equation: "expulsionsSoFar",
    ...NOBODY,
  },
  {
    id: "first-attempts-so-far",
    about: "first attempts since the start",
    unit: "person",
    equation: "firstAttemptsSoFar",
    ...NOBODY,
  },
  {
    id: "removed-from-mexico-so-far",
    about: "people removed from Mexico since the start",
    unit: "person",
    equation: "removedFromMexicoSoFar",
    ...NOBODY,
  },
];
