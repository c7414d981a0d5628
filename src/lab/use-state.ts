import { useCallback, useEffect, useMemo, useReducer, useState } from "react";
import { type Language, type Scenario, type SessionStart, type Translate, translator } from "../index.ts";
import { AddressRefused, addressOf, stateOf } from "./address.ts";
import { changed, type History, historyOf, redone, settled, undone } from "./history.ts";
import { firstState, inOrder, type LabState } from "./state.ts";

/** The state of the lab, its history, and how it is changed. */
export interface Lab {
  readonly start: SessionStart;
  readonly state: LabState;
  readonly t: Translate;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Why the address was not taken, in the language of the reader. */
  readonly refused: string | undefined;
  /** `what`: what is being moved, so that a movement is one step back. */
  readonly set: (change: Partial<LabState>, what?: string) => void;
  readonly setScenario: (scenario: Scenario, what?: string) => void;
  readonly settle: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

type Step =
  | { readonly kind: "set"; readonly change: Partial<LabState>; readonly what: string | undefined }
  | { readonly kind: "settle" | "undo" | "redo" }
  | { readonly kind: "take"; readonly state: LabState };

function stepped(history: History<LabState>, step: Step): History<LabState> {
  switch (step.kind) {
    case "set":
      return changed(history, { ...history.now, ...step.change }, step.what);
    case "take":
      return changed(history, step.state);
    case "settle":
      return settled(history);
    case "undo":
      return undone(history);
    case "redo":
      return redone(history);
  }
}

export function useLab(start: SessionStart, spoken: Language): Lab {
  const first = useMemo(() => taken(location.hash, start, spoken), [start, spoken]);
  const [history, dispatch] = useReducer(stepped, first.state ?? firstState(spoken), historyOf<LabState>);
  const [error, setError] = useState(first.error);
  const state = history.now;
  const t = translator(state.language);
  const address = addressOf(state, start);

  useEffect(() => {
    if (location.hash !== address && error === undefined) window.history.replaceState(null, "", address);
  }, [address, error]);
  useEffect(() => {
    document.documentElement.lang = state.language;
    document.title = `${t(`lab.title ${state.view}`)} · ${t("lab.title")}`;
  }, [state.language, state.view, t]);
  useEffect(() => {
    const read = () => {
      const next = taken(location.hash, start, spoken);
      setError(next.error);
      if (next.state !== undefined) dispatch({ kind: "take", state: next.state });
    };
    addEventListener("hashchange", read);
    return () => removeEventListener("hashchange", read);
  }, [start, spoken]);

  const set = useCallback((change: Partial<LabState>, what?: string) => {
    setError(undefined);
    dispatch({ kind: "set", change, what });
  }, []);
  const setScenario = useCallback(
    (scenario: Scenario, what?: string) => set({ scenario: inOrder(scenario, start.levers) }, what),
    [set, start],
  );
  const settle = useCallback(() => dispatch({ kind: "settle" }), []);
  const undo = useCallback(() => dispatch({ kind: "undo" }), []);
  const redo = useCallback(() => dispatch({ kind: "redo" }), []);
  return {
    start,
    state,
    t,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    refused: error === undefined ? undefined : t("lab.addressRefused", { reason: t(error.key, error.values) }),
    set,
    setScenario,
    settle,
    undo,
    redo,
  };
}

function taken(
  address: string,
  start: SessionStart,
  spoken: Language,
): { readonly state: LabState | undefined; readonly error: AddressRefused | undefined } {
  try {
    return { state: stateOf(address, start), error: undefined };
  } catch (error) {
    if (error instanceof AddressRefused) return { state: firstState(spoken), error };
    throw error;
  }
}
