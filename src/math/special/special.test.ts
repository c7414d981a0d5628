import { describe, expect, it } from "vitest";
import * as special from "../special.ts";

// Reference values: mpmath 1.3.0 with 50 digits, rounded to double.
const ERF: readonly number[][] = [
  [-3.5, -0.9999992569016276, 1.9999992569016276],
  [-0.9, -0.7969082124228322, 1.7969082124228322],
  [-0.3, -0.3286267594591274, 1.3286267594591274],
  [1e-10, 1.1283791670955126e-10, 0.999999999887162],
  [0.2, 0.22270258921047847, 0.7772974107895215],
  [0.46875, 0.49261347321793797, 0.507386526782062],
  [0.5, 0.5204998778130465, 0.4795001221869535],
  [1.5, 0.9661051464753108, 0.033894853524689274],
  [2.5, 0.999593047982555, 0.0004069520174449589],
  [3.999, 0.9999999844552505, 1.554474949099499e-8],
  [4.001, 0.9999999847092178, 1.5290782173248732e-8],
  [6.0, 1.0, 2.1519736712498913e-17],
  [10.0, 1.0, 2.088487583762545e-45],
  [20.0, 1.0, 5.395865611607901e-176],
  [26.0, 1.0, 5.663192408856143e-296],
];

const NORMAL: readonly number[][] = [
  [-37.0, 5.725571222524577e-300, -689.0305855768906],
  [-20.0, 2.7536241186062337e-89, -203.91715537109727],
  [-8.25, 7.919726314642477e-17, -37.074589931901535],
  [-5.5, 1.8989562465887718e-8, -17.77937635262526],
  [-3.0, 0.0013498980316300946, -6.607726221510349],
  [-1.0, 0.15865525393145705, -1.8410216450092636],
  [-0.5, 0.3085375387259869, -1.1759117615936185],
  [-1e-9, 0.49999999960105773, -0.6931471813578298],
  [0.0, 0.5, -Math.LN2],
  [0.3, 0.6179114221889527, -0.4814101615884812],
  [0.7, 0.758036347776927, -0.2770239422771313],
  [2.0, 0.9772498680518208, -0.02301290932896349],
  [5.0, 0.9999997133484281, -2.866516129637636e-7],
];

const QUANTILE: readonly number[][] = [
  [1e-300, -37.0470962993612],
  [1e-100, -21.273453560965326],
  [1e-12, -7.034483825301132],
  [1e-6, -4.753424308822899],
  [0.001, -3.0902323061678136],
  [0.05, -1.6448536269514726],
  [0.0750001, -1.4395307645017297],
  [0.3, -0.5244005127080408],
  [0.5, 0.0],
  [0.6, 0.2533471031357997],
  [0.925, 1.4395314709384561],
  [0.97, 1.8807936081512506],
  [0.9999, 3.7190164854557084],
  [0.9999999999990905, 7.047700256664409],
];

const LOG_GAMMA: readonly number[][] = [
  [-3.7, -1.3797399049658245],
  [-0.5, 1.2655121234846454],
  [1e-10, 23.025850929882736],
  [0.1, 2.252712651734206],
  [0.5, 0.5723649429247001],
  [0.9999, 5.7729791561193866e-5],
  [1.0001, -5.771334222047127e-5],
  [1.4616321449683622, -0.12148629053584961],
  [1.9999999, -4.2278430309861296e-8],
  [2.3, 0.15418945495963046],
  [3.0, Math.LN2],
  [7.25, 7.0521854507385395],
  [9.99, 12.779315214350193],
  [10.0, 12.801827480081469],
  [15.5, 26.536914491115613],
  [171.5, 709.1431630309282],
  [100000.0, 1051287.7089736569],
  [1000000000000.0, 26631021115915.652],
];

const GAMMA: readonly number[][] = [
  [0.001, 0.5, 0.9994399333435292, 0.0005600666564707498],
  [0.01, 1e-30, 0.5040472728599954, 0.49595272714000455],
  [0.5, 0.001, 0.03567059172967989, 0.9643294082703201],
  [0.5, 3.0, 0.9856941215645704, 0.01430587843542964],
  [1.0, 1e-10, 9.999999999500001e-11, 0.9999999999],
  [1.0, 40.0, 1.0, 4.248354255291589e-18],
  [2.5, 0.3, 0.011996757205906266, 0.9880032427940937],
  [2.5, 10.0, 0.9987502694369687, 0.0012497305630313753],
  [10.0, 9.0, 0.4125917556680586, 0.5874082443319414],
  [10.0, 30.0, 0.9999928782491372, 7.121750862815577e-6],
  [100.0, 60.0, 1.4815276326460468e-6, 0.9999985184723673],
  [100.0, 101.0, 0.5528962934345113, 0.44710370656548876],
  [100.0, 200.0, 0.9999999999999981, 1.843893649711574e-15],
  [5000.0, 5100.0, 0.9206711189223811, 0.07932888107761897],
  [100000.0, 99000.0, 0.0007574199211747679, 0.9992425800788253],
];

const BETA: readonly number[][] = [
  [0.5, 0.5, 0.1, 0.20483276469913345, 0.7951672353008665],
  [0.01, 3.0, 1e-20, 0.6404532525146202, 0.35954674748537985],
  [2.0, 3.0, 0.4, 0.5248, 0.47519999999999996],
  [2.0, 3.0, 0.999, 0.999999996003, 3.997000000000011e-9],
  [20.0, 80.0, 0.05, 8.834574890339164e-8, 0.9999999116542511],
  [20.0, 80.0, 0.2, 0.5199785869736623, 0.4800214130263377],
  [20.0, 80.0, 0.5, 0.9999999997802986, 2.1970139145447105e-10],
  [0.3, 200.0, 0.0001, 0.34282524415128324, 0.6571747558487168],
  [1000.0, 2000.0, 0.34, 0.7812150911606427, 0.21878490883935728],
  [1000.0, 2000.0, 0.3, 4.0738279160507714e-5, 0.9999592617208395],
  [1.0, 1.0, 0.25, 0.25, 0.75],
  [5.0, 0.1, 0.99, 0.23091107921565365, 0.7690889207843463],
];

/** Relative distance; a zero wants a zero, a NaN is never near. */
function expectNear(value: number, expected: number, tolerance: number, where: string): void {
  expect(Math.abs(value - expected) <= tolerance * Math.abs(expected), `${where}: ${value}, not ${expected}`).toBe(
    true,
  );
}

describe("error function and normal distribution", () => {
  it("erf, erfc", () => {
    for (const [x, erf, erfc] of ERF) {
      expectNear(special.erf(x!), erf!, 1e-15, `erf ${x}`);
      expectNear(special.erfc(x!), erfc!, 1e-14, `erfc ${x}`);
    }
  });
  it("normal distribution function and its logarithm", () => {
    for (const [x, cdf, logCdf] of NORMAL) {
      expectNear(special.normalCdf(x!), cdf!, 1e-14, `cdf ${x}`);
      expectNear(special.normalLogCdf(x!), logCdf!, 2e-14, `log cdf ${x}`);
    }
  });
  it("normal quantile", () => {
    for (const [p, z] of QUANTILE) expectNear(special.normalQuantile(p!), z!, 4e-15, `quantile ${p}`);
    expect(special.normalQuantile(0)).toBe(-Infinity);
    expect(special.normalQuantile(1)).toBe(Infinity);
    expect(special.normalQuantile(1.1)).toBeNaN();
    expect(special.normalQuantile(NaN)).toBeNaN();
  });
});

describe("gamma and beta functions", () => {
  it("log gamma", () => {
    for (const [x, value] of LOG_GAMMA) expectNear(special.logGamma(x!), value!, 4e-15, `log gamma ${x}`);
    expect(special.logGamma(1)).toBe(0);
    expect(special.logGamma(2)).toBe(0);
    expect(special.logGamma(0)).toBe(Infinity);
    expect(special.logGamma(-3)).toBe(Infinity);
    expect(special.logGamma(NaN)).toBeNaN();
  });
  it("regularised incomplete gamma functions, and back", () => {
    for (const [a, x, lower, upper] of GAMMA) {
      const value = special.regularizedGamma(a!, x!);
      expectNear(value.lower, lower!, 2e-13, `P(${a}, ${x})`);
      expectNear(value.upper, upper!, 4e-13, `Q(${a}, ${x})`);
      if (lower! < 0.999)
        expectNear(special.gammaQuantile(a!, lower!), x!, 1e-12 / Math.min(1, a!), `inverse P(${a}, ${x})`);
    }
  });
  it("regularised incomplete beta functions, and back", () => {
    for (const [a, b, x, lower, upper] of BETA) {
      const value = special.regularizedBeta(a!, b!, x!);
      expectNear(value.lower, lower!, 2e-13, `I ${x}(${a}, ${b})`);
      expectNear(value.upper, upper!, 2e-13, `1 - I ${x}(${a}, ${b})`);
      if (lower! < 0.999)
        expectNear(special.betaQuantile(a!, b!, lower!), x!, 1e-12 / Math.min(1, a!), `inverse I ${x}(${a}, ${b})`);
    }
  });
  it("the log beta function agrees with gamma functions on every branch", () => {
    for (const a of [0.1, 1, 5, 9.9, 10, 30])
      for (const b of [0.2, 2, 9, 12, 50]) {
        const direct = special.logGamma(a) + special.logGamma(b) - special.logGamma(a + b);
        expect(Math.abs(special.logBeta(a, b) - direct), `${a}, ${b}`).toBeLessThan(2e-13);
      }
  });
});
