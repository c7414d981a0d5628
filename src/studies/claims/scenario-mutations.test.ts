/** Claims that rest on runs and on the record change their verdict when their key input is turned round. */
import { describe, expect, it } from "vitest";
import { EVIDENCE_FILES } from "../../data/bundle.ts";
import { Dataset } from "../../data/dataset.ts";
import type { Interval } from "../study/document.ts";
import { evidence } from "../study/study-model.ts";
import type { Claim } from "./claim.ts";
import { claimDocuments } from "./document.ts";
import { type Fear, weighFear } from "./fear.ts";
import { type GunCut, weighGuns } from "./guns.ts";
import { type LinkPressure, weighLinks } from "./links.ts";
import { tradeOf, weighAgenda } from "./one-agenda.ts";
import { signPutIn } from "./put-in.ts";
import type { ScenarioReads } from "./scenario-reads.ts";
import { type Upstream, weighUpstream } from "./upstream.ts";
import { type WeakPoints, weakPoints, weighWeakPoints } from "./weak-points.ts";

const dataset = evidence();
const chain = EVIDENCE_FILES["claims.csv"] ?? "";
const [SUPPORTED, CAVEAT, AGAINST, OPEN] = [
  "supported",
  "supported with a caveat",
  "not supported",
  "cannot be told from this evidence",
];

/** Bands about a middle: nine tenths lie within `width`, the half within a third of it. */
function about(median: number, width = 0.05): Interval {
  return {
    median,
    interval50: [median - width / 3, median + width / 3],
    interval90: [median - width, median + width],
  };
}
const everyYear = (one: Interval) => ({ 1: one, 2: one, 5: one, 10: one });
const everyMoment = (one: Interval) => ({ half: one, one, two: one });

/** The verdict, after the words of the claim have been read for what must not be in them. */
function verdictOf(claim: Claim): string {
  for (const language of ["en", "es"] as const)
    expect(JSON.stringify(claimDocuments([claim], language))).not.toMatch(/NaN|undefined|\{\{|\[object/);
  return claim.verdict;
}

describe("C4", () => {
  const course = (one: Interval) => ({ first: one, sixth: one });
  const kinds = (...flows: readonly [Interval, Interval, Interval]): LinkPressure["kinds"] => {
    const [persistent, intermediate, transient] = flows.map((flow) => ({
      flow: course(flow),
      deaths: course(flow),
      precursors: course(flow),
    }));
    return { persistent: persistent!, intermediate: intermediate!, transient: transient! };
  };
  const none = course(about(0));
  const pressure = (changed: Partial<LinkPressure>): LinkPressure => ({
    kinds: kinds(about(-0.3), about(-0.04), about(0)),
    alone: Object.fromEntries(
      [
        "precursor-import-control",
        "production-disruption",
        "pressure-transit",
        "port-scanning",
        "pressure-wholesale",
        "treatment-access",
        "naloxone-reach",
        "initiation-prevention",
      ].map((lever) => [lever, none]),
    ),
    everything: { persistent: none, intermediate: none, transient: none },
    worth: 500,
    grade: "A",
    ...changed,
  });
  const weigh = (changed: Partial<LinkPressure>) => weighLinks(dataset, chain, pressure(changed));
  const stops = about(-0.97, 0.02);

  it("turns round when the flow stops under every kind of shock", () => {
    expect(verdictOf(weigh({}))).toBe(AGAINST);
    expect(verdictOf(weigh({ kinds: kinds(stops, stops, stops) }))).toBe(SUPPORTED);
    expect(verdictOf(weigh({ kinds: kinds(about(-0.91), about(-0.93), stops) }))).toBe(OPEN);
    expect(verdictOf(weigh({ kinds: kinds(about(-0.92), stops, stops) }))).toBe(CAVEAT);
  });

  it("takes the weakest kind for the claim and the strongest against it", () => {
    expect(verdictOf(weigh({ kinds: kinds(stops, stops, about(0)) }))).toBe(OPEN);
  });

  it("is never plain on grade C, and says which way it leans", () => {
    expect(verdictOf(weigh({ grade: "C" }))).toBe(OPEN);
    expect(weigh({ grade: "C" }).headline.key).toBe("claims.c4Assumed");
    expect(verdictOf(weigh({ grade: "C", kinds: kinds(stops, stops, stops) }))).toBe(CAVEAT);
    expect(weigh({ worth: 199 }).headline.key).toBe("claims.c4Open");
  });
});

describe("C5", () => {
  const fear = (changed: Partial<Fear>): Fear => ({
    draws: 1024,
    participation: everyMoment(about(-0.8)),
    made: everyMoment(about(-0.05)),
    killed: everyMoment(about(0.002, 0.001)),
    flow: everyMoment(about(-0.02)),
    overdoses: everyMoment(about(-0.01)),
    usualOverdoses: 70_000,
    worth: 500,
    grade: "B",
    assumed: { giving: false, killing: false },
    original: true,
    ...changed,
  });
  const weigh = (changed: Partial<Fear>) => weighFear(dataset, chain, fear(changed));

  it("turns round when nobody is killed, or when the group goes on", () => {
    expect(verdictOf(weigh({}))).toBe(SUPPORTED);
    expect(verdictOf(weigh({ killed: everyMoment(about(0, 0)) }))).toBe(AGAINST);
    expect(verdictOf(weigh({ participation: everyMoment(about(-0.1)) }))).toBe(AGAINST);
    expect(verdictOf(weigh({ participation: everyMoment(about(-0.5)) }))).toBe(OPEN);
  });

  it("tells nothing while what drives it was put in, or was read in copies", () => {
    expect(verdictOf(weigh({ assumed: { giving: false, killing: true } }))).toBe(OPEN);
    expect(verdictOf(weigh({ assumed: { giving: true, killing: false } }))).toBe(OPEN);
    expect(verdictOf(weigh({ original: false }))).toBe(OPEN);
  });

  it("has killings beside overdose deaths, and never as a gain", () => {
    const numbers = weigh({}).numbers.filter(({ unit }) => unit === "death");
    expect(numbers.map(({ what }) => what.key)).toEqual([
      "claims.killedWithin",
      "claims.overdosesChanged",
      "claims.homicidesIn",
    ]);
    // 2 of 1,000 in 26,000 people, and 1 % of 70,000 fewer: more is above zero on both.
    expect(numbers[0]!.value).toBeCloseTo(52, 9);
    expect(numbers[1]!.value).toBeCloseTo(-700, 9);
  });
});

describe("C6", () => {
  const points = (links: Partial<WeakPoints["links"]>): WeakPoints => ({
    salience: [{ day: "2023-10-05", level: about(28, 9) }],
    response: about(9, 6),
    links: { deaths: "open", encounters: "for", votes: "open", ...links },
    worth: 500,
  });
  const weigh = (links: Partial<WeakPoints["links"]>) => weighWeakPoints(dataset, chain, points(links));

  it("is as strong as its weakest link", () => {
    expect(verdictOf(weigh({}))).toBe(OPEN);
    expect(verdictOf(weigh({ deaths: "for", votes: "for" }))).toBe(SUPPORTED);
    expect(verdictOf(weigh({ deaths: "for", votes: "rather for" }))).toBe(CAVEAT);
    expect(verdictOf(weigh({ deaths: "for", votes: "against" }))).toBe(AGAINST);
  });

  it("reads its links from the evidence: a response that lies on the other side turns the link round", () => {
    const reads = { usual: () => about(28, 9), worth: 500 } as unknown as ScenarioReads;
    const linksIn = (of: Dataset) => weakPoints(of, reads).links;
    expect(linksIn(dataset)).toEqual({ deaths: "open", encounters: "for", votes: "open" });
    const response = dataset.parameter("salience.response");
    const withResponse = (id: string, prior: string, grade: "A" | "C" = "A") =>
      new Dataset({
        ...dataset,
        parameters: new Map([...dataset.parameters, [id, { ...response, id, prior, grade }]]),
      });
    expect(linksIn(withResponse(response.id, "normal(-9, 2)")).encounters).toBe("against");
    expect(linksIn(withResponse(response.id, "normal(1, 4)")).encounters).toBe("open");
    expect(linksIn(withResponse("salience.votesResponse", "normal(3, 1)")).votes).toBe("for");
    expect(linksIn(withResponse("salience.votesResponse", "lognormal(3, 1.5)", "C")).votes).toBe("open");
  });
});

describe("C7", () => {
  type Effects = Upstream["sets"]["onTheWay"];
  const effects = (encounters: Interval, held = about(-0.1)): Effects => {
    const [of, other] = [encounters, held].map((one) => ({ first: one, third: one }));
    return { encounters: of!, held: other!, south: other!, interceptions: other!, evaded: of!, revenue: of! };
  };
  const weigh = (changed: Partial<Upstream["sets"]>, more: Partial<Upstream> = {}) => {
    const fewer = effects(about(-0.4));
    const sets = {
      onTheWay: fewer,
      upstream: fewer,
      border: fewer,
      interception: fewer,
      lawful: fewer,
      origin: fewer,
      ...changed,
    };
    return weighUpstream(dataset, chain, { sets, worth: 500, grade: "A", ...more });
  };
  const same = effects(about(0));

  it("turns round when encounters stay as they are", () => {
    expect(verdictOf(weigh({}))).toBe(SUPPORTED);
    expect(verdictOf(weigh({ onTheWay: same, upstream: same }))).toBe(AGAINST);
    expect(verdictOf(weigh({ onTheWay: same }))).toBe(OPEN);
    expect(verdictOf(weigh({ upstream: effects(about(-0.12)) }))).toBe(CAVEAT);
    // What is done at the border does not decide.
    expect(verdictOf(weigh({ border: same, lawful: same }))).toBe(SUPPORTED);
  });

  it("is not plain where people have been moved and not fewer, nor on grade C, nor with few draws", () => {
    expect(verdictOf(weigh({ onTheWay: effects(about(-0.4), about(0.3)) }))).toBe(CAVEAT);
    expect(verdictOf(weigh({}, { grade: "C" }))).toBe(CAVEAT);
    expect(verdictOf(weigh({}, { worth: 199 }))).toBe(OPEN);
    expect(weigh({ onTheWay: same, upstream: same }, { grade: "C" }).headline.key).toBe("claims.c7Assumed");
  });

  it("shows January 2024 as learnt since, and does not weigh it", () => {
    const since = weigh({}).numbers.find(({ what }) => what.key === "claims.encountersSince");
    expect(since!.value).toBeCloseTo(124_220 / 249_740 - 1, 12);
    const december = dataset.last("us_usbp_sw_encounters_khsm");
    expect(december).toMatchObject({ date: "2023-12", value: 249_740 });
  });
});

describe("C9", () => {
  const cut = (changed: Partial<GunCut>): GunCut => ({
    guns: everyYear(about(-0.2)),
    arrests: everyYear(about(0.2)),
    conflictDeaths: everyYear(about(-0.05)),
    deathsSinceStart: about(0.25),
    ruled: everyYear(about(-0.08)),
    worth: 500,
    grade: "A",
    assumed: false,
    ...changed,
  });
  const weigh = (changed: Partial<GunCut>) => weighGuns(dataset, chain, cut(changed));

  it("turns round when arrests stay as they are, were the link estimated", () => {
    expect(verdictOf(weigh({}))).toBe(SUPPORTED);
    expect(verdictOf(weigh({ arrests: everyYear(about(0)) }))).toBe(AGAINST);
    expect(verdictOf(weigh({ arrests: { ...everyYear(about(0.2)), 10: about(0.12) } }))).toBe(CAVEAT);
    expect(verdictOf(weigh({ grade: "C" }))).toBe(CAVEAT);
  });

  it("cannot be told while the sign of the link was put in, however large it is", () => {
    expect(verdictOf(weigh({ assumed: true, arrests: everyYear(about(0.9)) }))).toBe(OPEN);
    expect(verdictOf(weigh({ assumed: true, arrests: everyYear(about(0)) }))).toBe(OPEN);
    expect(signPutIn(dataset.parameter("firearms.capacityElasticity"))).toBe(true);
  });
});

describe("C10", () => {
  const weigh = (rows = dataset.agenda, gains?: "for" | "against") => {
    const trade = tradeOf(dataset, rows);
    return weighAgenda(chain, gains === undefined ? trade : { ...trade, gains });
  };
  const without = (actor: string) => dataset.agenda.filter((row) => !(row.kind === "ask" && row.actor === actor));

  it("turns round when one side has asked for nothing", () => {
    expect(verdictOf(weigh())).toBe(OPEN);
    expect(verdictOf(weigh(without("MX")))).toBe(AGAINST);
    expect(verdictOf(weigh(without("US")))).toBe(AGAINST);
  });

  it("follows what each side would gain, once that is known, within what grade C carries", () => {
    expect(verdictOf(weigh(dataset.agenda, "for"))).toBe(CAVEAT);
    expect(verdictOf(weigh(dataset.agenda, "against"))).toBe(OPEN);
    expect(weigh(dataset.agenda, "against").headline.key).toBe("claims.c10Assumed");
  });

  it("counts what was asked up to the report, and the communiqué apart", () => {
    const { asked, later } = tradeOf(dataset, dataset.agenda);
    expect(asked.US.levers).toEqual(["production-disruption"]);
    expect([...asked.MX.levers].sort()).toEqual([
      "gun-source-rules",
      "origin-programmes",
      "southbound-inspection",
      "trade-pressure",
    ]);
    expect([...asked.MX.executive].sort()).toEqual(["southbound-inspection", "trade-pressure"]);
    expect([...later.MX.levers].sort()).toEqual(["origin-programmes", "regularisation"]);
    for (const { date } of asked.MX.asks) expect(date <= "2023-10-05").toBe(true);
  });
});

describe("what was put in", () => {
  const parameter = (grade: "A" | "C", prior?: string) => ({
    grade,
    value: 1,
    ...(prior === undefined ? {} : { prior }),
  });

  it("is a sign that no draw of an assumption can have otherwise", () => {
    expect(signPutIn(parameter("C", "triangular(0, 0.1, 0.4)"))).toBe(true);
    expect(signPutIn(parameter("C", "lognormal(1, 2)"))).toBe(true);
    expect(signPutIn(parameter("C", "triangular(-0.4, -0.1, 0)"))).toBe(true);
    expect(signPutIn(parameter("C"))).toBe(true);
    expect(signPutIn(parameter("C", "normal(0.1, 0.2)"))).toBe(false);
    expect(signPutIn(parameter("A", "lognormal(1, 2)"))).toBe(false);
    expect(signPutIn({ grade: "C", value: 0 })).toBe(false);
  });
});
