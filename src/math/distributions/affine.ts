import { log } from "../elementary/index.ts";
import { type Distribution, requireParameter } from "./distribution.ts";

/** scale·X + shift for a distributed X and a scale above 0: an offset, a change of unit. */
export function affine(inner: Distribution, scale: number, shift: number): Distribution {
  requireParameter(scale > 0 && Number.isFinite(scale), "affine", "scale", scale, "finite and above 0");
  requireParameter(Number.isFinite(shift), "affine", "shift", shift, "finite");
  const forward = (x: number) => scale * x + shift;
  const back = (y: number) => (y - shift) / scale;
  // An atom must be found again after rounding, so each is looked up.
  const atoms = inner.atoms?.map(forward);
  const original = (y: number) => {
    const i = atoms === undefined ? -1 : atoms.indexOf(y);
    return i < 0 ? back(y) : inner.atoms![i]!;
  };
  const logScale = atoms === undefined ? log(scale) : 0;
  return {
    name: `affine ${inner.name}`,
    parameters: { ...inner.parameters, scale, shift },
    support: [forward(inner.support[0]), forward(inner.support[1])],
    mean: forward(inner.mean),
    sd: scale * inner.sd,
    ...(atoms === undefined ? {} : { atoms }),
    logDensity: (y) => inner.logDensity(original(y)) - logScale,
    cdf: (y) => inner.cdf(original(y)),
    quantile: (p) => forward(inner.quantile(p)),
  };
}
