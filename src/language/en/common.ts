/** Words that every page uses. */
export const common = {
  source: "source",
  sources: "Sources",
  confidence: "confidence",
  official: "official",
  secondary: "secondary",
  readVia: "read via a copy",
  evidence: "evidence",
  grade: "grade",
  businessAsUsual: "business as usual",
  start: "start",
  encounters: "encounters (events, not persons)",
  irregular: "irregular",
  notModelled: "not modelled",
} as const;
