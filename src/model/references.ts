import { multiplyUnits, parseUnit, sameUnit } from "../data/units.ts";
import { FronteraError, suggest } from "../errors.ts";
import { namesIn } from "./expression.ts";
import type { Model, Quantity } from "./model.ts";

/** A reference names a stock of one row whose unit it has per week, and dates that rise from the start on. */
export function checkReference(
  { id, unit, declaration, weeks }: Quantity & { kind: "reference" },
  quantities: ReadonlyMap<string, Quantity>,
): void {
  const stock = quantities.get(declaration.stock);
  if (stock?.kind !== "stock")
    throw new FronteraError({
      code: "unknown-name",
      message: `unknown stock of ${id}: ${declaration.stock}`,
      hint: suggest(
        declaration.stock,
        [...quantities.values()].filter(({ kind }) => kind === "stock").map((other) => other.id),
      ),
    });
  if (stock.over !== undefined)
    throw new FronteraError({
      code: "shape-mismatch",
      message: `${id} needs a single number, ${stock.id} is a column`,
    });
  if (!sameUnit(multiplyUnits(unit, parseUnit("week")), stock.unit))
    throw new FronteraError({
      code: "unit-mismatch",
      message: `${id} has another unit than ${stock.id} per week`,
      expected: `${stock.unitText}/week`,
      received: declaration.unit,
    });
  if (!(weeks[0] >= 0 && weeks[1] > weeks[0]))
    throw new FronteraError({
      code: "bad-dates",
      message: `the dates of ${id} do not follow one another`,
      expected: "two dates from 2012-01-01 on, rising",
      received: `${declaration.from} and ${declaration.to}`,
    });
}

/** The past in which references are read must not depend on them: no flow of a stock may. */
export function checkMovers(quantities: ReadonlyMap<string, Quantity>, find: Model["find"]): void {
  const seen = new Set<string>();
  const visit = (quantity: Quantity | undefined, stock: string): void => {
    if (quantity === undefined || seen.has(quantity.id)) return;
    seen.add(quantity.id);
    if (quantity.kind === "reference")
      throw new FronteraError({
        code: "reference-moves",
        message: `${stock} moves with ${quantity.id}, a mean of the past that outcomes alone may read`,
        hint: "use a latch or a parameter",
      });
    if (quantity.kind === "flow" || quantity.kind === "auxiliary")
      for (const { name } of namesIn(quantity.equation.expression)) visit(find(quantity.module, name), stock);
  };
  if (![...quantities.values()].some(({ kind }) => kind === "reference")) return;
  for (const stock of quantities.values())
    if (stock.kind === "stock")
      for (const name of [...(stock.declaration.inflows ?? []), ...(stock.declaration.outflows ?? [])])
        visit(find(stock.module, name), stock.id);
}
