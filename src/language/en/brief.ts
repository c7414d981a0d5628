/** Words of `frontera brief`, the note of two pages. */
export const brief = {
  title: "What was asked at the talks, and what the evidence says",
  kicker: "Briefing note · policies and data {{asOf}}",
  lede: "The United States and Mexico on fentanyl, firearms, migration and cartels, after a news report of {{date}}.",
  fileTitle: "Briefing note {{asOf}}: {{title}} (Frontera {{run}})",

  inShort: "In short",
  people: "People in the groups.",
  peopleText:
    "About {{first}} on {{firstDate}} (90 % of draws: {{firstRange}}) and {{last}} on {{lastDate}} ({{lastRange}}). The paper reports {{published}} for its 2022, which is {{publishedDate}}; its public code gives 173,837 there.",
  verdicts: "Ten claims of the report.",
  scenarios: "Conflict deaths by {{date}}.",
  scenariosText:
    "What the model gives if numbers of it are changed on {{date}}, with 90 % of the draws; how one would do so is not modelled.",
  scenarioUsual: "{{change}} against business as usual ({{range}})",
  scenarioStart: "{{change}} against the start ({{range}})",
  assumption: "How much is assumption.",
  assumptionText:
    "{{C}} of the variance of members on {{date}} comes from assumptions (grade C), {{B}} from literature about elsewhere (B), {{A}} from data for this setting (A).",
  doublingLead: "Which comparison is meant.",

  askedTitle: "What was asked at the talks, and what came of it",
  askedAbout:
    "Asks and refusals one by one and commitments by subject; {{others}} statements and actions more are in the agenda. Two events, told apart: the talks, and a later communiqué. Follow-up as read up to {{month}}; “not told” is not “not done”.",
  talksHead: "{{date}} · third High-Level Security Dialogue, the talks of the report",
  communiqueHead: "27–28 December 2023 · joint communiqué, after the report and apart from the talks",
  commitments_one: "{{count}} commitment",
  commitments_other: "{{count}} commitments",
  colParty: "Party",
  colKind: "Kind",
  colWhat: "What, in other words",
  colFollowUp: "What came of it",

  saysTitle: "What the evidence says of the claims",
  saysAbout:
    "“Cannot be told” neither confirms nor denies. Grades: A data for this quantity and setting, B literature from elsewhere, C assumption.",
  colClaim: "Claim",
  colEvidence: "What the evidence says (in brackets: error of drawing, 90 %)",
  colVerdict: "Verdict",
  colGrade: "Grade",
  numberIn: "{{what}}: {{value}} ({{range}})",
  numberPlain: "{{what}}: {{value}}",

  contrastsTitle: "Conflict deaths by {{date}}, both comparisons",
  recordTitle: "Acts at the two events, as of {{month}}",
  contrastsCaption:
    "Medians, with 50 and 90 % of the draws. The sign can turn on the comparison, because business as usual keeps growing. Members: frontera study.",
  recordCaption: "Each mark is one act at the two events: its shape says the kind, its letter what came of it.",

  cannotTitle: "What cannot be told",
  cannotCount: "It is not a count.",
  cannotCountText: "Nobody has counted members; some are recruited by force or under age, and nobody is told apart.",
  cannotHow: "Not how, nor at what cost.",
  cannotHowText:
    "A scenario sets a number. Which measure or law would do so, within which legal bounds, is not modelled.",
  cannotLinks: "Not the other subjects.",
  cannotLinksText:
    "No verdict rests yet on the equations of fentanyl, firearms and migration, and bargaining has none: {{ids}} cannot be told.",
  cannotForecast: "Not the future.",
  cannotForecastText: "Business as usual keeps every rate of the end of 2023. It is a reference and no forecast.",
  cannotRank: "Not who.",
  cannotRankText: "No group is ranked, no place and no route.",
  harm: "Who may be harmed.",
  harmText:
    "Counted: people killed in conflict between groups. Not modelled: killings within groups, which are never a benefit; people arrested and what happens in custody; bystanders and families; people on the move who are held, returned or stranded, and deaths in transit.",

  citeTitle: "How to cite",
  sources: "Sources of the talks and of the claims:",
  sourcesText: "{{read}}. Read via a copy: {{copies}}. Each with its address: frontera evidence list, frontera agenda.",
  runLine:
    "Frontera {{version}} · study {{study}} · claims {{claims}} · {{draws}} draws, seed {{seed}} · worth {{size}} (needed {{needed}}, gate {{gate}}) · failed draws {{failed}}",
  again: "To repeat: frontera brief --draws {{draws}} --seed {{seed}}",
  fingerprint: "fingerprint {{fingerprint}}",
  page: "page {{page}} of 2",

  written: "The note: {{path}}",
  writtenPage: "As a page to print: {{path}}",
} as const;
