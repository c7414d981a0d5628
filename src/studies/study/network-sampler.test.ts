import { describe, expect, it } from "vitest";
import { EVIDENCE_FILES } from "../../data/bundle.ts";
import { networkOf, parseGroups, parseTies, rankShares } from "../../data/network.ts";
import { keyFromSeed, standardNormal, uniform } from "../../math/random.ts";
import { NetworkSampler } from "./network-sampler.ts";

const network = networkOf(
  parseGroups(EVIDENCE_FILES["network/groups.csv"]!, "groups.csv"),
  parseTies(EVIDENCE_FILES["network/ties.csv"]!, "ties.csv"),
);
const sampler = new NetworkSampler(network);
const key = keyFromSeed(1);
const draw = (n: number) => ({
  uniform: Float64Array.from({ length: sampler.ties }, (_, i) => uniform(key, n, i)),
  normal: Float64Array.from({ length: sampler.groups }, (_, i) => standardNormal(key, n, 1000 + i)),
});

describe("NetworkSampler", () => {
  it("gives the network of the study where nothing is varied", () => {
    const { uniform: u, normal } = draw(0);
    const rows = sampler.draw({ rankExponent: 1, orderNoise: 0, tieRetention: 1 }, u, normal);
    expect(Array.from(rows.rivalry)).toEqual(Array.from(network.rivalry.values));
    expect(Array.from(rows.alliance)).toEqual(Array.from(network.alliance));
    const published = rankShares(network.strength);
    for (let i = 0; i < sampler.groups; i++) expect(Math.abs(rows.share[i]! - published[i]!)).toBeLessThan(1e-15);
  });

  it("keeps the wanted share of ties, both elements of a rivalry together", () => {
    let kept = 0;
    for (let n = 0; n < 200; n++) {
      const { uniform: u, normal } = draw(n);
      const { rivalry } = sampler.draw({ rankExponent: 1, orderNoise: 0, tieRetention: 0.7 }, u, normal);
      const { starts, indices } = network.rivalry;
      for (let row = 0; row < sampler.groups; row++)
        for (let k = starts[row]!; k < starts[row + 1]!; k++) {
          const column = indices[k]!;
          let mirror = -1;
          for (let m = starts[column]!; m < starts[column + 1]!; m++) if (indices[m] === row) mirror = m;
          expect(rivalry[mirror]).toBe(rivalry[k]);
        }
      kept += rivalry.filter((value) => value > 0).length / rivalry.length / 200;
    }
    // Standard error of the mean: sqrt(0.7 · 0.3 / (200 · 92)) = 0.0034.
    expect(Math.abs(kept - 0.7)).toBeLessThan(0.012);
  });

  it("shuffles the order with noise and keeps the shares", () => {
    const { uniform: u, normal } = draw(3);
    const { share } = sampler.draw({ rankExponent: 1, orderNoise: 1000, tieRetention: 1 }, u, normal);
    const published = rankShares(network.strength);
    expect(Array.from(share)).not.toEqual(Array.from(published));
    const sorted = (values: Float64Array) => Array.from(values).sort((a, b) => a - b);
    sorted(share).forEach((value, i) => {
      expect(value).toBeCloseTo(sorted(published)[i]!, 14);
    });
  });
});
