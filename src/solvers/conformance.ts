import { cos, exp, log, pow, sin } from "../math/elementary/index.ts";
import { DETEST_END, detest, type Problem } from "./detest.ts";
import { dopri5, type Method, tsit5 } from "./method.ts";
import { type Solution, solve } from "./solve.ts";
import type { RightHandSide } from "./stepper.ts";
import { adaptive, fixed, type Steps } from "./steps.ts";

/** How far an observed order may lie from the order of a method. */
const ORDER = 0.2;
/** Largest error at the end of a DETEST problem, in tolerances: its own dynamics enlarge the errors of the steps. */
const AMPLIFIED = 200;

type Expect = (condition: boolean, text: string) => void;

/**
 * What is wrong with a method, in words; an empty list where it keeps the contract. Every method runs through this: its
 * tableau, observed orders at the ends of steps and between, the problems of DETEST, save points, breaks, events, and the
 * ways in which a run can fail.
 */
export function solverFaults(method: Method): string[] {
  const found: string[] = [];
  const expectThat: Expect = (condition, text) => {
    if (!condition) found.push(text);
  };
  tableau(method, expectThat);
  const { order } = method.tableau;
  for (const [name, wanted, between] of [
    ["", order, false],
    [" between steps", method.denseOrder, true],
  ] as const) {
    const orders = observedOrders(method, between);
    for (const seen of orders)
      expectThat(Math.abs(seen - wanted) <= ORDER, `observed order${name} ${seen.toFixed(2)}, not ${wanted}`);
    expectThat(orders.length > 0, `no order${name} was observed`);
  }
  for (const problem of detest) accuracy(method, problem, expectThat);
  saves(method, expectThat);
  jumps(method, expectThat);
  events(method, expectThat);
  failures(method, expectThat);
  return found;
}

/** Order at which the largest error falls on three problems (A3, A5, B5), at the ends of steps or between them. */
export function observedOrders(method: Method, between: boolean): number[] {
  return [detest[2]!, detest[4]!, detest[9]!].map((problem) => observedOrder(method, problem, between));
}

/** Rounding is far below this error, and methods of order 5 are in their last order by then. */
const FINE_ERROR = 1e-11;

/**
 * Order between the last two halvings of the steps, the last at 2048 steps or at an error of 1e-11. Errors are read at the
 * ends of the first, longest steps, or a little after.
 */
function observedOrder(
  method: Method,
  problem: Problem,
  between: boolean,
  breaks: readonly number[] = [],
  longest = 64,
): number {
  const { f, y0, exact } = problem;
  let before = Number.NaN;
  for (let count = longest; ; count *= 2) {
    const h = DETEST_END / count;
    // 0.47: no node of a method, and not the middle, where an error may vanish by symmetry.
    const offset = between ? 0.47 : 0;
    const save = Float64Array.from({ length: longest }, (_, i) => (DETEST_END * i) / longest + h * offset);
    const run = (by: Method, step: number) =>
      solve(f, { t0: 0, t1: DETEST_END, y0, method: by, steps: fixed(step), save, breaks });
    const truth = exact === undefined ? run(referenceOf(method), DETEST_END / 8192).y : Array.from(save).flatMap(exact);
    const error = largest(run(method, h).y, truth, () => 1);
    if (error < FINE_ERROR || count >= 2048) return log(before / error) / log(2);
    before = error;
  }
}

function tableau({ tableau: { a, b, c, stages, error, firstSameAsLast }, quartic }: Method, expectThat: Expect): void {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const near = (x: number, y: number) => Math.abs(x - y) < 1e-14;
  expectThat(a.length === stages && b.length === stages && c.length === stages, "the tableau has not one row a stage");
  for (let s = 0; s < stages; s++)
    expectThat(near(sum(a[s] ?? []), c[s] ?? Number.NaN), `stage ${s} of the tableau is not at its time`);
  expectThat(near(sum(b), 1), "the weights do not sum to 1");
  for (const [name, row] of Object.entries({ "embedded error": error, quartic }))
    if (row !== undefined)
      expectThat(
        row.length === stages && Math.abs(sum(row)) < 1e-13,
        `the ${name} does not vanish where the slope is constant`,
      );
  if (firstSameAsLast)
    expectThat(
      b.every((weight, s) => near(weight, a[stages - 1]?.[s] ?? 0)),
      "the last stage is not the end of the step",
    );
}

/** A run of another method, much tighter. */
function referenceOf(method: Method): Method {
  return method.tableau.name === tsit5.tableau.name ? dopri5 : tsit5;
}

function accuracy(method: Method, problem: Problem, expectThat: Expect): void {
  const { name, f, y0, exact } = problem;
  const run = (by: Method, steps: Steps) =>
    solve(f, { t0: 0, t1: DETEST_END, y0, method: by, steps, maxSteps: 50_000 });
  const { order, error } = method.tableau;
  const truth = exact?.(DETEST_END) ?? run(referenceOf(method), adaptive({ rtol: 1e-13, atol: 1e-13 })).yEnd;
  if (error === undefined) {
    // Without an embedded error: halving the steps must pay, down to rounding.
    const [coarse, fine] = [1 / 64, 1 / 128].map((h) => largest(run(method, fixed(h)).yEnd, truth, () => 1));
    expectThat(
      fine! < 1e-12 || fine! < coarse! / (order === 1 ? 1.3 : pow(2, order - 1)),
      `${name}: ${fine} at half the steps of ${coarse}`,
    );
    return;
  }
  for (const rtol of order < 4 ? [1e-4, 1e-6] : [1e-6, 1e-9]) {
    const solution = run(method, adaptive({ rtol, atol: rtol }));
    const off = largest(solution.yEnd, truth, (value) => rtol * (1 + Math.abs(value)));
    expectThat(solution.status === "ok", `${name} at ${rtol} ends as ${solution.status}: ${solution.message}`);
    expectThat(off <= AMPLIFIED, `${name} at ${rtol} is off by ${off} tolerances`);
  }
}

/** Steps for the remaining checks: fixed ones for every method, adaptive ones where it can. */
function stepsOf(method: Method): readonly Steps[] {
  return method.tableau.error === undefined ? [fixed(1 / 64)] : [fixed(1 / 64), adaptive({ rtol: 1e-8, atol: 1e-8 })];
}

/** Error that a method may make on the problems below with the steps of `stepsOf`. */
function tolerance(method: Method): number {
  const { order } = method.tableau;
  return order === 1 ? 0.05 : order < 4 ? 1e-3 : 1e-6;
}

function saves(method: Method, expectThat: Expect): void {
  const { f, y0 } = detest[9]!;
  const points = [0, 0.3, 0.3, 1, 1.7, 2];
  for (const steps of stepsOf(method)) {
    const label = `${steps.kind} steps`;
    const base = { t0: 0, t1: 2, y0, method, steps };
    const whole = solve(f, { ...base, save: points });
    const landed = solve(f, { ...base, save: points, breaks: points });
    expectThat(equal(whole.t, points), `${label}: saved at ${whole.t}, not at ${points}`);
    expectThat(whole.y.length === 3 * points.length, `${label}: ${whole.y.length} numbers saved`);
    const off = largest(whole.y, landed.y, () => 1);
    expectThat(off <= tolerance(method), `${label}: save points differ by ${off} from steps that land on them`);
    expectThat(equal(whole.y.slice(0, 3), y0), `${label}: the first save point is not the start`);
    expectThat(equal(whole.y.slice(-3), whole.yEnd), `${label}: the last save point is not the end`);
    expectThat(equal(whole.yEnd, solve(f, base).yEnd), `${label}: save points change the end`);
    const nothing = solve(f, { ...base, t1: 0, save: [0, 0] });
    expectThat(
      nothing.status === "ok" && equal(nothing.yEnd, y0) && equal(nothing.y, [...y0, ...y0]),
      `${label}: an interval of no length changes the state`,
    );
  }
}

const JUMP = DETEST_END / 3;
/** A3, halved from a moment on. `before` says whether a moment is before the jump. */
function jumping(before: (t: number) => boolean): Problem {
  return {
    name: "A3 with a jump",
    y0: [1],
    f: (t, y, dydt) => {
      dydt[0] = y[0]! * cos(t) * (before(t) ? 1 : 0.5);
    },
    exact: (t) => [exp(t <= JUMP ? sin(t) : (sin(JUMP) + sin(t)) / 2)],
  };
}

function jumps(method: Method, expectThat: Expect): void {
  const { order } = method.tableau;
  // The moment of the jump may count to either side.
  for (const problem of [jumping((t) => t < JUMP), jumping((t) => t <= JUMP)]) {
    // 48 steps end at the jump, 64 do not, however often they are halved.
    const seen = observedOrder(method, problem, false, [JUMP], 48);
    expectThat(Math.abs(seen - order) <= ORDER, `observed order with breaks ${seen.toFixed(2)}, not ${order}`);
    if (order === 1) continue;
    const lost = observedOrder(method, problem, false);
    expectThat(lost < order - 0.5, `observed order without breaks ${lost.toFixed(2)}, so the problem shows nothing`);
  }
}

function events(method: Method, expectThat: Expect): void {
  // A fall from 1 at growing speed: y = 1 − t², zero at 1; the second state counts time.
  const f: RightHandSide = (t, _y, dydt) => {
    dydt[0] = -2 * t;
    dydt[1] = 1;
  };
  const close = tolerance(method);
  for (const steps of stepsOf(method)) {
    const label = `${steps.kind} steps`;
    const run = (when: (t: number, y: Float64Array) => number, save: readonly number[] = [0, 0.5, 1, 1.5]) =>
      solve(f, { t0: 0, t1: 2, y0: [1, 0], method, steps, save, event: { when, status: "fallen" } });
    const fallen = run((_t, y) => y[0]! - 0.19);
    expectThat(fallen.status === "fallen", `${label}: a fall ends as ${fallen.status}`);
    expectThat(
      Math.abs(fallen.tEnd - 0.9) <= close &&
        Math.abs(fallen.yEnd[0]! - 0.19) <= 1e-12 &&
        Math.abs(fallen.yEnd[1]! - 0.9) <= close,
      `${label}: a fall at 0.9 is found at ${fallen.tEnd} in ${fallen.yEnd}`,
    );
    expectThat(equal(fallen.t, [0, 0.5]) && fallen.y.length === 4, `${label}: saved at ${fallen.t} before 0.9`);
    const onSave = run((t) => 1 - t);
    expectThat(
      onSave.status === "fallen" && Math.abs(onSave.tEnd - 1) < 1e-12 && equal(onSave.t, [0, 0.5, 1]),
      `${label}: an event on a save point ends at ${onSave.tEnd}, saved at ${onSave.t}`,
    );
    const atOnce = run((t) => t);
    expectThat(
      atOnce.status === "fallen" && atOnce.tEnd === 0 && equal(atOnce.yEnd, [1, 0]) && equal(atOnce.t, [0]),
      `${label}: an event at the start ends at ${atOnce.tEnd} as ${atOnce.status}`,
    );
    const never = run(() => 1);
    expectThat(
      never.status === "ok" && never.tEnd === 2 && never.t.length === 4,
      `${label}: no event ends as ${never.status}`,
    );
    const lost = run(() => Number.NaN);
    expectThat(lost.status === "non-finite", `${label}: an event without a value ends as ${lost.status}`);
  }
}

function failures(method: Method, expectThat: Expect): void {
  // The second state cannot be followed past 1.
  const broken: RightHandSide = (t, _y, dydt) => {
    dydt[0] = 1;
    dydt[1] = t > 1 ? Number.NaN : 1;
  };
  for (const steps of stepsOf(method)) {
    const label = `${steps.kind} steps`;
    const { status, message, tEnd, yEnd, t } = solve(broken, {
      t0: 0,
      t1: 2,
      y0: [0, 0],
      method,
      steps,
      save: [0, 0.5, 2],
    });
    expectThat(status === "non-finite", `${label}: a slope that is no number ends as ${status}`);
    expectThat(/\[1\].* t = [0-9.]+/.test(message), `${label}: the message names no state and time: ${message}`);
    expectThat(
      tEnd > 0.9 && tEnd < 1.1 && yEnd.every(Number.isFinite) && equal(t, [0, 0.5]),
      `${label}: ended at ${tEnd} in ${yEnd}, saved at ${t}`,
    );
  }
  const few = solve(broken, { t0: 0, t1: 1, y0: [0, 0], method, steps: fixed(1 / 64), maxSteps: 3 });
  expectThat(
    few.status === "too-many-steps" && few.steps.accepted === 3,
    `a run of at most three steps ends as ${few.status}`,
  );
  if (method.tableau.error === undefined) return;
  const blowUp: RightHandSide = (_t, y, dydt) => {
    dydt[0] = y[0]! * y[0]!;
  };
  const end: Solution = solve(blowUp, { t0: 0, t1: 2, y0: [1], method, steps: adaptive({ rtol: 1e-6, atol: 1e-6 }) });
  expectThat(end.status === "step-too-small", `a singularity ends as ${end.status}: ${end.message}`);
  expectThat(
    Math.abs(end.tEnd - 1) < 1e-3 && /y\[0\].* t = 1|y\[0\].* t = 0\.99/.test(end.message),
    `a singularity at 1 ends at ${end.tEnd}: ${end.message}`,
  );
}

/** Largest difference in units of `size`; NaN where a number is missing or no number. */
function largest(values: ArrayLike<number>, truth: ArrayLike<number>, size: (value: number) => number): number {
  if (values.length !== truth.length) return Number.NaN;
  let worst = 0;
  for (let i = 0; i < truth.length; i++) {
    const off = Math.abs(values[i]! - truth[i]!) / size(truth[i]!);
    if (!(off <= worst)) worst = off;
    if (Number.isNaN(worst)) return worst;
  }
  return worst;
}

function equal(values: ArrayLike<number>, wanted: ArrayLike<number>): boolean {
  return largest(values, wanted, () => 1) === 0;
}
