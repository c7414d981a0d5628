import { dateOf, weekOf } from "../../data/calendar.ts";
import type { Lever } from "../../data/lever.ts";
import { VERSION } from "../../version.ts";
import { evidence } from "../study/study-model.ts";
import type { PackageScenario } from "../study/system/plan.ts";
import type { Conditioning, EndChange, Lines, OutcomeRow } from "./document.ts";
import { posteriorOf } from "./posterior.ts";
import { engineFingerprint, type WeighedDraws } from "./posterior-file.ts";
import { outcomeRow } from "./run-scenarios.ts";
import { businessAsUsual, DEFAULT_FROM, DEFAULT_TO } from "./scenario.ts";
import { middleDraw, ScenarioSession } from "./session.ts";
import { SUBSYSTEM_IDS, type SubsystemId, subsystemOf } from "./subsystems.ts";

/** Outcomes that are always in view. */
export const HEADLINES = [
  "synthetic-opioid-deaths",
  "homicides",
  "members",
  "guns-per-member",
  "encounters",
  "people-held",
] as const;
/** Draws that are carried at every change. */
export const SESSION_DRAWS = 250;
/** The first day that is shown, and the weeks between two moments. */
const SINCE = "2017-01-01";
const EVERY = 4;

/** A lever with the part of the system that it moves. */
export interface SessionLever extends Omit<Lever, "at" | "moves"> {
  readonly part: SubsystemId;
}

/** What can be shown before any engine has started: business as usual, and what can be ordered. */
export interface SessionStart {
  readonly version: string;
  readonly fingerprint: string;
  readonly seed: number;
  readonly draws: number;
  readonly from: string;
  readonly to: string;
  /** Moments that are read [week since 2012-01-01], and their dates. */
  readonly weeks: readonly number[];
  readonly dates: readonly string[];
  readonly outcomes: readonly Omit<OutcomeRow, "grades">[];
  /** By id of the outcome. */
  readonly usual: Readonly<Record<string, Lines>>;
  /** What changes by itself between the branch and the end, by id of the outcome. */
  readonly changes: Readonly<Record<string, EndChange>>;
  readonly conditioning: readonly Conditioning[];
  /** The draw that is carried alone while levers move. */
  readonly middle: number;
  readonly levers: readonly SessionLever[];
  readonly packages: readonly PackageScenario[];
}

/** Every four weeks since 2017, with the day on which scenarios branch and the day on which they end. */
function sessionWeeks(): number[] {
  const [begin, branch, end] = [weekOf(SINCE), weekOf(DEFAULT_FROM), weekOf(DEFAULT_TO)];
  const before = Array.from({ length: Math.floor((branch - begin - 0.5) / EVERY) + 1 }, (_, i) => begin + EVERY * i);
  const after = Array.from({ length: Math.floor((end - branch - 0.5) / EVERY) + 1 }, (_, i) => branch + EVERY * i);
  return [...before, ...after, end];
}

/** Levers that move something, with the first part that they move. */
function sessionLevers(): SessionLever[] {
  const dataset = evidence();
  const parts = SUBSYSTEM_IDS.map((id) => subsystemOf(id, dataset));
  return [...dataset.levers.values()].flatMap(({ at, moves, ...lever }) => {
    const part = parts.find(({ levers }) => levers.includes(lever.id));
    return part === undefined ? [] : [{ ...lever, part: part.id }];
  });
}

/** Weighs the draws of a session and carries business as usual. */
export async function sessionStart(
  packages: readonly PackageScenario[],
  { seed, draws = SESSION_DRAWS }: { readonly seed: number; readonly draws?: number },
): Promise<{ readonly start: SessionStart; readonly weighed: WeighedDraws }> {
  const dataset = evidence();
  const weeks = sessionWeeks();
  const posterior = await posteriorOf({ seed, draws, subsystems: SUBSYSTEM_IDS, parameters: {} }, {});
  const session = new ScenarioSession(posterior, { seed, draws, weeks });
  const { document } = await session.run(businessAsUsual());
  const middle = middleDraw(session.lines(businessAsUsual()), HEADLINES);
  const fingerprint = await engineFingerprint();
  const found = HEADLINES.map((id) => document.outcomes.find((outcome) => outcome.id === id)!);
  return {
    weighed: { fingerprint, seed, draws, posterior },
    start: {
      version: VERSION,
      fingerprint,
      seed,
      draws,
      from: DEFAULT_FROM,
      to: DEFAULT_TO,
      weeks,
      dates: weeks.map((week) => dateOf(week)),
      outcomes: found.map(({ id, part }) => outcomeRow(subsystemOf(part, dataset), id)),
      usual: Object.fromEntries(
        found.map(({ id, median, low50, high50, low90, high90 }) => [id, { median, low50, high50, low90, high90 }]),
      ),
      changes: Object.fromEntries(found.map(({ id, atEnd }) => [id, atEnd.start])),
      conditioning: document.conditioning,
      middle,
      levers: sessionLevers(),
      packages,
    },
  };
}
