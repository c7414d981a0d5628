import type { Dataset } from "../../data/dataset.ts";
import { weakestGrade } from "../../data/parameter.ts";
import type { Grade } from "../../model/declare.ts";
import { SHOCK_KINDS } from "../../system/fentanyl/index.ts";
import type { Interval } from "../study/document.ts";
import { chainOf } from "./chain.ts";
import { type Claim, type ClaimNumber, drawn, exactly, type Message, percent } from "./claim.ts";
import { headlineOf } from "./headline.ts";
import type { RunPlan, ScenarioReads } from "./scenario-reads.ts";
import { MOMENTS, TARGETING } from "./targeted-draws.ts";
import { THRESHOLDS } from "./thresholds.ts";
import { leaningOfFall, verdictOf } from "./verdict.ts";

export type ShockKind = keyof typeof SHOCK_KINDS;

/** A change after one year, when pressure is new, and after six, when the trade has adapted. */
interface Course {
  readonly first: Interval;
  readonly sixth: Interval;
}

/** What pressure on the links of the chain does, against no order. */
export interface LinkPressure {
  /** By kind of shock to precursors. */
  readonly kinds: Readonly<
    Record<ShockKind, { readonly flow: Course; readonly deaths: Course; readonly precursors: Course }>
  >;
  /** Deaths for every lever but that on precursors, alone at its bound; by lever. */
  readonly alone: Readonly<Record<string, Course>>;
  /** Deaths for every lever at its bound, trade and care, in the kinds that are furthest apart. */
  readonly everything: Readonly<Partial<Record<ShockKind, Course>>>;
  readonly worth: number;
  readonly grade: Grade;
}

const FIRST = MOMENTS.one;
const SIXTH = "2030-01-01";
/** The most lasting first: the case that is best for the claim. */
const KINDS: readonly ShockKind[] = ["persistent", "intermediate", "transient"];
const PRECURSORS = "precursor-export-control";
/** Levers on links of the trade, one a link; control of imports adds nothing to full control of exports. */
const TRADE = [PRECURSORS, "production-disruption", "pressure-transit", "port-scanning", "pressure-wholesale"];
const CARE = ["treatment-access", "naloxone-reach", "initiation-prevention"];
const ALONE = ["precursor-import-control", ...TRADE.slice(1), ...CARE];
const FLOW = "fentanyl-consumed";
const DEATHS = "synthetic-opioid-deaths";
/** Draws of the fentanyl part that are worth what the rules need, with some to spare. */
const DRAWS = 1280;

/** One plan a kind of shock, since its parameters are fixed for all draws of a run; what the kind does not touch is run once. */
export function linkPlans(dataset: Dataset): Readonly<Record<ShockKind, RunPlan>> {
  const full = (levers: readonly string[]) =>
    Object.fromEntries(levers.map((lever) => [lever, dataset.lever(lever).bound]));
  const planOf = (kind: ShockKind): RunPlan => ({
    part: "fentanyl",
    draws: DRAWS,
    assumes: SHOCK_KINDS[kind],
    days: ["2024-01-01", ...Object.values(MOMENTS), SIXTH],
    scenarios: {
      [PRECURSORS]: full([PRECURSORS]),
      trade: full(TRADE),
      ...(kind === "intermediate"
        ? { ...Object.fromEntries(ALONE.map((lever) => [lever, full([lever])])), targeted: full(TARGETING) }
        : { everything: full([...TRADE, ...CARE]) }),
    },
  });
  return { persistent: planOf("persistent"), intermediate: planOf("intermediate"), transient: planOf("transient") };
}

export function linkPressure(dataset: Dataset, reads: Readonly<Record<ShockKind, ScenarioReads>>): LinkPressure {
  const course = (kind: ShockKind, scenario: string, outcome: string): Course => ({
    first: reads[kind].change(scenario, outcome, FIRST),
    sixth: reads[kind].change(scenario, outcome, SIXTH),
  });
  const byKind = <T>(make: (kind: ShockKind) => T) =>
    Object.fromEntries(KINDS.map((kind) => [kind, make(kind)])) as Record<ShockKind, T>;
  return {
    kinds: byKind((kind) => ({
      flow: course(kind, "trade", FLOW),
      deaths: course(kind, "trade", DEATHS),
      precursors: course(kind, PRECURSORS, DEATHS),
    })),
    alone: Object.fromEntries(ALONE.map((lever) => [lever, course("intermediate", lever, DEATHS)])),
    everything: {
      persistent: course("persistent", "everything", DEATHS),
      transient: course("transient", "everything", DEATHS),
    },
    worth: Math.min(...KINDS.map((kind) => reads[kind].worth)),
    grade: weakestGrade([
      ...KINDS.map((kind) => reads[kind].grade("trade", FLOW)),
      ...TRADE.map((lever) => dataset.lever(lever).grade),
    ]),
  };
}

/** C4: going after every link stops the flow. */
export function weighLinks(dataset: Dataset, chain: string, pressure: LinkPressure): Claim {
  const { kinds, alone, everything, worth, grade } = pressure;
  const leaning = leaningOfFall(
    KINDS.map((kind) => kinds[kind].flow.sixth),
    -THRESHOLDS.stopped,
    worth,
  );
  const verdict = verdictOf(leaning, { grade, original: true, exact: true });
  const counted = dataset.seriesNamed("us_overdose_deaths_synthetic_opioid").rows.find(({ date }) => date === "2021")!;
  const both = (course: Course, key: CourseKey, values: Message["values"]): ClaimNumber[] =>
    ([["first", "claims.after1"] as const, ["sixth", "claims.after6"] as const] as const).map(([moment, after]) =>
      drawn({ key, values: { ...values, after: { key: after } } }, course[moment], "1"),
    );
  const ofKind = (kind: ShockKind) => ({ kind: { key: `claims.shock ${kind}` } as const });
  const nameOf = (lever: string) => {
    const { name: en, nameEs: es } = dataset.lever(lever);
    return { en: en.toLowerCase(), es: es.toLowerCase() };
  };
  const sixth = (lever: string) => percent(alone[lever]!.sixth.median);
  return {
    id: "C4",
    claim: { key: "claims.c4Claim" },
    headline: headlineOf("c4", leaning, verdict),
    verdict,
    modelled: true,
    grade,
    numbers: [
      ...KINDS.map((kind) =>
        drawn(
          { key: "claims.flowEveryLink", values: { ...ofKind(kind), after: { key: "claims.after6" } } },
          kinds[kind].flow.sixth,
          "1",
        ),
      ),
      ...KINDS.map((kind) =>
        drawn(
          { key: "claims.flowEveryLink", values: { ...ofKind(kind), after: { key: "claims.after1" } } },
          kinds[kind].flow.first,
          "1",
        ),
      ),
      ...KINDS.flatMap((kind) => both(kinds[kind].deaths, "claims.deathsEveryLink", ofKind(kind))),
      ...KINDS.flatMap((kind) => {
        const all = everything[kind];
        return all === undefined ? [] : both(all, "claims.deathsEverything", ofKind(kind));
      }),
      ...KINDS.flatMap((kind) =>
        both(kinds[kind].precursors, "claims.deathsPrecursors", { ...ofKind(kind), name: nameOf(PRECURSORS) }),
      ),
      ...ALONE.flatMap((lever) => both(alone[lever]!, "claims.deathsAlone", { name: nameOf(lever) })),
      exactly({ key: "claims.syntheticIn", values: { year: counted.date } }, counted.value, "death"),
    ],
    effectiveSampleSize: worth,
    sentence: {
      key: "claims.c4Sentence",
      values: {
        persistent: percent(kinds.persistent.flow.sixth.median),
        from: percent(kinds.persistent.flow.sixth.interval90[0]),
        to: percent(kinds.persistent.flow.sixth.interval90[1]),
        intermediate: percent(kinds.intermediate.flow.sixth.median),
        transient: percent(kinds.transient.flow.sixth.median),
        naloxone: sixth("naloxone-reach"),
        treatment: sixth("treatment-access"),
      },
    },
    notToWrite: { key: "claims.c4NotToWrite" },
    needed: { key: "claims.c4Needed" },
    sources: [
      ...new Set([
        ...[...TRADE, ...CARE].flatMap((lever) => dataset.lever(lever).source),
        ...["fentanyl.precursorEffect", "fentanyl.hazardElasticity", "fentanyl.naloxoneReachAtMost"].flatMap(
          (id) => dataset.parameter(id).source,
        ),
        counted.source,
      ]),
    ],
    chain: chainOf(chain, "C4", { report: { key: "claims.c4Report" } }),
  };
}

type CourseKey =
  | "claims.deathsEveryLink"
  | "claims.deathsEverything"
  | "claims.deathsPrecursors"
  | "claims.deathsAlone";
