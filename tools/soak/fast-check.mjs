// Stands in for fast-check in a soak run: the seed of the run takes the place of the fixed one, and more cases are tried.
import fc from "../../node_modules/fast-check/lib/fast-check.js";

const MORE_CASES = 5;
const seed = Number(process.env.FRONTERA_SOAK_SEED);
const soaked = (parameters = {}) => ({ ...parameters, seed, numRuns: MORE_CASES * (parameters.numRuns ?? 100) });

export * from "../../node_modules/fast-check/lib/fast-check.js";
export const assert = (property, parameters) => fc.assert(property, soaked(parameters));
export const check = (property, parameters) => fc.check(property, soaked(parameters));
// biome-ignore lint/style/noDefaultExport: the module it stands for has one
export default { ...fc, assert, check };
