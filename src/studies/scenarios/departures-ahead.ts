import { ShockedWalks } from "../../analysis/shocked-walks.ts";
import { WEEKS_PER_YEAR } from "../../data/calendar.ts";
import type { Dataset } from "../../data/dataset.ts";
import { FronteraError } from "../../errors.ts";
import { exp } from "../../math/elementary/index.ts";
import {
  HOLD_DATES,
  HOLD_TABLE,
  OUTLOOK_STREAMS,
  WALK_DATES,
  WEEKS_PER_HOLD_KNOT,
  walkTable,
} from "../../system/outlook.ts";
import type { Latent, ParametersGiven } from "./weighing.ts";

/** Departures after 2023 in every draw: nothing that was counted until then tells of them. */
export function departuresAhead(dataset: Dataset): Latent {
  return {
    tables: [
      ...OUTLOOK_STREAMS.map((stream) => ({ id: `outlook.${walkTable(stream)}`, knots: WALK_DATES.length })),
      { id: `outlook.${HOLD_TABLE}`, knots: HOLD_DATES.length },
    ],
    uncoupled: true,
    observe: () => new Float64Array(0),
    paths: (given) => {
      const walks = walksOf((name) => numberOf(dataset, given, `outlook.${name}`));
      return { draw: (_, key, draw) => walks.draw(key, draw) };
    },
  };
}

function walksOf(value: (name: string) => number): ShockedWalks {
  const tails = value("stepTails");
  if (!(tails > 2 && tails % 2 === 0))
    throw new FronteraError({
      code: "bad-value",
      message: "the tails of the steps of departures are not an even number above 2",
      path: "outlook.stepTails",
      received: String(tails),
    });
  const shocks = (name: string, sign: 1 | -1) => {
    const bounds = [sign * value(`${name}Least`), sign * value(`${name}Most`)];
    return {
      rate: (value(`${name}Rate`) * WEEKS_PER_HOLD_KNOT) / WEEKS_PER_YEAR,
      low: Math.min(...bounds),
      high: Math.max(...bounds),
      left: exp(-WEEKS_PER_HOLD_KNOT / value(`${name}Time`)),
    };
  };
  return new ShockedWalks({
    steps: OUTLOOK_STREAMS.map((stream) => value("stepWidening") * value(`step${stream}`)),
    knots: WALK_DATES.length,
    kept: value("stepsKept"),
    tails,
    shocks: [shocks("dip", 1), shocks("rush", -1)],
    shockKnots: HOLD_DATES.length,
  });
}

function numberOf(dataset: Dataset, given: ParametersGiven, id: string): number {
  const own = given[id] ?? dataset.parameter(id).value;
  if (typeof own === "number") return own;
  throw new FronteraError({
    code: "bad-value",
    message: "this parameter shapes how departures go on in every draw and takes a number, no prior",
    path: id,
    expected: "a number",
    received: own,
  });
}
