/** Distributions of uncertain parameters: constructors, the registry, the text form. */
export { affine } from "./affine.ts";
export { beta } from "./beta.ts";
export { faults } from "./conformance.ts";
export { dirichlet, sampleVector, type VectorDistribution } from "./dirichlet.ts";
export { categorical, discrete } from "./discrete.ts";
export { type Distribution, type Family, isProbability, requireParameter, sample } from "./distribution.ts";
export { families, formatDistribution, parseDistribution, signature } from "./families.ts";
export { gamma } from "./gamma.ts";
export { halfNormal, lognormal, normal } from "./normal.ts";
export { triangular } from "./triangular.ts";
export { truncatedNormal } from "./truncated-normal.ts";
export { logUniform, uniform } from "./uniform.ts";
