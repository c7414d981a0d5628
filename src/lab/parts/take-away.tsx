import { useState } from "react";
import type { Translate } from "../../index.ts";
import { type Taken, takeCsv, takePng, takeSvg } from "../take-away.ts";

/** Buttons that hand a chart out as a drawing, a picture or a table. */
export function TakeAway({
  taken,
  outcome,
  t,
}: {
  readonly taken: Taken;
  readonly outcome: string;
  readonly t: Translate;
}) {
  const [failed, setFailed] = useState(false);
  const kinds = [
    ["SVG", () => takeSvg(taken)],
    ["PNG", () => takePng(taken)],
    ["CSV", () => takeCsv(taken)],
  ] as const;
  return (
    <p className="take">
      {kinds.map(([kind, take]) => (
        <button
          key={kind}
          type="button"
          aria-label={t("lab.takeOf", { kind, outcome })}
          onClick={() => {
            Promise.resolve(take()).catch(() => setFailed(true));
          }}
        >
          {kind}
        </button>
      ))}
      {failed ? <span role="alert">{t("page.downloadFailed")}</span> : null}
    </p>
  );
}
