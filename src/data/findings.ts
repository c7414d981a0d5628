import { FronteraError, type Issue } from "../errors.ts";

/** What is wrong with a set of tables, gathered so that one reading tells everything. */
export class Findings {
  readonly issues: Issue[] = [];

  add(issue: Issue): void {
    this.issues.push(issue);
  }

  /** The result of `work`. What it refuses is gathered, at `path` where one is given, and the result is undefined. */
  attempt<T>(work: () => T, path?: string): T | undefined {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof FronteraError)) throw error;
      this.issues.push(...error.issues.map((issue) => (path === undefined ? issue : { ...issue, path })));
      return undefined;
    }
  }

  /** @throws FronteraError with everything that was found, if anything was. */
  settle(): void {
    if (this.issues.length > 0) throw new FronteraError(this.issues);
  }
}
