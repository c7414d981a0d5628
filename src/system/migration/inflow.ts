import { linearAdapt, linearAdaptBothWays } from "../adapt.ts";
import { adaptation, GROUPS, type Group, joined, number, type Part, people, stage } from "./part.ts";

/** 2π and 4π over a year of 365.25 days [week]. */
const YEAR = "52.178571428571429 [week]";
const ONCE = `6.283185307179586 * time / ${YEAR}`;
const TWICE = `12.566370614359172 * time / ${YEAR}`;

/** Width of the steps that dated measures make. */
const STEP = "0.5 [week]";

/**
 * Dated shocks that hold people back (a dip that is released again) or bring them forward (a rush, with a negative
 * amplitude, until an announced change). Their amplitudes are parameters, named by episode and group.
 */
export const EPISODES: readonly {
  readonly name: string;
  readonly about: string;
  readonly from: string;
  /** Time in which a dip is released [week]. */
  readonly release?: number;
  /** End of a rush. */
  readonly until?: string;
  readonly groups: readonly Group["suffix"][];
}[] = [
  {
    name: "southernProgramme",
    about: "Mexican southern-border programme",
    from: "2014-07-01",
    release: 16,
    groups: ["Central"],
  },
  {
    name: "newAdministration",
    about: "change of US administration",
    from: "2017-01-25",
    release: 16,
    groups: ["Mexico", "Central", "Others"],
  },
  {
    name: "juneAgreement",
    about: "US–Mexico agreement of June 2019 and return-to-Mexico programme",
    from: "2019-06-07",
    release: 26,
    groups: ["Central", "Darien", "Others"],
  },
  {
    name: "pandemic",
    about: "restrictions on mobility in the pandemic",
    from: "2020-03-20",
    release: 16,
    groups: ["Mexico", "Central", "Darien", "Others"],
  },
  {
    name: "venezuelanReturns",
    about: "return to Mexico and parole for Venezuelans",
    from: "2022-10-12",
    release: 8,
    groups: ["Darien"],
  },
  {
    name: "januaryPackage",
    about: "parole, returns and appointments of January 2023",
    from: "2023-01-05",
    release: 8,
    groups: ["Darien", "Others"],
  },
  {
    name: "endOfExpulsions",
    about: "end of Title 42 and the rule that came with it",
    from: "2023-05-12",
    release: 8,
    groups: ["Mexico", "Central", "Darien", "Others"],
  },
  {
    name: "rush2014",
    about: "spring 2014",
    from: "2014-04-25",
    until: "2014-07-01",
    groups: ["Central"],
  },
  {
    name: "rush2016",
    about: "anticipation before January 2017",
    from: "2016-10-01",
    until: "2017-01-20",
    groups: ["Central"],
  },
  {
    name: "rush2019",
    about: "spring 2019",
    from: "2019-04-25",
    until: "2019-06-07",
    groups: ["Central", "Others"],
  },
  {
    name: "rushDecember2022",
    about: "anticipation before January 2023",
    from: "2022-12-01",
    until: "2023-01-05",
    groups: ["Darien", "Others"],
  },
  {
    name: "rushMay2023",
    about: "anticipation before 11 May 2023",
    from: "2023-04-10",
    until: "2023-05-12",
    groups: ["Central", "Darien", "Others"],
  },
  {
    name: "rushSummer2023",
    about: "late summer 2023",
    from: "2023-08-01",
    until: "2023-10-01",
    groups: ["Central", "Darien"],
  },
  {
    name: "rushDecember2023",
    about: "year-end 2023",
    from: "2023-12-01",
    until: "2023-12-31",
    groups: ["Mexico", "Central", "Darien", "Others"],
  },
];

/** Sources of departures with the policy at the origin that moves them. */
const STREAMS = [
  { suffix: "Mexico", policy: "originFactor * ", of: "from Mexico" },
  { suffix: "Central", policy: "originFactor * ", of: "from Guatemala, Honduras and El Salvador" },
  { suffix: "ByDarien", policy: "sanctionsFactor * ", of: "by way of the Darién" },
  { suffix: "Bypass", policy: "sanctionsFactor * ", of: "from the five countries of the Darién group by other ways" },
  { suffix: "Others", policy: "", of: "from all other countries" },
] as const;

/** Departures as the fitted knots and the season have them, before anything holds people back (I). */
function potential({ suffix, policy, of }: (typeof STREAMS)[number]): Part {
  const season = [
    `seasonYearCos${suffix} * cos(${ONCE})`,
    `seasonYearSin${suffix} * sin(${ONCE})`,
    `seasonHalfYearCos${suffix} * cos(${TWICE})`,
    `seasonHalfYearSin${suffix} * sin(${TWICE})`,
  ].join(" + ");
  return {
    auxiliaries: {
      [`potential${suffix}`]: people(
        `departures ${of} if nothing held people back (I)`,
        `1 [person/week] * ${policy}departureFactor${suffix} * exp(lookup(logDepartures${suffix}, time) + ${season})`,
      ),
    },
  };
}

/** What holds a group back or draws it on: dated shocks (h), consequences of return (ce), perceived success (P). */
function willingness({ suffix, of }: Group): Part {
  const shocks = EPISODES.filter(({ groups }) => groups.includes(suffix)).map(
    ({ name }) => `${name}${suffix} * ${name}`,
  );
  const adapt = linearAdapt({
    push: "returnConsequence",
    share: "consequenceAdaptation",
    time: "consequenceAdaptationTime",
    adapted: `consequenceAdapted${suffix}`,
  });
  return {
    stocks: {
      [`consequenceAdapted${suffix}`]: adaptation(
        `consequences of return that ${of} have come to live with (B_u)`,
        "1",
        `consequenceAdapting${suffix}`,
      ),
    },
    flows: {
      [`consequenceAdapting${suffix}`]: {
        about: `adaptation of ${of} to consequences of return`,
        unit: "1/week",
        equation: adapt.adapting,
      },
    },
    auxiliaries: {
      [`hold${suffix}`]: number(
        `share of ${of} held back by dated shocks; negative in a rush (h)`,
        `holdCap * tanh((extraHold${suffix} + ${shocks.join(" + ")}) / holdCap)`,
      ),
      [`consequenceFelt${suffix}`]: number(`consequences of return that ${of} still mind (ce)`, adapt.felt),
      [`willing${suffix}`]: number(
        `departures of ${of} relative to the fitted ones (f)`,
        `exp(inflowElasticityToSuccess * log(success${suffix} / referenceSuccess${suffix})) * (1 - hold${suffix}) * (1 - consequenceDeterrence * consequenceFelt${suffix})`,
      ),
    },
  };
}

const shapes: Part = {
  auxiliaries: Object.fromEntries(
    EPISODES.map(({ name, about, from, release, until }) => [
      name,
      number(
        `shape of a shock in time: ${about}`,
        until === undefined ? `release(${from}, ${STEP}, ${release} [week])` : `window(${from}, ${until}, ${STEP})`,
      ),
    ]),
  ),
};

const departures: Part = {
  flows: {
    departedMexico: people("departures from Mexico (i_M)", "potentialMexico * willingMexico"),
    departedCentral: people("departures from northern Central America (i_A)", "potentialCentral * willingCentral"),
    departedBypass: people("departures of the Darién group by other ways (i_V)", "wantedBypass * staying"),
    departedOthers: people(
      "departures from all other countries (i_O)",
      "wantedOthers * (1 - paroleShareOthers + paroleShareOthers * staying)",
    ),
  },
  auxiliaries: {
    wantedByDarien: people(
      "departures towards the Darién before parole",
      "potentialByDarien * willingDarien * (1 - visaMeasures)",
    ),
    wantedBypass: people(
      "departures of the Darién group by other ways before parole",
      "potentialBypass * willingDarien * (1 - visaMeasures)",
    ),
    wantedOthers: people("departures from all other countries before parole", "potentialOthers * willingOthers"),
    paroled: people(
      "people who enter with a sponsor and parole",
      "max(0, parolePerWeek * ramp(2023-01-20, 4 [week]) + extraParole)",
    ),
    staying: number(
      "share of those with a right to parole who depart all the same (keep)",
      "exp(-departuresAvoidedPerParole * paroled / (wantedByDarien + wantedBypass + paroleShareOthers * wantedOthers + 1 [person/week]))",
    ),
  },
};

const darienAdapt = linearAdaptBothWays({
  push: "darienMeasures",
  share: "darienAdaptation",
  time: "darienAdaptationTime",
  adapted: "darienAdapted",
});

/** The Darién: two stages, and measures of Panama that people adapt to. */
const darien: Part = {
  stocks: {
    crossingFirst: stage(
      "people in the first half of the Darién (Z1)",
      "initialCrossingFirst",
      ["enteredCrossing"],
      ["crossedHalf"],
    ),
    crossingSecond: stage(
      "people in the second half of the Darién (Z2)",
      "initialCrossingSecond",
      ["crossedHalf"],
      ["returnedFromDarien", "leftCrossing"],
    ),
    darienAdapted: adaptation("measures in the Darién that people have adapted to (B_pan)", "1", "darienAdapting"),
  },
  flows: {
    enteredCrossing: people(
      "people who enter the Darién",
      "wantedByDarien * staying * (1 - darienEntryEffect * darienFelt)",
    ),
    crossedHalf: people("people half way", "2 * crossingFirst / darienTransitTime"),
    returnedFromDarien: people("people returned by Panama", "darienReturnShare * max(0, darienFelt) * crossed"),
    leftCrossing: people("people who go on from the Darién (z')", "crossed - returnedFromDarien"),
    darienAdapting: {
      about: "adaptation to measures in the Darién",
      unit: "1/week",
      equation: darienAdapt.adapting,
    },
  },
  auxiliaries: {
    crossed: people("crossings of the Darién as Panama reports them (z)", "2 * crossingSecond / darienTransitTime"),
    darienFelt: number("measures in the Darién that still work (e)", darienAdapt.felt),
  },
};

/** Departures of every origin, dated shocks, parole, and the Darién. */
export const inflow: Part = joined([...STREAMS.map(potential), shapes, ...GROUPS.map(willingness), departures, darien]);
