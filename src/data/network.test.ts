import { describe, expect, it } from "vitest";
import { EVIDENCE_FILES } from "./bundle.ts";
import { initialSizes, networkOf, parseGroups, parseTies, rankOrder, rankShares } from "./network.ts";

const groups = (text: string) => parseGroups(text, "groups.csv");
const ties = (text: string) => parseTies(text, "ties.csv");
const three = groups("id,name\na,Alpha\nb,Beta\nc,Gamma\n");
const header = "group_a,group_b,kind,weight\n";

describe("networks of groups", () => {
  it("read the published one: 150 groups, 92 rivalries, 91 alliances, 36 groups alone", () => {
    const network = networkOf(groups(EVIDENCE_FILES["network/groups.csv"]!), ties(EVIDENCE_FILES["network/ties.csv"]!));
    expect([network.groups.length, network.rivalries.length, network.alliances.length]).toEqual([150, 92, 91]);
    expect(network.strength.filter((strength) => strength === 0).length).toBe(36);
    expect(network.rivalry.values.length).toBe(184);
    expect(network.rivalries.reduce((sum, { weight }) => sum + weight, 0)).toBe(179);
    expect(network.alliances.reduce((sum, { weight }) => sum + weight, 0)).toBe(163);
  });

  it("take a tie told from both ends once, with the greater weight, by id or by name", () => {
    const network = networkOf(three, ties(`${header}a,Beta,rivalry,2\nb,a,rivalry,5\nc,a,alliance,1\n`));
    expect(network.rivalries).toEqual([{ a: 0, b: 1, weight: 5 }]);
    expect(Array.from(network.alliance)).toEqual([1, 0, 1]);
    expect(Array.from(network.strength)).toEqual([6, 5, 1]);
    expect(Array.from(network.rivalry.starts)).toEqual([0, 1, 2, 2]);
  });

  it("may have no ties, and one group alone", () => {
    expect(networkOf(three, ties(header)).rivalries).toEqual([]);
    expect(networkOf(groups("id,name\na,A\n"), []).groups).toHaveLength(1);
  });

  it("rank in the order of the file where strengths tie", () => {
    expect(Array.from(rankOrder([1, 3, 1, 3]))).toEqual([1, 3, 0, 2]);
    const shares = rankShares([0, 0, 5]);
    expect(shares[2]! / shares[0]!).toBeCloseTo(2, 12);
    expect(shares[0]! / shares[1]!).toBeCloseTo(1.5, 12);
    const given = networkOf(groups("id,name,initial\na,A,7\nb,B,0\n"), []);
    expect(Array.from(initialSizes(given, 1000))).toEqual([7, 0]);
  });

  it.each([
    ["id,name\n", /no groups/],
    ["id,name\na,A\na,B\n", /groups\.csv:3.*line 2|group a appears twice/],
    ["id,name\n__proto__,A\n", /cannot be the id/],
    ["id,name,initial\na,A,1\nb,B,\n", /no initial members/],
    ["id,name,initial\na,A,0\n", /no group has members/],
    ["id,name,initial\na,A,-1\n", /at least 0/],
    ["id\na\n", /column name is missing/],
  ])("refuse the groups %j", (text, message) => {
    expect(() => groups(text)).toThrow(message);
  });

  it.each([
    ["a,d,rivalry,1\n", /unknown group: d/],
    ["a,a,rivalry,1\n", /tied to itself/],
    ["a,b,rivalry,-1\n", /at least 0/],
    ["a,b,rivals,1\n", /did you mean rivalry/],
    ["a,b,rivalry,1\na,b,rivalry,1\n", /appears twice/],
    ["a,b,rivalry,many\n", /a number/],
  ])("refuse the ties %j", (rows, message) => {
    expect(() => networkOf(three, ties(header + rows))).toThrow(message);
  });
});
