import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatCsv, parseCsv } from "./csv.ts";

describe("comma-separated values", () => {
  it("reads quotes, line ends of any kind and a byte-order mark", () => {
    const { header, rows } = parseCsv('\uFEFFid,name\r\na,"one, two"\r\n\r\nb,"said ""so"""\r\n', "x.csv");
    expect(header).toEqual(["id", "name"]);
    expect(rows.map(({ cells }) => [...cells])).toEqual([
      ["a", "one, two"],
      ["b", 'said "so"'],
    ]);
    expect(rows.map(({ line }) => line)).toEqual([2, 4]);
  });

  it("reads back every cell that it writes", () => {
    const cell = fc.string({ unit: "binary" }).filter((text) => !/[\0\uFFFD]/.test(text));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 8 }), (cells) => {
        const { rows } = parseCsv(formatCsv(["a", "b"], cells), "x.csv");
        expect(rows.map((row) => [...row.cells])).toEqual(cells);
      }),
      { seed: 3 },
    );
  });

  it.each([
    ["", /x\.csv/],
    ["a,b\n1", /x\.csv:2/],
    ["a,a\n1,2", /x\.csv:1/],
    ['a\n"open', /x\.csv:2/],
    ["a\nbad\uFFFDbyte", /x\.csv:2.*UTF-8/],
    ["a\0b", /x\.csv:1.*UTF-8/],
  ])("tells file and line of %j", (text, message) => {
    expect(() => parseCsv(text, "x.csv")).toThrow(message);
  });
});
