import { useRef, useState } from "react";
import type { Scenario } from "../../index.ts";
import { type FileRefused, openScenario } from "../scenario-files.ts";
import type { Engines } from "../use-engines.ts";
import type { Lab } from "../use-state.ts";

/** Opens a scenario file of the terminal; what is wrong with it is told, line by line. */
export function OpenScenario({
  lab: { start, t },
  engines,
  disabled = false,
  onOpened,
}: {
  readonly lab: Lab;
  readonly engines: Engines;
  readonly disabled?: boolean;
  readonly onOpened: (scenario: Scenario) => void;
}) {
  const file = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState<FileRefused>();
  return (
    <>
      <button type="button" disabled={disabled || !engines.ready} onClick={() => file.current?.click()}>
        {t("lab.import")}
      </button>
      <input
        ref={file}
        type="file"
        accept=".yaml,.yml"
        hidden
        onChange={async ({ target }) => {
          const chosen = target.files?.[0];
          if (chosen === undefined) return;
          const found = await openScenario(chosen, engines.quick, start, t);
          target.value = "";
          const wrong = "lines" in found;
          setRefused(wrong ? found : undefined);
          if (!wrong) onOpened(found);
        }}
      />
      {refused === undefined ? null : (
        <div role="alert" className="alert">
          <p>{t("lab.importRefused", { file: refused.file })}</p>
          <ul>
            {refused.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
