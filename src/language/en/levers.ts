/** Words of `frontera levers`. */
export const levers = {
  title: "Every lever alone at its bound from {{from}} on, against business as usual, by outcome",
  about:
    "Medians with 90 % of the draws in brackets; policies and data as of December 2023. Pushes are not of equal cost: read shapes and signs, not a ranking.",
  lever: "lever",
  who: "who moves it",
  months_one: "{{count}} month",
  months_other: "{{count}} months",
  years_one: "{{count}} year",
  years_other: "{{count}} years",
  grade: "grade",
  harm: "Who may be harmed",
  worth: "{{draws}} draws, seed {{seed}}; worth after weighting: {{worth}}",
  together: "indictments and arrests act only with one another; each is shown with the other at its bound",
  little:
    "Levers that move an outcome by less than 0.05 % at every moment are left out of its table (--json has them).",
  ownerNone: "nobody",
} as const;
