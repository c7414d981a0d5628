import type { levers as english } from "../en/levers.ts";

/** Words of `frontera levers`. */
export const levers: { readonly [K in keyof typeof english]: string } = {
  title: "Cada palanca sola en su límite desde el {{from}}, frente a sin cambios de política, por resultado",
  about:
    "Medianas con 90 % de las muestras entre paréntesis; políticas y datos a diciembre de 2023. Los esfuerzos no cuestan lo mismo: léanse formas y signos, no un orden.",
  lever: "palanca",
  who: "quién la mueve",
  months_one: "{{count}} mes",
  months_other: "{{count}} meses",
  years_one: "{{count}} año",
  years_other: "{{count}} años",
  grade: "grado",
  harm: "A quién se puede dañar",
  worth: "{{draws}} muestras, semilla {{seed}}; valen tras ponderar: {{worth}}",
  together: "las acusaciones y las detenciones solo actúan juntas; cada una se muestra con la otra en su límite",
  little:
    "Las palancas que mueven un resultado menos de 0.05 % en todo momento no aparecen en su tabla (--json las tiene).",
  ownerNone: "nadie",
};
