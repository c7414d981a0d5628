import { describe, expect, it } from "vitest";
import { loadDataset } from "../data/dataset.ts";
import { type RunOptions, runOnce, type SingleRun } from "../ensemble/run.ts";
import { defineModel } from "../model/model.ts";
import { deterrence } from "./deterrence.ts";
import { fentanyl } from "./fentanyl.ts";
import { moduleParameters } from "./module-parameters.ts";

const dataset = loadDataset();
const model = defineModel({
  name: "fentanyl",
  modules: [
    fentanyl({ parameters: moduleParameters(dataset, "fentanyl") }),
    deterrence({ parameters: moduleParameters(dataset, "deterrence") }),
  ],
});
const W = 365.25 / 7;
const STEP = W / 208;
const GOLDEN: RunOptions = { tableau: "rk4", step: STEP, landOnKnots: false, tolerance: Number.POSITIVE_INFINITY };
it("t", () => {
  const edges = Array.from({ length: 39 }, (_, i) => (i / 2) * W);
  const { outputs: o, status } = runOnce(model, { t0: 0, t1: 19 * W, save: edges }, {}, GOLDEN);
  console.log(status);
  for (let k = 0; k < 19; k++) {
    const d = (n: string) => o[n]![2 * k + 2]! - o[n]![2 * k]!;
    const m = (n: string) => o[n]![2 * k + 1]!;
    console.log(2012 + k, d("synthetic-opioid-deaths-so-far"), d("heroin-deaths-so-far"), d("fentanyl-seized-in-bulk-so-far"), m("people-with-oud"), m("people-in-treatment"), m("overdose-price"), m("fentanyl-share"), d("fentanyl-consumed-so-far"), d("opioid-initiates-so-far"));
  }
});
