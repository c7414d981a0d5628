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
};
