import type { system as english } from "../en/system.ts";

/** Words for what `frontera study` says of the whole system. */
export const system: { readonly [K in keyof typeof english]: string } = {
  "package asks-united-states-october-2023": "Peticiones de Estados Unidos, octubre de 2023",
  "package asks-mexico-october-2023": "Peticiones de México, octubre de 2023",
  "package asks-united-states-december-2023": "Peticiones de Estados Unidos, diciembre de 2023",
  "package asks-mexico-december-2023": "Peticiones de México, diciembre de 2023",
  "package upstream-first": "Primero aguas arriba",
  "package border-first": "Primero la frontera",
  "package recruitment-first": "Primero el reclutamiento",
  "package gun-package": "Paquete de armas",
  "package treatment-first": "Primero el tratamiento",
  "package everything": "Todo a la vez",
  "package no-deal": "Sin acuerdo",
  "short upstream-first": "Aguas arriba",
  "short border-first": "Frontera",
  "short treatment-first": "Tratamiento",
  "short everything": "Todo a la vez",
  "short no-deal": "Sin acuerdo",

  "legislatures not needed": "sin necesidad del Legislativo",
  "legislatures none acts": "sin que actúe el Legislativo",
  "legislatures act": "con acción del Legislativo",

  "link precursors": "Precursores, exportación e importación",
  "link production": "Producción",
  "link transit": "Tránsito por México",
  "link ports": "Puertos de entrada",
  "link wholesale": "Mayoreo en Estados Unidos",
  "link initiation": "Nuevos trastornos por consumo de opioides",
  "link treatment": "Tratamiento",
  "link naloxone": "Naloxona",

  together: "{{lever}}, junto con {{others}}",
  months_one: "{{count}} mes",
  months_other: "{{count}} meses",
  years_one: "{{count}} año",
  years_other: "{{count}} años",
  after: "Tras {{time}}",

  terminalTitle: "Todo el sistema, % al {{date}} frente a sin cambios: mediana (90 %)",
  terminalDeaths: "Muertes, opioides",
  terminalEncounters: "Encuentros*",
  terminalHeld: "Retenidas",
  terminalUsual: "Sin cambios, inicio",
  terminalNote:
    "* eventos, no personas. Paquetes sin que actúe el Legislativo. {{draws}} muestras; efectivas, de {{needed}} necesarias: {{parts}}",
  terminalGateRed: "semáforo en rojo, no citar",
  "part cartels": "cárteles",
  "part fentanyl": "fentanilo",
  "part migration": "migración",

  leversTitle: "Qué hace cada palanca por sí sola al máximo, tras {{time}}, {{asOf}}",
  leversCaption:
    "Cambio de cada resultado frente a sin cambios de política cuando una sola palanca se lleva a su máximo desde el {{from}}. El punto es la mediana tras {{time}}; la línea gruesa abarca la mitad de las muestras y la delgada nueve de cada diez; el trazo vertical pequeño es la mediana al año. La letra y el color son el grado del efecto: {{grades}}. Las palancas van en el orden de su tabla: los esfuerzos no cuestan lo mismo, así que no es una clasificación. A quién se puede dañar se dice en la tabla. {{together}}",
  leversTogether: "Las acusaciones y las detenciones solo actúan juntas y se muestran juntas.",
  leversAxis: "cambio frente a sin cambios (por ciento)",
  gradeWords: "A datos de este contexto, B literatura sobre otros lugares, C supuesto",
  leversAlt: "{{outcome}}, {{lever}}: {{change}} (90 %: {{range}}).",
};
