import type { Scenario } from "../../index.ts";
import type { Lab } from "../use-state.ts";
import { packageName } from "../words.ts";

/** Packages by name; picking one hands out its scenario. */
export function PackageSelect({
  lab: { start, t },
  label,
  pick = label,
  disabled = false,
  onPick,
}: {
  readonly lab: Lab;
  readonly label: string;
  /** What stands in the field; the label alone, unseen beside it, when left out. */
  readonly pick?: string;
  readonly disabled?: boolean;
  readonly onPick: (scenario: Scenario) => void;
}) {
  return (
    <label>
      <span className={pick === label ? "unseen" : undefined}>{label}</span>
      <select
        value=""
        disabled={disabled}
        onChange={({ target }) => {
          const found = start.packages.find(({ id }) => id === target.value);
          if (found !== undefined) onPick({ ...found.scenario, about: {}, name: packageName(found.id, t) });
        }}
      >
        <option value="">{pick}</option>
        {start.packages.map(({ id }) => (
          <option key={id} value={id}>
            {packageName(id, t)}
          </option>
        ))}
      </select>
    </label>
  );
}
