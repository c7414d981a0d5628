/** Words of `frontera replicate` beyond those of the summaries: mechanisms that a study leaves out, other studies. */
export const replicate = {
  switch: "switch",
  parameter: "parameter",
  value: "value",
  range: "range",
  source: "source",
  status: "status",
  "switch arrestsBySize": "arrests by size",
  "switch prisonReentry": "prison re-entry",
  "switch splits": "split",
  "status estimated": "estimated",
  "status borrowed": "borrowed",
  "status assumed": "assumed",
  "status set": "set here",
  structure: "Mechanisms that the study leaves out; its fit is not done again with them",
  againstStructure: "Against the study's own structure in week {{week}}: members {{members}}, deaths {{deaths}}",
  prison: "In prison in week {{week}}: {{imprisoned}} members; {{rejoined}} a week rejoin their group",
  split: "Split of {{group}} in week {{week}}: {{deaths}} more deaths in the {{weeks}} weeks after it",
  removals: "(estimate for the removal of a leader, 2006–2010: {{deaths}} in all of Mexico; Dickenson 2014)",
  effort: "A policy on incapacitation moves effort here; arrests follow it to the power {{power}}",

  cohortTitle:
    "Prieto-Curiel 2025, Why Locking Up Cartel Members Does not Work: means of what it draws at random; people a week",
  date: "date",
  membersOf: "members",
  recruitedOf: "recruited",
  arrestedOf: "arrested",
  killedOf: "killed",
  retiredOf: "retired",
  cohort1990: "People born in 1990",
  people: "people",
  shareOf: "of recruits",
  meanAge: "mean age",
  meanAgeAll: "of all cohorts",
  cohortYears:
    "Of {{years}} years from recruitment to the age of {{age}}: {{prison}} in prison ({{again}} with those arrested again),\n{{killed}} after being killed, {{retired}} after retiring",
  cohortAbstract:
    "The abstract: incarceration prevents less than 10 % of offences, and doubling penalties less than 5 % more. Sentences are\ncounted whole here, also beyond that age; capped at it, doubling adds 5 points in the study's own code.",
  shockTitle: "Shocks of half a year between two groups alike (Prieto-Curiel et al. 2025, arXiv:2508.06509)",
  shockFactor: "conflict",
  shockKillings: "killings, 1,501 weeks",
  shockTenYears: "killings, 500 weeks",
  shockFewest: "fewest members",
  collapsed:
    "Where arrests are a constant number, conflict × {{factor}} for half a year takes a group from {{before}} to {{after}} members;\nit is gone in week {{row}}",
  survives:
    "Where arrests are a constant number, conflict × {{factor}} for half a year takes a group from {{before}} to {{after}} members;\nit survives",
} as const;
