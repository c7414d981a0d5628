/** Words of `frontera fit`: series of the evidence beside the model. */
export const fit = {
  title: "Data beside the model, 2012 to 2023",
  explain:
    "Medians and 90 % of the draws, with the noise of the observation. The equations were fitted to these series or the draws are weighted by them: this is no test of forecasts.",
  series: "series",
  figures: "figures",
  inside: "inside 90 %",
  error: "typical miss",
  bias: "mean miss",
  points: "{{value}} points",
  period: "period",
  observed: "observed",
  median: "model",
  interval: "90 % of draws",
  insideOne: "inside",
  yes: "yes",
  no: "no",
  "about homicides-and-missing":
    "homicides and people reported missing in Mexico, of which a share are members killed by other groups",
  "about synthetic-opioid-deaths": "deaths by synthetic opioids other than methadone in the United States",
  "about heroin-deaths": "deaths by heroin in the United States",
  "about fentanyl-seized": "fentanyl seized by US Customs and Border Protection, bulk weight by fiscal year",
  "about encounters": "Border Patrol encounters at the southwest border (events, not persons)",
  "about darien-crossings": "people who crossed the Darién, as counted by Panama",
  "about interception-events": "people intercepted by Mexico's migration institute (events, not persons)",
  "about salience": "people in the United States who name immigration as its most important problem (Gallup)",
} as const;
