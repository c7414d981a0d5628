import { expect, it } from "vitest";
import { dateOf } from "../../data/calendar.ts";
import { posteriorOf } from "./posterior.ts";
import { packDraws, unpackDraws } from "./posterior-file.ts";
import { simulateScenario } from "./run-scenarios.ts";
import { ordered, type Scenario } from "./scenario.ts";
import { middleDraw, oneDraw, ScenarioSession } from "./session.ts";
import { SUBSYSTEM_IDS } from "./subsystems.ts";

// More draws than a chunk of a run has (32): a session carries them at once.
const [seed, draws] = [7, 40];
const posterior = await posteriorOf({ seed, draws, subsystems: SUBSYSTEM_IDS, parameters: {} }, {});
const weeks = [0, 400, 626];

/** Numbers of a document that do not depend on the weeks that are read. */
async function same(session: ScenarioSession, scenario: Scenario): Promise<void> {
  const { document } = await session.run(scenario);
  const told = await simulateScenario(scenario, { seed, draws });
  expect(document.fingerprint).toBe(told.fingerprint);
  for (const [i, outcome] of document.outcomes.entries()) {
    const other = told.outcomes[i]!;
    expect(outcome.atEnd).toEqual(other.atEnd);
    expect(outcome.median).toEqual(weeks.map((week) => other.median[told.dates.indexOf(dateOf(week))]));
  }
}

it("answers as a run of its own does, bit for bit, whatever was asked before", async () => {
  const session = new ScenarioSession(posterior, { seed, draws, weeks });
  await same(session, ordered({ "treatment-access": 1.6 }));
  // The same dates branch from the history at hand, through every part of the system.
  await same(session, ordered({ "precursor-export-control": 1, interception: 2, "recruitment-prevention": 0.5 }));
  const late = ordered({ "darien-measures": 0.6 });
  await same(session, {
    ...late,
    levers: { "darien-measures": [{ to: 0.6, from: "2024-03-01", over: 8 }] },
  });
  await same(session, ordered({ "treatment-access": 1.6 }));
});

it("carries one draw as it is among the others, as near as couplings settle", () => {
  const all = new ScenarioSession(posterior, { seed, draws, weeks: [626, 800] });
  const scenario = ordered({ "gun-recovery": 3 });
  const drawn = all.lines(scenario);
  const middle = middleDraw(drawn, ["members", "synthetic-opioid-deaths"]);
  const [alone] = new ScenarioSession(oneDraw(posterior, draws, middle), { seed, draws: 1, weeks: [626, 800] }).lines(
    scenario,
  );
  for (const [id, line] of Object.entries(drawn[middle]!.lines))
    line.forEach((value, i) => {
      expect(Math.abs(alone!.lines[id]![i]! - value), id).toBeLessThanOrEqual(1e-5 * Math.abs(value));
    });
  const ranks = drawn.map(({ usual }) => usual.members![1]!).sort((a, b) => a - b);
  const at = ranks.indexOf(drawn[middle]!.usual.members![1]!) / draws;
  expect(at).toBeGreaterThan(0.2);
  expect(at).toBeLessThan(0.8);
});

it("keeps weighed draws as bytes", () => {
  const weighed = { fingerprint: "ab", seed, draws, posterior };
  expect(unpackDraws(packDraws(weighed))).toEqual(weighed);
});
