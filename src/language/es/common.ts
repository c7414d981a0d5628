import type { common as english } from "../en/common.ts";

/** Words that every page uses. */
export const common: { readonly [K in keyof typeof english]: string } = {
  source: "fuente",
  sources: "Fuentes",
  confidence: "confianza",
  official: "oficial",
  secondary: "secundaria",
  readVia: "leída en una copia",
  evidence: "evidencia",
  grade: "grado",
  businessAsUsual: "sin cambios de política",
  start: "inicio",
  encounters: "encuentros (eventos, no personas)",
  irregular: "irregular",
  notModelled: "no modelado",
};
