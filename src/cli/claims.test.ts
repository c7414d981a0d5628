import { describe, expect, it } from "vitest";
import { type Kept, keptTerminal } from "../../test/support/kept-terminal.ts";
import { claimsCommand } from "./claims.ts";

async function ended(words: readonly string[], width = 100): Promise<Kept> {
  const { terminal, kept } = keptTerminal(width);
  await claimsCommand(terminal)
    .exitOverride()
    .parseAsync([...words, "--workers", "1", "--quiet"], { from: "user" });
  return kept;
}

const run = async (...asked: Parameters<typeof ended>) => (await ended(...asked)).out;

describe("frontera claims", () => {
  it("says that too few draws must not be quoted, by note and exit code", async () => {
    const { code, out } = await ended(["C1", "--draws", "256"]);
    expect(out).toMatch(
      /\ngate red, do not quote C1: the draws are worth \d+, needed 400; write for instance --draws \d+\n$/,
    );
    expect(code).toBe(1);
    const free = await ended(["C3", "--draws", "256"]);
    expect(free.out).not.toContain("gate red");
    expect(free.code).toBe(0);
  });

  it("prints one JSON document", async () => {
    const { command, seed, draws, fingerprint, claims } = JSON.parse(await run(["--json", "--draws", "64"]));
    expect({ command, seed, draws }).toEqual({ command: "claims", seed: 20231005, draws: 64 });
    expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);
    expect(claims).toHaveLength(10);
    for (const claim of claims)
      expect(Object.keys(claim)).toEqual(
        expect.arrayContaining([
          "id",
          "claim",
          "headline",
          "verdict",
          "modelled",
          "grade",
          "numbers",
          "sentence",
          "notToWrite",
          "sources",
          "chain",
        ]),
      );
  });

  it("prints one claim for people, in lines of the terminal", async () => {
    const text = await run(["C3"], 80);
    expect(text).toContain("verdict: supported with a caveat");
    expect(text).toMatch(/70,601 +death/);
    expect(text).toContain("what not to write: ");
    expect(text).toContain("nchs_db522: NCHS. ");
    expect(text).not.toMatch(/NaN|undefined|C4/);
    for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  });

  it("speaks Spanish", async () => {
    const text = await run(["C8", "--lang", "es"]);
    expect(text).toContain("veredicto: se sostiene con una salvedad");
    expect(text).toContain("encuentros (eventos, no personas)");
    expect(text).toMatch(/2,045,820 +encuentro$/m);
    // Titles of sources stay as they are.
    expect(text.slice(0, text.indexOf("Fuentes:"))).not.toMatch(/\b(verdict|share|encounters?|between)\b/);
    const { claims } = JSON.parse(await run(["C8", "--lang", "es", "--json"]));
    expect(claims[0]).toMatchObject({ id: "C8", verdict: "supported with a caveat" });
  });

  it("names the nearest claim and the languages", async () => {
    await expect(run(["C33"])).rejects.toThrow(/^unknown claim: C33; did you mean C3\?$/);
    await expect(run(["C3", "--lang", "fr"])).rejects.toThrow("unknown language: fr");
    await expect(run(["C1", "--draws", "0"])).rejects.toThrow("--draws cannot be read");
  });
});
