import { WEEKS_PER_YEAR, weekOf } from "../../../data/calendar.ts";
import type { Dataset } from "../../../data/dataset.ts";
import { exp, log } from "../../../math/elementary/index.ts";
import { defineModule, type ModuleDeclaration } from "../../../model/declare.ts";
import { cartelNetwork, cartels } from "../../../system/cartels.ts";
import { coreParameters } from "../../../system/core-parameters.ts";
import { FIREARM_MULTIPLIERS, firearms } from "../../../system/firearms.ts";
import { moduleParameters } from "../../../system/module-parameters.ts";
import { driven } from "../../../system/policy.ts";
import { type Subsystem, subsystemOf } from "../../scenarios/subsystems.ts";
import { cartelWeighing } from "../../scenarios/weighing.ts";
import { evidence, publishedNetwork } from "../../study/study-model.ts";
import { jump, type Reading, type Run, weekly } from "../run.ts";

const KILLED = "killed-so-far";
const DEATHS = "conflict-deaths";
const USUAL = "usual";
/** Share of homicides that moves with conflict deaths. */
const PASS_THROUGH = "homicides.passThrough";
/** Where the published study ends [week]. */
const STUDY_END = 520;

interface CoreOptions {
  readonly outcomes: readonly string[];
  readonly further?: readonly string[];
  readonly weighed?: boolean;
  /** What an experiment changes in a module. */
  readonly change?: Readonly<Partial<Record<"core" | "firearms", (module: ModuleDeclaration) => ModuleDeclaration>>>;
}

/** The cartel core and its firearms with their levers bare. */
function core(known: Dataset, { outcomes, further = [], weighed = false, change = {} }: CoreOptions): Subsystem {
  const groups = cartels({
    network: cartelNetwork(publishedNetwork()),
    parameters: coreParameters(known),
    multipliers: FIREARM_MULTIPLIERS,
  });
  const weapons = firearms({ parameters: moduleParameters(known, "firearms") });
  return {
    id: "cartels",
    model: {
      name: "cartels and firearms",
      modules: [
        change.core?.(groups) ?? groups,
        change.firearms?.(weapons) ?? weapons,
        ...(further.length === 0 ? [] : [strengths(known, further)]),
      ],
    },
    levers: [],
    coupled: undefined,
    tells: [],
    hears: [],
    outcomes,
    steps: subsystemOf("cartels", evidence()).steps,
    weighing: weighed ? cartelWeighing(known) : undefined,
  };
}

/** Strengths of shocks, for equations and for what is read of a draw, by id. */
function strengths(dataset: Dataset, ids: readonly string[]): ModuleDeclaration {
  return defineModule({
    name: "experiments",
    about: "strengths of shocks in experiments",
    source: ["frontera_assumption"],
    parameters: Object.fromEntries(
      ids.map((id) => {
        const [module, name] = id.split(".") as [string, string];
        return [name, { ...moduleParameters(dataset, module)[name]!, id }];
      }),
    ),
  });
}

const coupled = (week: number) => jump("firearms.coupled", week, 1, 0);

/** T7: the inflow of firearms after 2004, from the first week of the core on. */
function weaponsBan(): Run {
  const effect = (r: Reading, week: number) => r.at("shock", DEATHS, week) / r.at(USUAL, DEATHS, week) - 1;
  const homicides = (r: Reading) => r.parameter(PASS_THROUGH) * effect(r, 208);
  return {
    id: "core-2004",
    frozen: "2011-12-31",
    part: (known) =>
      core(known, {
        outcomes: [DEATHS],
        further: ["experiments.usInflow2004", PASS_THROUGH],
        change: { firearms: withUsInflow },
      }),
    branch: 0,
    end: 208,
    arms: { [USUAL]: coupled(0), shock: { ...coupled(0), ...jump("firearms.usInflowRaised", 0, 1, 0) } },
    moments: [4, 52, 208],
    reads: [
      { check: "T7 sign", read: (r) => effect(r, 208) },
      { check: "T7 slow", read: (r) => effect(r, 52) / effect(r, 208) },
      { check: "T7 low-end", read: homicides, stands: "low90" },
      { check: "T7 earlier-band", read: homicides },
      { check: "T7 high-end", read: homicides, stands: "high90" },
      { check: "T7 jump", read: (r) => effect(r, 4) },
    ],
  };
}

/** Firearms whose inflow from the United States can be raised. */
function withUsInflow(module: ModuleDeclaration): ModuleDeclaration {
  const raised = { about: "1 where the inflow from the United States is raised", unit: "1", start: 0, low: 0, high: 1 };
  return driven(
    { ...module, levers: { ...module.levers, usInflowRaised: raised } },
    { inflowFactor: "1 + usShare * (experiments.usInflow2004 - 1) * usInflowRaised" },
  );
}

/** Groups whose leaders are removed: the largest ones, as many as removals were counted; and, beside, fewer and all. */
const REMOVED = 25;
const FEWER = 10;
const HIT = "killed-in-groups-hit-so-far";

/** T8: the leader of each of the largest groups is removed in the first week. */
function leadersRemoved(): Run {
  const network = publishedNetwork();
  const all = network.groups.length;
  const extra = (arm: string, removed: number) => (r: Reading) =>
    (r.gained(arm, KILLED, 0, 52) - r.gained(USUAL, KILLED, 0, 52)) / removed;
  const arm = (removed: number) => jump("cartels.leadersRemoved", 0, removed, 0);
  return {
    id: "core-leaders",
    frozen: "2011-12-31",
    part: (known) =>
      core(known, {
        outcomes: [KILLED, HIT],
        further: ["experiments.leaderLethality", "experiments.leaderTime"],
        change: { core: withRemovals },
      }),
    branch: 0,
    end: 52,
    arms: { [USUAL]: {}, removed: arm(REMOVED), fewer: arm(FEWER), all: arm(all) },
    moments: [0, 26, 52],
    reads: [
      { check: "T8 deaths", read: extra("removed", REMOVED) },
      { check: "T8 local", read: (r) => r.gained("removed", HIT, 0, 26) / r.gained(USUAL, HIT, 0, 26) - 1 },
      { check: "T8 fewer", read: extra("removed", REMOVED) },
      { check: "T8 ten-largest", read: extra("fewer", FEWER) },
      { check: "T8 all-groups", read: extra("all", all) },
    ],
  };
}

/** The core with a pulse of lethality in as many of the largest groups as are ordered: κ·e^(−t/τ) from the first week on. */
function withRemovals(module: ModuleDeclaration): ModuleDeclaration {
  const killed = module.flows!.killed!;
  const share = module.inputs!.initialShare!.values;
  const bySize = Array.from(share, (size, i) => ({ size, i })).sort((a, b) => b.size - a.size || a.i - b.i);
  const rank = new Array<number>(share.length);
  bySize.forEach(({ i }, place) => {
    rank[i] = place + 1;
  });
  return defineModule({
    ...module,
    inputs: {
      ...module.inputs,
      rankBySize: {
        about: "rank of a group by its size at the start",
        over: "group",
        unit: "1",
        values: rank,
        source: ["prieto_2023"],
      },
    },
    levers: {
      ...module.levers,
      leadersRemoved: { about: "groups whose leader is removed, the largest", unit: "1", start: 0, low: 0, high: 1000 },
    },
    stocks: {
      ...module.stocks,
      killedInGroupsHitSoFar: {
        about: `members of the ${REMOVED} largest groups that were killed by other groups since the start`,
        unit: "person",
        initial: "0 [person]",
        inflows: ["killedInGroupsHit"],
      },
    },
    flows: {
      ...module.flows,
      killed: {
        ...killed,
        equation: `(${killed.equation}) * (1 + if(rankBySize <= leadersRemoved, experiments.leaderLethality, 0) * exp(-time / experiments.leaderTime))`,
      },
      killedInGroupsHit: {
        about: `members of the ${REMOVED} largest groups killed by other groups`,
        unit: "person/week",
        equation: `total(if(rankBySize <= ${REMOVED}, 1, 0) * killed)`,
      },
    },
    outcomes: [
      ...(module.outcomes ?? []),
      {
        id: HIT,
        about: `members of the ${REMOVED} largest groups that were killed since the start`,
        unit: "person",
        equation: "killedInGroupsHitSoFar",
        afterEvent: "hold",
      },
    ],
  });
}

/** O1: homicides of 2022 and 2023. */
function homicides(dataset: Dataset): Run {
  const counted = (year: number) => dataset.yearly("mx_homicides_inegi", year)!;
  const days = [2021, 2022, 2023, 2024].map((year) => weekOf(`${year}-01-01`));
  const change = (r: Reading) =>
    r.parameter(PASS_THROUGH) *
    (r.gained(USUAL, KILLED, days[2]!, days[3]!) / r.gained(USUAL, KILLED, days[0]!, days[1]!) - 1);
  const seen = counted(2023) / counted(2021);
  return {
    id: "core-2021",
    frozen: "2021-12-31",
    part: (known) => core(known, { outcomes: [KILLED], further: [PASS_THROUGH], weighed: true }),
    branch: weekOf("2021-12-31"),
    end: days[3]!,
    arms: { [USUAL]: {} },
    moments: days,
    reads: [
      { check: "O1 change", read: change },
      {
        check: "O1 worse-than-no-change",
        read: (r) => Math.abs(log((1 + change(r)) / seen)) / Math.abs(log(seen)),
      },
    ],
  };
}

/** O10 and O11: firearms and arrests since 2012, with firearms coupled from the first week on. */
function since2012(): Run {
  const years = [2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022];
  const middle = (year: number) => (year - 2012 + 0.5) * WEEKS_PER_YEAR;
  const mean = (r: Reading, of: readonly number[]) =>
    of.reduce((sum, year) => sum + r.at("coupled", "guns", middle(year)), 0) / of.length;
  const edge = (year: number) => weekOf(`${year}-01-01`);
  const arrests = (r: Reading, year: number) => r.gained("coupled", "arrested-so-far", edge(year), edge(year + 1));
  return {
    id: "core-2012",
    frozen: "2011-12-31",
    part: (known) => core(known, { outcomes: ["guns", "arrested-so-far"] }),
    branch: 0,
    end: weekOf("2023-01-01"),
    arms: { coupled: coupled(0) },
    moments: [...years.map(middle), ...[2012, 2013, 2021, 2022].map(edge)],
    reads: [
      {
        check: "O10 recovered",
        read: (r) => mean(r, [2017, 2018, 2019, 2020, 2021, 2022]) / mean(r, [2013, 2015, 2016]),
      },
      { check: "O11 arrests", read: (r) => arrests(r, 2021) / arrests(r, 2012) - 1 },
    ],
  };
}

/** T13: nobody is recruited, no firearm arrives, all are taken; from where the study ends. */
function extremes(): Run {
  const [five, far] = [STUDY_END + 260, STUDY_END + 5200];
  const taken = { "firearms.recoveryFactor": { t: [STUDY_END, STUDY_END], value: [1, 10] } };
  const closed = { ...coupled(STUDY_END), ...jump("firearms.inflowFactor", STUDY_END, 0, 1) };
  return {
    id: "core-extremes",
    frozen: "2023-12-31",
    part: (known) => core(known, { outcomes: ["members", "guns", "lethality"] }),
    branch: STUDY_END,
    end: far,
    arms: {
      [USUAL]: {},
      "no recruits": jump("cartels.recruitmentFactor", STUDY_END, 0, 1),
      "no firearms": closed,
      "none left": { ...closed, ...taken },
    },
    moments: [...weekly(STUDY_END, 0), five, far],
    reads: [
      {
        check: "T13 no-recruitment",
        read: (r) => r.at("no recruits", "members", five) / r.at(USUAL, "members", STUDY_END) - 1,
      },
      {
        check: "T13 no-firearms",
        read: (r) =>
          r.at("no firearms", "guns", five) / exp((-r.parameter("firearms.lossRate") * 260) / WEEKS_PER_YEAR) - 1,
      },
      {
        check: "T13 floor",
        read: (r) => r.at("none left", "lethality", far) - (1 - r.parameter("firearms.firearmShare")),
      },
      { check: "T13 blow-up", read: (r) => r.faults() },
    ],
  };
}

export const CARTEL_RUNS = [weaponsBan, leadersRemoved, homicides, since2012, extremes];
