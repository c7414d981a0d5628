import type { brief as english } from "../en/brief.ts";

/** Words of `frontera brief`, the note of two pages. */
export const brief: { readonly [K in keyof typeof english]: string } = {
  title: "Qué se pidió en las conversaciones y qué dice la evidencia",
  kicker: "Nota informativa · políticas y datos {{asOf}}",
  lede: "Estados Unidos y México ante el fentanilo, las armas, la migración y los cárteles, tras una nota de prensa del {{date}}.",
  fileTitle: "Nota informativa {{asOf}}: {{title}} (Frontera {{run}})",

  inShort: "En breve",
  people: "Personas en los grupos.",
  peopleText:
    "Cerca de {{first}} el {{firstDate}} (90 % de las muestras: {{firstRange}}) y {{last}} el {{lastDate}} ({{lastRange}}). El artículo publica {{published}} para su 2022, que es el {{publishedDate}}; su código público da 173,837 en esa fecha.",
  verdicts: "Diez afirmaciones de la nota.",
  scenarios: "Muertes por conflicto al {{date}}.",
  scenariosText:
    "Lo que da el modelo si se cambian números suyos el {{date}}, con 90 % de las muestras; cómo se lograría no está modelado.",
  scenarioUsual: "{{change}} frente a sin cambios ({{range}})",
  scenarioStart: "{{change}} frente al inicio ({{range}})",
  assumption: "Cuánto es supuesto.",
  assumptionText:
    "{{C}} de la varianza de los integrantes al {{date}} viene de supuestos (grado C), {{B}} de literatura de otros lugares (B) y {{A}} de datos de este caso (A).",
  doublingLead: "Qué comparación se usa.",

  askedTitle: "Qué se pidió en las conversaciones y en qué quedó",
  askedAbout:
    "Peticiones y rechazos uno por uno y compromisos por tema; otras {{others}} declaraciones y acciones están en la agenda. Son dos hechos distintos: las conversaciones y un comunicado posterior. Seguimiento según lo leído hasta {{month}}; «no se informa» no es «no cumplido».",
  talksHead: "{{date}} · tercer Diálogo de Alto Nivel de Seguridad, las conversaciones de la nota",
  communiqueHead:
    "27 y 28 de diciembre de 2023 · comunicado conjunto, posterior a la nota y aparte de las conversaciones",
  commitments_one: "{{count}} compromiso",
  commitments_other: "{{count}} compromisos",
  colParty: "Parte",
  colKind: "Tipo",
  colWhat: "Qué, con otras palabras",
  colFollowUp: "En qué quedó",

  saysTitle: "Qué dice la evidencia de las afirmaciones",
  saysAbout:
    "«No se puede saber» ni confirma ni niega. Grados: A datos de esta cantidad y este caso, B literatura de otros lugares, C supuesto.",
  colClaim: "Afirmación",
  colEvidence: "Qué dice la evidencia (entre paréntesis: error de muestreo, 90 %)",
  colVerdict: "Dictamen",
  colGrade: "Grado",
  numberIn: "{{what}}: {{value}} (de {{range}})",
  numberPlain: "{{what}}: {{value}}",

  contrastsTitle: "Muertes por conflicto al {{date}}, ambas comparaciones",
  recordTitle: "Los dos hechos, a {{month}}",
  contrastsCaption:
    "Medianas, con 50 y 90 % de las muestras. El signo puede depender de la comparación, porque sin cambios de política los niveles siguen creciendo. Integrantes: frontera study.",
  recordCaption: "Cada marca es un acto de los dos hechos: su forma dice el tipo; su letra, en qué quedó.",

  cannotTitle: "Qué no se puede saber",
  cannotCount: "No es un conteo.",
  cannotCountText:
    "Nadie ha contado a los integrantes; a algunos se les recluta por la fuerza o siendo menores, y aquí no se distingue.",
  cannotHow: "Ni cómo ni a qué costo.",
  cannotHowText:
    "Un escenario fija un número. Qué medida o ley lo lograría, y dentro de qué límites legales, no está modelado.",
  cannotLinks: "Los otros temas, no.",
  cannotLinksText:
    "Ningún dictamen se apoya aún en las ecuaciones de fentanilo, armas y migración, y la negociación no las tiene: {{ids}} no se pueden saber.",
  cannotForecast: "El futuro, no.",
  cannotForecastText:
    "Sin cambios de política, cada tasa sigue como a fines de 2023. Es una referencia y no un pronóstico.",
  cannotRank: "Quiénes, no.",
  cannotRankText: "No se ordena a ningún grupo, lugar ni ruta.",
  harm: "A quién se puede dañar.",
  harmText:
    "Se cuentan: las personas muertas en conflicto entre grupos. No se modelan: las muertes dentro de los grupos, que nunca son un beneficio; las personas detenidas y lo que ocurre bajo custodia; terceros y familias; las personas en movilidad retenidas, devueltas o varadas, ni las muertes en tránsito.",

  citeTitle: "Cómo citar",
  sources: "Fuentes de las conversaciones y de las afirmaciones:",
  sourcesText:
    "{{read}}. Leídas en una copia: {{copies}}. Cada una con su dirección: frontera evidence list, frontera agenda.",
  runLine:
    "Frontera {{version}} · estudio {{study}} · afirmaciones {{claims}} · {{draws}} muestras, semilla {{seed}} · equivalen a {{size}} (mínimo {{needed}}, semáforo en {{gate}}) · fallidas {{failed}}",
  again: "Para repetir: frontera brief --lang es --draws {{draws}} --seed {{seed}}",
  fingerprint: "huella {{fingerprint}}",
  page: "página {{page}} de 2",

  written: "La nota: {{path}}",
  writtenPage: "Como página para imprimir: {{path}}",
};
