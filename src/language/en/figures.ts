/** Words of the figures of `frontera study`. */
export const figures = {
  asOf: "as of {{month}}",
  howToRead: "Dots are medians; thick bars hold half of the draws, thin bars nine tenths of them.",
  run: "Frontera {{version}}, run {{run}}, {{draws}} draws, seed {{seed}}",
  gateRed: "gate red: too few effective draws, not to be quoted",
  source: "Source: {{source}}.",
  againstBusinessAsUsual: "against business as usual",
  againstStart: "against the start",
  noChange: "no change",

  membersTitle: "Members of the groups in Mexico, {{first}} to {{last}}, {{asOf}}",
  membersCaption:
    "The model’s members, weighted by the series of deaths, beside the range that the study published for its 2022 ({{date}}). Circles mark the dates that are quoted. The vertical axis does not start at zero.",
  membersBand: "model: median,\n50 and 90 % of draws",
  publishedRange: "published range\n{{range}}",
  publishedSource: "published range: {{source}}",
  membersAlt: "A rising band. {{said}}. Published range: {{range}}.",
  membersAltAt: "{{median}} (90 % of draws: {{range}}) on {{date}}",

  rivalsTitle: "How many people: this study beside the figures of others, {{asOf}}",
  rivalsCaption:
    "The figures count different people: members only, or everybody who serves the trade; all groups, or the two largest; Mexico, or the world. They are set side by side, not averaged; the table below says what each one counts. {{howToRead}} The axis is logarithmic.",
  rivalsSource: "figures of others: see the table of rival figures",
  rivalsAxis: "People (logarithmic axis)",
  million_one: "{{count}} million",
  million_other: "{{count}} million",
  thisStudy: "This study",
  others: "Figures of others",
  thisRun: "this run",
  medianAnd90: "median and 90 % of draws",
  atLeast: "at least {{value}}",
  upTo: "up to {{value}}",
  noNumber: "no number given",

  deathsTitle: "Deaths: the model beside the series it was weighted by, {{asOf}}",
  deathsCaption:
    "Crosses are the data ({{series}}). Circles and bars are the median of the draws and nine tenths of them, in the unit of the data. {{inside}} of {{total}} years lie inside the bar. The same years chose the weights, so this shows a fit and not a forecast.",
  deathsAxis: "Homicides and missing people in the data ({{unit}})",
  deathsModel: "model: median and 90 % of draws",
  deathsData: "data ({{unit}})",
  noUnit: "no unit",
  deathsAlt: "{{year}}: data {{data}}, model {{model}} {{unit}}.",

  scenarioTitle: "{{name}} along each scenario to {{year}}, {{asOf}}",
  scenarioCaption:
    "Lines are medians; the shaded band is half and nine tenths of the draws of history and of business as usual. The bars at the right are each scenario’s 50 and 90 % intervals on {{date}}. Every scenario runs on the same draws, so read the difference from business as usual at one date, and the change since the start along one line.",
  scenarioCaptionDeaths: "These are deaths between groups.",
  history: "History",
  scenarioAlt: "{{scenario}}: {{median}} {{unit}} on {{date}}, 90 % of draws {{range}}.",

  contrastsTitle: "What each scenario changes by {{date}}, both contrasts, {{asOf}}",
  contrastsCaption:
    "The same runs compared in two ways. Against business as usual: how much more or less than without the change, on the same date. Against the start: how much more or less than when the change begins. The sign can differ between the two, because business as usual keeps growing. {{howToRead}}",
  contrastsAxis: "Change (per cent)",

  gradesTitle: "How much of each result rests on data, literature and assumption, {{asOf}}",
  gradesCaption:
    "Each bar is one result. A: parameters estimated from data for this setting; B: literature from elsewhere; C: assumption. Shares of the variance over draws, by squared standardised rank-regression coefficients. Small parts carry no label.",
  gradesAxis: "Share of the variance of the result, by evidence grade",
  gradesAxisNarrow: "Share of the variance, by evidence grade",
  changeOf: "Change of {{outcome}}",

  learningTitle: "How much of this is assumption: what the series taught about each parameter, {{asOf}}",
  learningCaption:
    "A dot at 1 means that the series taught nothing about the parameter: the result rests on what was assumed. A dot at 0.5 means that the range was halved. Letters are evidence grades: A estimated from data for this setting, B literature from elsewhere, C assumption. {{untaught}} of {{total}} parameters kept more than nine tenths of their prior width.",
  learningSource: "priors: see the table of assumptions",
  learningAxis: "Width left after the series (posterior sd / prior sd)",
  learningAxisNarrow: "Width left (posterior sd / prior sd)",
  learningReference: "nothing learnt",
  learningAlt: "{{name}} (grade {{grade}}): {{ratio}} of its prior width is left.",

  levelsTitle: "Members and deaths under other assumptions, {{asOf}}",
  levelsCaption: "Each row holds one assumption at another value and runs everything else again. {{howToRead}}",
  levelsDeathsAxis: "Deaths (people a week)",
  policyTitle: "Deaths five years after incapacitation is doubled, under other assumptions, both contrasts, {{asOf}}",
  policyCaption:
    "The sign of the answer can turn on the contrast and on what is assumed. Each row holds one assumption at another value. {{howToRead}}",
  policyAxis: "Change of deaths (per cent)",

  networkTitle: "Groups and their ties, {{asOf}}",
  networkCaption:
    "{{groups}} groups, {{rivalries}} rivalries (solid lines), {{alliances}} alliances (dashed lines); thicker lines weigh more in the data. Areas of the circles follow the model’s median members at the end of 2022. The order of sizes is assumed from ties, so only the {{named}} largest are named and no size is given. {{alone}} groups without a known tie stand in the block below. Places on the page are not places on a map.",
  networkSource: "network: {{source}}",
  networkAlt:
    "{{groups}} groups, {{rivalries}} rivalries, {{alliances}} alliances, {{alone}} groups without ties. Largest, order assumed from ties: {{names}}.",
  groupNumber: "group {{number}}",
  rivalry: "rivalry",
  alliance: "alliance",
  aGroup: "a group; area as its members",
  aGroupNarrow: "a group",
  outsideWeb: "Groups outside the large web of ties",
} as const;
