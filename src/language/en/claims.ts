/** Words of `frontera claims`. */
export const claims = {
  // The page.
  red: "gate red, do not quote {{ids}}: the draws are worth {{size}}, needed {{needed}}; write for instance --draws 4000",
  title: "Claims of a news report of 5 October 2023",
  claimed: "claimed",
  verdict: "verdict",
  numbers: "numbers",
  number: "what",
  value: "value",
  interval: "nine tenths between",
  unit: "unit",
  between: "{{from}} and {{to}}",
  unitPerson: "person",
  unitDeath: "death",
  unitEncounter: "encounter",
  unitJob: "job",
  unitAsk: "ask",
  unitLever: "kind of step",
  needed: "what it would take",
  chain: "chain of citation",
  notToWrite: "what not to write",
  rules: "rules: docs/guide/verdicts.md",
  gradeOf: "grade of the evidence",
  gradeA: "A, counted or estimated from data for this quantity and setting",
  gradeB: "B, literature from elsewhere",
  gradeC: "C, assumption",
  stepStudy: "study",
  stepPress: "press",
  stepReport: "report",
  supported: "supported",
  supportedWithCaveat: "supported with a caveat",
  notSupported: "not supported",
  cannotBeTold: "cannot be told from this evidence",

  // C1
  c1Claim: "Cartels “employ” between {{low}} and {{high}} people in Mexico.",
  c1Supported: "The draws agree with {{low}} to {{high}} cartel members in 2022",
  c1Caveat: "{{low}} to {{high}} members is likely, on assumptions nobody has checked",
  c1Against: "The draws contradict {{low}} to {{high}} cartel members in 2022",
  c1Open: "Whether cartels have {{low}} to {{high}} members cannot be told",
  c1Sentence:
    "The range {{low}} to {{high}} has a probability of {{atStudy}} % at the study’s own 2022 and of {{atEnd}} % at the end of 2022, where the median is {{median}} members and nine tenths of the draws lie between {{from}} and {{to}}; {{assumed}} % of the spread comes from assumptions.",
  c1NotToWrite:
    "Do not write that cartels “employ” 175,000 people as if somebody had counted them, nor that other estimates confirm it. One model, on one set of assumptions, gives {{low}} to {{high}} members for 2022; some are recruited by force or under age.",
  c1Study:
    "a model of 150 groups fitted to homicides and people reported missing gives {{low}} to {{high}} members by 2022",
  c1Press: "{{central}} people, the fifth employer of the country",
  c1Report: "cartels “employ” between {{low}} and {{high}} people",
  membersAtEnd: "members at the end of 2022 (31 December 2022)",
  membersAtStudy: "members at the study’s own 2022 (week 520, 19 December 2021)",
  membersBefore: "members at the end of 2022, before homicides and people missing were looked at",
  inRangeAtEnd: "probability of {{low}} to {{high}} at the end of 2022",
  inRangeAtStudy: "probability of {{low}} to {{high}} at the study’s own 2022",
  drawsWorth: "equally weighted draws that {{draws}} draws are worth",
  spreadByGrade: "share of the spread that comes from evidence of grade {{grade}}",
  spreadKept: "spread left by the series (1: nothing learnt): {{name}}",
  published: "published study, central figure and range",
  rivalDea:
    "another figure: United States drug agency, July 2023, two groups, worldwide, with associates and facilitators",
  rivalGuerrero: "another figure: E. Guerrero, August 2023, two groups and their allies in Mexico, upper end",
  rivalDefense: "another figure: United States defence official, 2009, foot soldiers of the two largest groups",
  rivalSedena: "another figure: defence secretary, 2008, all who live off the drug trade, growers included",
  rivalChew: "another figure: M. Chew Sánchez, 2014, direct work in the drug trade",
  rivalCalva: "another figure: J. L. Calva, 2011, direct jobs made by the drug trade",

  // C2
  c2Claim:
    "That makes cartels one of the top employers of Mexico, behind only FEMSA, Walmart, Manpower and América Móvil.",
  c2Supported: "Cartels would rank fifth among Mexico’s private employers",
  c2Caveat: "Cartels would likely rank fifth on a list of unlike firms",
  c2Against: "Cartels would not rank fifth among private employers",
  c2Open: "The estimate is too wide for a place among employers",
  c2Copies: "Fifth place among employers rests on a list from the press",
  c2Sentence:
    "Those four firms and nobody else have more people with a probability of {{atEnd}} % at the end of 2022 and of {{atStudy}} % at the study’s own 2022, with {{name}} next above at {{people}} ({{first}} % for a place among the first five, {{printed}} % for the fifth if Oxxo counts apart from FEMSA, as the list prints it); but the list came by way of the press and counts some firms worldwide and others in Mexico.",
  c2NotToWrite:
    "Do not write “the fifth largest employer in Mexico”. The list puts firms counted worldwide beside people in Mexico and leaves out public employers such as the social security institute.",
  c2Study: "“one of the country’s top employers”; the abstract gives no place",
  c2Press: "a list of firms with the cartels in fifth place, between América Móvil and {{below}}",
  c2Report: "“one of Mexico’s top employers”, behind four firms that it names",
  behindNamed: "probability that the four firms named, and nobody else, have more people, {{date}}",
  placePrivate: "probability of place {{place}} among private employers as listed, {{date}}",
  amongFirst: "probability of place {{place}} or better among private employers, {{date}}",
  placeAsPrinted: "probability of place {{place}} on the list as printed (Oxxo apart from FEMSA, Pemex in), {{date}}",
  placeWithPublic:
    "probability of place {{place}} with the public employers that have a figure (army, navy, National Guard, Pemex, CFE), {{date}}",
  medianWithPublic:
    "place at the end of 2022 with those public employers, at best: the largest institutes have no figure",
  mexicoBest: "place at the end of 2022 by people in Mexico, at best: against figures of Mexico alone (Walmart 2017)",
  mexicoWorst: "place at the end of 2022 by people in Mexico, at worst: as if every firm had all its people there",
  people: "people of {{name}} as listed; scope differs by firm",
  peopleMexico: "people of {{name}} in Mexico alone, 2017",

  // C3
  c3Claim: "Fentanyl is the deadliest drug threat that the United States has faced.",
  c3Supported: "Fentanyl is the deadliest drug in the overdose counts",
  c3Caveat: "Synthetic opioids, mostly fentanyl, lead every drug class in overdose deaths",
  c3Against: "Another drug class leads synthetic opioids in overdose deaths",
  c3Open: "The overdose counts do not tell which drug class is deadliest",
  c3Sentence:
    "In {{year}}, {{deaths}} overdose deaths named a synthetic opioid other than methadone, fentanyl in the main: {{lead}} times as many as {{name}}, while the highest year of any other class, {{peakYear}} for {{peakName}}, has {{peak}}.",
  c3NotToWrite:
    "Do not write that fentanyl alone killed {{deaths}} people in {{year}}, and do not add classes up: the class holds other synthetic opioids, and many of these deaths name a second drug. “Ever” is since 2001 here, and tobacco and alcohol are not overdoses.",
  c3Report: "“the deadliest drug threat … we have ever faced”, the Attorney General to a newspaper",
  drugSynthetic: "synthetic opioids other than methadone",
  drugCocaine: "cocaine",
  drugHeroin: "heroin",
  drugMethadone: "methadone",
  drugNatural: "natural and semisynthetic opioids",
  drugPsychostimulant: "psychostimulants (methamphetamine in the main)",
  drugAny: "any drug",
  syntheticIn: "overdose deaths that name a synthetic opioid other than methadone, {{year}}",
  syntheticShare: "their share of all overdose deaths, {{year}}",
  syntheticSince: "known since: overdose deaths that name a synthetic opioid other than methadone, {{year}}",
  syntheticShareSince: "known since: their share of all overdose deaths, {{year}}",
  leadInYear: "times as many deaths as the next class in {{year}}, {{name}}",
  leadOfPeaks: "times as many deaths in the highest year as in that of the next class, {{name}} in {{year}}",
  deathsIn: "deaths that name {{name}}, {{year}}",
  highestYear: "highest year up to the report, {{year}}: {{name}}",

  // C4
  c4Claim: "Going after every link of the trafficking networks, at every stage and everywhere, stops the flow.",
  c4Supported: "Full pressure on every link stops the flow of fentanyl",
  c4Caveat: "Full pressure on every link would stop the flow, on assumptions",
  c4Against: "Full pressure on every link does not stop the flow",
  c4Assumed: "On stated assumptions, full pressure on every link leaves a flow",
  c4Open: "Whether pressure on every link stops the flow cannot be told",
  c4Sentence:
    "With full pressure on all five links of the trade, fentanyl consumed in the United States changes by {{persistent}} % after six years if lost precursors stay lost ({{from}} to {{to}} % in nine tenths of the draws), by {{intermediate}} % if they are replaced in part and by {{transient}} % if they are replaced; reach of naloxone alone changes deaths by {{naloxone}} %, access to treatment by {{treatment}} %.",
  c4NotToWrite:
    "Do not write that pressure along the whole chain works, or fails: what a link yields was assumed, and after six years nearly all of it hangs on whether lost precursors are replaced. Do not rank the links by these figures: full efforts of unlike levers do not cost the same.",
  c4Needed:
    "one well-measured year after a large loss of precursors: purity, price and deaths month by month, with who replaced what, so that the kinds of shock can be told apart",
  c4Report: "“every link … at every stage, and in every part of the world”, the Attorney General on the pursuit",

  "shock persistent": "precursors not replaced",
  "shock intermediate": "precursors replaced in part",
  "shock transient": "precursors replaced",
  after1: "after one year",
  after2: "after two years",
  after3: "after three years",
  after5: "after five years",
  after6: "after six years",
  after10: "after ten years",
  flowEveryLink:
    "change of fentanyl consumed in the United States with full pressure on every link of the trade, {{after}}, {{kind}}",
  deathsEveryLink:
    "change of deaths by synthetic opioids with full pressure on every link of the trade, {{after}}, {{kind}}",
  deathsEverything:
    "change of deaths by synthetic opioids with that, treatment, naloxone and prevention together, {{after}}, {{kind}}",
  deathsPrecursors: "change of deaths by synthetic opioids with full effort on one link, {{after}}: {{name}}, {{kind}}",
  deathsAlone: "change of deaths by synthetic opioids with full effort on one link, {{after}}: {{name}}",

  // C5
  c5Claim:
    "Fear of retaliation by the United States makes local leaders kill their own members who go on distributing.",
  c5Supported: "The targeted group gives in, and kills members who do not",
  c5Caveat: "The targeted group likely gives in and kills members, on assumptions",
  c5Against: "The targeted group does not give in, or kills nobody",
  c5Assumed: "On stated assumptions, the targeted group gives in without killing",
  c5Open: "Whether fear makes leaders kill their own cannot be told",
  c5Sentence:
    "No register tells killings inside a group from the {{homicides}} homicides of {{year}}; told that full targeting is feared, the equations have the group change its fentanyl business by {{participation}} % and kill {{killed}} of 1,000 members in a year, while fentanyl consumed in the United States changes by {{half}} % after half a year and {{one}} % after one, since others take over.",
  c5NotToWrite:
    "Do not write that the threat works, nor set lives saved against members killed: killings inside groups are deaths like those that fentanyl causes, never a benefit. The report itself says “reportedly”, and the one count came by way of the press.",
  c5Needed:
    "killings inside groups by date and place, told apart from other homicides, and the supply in the United States before and after, with what other groups took over",
  c5Report: "local leaders are “reportedly killing their own members”",

  afterHalf: "after half a year",
  participation: "change of the fentanyl business that the targeted group keeps up, with full targeting, {{after}}",
  madeTargeted: "change of the fentanyl that all groups make, with what others take over, {{after}}",
  flowTargeted: "change of fentanyl consumed in the United States, {{after}}",
  overdosesTargeted: "change of deaths by synthetic opioids in the United States, {{after}}",
  killedPerThousand: "killed inside the targeted group for each 1,000 members since the order, {{after}}",
  killedWithin: "more deaths inside the group, were it {{members}} people (all of Sinaloa, worldwide), {{after}}",
  overdosesChanged: "on the same axis: more overdose deaths a year (below zero: fewer), at the pace {{after}}",

  // C6
  c6Claim: "The drug crisis and migration are weak points of the president of the United States before the election.",
  c6Supported: "Deaths and encounters move opinion, and opinion moves votes",
  c6Caveat: "Deaths and encounters likely move opinion and votes, on assumptions",
  c6Against: "Deaths or encounters do not move opinion, or opinion votes",
  c6Assumed: "On stated assumptions, deaths or encounters do not move votes",
  c6Open: "What deaths and encounters do to votes cannot be told",
  c6Sentence:
    "When encounters (events, not persons) double, {{points}} points more of the people asked call immigration the most important problem ({{from}} to {{to}}), after {{months}} months of one poll from 2014 to 2019, and the equations give {{level}} % at the date of the report; no series here tells of opinion on drugs, of approval or of votes.",
  c6NotToWrite:
    "Do not write that deaths or encounters cost votes: no figure here ties either to approval or to an election. Nor that the poll follows encounters month by month: in early 2024 it rose while encounters halved.",
  c6Needed:
    "a monthly series of opinion on drugs and one of approval, 2012 to 2023, beside deaths and encounters and what else was in the news",
  c6Report: "both are “among the weak points” before the campaign of 2024",

  salienceDoubling:
    "more people who call immigration the most important problem when encounters double, as a share of those asked",
  salienceAt: "share who call immigration the most important problem, as the equations have it without news, {{date}}",
  pollLast: "the last month of the poll that the fit has, {{month}}",
  pollSinceJanuary: "known since: the same poll, January 2024",
  pollSinceFebruary: "known since: the same poll, February 2024, when encounters had halved",

  // C7
  c7Claim: "Addressing migration before it reaches the border works.",
  c7Supported: "Measures before the border lower encounters at it",
  c7Caveat: "Measures before the border lower encounters, on assumptions",
  c7Against: "Measures before the border do not lower encounters by a tenth",
  c7Assumed: "On stated assumptions, measures before the border change encounters little",
  c7Open: "Whether measures before the border work cannot be told",
  c7Sentence:
    "With interception in Mexico, the Darién and visas at their bounds, encounters (events, not persons) change by {{first}} % after one year and {{third}} % after three ({{from}} to {{to}} % in nine tenths of the draws), people in southern Mexico by {{south}} % and people held or waiting in Mexico by {{held}} %; with interception alone it is {{interception}} % of encounters and {{heldAlone}} % of people held, with consequences at the border alone {{border}} % of encounters.",
  c7NotToWrite:
    "Do not write that measures upstream work because encounters fell in January 2024: the season and the end of a rush came with them. Do not leave out the people held, sent back or stranded. Visas count here without the routes that people take instead, so read the fall as an upper bound; deaths on the way are not modelled.",
  c7Needed:
    "what Mexico and Panama did month by month, encounters beyond 2023, and what became of people on the way: held, returned, stranded, dead",
  c7Report: "the United States wants to address migration “before it reaches the border”",

  "set onTheWay": "interception, Darién and visas",
  "set upstream": "those, lawful ways and programmes at the origin",
  "set border": "consequences at the border",
  "set interception": "interception in Mexico alone",
  "set lawful": "lawful ways alone",
  "set origin": "programmes at the origin alone",
  "corridor encounters": "change of encounters (events, not persons), {{after}}: {{set}}",
  "corridor held": "change of people held or waiting in Mexico, {{after}}: {{set}}",
  "corridor south": "change of people in southern Mexico or relocated there, {{after}}: {{set}}",
  "corridor interceptions": "change of interceptions in Mexico (events, not persons), {{after}}: {{set}}",
  "corridor evaded": "change of crossings without an encounter, {{after}}: {{set}}",
  "corridor revenue": "change of what armed groups earn by smuggling people, {{after}}: {{set}}",
  encountersSince:
    "known since: change of encounters from December 2023 to January 2024, when Mexico did more and a year-end rush ended",

  // C8
  c8Claim: "Many migrants come to Mexico from other nations to cross later.",
  c8Supported: "Most people met at the border come from beyond Mexico",
  c8Caveat: "Most border encounters are with people from beyond Mexico",
  c8Against: "Few border encounters are with people from beyond Mexico",
  c8Open: "Whether that is “many” is a matter of words",
  c8Sentence:
    "People from other countries than Mexico were {{share}} % of the encounters (events, not persons) of the Border Patrol at the southwest border in the fiscal year {{year}}, {{count}} of them, against {{before}} % in {{first}}.",
  c8NotToWrite:
    "Do not write that {{share}} % of migrants are not Mexican: an encounter is an event, somebody turned back and met again counts twice, and who is never met does not count. Nor that the figures tell how long somebody was in Mexico or why they came.",
  c8Report: "many “come to Mexico from other nations” to cross later",
  otherEncounters: "encounters with people from other countries than Mexico, fiscal year {{year}}",
  allEncounters: "Border Patrol encounters (events, not persons) at the southwest border, fiscal year {{year}}",
  otherShareFiscal: "share of people from other countries than Mexico, fiscal year {{year}}",
  otherShareYear: "share of people from other countries than Mexico, calendar year {{year}}",
  otherShareSince: "known since: share of people from other countries than Mexico, calendar year {{year}}",
  otherShareWithPorts: "the same share with ports of entry, fiscal year {{year}}",
  nationShare: "share of people from {{name}}, fiscal year {{year}}",
  nationBrazil: "Brazil",
  nationChina: "China",
  nationColombia: "Colombia",
  nationCuba: "Cuba",
  nationDominicanRepublic: "the Dominican Republic",
  nationEcuador: "Ecuador",
  nationElSalvador: "El Salvador",
  nationGuatemala: "Guatemala",
  nationHaiti: "Haiti",
  nationHonduras: "Honduras",
  nationIndia: "India",
  nationMauritania: "Mauritania",
  nationNicaragua: "Nicaragua",
  nationPeru: "Peru",
  nationRomania: "Romania",
  nationRussia: "Russia",
  nationTurkey: "Turkey",
  nationUkraine: "Ukraine",
  nationVenezuela: "Venezuela",

  // C9
  c9Claim: "Guns smuggled south from the United States let cartels overpower local police.",
  c9Supported: "Fewer smuggled guns would let police arrest more cartel members",
  c9Caveat: "Fewer smuggled guns would likely mean more arrests, on assumptions",
  c9Against: "Fewer smuggled guns would hardly change what police can do",
  c9Assumed: "On stated assumptions, fewer guns hardly change what police can do",
  c9Open: "Whether smuggled guns overpower local police cannot be told",
  c9Sentence:
    "If half of the flow from the United States stopped within weeks and for good, guns per member would change by {{guns1}} % in one year and {{guns10}} % in ten; arrests would rise by {{from}} to {{to}} % in five years, but that rests on one elasticity for which no estimate was found, and deaths in conflict would change by {{deaths}} %.",
  c9NotToWrite:
    "Do not write that guns from the United States are why police lose, nor that the model shows it: it was told so. Do not write that a share of traced guns is a share of all guns, nor that a cut would show at once: stocks last for years.",
  c9Needed:
    "arrests or clashes where the supply of guns changed from outside, beside where it did not: an estimate of what firepower does to police",
  c9Report: "“the southward flow of guns” lets cartels “overpower even the strongest local law enforcement”",

  gunsHalved: "change of guns per member if half of the flow from the United States stops within weeks, {{after}}",
  arrestsHalved: "change of arrests of members, the same, {{after}}; its sign was assumed",
  conflictHalved: "change of deaths in conflict between groups, the same, {{after}}",
  conflictSinceStart: "change of deaths in conflict against the start and not against no order, the same, {{after}}",
  gunsRuled:
    "change of guns per member with full rules on gun sales, with their lag and the ways around them, {{after}}",
  gunShare: "share of the flow of guns that comes from the United States, after traced guns",

  // C10
  c10Claim: "What each side wants could be traded in one agenda.",
  c10Supported: "Each side wants what the other holds, and both would gain",
  c10Caveat: "Each side wants what the other holds; gains are assumed",
  c10Against: "One side asks for nothing that the other could give",
  c10Assumed: "On stated assumptions, a trade would leave one side worse off",
  c10Open: "Each side asks what the other holds; the price is unknown",
  c10Sentence:
    "On the record up to the report, Mexico had asked the United States for {{mexico}} kinds of step that it holds, {{executive}} of them without a legislature, and the United States had asked Mexico for {{us}}; what either would give for the other’s wish has not been measured.",
  c10NotToWrite:
    "Do not write that a deal is there for the taking: that each side asks for something does not say what it would pay. Nor call a deal reached under threat an agreement of equals, nor put the asks of the communiqué of December 2023 into the talks of October.",
  c10Needed:
    "what each government gains from each step, what it can legally give, and its position without a deal; bargaining over these is not modelled yet",
  c10Report: "fentanyl and migration are on the table, and Mexico asks for action on guns",
  asks: "asks on record up to the report for something that the other side holds: {{side}}",
  askedLevers: "kinds of step among these asks: {{side}}",
  askedExecutive: "kinds of step among these that need no legislature: {{side}}",
  asksDone: "of these asks, done or done in part since: {{side}}",
  asksLater: "such asks in the communiqué of 27 and 28 December 2023, a later event: {{side}}",
  anyOverdoseIn: "overdose deaths by any drug, United States, {{year}}",
  homicidesIn: "homicides in Mexico, {{year}}",
  firearmShare: "share of the victims of intentional homicide killed by firearm, {{year}}",
} as const;
