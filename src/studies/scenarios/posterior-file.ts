import { EVIDENCE_FILES } from "../../data/bundle.ts";
import { fingerprintOf } from "../../data/fingerprint.ts";
import { VERSION } from "../../version.ts";
import { evidence } from "../study/study-model.ts";
import type { Conditioning } from "./document.ts";
import type { Posterior } from "./posterior.ts";
import { SUBSYSTEM_IDS, subsystemOf } from "./subsystems.ts";

/** Draws that were weighed before, with what they rest on: to be taken up by the same program elsewhere. */
export interface WeighedDraws {
  /** Of version, evidence and models. */
  readonly fingerprint: string;
  readonly seed: number;
  readonly draws: number;
  readonly posterior: readonly Posterior[];
}

interface Head extends Omit<WeighedDraws, "posterior"> {
  readonly parts: readonly {
    readonly ids: readonly string[];
    readonly latent: (Omit<NonNullable<Posterior["latent"]>, "values"> & { readonly knots: number }) | null;
    readonly conditioning: Conditioning;
    readonly byStatus: Readonly<Record<string, number>>;
  }[];
}

/** What draws of history rest on, in one number: version, evidence and models. */
export function engineFingerprint(): Promise<string> {
  const dataset = evidence();
  return fingerprintOf([VERSION, EVIDENCE_FILES, SUBSYSTEM_IDS.map((id) => subsystemOf(id, dataset).model)]);
}

/** As bytes: the length of the head, the head as JSON, then the numbers as they are in memory. */
export function packDraws({ fingerprint, seed, draws, posterior }: WeighedDraws): Uint8Array {
  const head: Head = {
    fingerprint,
    seed,
    draws,
    parts: posterior.map(({ ids, latent, conditioning, byStatus }) => ({
      ids,
      latent:
        latent === undefined
          ? null
          : { tables: latent.tables, uncoupled: latent.uncoupled, knots: latent.values.length / draws },
      conditioning,
      byStatus,
    })),
  };
  const text = new TextEncoder().encode(JSON.stringify(head));
  const numbers = posterior.flatMap(({ values, latent }) =>
    latent === undefined ? [values] : [values, latent.values],
  );
  const begin = 8 * Math.ceil((4 + text.length) / 8);
  const bytes = new Uint8Array(begin + 8 * numbers.reduce((sum, { length }) => sum + length, 0));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, text.length, true);
  bytes.set(text, 4);
  let at = begin;
  for (const list of numbers)
    for (const value of list) {
      view.setFloat64(at, value, true);
      at += 8;
    }
  return bytes;
}

/** Reads what `packDraws` wrote. */
export function unpackDraws(bytes: Uint8Array): WeighedDraws {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(0, true);
  const { fingerprint, seed, draws, parts } = JSON.parse(
    new TextDecoder().decode(bytes.subarray(4, 4 + length)),
  ) as Head;
  let at = 8 * Math.ceil((4 + length) / 8);
  const take = (count: number) =>
    Float64Array.from({ length: count }, () => {
      at += 8;
      return view.getFloat64(at - 8, true);
    });
  return {
    fingerprint,
    seed,
    draws,
    posterior: parts.map(({ ids, latent, conditioning, byStatus }) => {
      const values = take(draws * ids.length);
      const paths =
        latent === null
          ? undefined
          : { tables: latent.tables, uncoupled: latent.uncoupled, values: take(draws * latent.knots) };
      return { ids, values, ...(paths === undefined ? {} : { latent: paths }), conditioning, byStatus };
    }),
  };
}
