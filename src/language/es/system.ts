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

  usual: "Sin cambios de política",
  linksTitle: "Muertes por opioides sintéticos cuando se presiona un eslabón de la cadena, {{asOf}}",
  linksCaption:
    "Cambio de las muertes por opioides sintéticos en Estados Unidos frente a sin cambios de política cuando un solo eslabón se presiona por completo desde el {{from}}, de los químicos arriba a los usuarios abajo. Los puntos son medianas; las líneas gruesas abarcan la mitad de las muestras y las delgadas nueve de cada diez. La letra y el color son el grado del efecto: {{grades}}. Dos de los eslabones, tránsito y mayoreo, no están en la tabla de palancas de ningún gobierno; se muestran para sopesar cada eslabón.",
  packagesTitle: "Qué hacen los paquetes al {{date}}, en ambas comparaciones, {{asOf}}",
  packagesCaption:
    "Cambio de cada resultado al {{date}} con cada paquete que lo mueve, ordenado desde el {{from}}: a la izquierda frente a sin cambios de política en la misma fecha, a la derecha frente al inicio. {{howToRead}} Si un paquete ordena algo que requiere ley se dibuja dos veces: hasta donde llega sin que actúe el Legislativo, y con su acción (rombo). El paquete que falta deja el resultado como está.",

  outcomesTitle: "El resto del sistema, historia y sin cambios de política hasta {{year}}, {{asOf}}",
  outcomesCaption:
    "Las líneas son medianas; la banda oscura abarca la mitad de las muestras y la clara nueve de cada diez. Los puntos son datos al ritmo medio de su periodo: donde sirvieron para ponderar las muestras, que coincidan no prueba nada. Desde el {{from}} (línea punteada) no se ordena nada, y las salidas siguen dentro de lo que se supone de ellas. Junto a la unidad: por ciento de la dispersión final que se apoya en evidencia de grado A, B y C.",
  outcomesAlt: "{{outcome}} al {{date}}: {{median}} {{unit}} (90 %: {{range}}).",
  dataFrom: "datos de {{ids}}",

  corridorTitle: "El corredor: dónde parten las personas y dónde se les cuenta, {{asOf}}",
  corridorCaption:
    "Los círculos crecen con las personas por semana (encuentros: eventos); el cuadrado es un número de personas. Los lugares son los de grupos y conteos, no los de rutas: no se modela cuántas personas pasan por cada país. Las salidas son el ritmo medio de 2023, sin estación ni choques fechados (ajustadas, grado {{grade}}); lo demás son medianas del año, con nueve de cada diez muestras entre paréntesis cuando no se ordena nada.",
  corridorKey: "{{name}}: {{value}} por semana",
  corridorMean: "{{name}}: {{before}} {{per}} en {{year}}; sin cambios, {{after}} en {{end}} ({{range}})",
  perWeek: "por semana",
  people: "personas",
  "origin mexico": "Salidas de México",
  "origin northern-central-america": "Salidas de Guatemala, Honduras y El Salvador",
  "origin by-darien": "Salidas por el Darién",
  "origin around-darien": "Salidas de los mismos países por otras vías",
  "origin others": "Salidas de todos los demás países",
};
