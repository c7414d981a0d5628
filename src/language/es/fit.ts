import type { fit as english } from "../en/fit.ts";

/** Words of `frontera fit`: series of the evidence beside the model. */
export const fit: { readonly [K in keyof typeof english]: string } = {
  title: "Los datos junto al modelo, 2012 a 2023",
  explain:
    "Medianas y 90 % de las muestras, con el ruido de la observación. Las ecuaciones se ajustaron a estas series o las muestras se ponderan con ellas: no es una prueba de pronósticos.",
  series: "serie",
  figures: "cifras",
  inside: "dentro del 90 %",
  error: "desvío típico",
  bias: "desvío medio",
  points: "{{value}} puntos",
  period: "periodo",
  observed: "observado",
  median: "modelo",
  interval: "90 % de las muestras",
  insideOne: "dentro",
  yes: "sí",
  no: "no",
  "about homicides-and-missing":
    "homicidios y personas reportadas como desaparecidas en México, de los que una parte son integrantes muertos por otros grupos",
  "about synthetic-opioid-deaths": "muertes por opioides sintéticos distintos de la metadona en Estados Unidos",
  "about heroin-deaths": "muertes por heroína en Estados Unidos",
  "about fentanyl-seized": "fentanilo asegurado por la CBP, peso bruto por año fiscal",
  "about encounters": "encuentros de la Patrulla Fronteriza en la frontera suroeste (eventos, no personas)",
  "about darien-crossings": "personas que cruzaron el Darién, según el conteo de Panamá",
  "about interception-events": "personas interceptadas por el Instituto Nacional de Migración (eventos, no personas)",
  "about salience": "personas en Estados Unidos que nombran la inmigración como el mayor problema (Gallup)",
};
