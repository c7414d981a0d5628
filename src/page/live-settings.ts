/** What the sliders of the page are told: the model, the stretch of time, the ranges and the words of both languages. */
import { weekOf } from "../data/calendar.ts";
import type { Leg } from "../ensemble/leg.ts";
import { runOnce } from "../ensemble/run.ts";
import type { Language } from "../language/language.ts";
import type { ModelDeclaration } from "../model/declare.ts";
import { defineModel } from "../model/model.ts";
import { linearAxis } from "../report/drawing/scale.ts";
import { decimalYear } from "../report/format.ts";
import { DEATHS, MEMBERS } from "../report/lookup.ts";
import { coreModel, evidence, publishedNetwork } from "../studies/study/study-model.ts";
import { ANCHOR, HORIZON, SCENARIOS } from "../studies/study/timeline.ts";
import type { LiveWords } from "./live-words.ts";

/** One slider: a parameter that is multiplied from the anchor on. */
export interface LiveSlider {
  readonly id: "recruitment" | "incapacitation";
  readonly low: number;
  readonly high: number;
  readonly step: number;
}

/** One outcome that is drawn, with an axis that holds every setting of the sliders. */
export interface LiveOutcome {
  readonly id: typeof MEMBERS | typeof DEATHS;
  readonly high: number;
  readonly ticks: readonly number[];
}

/** Settings of both sliders under a name. */
export interface LivePreset {
  readonly id: string;
  readonly recruitment: number;
  readonly incapacitation: number;
}

/** Everything that a run in the page needs; it survives JSON. */
export interface LiveSettings {
  readonly model: ModelDeclaration;
  /** Moment at which the sliders take hold [week since 2012-01-01]. */
  readonly anchor: number;
  /** Moments that are drawn, from the anchor on [week]. */
  readonly save: readonly number[];
  /** The same moments as years, for the axis. */
  readonly years: readonly number[];
  /** Longest step [week]. */
  readonly step: number;
  readonly sliders: readonly LiveSlider[];
  readonly outcomes: readonly LiveOutcome[];
  readonly presets: readonly LivePreset[];
  readonly words: Readonly<Record<Language, LiveWords>>;
}

/** Where one run stands at the end, in both contrasts. */
export interface LiveResult {
  readonly start: number;
  readonly end: number;
  readonly usual: number;
}

const STEP = 13;
/** Weeks between two points of a line. */
const SPACING = 4;
const SLIDERS: readonly LiveSlider[] = [
  { id: "recruitment", low: 0, high: 1.5, step: 0.05 },
  { id: "incapacitation", low: 0.5, high: 3, step: 0.05 },
];
const LEVERS = { recruitment: "cartels.recruitmentFactor", incapacitation: "cartels.incapacitationFactor" } as const;

type Factors = Readonly<Record<LiveSlider["id"], number>>;

/** The named scenarios of the study as settings of the sliders. */
export const PRESETS: readonly LivePreset[] = SCENARIOS.map(({ id, factors }) => ({
  id,
  recruitment: factors[LEVERS.recruitment] ?? 1,
  incapacitation: factors[LEVERS.incapacitation] ?? 1,
}));

/** The core on the published network, which the page runs. */
export function liveModel(): ModelDeclaration {
  return plain(coreModel(evidence(), publishedNetwork()));
}

export function liveSettings(words: Readonly<Record<Language, LiveWords>>): LiveSettings {
  const model = liveModel();
  const anchor = weekOf(ANCHOR);
  const horizon = weekOf(HORIZON);
  const save = [
    ...Array.from({ length: Math.ceil((horizon - anchor) / SPACING) }, (_, i) => anchor + i * SPACING),
    horizon,
  ];
  const [recruitment, incapacitation] = SLIDERS as [LiveSlider, LiveSlider];
  const most = centralRun(model, { recruitment: recruitment.high, incapacitation: incapacitation.low });
  const begin = decimalYear(ANCHOR);
  const span = decimalYear(HORIZON) - begin;
  return {
    model,
    anchor,
    save,
    years: save.map((week) => begin + ((week - anchor) / (horizon - anchor)) * span),
    step: STEP,
    sliders: SLIDERS,
    outcomes: ([MEMBERS, DEATHS] as const).map((id) => {
      const { domain, ticks } = linearAxis([most[id].end], 5, [0]);
      return { id, high: domain[1], ticks };
    }),
    presets: PRESETS,
    words,
  };
}

/** One run of the core at central values, levers set at the anchor, beside business as usual. */
export function centralRun(
  model: ModelDeclaration,
  factors: Factors,
): Readonly<Record<typeof MEMBERS | typeof DEATHS, LiveResult>> {
  const set = endsOf(model, factors);
  const usual = endsOf(model, { recruitment: 1, incapacitation: 1 });
  const result = (id: typeof MEMBERS | typeof DEATHS): LiveResult => {
    const [start, end] = set[id]!;
    return { start: start!, end: end!, usual: usual[id]![1]! };
  };
  return { [MEMBERS]: result(MEMBERS), [DEATHS]: result(DEATHS) };
}

function endsOf(model: ModelDeclaration, factors: Factors): Readonly<Record<string, Float64Array>> {
  const anchor = weekOf(ANCHOR);
  const horizon = weekOf(HORIZON);
  const leg: Leg = {
    t0: 0,
    t1: horizon,
    save: [anchor, horizon],
    schedules: {
      [LEVERS.recruitment]: { t: [anchor, anchor], value: [1, factors.recruitment] },
      [LEVERS.incapacitation]: { t: [anchor, anchor], value: [1, factors.incapacitation] },
    },
  };
  return runOnce(defineModel(model), leg, {}, { step: STEP }).outputs;
}

/** The same model with plain lists in the place of typed arrays, so that it survives JSON. */
function plain(model: ModelDeclaration): ModelDeclaration {
  return JSON.parse(JSON.stringify(model, (_, value: unknown) => listOf(value))) as ModelDeclaration;
}

function listOf(value: unknown): unknown {
  return value instanceof Float64Array || value instanceof Int32Array ? Array.from(value) : value;
}
