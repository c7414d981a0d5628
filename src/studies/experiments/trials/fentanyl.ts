import { weekOf } from "../../../data/calendar.ts";
import type { Dataset } from "../../../data/dataset.ts";
import { log } from "../../../math/elementary/index.ts";
import type { ParameterDeclaration } from "../../../model/declare.ts";
import { deterrence } from "../../../system/deterrence.ts";
import { fentanyl, SHOCK_KINDS } from "../../../system/fentanyl/index.ts";
import { moduleParameters } from "../../../system/module-parameters.ts";
import { type Subsystem, subsystemOf } from "../../scenarios/subsystems.ts";
import { overdoseWeighing } from "../../scenarios/weighing.ts";
import { evidence } from "../../study/study-model.ts";
import { change, jump, MONTH, type Reading, type Run, weekly } from "../run.ts";

const DEATHS = "synthetic-opioid-deaths-so-far";
const PACE = "synthetic-opioid-deaths";
const PRICE = "overdose-price";
const USUAL = "none";
const SHOCK = "shock";
const BAN = "ban";
/** Two years, with the last month whole [week]. */
const HORIZON = 108;

/** The fentanyl chain with its levers bare, some of its parameters held. */
function chain(
  known: Dataset,
  held: Readonly<Record<string, number>>,
  outcomes: readonly string[],
  weighed = true,
): Subsystem {
  const own = (module: string) =>
    Object.fromEntries(
      Object.entries(moduleParameters(known, module)).map(([name, declared]): [string, ParameterDeclaration] => {
        const value = held[`${module}.${name}`];
        if (value === undefined) return [name, declared];
        const { prior: _, ...rest } = declared;
        return [name, { ...rest, value }];
      }),
    );
  return {
    id: "fentanyl",
    model: {
      name: "fentanyl and deterrence",
      modules: [fentanyl({ parameters: own("fentanyl") }), deterrence({ parameters: own("deterrence") })],
    },
    levers: [],
    coupled: undefined,
    tells: [],
    hears: [],
    outcomes,
    steps: subsystemOf("fentanyl", evidence()).steps,
    weighing: weighed ? overdoseWeighing(known) : undefined,
  };
}

/** Parameters of a shock of a kind and of the size that the evidence gives an experiment. */
function shock(known: Dataset, kind: keyof typeof SHOCK_KINDS, size: string): Record<string, number> {
  return { ...SHOCK_KINDS[kind], "fentanyl.precursorEffect": known.parameter(`experiments.${size}`).value };
}

const pressed = (week: number) => jump("fentanyl.precursorPressure", week, 1, 0);

/** Pace of deaths against no shock, week by week after it. */
const paces = (reading: Reading, arm: string, from: number) =>
  weekly(from, HORIZON - 4).map((week) => reading.at(arm, PACE, week) / reading.at(USUAL, PACE, week) - 1);
const pace = (reading: Reading, arm: string, week: number) =>
  reading.at(arm, PACE, week) / reading.at(USUAL, PACE, week) - 1;

/** Weeks after the shock until the pace is back half way from its lowest; the whole time where it is not. */
function halfLife(changes: readonly number[]): number {
  const lowest = Math.min(...changes);
  const at = changes.indexOf(lowest);
  for (let i = at + 1; i < changes.length; i++)
    if (changes[i]! >= lowest / 2) {
      const before = changes[i - 1]!;
      return i - 1 + (lowest / 2 - before) / (changes[i]! - before);
    }
  return changes.length - 1;
}

const months = (from: number, ...counts: readonly number[]) => counts.map((count) => from + count * MONTH);

/** T1 and T9: the market of mid-2023 under a transient shock, and the ban of October 2023. */
function marketOf2023(): Run {
  const start = weekOf("2023-07-01");
  const ban = weekOf("2023-10-01");
  return {
    id: "fentanyl-2022-transient",
    frozen: "2022-12-31",
    part: (known) => chain(known, shock(known, "transient", "precursorLoss1995"), [DEATHS, PACE, PRICE]),
    branch: start,
    end: ban + HORIZON,
    arms: { [USUAL]: {}, [SHOCK]: pressed(start), [BAN]: jump("deterrence.targeting", ban, 1, 0) },
    moments: [...weekly(start, HORIZON), ...weekly(ban, HORIZON), ...months(start, 24), ...months(ban, 12)],
    reads: [
      {
        check: "T1 price",
        read: (r) => Math.max(...weekly(start, 104).map((week) => r.at(SHOCK, PRICE, week) / r.at(USUAL, PRICE, week))),
      },
      { check: "T1 harm", read: (r) => Math.min(...paces(r, SHOCK, start)) },
      { check: "T1 half-life", read: (r) => halfLife(paces(r, SHOCK, start)) },
      { check: "T1 permanent", read: (r) => pace(r, SHOCK, start + 24 * MONTH) },
      { check: "T9 deaths", read: (r) => change(r, BAN, USUAL, DEATHS, ban, ban + 12 * MONTH) },
      { check: "T9 large", read: (r) => Math.min(...paces(r, BAN, ban)) },
    ],
  };
}

/** T2: class control in China, May 2019. */
function classControl(): Run {
  const start = weekOf("2019-05-01");
  const between = (from: number, to: number) => (r: Reading) =>
    change(r, SHOCK, USUAL, DEATHS, start + from, start + to);
  return {
    id: "fentanyl-2018-transient",
    frozen: "2018-12-31",
    part: (known) => chain(known, shock(known, "transient", "precursorLoss2019"), [DEATHS]),
    branch: start,
    end: start + HORIZON,
    arms: { [USUAL]: {}, [SHOCK]: pressed(start) },
    moments: [start, start + 4, start + 17, ...months(start, 5, 9, 12, 18, 24)],
    reads: [
      { check: "T2 deaths", read: between(4, 17) },
      { check: "T2 five-months", read: between(0, 5 * MONTH) },
      { check: "T2 back", read: between(9 * MONTH, 12 * MONTH) },
      { check: "T2 lasting", read: between(18 * MONTH, 24 * MONTH) },
    ],
  };
}

/** T3: the drought of 2023. */
function drought(): Run {
  const start = weekOf("2023-07-01");
  const later = weekly(start, HORIZON).filter((week) => week >= start + 12 * MONTH && week <= start + 18 * MONTH);
  return {
    id: "fentanyl-2022-persistent",
    frozen: "2022-12-31",
    part: (known) => chain(known, shock(known, "persistent", "precursorLoss2023"), [DEATHS, PACE, PRICE]),
    branch: start,
    end: start + HORIZON,
    arms: { [USUAL]: {}, [SHOCK]: pressed(start) },
    moments: [...weekly(start, HORIZON), ...months(start, 12, 18)],
    reads: [
      {
        check: "T3 purity",
        read: (r) =>
          later.reduce((sum, week) => sum + r.at(USUAL, PRICE, week) / r.at(SHOCK, PRICE, week), 0) / later.length - 1,
      },
      { check: "T3 deaths", read: (r) => change(r, SHOCK, USUAL, DEATHS, start + 12 * MONTH, start + 18 * MONTH) },
      { check: "T3 recovery", read: (r) => pace(r, SHOCK, start + 12 * MONTH) },
    ],
  };
}

/** T13: nearly all fentanyl seized at the border, for thirty years; draws of the priors. */
function nearlyAllSeized(): Run {
  const end = weekOf("2042-01-01");
  const moments = Array.from({ length: 121 }, (_, i) => (i * end) / 120);
  return {
    id: "fentanyl-seized",
    frozen: "2023-12-31",
    part: (known) => chain(known, { "fentanyl.interdictionAfter": 0.95 }, [DEATHS, PRICE], false),
    branch: 0,
    end,
    arms: { [USUAL]: {} },
    moments,
    reads: [
      {
        check: "T13 seized",
        read: (r) =>
          moments
            .map((week) => log(r.at(USUAL, PRICE, week)))
            .reduce((furthest, one) => (Math.abs(one) > Math.abs(furthest) ? one : furthest)),
      },
      { check: "T13 blow-up", read: (r) => r.faults() },
    ],
  };
}

export const FENTANYL_RUNS = [marketOf2023, classControl, drought, nearlyAllSeized];
