import { describe, expect, it } from "vitest";
import type { ClaimDocument } from "../../studies/claims/document.ts";
import { speechOf } from "../speech.ts";
import { claimsTable, numberText } from "./claims-table.ts";

const [en, es] = [speechOf("en"), speechOf("es")];
type Number = ClaimDocument["numbers"][number];

const members: Number = { what: "members", value: 164_021, unit: "person", interval90: [139_781, 191_303] };
const share: Number = { what: "probability", value: 0.4953, unit: "1", interval90: [0.4753, 0.5152] };
const deaths: Number = { what: "deaths", value: 70_601, unit: "death", interval90: [70_601, 70_601] };

function claim(id: string, numbers: readonly Number[], more: Partial<ClaimDocument> = {}): ClaimDocument {
  return {
    id,
    claim: `claim ${id}`,
    headline: `headline ${id}`,
    verdict: "supported",
    modelled: true,
    grade: "B",
    numbers,
    sentence: "",
    notToWrite: "",
    sources: [],
    chain: [],
    ...more,
  };
}

describe("the table of claims", () => {
  it("has one row a claim, with verdict and grade", () => {
    const { table } = claimsTable([claim("C1", [deaths]), claim("C2", [], { verdict: "not supported" })], en);
    expect(table.rows.map(({ cells }) => cells.map(({ lead }) => lead))).toEqual([
      ["C1", "headline C1.", "Supported", "B"],
      ["C2", "headline C2.", "Not supported", "B"],
    ]);
    expect(table.columns.reduce((sum, { share: part }) => sum + part, 0)).toBeCloseTo(1, 12);
  });

  it("tells a number once, and of what was drawn the probability", () => {
    const rows = claimsTable([claim("C1", [members, share]), claim("C3", [deaths]), claim("C4", [deaths])], en).table
      .rows;
    expect(rows.map(({ cells }) => cells[1]?.text)).toEqual(["Probability: 50 % (48 to 52 %).", "Deaths: 70,601.", ""]);
  });
});

describe("a number in words", () => {
  it("is rounded where it was drawn and whole where it was counted", () => {
    expect(numberText(members, en)).toBe("members: 164,000 (139,800 to 191,300)");
    expect(numberText(members, es)).toBe("members: 164,000 (de 139,800 a 191,300)");
    expect(numberText(deaths, en)).toBe("deaths: 70,601");
    expect(numberText({ ...share, interval90: [0.4953, 0.4953] }, es)).toBe("probability: 50 %");
  });
});
