import { addDays } from "../data/calendar.ts";
import { defineModule, type ModuleDeclaration, type ParameterDeclaration } from "../model/declare.ts";

/** Sources of departures, each with a path of its own. */
export const OUTLOOK_STREAMS = ["Mexico", "Central", "ByDarien", "Bypass", "Others"] as const;
export type OutlookStream = (typeof OUTLOOK_STREAMS)[number];

/** From here on departures are not fitted. */
const KNOWN_UNTIL = "2024-01-01";
/** Days between two knots of departures, and of holds, which set in and fade faster. */
const [STEP_DAYS, HOLD_DAYS] = [91, 28] as const;
/** Days until the last year that a scenario can reach has ended. */
const DAYS = 9862;

const every = (days: number) =>
  Array.from({ length: 1 + Math.ceil(DAYS / days) }, (_, k) => addDays(KNOWN_UNTIL, k * days));

/** Moments of the knots of departures and of holds. */
export const WALK_DATES = every(STEP_DAYS);
export const HOLD_DATES = every(HOLD_DAYS);
export const WEEKS_PER_HOLD_KNOT = HOLD_DAYS / 7;

/** Tables that a draw fills. */
export const walkTable = (stream: OutlookStream) => `logWalk${stream}`;
export const HOLD_TABLE = "holds";

/** Quantity that holds people back or draws them on, for the levers of the corridor. */
export const OUTLOOK_HOLD = "outlook.held";

/**
 * How departures go on after 2023, which nobody knows: a level that they return to, a random walk around it, and policies nobody
 * has announced. Walk and policies are knots that every draw brings (0 in the central run), the same in all scenarios, so that
 * contrasts stay paired; until January 2024 they are 0 and change no history.
 *
 *     multiple = (1 + (level − 1)·ramp) · e^w,      w = min(d, c·tanh(d/c)),  c = ln(most)
 *     d a quarter later = φ·d + s·σ·ε               ε of Student's t with unit variance
 *     holds h: dips and rushes at random times, each fading exponentially; they act like the dated shocks of history
 *
 * No bound from below: departures by the Darién have been a seven-hundredth of those of 2023. The form is that of the authors' test of
 * forecasts a year ahead over four origins (return of 0.92 a quarter, t with 4 degrees, steps 1.5 times those of the fit, 0.6 dips and 0.6
 * rushes a year): its nine tenths held 60 % of months there, so that these bands are still too narrow rather than too wide.
 * Left out: that holds hit groups differently, that paths of groups go together, and a start from the last month instead of the mean.
 */
export function outlook(parameters: Readonly<Record<string, ParameterDeclaration>>): ModuleDeclaration {
  const source = ["frontera_assumption"];
  const table = (about: string, at: readonly string[]) => ({
    about,
    unit: "1",
    at,
    values: at.map(() => 0),
    perDraw: true,
    source,
  });
  return defineModule({
    name: "outlook",
    about: "departures after 2023 as multiples of their mean of 2023, which nobody knows",
    source,
    parameters,
    tables: {
      ...Object.fromEntries(
        OUTLOOK_STREAMS.map((stream) => [
          walkTable(stream),
          table(`log of departures after 2023 relative to the level that they return to: ${stream} (d)`, WALK_DATES),
        ]),
      ),
      [HOLD_TABLE]: table("share held back by policies that nobody has announced; negative in a rush (h)", HOLD_DATES),
    },
    auxiliaries: {
      ...Object.fromEntries(
        OUTLOOK_STREAMS.flatMap((stream) => {
          const walk = `lookup(${walkTable(stream)}, time)`;
          return [
            [
              `walk${stream}`,
              {
                about: `log of departures after 2023 relative to the level that they return to, bounded from above: ${stream} (w)`,
                unit: "1",
                equation: `min(${walk}, log(mostDepartures) * tanh(${walk} / log(mostDepartures)))`,
              },
            ],
            [
              `of${stream}`,
              {
                about: `multiple of departures: ${parameters[`departures${stream}`]?.about ?? stream}`,
                unit: "1",
                equation: `(1 + (departures${stream} - 1) * ramp(2024-02-15, 4 [week])) * exp(walk${stream})`,
              },
            ],
          ];
        }),
      ),
      held: {
        about: "share held back by policies that nobody has announced; negative in a rush (h)",
        unit: "1",
        equation: `lookup(${HOLD_TABLE}, time)`,
      },
    },
  });
}
