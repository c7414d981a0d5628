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
    "Change of each outcome against business as usual when one lever alone is set to its bound from {{from}} on. The dot is the median {{time}} on, the thick line spans half of the draws, the thin one nine in ten; the small upright stroke is the median a year on. The letter and the colour are the grade of the effect: {{grades}}. Levers stand in the order of their table: pushes are not of equal cost, so this is no ranking. A lever that is missing moves the outcome by less than half a per cent. Who may be harmed stands in the table. {{together}}",
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
    "Change of each outcome by {{date}} under each package that moves it, ordered from {{from}} on: left against business as usual on the same date, right against the start. {{howToRead}} Where a package orders what takes a statute it is drawn twice: as far as it goes while no legislature acts, and with legislatures acting (diamond). A package that is missing moves the outcome by less than half a per cent.",

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
  "origin by-darien": "Departures from Venezuela, Ecuador, Colombia, Haiti and Cuba by way of the Darién",
  "origin around-darien": "Departures of the same countries by other ways",
  "origin others": "Departures from all other countries",

  title: "The whole system",
  about:
    "Fentanyl, firearms and migration beside the cartels, as of the same date. {{draws}} draws of every part are weighed by what was counted; of these, {{usual}} are carried through business as usual and {{orders}} through every lever and package, with what the parts hear of one another. The cartels above rest on {{core}} draws and on no other part, so that their levels differ a little. What draws of each part are worth after weighting: {{worth}}.",
  worthPart: "{{part}} {{size}} (needed {{needed}}: gate {{gate}})",
  outcomesTable: "Business as usual: medians at the start and at the end, and the change between them",
  leversHead: "What every lever does",
  leversAbout:
    "Each lever alone is set to its bound from {{from}} on and held there; an order becomes real with the lag of its lever. Whoever holds a lever, and whether a legislature must act, stands beside it, and so does who may be harmed.",
  leversRows: "Every lever, outcome and moment in numbers",
  leversTable: "Change against business as usual by lever alone at its bound: median (90 % of draws)",
  ownersTable: "Levers: who moves them, how far, what it takes in law, and who may be harmed",
  startAfter: "Against the start, {{time}}",
  law: "In law",
  level: "From, to its bound",
  levelWithout: "While no legislature acts",
  lag: "Lag, weeks",
  fromTo: "{{from}} to {{to}} {{unit}}",
  same: "same",
  bargainingOnly: "in no equation; it counts in bargaining",
  hardly: "moves none of the main outcomes by half a per cent",
  none: "none",
  chainHead: "Which link of the fentanyl chain",
  chainAbout:
    "Pressure on supply fades where producers, routes and chemicals adapt, and prices pass on only a part of it; what reaches users directly lasts. Whether a shock to precursors fades is itself disputed: frontera compare scenarios/link-precursors-*.yaml holds the three rival readings against each other.",
  chainTable:
    "Change of deaths by synthetic opioids against business as usual, one link alone in full: median (90 % of draws)",
  link: "Link",
  packagesHead: "What packages do",
  packagesAbout:
    "Named packages, among them what each side asked in October and December 2023, ordered from {{from}} on and read on {{to}}. Both contrasts are given because they can differ in sign: much changes by itself. Fewer encounters are no smaller number of people who need protection; people held in Mexico stand beside them.",
  packagesRows: "Every package and outcome in numbers",
  packagesTable: "Change by {{date}}: median (90 % of draws)",
  package: "Package",
  ordersTable: "Packages: what is ordered, what it takes in law, and who may be harmed",
  orders: "What is ordered",
  order: "{{lever}} {{level}} from {{from}}",
  orderWithout: "{{lever}} {{level}} from {{from}} ({{without}} while no legislature acts)",
  harm: "{{who}}",
  talksHead: "What was asked, and what it would do",
  talksAbout:
    "Rows of the talks of 5 October 2023 and of the communiqué of 27–28 December 2023, each with the lever that stands for it and what that lever alone does at its bound against business as usual. Often much less was asked than the bound. What came of each is as far as the sources tell.",
  talksTable: "The talks and the communiqué, row by row",
  agendaRows: "All other rows of the agenda, 2019–2025",
  asked: "What was asked, promised or done",
  does: "What its lever does at its bound",
  cameOfIt: "What came of it",
  noLever: "no lever stands for it",
  effectOf: "{{outcome}} {{said}}",
  effectAt: "{{change}} after {{time}}",
  bannerRed:
    "Red gate: what is told of {{parts}} rests on too few effective draws. Do not quote these numbers; run again with more --system-draws.",
  limitSystem: "It is no ranking of policies.",
  limitSystemWhy:
    "Levers at their bounds are not of equal cost or likelihood, most of their effects are assumptions (grade C), and orders are taken as carried out.",
  limitPeople: "It does not say who is better off.",
  limitPeopleWhy:
    "Encounters are events, people held are a number, deaths in transit, abuse and extortion on the way are not modelled. A lower number may stand for people who need protection and do not get it.",
  limitApart: "It does not know the years after 2023.",
  limitApartWhy:
    "Policies and data are as of December 2023: what governments did and what happened since is no part of business as usual.",
  pageNote:
    "{{draws}} draws were weighed and {{carried}} of them carried through every lever and package. Pushes are not of equal cost: this is no ranking. The report of the same run has every outcome, moment and grade.",
  packagesWithin:
    "Change by {{date}} while no legislature acts, against business as usual and against the start: median (90 % of draws)",
} as const;
