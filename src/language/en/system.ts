/** Words for what `frontera study` says of the whole system. */
export const system = {
  "package asks-united-states-october-2023": "Asks of the United States, October 2023",
  "package asks-mexico-october-2023": "Asks of Mexico, October 2023",
  "package asks-united-states-december-2023": "Asks of the United States, December 2023",
  "package asks-mexico-december-2023": "Asks of Mexico, December 2023",
  "package upstream-first": "Upstream first",
  "package border-first": "Border first",
  "package recruitment-first": "Recruitment first",
  "package gun-package": "Gun package",
  "package treatment-first": "Treatment first",
  "package everything": "Everything at once",
  "package no-deal": "No deal",
  "short upstream-first": "Upstream first",
  "short border-first": "Border first",
  "short treatment-first": "Treatment first",
  "short everything": "Everything at once",
  "short no-deal": "No deal",

  "legislatures not needed": "no legislature needed",
  "legislatures none acts": "no legislature acts",
  "legislatures act": "legislatures act",

  "link precursors": "Precursors, export and import",
  "link production": "Production",
  "link transit": "Transit through Mexico",
  "link ports": "Ports of entry",
  "link wholesale": "Wholesale in the United States",
  "link initiation": "New opioid use disorder",
  "link treatment": "Treatment",
  "link naloxone": "Naloxone",

  together: "{{lever}}, with {{others}}",
  months_one: "{{count}} month",
  months_other: "{{count}} months",
  years_one: "{{count}} year",
  years_other: "{{count}} years",
  after: "After {{time}}",

  terminalTitle: "Whole system, % by {{date}} against business as usual: median (90 %)",
  terminalDeaths: "Opioid deaths",
  terminalEncounters: "Encounters*",
  terminalHeld: "People held",
  terminalUsual: "Usual, since start",
  terminalNote:
    "* events, not persons. Packages while no legislature acts. {{draws}} draws; effective, of {{needed}} needed: {{parts}}",
  terminalGateRed: "gate red, do not quote",
  "part cartels": "cartels",
  "part fentanyl": "fentanyl",
  "part migration": "migration",

  leversTitle: "What every lever does alone at its bound, {{time}} on, {{asOf}}",
  leversCaption:
    "Change of each outcome against business as usual when one lever alone is set to its bound from {{from}} on. The dot is the median {{time}} on, the thick line spans half of the draws, the thin one nine in ten; the small upright stroke is the median a year on. The letter and the colour are the grade of the effect: {{grades}}. Levers stand in the order of their table: pushes are not of equal cost, so this is no ranking. Who may be harmed stands in the table. {{together}}",
  leversTogether: "Indictments and arrests act only with one another and are shown together.",
  leversAxis: "change against business as usual (per cent)",
  gradeWords: "A data for this setting, B literature from elsewhere, C assumption",
  leversAlt: "{{outcome}}, {{lever}}: {{change}} (90 %: {{range}}).",

  usual: "Business as usual",
  linksTitle: "Deaths by synthetic opioids when one link of the chain is pressed, {{asOf}}",
  linksCaption:
    "Change of deaths by synthetic opioids in the United States against business as usual when one link alone is pressed in full from {{from}} on, from chemicals at the top to users at the bottom. Dots are medians, thick lines span half of the draws, thin ones nine in ten. The letter and the colour are the grade of the effect: {{grades}}. Two of the links, transit and wholesale, are in no government's table of levers; they are shown so that every link is weighed.",
  packagesTitle: "What packages do by {{date}}, in both contrasts, {{asOf}}",
  packagesCaption:
    "Change of each outcome by {{date}} under each package that moves it, ordered from {{from}} on: left against business as usual on the same date, right against the start. {{howToRead}} Where a package orders what takes a statute it is drawn twice: as far as it goes while no legislature acts, and with legislatures acting (diamond). A package that is missing leaves the outcome as it is.",

  outcomesTitle: "The rest of the system, history and business as usual to {{year}}, {{asOf}}",
  outcomesCaption:
    "Lines are medians; the dark band spans half of the draws, the light one nine in ten. Dots are data as the mean pace of their period: where they were used to weigh draws the match is no test. From {{from}} on (dotted) nothing is ordered, and departures go on within what is assumed of them. Behind the unit: per cent of the spread at the end that rests on evidence of grade A, B and C.",
  outcomesAlt: "{{outcome}} on {{date}}: {{median}} {{unit}} (90 %: {{range}}).",
  dataFrom: "data from {{ids}}",

  corridorTitle: "The corridor: where people set out, and where they are counted, {{asOf}}",
  corridorCaption:
    "Circles grow with people a week (encounters: events); the square is a number of people. Places are those of groups and of counts, not of routes: how many people pass through each country is not modelled. Departures are the mean pace of 2023, season and dated shocks apart (fitted, grade {{grade}}); the rest are medians of the year, with nine in ten draws in brackets where nothing is ordered.",
  corridorKey: "{{name}}: {{value}} a week",
  corridorMean: "{{name}}: {{before}} {{per}} in {{year}}; as usual {{after}} in {{end}} ({{range}})",
  perWeek: "a week",
  people: "people",
  "origin mexico": "Departures from Mexico",
  "origin northern-central-america": "Departures from Guatemala, Honduras and El Salvador",
  "origin by-darien": "Departures by way of the Darién",
  "origin around-darien": "Departures of the same countries by other ways",
  "origin others": "Departures from all other countries",
} as const;
