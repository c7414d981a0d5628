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
  c4Open: "Nothing here tells yet which link of the chain saves lives",
  c4Sentence:
    "In {{year}}, {{deaths}} overdose deaths named a synthetic opioid; no series tells how many fewer there would be for pressure on one link, at once or after the trade has adapted.",
  c4NotToWrite: "Do not write that pressure along the whole chain works, or fails: neither has been measured here.",
  c4Needed:
    "the effect on deaths of one unit of pressure on precursors, production, transit, ports of entry, wholesale, treatment and rescue, at once and after adaptation",
  c4Report: "“every link … at every stage, and in every part of the world”, the Attorney General on the pursuit",

  // C5
  c5Claim:
    "Fear of retaliation by the United States makes local leaders kill their own members who go on distributing.",
  c5Open: "No record tells killings inside a group from other homicides",
  c5Sentence:
    "The registers count {{deaths}} homicides in Mexico in {{year}} and do not tell which were killings inside a group, nor why.",
  c5NotToWrite:
    "Do not write that the threat works. Killings inside groups are deaths like those that fentanyl causes, not a benefit, and the report itself says “reportedly”.",
  c5Needed:
    "killings inside groups by date and place, and the supply in the United States before and after, with what other groups took over",
  c5Report: "local leaders are “reportedly killing their own members”",

  // C6
  c6Claim: "The drug crisis and migration are weak points of the president of the United States before the election.",
  c6Open: "Deaths and encounters say nothing yet about voters",
  c6Sentence:
    "There were {{deaths}} overdose deaths in {{year}} and {{encounters}} Border Patrol encounters (events, not persons) in the fiscal year 2023; no series of opinion here covers that year.",
  c6NotToWrite: "Do not write that deaths or encounters cost votes: no figure here ties either to opinion.",
  c6Needed:
    "a monthly series of what people call the most important problem, 2012 to 2023, beside deaths and encounters",
  c6Report: "both are “among the weak points” before the campaign of 2024",

  // C7
  c7Claim: "Addressing migration before it reaches the border works.",
  c7Open: "The series ends before the one natural experiment begins",
  c7Sentence:
    "The Border Patrol had {{encounters}} encounters (events, not persons) at the southwest border in December 2023, the last month of the series; what followed in January 2024, when Mexico did more, lies beyond it.",
  c7NotToWrite:
    "Do not write that measures upstream work because encounters fell after them, nor leave out the people held, sent back or stranded.",
  c7Needed:
    "encounters from January 2024 on, what Mexico and Panama did month by month, and what became of people on the way",
  c7Report: "the United States wants to address migration “before it reaches the border”",

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
  c9Open: "Most homicides are by firearm; whose firearm is not told",
  c9Sentence:
    "Firearms were used in {{share}} % of the intentional homicides in Mexico in {{year}}; the figure tells neither where those firearms came from nor what local police could do against them.",
  c9NotToWrite:
    "Do not write that a share of traced guns is a share of all guns, nor that fewer smuggled guns would show at once: stocks last for years.",
  c9Needed: "firearms per member, their inflow and loss, and what they do to arrests and to the lethality of clashes",
  c9Report: "“the southward flow of guns” lets cartels “overpower even the strongest local law enforcement”",

  // C10
  c10Claim: "What each side wants could be traded in one agenda.",
  c10Open: "What each side would give for the other’s wish is unknown",
  c10Sentence:
    "The United States counted {{deaths}} deaths by synthetic opioids in {{year}} and Mexico {{homicides}} homicides in {{otherYear}}; what either would give for fewer is not measured.",
  c10NotToWrite:
    "Do not write that a deal is there for the taking, nor call a deal reached under threat an agreement of equals.",
  c10Needed: "what each government gains from each step and can legally give, and its position without a deal",
  c10Report: "fentanyl and migration are on the table, and Mexico asks for action on guns",
  anyOverdoseIn: "overdose deaths by any drug, United States, {{year}}",
  homicidesIn: "homicides in Mexico, {{year}}",
  firearmShare: "share of the victims of intentional homicide killed by firearm, {{year}}",
  encountersLast: "Border Patrol encounters (events, not persons) at the southwest border, {{month}}",
} as const;
