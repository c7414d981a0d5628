import { WEEKS_PER_YEAR, weekOf } from "../../../data/calendar.ts";
import type { Dataset } from "../../../data/dataset.ts";
import { log } from "../../../math/elementary/index.ts";
import { jump, MONTH, type Orders, type Reading, type Reads, type Run } from "../run.ts";
import { corridor } from "./corridor-part.ts";

const ENCOUNTERS = "encounters-so-far";
const EVADED = "evaded-so-far";
const DARIEN = "darien-crossings-so-far";
const EVENTS = "interception-events-so-far";
const LAWFUL = "encounters-lawful-so-far";
const USUAL = "usual";

const edge = (month: string) => weekOf(`${month}-01`);
/** First days of the months from one to another, both included. */
function edges(from: string, to: string): number[] {
  const [first, last] = [from, to].map((month) => {
    const [year, number] = month.split("-").map(Number) as [number, number];
    return 12 * year + number - 1;
  }) as [number, number];
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const month = first + i;
    return edge(`${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`);
  });
}
const inMonth = (reading: Reading, outcome: string, month: string, next: string, arm = USUAL) =>
  reading.gained(arm, outcome, edge(month), edge(next));
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Encounters of a month as counted. */
function counted(dataset: Dataset, period: string): number {
  const { rows } = dataset.seriesNamed("us_usbp_sw_encounters_khsm");
  return rows.filter(({ date }) => date.startsWith(period)).reduce((sum, { value }) => sum + value, 0);
}

/** T4, T11, O7, O8, O9 and an extreme: everything known to the end of 2023. */
function allKnown(dataset: Dataset): Run {
  const start = weekOf("2023-12-29");
  const wider = weekOf("2024-04-01");
  const strength = (id: string) => dataset.parameter(`experiments.${id}`).value;
  const gain = strength("lawfulGain");
  const slots = ["January", "May", "June", "July"]
    .map((month) => dataset.parameter(`migration.appointments${month}2023`).value)
    .reduce((sum, value) => sum + value, 0);
  const agreement: Orders = {
    ...jump("migration.interceptionFactor", start, strength("interception2024"), 1),
    ...jump("migration.transportRestriction", start, strength("transport2024"), 0),
    ...jump("migration.departureFactorByDarien", start, strength("darien2024"), 1),
  };
  const lawful: Orders = {
    ...jump("migration.extraAppointments", wider, gain * 7 * slots, 0),
    ...jump("migration.extraParole", wider, gain * dataset.parameter("migration.parolePerWeek").value, 0),
  };
  const nobody: Orders = Object.assign(
    {},
    ...["Mexico", "Central", "ByDarien", "Bypass", "Others"].map((stream) =>
      jump(`migration.departureFactor${stream}`, start, 0, 1),
    ),
  );
  const monthly = Array.from({ length: 19 }, (_, i) => wider + i * MONTH);
  const monthOf = (r: Reading, i: number) =>
    r.gained("lawful", ENCOUNTERS, monthly[i]!, monthly[i + 1]!) /
      r.gained(USUAL, ENCOUNTERS, monthly[i]!, monthly[i + 1]!) -
    1;
  const december = (r: Reading) => inMonth(r, ENCOUNTERS, "2023-12", "2024-01") / (edge("2024-01") - edge("2023-12"));
  const middles = (months: readonly string[]) => months.map((month) => weekOf(`${month}-15`));
  const other = middles(["2018-08", "2019-01", "2019-03", "2019-04"]);
  const quiet = Array.from({ length: 72 }, (_, i) => edges("2012-01", "2017-12")[i]! + MONTH / 2);
  const [may12, new24] = [weekOf("2023-05-12"), edge("2024-01")];
  const appointed = (r: Reading, day: string) => r.at(USUAL, "appointed-so-far", weekOf(day));
  const atPorts = (r: Reading, year: number) => inMonth(r, LAWFUL, `${year}-01`, `${year}-10`);
  return {
    id: "corridor-2023",
    frozen: "2023-12-31",
    part: (known) =>
      corridor(known, {
        frozen: "2023-12-31",
        goesOn: "as fitted",
        outcomes: [
          ENCOUNTERS,
          DARIEN,
          EVENTS,
          LAWFUL,
          "people-in-south",
          "salience",
          "appointed-so-far",
          "sent-back-so-far",
        ],
      }),
    branch: start,
    end: start + 5 * WEEKS_PER_YEAR,
    arms: { [USUAL]: {}, agreement, lawful, nobody },
    moments: [
      start,
      start + 4,
      start + 8,
      start + 4 * WEEKS_PER_YEAR,
      start + 5 * WEEKS_PER_YEAR,
      ...monthly,
      ...edges("2023-12", "2024-02"),
      ...other,
      ...quiet,
      may12,
      ...["2022-01", "2022-10", "2023-01", "2023-07", "2023-10"].map(edge),
    ],
    reads: [
      {
        check: "T4 encounters",
        read: (r) => r.gained("agreement", ENCOUNTERS, start + 4, start + 8) / 4 / december(r) - 1,
      },
      {
        check: "T4 january",
        read: (r) =>
          inMonth(r, ENCOUNTERS, "2024-01", "2024-02", "agreement") /
            (edge("2024-02") - edge("2024-01")) /
            december(r) -
          1,
      },
      {
        check: "T4 intercepted",
        read: (r) => inMonth(r, EVENTS, "2024-01", "2024-02", "agreement") / (edge("2024-02") - edge("2024-01")),
      },
      {
        check: "T4 south",
        read: (r) => r.at("agreement", "people-in-south", start + 8) / r.at(USUAL, "people-in-south", start) - 1,
      },
      {
        check: "T4 darien",
        read: (r) =>
          inMonth(r, DARIEN, "2024-01", "2024-02", "agreement") / inMonth(r, DARIEN, "2023-12", "2024-01") - 1,
      },
      { check: "T11 encounters", read: (r) => monthOf(r, 9) },
      { check: "T11 more", read: (r) => Math.max(...Array.from({ length: 18 }, (_, i) => monthOf(r, i))) },
      {
        check: "T13 nobody-departs",
        read: (r) => r.gained("nobody", ENCOUNTERS, start + 4 * WEEKS_PER_YEAR, start + 5 * WEEKS_PER_YEAR),
      },
      { check: "T13 blow-up", read: (r) => r.faults() },
      { check: "O7 other-months", read: (r) => mean(other.map((week) => r.at(USUAL, "salience", week))) },
      { check: "O7 quiet-years", read: (r) => mean(quiet.map((week) => r.at(USUAL, "salience", week))) },
      { check: "O8 removed-or-returned", read: (r) => r.gained(USUAL, "sent-back-so-far", may12, new24) },
      { check: "O9 appointments-june", read: (r) => appointed(r, "2023-07-01") },
      { check: "O9 appointments-september", read: (r) => appointed(r, "2023-10-01") },
      { check: "O9 ports", read: (r) => atPorts(r, 2023) - atPorts(r, 2022) },
    ],
  };
}

/** T5: the end of Title 42. */
function endOfExpulsions(): Run {
  const branch = weekOf("2023-04-30");
  return {
    id: "corridor-april-2023",
    frozen: "2023-04-30",
    part: (known) => corridor(known, { frozen: "2023-04-30", goesOn: "at the last", outcomes: [ENCOUNTERS, EVADED] }),
    branch,
    end: edge("2023-08"),
    arms: { [USUAL]: {} },
    moments: edges("2023-04", "2023-08"),
    reads: [
      {
        check: "T5 got-aways",
        read: (r) => inMonth(r, EVADED, "2023-06", "2023-07") / inMonth(r, EVADED, "2023-04", "2023-05") - 1,
      },
      {
        check: "T5 encounters",
        read: (r) =>
          Math.max(
            inMonth(r, ENCOUNTERS, "2023-05", "2023-06"),
            inMonth(r, ENCOUNTERS, "2023-06", "2023-07"),
            inMonth(r, ENCOUNTERS, "2023-07", "2023-08"),
          ) /
            inMonth(r, ENCOUNTERS, "2023-04", "2023-05") -
          1,
      },
    ],
  };
}

const JANUARY = { from: "2023-01-05", release: 8, groups: ["Darien", "Others"] } as const;
const MAY = { from: "2023-05-12", release: 8, groups: ["Mexico", "Central", "Darien", "Others"] } as const;

/** T6: the package of January 2023. */
function januaryPackage(dataset: Dataset): Run {
  const month = (r: Reading, from: string, to: string) => inMonth(r, ENCOUNTERS, from, to);
  const december = (r: Reading) => month(r, "2022-12", "2023-01");
  const january = (r: Reading) => month(r, "2023-01", "2023-02");
  const april = (r: Reading) => month(r, "2023-04", "2023-05");
  return {
    id: "corridor-2022-last",
    frozen: "2022-12-31",
    part: (known) =>
      corridor(known, { frozen: "2022-12-31", goesOn: "at the last", dips: [JANUARY], outcomes: [ENCOUNTERS] }),
    branch: weekOf("2022-12-31"),
    end: edge("2023-05"),
    arms: { [USUAL]: {} },
    moments: edges("2022-12", "2023-05"),
    reads: [
      { check: "T6 january", read: (r) => january(r) / december(r) - 1 },
      { check: "T6 counted", read: (r) => january(r) / counted(dataset, "2022-12") - 1 },
      { check: "T6 rebound", read: (r) => april(r) / january(r) - 1 },
      { check: "T6 permanent", read: (r) => april(r) / december(r) - 1 },
    ],
  };
}

/** O2 and O3: 2023 from what was known at the end of 2022, with the policies of 2023 on their dates. */
function yearWithPolicies(): Run {
  const [from, to] = [edge("2023-01"), edge("2024-01")];
  const year = (outcome: string) => (r: Reading) => r.gained(USUAL, outcome, from, to);
  return {
    id: "corridor-2022-mean",
    frozen: "2022-12-31",
    part: (known) =>
      corridor(known, {
        frozen: "2022-12-31",
        goesOn: { atMeanFrom: "2023-04-01" },
        dips: [JANUARY, MAY],
        outlookFrom: "2023-02-15",
        outcomes: [ENCOUNTERS, DARIEN],
      }),
    branch: weekOf("2022-12-31"),
    end: to,
    arms: { [USUAL]: {} },
    moments: [from, to],
    reads: [
      { check: "O2 crossings", read: year(DARIEN) },
      { check: "O2 fewer-than-before", read: year(DARIEN) },
      { check: "O3 encounters", read: year(ENCOUNTERS) },
      { check: "O3 more-than-before", read: year(ENCOUNTERS) },
    ],
  };
}

/** A share under Title 42 so large that its later application, fitted afterwards, does not show. */
const ALL = 20;

/** O4 to O6: a year ahead without knowledge of its policies. */
function yearAhead(experiment: string, year: number): (dataset: Dataset) => Run {
  return (dataset) => {
    const [last, now] = [counted(dataset, String(year - 1)), counted(dataset, String(year))];
    const frozen = `${year - 1}-12-31`;
    const encounters = (r: Reading) => r.gained(USUAL, ENCOUNTERS, edge(`${year}-01`), edge(`${year + 1}-01`));
    const error = (value: number) => Math.abs(log(value / now));
    const reads: Reads[] = [
      { check: `${experiment} encounters`, read: encounters },
      { check: `${experiment} worse-than-no-change`, read: (r) => error(encounters(r)) / error(last) },
    ];
    return {
      id: `corridor-${year - 1}`,
      frozen,
      part: (known) =>
        corridor(known, {
          frozen,
          goesOn: { atMeanFrom: `${year}-04-01` },
          outlookFrom: `${year}-02-15`,
          held: { expulsionLogitCentral: ALL, expulsionLogitDarien: ALL, expulsionLogitVenezuela: ALL },
          outcomes: [ENCOUNTERS],
        }),
      branch: weekOf(frozen),
      end: edge(`${year + 1}-01`),
      arms: { [USUAL]: {} },
      moments: [edge(`${year}-01`), edge(`${year + 1}-01`)],
      reads,
    };
  };
}

export const CORRIDOR_RUNS = [
  allKnown,
  endOfExpulsions,
  januaryPackage,
  yearWithPolicies,
  yearAhead("O4", 2017),
  yearAhead("O5", 2019),
  yearAhead("O6", 2021),
];
