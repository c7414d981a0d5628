/** Where a command writes: the answer on `out`, progress and messages on `err`. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Columns. */
  readonly width: number;
  /** Whether `out` may be coloured. */
  readonly colour: boolean;
  /** Whether progress may be drawn over itself on `err`. */
  readonly interactive: boolean;
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    width: process.stdout.columns ?? 100,
    colour: process.stdout.isTTY === true && process.env.NO_COLOR === undefined,
    interactive: process.stderr.isTTY === true,
  };
}
