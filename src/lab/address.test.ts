import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evidence, type Order, printable, type Scenario, type SessionStart } from "../index.ts";
import { AddressRefused, addressOf, stateOf } from "./address.ts";
import { emptyScenario, inOrder, type LabState, MOST_KEPT } from "./state.ts";

const levers = [...evidence().levers.values()].filter(({ moves }) => moves.length > 0);
/** All of a session that an address is read against. */
const start = { from: "2024-01-01", to: "2030-01-01", levers } as unknown as SessionStart;

const order = (low: number, high: number): fc.Arbitrary<Order> =>
  fc.record({
    to: fc.integer({ min: 0, max: 100 }).map((share) => Number((low + ((high - low) * share) / 100).toPrecision(9))),
    from: fc.integer({ min: 0, max: 2000 }).map((day) => new Date(Date.UTC(2024, 0, 1 + day)).toJSON().slice(0, 10)),
    over: fc.integer({ min: 0, max: 25 }),
  });
const scenario = fc
  .tuple(fc.string({ maxLength: 40, unit: "grapheme" }), fc.subarray(levers))
  .chain(([name, some]) =>
    fc.tuple(...some.map(({ low, high }) => order(low, high))).map(
      (orders): Scenario => ({
        ...emptyScenario(),
        name,
        levers: Object.fromEntries(some.map(({ id }, i) => [id, [orders[i]!]])),
      }),
    ),
  )
  .map((one) => inOrder(one, start.levers));

describe("an address", () => {
  it("holds all that is set", () => {
    fc.assert(
      fc.property(
        fc.record({
          language: fc.constantFrom("en" as const, "es" as const),
          view: fc.constantFrom("explore" as const, "compare" as const),
          grouping: fc.constantFrom("part" as const, "owner" as const),
          contrast: fc.constantFrom("level" as const, "usual" as const),
          scenario,
          kept: fc.uniqueArray(scenario, { maxLength: MOST_KEPT, selector: ({ name }) => name }),
        }),
        (state: LabState) => {
          fc.pre(
            [state.scenario, ...state.kept].every(
              ({ name }) => printable(name, 120) === name && !/\p{Surrogate}/u.test(name),
            ),
          );
          const address = addressOf(state, start);
          fc.pre(address.length <= 8_000);
          expect(stateOf(address, start)).toEqual(state);
          // A browser leaves every sign of it as it is.
          expect(new URL(`http://localhost/${address}`).hash).toBe(address);
        },
      ),
      { numRuns: 60, seed: 1 },
    );
  });

  it("keeps several orders of one lever", () => {
    const address = "#v1/es/explore?s=~treatment-access=1.2@2024-06-01+8,1.6@2025-06-01";
    const state = stateOf(address, start)!;
    expect(state.scenario.levers["treatment-access"]).toEqual([
      { to: 1.2, from: "2024-06-01", over: 8 },
      { to: 1.6, from: "2025-06-01", over: 0 },
    ]);
    expect(addressOf(state, start)).toBe(address);
  });

  it("says nothing where there is nothing", () => {
    expect(stateOf("", start)).toBeUndefined();
    expect(stateOf("#", start)).toBeUndefined();
  });

  it.each([
    ["#v2/en/explore", "lab.addressVersion"],
    ["#results", "lab.addressVersion"],
    ["#v1/fr/explore", "lab.addressView"],
    ["#v1/en/__proto__", "lab.addressView"],
    ["#v1/en/explore/more", "lab.addressView"],
    ["#v1/en/explore?x=1", "lab.addressPart"],
    ["#v1/en/explore?s=%E0%A4%A", "lab.addressPart"],
    ["#v1/en/explore?s=~no-such-lever=1", "lab.addressLever"],
    ["#v1/en/explore?s=~__proto__=1", "lab.addressLever"],
    ["#v1/en/explore?s=~treatment-access", "lab.addressLever"],
    ["#v1/en/explore?s=~treatment-access=9", "lab.addressLevel"],
    ["#v1/en/explore?s=~treatment-access=1e0", "lab.addressLevel"],
    ["#v1/en/explore?s=~treatment-access=NaN", "lab.addressLevel"],
    ["#v1/en/explore?s=~treatment-access=1.2@2024-02-31", "lab.addressDates"],
    ["#v1/en/explore?s=~treatment-access=1.2@2031-01-01", "lab.addressDates"],
    ["#v1/en/explore?s=~treatment-access=1.2+30,1.3@2024-03-01", "lab.addressDates"],
    ["#v1/en/compare?c=a&c=a", "lab.addressTwice"],
    [
      `#v1/en/compare?${"abcdefg"
        .split("")
        .map((name) => `c=${name}`)
        .join("&")}`,
      "lab.addressMany",
    ],
    [`#v1/en/explore?s=${"a".repeat(9_000)}`, "lab.addressLong"],
  ])("refuses %s", (address, key) => {
    let refused: unknown;
    try {
      stateOf(address, start);
    } catch (error) {
      refused = error;
    }
    expect(refused).toBeInstanceOf(AddressRefused);
    expect((refused as AddressRefused).key).toBe(key);
  });
});
