import type { ReactNode } from "react";
import { type Conditioning, quantity, type Translate } from "../../index.ts";

/** What the draws are worth after weighting, red where they are worth less than may be quoted. */
export function Gate({
  conditioning,
  t,
  children,
}: {
  readonly conditioning: readonly Conditioning[];
  readonly t: Translate;
  readonly children?: ReactNode;
}) {
  const worth = Math.min(...conditioning.map(({ effectiveSampleSize }) => effectiveSampleSize));
  const needed = conditioning[0]!.needed;
  const red = worth < needed;
  return (
    <div className={red ? "gate red" : "gate"}>
      <p>{t(red ? "lab.gateRed" : "lab.gateGreen", { worth: quantity(worth), needed })}</p>
      {children}
    </div>
  );
}
