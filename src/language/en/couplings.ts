/** Words of `frontera couplings`. */
export const couplings = {
  title: "How the parts of the system push one another from the anchor date on",
  coupling: "coupling",
  what: "what it does",
  strength: "strength",
  prior: "prior",
  grade: "grade",
  switch: "a switch",
  together: "all together",
  off: "`couplings: { ID: off }` in a scenario switches one off, `couplings: off` all of them.",
  effects:
    "What each does in “{{name}}”: the outcome with it against the same draws without it (median, 90 % of the draws)",
  "about guns-lethality": "more firearms per member make conflict deadlier",
  "about guns-arrests": "more firearms per member leave fewer arrests",
  "about members-guns": "the flow of firearms follows members",
  "about revenue-recruitment": "revenue per member from fentanyl and smuggling brings recruits",
  "about scarcity-conflict": "scarcity of fentanyl makes conflict deadlier",
  "about ban-killings": "a ban that is forced kills members of the targeted group",
  "about ban-production": "a ban takes its group out of fentanyl; others take over",
  "about violence-departures": "deaths in conflict bring departures from Mexico",
  "about encounters-salience": "encounters (events, not persons) raise the salience of immigration",
} as const;
