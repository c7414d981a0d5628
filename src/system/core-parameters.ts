import type { Dataset } from "../data/dataset.ts";
import type { ParameterDeclaration } from "../model/declare.ts";
import type { CartelParameters } from "./cartels.ts";

/** The parameters of the cartel core as the evidence has them: value, prior, source and grade of each. */
export function coreParameters(dataset: Dataset): CartelParameters {
  return {
    recruitment: declared(dataset, "recruitment"),
    incapacitation: declared(dataset, "incapacitation"),
    conflict: declared(dataset, "conflict"),
    saturation: declared(dataset, "saturation"),
    initialMembers: declared(dataset, "initialMembers"),
    saturationScale: declared(dataset, "saturationScale"),
  };
}

/** The core keeps the plain ids of the study: no name of a module before them. */
function declared(dataset: Dataset, id: string): ParameterDeclaration {
  const { about, unit, value, prior, grade, source } = dataset.parameter(id);
  return { id, about, unit, value, ...(prior === undefined ? {} : { prior }), source, grade };
}
