import type { article as english } from "../en/article.ts";

/** Words of `frontera article`. */
export const article: { readonly [K in keyof typeof english]: string } = {
  lead: "{{publisher}}, {{date}}: «{{title}}»",
  about:
    "La nota, frase por frase. Entre comillas, frases breves del medio en su idioma; debajo, lo que dice cada una, con otras palabras.",
  heading: "La nota",
  figureOf: "Figura: {{name}}",
  report: "la nota: {{url}}",
  claims: "afirmaciones",
  modules: "parte del sistema",
  figure: "figura",

  "topic talks": "conversaciones",
  "topic fentanyl": "fentanilo",
  "topic precursors": "precursores",
  "topic deterrence": "disuasión",
  "topic politics": "política",
  "topic regional track": "vía regional",
  "topic migration": "migración",
  "topic firearms": "armas",
  "topic state capacity": "capacidad del Estado",
  "topic workforce": "personal",

  "module cartels": "cárteles",
  "module fentanyl": "fentanilo",
  "module deterrence": "disuasión",
  "module migration": "migración",
  "module firearms": "armas",
  "module diplomacy": "diplomacia",
  "module politics": "política",
};
