import { GROUPS, type Group, joined, number, type Part, people, stage, sum, THROUGH_MEXICO } from "./part.ts";

/** Share of a group to which Title 42 applies while it is in force. */
const EXPULSION = {
  Mexico: "expulsionRegime",
  Central: "expulsionRegime * expulsionReachCentral",
  Darien: "expulsionRegime * expulsionReachOthers",
  Others: "expulsionRegime * expulsionReachOthers",
} as const;

/** Near the border: people wait for an appointment, attempt to cross, are encountered, returned, and try again. */
function atBorder({ suffix: g, of }: Group): Part {
  const mexican = g === "Mexico";
  const leaving = mexican ? "leavingRateMexico" : "leavingRate";
  const ports = g === "Darien";
  return {
    stocks: {
      [`border${g}`]: stage(
        `${of} near the border (N)`,
        `initialBorder${g}`,
        [mexican ? "departedMexico" : `reachedBorder${g}`],
        [...(mexican ? [] : [`interceptedBorder${g}`]), `wentOn${g}`, `joinedQueue${g}`, `gaveUpBorder${g}`],
      ),
      [`waiting${g}`]: stage(
        `${of} who wait for an appointment (W)`,
        "0 [person]",
        [`joinedQueue${g}`],
        [`leftQueue${g}`, `served${g}`, `gaveUpQueue${g}`],
      ),
      [`returned${g}`]: stage(
        `${of} returned to Mexico who will try again (X)`,
        `initialReturned${g}`,
        [`returnedToMexico${g}`],
        [`triedAgain${g}`, `gaveUpReturned${g}`],
      ),
      [`success${g}`]: {
        about: `success that ${of} expect of an attempt (P)`,
        unit: "1",
        initial: `initialSuccess${g}`,
        inflows: [`learned${g}`],
        floor: 0.1,
      },
    },
    flows: {
      [`wentOn${g}`]: people(
        `${of} who attempt to cross without waiting (go)`,
        `ready${g} * (1 - held${g}) * (1 - waitingShare${g})`,
      ),
      [`joinedQueue${g}`]: people(`${of} who begin to wait (wait)`, `ready${g} * waitingShare${g}`),
      [`leftQueue${g}`]: people(
        `${of} who lose patience and attempt to cross (leak)`,
        `waiting${g} / queuePatience * (1 - held${g})`,
      ),
      [`served${g}`]: people(`${of} admitted by appointment (s)`, `served * waiting${g} / queue`),
      [`triedAgain${g}`]: people(`${of} who try again`, `returned${g} / timeToNewAttempt * (1 - held${g})`),
      [`returnedToMexico${g}`]: people(
        `${of} returned who will try again (re)`,
        `apprehended${g} * returnedShare${g} * newAttempt`,
      ),
      [`encountered${g}`]: {
        about: `encounters of ${of} between ports, events and not persons`,
        unit: "encounter/week",
        equation: `1 [encounter/person] * apprehended${g}`,
      },
      [`gaveUpBorder${g}`]: people(`${of} who leave the corridor near the border`, `${leaving} * border${g}`),
      [`gaveUpQueue${g}`]: people(`${of} who leave the queue and the corridor`, `0.5 * ${leaving} * waiting${g}`),
      [`gaveUpReturned${g}`]: people(`${of} who leave the corridor after return`, `${leaving} * returned${g}`),
      [`learned${g}`]: {
        about: `${of} learn of the success of others`,
        unit: "1/week",
        equation: `(max(successFloor, (gotAway${g} + released${g} + served${g}) / (attempts${g} + served${g} + 1e-9 [person/week])) - success${g}) / successPerceptionTime`,
      },
    },
    auxiliaries: {
      [`underExpulsion${g}`]: number(`share of ${of} under Title 42 (w)`, EXPULSION[g]),
      [`returnedBefore${g}`]: number(
        `share of encountered ${of} returned to Mexico, without further consequences`,
        `returnedOrdinary${g} * (1 - underExpulsion${g}) + returnedExpulsion${g} * underExpulsion${g}`,
      ),
      [`removedBefore${g}`]: number(
        `share of encountered ${of} removed, without further consequences`,
        `removedOrdinary${g} * (1 - underExpulsion${g})`,
      ),
      [`reached${g}`]: number(
        `share of encountered ${of} whom further consequences reach`,
        `consequenceReach * returnConsequence * (1 - returnedBefore${g} - removedBefore${g})`,
      ),
      [`returnedShare${g}`]: number(
        `share of encountered ${of} returned to Mexico (ret)`,
        `returnedBefore${g} + (1 - consequenceRemovalShare) * reached${g}`,
      ),
      [`removedShare${g}`]: number(
        `share of encountered ${of} removed (rem)`,
        `removedBefore${g} + consequenceRemovalShare * reached${g}`,
      ),
      [`encounterShare${g}`]: number(
        `share of attempts of ${of} that end in an encounter (p)`,
        `1 - (evadingOrdinary${g} * (1 - expulsionRegime) + evadingExpulsion${g} * expulsionRegime) * (1 - apprehensionWhenEvading)`,
      ),
      [`held${g}`]: number(
        `share of ${of} near the border who put an attempt off (H)`,
        `min(holdOnAttempts * hold${g} + consequenceDeterrence * consequenceFelt${g}, holdCap)`,
      ),
      [`ready${g}`]: people(
        `${of} ready to go on from the border region (out)`,
        `border${g} / ${mexican ? "borderTimeMexico" : "borderTime"}`,
      ),
      [`waitingShare${g}`]: number(`share of ${of} who wait for an appointment`, `wouldWait${g} * believers`),
      ...(ports
        ? {
            attemptsAnywhere: people("attempts of the Darién group at ports and between them", attempts(g)),
            atPorts: people(
              "people of the Darién group who present themselves at ports",
              "portShare * attemptsAnywhere",
            ),
          }
        : {}),
      [`attempts${g}`]: people(
        `attempts of ${of} between ports (a)`,
        ports ? "attemptsAnywhere - atPorts" : attempts(g),
      ),
      [`apprehended${g}`]: people(
        `${of} encountered between ports, each as often as it happens (app)`,
        `encounterShare${g} * attempts${g}`,
      ),
      [`gotAway${g}`]: people(`${of} who cross without an encounter (got)`, `(1 - encounterShare${g}) * attempts${g}`),
      [`released${g}`]: people(
        `${of} released in the United States`,
        `apprehended${g} * (1 - returnedShare${g} - removedShare${g})`,
      ),
      [`ended${g}`]: people(
        `${of} removed, or returned for good`,
        `apprehended${g} * (removedShare${g} + returnedShare${g} * (1 - newAttempt))`,
      ),
      [`first${g}`]: people(`first attempts of ${of}`, `attempts${g} - triedAgain${g}`),
    },
  };
}

function attempts(g: string): string {
  return `wentOn${g} + leftQueue${g} + triedAgain${g}`;
}

/** Regimes at the border, appointments, and what smuggling earns. */
const regimes: Part = {
  stocks: {
    perceivedCapacity: {
      about: "appointments that people reckon with (L)",
      unit: "appointment/week",
      initial: "initialPerceivedCapacity",
      inflows: ["perceiving"],
      floor: 10,
    },
    feeLevel: {
      about: "smuggling fees relative to those at the reference of interception (F)",
      unit: "1",
      initial: "initialFeeLevel",
      inflows: ["feeRising"],
      floor: 0.1,
    },
  },
  flows: {
    perceiving: {
      about: "people learn of appointments",
      unit: "appointment/week^2",
      equation: "(capacity - perceivedCapacity) / capacityPerceptionTime",
    },
    feeRising: {
      about: "fees follow enforcement",
      unit: "1/week",
      equation:
        "(exp(feeElasticity * log(max(interception / referenceInterception, feeFloor))) - feeLevel) / feeAdjustmentTime",
    },
    gotAways: people("crossings without an encounter", sum("gotAway")),
    firstAttempts: people("first attempts", sum("first")),
    lawfulEntries: people("people admitted by appointment or at a port", `${sum("served")} + atPorts`),
    releasedInside: people("people released in the United States", sum("released")),
    endedJourneys: people("people removed, or returned for good", sum("ended")),
    leftCorridor: people(
      "people who settle on the way or go home",
      [
        ...["South", "Transit", "Dispersed"].map((at) => sum(`gaveUp${at}`, THROUGH_MEXICO)),
        ...["Border", "Queue", "Returned"].map((at) => sum(`gaveUp${at}`)),
      ].join(" + "),
    ),
    expulsions: {
      about: "expulsions under Title 42, events and not persons",
      unit: "event/week",
      equation: `1 [event/person] * (apprehendedMexico * returnedShareMexico * expulsionRegime + ${THROUGH_MEXICO.map(
        ({ suffix: g }) => `apprehended${g} * returnedExpulsion${g} * underExpulsion${g}`,
      ).join(" + ")})`,
    },
    smugglingRevenue: {
      about: "earnings of armed groups from smuggling: charges for passage and a share of fees (R_M)",
      unit: "USD/week",
      equation: `feeLevel * (${GROUPS.map(
        ({ suffix: g }) => `first${g} * (passageCharge + feeShareToGroups * smugglingFee${g})`,
      ).join(" + ")})`,
    },
  },
  auxiliaries: {
    expulsionRegime: number("Title 42 in force (u42)", "window(2020-03-21, 2023-05-12, 0.5 [week])"),
    expulsionLater: number("Title 42 as applied from February 2021 (post)", "ramp(2021-02-10, 4 [week])"),
    expulsionReachCentral: number(
      "share of Central Americans to whom Title 42 is applied",
      "1 - expulsionLater * (1 - logistic(expulsionLogitCentral))",
    ),
    expulsionReachOthers: number(
      "share of others to whom Title 42 is applied",
      "1 - expulsionLater * (1 - logistic(expulsionLogitDarien)) + (logistic(expulsionLogitVenezuela) - logistic(expulsionLogitDarien)) * ramp(2022-10-20, 2 [week])",
    ),
    newAttempt: number(
      "probability of a new attempt after return (rr)",
      "newAttemptOrdinary * (1 - expulsionRegime) + newAttemptExpulsion * expulsionRegime - consequenceNewAttemptEffect * returnConsequence",
    ),
    portShare: number(
      "share of attempts of the Darién group made at ports (poe)",
      "portShareStart + portShareRise2014 * ramp(2014-10-01, 8 [week]) - portShareFall2017 * ramp(2017-01-13, 2 [week]) - portShareFall2018 * ramp(2018-12-01, 8 [week])",
    ),
    capacity: {
      about: "appointments (Lcap)",
      unit: "appointment/week",
      equation:
        "max(0, 7 [day/week] * (appointmentsJanuary2023 * ramp(2023-01-18, 0.5 [week]) + appointmentsMay2023 * ramp(2023-05-12, 0.5 [week]) + appointmentsJune2023 * ramp(2023-06-01, 0.5 [week]) + appointmentsJuly2023 * ramp(2023-06-30, 0.5 [week])) + extraAppointments)",
    },
    believers: number(
      "share of those who would wait who believe in appointments (pf)",
      "1 - exp(-perceivedCapacity / waitingScale)",
    ),
    queue: {
      about: "people who wait for an appointment, and one",
      unit: "person",
      equation: `${sum("waiting")} + 1 [person]`,
    },
    served: people(
      "people admitted by appointment",
      "admissible * (1 - exp(-queue / (queueSaturationTime * (admissible + 1 [person/week]))))",
    ),
    admissible: people("people whom appointments can admit", "1 [person/appointment] * capacity"),
  },
};

/** The border, regimes, appointments and what smuggling earns. */
export const border: Part = joined([...GROUPS.map(atBorder), regimes]);
