import { FronteraError, suggest } from "../errors.ts";
import { type Tableau, tableaux } from "../math/tableau.ts";
import type { Model } from "../model/model.ts";
import { interpret } from "./interpret.ts";
import { lower } from "./lower.ts";
import { methodOf } from "./method.ts";
import type { Program } from "./program.ts";
import { compileToWasm } from "./wasm.ts";

export interface CompileOptions {
  /** `wasm` (default) is fast, `interpret` is the oracle: both give the same bits. */
  readonly backend?: "interpret" | "wasm";
  /** Name of an explicit Runge–Kutta method, or a tableau of one's own; default `tsit5`. */
  readonly tableau?: string | Tableau;
  /** Draws in lockstep; `wasm` takes 2, 4 or 8. */
  readonly lanes?: number;
}

/** Programs of models that are still in use, by what they were compiled with. */
const COMPILED = new WeakMap<Model, Map<string, Program>>();

/**
 * Compiles a model, once for each way in which it is asked for. Errors: `unknown-backend`, `unknown-tableau`, and what a backend refuses (`unsupported-lanes`,
 * `too-large-for-wasm`).
 */
export function compile(model: Model, options: CompileOptions = {}): Program {
  const { backend = "wasm", tableau = "tsit5", lanes = 4 } = options;
  const found =
    typeof tableau === "string"
      ? Object.hasOwn(tableaux, tableau)
        ? tableaux[tableau as keyof typeof tableaux]
        : undefined
      : tableau;
  if (found === undefined)
    throw new FronteraError({
      code: "unknown-tableau",
      message: `unknown tableau: ${tableau}`,
      hint: suggest(String(tableau), Object.keys(tableaux)),
    });
  if (typeof tableau !== "string") return translate(model, found, backend, lanes);
  const programs = COMPILED.get(model) ?? new Map<string, Program>();
  COMPILED.set(model, programs);
  const key = `${backend} ${tableau} ${lanes}`;
  const program = programs.get(key) ?? translate(model, found, backend, lanes);
  programs.set(key, program);
  return program;
}

function translate(model: Model, tableau: Tableau, backend: string, lanes: number): Program {
  const lowered = lower(model);
  const method = methodOf(tableau);
  if (backend === "wasm") return compileToWasm(lowered, method, lanes);
  if (backend === "interpret") return interpret(lowered, method, lanes);
  throw new FronteraError({
    code: "unknown-backend",
    message: `unknown backend: ${String(backend)}`,
    hint: suggest(String(backend), ["wasm", "interpret"]),
  });
}
