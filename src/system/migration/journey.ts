import { following, linearAdapt } from "../adapt.ts";
import { adaptation, joined, number, type Part, people, stage, sum, THROUGH_MEXICO } from "./part.ts";

/** How the people of each group come to Central America. */
const ARRIVALS = {
  Central: "departedCentral",
  Darien: "darienFlowShare * leftCrossing + departedBypass",
  Others: "(1 - darienFlowShare) * leftCrossing + departedOthers",
} as const;

/** Central America, two stages in southern Mexico and in transit, and the people relocated who set out again. */
function throughMexico({ suffix: g, of }: (typeof THROUGH_MEXICO)[number]): Part {
  return {
    stocks: {
      [`centralAmerica${g}`]: stage(
        `${of} in Central America (C)`,
        `initialCentralAmerica${g}`,
        [`arrived${g}`],
        [`enteredMexico${g}`],
      ),
      [`southFirst${g}`]: stage(
        `${of} in southern Mexico (S1)`,
        `initialSouthFirst${g}`,
        [`enteredMexico${g}`, `setOutAgain${g}`],
        [`setOut${g}`, `removedSouth${g}`, `gaveUpSouth${g}`],
      ),
      [`inTransit${g}`]: stage(
        `${of} in transit through Mexico (S2)`,
        `initialInTransit${g}`,
        [`setOut${g}`],
        [`reachedBorder${g}`, `interceptedTransit${g}`, `gaveUpTransit${g}`],
      ),
      [`dispersed${g}`]: stage(
        `${of} relocated within Mexico (Q)`,
        `initialDispersed${g}`,
        [`relocated${g}`],
        [`setOutAgain${g}`, `gaveUpDispersed${g}`],
      ),
    },
    flows: {
      [`arrived${g}`]: people(`${of} who come to Central America`, ARRIVALS[g]),
      [`enteredMexico${g}`]: people(`${of} who enter Mexico`, `centralAmerica${g} / centralAmericaTime`),
      [`setOut${g}`]: people(
        `${of} who set out from the south`,
        `southFirst${g} / (southernMexicoTime * (1 + transportFelt))`,
      ),
      [`reachedBorder${g}`]: people(
        `${of} who reach the border region`,
        `inTransit${g} / (transitMexicoTime * (1 + transportFelt))`,
      ),
      [`removedSouth${g}`]: people(
        `${of} removed from southern Mexico`,
        `lookup(removedAfterInterception, time) * interceptedSouth${g}`,
      ),
      [`interceptedTransit${g}`]: people(`${of} intercepted in transit (e2)`, `interception * inTransit${g}`),
      [`interceptedBorder${g}`]: people(
        `${of} intercepted near the border (eN)`,
        `interceptionBorder * interception * border${g}`,
      ),
      [`relocated${g}`]: people(
        `${of} relocated after interception`,
        `(1 - lookup(removedAfterInterception, time)) * (interceptedTransit${g} + interceptedBorder${g})`,
      ),
      [`setOutAgain${g}`]: people(`${of} who come back to the south`, `dispersed${g} / dispersalTime`),
      [`gaveUpSouth${g}`]: people(`${of} who leave the corridor in the south`, `leavingRate * southFirst${g}`),
      [`gaveUpTransit${g}`]: people(`${of} who leave the corridor in transit`, `leavingRate * inTransit${g}`),
      [`gaveUpDispersed${g}`]: people(`${of} who leave the corridor after relocation`, `leavingRate * dispersed${g}`),
    },
    auxiliaries: {
      // A person stopped in the south and let go is in the south still: an event, and no move.
      [`interceptedSouth${g}`]: people(
        `${of} intercepted in southern Mexico (e1)`,
        `interceptionSouth * interception * southFirst${g}`,
      ),
    },
  };
}

const transportAdapt = linearAdapt({
  push: "transportRestriction",
  share: "transportAdaptation",
  time: "transportAdaptationTime",
  adapted: "transportAdapted",
});

const authorities: Part = {
  stocks: {
    circumvented: adaptation(
      "interception that people have found ways around (B_m)",
      "1/week",
      "circumventing",
      "initialCircumvented",
    ),
    transportAdapted: adaptation(
      "restriction of transport that people have adapted to (B_tr)",
      "1",
      "transportAdapting",
    ),
  },
  flows: {
    circumventing: {
      about: "adaptation to interception",
      unit: "1/week^2",
      equation: following("max(0, interceptionOrdered - referenceInterception)", {
        share: "interceptionCircumvented",
        time: "circumventionTime",
        adapted: "circumvented",
      }),
    },
    transportAdapting: {
      about: "adaptation to restriction of transport",
      unit: "1/week",
      equation: transportAdapt.adapting,
    },
    interceptionEvents: {
      about: "interceptions in Mexico, events and not persons",
      unit: "event/week",
      equation: "1 [event/person] * intercepted",
    },
    removedFromMexico: people(
      "people removed from Mexico after interception",
      "lookup(removedAfterInterception, time) * intercepted",
    ),
  },
  auxiliaries: {
    interceptionOrdered: {
      about: "interception hazard before people adapt (m)",
      unit: "1/week",
      equation: "1 [1/week] * interceptionFactor * exp(lookup(logInterception, time))",
    },
    interception: {
      about: "interception hazard in transit (me)",
      unit: "1/week",
      equation: "max(interceptionOrdered - circumvented, interceptionFloor * interceptionOrdered)",
    },
    transportFelt: number("restriction of transport that still works (te)", transportAdapt.felt),
    intercepted: people(
      "people intercepted in Mexico, each as often as it happens",
      [
        sum("interceptedSouth", THROUGH_MEXICO),
        sum("interceptedTransit", THROUGH_MEXICO),
        sum("interceptedBorder", THROUGH_MEXICO),
      ].join(" + "),
    ),
  },
};

/** From Central America to the border, with interception and relocation. */
export const journey: Part = joined([...THROUGH_MEXICO.map(throughMexico), authorities]);
