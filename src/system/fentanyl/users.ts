import type { EquationDeclaration } from "../../model/declare.ts";
import { type Equations, exposed, hazard, NOW, START, type Stocks } from "./equations.ts";

export function users(): Stocks {
  return {
    activeUse: {
      about: "people with illicit opioid use disorder, active and not in treatment (O)",
      unit: "person",
      initial: "activeUseAtStart",
      inflows: ["initiated", "leftTreatmentToUse", "relapsed"],
      outflows: ["remittedUntreated", "otherDeathsInUse", "enteredTreatment", "overdoseDeathsInUse"],
    },
    inTreatment: {
      about: "people in treatment with medication (T)",
      unit: "person",
      initial: "inTreatmentAtStart",
      inflows: ["enteredTreatment"],
      outflows: [
        "leftTreatmentToUse",
        "leftTreatmentInRemission",
        "otherDeathsInTreatment",
        "overdoseDeathsInTreatment",
      ],
    },
    earlyRemission: {
      about: "people in early remission (R)",
      unit: "person",
      initial: "earlyRemissionAtStart",
      inflows: ["remittedUntreated", "leftTreatmentInRemission"],
      outflows: ["relapsed", "stabilised", "otherDeathsInEarlyRemission"],
    },
    stableRemission: {
      about: "people in stable remission (S)",
      unit: "person",
      initial: "stableRemissionAtStart",
      inflows: ["stabilised"],
      outflows: ["otherDeathsInStableRemission"],
    },
    perceivedRisk: {
      about: "risk as people see it: natural log of remembered deaths a year against a reference (A)",
      unit: "1",
      initial: `log(${hazard({ price: "logPriceTrend", share: "startingShare" })} * ${exposed(START)} / referenceDeaths)`,
      inflows: ["riskLearnt"],
      floor: 1e-3,
    },
  };
}

export function risk(): Equations {
  return {
    overdoseHazard: {
      about: "deaths by opioid overdose per person in active use and year (h)",
      unit: "1/year",
      equation: hazard({ price: "logPrice", share: "fentanylShare" }),
    },
    fentanylOverdoseHazard: {
      about: "the part of it that is due to fentanyl",
      unit: "1/year",
      equation: "rescueFactor * pandemicFactor * fentanylHazard * exp(-hazardElasticity * logPrice) * fentanylShare",
    },
    heroinOverdoseHazard: {
      about: "the part of it that is due to heroin",
      unit: "1/year",
      equation: "rescueFactor * pandemicFactor * heroinHazard * (1 - fentanylShare)",
    },
    exposedPeople: {
      about: "people exposed to overdose, counted as people in active use",
      unit: "person",
      equation: exposed(NOW),
    },
    treatmentWanted: {
      about: "people who would enter treatment a year if there were places for all",
      unit: "person/year",
      equation: "treatmentEntryRate * activeUse",
    },
  };
}

export function userFlows(): Equations {
  const leaving = (about: string, rate: string, from: string): EquationDeclaration => ({
    about,
    unit: "person/week",
    equation: `${rate} / weeksPerYear * ${from}`,
  });
  return {
    initiated: {
      about: "people who newly develop illicit opioid use disorder; fewer where risk or price is high (ι)",
      unit: "person/week",
      equation:
        "initiation / weeksPerYear * exp(-riskResponse * perceivedRisk - initiationPriceResponse * (logPrice - logPriceTrend)) * (1 + initiationChange)",
    },
    enteredTreatment: {
      about: "people who enter treatment, within the places there are (a smooth minimum)",
      unit: "person/week",
      equation: "treatmentWanted / weeksPerYear / (1 + (treatmentWanted / treatmentPlaces)^6)^(1 / 6)",
    },
    leftTreatmentToUse: leaving(
      "people who leave treatment for active use",
      "treatmentExit * (1 - remissionAtExit)",
      "inTreatment",
    ),
    leftTreatmentInRemission: leaving(
      "people who leave treatment in remission",
      "treatmentExit * remissionAtExit",
      "inTreatment",
    ),
    remittedUntreated: leaving("people who remit without treatment", "untreatedRemission", "activeUse"),
    relapsed: leaving("people who relapse from early remission", "relapse", "earlyRemission"),
    stabilised: leaving("people whose remission becomes stable", "stabilisation", "earlyRemission"),
    otherDeathsInUse: leaving("deaths by other causes in active use", "otherDeathRateInUse", "activeUse"),
    otherDeathsInTreatment: leaving("deaths by other causes in treatment", "otherDeathRateInTreatment", "inTreatment"),
    otherDeathsInEarlyRemission: leaving(
      "deaths by other causes in early remission",
      "otherDeathRateInRemission",
      "earlyRemission",
    ),
    otherDeathsInStableRemission: leaving(
      "deaths by other causes in stable remission",
      "otherDeathRateInStableRemission",
      "stableRemission",
    ),
    overdoseDeathsInUse: leaving("overdose deaths of people in active use", "overdoseHazard", "activeUse"),
    overdoseDeathsInTreatment: leaving(
      "overdose deaths of people in treatment",
      "overdoseHazard * treatmentHazard",
      "inTreatment",
    ),
    overdoseDeathsOfOccasionalUsers: leaving(
      "overdose deaths of people who use opioids without a disorder",
      "overdoseHazard * occasionalHazard",
      "occasionalUsers",
    ),
    fentanylDeaths: leaving("deaths by illicit fentanyl (D_F)", "fentanylOverdoseHazard", "exposedPeople"),
    heroinOnlyDeaths: leaving("deaths by heroin without fentanyl (D_H)", "heroinOverdoseHazard", "exposedPeople"),
    heroinDeaths: {
      about: "deaths that name heroin, fentanyl beside it or not",
      unit: "person/week",
      equation: "heroinOnlyDeaths + heroinBesideFentanyl * (1 - fentanylShare) * fentanylDeaths",
    },
    otherSyntheticOverdoses: {
      about: "deaths by synthetic opioids that are no illicit fentanyl",
      unit: "person/week",
      equation: "otherSyntheticDeaths / weeksPerYear",
    },
    riskLearnt: {
      about: "change of the risk as people see it",
      unit: "1/week",
      equation:
        "(log((fentanylDeaths + heroinOnlyDeaths) * weeksPerYear / referenceDeaths) - perceivedRisk) / riskMemory",
    },
  };
}
