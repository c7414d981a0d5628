import { beforeAll, describe, expect, it } from "vitest";
import { weekOf } from "../../data/calendar.ts";
import { savePlaces } from "../../ensemble/leg.ts";
import { COUPLINGS, type CouplingId } from "../../system/couplings.ts";
import { evidence } from "../study/study-model.ts";
import { type CoupledOptions, CoupledRun } from "./coupled-run.ts";
import { type Posterior, posteriorOf } from "./posterior.ts";
import { businessAsUsual, DEFAULT_FROM, type Scenario } from "./scenario.ts";
import type { SubsystemId } from "./subsystems.ts";

const DRAWS = 6;
const SOON = weekOf("2024-07-01");
const END = weekOf("2030-01-01");
const dataset = evidence();
const ALL: readonly SubsystemId[] = ["cartels", "fentanyl", "migration"];
let posterior: ReadonlyMap<SubsystemId, Posterior>;

beforeAll(async () => {
  const spec = { seed: 5, draws: DRAWS, subsystems: ALL, parameters: {} };
  const found = await posteriorOf(spec, {});
  posterior = new Map(ALL.map((id, i) => [id, found[i]!]));
});

function ordered(levers: readonly string[], change: Partial<Scenario> = {}): Scenario {
  const orders = levers.map((id) => [id, [{ to: dataset.lever(id).bound, from: DEFAULT_FROM, over: 0 }]] as const);
  return { ...businessAsUsual(), name: levers.join(), levers: Object.fromEntries(orders), ...change };
}

/** Every draw of an outcome, at the end of 2029 if not said otherwise, by scenario; the first is business as usual. */
function runOf(scenarios: readonly Scenario[], subsystems: readonly SubsystemId[] = ALL, options?: CoupledOptions) {
  const spec = { seed: 5, draws: DRAWS, subsystems, scenarios, weeks: [SOON, END], changes: [END] };
  const run = new CoupledRun({ ...spec, drawn: subsystems.map((id) => posterior.get(id)!) }, dataset, options);
  run.run(0, DRAWS);
  return (outcome: string, scenario: number, week = END): number[] => {
    const part = run.parts.find(({ blocks }) => blocks.layout.outputs.some(({ id }) => id === outcome))!;
    const output = part.blocks.layout.outputs.findIndex(({ id }) => id === outcome);
    const leg = 1 + scenario;
    return Array.from({ length: DRAWS }, (_, i) =>
      part.blocks.output(leg, i, savePlaces(part.legs[leg]!)(week), output),
    );
  };
}

const on = businessAsUsual();
const off: Scenario = { ...on, couplings: false };
const ban = ["targeted-indictments", "arrest-cooperation"];

describe("couplings", () => {
  it("leave business as usual as every part is alone, but for the drift of guns", () => {
    const coupled = runOf([{ ...on, without: ["guns-lethality", "guns-arrests"] }, ordered(["interception"])]);
    const alone = runOf([off]);
    for (const outcome of ["members", "conflict-deaths", "synthetic-opioid-deaths", "encounters", "salience"])
      expect(coupled(outcome, 0)).toEqual(alone(outcome, 0));
    const drift = runOf([on], ["cartels"]);
    drift("members", 0).forEach((value, i) => {
      expect(value).not.toBe(alone("members", 0)[i]);
      expect(Math.abs(value / alone("members", 0)[i]! - 1)).toBeLessThan(0.05);
    });
  });

  it("are off where a scenario says so: an order moves its own part and no other", () => {
    const alone = runOf([off, ordered(["precursor-export-control", "interception"], { couplings: false })]);
    for (const outcome of ["members", "conflict-deaths", "guns-per-member"])
      expect(alone(outcome, 1)).toEqual(alone(outcome, 0));
    expect(alone("encounters", 1)).not.toEqual(alone("encounters", 0));
  });

  it("settle: going round the loop more often changes next to nothing", () => {
    const scenarios = [on, ordered(["incapacitation-effort", "interception", "precursor-export-control"])];
    const few = runOf(scenarios);
    const many = runOf(scenarios, ALL, { settled: 1e-9 });
    for (const outcome of ["members", "conflict-deaths", "encounters", "smuggling-revenue"])
      few(outcome, 1).forEach((value, i) => {
        expect(Math.abs(value / many(outcome, 1)[i]! - 1)).toBeLessThan(1e-4);
      });
  });

  it("settle as finely as the study asks: what an order does is the same to a tenth of a percentage point", () => {
    const scenarios = [on, ordered(["incapacitation-effort", "interception", "precursor-export-control"])];
    const [study, fine] = [runOf(scenarios, ALL, { settled: 1e-3 }), runOf(scenarios)];
    for (const outcome of ["members", "conflict-deaths", "encounters", "salience", "people-held"]) {
      const does = (of: typeof fine) => of(outcome, 1).map((value, i) => value / of(outcome, 0)[i]! - 1);
      does(study).forEach((value, i) => {
        expect(Math.abs(value - does(fine)[i]!)).toBeLessThan(1e-3);
      });
      expect(study(outcome, 0)).toEqual(fine(outcome, 0));
    }
  });

  it("settle draw by draw: a draw is the same whichever draws it is run with", () => {
    const scenarios = [on, ordered(["interception", "gun-source-rules", "naloxone-reach"])];
    const spec = { seed: 5, draws: DRAWS, subsystems: ALL, scenarios, weeks: [], changes: [END] };
    const drawn = ALL.map((id) => posterior.get(id)!);
    const ends = (chunks: readonly (readonly [first: number, count: number])[]) => {
      const run = new CoupledRun({ ...spec, drawn }, dataset);
      return chunks.flatMap(([first, count]) => {
        run.run(first, count);
        return run.parts.flatMap(({ blocks, legs }) =>
          Array.from({ length: count }, (_, i) =>
            blocks.layout.outputs.map((_, o) => blocks.output(2, i, savePlaces(legs[2]!)(END), o)),
          ).map((outputs, i) => [first + i, ...outputs]),
        );
      });
    };
    const byDraw = (rows: readonly number[][]) => [...rows].sort((a, b) => a[0]! - b[0]! || a.length - b.length);
    const alone = byDraw(
      ends([
        [0, 1],
        [1, 2],
        [3, 3],
      ]),
    );
    expect(alone).toHaveLength(3 * DRAWS);
    expect(alone).toEqual(byDraw(ends([[0, DRAWS]])));
  });

  /** What an order moves with a coupling, against the same order without it. */
  const SIGNS: readonly {
    readonly id: CouplingId;
    readonly levers: readonly string[];
    readonly outcome: string;
    readonly sign: 1 | -1;
    readonly parts: readonly SubsystemId[];
    /** Where an effect is at its largest before the market has healed. */
    readonly week?: number;
  }[] = [
    { id: "guns-lethality", levers: ["gun-source-rules"], outcome: "conflict-deaths", sign: -1, parts: ["cartels"] },
    { id: "guns-arrests", levers: ["gun-source-rules"], outcome: "arrests", sign: 1, parts: ["cartels"] },
    { id: "members-guns", levers: [], outcome: "guns-per-member", sign: 1, parts: ["cartels"] },
    {
      id: "revenue-recruitment",
      levers: ["interception", "return-consequences"],
      outcome: "members",
      sign: -1,
      parts: ["cartels", "migration"],
    },
    {
      id: "scarcity-conflict",
      levers: ["production-disruption", "pressure-transit"],
      outcome: "conflict-deaths",
      sign: 1,
      parts: ["cartels", "fentanyl"],
      week: SOON,
    },
    { id: "ban-killings", levers: ban, outcome: "killed-within", sign: 1, parts: ["cartels", "fentanyl"], week: SOON },
    {
      id: "ban-production",
      levers: ban,
      outcome: "synthetic-opioid-deaths",
      sign: -1,
      parts: ["fentanyl"],
      week: SOON,
    },
    {
      id: "violence-departures",
      levers: ["recruitment-prevention"],
      outcome: "encounters",
      sign: -1,
      parts: ["cartels", "migration"],
    },
    { id: "encounters-salience", levers: ["interception"], outcome: "salience", sign: -1, parts: ["migration"] },
  ];

  it("are each held by their sign", () => {
    expect(SIGNS.map(({ id }) => id).sort()).toEqual(COUPLINGS.map(({ id }) => id).sort());
  });

  it.each(SIGNS)("$id", ({ id, levers, outcome, sign, parts, week = END }) => {
    const change = (without: readonly CouplingId[]) => {
      const run = runOf([{ ...on, without }, ordered(levers, { without })], parts);
      const usual = run(outcome, 0, week);
      // Guns follow members in business as usual already.
      return run(outcome, 1, week).map((value, i) => (levers.length === 0 ? value : value - usual[i]!));
    };
    const [withIt, withoutIt] = [change([]), change([id])];
    withIt.forEach((value, i) => {
      expect(Math.sign(value - withoutIt[i]!)).toBe(sign);
    });
  });
});
