import type { page as english } from "../en/page.ts";

/** Words of the one file to hand on (`frontera study --single-file`). */
export const page: { readonly [K in keyof typeof english]: string } = {
  kicker: "Frontera, un solo archivo para compartir, políticas y datos {{asOf}}",
  lede: "Una nota del 5 de octubre de 2023 contó qué quieren los gobiernos unos de otros y a cuántas personas «emplean» los cárteles. Aquí está lo que dijo, lo que dice de ello la evidencia y qué cambiaría con otras políticas. El archivo no necesita red; todo lo que contiene puede descargarse.",
  description:
    "Las conversaciones del 5 de octubre de 2023, sopesadas: la nota frase por frase, diez afirmaciones con su veredicto, los empleadores, dos controles en vivo, la agenda y el modelo junto a sus datos, {{asOf}}.",
  contents: "En esta página",
  otherLanguage: "English",

  "nav short": "En breve",
  "nav article": "La nota",
  "nav claims": "Diez afirmaciones",
  "nav employers": "Empleadores",
  "nav policy": "Pruébelo: dos políticas",
  "nav packages": "Paquetes y palancas",
  "nav agenda": "La agenda",
  "nav fit": "Datos y modelo",
  "nav grounds": "Qué tan seguro",
  "nav cite": "Cómo citar",
  "nav sources": "Fuentes",

  gradeShares: "Predomina la evidencia de grado {{letter}}: de la dispersión de {{of}}, A {{A}}, B {{B}}, C {{C}}",
  gradeChange:
    "Predomina la evidencia de grado {{letter}}: de la dispersión del cambio en {{of}}, A {{A}}, B {{B}}, C {{C}}",
  gradeNetwork: "Evidencia de grado C: el orden de los grupos se supone a partir de los vínculos",
  gradeLearning: "Grado de la evidencia según las letras; C es supuesto",
  gradeEmployers:
    "Evidencia de grado C: los supuestos dominan la dispersión de los integrantes; la lista de empresas llegó por la prensa",
  gradeAgenda: "Un registro de actos, no una estimación: {{primary}} de {{count}} fuentes se leyeron en el original",
  gradeLive: "Evidencia de grado C: una corrida con valores centrales, la mayoría fijados a mano",
  alt: "Lo que muestra la figura, en palabras (texto alternativo)",
  cite: "Cita: {{citation}}",
  citation:
    "The Frontera authors, Frontera {{version}}, corrida {{run}} [programa de cómputo], según Prieto-Curiel, Campedelli y Hope 2023, doi:10.1126/science.adh2888",
  citationRecord: "The Frontera authors, Frontera {{version}} [programa de cómputo], evidence/{{file}}",
  download: "Llévese la figura",
  downloadAs: "{{kind}} de «{{title}}»",
  downloadFailed: "La imagen no pudo dibujarse aquí; descargue el SVG.",
  picture: "imagen",
  dataOf: "datos",

  claimsAbout:
    "Cada afirmación lleva uno de cuatro veredictos y un grado. Ninguna recibe un veredicto que su evidencia no sostenga.",
  claimNumbers: "Cifras detrás de {{id}}",
  claimGrade: "Grado {{grade}}",
  claimNotModelled: "El modelo aún no la sopesa: lo que dice la evidencia por sí sola.",
  claimNeeded: "Qué haría falta:",
  claimNot: "Qué no escribir:",

  employersTitle: "Empleadores según la lista y los integrantes de los grupos al cierre de 2022, {{asOf}}",
  employersPrivate: "Empleadores privados, según la lista",
  employersPublic: "Con los empleadores públicos que tienen cifra",
  employersMexico: "Contados solo en México",
  employersAxis: "Personas",
  employersBand: "integrantes de los grupos: mediana, 50 y 90 % de las muestras",
  employersCaption:
    "Las barras son los empleadores como aparecen en la lista publicada; la línea y las bandas verticales son los integrantes que da el modelo al {{date}}. Las barras oscuras son las empresas que nombra la nota y las de solo contorno, empleadores públicos. La lista pone empresas contadas en todo el mundo junto a personas en México; una sola tiene una cifra solo para México ({{mexico}}). «Emplean» va entre comillas: a algunas personas se les recluta por la fuerza o siendo menores de edad. Los mayores institutos públicos no tienen cifra aquí.",
  employersAlt: "{{list}}: {{said}}.",
  employersAltBand: "Integrantes al cierre de 2022: {{median}} (90 % de las muestras: {{range}}).",
  employersSource: "empleadores: {{sources}}",
  employersAbout:
    "La nota coloca a los cárteles detrás de FEMSA, Walmart, Manpower y América Móvil. El lugar que ocuparían depende de la muestra y de a quién se ponga en la lista.",
  rowsFrom: "Filas de: {{ids}}.",
  assumptionsRows: "Cada parámetro con su distribución a priori, su grado y sus fuentes",
  rivalsRows: "Qué cuenta cada cifra, con su fuente",
  sourceRows: "Filas: {{rows}}.",
  employersOf: "{{name}} (público)",
  employersMembers: "integrantes de los grupos (modelo)",

  liveTitle: "Integrantes y muertes por conflicto, del {{from}} al {{to}}, con ambas políticas según los controles",
  liveAbout:
    "Mueva los dos controles. Con cada movimiento, las ecuaciones del estudio vuelven a correr en esta página una sola vez, con valores centrales: la red como se publicó y la forma con saturación.",
  liveNoScript:
    "Los controles necesitan scripts, que aquí están desactivados. Las figuras y el cuadro que siguen son los mismos sin ellos.",
  liveFailed:
    "Las ecuaciones no pudieron correr en este navegador. Las figuras y el cuadro que siguen valen de todos modos.",
  liveRecruitment: "Reclutamiento, como múltiplo de su estimación",
  liveIncapacitation: "Incapacitación (detenciones), como múltiplo de su estimación",
  liveTimes: "{{factor}} veces su estimación",
  liveRecruitmentShort: "Reclutamiento",
  liveIncapacitationShort: "Incapacitación",
  livePresets: "Fijar ambos en",
  liveMembers: "Integrantes (personas)",
  liveDeaths: "Muertes por conflicto (personas por semana)",
  liveMembersRow: "Integrantes",
  liveDeathsRow: "Muertes por conflicto",
  liveSetting: "según los controles",
  liveUsual: "sin cambios de política",
  liveOutcome: "Al {{date}}",
  liveValue: "Según los controles",
  liveAgainstUsual: "Frente a sin cambios de política",
  liveAgainstStart: "Frente al inicio",
  liveTable: "Resultado de la corrida, con ambas comparaciones",
  liveCaption:
    "Una corrida con valores centrales; el cuadro de abajo pone al lado las muestras del estudio. La línea continua es la corrida según los controles y la punteada, sin cambios de política. Los ejes no se mueven. Las muertes son las que ocurren entre grupos; a quiénes se detiene, y qué resulta de ello, no se cuenta aquí.",
  liveAlt:
    "Reclutamiento a {{recruitment}} e incapacitación a {{incapacitation}} veces sus estimaciones: al {{date}}, los integrantes son {{members}} y las muertes por conflicto, {{deaths}} por semana.",
  liveSource: "Frontera {{version}}, una corrida con valores centrales, red como se publicó, forma con saturación",
  policyTable:
    "Cuatro escenarios con nombre al {{date}}: una corrida con valores centrales y, al lado, la mediana y el 90 % de las muestras del estudio",
  policyOne: "Una corrida: valor",
  policyOneUsual: "Una corrida: frente a sin cambios",
  policyOneStart: "Una corrida: frente al inicio",
  policyDraws: "Muestras: valor, 90 %",
  policyDrawsUsual: "Muestras: frente a sin cambios, 90 %",
  policyDrawsStart: "Muestras: frente al inicio, 90 %",
  policyNote:
    "La corrida y las muestras difieren a propósito: la corrida toma el orden, los vínculos y los tamaños de la red publicada y los valores centrales; las muestras los varían todos y se ponderan con la serie.",

  agendaRows: "Todas las filas de la agenda, con su resultado y su fuente",
  agendaDate: "Fecha",
  agendaWho: "Quién a quién",
  agendaWhat: "Qué",
  agendaAfter: "Qué resultó",

  groundsAbout: "Cuánto se apoya en datos, qué enseñó la serie y qué dan otros supuestos.",
  sourcesAbout:
    "Fuentes de lo que aparece en esta página, cada una con las filas de evidencia que se basan en ella, por archivo y línea. Se marca la copia cuando no pudo leerse el original.",
};
