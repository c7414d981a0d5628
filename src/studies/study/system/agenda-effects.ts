import type { AgendaRow } from "../../../data/agenda.ts";
import { occasionOf } from "../../record/agenda.ts";
import type { AgendaEffect, SystemLever } from "./document.ts";

/** Outcomes by which the effect of a lever is told beside a row. */
const TOLD: readonly string[] = [
  "synthetic-opioid-deaths",
  "killed-within-per-member-so-far",
  "members",
  "conflict-deaths",
  "guns-per-member",
  "encounters",
  "people-held",
];
/** Months after the order at which it is told. */
const WHEN: readonly number[] = [12, 72];

/** The agenda row by row, with the lever that each is tied to and what that lever does. */
export function agendaEffects(rows: readonly AgendaRow[], levers: readonly SystemLever[]): AgendaEffect[] {
  const byId = new Map(levers.map((lever) => [lever.id, lever]));
  return rows.map((row): AgendaEffect => {
    const { date, actor, counterpart, issue, kind, what, followUp, source, lever } = row;
    const effects = lever === null ? [] : (byId.get(lever)?.effects ?? []);
    return {
      date,
      actor,
      counterpart,
      issue,
      kind,
      what,
      occasion: occasionOf(row),
      followUp,
      source,
      lever,
      does: effects
        .filter(({ outcome }) => TOLD.includes(outcome))
        .map(({ outcome, changes }) => ({ outcome, changes: changes.filter(({ months }) => WHEN.includes(months)) })),
    };
  });
}
