import { useCallback, useEffect, useMemo, useState } from "react";
import type { CompareDocument, DrawnLines, Scenario, SessionRun, SessionStart, SimulateDocument } from "../index.ts";
import { Engine, Overtaken, Refused } from "./engine/engine.ts";
import { orderKey } from "./state.ts";

export interface Engines {
  /** Carries the draw in the middle alone, and reads and writes scenarios. */
  readonly quick: Engine;
  /** Carries bands. */
  readonly bands: Engine;
  readonly ready: boolean;
  /** How often an engine had to be made again; −1 once it is given up. */
  readonly crashes: number;
}

/** Two engines in workers of their own, so that a band under way never keeps a lever waiting. */
export function useEngines(start: SessionStart): Engines {
  const [ready, setReady] = useState(false);
  const [crashes, setCrashes] = useState(0);
  const engines = useMemo(() => {
    const draws = new URL("draws.bin", document.baseURI).href;
    const onCrash = (again: boolean) => setCrashes((before) => (again ? before + 1 : -1));
    return {
      quick: new Engine({ start, draws, alone: true, onCrash, onReady: () => setReady(true) }),
      bands: new Engine({ start, draws, alone: false, onCrash, onReady: () => undefined }),
    };
  }, [start]);
  useEffect(() => () => [engines.quick, engines.bands].forEach((engine) => void engine.close()), [engines]);
  return { ...engines, ready, crashes };
}

/** An answer with what it answers. */
interface Of<T> {
  readonly key: string;
  readonly value: T;
}

/** What is known of the scenario that is set; an answer to another one is never shown as its own. */
export interface Explored {
  readonly key: string;
  readonly draw: DrawnLines | undefined;
  readonly band: SessionRun | undefined;
  /** The band of what was set before. */
  readonly stale: SessionRun | undefined;
  readonly failed: string | undefined;
}

/** How long levers must rest before the band is carried [ms]. */
const REST = 180;

export function useExplored({ quick, bands, crashes }: Engines, scenario: Scenario): Explored {
  const [draw, setDraw] = useState<Of<DrawnLines>>();
  const [band, setBand] = useState<Of<SessionRun>>();
  const [failure, setFailure] = useState<Of<string>>();
  const key = JSON.stringify([scenario.name, orderKey(scenario)]);
  const still = Object.keys(scenario.levers).length === 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the scenario
  useEffect(() => {
    if (still) return;
    const fail = (error: unknown) => {
      if (!(error instanceof Overtaken))
        setFailure({ key, value: error instanceof Error ? error.message : String(error) });
    };
    quick.ask<"draw">({ kind: "draw", scenario }).then((value) => setDraw({ key, value }), fail);
    const timer = setTimeout(() => {
      bands.ask<"band">({ kind: "band", scenario }).then((value) => setBand({ key, value }), fail);
    }, REST);
    return () => clearTimeout(timer);
  }, [key, still, quick, bands]);
  const own = <T>(of: Of<T> | undefined) => (of?.key === key ? of.value : undefined);
  return {
    key,
    draw: own(draw),
    band: own(band),
    stale: band?.key === key || still ? undefined : band?.value,
    failed: crashes < 0 ? undefined : own(failure),
  };
}

export interface FullRun {
  readonly share: number | undefined;
  readonly document: SimulateDocument | undefined;
  readonly failed: string | undefined;
  readonly begin: () => void;
  readonly stop: () => void;
}

/** A run of as many draws as the terminal takes, on request. */
export function useFullRun({ bands }: Engines, scenario: Scenario, draws: number): FullRun {
  const key = JSON.stringify([scenario.name, orderKey(scenario)]);
  const [progress, setProgress] = useState<Of<number>>();
  const [found, setFound] = useState<Of<SimulateDocument>>();
  const [failure, setFailure] = useState<Of<string>>();
  const begin = useCallback(() => {
    setFailure(undefined);
    setProgress({ key, value: 0 });
    bands
      .ask<"full">({ kind: "full", scenario, draws }, (done, total) => setProgress({ key, value: done / total }))
      .then(
        (value) => setFound({ key, value }),
        (error: unknown) => {
          if (error instanceof Refused) setFailure({ key, value: error.message });
        },
      )
      .finally(() => setProgress(undefined));
  }, [bands, key, scenario, draws]);
  const stop = useCallback(() => bands.stop(), [bands]);
  const running = progress !== undefined;
  const other = running && progress.key !== key;
  // Levers have moved on: nobody waits for this run.
  useEffect(() => {
    if (other) stop();
  }, [other, stop]);
  const own = <T>(of: Of<T> | undefined) => (of?.key === key ? of.value : undefined);
  return { share: own(progress), document: own(found), failed: own(failure), begin, stop };
}

export interface Compared {
  readonly document: CompareDocument | undefined;
  readonly waiting: boolean;
  readonly failed: string | undefined;
}

export function useCompared({ bands }: Engines, scenarios: readonly Scenario[]): Compared {
  const [found, setFound] = useState<Of<CompareDocument>>();
  const [failure, setFailure] = useState<Of<string>>();
  const key = JSON.stringify(scenarios.map((one) => [one.name, orderKey(one)]));
  const none = scenarios.length === 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the scenarios
  useEffect(() => {
    if (none) return;
    const timer = setTimeout(() => {
      bands.ask<"compare">({ kind: "compare", scenarios }).then(
        (value) => setFound({ key, value }),
        (error: unknown) => {
          if (!(error instanceof Overtaken))
            setFailure({ key, value: error instanceof Error ? error.message : String(error) });
        },
      );
    }, REST);
    return () => clearTimeout(timer);
  }, [key, none, bands]);
  const document = found?.key === key ? found.value : undefined;
  const failed = failure?.key === key ? failure.value : undefined;
  return { document, waiting: !none && document === undefined && failed === undefined, failed };
}
