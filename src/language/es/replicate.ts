import type { replicate as english } from "../en/replicate.ts";

/** Words of `frontera replicate` beyond those of the summaries: mechanisms that a study leaves out, other studies. */
export const replicate: { readonly [K in keyof typeof english]: string } = {
  switch: "mecanismo",
  parameter: "parámetro",
  value: "valor",
  range: "rango",
  source: "fuente",
  status: "estado",
  "switch arrestsBySize": "detenciones según tamaño",
  "switch prisonReentry": "regreso de prisión",
  "switch splits": "división",
  "status estimated": "estimado",
  "status borrowed": "de otra parte",
  "status assumed": "supuesto",
  "status set": "fijado aquí",
  structure: "Mecanismos que el estudio deja fuera; su ajuste no se repite con ellos",
  againstStructure:
    "Frente a la estructura del estudio en la semana {{week}}: integrantes {{members}}, muertes {{deaths}}",
  prison: "En prisión en la semana {{week}}: {{imprisoned}} integrantes; {{rejoined}} por semana regresan a su grupo",
  split: "División de {{group}} en la semana {{week}}: {{deaths}} muertes más en las {{weeks}} semanas siguientes",
  removals: "(estimación por líder capturado o muerto, 2006–2010: {{deaths}} en todo México; Dickenson 2014)",
  effort: "Aquí una política de incapacitación mueve el esfuerzo; las detenciones lo siguen a la potencia {{power}}",

  cohortTitle:
    "Prieto-Curiel 2025, Why Locking Up Cartel Members Does not Work: medias de lo que sortea; personas por semana",
  date: "fecha",
  membersOf: "integrantes",
  recruitedOf: "reclutados",
  arrestedOf: "detenidos",
  killedOf: "asesinados",
  retiredOf: "retirados",
  cohort1990: "Nacidos en 1990",
  people: "personas",
  shareOf: "de los reclutas",
  meanAge: "edad media",
  meanAgeAll: "todas las generaciones",
  cohortYears:
    "De {{years}} años desde el reclutamiento hasta los {{age}} de edad: {{prison}} en prisión ({{again}} con quienes vuelven a ser\ndetenidos), {{killed}} tras morir asesinados, {{retired}} tras retirarse",
  cohortAbstract:
    "El resumen: el encarcelamiento evita menos de 10 % de los delitos, y duplicar las penas menos de 5 % más. Aquí las condenas\nse cuentan enteras, también más allá de esa edad; cortadas en ella, duplicarlas suma 5 puntos en el código del estudio.",
  shockTitle: "Choques de medio año entre dos grupos iguales (Prieto-Curiel et al. 2025, arXiv:2508.06509)",
  shockFactor: "conflicto",
  shockKillings: "homicidios, 1,501 semanas",
  shockTenYears: "homicidios, 500 semanas",
  shockFewest: "mínimo de integrantes",
  collapsed:
    "Si las detenciones son un número constante, el conflicto × {{factor}} durante medio año lleva a un grupo de {{before}} a {{after}}\nintegrantes; desaparece en la semana {{row}}",
  survives:
    "Si las detenciones son un número constante, el conflicto × {{factor}} durante medio año lleva a un grupo de {{before}} a {{after}}\nintegrantes; sobrevive",
};
