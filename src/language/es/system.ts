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
    "Cambio de cada resultado frente a sin cambios de política cuando una sola palanca se lleva a su máximo desde el {{from}}. El punto es la mediana tras {{time}}; la línea gruesa abarca la mitad de las muestras y la delgada nueve de cada diez; el trazo vertical pequeño es la mediana al año. La letra y el color son el grado del efecto: {{grades}}. Las palancas van en el orden de su tabla: los esfuerzos no cuestan lo mismo, así que no es una clasificación. La palanca que falta mueve el resultado menos de medio por ciento. A quién se puede dañar se dice en la tabla. {{together}}",
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
    "Cambio de cada resultado al {{date}} con cada paquete que lo mueve, ordenado desde el {{from}}: a la izquierda frente a sin cambios de política en la misma fecha, a la derecha frente al inicio. {{howToRead}} Si un paquete ordena algo que requiere ley se dibuja dos veces: hasta donde llega sin que actúe el Legislativo, y con su acción (rombo). El paquete que falta mueve el resultado menos de medio por ciento.",

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
  "origin by-darien": "Salidas de Venezuela, Ecuador, Colombia, Haití y Cuba por el Darién",
  "origin around-darien": "Salidas de los mismos países por otras vías",
  "origin others": "Salidas de todos los demás países",

  title: "Todo el sistema",
  about:
    "Fentanilo, armas y migración junto a los cárteles, a la misma fecha. De cada parte se ponderan {{draws}} muestras con lo que se contó; de ellas, {{usual}} recorren lo que ocurre sin cambios y {{orders}} cada palanca y paquete, con lo que unas partes oyen de otras. Los cárteles de arriba se apoyan en {{core}} muestras y en ninguna otra parte, así que sus niveles difieren un poco. Lo que valen las muestras de cada parte tras ponderarlas: {{worth}}.",
  worthPart: "{{part}} {{size}} (mínimo {{needed}}: semáforo en {{gate}})",
  outcomesTable: "Sin cambios de política: medianas al inicio y al final, y el cambio entre ambas",
  leversHead: "Qué hace cada palanca",
  leversAbout:
    "Cada palanca por sí sola se lleva a su máximo desde el {{from}} y ahí se mantiene; una orden se vuelve real con el rezago de su palanca. Junto a cada una se dice quién la mueve, si debe actuar un Legislativo y a quién se puede dañar.",
  leversRows: "Cada palanca, resultado y momento en números",
  leversTable: "Cambio frente a sin cambios de política por palanca al máximo: mediana (90 % de las muestras)",
  ownersTable: "Palancas: quién las mueve, hasta dónde, qué requieren en derecho y a quién se puede dañar",
  startAfter: "Frente al inicio, {{time}}",
  law: "En derecho",
  level: "De, a su máximo",
  levelWithout: "Sin que actúe el Legislativo",
  lag: "Rezago, semanas",
  fromTo: "{{from}} a {{to}} {{unit}}",
  same: "igual",
  bargainingOnly: "en ninguna ecuación; cuenta en la negociación",
  hardly: "no mueve ninguno de los resultados principales medio por ciento",
  none: "ninguno",
  chainHead: "Qué eslabón de la cadena del fentanilo",
  chainAbout:
    "La presión sobre la oferta se diluye cuando productores, rutas y químicos se adaptan, y los precios solo trasladan una parte; lo que llega directo a los usuarios perdura. Si un choque a los precursores se diluye está en disputa: frontera compare scenarios/link-precursors-*.yaml confronta las tres lecturas rivales.",
  chainTable:
    "Cambio de las muertes por opioides sintéticos frente a sin cambios de política, un solo eslabón a plenitud: mediana (90 % de las muestras)",
  link: "Eslabón",
  packagesHead: "Qué hacen los paquetes",
  packagesAbout:
    "Paquetes con nombre, entre ellos lo que pidió cada parte en octubre y diciembre de 2023, ordenados desde el {{from}} y leídos al {{to}}. Se dan ambas comparaciones porque pueden diferir en signo: mucho cambia por sí solo. Menos encuentros no son menos personas que necesitan protección; junto a ellos están las personas retenidas en México.",
  packagesRows: "Cada paquete y resultado en números",
  packagesTable: "Cambio al {{date}}: mediana (90 % de las muestras)",
  package: "Paquete",
  ordersTable: "Paquetes: qué se ordena, qué requiere en derecho y a quién se puede dañar",
  orders: "Qué se ordena",
  order: "{{lever}} {{level}} desde el {{from}}",
  orderWithout: "{{lever}} {{level}} desde el {{from}} ({{without}} sin que actúe el Legislativo)",
  harm: "{{who}}",
  talksHead: "Qué se pidió y qué haría",
  talksAbout:
    "Filas de las conversaciones del 5 de octubre de 2023 y del comunicado del 27 y 28 de diciembre de 2023, cada una con la palanca que la representa y lo que esa palanca sola hace a su máximo frente a sin cambios de política. A menudo se pidió mucho menos que el máximo. Lo que resultó de cada una se dice hasta donde cuentan las fuentes.",
  talksTable: "Las conversaciones y el comunicado, fila por fila",
  agendaRows: "Todas las demás filas de la agenda, 2019–2025",
  asked: "Qué se pidió, prometió o hizo",
  does: "Qué hace su palanca al máximo",
  cameOfIt: "Qué resultó",
  noLever: "ninguna palanca la representa",
  effectOf: "{{outcome}} {{said}}",
  effectAt: "{{change}} tras {{time}}",
  bannerRed:
    "Semáforo en rojo: lo que se dice de {{parts}} descansa en muy pocas muestras efectivas. No cite estos números; corra de nuevo con más --system-draws.",
  limitSystem: "No es una clasificación de políticas.",
  limitSystemWhy:
    "Las palancas al máximo no cuestan lo mismo ni son igual de probables, la mayoría de sus efectos son supuestos (grado C) y se da por hecho que las órdenes se cumplen.",
  limitPeople: "No dice quién queda mejor.",
  limitPeopleWhy:
    "Los encuentros son eventos, las personas retenidas son un número, y no se modelan las muertes en tránsito ni los abusos y extorsiones en el camino. Un número menor puede ser de personas que necesitan protección y no la obtienen.",
  limitApart: "No conoce los años posteriores a 2023.",
  limitApartWhy:
    "Políticas y datos son a diciembre de 2023: lo que los gobiernos hicieron y lo que ocurrió después no es parte de lo que sigue sin cambios.",
  pageNote:
    "Se ponderaron {{draws}} muestras y {{carried}} de ellas recorrieron cada palanca y paquete. Los esfuerzos no cuestan lo mismo: no es una clasificación. El informe de la misma corrida tiene cada resultado, momento y grado.",
  packagesWithin:
    "Cambio al {{date}} sin que actúe el Legislativo, frente a sin cambios de política y frente al inicio: mediana (90 % de las muestras)",
};
