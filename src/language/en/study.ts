/**
 * Names that the document of `frontera study` carries in English. One English text has one Spanish text, so that a report
 * in Spanish finds the name of whatever the document says.
 */
export const study = {
  "outcome members": "Members",
  "outcome recruits": "Recruits",
  "outcome conflict-deaths": "Conflict deaths",
  "outcome arrests": "Arrests",

  "scenario business-as-usual": "Business as usual",
  "about business-as-usual": "every rate stays as it was up to the end of 2023",
  "scenario recruitment-halved": "Recruitment halved",
  "about recruitment-halved": "the rate of recruitment is halved from January 2024 on; how is not told",
  "scenario incapacitation-doubled": "Incapacitation doubled",
  "about incapacitation-doubled": "twice as many arrests a week from January 2024 on; how is not told",
  "scenario both": "Both at once",
  "about both": "recruitment halved and incapacitation doubled from January 2024 on",

  "varied nothing": "As in this study",
  "setting nothing": "everything uncertain",
  "varied share": "Share of homicides and missing that are members",
  "varied order": "Order of the groups in 2012",
  "setting order published": "by tie strength, as published",
  "setting order random": "random",
  "varied ties": "Ties between groups",
  "setting ties published": "all, as published",
  "setting ties fewer": "three in ten left out",
  "varied size": "Size against rank",
  "setting size published": "exponent 1, as published",
  "setting size flat": "exponent 0.7",
  "setting size steep": "exponent 1.3",
  "varied network": "Everything about the network",
  "setting network published": "as published",

  "rival published": "Published study",
  "rival dea": "DEA, Sinaloa and Jalisco worldwide",
  "rival guerrero": "Guerrero, the same two in Mexico",
  "rival defense": "US defence official, two largest",
  "rival sedena": "Defence secretary, all who live off the drug trade",
  "rival chew": "Chew Sánchez, direct work",
  "rival calva": "Calva, direct jobs",

  series: "yearly homicides (INEGI) and people reported missing, 2012–2021 and 2023",

  "check conservation-members": "members against all who came and went",
  "check members-not-negative": "size of the smallest group, below zero",
  "check published-core": "members in week 520 of the published equations",
  "check production-steps": "every reported outcome, steps of the study against steps a quarter as long",
  "check conservation-members-in-scenarios": "members against all who came and went, in every scenario",
  "check conservation-firearms": "firearms against all that came and went",
  "check conservation-fentanyl": "fentanyl against all that was made, lost and used",
  "check conservation-users": "people who use opioids against all who came and went",
  "check conservation-migrants": "people on the move against all who came and went",
  "check stocks-not-negative": "smallest stock of the whole system, below zero",
} as const;
