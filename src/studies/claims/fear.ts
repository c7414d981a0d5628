import type { Dataset } from "../../data/dataset.ts";
import { weakestGrade } from "../../data/parameter.ts";
import type { Grade } from "../../model/declare.ts";
import type { Interval } from "../study/document.ts";
import { chainOf } from "./chain.ts";
import { type Claim, type ClaimNumber, drawn, exactly, type Message, percent, rounded, scaled } from "./claim.ts";
import { headlineOf } from "./headline.ts";
import { signPutIn } from "./put-in.ts";
import type { ScenarioReads } from "./scenario-reads.ts";
import { MOMENTS, type Moment, TARGETING, type TargetedDraws } from "./targeted-draws.ts";
import { THRESHOLDS } from "./thresholds.ts";
import { type Leaning, leaningOfChain, leaningOfFall, leaningOfRise, verdictOf } from "./verdict.ts";

/** What targeting the leaders of one group over fentanyl does, against no order. */
export interface Fear extends TargetedDraws {
  /** In the United States. */
  readonly flow: Readonly<Record<Moment, Interval>>;
  readonly overdoses: Readonly<Record<Moment, Interval>>;
  /** Overdose deaths a year where nothing is ordered, after one year [death]. */
  readonly usualOverdoses: number;
  readonly worth: number;
  readonly grade: Grade;
  /** Whether it was assumed that the group gives in, and that its own are killed. */
  readonly assumed: { readonly giving: boolean; readonly killing: boolean };
  /** Whether the count that killings are scaled to was read in the original. */
  readonly original: boolean;
}

const KILLING = "deterrence.forcingHazard";
const COUNT = "press_mantas";
/** The largest figure for the group: all of it, worldwide. */
const SIZE = "dea_sinaloa_network_worldwide";

export function fearOf(dataset: Dataset, targeted: TargetedDraws, reads: ScenarioReads): Fear {
  const each = (outcome: string) =>
    Object.fromEntries(
      Object.entries(MOMENTS).map(([moment, day]) => [moment, reads.change("targeted", outcome, day)]),
    ) as Record<Moment, Interval>;
  return {
    ...targeted,
    flow: each("fentanyl-consumed"),
    overdoses: each("synthetic-opioid-deaths"),
    usualOverdoses: reads.usual("synthetic-opioid-deaths", MOMENTS.one).median,
    worth: Math.min(targeted.draws, reads.worth),
    grade: weakestGrade([
      reads.grade("targeted", "fentanyl-consumed"),
      ...TARGETING.map((lever) => dataset.lever(lever).grade),
    ]),
    assumed: {
      giving: signPutIn(dataset.parameter("deterrence.hazardTargeted")),
      killing: signPutIn(dataset.parameter(KILLING)),
    },
    original: dataset.sources.get(COUNT)?.primary === true,
  };
}

/** C5: fear makes local leaders kill their own who go on distributing. */
export function weighFear(dataset: Dataset, chain: string, fear: Fear): Claim {
  const { participation, made, killed, flow, overdoses, usualOverdoses, worth, grade, original } = fear;
  const leaning = leaningOfFear(fear);
  const verdict = verdictOf(leaning, { grade, original, exact: true });
  const homicides = dataset.seriesNamed("mx_homicides_inegi").rows.find(({ date }) => date === "2022")!;
  const size = dataset.last(SIZE);
  const killedIn = (moment: Moment) => scaled(killed[moment], size.value);
  const fewer = scaled(overdoses.one, usualOverdoses);
  const course = (of: Readonly<Partial<Record<Moment, Interval>>>, key: FearKey): ClaimNumber[] =>
    (Object.keys(of) as Moment[]).map((moment) => drawn({ key, values: { after: AFTER[moment] } }, of[moment]!, "1"));
  return {
    id: "C5",
    claim: { key: "claims.c5Claim" },
    headline: headlineOf("c5", leaning, verdict),
    verdict,
    modelled: true,
    grade,
    numbers: [
      ...course({ one: participation.one, two: participation.two }, "claims.participation"),
      ...course(made, "claims.madeTargeted"),
      ...course(flow, "claims.flowTargeted"),
      ...course(overdoses, "claims.overdosesTargeted"),
      ...course({ one: scaled(killed.one, 1000), two: scaled(killed.two, 1000) }, "claims.killedPerThousand"),
      drawn(
        { key: "claims.killedWithin", values: { after: AFTER.one, members: size.value } },
        killedIn("one"),
        "death",
      ),
      drawn({ key: "claims.overdosesChanged", values: { after: AFTER.one } }, fewer, "death"),
      exactly({ key: "claims.homicidesIn", values: { year: homicides.date } }, homicides.value, "death"),
    ],
    effectiveSampleSize: worth,
    sentence: {
      key: "claims.c5Sentence",
      values: {
        participation: percent(participation.one.median),
        half: rounded(flow.half.median * 100, 0.1),
        one: rounded(flow.one.median * 100, 0.1),
        killed: rounded(killed.one.median * 1000, 0.1),
        homicides: homicides.value,
        year: homicides.date,
      },
    },
    notToWrite: { key: "claims.c5NotToWrite" },
    needed: { key: "claims.c5Needed" },
    sources: [
      ...new Set([
        ...dataset.parameter(KILLING).source,
        ...dataset.parameter("deterrence.learningTime").source,
        size.source,
        homicides.source,
      ]),
    ],
    chain: chainOf(chain, "C5", { report: { key: "claims.c5Report" } }),
  };
}

type FearKey =
  | "claims.participation"
  | "claims.madeTargeted"
  | "claims.flowTargeted"
  | "claims.overdosesTargeted"
  | "claims.killedPerThousand";

const AFTER = {
  half: { key: "claims.afterHalf" },
  one: { key: "claims.after1" },
  two: { key: "claims.after2" },
} as const satisfies Record<Moment, Message>;

function leaningOfFear({ participation, killed, assumed, worth }: Fear): Leaning {
  const giving = leaningOfFall([participation.one], -THRESHOLDS.majority, worth);
  // More than none, or none.
  const some = leaningOfRise([killed.one], Number.MIN_VALUE, worth);
  return leaningOfChain([assumed.giving ? "open" : giving, assumed.killing ? "open" : some]);
}
