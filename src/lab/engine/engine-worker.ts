import {
  compareScenarios,
  engineFingerprint,
  evidence,
  FronteraError,
  formatScenario,
  oneDraw,
  type Posterior,
  parseScenario,
  posteriorOf,
  remember,
  ScenarioSession,
  type SessionStart,
  SUBSYSTEM_IDS,
  simulateScenario,
  unpackDraws,
  weekOf,
} from "../../index.ts";
import { browserWorkers } from "./browser-workers.ts";
import type { Answered, Answers, Asked, Question } from "./protocol.ts";

/** Entry of an engine: scenarios one after another on draws that were weighed when the lab was built. */
let start: SessionStart | undefined;
let session: ScenarioSession | undefined;
let work: Promise<void> = Promise.resolve();

self.onmessage = ({ data }: MessageEvent<Asked>) => {
  work = work.then(() => answered(data));
};

async function answered(asked: Asked): Promise<void> {
  const reply = (message: Answered) => postMessage(message);
  try {
    const value = await answerTo(asked, (done, total) => reply({ id: asked.id, kind: "progress", done, total }));
    reply({ id: asked.id, kind: "answer", value });
  } catch (error) {
    const told = error instanceof FronteraError;
    reply({ id: asked.id, kind: "refused", message: error instanceof Error ? error.message : String(error), told });
  }
}

async function answerTo(
  question: Question,
  onProgress: (done: number, total: number) => void,
): Promise<Answers[Question["kind"]]> {
  switch (question.kind) {
    case "open":
      await open(question);
      return true;
    case "draw":
      return opened().session.lines(question.scenario)[0]!;
    case "band":
      return opened().session.run(question.scenario);
    case "compare": {
      const { seed, draws, weeks, from } = opened().start;
      const after = weeks.filter((week) => week >= weekOf(from));
      return compareScenarios(question.scenarios, { seed, draws }, after);
    }
    case "full":
      return full(question, onProgress);
    case "read":
      return parseScenario(question.text, question.file, evidence());
    case "write":
      return formatScenario(question.scenario, evidence());
  }
}

/** As many draws as `simulate` takes, in workers of their own where these can be made. */
async function full(
  { scenario, draws }: Extract<Question, { kind: "full" }>,
  onProgress: (done: number, total: number) => void,
) {
  const options = { seed: opened().start.seed, draws, onProgress };
  const workers = Math.min(4, Math.max(1, navigator.hardwareConcurrency - 1));
  try {
    return await simulateScenario(scenario, { ...options, workers, spawner: browserWorkers() });
  } catch (error) {
    if (error instanceof FronteraError && error.issues.every(({ code }) => code !== "worker-failed")) throw error;
    return simulateScenario(scenario, options);
  }
}

function opened(): { readonly start: SessionStart; readonly session: ScenarioSession } {
  if (start === undefined || session === undefined) throw new Error("the engine is not open");
  return { start, session };
}

/** `alone`: the engine carries the draw in the middle alone. */
async function open({ start: given, draws: address, alone }: Extract<Question, { kind: "open" }>): Promise<void> {
  const { seed, draws, weeks, middle } = given;
  const spec = { seed, draws, subsystems: SUBSYSTEM_IDS, parameters: {} };
  const weighed = await fetched(address, given);
  if (weighed !== undefined) remember(spec, weighed);
  const posterior = await posteriorOf(spec, {});
  start = given;
  session = alone
    ? new ScenarioSession(oneDraw(posterior, draws, middle), { seed, draws: 1, weeks })
    : new ScenarioSession(posterior, { seed, draws, weeks });
  const usual = { ...given.packages[0]!.scenario, levers: {} };
  if (alone) session.lines(usual);
  else await session.run(usual);
}

/** Draws that this very program weighed; nothing where they cannot be had, so that they are weighed here. */
async function fetched(address: string, { seed, draws }: SessionStart): Promise<Posterior[] | undefined> {
  try {
    const answer = await fetch(address);
    if (!answer.ok) return undefined;
    const weighed = unpackDraws(new Uint8Array(await answer.arrayBuffer()));
    const ours =
      weighed.fingerprint === (await engineFingerprint()) && weighed.seed === seed && weighed.draws === draws;
    return ours ? [...weighed.posterior] : undefined;
  } catch {
    return undefined;
  }
}
