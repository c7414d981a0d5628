/** Words of the one file to hand on (`frontera study --single-file`). */
export const page = {
  // The head.
  kicker: "Frontera, one file to hand on, policies and data {{asOf}}",
  lede: "A news report of 5 October 2023 said what governments want from one another and how many people cartels “employ”. Here is what it said, what the evidence says of it, and what would change if policies did. The file needs no network; everything in it can be taken out.",
  description:
    "The talks of 5 October 2023 weighed: the report sentence by sentence, ten claims with verdicts, employers, two live sliders, the agenda and the model beside its data, {{asOf}}.",
  contents: "On this page",
  otherLanguage: "Español",

  "nav short": "In short",
  "nav article": "The news report",
  "nav claims": "Ten claims",
  "nav employers": "Employers",
  "nav policy": "Try it: two policies",
  "nav packages": "Packages and levers",
  "nav agenda": "The agenda",
  "nav fit": "Data and model",
  "nav grounds": "How sure",
  "nav cite": "How to cite",
  "nav sources": "Sources",

  // Around every figure.
  gradeShares: "Evidence grade {{letter}} leads: of the spread of {{of}}, A {{A}}, B {{B}}, C {{C}}",
  gradeChange: "Evidence grade {{letter}} leads: of the spread of the change of {{of}}, A {{A}}, B {{B}}, C {{C}}",
  gradeNetwork: "Evidence grade C: the order of the groups is assumed from ties",
  gradeLearning: "Evidence grades as the letters say; C is assumption",
  gradeEmployers:
    "Evidence grade C: assumptions lead the spread of members; the list of firms came by way of the press",
  gradeAgenda: "A record of acts, not an estimate: {{primary}} of {{count}} sources were read in the original",
  gradeLive: "Evidence grade C: one run at central values, most of them set by hand",
  alt: "What the figure shows, in words (alt text)",
  cite: "Cite: {{citation}}",
  citation:
    "The Frontera authors, Frontera {{version}}, run {{run}} [computer software], after Prieto-Curiel, Campedelli & Hope 2023, doi:10.1126/science.adh2888",
  citationRecord: "The Frontera authors, Frontera {{version}} [computer software], evidence/{{file}}",
  download: "Take the figure with you",
  downloadAs: "{{kind}}: {{title}}",
  downloadFailed: "The picture could not be drawn here; take the SVG.",
  picture: "picture",
  dataOf: "data",

  // The report.

  // Claims.
  claimsAbout:
    "Each claim has one of four verdicts and a grade. A claim gets no verdict that its evidence cannot carry.",
  claimNumbers: "Numbers behind {{id}}",
  claimGrade: "Grade {{grade}}",
  claimNotModelled: "Not weighed by the model yet: what the evidence alone says.",
  claimNeeded: "What it would take:",
  claimNot: "What not to write:",

  // Employers.
  employersTitle: "Employers as listed, and the members of the groups at the end of 2022, {{asOf}}",
  employersPrivate: "Private employers, as listed",
  employersPublic: "With public employers that have a figure",
  employersMexico: "Counted in Mexico alone",
  employersAxis: "People",
  employersBand: "members of the groups: median, 50 and 90 % of draws",
  employersCaption:
    "Bars are employers as the published list has them; the vertical line and bands are the members that the model gives for {{date}}. Dark bars are the firms that the report names, outlined bars public employers. The list puts firms counted worldwide beside people in Mexico; one firm alone has a figure for Mexico only ({{mexico}}). “Employ” stays in quotation marks: some are recruited by force or under age. The largest public institutes have no figure here.",
  employersAlt: "{{list}}: {{said}}.",
  employersAltBand: "Members at the end of 2022: {{median}} (90 % of draws: {{range}}).",
  employersSource: "employers: {{sources}}",
  employersAbout:
    "The report places cartels behind FEMSA, Walmart, Manpower and América Móvil. Where they would stand depends on the draw and on who is put on the list.",
  rowsFrom: "Rows from: {{ids}}.",
  assumptionsRows: "Every parameter with its prior, its grade and its sources",
  rivalsRows: "What each figure counts, with its source",
  sourceRows: "Rows: {{rows}}.",
  employersOf: "{{name}} (public)",
  employersMembers: "members of the groups (model)",

  // The live figure.
  liveTitle: "Members and conflict deaths from {{from}} to {{to}}, with both policies as set",
  liveAbout:
    "Move the two sliders. The equations of the study are run anew in this page at every movement, once, at central values: the network as published and the saturating form.",
  liveNoScript:
    "The sliders need scripts, which are off here. The figures and the table below are the same without them.",
  liveFailed: "The equations could not be run in this browser. The figures and the table below hold all the same.",
  liveRecruitment: "Recruitment, as a multiple of its estimate",
  liveIncapacitation: "Incapacitation (arrests), as a multiple of its estimate",
  liveTimes: "{{factor}} times its estimate",
  liveRecruitmentShort: "Recruitment",
  liveIncapacitationShort: "Incapacitation",
  livePresets: "Set both to",
  liveMembers: "Members (people)",
  liveDeaths: "Conflict deaths (people a week)",
  liveMembersRow: "Members",
  liveDeathsRow: "Conflict deaths",
  liveSetting: "as set",
  liveUsual: "business as usual",
  liveOutcome: "On {{date}}",
  liveValue: "As set",
  liveAgainstUsual: "Against business as usual",
  liveAgainstStart: "Against the start",
  liveTable: "Result of the run, with both contrasts",
  liveCaption:
    "One run at central values; the table below sets the study’s draws beside it. The solid line is the run as set, the dotted line business as usual. The axes stay where they are. Deaths are those between groups; who is held, and what comes of it, is not counted here.",
  liveAlt:
    "Recruitment at {{recruitment}} and incapacitation at {{incapacitation}} times their estimates: on {{date}} members are {{members}} and conflict deaths {{deaths}} a week.",
  liveSource: "Frontera {{version}}, one run at central values, network as published, saturating form",
  policyTable:
    "Four named scenarios on {{date}}: one run at central values, and beside it the median and 90 % of the study’s draws",
  policyOne: "One run: value",
  policyOneUsual: "One run: against business as usual",
  policyOneStart: "One run: against the start",
  policyDraws: "Draws: value, 90 %",
  policyDrawsUsual: "Draws: against business as usual, 90 %",
  policyDrawsStart: "Draws: against the start, 90 %",
  policyNote:
    "The run and the draws differ on purpose: the run takes the order, ties and sizes of the published network and central values, the draws vary them all and are weighted by the series.",

  // The agenda.
  agendaRows: "All rows of the agenda, with what came of them and the source",
  agendaDate: "Date",
  agendaWho: "Who to whom",
  agendaWhat: "What",
  agendaAfter: "What came of it",

  // Grounds.
  groundsAbout: "How much rests on data, what the series taught, and what other assumptions give.",
  sourcesAbout:
    "Sources of what stands on this page, each with the rows of evidence that rest on it, by file and line. A copy is marked where the original could not be read.",
} as const;
