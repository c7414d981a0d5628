import type { Dataset } from "../../data/dataset.ts";
import type { Network } from "../../data/network.ts";
import { runOnce } from "../../ensemble/run.ts";
import { study as english } from "../../language/en/study.ts";
import { defineModel } from "../../model/model.ts";
import { OUTCOMES } from "./columns.ts";
import type { Check } from "./document.ts";
import { coreModel } from "./study-model.ts";
import { STEP, studyLegs } from "./timeline.ts";

/** Members at week 520 of the published equations with the published parameters, to ten digits [person]. */
const PUBLISHED_MEMBERS = 173_836.9537;

/** Checks of the program itself: the published digits, and the steps of the study against steps a quarter as long. */
export function softwareChecks(dataset: Dataset, network: Network): Check[] {
  const published = defineModel(coreModel(dataset, network, { form: "published" }));
  const members = runOnce(published, { t0: 0, t1: 520, save: [520] }).outputs.members![0]!;
  const replication = Math.abs(members / PUBLISHED_MEMBERS - 1);
  const model = defineModel(coreModel(dataset, network));
  const [history] = studyLegs();
  const coarse = runOnce(model, history!, {}, { step: STEP });
  const fine = runOnce(model, history!, {}, { step: STEP / 4 });
  let worst = 0;
  for (const { id } of OUTCOMES)
    coarse.outputs[id]!.forEach((value, i) => {
      const apart = Math.abs(value - fine.outputs[id]![i]!) / Math.max(1, Math.abs(fine.outputs[id]![i]!));
      if (!(apart <= worst)) worst = Number.isNaN(apart) ? Number.POSITIVE_INFINITY : apart;
    });
  return [
    {
      id: "published-core",
      about: english["check published-core"],
      value: replication,
      tolerance: 1e-6,
      pass: replication <= 1e-6,
      of: members,
      unit: "person",
    },
    {
      id: "production-steps",
      about: english["check production-steps"],
      value: worst,
      tolerance: 1e-6,
      pass: worst <= 1e-6,
      of: coarse.outputs.members!.length,
      unit: "1",
    },
  ];
}
