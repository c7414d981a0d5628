import { FronteraError } from "../errors.ts";

/** Evidence grade: A estimated from data for this setting, B literature from elsewhere, C assumption. */
export type Grade = "A" | "B" | "C";

/** A sparse matrix in compressed rows; `value` has one entry a stored element. */
export interface SparseMatrix {
  readonly size: number;
  readonly rowStart: ArrayLike<number>;
  readonly column: ArrayLike<number>;
  readonly value: ArrayLike<number>;
}

/** A scalar that is uncertain: its central value, prior, source and grade. */
export interface ParameterDeclaration {
  /** Public id; `module.name` when left out. */
  readonly id?: string;
  readonly about: string;
  readonly unit: string;
  readonly value: number;
  /** Family and numbers, e.g. `lognormal(110, 1.4)`; left out for a fixed value. */
  readonly prior?: string;
  readonly source: readonly string[];
  readonly grade: Grade;
  /** Written into the program as a number: faster, and the same in every draw. */
  readonly constant?: boolean;
}

/** Data of a model: a scalar or a column over a dimension; `perDraw` lets every draw bring values of its own. */
export interface InputDeclaration {
  readonly about: string;
  readonly over: string;
  readonly unit: string;
  /** One value an element of the dimension. */
  readonly values: readonly number[];
  readonly perDraw?: boolean;
  readonly source: readonly string[];
}

/** A sparse square matrix over a dimension; `perDraw` lets every draw bring values of its own for the stored elements. */
export interface MatrixDeclaration {
  readonly about: string;
  readonly over: string;
  readonly unit: string;
  readonly matrix: SparseMatrix;
  readonly perDraw?: boolean;
  readonly source: readonly string[];
}

/**
 * A function of time given by knots, read in equations as `lookup(name, time)`: piecewise linear, constant outside.
 * `perDraw` lets every draw bring values of its own for the knots.
 */
export interface TableDeclaration {
  readonly about: string;
  readonly unit: string;
  /** Dates (YYYY-MM-DD) or weeks since 2012-01-01, rising; at least two. */
  readonly at: readonly (string | number)[];
  /** One value a knot. */
  readonly values: readonly number[];
  readonly perDraw?: boolean;
  readonly source: readonly string[];
}

/**
 * A value that is read off once, where a run branches into its futures, and held from there on: the right-hand side before
 * the branch must not depend on it.
 */
export interface LatchDeclaration {
  readonly about: string;
  readonly unit: string;
  /** What is read off, as an equation. */
  readonly equation: string;
  /** What it reads before, as an expression of parameters. */
  readonly before: string;
}

/**
 * The mean rate at which a stock grew between two dates of the draw's own past. Outcomes may read it at any time, before these
 * dates too: every draw is carried over them first, with the levers of its history. What moves the stock must not depend on it.
 */
export interface ReferenceDeclaration {
  readonly about: string;
  /** Unit of the stock per week. */
  readonly unit: string;
  /** Public name of a stock that is a single number. */
  readonly stock: string;
  /** Dates (YYYY-MM-DD). */
  readonly from: string;
  readonly to: string;
}

/** A quantity that accumulates. Its derivative is the sum of its inflows less the sum of its outflows. */
export interface StockDeclaration {
  readonly about: string;
  readonly over?: string;
  readonly unit: string;
  /** Value at the start, as an expression of parameters and inputs. */
  readonly initial: string;
  readonly inflows?: readonly string[];
  readonly outflows?: readonly string[];
  /** Size below which a relative error of this stock means nothing, in its unit (default 1). */
  readonly floor?: number;
}

/** A rate of change or any other quantity computed from stocks, parameters, inputs, levers and time. */
export interface EquationDeclaration {
  readonly about: string;
  readonly over?: string;
  readonly unit: string;
  readonly equation: string;
}

/** Something a government can set: a function of time, in physical units, at `start` until a policy moves it. */
export interface LeverDeclaration {
  readonly about: string;
  readonly unit: string;
  readonly start: number;
  readonly low: number;
  readonly high: number;
}

/** A quantity that the model reports. */
export interface OutcomeDeclaration {
  /** Public id in kebab-case. */
  readonly id: string;
  readonly about: string;
  /** Heading for people; `about` when left out. */
  readonly name?: string;
  readonly unit: string;
  readonly equation: string;
  /** Id of the series of the evidence that counts the same thing. */
  readonly series?: string;
  /** Governments that want it moved. */
  readonly caredForBy?: readonly string[];
  /** Where those who care for it want it to go; `none` when left out. */
  readonly direction?: "lower" | "higher" | "none";
  /** What it reads after the terminal event: rates and sizes are zero, counts hold. */
  readonly afterEvent: "zero" | "hold";
}

/** A statement that must hold in every draw, as data: `members >= 0`, or a stock balanced against its flows. */
export type CheckDeclaration =
  | { readonly id: string; readonly nonNegative: string }
  | {
      readonly id: string;
      /**
       * The total of a stock, or of several, less its initial value must equal the sum of the cumulative stocks that were
       * gained less those that were lost.
       */
      readonly conserved: string | readonly string[];
      readonly gained: readonly string[];
      readonly lost: readonly string[];
      readonly tolerance: number;
    };

/** The run of a draw ends where `when` reaches zero from above. */
export interface EventDeclaration {
  readonly status: "collapsed";
  readonly when: string;
}

/** One subsystem, as data. */
export interface ModuleDeclaration {
  readonly name: string;
  readonly about: string;
  readonly source: readonly string[];
  readonly dimensions?: Readonly<Record<string, readonly string[]>>;
  readonly parameters?: Readonly<Record<string, ParameterDeclaration>>;
  readonly inputs?: Readonly<Record<string, InputDeclaration>>;
  readonly matrices?: Readonly<Record<string, MatrixDeclaration>>;
  readonly levers?: Readonly<Record<string, LeverDeclaration>>;
  readonly tables?: Readonly<Record<string, TableDeclaration>>;
  readonly latches?: Readonly<Record<string, LatchDeclaration>>;
  readonly references?: Readonly<Record<string, ReferenceDeclaration>>;
  readonly stocks?: Readonly<Record<string, StockDeclaration>>;
  readonly flows?: Readonly<Record<string, EquationDeclaration>>;
  readonly auxiliaries?: Readonly<Record<string, EquationDeclaration>>;
  readonly outcomes?: readonly OutcomeDeclaration[];
  readonly checks?: readonly CheckDeclaration[];
  readonly event?: EventDeclaration;
}

/** A model is a named list of modules. */
export interface ModelDeclaration {
  readonly name: string;
  readonly modules: readonly ModuleDeclaration[];
}

/** A parameter of a model by its public id. */
export function declaredParameter({ modules }: ModelDeclaration, id: string): ParameterDeclaration | undefined {
  for (const { name, parameters = {} } of modules)
    for (const [plain, declaration] of Object.entries(parameters))
      if ((declaration.id ?? `${name}.${plain}`) === id) return declaration;
  return undefined;
}

const NAME = /^[a-z][A-Za-z0-9]*$/;

/** Checks the names of a module and freezes it. Errors: `bad-name`, `duplicate-name`. */
export function defineModule<const M extends ModuleDeclaration>(module: M): M {
  const seen = new Map<string, string>();
  const kinds = [
    "parameters",
    "inputs",
    "matrices",
    "levers",
    "tables",
    "latches",
    "references",
    "stocks",
    "flows",
    "auxiliaries",
  ] as const;
  for (const kind of kinds)
    for (const name of Object.keys(module[kind] ?? {})) {
      if (!NAME.test(name))
        throw new FronteraError({
          code: "bad-name",
          message: `bad name in ${kind} of module ${module.name}: ${name}`,
          expected: "camelCase letters and digits",
        });
      const other = seen.get(name);
      if (other !== undefined)
        throw new FronteraError({
          code: "duplicate-name",
          message: `duplicate name in module ${module.name}: ${name} is in ${other} and in ${kind}`,
          hint: "rename one of them",
        });
      seen.set(name, kind);
    }
  return deepFreeze(module);
}

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !ArrayBuffer.isView(value) && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return value;
}
