/** Words of `frontera article`. */
export const article = {
  lead: "{{publisher}}, {{date}}: “{{title}}”",
  about:
    "The report sentence by sentence. In quotation marks: short phrases of the publisher; below them what the sentence says, in other words.",
  heading: "The news report",
  figureOf: "Figure: {{name}}",
  report: "the report: {{url}}",
  claims: "claims",
  modules: "part of the system",
  figure: "figure",

  "topic talks": "talks",
  "topic fentanyl": "fentanyl",
  "topic precursors": "precursors",
  "topic deterrence": "deterrence",
  "topic politics": "politics",
  "topic regional track": "regional track",
  "topic migration": "migration",
  "topic firearms": "firearms",
  "topic state capacity": "state capacity",
  "topic workforce": "workforce",

  "module cartels": "cartels",
  "module fentanyl": "fentanyl",
  "module deterrence": "deterrence",
  "module migration": "migration",
  "module firearms": "firearms",
  "module diplomacy": "diplomacy",
  "module politics": "politics",
} as const;
