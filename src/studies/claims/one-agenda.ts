import type { Actor, AgendaRow } from "../../data/agenda.ts";
import type { Dataset } from "../../data/dataset.ts";
import { type Controller, needsStatute } from "../../data/lever.ts";
import type { LeverId } from "../../data/lever-ids.ts";
import { followUps, occasionOf } from "../record/agenda.ts";
import { REPORT_DATE } from "../record/article.ts";
import { chainOf } from "./chain.ts";
import { type Claim, type ClaimNumber, exactly } from "./claim.ts";
import { headlineOf } from "./headline.ts";
import { type Leaning, leaningOfChain, verdictOf } from "./verdict.ts";

/** What one side has asked of the other that the other could do. */
interface Wishes {
  readonly asks: readonly AgendaRow[];
  readonly levers: readonly LeverId[];
  /** Levers out of these that can be moved to their bound while no legislature acts. */
  readonly executive: readonly LeverId[];
}

/** What could be traded between two sides on the record. */
export interface Trade {
  readonly asked: Readonly<Record<Side, Wishes>>;
  /** The same in the communiqué that followed the report. */
  readonly later: Readonly<Record<Side, Wishes>>;
  /** Whether a package leaves both better off than no deal; open while nobody has measured what each would give. */
  readonly gains: Leaning;
}

const SIDES = ["US", "MX"] as const satisfies readonly Actor[];
type Side = (typeof SIDES)[number];
const OTHER: Readonly<Record<Side, Side>> = { US: "MX", MX: "US" };
const HOLDER: Readonly<Record<Side, Controller>> = { US: "US", MX: "Mexico" };

export function tradeOf(dataset: Dataset, rows: readonly AgendaRow[]): Trade {
  const wishes = (side: Side, among: readonly AgendaRow[]): Wishes => {
    const asks = among.filter(
      ({ kind, actor, counterpart, lever }) =>
        kind === "ask" &&
        actor === side &&
        counterpart === OTHER[side] &&
        lever !== null &&
        dataset.lever(lever).controller === HOLDER[OTHER[side]],
    );
    const levers = [...new Set(asks.flatMap(({ lever }) => lever ?? []))];
    const executive = levers.filter((lever) => !needsStatute(dataset.lever(lever)));
    return { asks, levers, executive };
  };
  const both = (among: readonly AgendaRow[]) => ({ US: wishes("US", among), MX: wishes("MX", among) });
  return {
    // Days of a month are not later than it: a row counts when all of it has passed.
    asked: both(rows.filter(({ period }) => period.start <= REPORT_DATE)),
    later: both(rows.filter((row) => occasionOf(row) === "communique")),
    gains: "open",
  };
}

/** C10: what each side wants could be traded in one agenda. */
export function weighAgenda(chain: string, { asked, later, gains }: Trade): Claim {
  const wanted: Leaning = SIDES.every((side) => asked[side].levers.length > 0) ? "for" : "against";
  const leaning = leaningOfChain([wanted, gains]);
  const grade = wanted === "against" ? "A" : "C";
  const verdict = verdictOf(leaning, { grade, original: true, exact: true });
  const counts = (side: Side): ClaimNumber[] => {
    const { asks, levers, executive } = asked[side];
    const came = followUps(asks);
    const values = { side: { key: `agenda.actor ${side}` as const } };
    return [
      exactly({ key: "claims.asks", values }, asks.length, "ask"),
      exactly({ key: "claims.askedLevers", values }, levers.length, "lever"),
      exactly({ key: "claims.askedExecutive", values }, executive.length, "lever"),
      exactly({ key: "claims.asksDone", values }, came.done + came.partly, "ask"),
    ];
  };
  const sources = SIDES.flatMap((side) => [...asked[side].asks, ...later[side].asks].map(({ source }) => source));
  return {
    id: "C10",
    claim: { key: "claims.c10Claim" },
    headline: headlineOf("c10", leaning, verdict),
    verdict,
    modelled: false,
    grade,
    numbers: [
      ...SIDES.flatMap(counts),
      ...SIDES.map((side) =>
        exactly(
          { key: "claims.asksLater", values: { side: { key: `agenda.actor ${side}` as const } } },
          later[side].asks.length,
          "ask",
        ),
      ),
    ],
    sentence: {
      key: "claims.c10Sentence",
      values: {
        mexico: asked.MX.levers.length,
        us: asked.US.levers.length,
        executive: asked.MX.executive.length,
      },
    },
    notToWrite: { key: "claims.c10NotToWrite" },
    needed: { key: "claims.c10Needed" },
    sources: sources.length > 0 ? [...new Set(sources)] : ["brazilian_report_oct23"],
    chain: chainOf(chain, "C10", { report: { key: "claims.c10Report" } }),
  };
}
