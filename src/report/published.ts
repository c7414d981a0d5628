/**
 * The published figure that the study weighs. Prieto-Curiel, Campedelli & Hope 2023, Science 381:1312,
 * doi:10.1126/science.adh2888: 160,000–185,000 members in 2022, about 175,000; its 2022 is week 520, 19 December 2021.
 */
export const PUBLISHED_MEMBERS = { at: "2021-12-19", low: 160_000, high: 185_000, central: 175_000 } as const;

export const PUBLISHED_SOURCE = "Prieto-Curiel, Campedelli & Hope 2023, Science 381:1312, doi:10.1126/science.adh2888";
