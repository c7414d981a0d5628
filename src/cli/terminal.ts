/** Where a command writes, the answer on `out`, progress and messages on `err`, and how it ends. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Sets the exit code of the program, 0 where nothing does; what is being written is written to its end. */
  readonly exit: (code: number) => void;
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
    exit: (code) => {
      process.exitCode = code;
    },
    width: process.stdout.columns ?? 100,
    colour: process.stdout.isTTY === true && process.env.NO_COLOR === undefined,
    interactive: process.stderr.isTTY === true,
  };
}
