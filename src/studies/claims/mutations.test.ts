/** Each claim changes its verdict when its key input is turned round: none is written down by hand. */
import { describe, expect, it } from "vitest";
import { EVIDENCE_FILES } from "../../data/bundle.ts";
import type { Series } from "../../data/series.ts";
import { evidence } from "../study/study-model.ts";
import { REPORTED } from "../study/timeline.ts";
import { claimDocuments } from "./document.ts";
import { type Employer, employerLists, placeOn, weighEmployers } from "./employers.ts";
import type { MembersDraws } from "./members-draws.ts";
import { type Encounters, encountersByNationality, weighNationality } from "./nationality.ts";
import { type Overdoses, overdoses, weighOverdoses } from "./overdose.ts";
import { publishedRange, weighWorkforce } from "./workforce.ts";

const dataset = evidence();
const chain = EVIDENCE_FILES["claims.csv"] ?? "";
const range = publishedRange(dataset);
const lists = employerLists(dataset);

/** A thousand equally weighted draws about a middle [person]. */
function drawsAbout(middle: number, width: number, grades = { A: 0.2, B: 0, C: 0.8 }): MembersDraws {
  const values = Float64Array.from({ length: 1000 }, (_, i) => middle + width * ((i + 0.5) / 1000 - 0.5));
  return {
    draws: 1000,
    failed: 0,
    weights: new Float64Array(1000).fill(1),
    worth: 1000,
    members: { [REPORTED[0]]: values, [REPORTED[1]]: values },
    grades,
    spreads: [],
  };
}
const GRADE_A = { A: 0.8, B: 0, C: 0.2 };

describe("C1", () => {
  const verdict = (draws: MembersDraws, of = range) => weighWorkforce(dataset, chain, draws, of).verdict;

  it("follows the draws", () => {
    expect(verdict(drawsAbout(172_000, 20_000))).toBe("supported with a caveat");
    expect(verdict(drawsAbout(172_000, 120_000))).toBe("cannot be told from this evidence");
    expect(verdict(drawsAbout(172_000, 20_000, GRADE_A))).toBe("supported");
    expect(verdict(drawsAbout(90_000, 20_000, GRADE_A))).toBe("not supported");
    expect(verdict(drawsAbout(90_000, 20_000))).toBe("cannot be told from this evidence");
  });

  it("follows the published range", () => {
    const draws = drawsAbout(172_000, 20_000, GRADE_A);
    expect(verdict(draws)).toBe("supported");
    expect(verdict(draws, { ...range, low: 40_000, central: 45_000, high: 50_000 })).toBe("not supported");
  });

  it("takes the weaker of the two dates", () => {
    const near = drawsAbout(172_000, 20_000, GRADE_A);
    const far = drawsAbout(250_000, 20_000, GRADE_A);
    const members = { ...near.members, [REPORTED[1]]: far.members[REPORTED[1]] };
    expect(verdict({ ...near, members })).toBe("cannot be told from this evidence");
  });

  it("needs enough draws", () => {
    expect(verdict({ ...drawsAbout(172_000, 20_000), worth: 399 })).toBe("cannot be told from this evidence");
  });
});

describe("C2", () => {
  const draws = drawsAbout(160_000, 30_000, GRADE_A);
  const own = (firms: readonly Employer[]) => firms.map((firm) => ({ ...firm, original: true, mexico: true }));
  const weigh = (privateFirms: readonly Employer[], of = draws) =>
    weighEmployers(chain, of, { ...lists, privateFirms });
  const withPeople = (name: string, people: number) =>
    own(lists.privateFirms).map((firm) => (firm.name === name ? { ...firm, people } : firm));

  it("follows the list of employers", () => {
    expect(weigh(own(lists.privateFirms)).verdict).toBe("supported");
    expect(weigh(withPeople("América Móvil", 100_000)).verdict).toBe("not supported");
    expect(weigh(withPeople("Grupo Bimbo", 300_000)).verdict).toBe("not supported");
    expect(weigh(withPeople("América Móvil", 160_000)).verdict).toBe("cannot be told from this evidence");
  });

  it("is not plain on a list of unlike firms, and tells nothing on a list that was read in copies", () => {
    const copies = own(lists.privateFirms).map((firm) => ({ ...firm, original: false }));
    const unlike = own(lists.privateFirms).map((firm) => ({ ...firm, mexico: firm.name !== "FEMSA" }));
    expect(weigh(copies).verdict).toBe("cannot be told from this evidence");
    expect(weigh(copies).headline.key).toBe("claims.c2Copies");
    expect(weigh(unlike).verdict).toBe("supported with a caveat");
    expect(weigh(lists.privateFirms).verdict).toBe("cannot be told from this evidence");
  });

  it("gives every draw one place", () => {
    const { numbers } = weigh(lists.privateFirms, drawsAbout(160_000, 200_000));
    for (const date of REPORTED) {
      const year = date.slice(0, 4);
      const places = numbers.filter(
        ({ what: { key, values = {} } }) =>
          key === "claims.placePrivate" && JSON.stringify(values.date).includes(`${year}"`),
      );
      expect(places.length).toBeGreaterThan(3);
      expect(places.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(1, 12);
    }
  });

  it("counts places from those that have more", () => {
    expect(placeOn(lists.privateFirms, 1e6)).toBe(1);
    expect(placeOn(lists.privateFirms, 181_000)).toBe(4);
    expect(placeOn(lists.privateFirms, 180_999)).toBe(5);
    expect(placeOn(lists.privateFirms, 0)).toBe(lists.privateFirms.length + 1);
    expect(lists.privateFirms.map(({ name }) => name)).not.toContain("Oxxo");
  });
});

describe("C3", () => {
  const real = overdoses(dataset);
  const heroin = real.others.find(({ name }) => name.key === "claims.drugHeroin")!;
  const swapped: Overdoses = {
    ...real,
    synthetic: { ...heroin, name: real.synthetic.name },
    others: real.others.map((drug) => (drug === heroin ? { ...real.synthetic, name: heroin.name } : drug)),
  };

  it("turns round when synthetic opioids and heroin change places", () => {
    expect(weighOverdoses(chain, real).verdict).toBe("supported with a caveat");
    expect(weighOverdoses(chain, swapped).verdict).toBe("not supported");
  });

  it("tells nothing where the classes that lead were read in copies alone", () => {
    const all = { synthetic: copies(real.synthetic), others: real.others.map(copies), all: real.all };
    expect(weighOverdoses(chain, all).verdict).toBe("cannot be told from this evidence");
  });

  it("does not look beyond the day of the report", () => {
    const years = new Map(
      [...real.synthetic.years].map(([year, of]) => [year, year > 2021 ? { ...of, deaths: 1 } : of]),
    );
    const { verdict, sentence } = weighOverdoses(chain, { ...real, synthetic: { ...real.synthetic, years } });
    expect(verdict).toBe("supported with a caveat");
    expect(sentence.values).toMatchObject({ year: "2021", deaths: 70_601, peakYear: "2021", peak: 32_537 });
  });

  function copies(drug: Overdoses["all"]): Overdoses["all"] {
    return { ...drug, years: new Map([...drug.years].map(([year, of]) => [year, { ...of, original: false }])) };
  }
});

describe("C8", () => {
  const real = encountersByNationality(dataset);
  const rest: Series = {
    ...real.mexico,
    rows: real.mexico.rows.map((row) => ({
      ...row,
      value: (real.all.rows.find(({ date }) => date === row.date)?.value ?? Number.NaN) - row.value,
    })),
  };
  const times = (series: Series, factor: number): Series => ({
    ...series,
    rows: series.rows.map((row) => ({ ...row, value: row.value * factor })),
  });
  const verdict = (changed: Partial<Encounters>) => weighNationality(chain, { ...real, ...changed }).verdict;

  it("turns round when people from Mexico and all others change places", () => {
    expect(verdict({})).toBe("supported with a caveat");
    expect(verdict({ mexico: rest })).toBe("cannot be told from this evidence");
    expect(verdict({ mexico: times(real.all, 0.95) })).toBe("not supported");
  });

  it("tells nothing from copies", () => {
    expect(verdict({ original: false })).toBe("cannot be told from this evidence");
  });

  it("tells nothing where a month is missing", () => {
    const rows = real.mexico.rows.filter(({ date }) => date !== "2022-11");
    expect(verdict({ mexico: { ...real.mexico, rows } })).toBe("cannot be told from this evidence");
  });

  it("has headlines that go with the verdict", () => {
    const weighed = [{}, { mexico: rest }, { mexico: times(real.all, 0.95) }].map((changed) =>
      weighNationality(chain, { ...real, ...changed }),
    );
    expect(new Set(claimDocuments(weighed, "en").map(({ headline }) => headline)).size).toBe(3);
  });
});
