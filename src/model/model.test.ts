import { describe, expect, it } from "vitest";
import { FronteraError } from "../errors.ts";
import { defineModule, type ModuleDeclaration } from "./declare.ts";
import { defineModel } from "./model.ts";

const about = "made up";
const source = ["test"];

/** Predators and prey in two patches; parts may be replaced. */
function module(parts: Partial<ModuleDeclaration> = {}): ModuleDeclaration {
  return defineModule({
    name: "patches",
    about,
    source,
    dimensions: { patch: ["north", "south"] },
    parameters: {
      birth: { about, unit: "1/week", value: 0.1, prior: "lognormal(0.1, 1.2)", source, grade: "B" },
      capacity: { about, unit: "person", value: 1000, source, grade: "C" },
    },
    inputs: { share: { about, over: "patch", unit: "1", values: [0.4, 0.6], source } },
    stocks: { people: { about, over: "patch", unit: "person", initial: "capacity * share / 2", inflows: ["born"] } },
    flows: {
      born: { about, over: "patch", unit: "person/week", equation: "birth * people * (1 - total(people) / capacity)" },
    },
    outcomes: [{ id: "people", about, unit: "person", equation: "total(people)", afterEvent: "hold" }],
    ...parts,
  });
}

const define = (parts: Partial<ModuleDeclaration>) => () => defineModel({ name: "test", modules: [module(parts)] });
const flow = (equation: string) => define({ flows: { born: { about, over: "patch", unit: "person/week", equation } } });

function issueOf(f: () => unknown) {
  try {
    f();
  } catch (error) {
    if (error instanceof FronteraError) return { ...error.issues[0], text: error.message };
    throw error;
  }
  throw new Error("nothing was refused");
}

describe("defineModel", () => {
  it("orders equations and keeps units", () => {
    const model = defineModel({
      name: "test",
      modules: [
        module({
          flows: { born: { about, over: "patch", unit: "person/week", equation: "birth * room" } },
          auxiliaries: {
            room: { about, over: "patch", unit: "person", equation: "people * free" },
            free: { about, unit: "1", equation: "1 - total(people) / capacity" },
          },
        }),
      ],
    });
    expect(model.order.map(({ name }) => name)).toEqual(["free", "room", "born"]);
  });

  it("names the nearest known name and quotes the equation with a caret under it", () => {
    const issue = issueOf(flow("birth * peeple"));
    expect(issue.code).toBe("unknown-name");
    expect(issue.hint).toContain("people");
    expect(issue.text).toContain("birth * peeple");
  });

  it("tells an undefined unit from an inconsistent equation", () => {
    const undefinedUnit = issueOf(
      define({
        parameters: {
          birth: { about, unit: "1/wek", value: 1, source, grade: "C" },
          capacity: { about, unit: "person", value: 1, source, grade: "C" },
        },
      }),
    );
    expect(undefinedUnit.code).toBe("unknown-unit");
    expect(undefinedUnit.text).toContain("week");
    const inconsistent = issueOf(flow("birth + people"));
    expect(inconsistent.code).toBe("unit-mismatch");
    expect(inconsistent.text).toContain("birth + people");
    expect(issueOf(flow("birth * people * people")).code).toBe("unit-mismatch");
    expect(issueOf(flow("exp(people) * birth * people")).code).toBe("unit-mismatch");
  });

  it("names the loop when equations depend on themselves", () => {
    const issue = issueOf(
      define({
        auxiliaries: {
          first: { about, unit: "1", equation: "second + 1" },
          second: { about, unit: "1", equation: "third * 2" },
          third: { about, unit: "1", equation: "first" },
        },
      }),
    );
    expect(issue.code).toBe("cycle");
    expect(issue.message).toContain("patches.first → patches.second → patches.third → patches.first");
  });

  it("refuses shapes that do not fit", () => {
    expect(
      issueOf(define({ outcomes: [{ id: "people", about, unit: "person", equation: "people", afterEvent: "hold" }] }))
        .code,
    ).toBe("shape-mismatch");
    expect(issueOf(define({ inputs: { share: { about, over: "patch", unit: "1", values: [1], source } } })).code).toBe(
      "shape-mismatch",
    );
  });

  it("refuses a flow that is no stock a week", () => {
    const issue = issueOf(
      define({ flows: { born: { about, over: "patch", unit: "person", equation: "people * 1" } } }),
    );
    expect(issue.code).toBe("unit-mismatch");
  });

  it.each([
    ["birth * (people", "unclosed"],
    ["birth ** people", "two operators"],
    ["birth * people people", "no operator"],
    ["birth * people[west]", "no such element"],
    ["if(people, birth, birth) * people", "no comparison"],
    ["birth * people + (birth < birth)", "comparison outside if"],
    ["lookup(birth, time) * people", "reserved word"],
    ["", "nothing"],
    ["birth * people * 1 [parsec]", "unknown unit of a number"],
    ["birth * people @ 2", "strange character"],
    ["min(birth) * people", "too few arguments"],
    [`${"(".repeat(300)}birth${")".repeat(300)} * people`, "too deep"],
  ])("refuses %s (%s) with one line that quotes it", (equation) => {
    const issue = issueOf(flow(equation));
    expect(issue.text.length).toBeLessThan(500);
    expect(issue.code).toMatch(/^[a-z-]+$/);
  });

  it("refuses names that would shadow each other", () => {
    expect(issueOf(() => module({ auxiliaries: { birth: { about, unit: "1", equation: "1" } } })).code).toBe(
      "duplicate-name",
    );
    expect(issueOf(() => module({ auxiliaries: { "a b": { about, unit: "1", equation: "1" } } })).code).toBe(
      "bad-name",
    );
    expect(
      issueOf(
        define({
          outcomes: [1, 2].map(() => ({
            id: "x",
            about,
            unit: "person",
            equation: "total(people)",
            afterEvent: "hold" as const,
          })),
        }),
      ).code,
    ).toBe("duplicate-name");
  });

  describe("references", () => {
    const reference = { about, unit: "person/week", stock: "patches.bornSoFar", from: "2013-01-01", to: "2014-01-01" };
    const parts = (
      replaced: Partial<typeof reference> = {},
      growth = "birth * people",
    ): Partial<ModuleDeclaration> => ({
      references: { usual: { ...reference, ...replaced } },
      stocks: {
        people: { about, over: "patch", unit: "person", initial: "capacity * share", inflows: ["born"] },
        bornSoFar: { about, unit: "person", initial: "0", inflows: ["births"] },
      },
      flows: {
        born: { about, over: "patch", unit: "person/week", equation: growth },
        births: { about, unit: "person/week", equation: "total(born)" },
      },
      outcomes: [{ id: "relative", about, unit: "1", equation: "births / usual", afterEvent: "hold" }],
    });

    it("are read by outcomes, and by nothing that moves a stock", () => {
      expect(define(parts())().find("patches", "usual")).toMatchObject({ kind: "reference", unitText: "person/week" });
      const moved = issueOf(define(parts({}, "birth * people * usual / (1 [person/week])")));
      expect([moved.code, moved.text]).toEqual(["reference-moves", expect.stringContaining("patches.usual")]);
    });

    it.each([
      [{ stock: "patches.bornSoFr" }, "unknown-name", /did you mean patches.bornSoFar/],
      [{ stock: "patches.people" }, "shape-mismatch", /column/],
      [{ unit: "person" }, "unit-mismatch", /person\/week.*person/],
      [{ to: "2013-01-01" }, "bad-dates", /rising/],
      [{ from: "2011-01-01" }, "bad-dates", /2012-01-01/],
    ])("%j is refused", (replaced, code, text) => {
      const issue = issueOf(define(parts(replaced)));
      expect(issue.code).toBe(code);
      expect(issue.text).toMatch(text);
    });
  });
});
