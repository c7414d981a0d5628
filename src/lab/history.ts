/** What was set before and after: a movement that goes on is one step. */
export interface History<T> {
  readonly past: readonly T[];
  readonly now: T;
  readonly future: readonly T[];
  /** What is being moved; the next change of the same belongs to the same step. */
  readonly moving: string | undefined;
}

const MOST = 200;

export function historyOf<T>(now: T): History<T> {
  return { past: [], now, future: [], moving: undefined };
}

export function changed<T>({ past, now, moving }: History<T>, next: T, what?: string): History<T> {
  if (what !== undefined && what === moving) return { past, now: next, future: [], moving };
  return { past: [...past, now].slice(-MOST), now: next, future: [], moving: what };
}

/** The movement is over. */
export function settled<T>(history: History<T>): History<T> {
  return history.moving === undefined ? history : { ...history, moving: undefined };
}

export function undone<T>({ past, now, future }: History<T>): History<T> {
  const before = past.at(-1);
  if (past.length === 0) return { past, now, future, moving: undefined };
  return { past: past.slice(0, -1), now: before as T, future: [now, ...future], moving: undefined };
}

export function redone<T>({ past, now, future }: History<T>): History<T> {
  if (future.length === 0) return { past, now, future, moving: undefined };
  return { past: [...past, now], now: future[0] as T, future: future.slice(1), moving: undefined };
}
