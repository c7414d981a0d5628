import { describe, expect, it } from "vitest";
import { FronteraError } from "../errors.ts";
import {
  adaptive,
  dopri5,
  euler,
  fixed,
  heun,
  methods,
  type RightHandSide,
  rk4,
  type SolveOptions,
  solve,
  tsit5,
} from "./index.ts";

const decay: RightHandSide = (_t, y, dydt) => {
  for (let i = 0; i < y.length; i++) dydt[i] = -y[i]!;
};
const wave: RightHandSide = (_t, y, dydt) => {
  dydt[0] = y[1]!;
  dydt[1] = -y[0]!;
};
const issueOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (error instanceof FronteraError) return error.issues[0];
    throw error;
  }
  return undefined;
};

describe("a run", () => {
  it("has good defaults", () => {
    const { status, message, t, y, tEnd, yEnd } = solve(decay, { t0: 0, t1: 1, y0: [1, 2] });
    expect([status, message, tEnd]).toEqual(["ok", "", 1]);
    expect(Array.from(t)).toEqual([1]);
    expect(y).toEqual(yEnd);
    expect(Math.abs(yEnd[1]! - 2 * Math.exp(-1))).toBeLessThan(1e-5);
  });

  it("counts what it does", () => {
    const base = { t0: 0, t1: 10, y0: [1, 0] };
    expect(solve(wave, { ...base, method: rk4, steps: fixed(0.5) }).steps).toEqual({
      accepted: 20,
      rejected: 0,
      evaluations: 80,
    });
    expect(solve(wave, { ...base, method: tsit5, steps: fixed(0.5) }).steps).toEqual({
      accepted: 20,
      rejected: 0,
      evaluations: 121,
    });
    const { accepted, rejected, evaluations } = solve(wave, {
      ...base,
      steps: adaptive({ rtol: 1e-6, atol: 1e-6, h0: 5 }),
    }).steps;
    expect(rejected).toBeGreaterThan(0);
    expect(evaluations).toBe(1 + 6 * (accepted + rejected));
  });

  it("does not touch its inputs", () => {
    const y0 = Float64Array.of(1, 0);
    const save = [0, 1];
    solve(wave, { t0: 0, t1: 1, y0, save });
    expect(Array.from(y0)).toEqual([1, 0]);
    expect(save).toEqual([0, 1]);
  });

  it("gives the same bits again, save points or not", () => {
    const save = Array.from({ length: 100 }, (_, i) => i / 10);
    for (const method of [heun, dopri5, tsit5]) {
      const options = { t0: 0, t1: 10, y0: [1, 0], method, steps: adaptive({ rtol: 1e-7, atol: 1e-7 }) };
      const [once, again, saved] = [solve(wave, options), solve(wave, options), solve(wave, { ...options, save })];
      expect(again).toEqual(once);
      expect(saved.yEnd).toEqual(once.yEnd);
    }
  });

  it("keeps within the longest step", () => {
    const times: number[] = [];
    solve(
      (t, y, dydt) => {
        times.push(t);
        decay(t, y, dydt);
      },
      { t0: 0, t1: 100, y0: [1], method: heun, steps: adaptive({ rtol: 1e-2, atol: 1, hMax: 0.75 }) },
    );
    const sorted = times.sort((a, b) => a - b);
    const gaps = sorted.slice(1).map((t, i) => t - sorted[i]!);
    expect(gaps.length).toBeGreaterThan(100);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(0.75 * (1 + 1e-12));
  });

  it("is finer where tolerances are, each state by its own", () => {
    const off = (atol: number | number[]) => {
      const { yEnd } = solve(wave, { t0: 0, t1: 10, y0: [1e-3, 0], steps: adaptive({ rtol: 0, atol }) });
      return Math.abs(yEnd[0]! - 1e-3 * Math.cos(10));
    };
    expect(off(1e-12)).toBeLessThan(1e-10);
    expect(off([1e-12, 1e-12])).toBe(off(1e-12));
    expect(off([1, 1e-12])).toBeLessThan(1e-9);
    expect(off(1e-4)).toBeGreaterThan(1e-9);
  });

  it("runs before time zero", () => {
    const { status, yEnd } = solve(decay, { t0: -3, t1: -1, y0: [1], steps: adaptive({ rtol: 1e-10, atol: 1e-10 }) });
    expect(status).toBe("ok");
    expect(yEnd[0]).toBeCloseTo(Math.exp(-2), 8);
  });

  it("survives a state of zero without an absolute tolerance", () => {
    const { status } = solve(decay, { t0: 0, t1: 1, y0: [0], steps: adaptive({ rtol: 1e-6, atol: 1e-300 }) });
    expect(status).toBe("ok");
  });
});

describe("breaks", () => {
  it("at the ends of the interval are read from within", () => {
    for (const method of methods) {
      const { yEnd } = solve(
        (t, _y, dydt) => {
          dydt[0] = t > 0 && t < 1 ? 1 : 1e6;
        },
        { t0: 0, t1: 1, y0: [0], method, steps: fixed(0.25), breaks: [-7, 0, 1, 9] },
      );
      expect(yEnd[0]).toBeCloseTo(1, 12);
    }
  });

  it("are exact for rates that are constant between them, however near", () => {
    const breaks = [0.1, 0.1 + 2 ** -54, 0.3, 0.9];
    const rate = (t: number) => breaks.filter((jump) => jump <= t).length;
    for (const steps of [fixed(0.2), adaptive({ rtol: 1e-9, atol: 1e-9 })]) {
      const { yEnd, steps: count } = solve(
        (t, _y, dydt) => {
          dydt[0] = rate(t);
        },
        { t0: 0, t1: 1, y0: [0], steps, breaks },
      );
      expect(yEnd[0]).toBeCloseTo(0.2 * 2 + 0.6 * 3 + 0.1 * 4, 12);
      expect(count.rejected).toBe(0);
    }
  });

  it("do not shorten the steps after them", () => {
    const base = { t0: 0, t1: 100, y0: [1, 0], steps: adaptive({ rtol: 1e-6, atol: 1e-6 }) };
    const free = solve(wave, base).steps.accepted;
    const cut = solve(wave, { ...base, breaks: [20, 20.001, 40, 40.001, 60, 60.001] }).steps.accepted;
    expect(cut).toBeLessThanOrEqual(free + 9);
  });
});

describe("events", () => {
  it("are found with the accuracy of the interpolant", () => {
    for (const [method, close] of [
      [rk4, 1e-5],
      [dopri5, 1e-6],
      [tsit5, 1e-6],
    ] as const) {
      const { status, tEnd, yEnd, message } = solve(wave, {
        t0: 0,
        t1: 10,
        y0: [1, 0],
        method,
        steps: fixed(0.1),
        event: { when: (_t, y) => y[0]!, status: "crossed" },
      });
      expect(status).toBe("crossed");
      expect(Math.abs(tEnd - Math.PI / 2)).toBeLessThan(close);
      expect(Math.abs(yEnd[0]!)).toBeLessThan(1e-14);
      expect(yEnd[0]).toBeLessThanOrEqual(0);
      expect(Math.abs(yEnd[1]! + 1)).toBeLessThan(close);
      expect(message).toContain(`t = ${tEnd}`);
    }
  });

  it("end the run before the right-hand side breaks down", () => {
    const { status, tEnd } = solve(
      (_t, y, dydt) => {
        dydt[0] = -1 / Math.max(y[0]!, 0.01);
      },
      { t0: 0, t1: 10, y0: [1], event: { when: (_t, y) => y[0]! - 0.1, status: "low" } },
    );
    expect(status).toBe("low");
    expect(tEnd).toBeCloseTo(0.495, 5);
  });

  it("are seen in a dip between the ends of a step", () => {
    const { status, tEnd } = solve(decay, {
      t0: 0,
      t1: 1,
      y0: [1],
      steps: fixed(1),
      event: { when: (t) => (t - 0.4) * (t - 0.6), status: "dipped" },
    });
    expect(status).toBe("dipped");
    expect(tEnd).toBeCloseTo(0.4, 12);
  });

  it("keep a save point at the same moment, whichever way it rounds", () => {
    for (let k = 1; k < 10; k++) {
      const { t, y } = solve(
        (_t, _y, dydt) => {
          dydt[0] = -1;
        },
        {
          t0: 0,
          t1: 1,
          y0: [1],
          save: [k / 10],
          steps: fixed(0.07),
          event: { when: (_t, y) => y[0]! - (1 - k / 10), status: "there" },
        },
      );
      expect(Array.from(t)).toEqual([k / 10]);
      expect(y[0]).toBeCloseTo(1 - k / 10, 12);
    }
  });

  it("that lie behind at the start end the run there", () => {
    const { status, tEnd, t, steps } = solve(decay, {
      t0: 2,
      t1: 3,
      y0: [1],
      save: [2, 3],
      event: { when: () => -1, status: "gone" },
    });
    expect([status, tEnd, Array.from(t), steps.evaluations]).toEqual(["gone", 2, [2], 0]);
  });

  it("count in an interval of no length", () => {
    expect(solve(decay, { t0: 1, t1: 1, y0: [0], event: { when: (_t, y) => y[0]!, status: "empty" } }).status).toBe(
      "empty",
    );
  });
});

describe("a run that fails", () => {
  it("names an element that was left out", () => {
    const { status, message } = solve(
      (_t, _y, dydt) => {
        dydt[0] = 1;
      },
      { t0: 3, t1: 4, y0: [0, 0] },
    );
    expect([status, message]).toEqual(["non-finite", "dydt[1] is NaN at t = 3"]);
  });

  it("names a start that is no number", () => {
    const { status, message, t } = solve(decay, { t0: 0, t1: 1, y0: [1, Number.NaN] });
    expect([status, message, t.length]).toEqual(["non-finite", "y[1] is NaN at t = 0", 0]);
  });

  it("overflows into a status", () => {
    const { status, tEnd, yEnd } = solve(
      (_t, y, dydt) => {
        dydt[0] = y[0]! * y[0]!;
      },
      { t0: 0, t1: 50, y0: [1], method: rk4, steps: fixed(0.5) },
    );
    expect(status).toBe("non-finite");
    expect(tEnd).toBeLessThan(50);
    expect(Number.isFinite(yEnd[0])).toBe(true);
  });

  it("stops at the shortest step that is allowed", () => {
    const options = { t0: 0, t1: 2, y0: [1], steps: adaptive({ rtol: 1e-6, atol: 1e-6, hMin: 1e-3 }) };
    const { status, tEnd, message } = solve((_t, y, dydt) => {
      dydt[0] = y[0]! * y[0]!;
    }, options);
    expect(status).toBe("step-too-small");
    expect(tEnd).toBeLessThan(1);
    expect(tEnd).toBeGreaterThan(0.95);
    expect(message).toMatch(/y\[0\] cannot be followed past t = 0\.9/);
  });

  it("passes on what the right-hand side throws", () => {
    const own = new Error("own");
    expect(() =>
      solve(
        () => {
          throw own;
        },
        { t0: 0, t1: 1, y0: [1] },
      ),
    ).toThrow(own);
  });
});

describe("wrong calls", () => {
  const good: SolveOptions = { t0: 0, t1: 1, y0: [1] };
  it.each([
    ["backwards", { t0: 1, t1: 0 }, "bad-solve"],
    ["endless", { t1: Number.POSITIVE_INFINITY }, "bad-solve"],
    ["no state", { y0: [] }, "bad-solve"],
    ["save outside", { save: [0, 2] }, "bad-solve"],
    ["save falls", { save: [0.5, 0.2] }, "bad-solve"],
    ["break NaN", { breaks: [Number.NaN] }, "bad-solve"],
    ["no steps", { maxSteps: 0 }, "bad-solve"],
    ["fixed step", { steps: { kind: "fixed", h: -1 } }, "bad-steps"],
    ["lengths", { steps: { kind: "adaptive", rtol: 1e-6, atol: [1, 2] } }, "bad-steps"],
    ["rtol", { steps: { kind: "adaptive", rtol: -1, atol: 1 } }, "bad-steps"],
    ["euler adapted", { method: euler }, "no-embedded-error"],
    ["rk4 adapted", { method: rk4, steps: { kind: "adaptive", rtol: 1e-6, atol: 1e-6 } }, "no-embedded-error"],
  ] as const)("%s", (_name, change, code) => {
    expect(issueOf(() => solve(decay, { ...good, ...change }))?.code).toBe(code);
  });

  it("an event with a status of the solver", () => {
    expect(issueOf(() => solve(decay, { ...good, event: { when: () => 1, status: "ok" } }))?.code).toBe("bad-solve");
  });

  it("steps that cannot be", () => {
    for (const wrong of [
      () => fixed(0),
      () => fixed(Number.POSITIVE_INFINITY),
      () => adaptive({ rtol: 0, atol: 0 }),
      () => adaptive({ rtol: 0, atol: [1, 0] }),
      () => adaptive({ rtol: 1, atol: 1 }),
      () => adaptive({ rtol: 1e-6, atol: Number.NaN }),
      () => adaptive({ rtol: 1e-6, atol: [] }),
      () => adaptive({ rtol: 1e-6, atol: 1e-6, h0: 0 }),
      () => adaptive({ rtol: 1e-6, atol: 1e-6, hMin: 2, hMax: 1 }),
    ])
      expect(issueOf(wrong)?.code).toBe("bad-steps");
  });

  it("say what to do", () => {
    expect(issueOf(() => solve(decay, { ...good, method: rk4 }))?.hint).toContain("fixed(h)");
  });
});
