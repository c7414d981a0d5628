import { NEEDED_DRAWS } from "../../analysis/conditioning.ts";
import { EVIDENCE_FILES } from "../../data/bundle.ts";
import { dateOf } from "../../data/calendar.ts";
import { fingerprintOf } from "../../data/fingerprint.ts";
import { type PoolOptions, runJob } from "../../ensemble/pool.ts";
import { Tally, type TallyData } from "../../ensemble/tally.ts";
import { study as english } from "../../language/en/study.ts";
import { VERSION } from "../../version.ts";
import { SUBSYSTEM_IDS, subsystemOf } from "../scenarios/subsystems.ts";
import { RATIOS, StudyAccumulator } from "./accumulator.ts";
import { columnAt, DRAWN, OUTCOMES, plainName } from "./columns.ts";
import type { Band, Contrast, Estimate, Fit, Interval, Sensitivity, StudyDocument } from "./document.ts";
import { gradesBehind } from "./grades.ts";
import { observedYears } from "./observation.ts";
import { rivalFigures } from "./rivals.ts";
import { NOTHING_HELD, SENSITIVITIES, type SensitivitySpec, sensitivityDraws } from "./sensitivities.ts";
import { softwareChecks } from "./software-checks.ts";
import {
  BAND_PRECISION,
  BAND_SMALLEST,
  bandCells,
  chunksOf,
  type StudyPart,
  type StudySpec,
  studyJob,
} from "./study-job.ts";
import { centralGroups, coreModel, evidence, priorsOf, publishedNetwork } from "./study-model.ts";
import type { PackageScenario } from "./system/plan.ts";
import { runSystem } from "./system/run-system.ts";
import { systemChecks } from "./system/system-checks.ts";
import { HORIZON, REPORTED, SCENARIOS, studyLegs } from "./timeline.ts";

/** The whole system beside the core: how many draws see it, and the packages that are weighed. */
export interface SystemScope {
  readonly draws: number;
  readonly packages: readonly PackageScenario[];
}

export interface StudyOptions extends PoolOptions {
  readonly draws: number;
  readonly seed: number;
  /** Left out, the study answers on the cartels alone. */
  readonly system?: SystemScope;
  /** Gets the draws of the main ensemble, chunk by chunk in order. */
  readonly onDraws?: (part: StudyPart) => void | Promise<void>;
  /** Draws done and draws in all, over every ensemble of the core. */
  readonly onProgress?: (done: number, total: number) => void;
  /** The same for the whole system, which follows. */
  readonly onSystem?: (done: number, total: number) => void;
  /** Called with the first figures, members at the end of 2022, before the sensitivities are run. */
  readonly onFirst?: (members: Interval) => void;
}

/**
 * The main job: how many people the cartels of Mexico employ, what the series say of it, and five years on under four
 * scenarios. The same seed gives the same document for any number of workers.
 */
export async function runStudy(options: StudyOptions): Promise<StudyDocument> {
  const { draws, seed } = options;
  const dataset = evidence();
  const network = publishedNetwork();
  const spec = studySpec(options);
  const total = spec.ensembles.reduce((sum, ensemble) => sum + ensemble.draws, 0);
  const [sums, ...others] = spec.ensembles.map((_, i) => new StudyAccumulator(i === 0)) as [
    StudyAccumulator,
    ...StudyAccumulator[],
  ];
  let done = 0;
  const tallies = await runJob(
    studyJob,
    spec,
    chunksOf(spec),
    async (part) => {
      (part.ensemble === 0 ? sums : others[part.ensemble - 1]!).add(part);
      if (part.ensemble === 0) await options.onDraws?.(part);
      done += part.count;
      options.onProgress?.(done, total);
      if (part.ensemble === 0 && sums.draws === draws) options.onFirst?.(sums.posterior("members_2022_12_31"));
    },
    options,
  );
  const sensitivity = [
    sensitivityRow(NOTHING_HELD, sums),
    ...SENSITIVITIES.map((spec, i) => sensitivityRow(spec, others[i]!)),
  ];

  const { system } = options;
  const whole =
    system === undefined || sums.effectiveSampleSize === 0
      ? undefined
      : await runSystem({
          ...system,
          seed,
          ...poolOf(options),
          ...(options.onSystem === undefined ? {} : { onProgress: options.onSystem }),
        });

  const ok = sums.byStatus.ok ?? 0;
  const grades = gradesBehind(sums, (id) => dataset.parameter(id).grade);
  const { ok: _, ...failures } = sums.byStatus;
  const size = sums.effectiveSampleSize;
  return {
    command: "study",
    version: VERSION,
    fingerprint: await studyFingerprint(options),
    seed,
    draws,
    asOf: "2023-12-31",
    failed: {
      share: (draws - ok) / draws,
      byStatus: failures,
      ...(sums.example === undefined ? {} : { example: sums.example }),
    },
    conditioning: {
      effectiveSampleSize: size,
      needed: NEEDED_DRAWS,
      gate: size >= NEEDED_DRAWS ? "green" : "red",
      series: [english.series],
      fit: fitRows(sums),
    },
    estimates: OUTCOMES.flatMap(({ id, name, unit }) =>
      REPORTED.map((at): Estimate => {
        const column = `${plainName(id)}_${plainName(at)}`;
        return {
          id,
          name,
          at,
          unit,
          grades: grades(columnAt(column)),
          ...sums.posterior(column),
          prior: sums.prior(column),
        };
      }),
    ),
    rivals: rivalFigures(dataset),
    scenarios: SCENARIOS.map(({ id, name, about }) => ({ id, name, about })),
    bands: bandsOf(tallies),
    contrasts: RATIOS.map(
      ({ scenario, outcome, against, above, below }, r): Contrast => ({
        scenario,
        outcome,
        at: HORIZON,
        unit: "1",
        against,
        grades: grades(above, below),
        ...sums.contrast(r),
      }),
    ),
    sensitivity,
    assumptions: DRAWN.map((id, p) => {
      const { name, nameEs, unit, value, prior, grade, source } = dataset.parameter(id);
      const sd = sums.sd(p);
      return {
        id,
        name,
        nameEs,
        unit,
        value,
        prior: prior ?? "",
        grade,
        source,
        priorMedian: sums.prior(id).median,
        priorSd: sd.prior,
        posteriorMedian: sums.posterior(id).median,
        posteriorSd: sd.posterior,
        sdRatio: sd.prior > 0 ? sd.posterior / sd.prior : 1,
      };
    }),
    network: {
      groups: centralGroups(dataset, network),
      ties: (["rivalry", "alliance"] as const).flatMap((kind) =>
        (kind === "rivalry" ? network.rivalries : network.alliances).map(({ a, b, weight }) => ({
          a: network.groups[a]!.id,
          b: network.groups[b]!.id,
          kind,
          weight,
        })),
      ),
    },
    sources: dataset.sourceRows(),
    checks: [
      {
        id: "conservation-members",
        about: english["check conservation-members"],
        value: sums.residual,
        tolerance: 1e-9,
        pass: sums.residual <= 1e-9,
        of: sums.balanced,
        unit: "person",
      },
      {
        id: "members-not-negative",
        about: english["check members-not-negative"],
        value: Math.max(0, -sums.lowest),
        tolerance: 0,
        pass: sums.lowest >= 0,
        of: sums.balanced,
        unit: "person",
      },
      ...softwareChecks(dataset, network),
      ...(whole === undefined ? [] : systemChecks(whole.checks)),
    ],
    ...(whole === undefined ? {} : { system: whole.part }),
  };

  function fitRows(of: StudyAccumulator): Fit[] {
    return observedYears(dataset).map(({ year, value }) => {
      const { median, interval90 } = of.posterior(`conflict_deaths_in_${year}`);
      return { year, unit: "person/year", observed: value, median, interval90 };
    });
  }
}

function poolOf({ workers, spawner, signal }: StudyOptions): PoolOptions {
  return {
    ...(workers === undefined ? {} : { workers }),
    ...(spawner === undefined ? {} : { spawner }),
    ...(signal === undefined ? {} : { signal }),
  };
}

/** The ensembles of a study: the main one, then one a sensitivity. */
export function studySpec({ draws, seed }: { readonly draws: number; readonly seed: number }): StudySpec {
  const priors = priorsOf(evidence());
  return {
    seed,
    ensembles: [
      { draws, priors },
      ...SENSITIVITIES.map((own) => ({
        draws: sensitivityDraws(draws, own),
        priors: { ...priors, ...own.replaced },
      })),
    ],
    bands: true,
  };
}

/** What a run rests on, in one number: version, evidence, model, priors, scenarios, seed and draws. */
export function studyFingerprint({
  draws,
  seed,
  system,
}: Pick<StudyOptions, "draws" | "seed" | "system">): Promise<string> {
  const dataset = evidence();
  const declaration = coreModel(dataset, publishedNetwork());
  const parts = system === undefined ? [] : [system, SUBSYSTEM_IDS.map((id) => subsystemOf(id, dataset).model)];
  return fingerprintOf([VERSION, EVIDENCE_FILES, declaration, SCENARIOS, SENSITIVITIES, draws, seed, ...parts]);
}

function sensitivityRow(
  { id, assumption, setting }: Pick<SensitivitySpec, "id" | "assumption" | "setting">,
  sums: StudyAccumulator,
): Sensitivity {
  const contrast = (against: "businessAsUsual" | "start") => {
    const at = RATIOS.findIndex(
      (ratio) =>
        ratio.scenario === "incapacitation-doubled" && ratio.outcome === "conflict-deaths" && ratio.against === against,
    );
    const { shareAbove: _, ...interval } = sums.contrast(at);
    return interval;
  };
  return {
    id,
    assumption,
    setting,
    effectiveSampleSize: sums.effectiveSampleSize,
    members: sums.posterior("members_2022_12_31"),
    deaths: sums.posterior("conflict_deaths_2022_12_31"),
    incapacitationAgainstBusinessAsUsual: contrast("businessAsUsual"),
    incapacitationAgainstStart: contrast("start"),
  };
}

function bandsOf(tallies: readonly TallyData[]): Band[] {
  const cells = bandCells();
  const tally = new Tally(cells.length, BAND_PRECISION, BAND_SMALLEST);
  for (const data of tallies) tally.merge(data);
  const legs = studyLegs();
  const names = ["history", ...SCENARIOS.map(({ id }) => id)];
  return legs.flatMap((leg, l) =>
    OUTCOMES.map(({ id, name, unit }, outcome): Band => {
      const own = cells.flatMap((cell, i) => (cell.leg === l && cell.outcome === outcome ? [i] : []));
      const line = (p: number) => own.map((i) => tally.quantile(i, p));
      return {
        id,
        name,
        unit,
        scenario: names[l]!,
        dates: own.map((i) => dateOf(leg.save[cells[i]!.save]!)),
        median: line(0.5),
        low50: line(0.25),
        high50: line(0.75),
        low90: line(0.05),
        high90: line(0.95),
      };
    }),
  );
}
