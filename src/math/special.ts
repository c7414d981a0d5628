/** Special functions of probability, built on the project's own elementary functions: the same bits everywhere. */
export { betaQuantile, logBeta, regularizedBeta } from "./special/beta.ts";
export {
  erf,
  erfc,
  normalCdf,
  normalDensity,
  normalLogCdf,
  normalLogDensity,
  normalQuantile,
  normalQuantileFromCentre,
} from "./special/error-function.ts";
export { gammaQuantile, logGamma, regularizedGamma } from "./special/gamma.ts";
