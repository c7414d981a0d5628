/** How to cite a run: the software, the study it re-runs, the data it used. */
import type { SourceRow } from "../studies/study/document.ts";

export interface Citation {
  /** One reference a paragraph. */
  readonly text: string;
  readonly bibtex: string;
}

const SCIENCE_TEXT =
  "Prieto-Curiel, R., Campedelli, G. M., & Hope, A. (2023). Reducing cartel recruitment is the only way to lower violence in " +
  "Mexico. Science, 381(6664), 1312–1316. https://doi.org/10.1126/science.adh2888";

const SCIENCE_BIBTEX = `@article{prieto2023reducing,
  title   = {Reducing cartel recruitment is the only way to lower violence in {Mexico}},
  author  = {Prieto-Curiel, Rafael and Campedelli, Gian Maria and Hope, Alejandro},
  journal = {Science},
  volume  = {381},
  number  = {6664},
  pages   = {1312--1316},
  year    = {2023},
  doi     = {10.1126/science.adh2888}
}`;

/**
 * The references of a run: Frontera at `version` (with the run's fingerprint, if there is one), the study whose
 * equations it re-runs, and the sources of the data.
 */
export function citation(version: string, fingerprint?: string, sources: readonly SourceRow[] = []): Citation {
  const run = fingerprint === undefined ? "" : `, run ${fingerprint.slice(0, 8)}`;
  const data = sources.filter((source) => !/10\.1126\/science\.adh2888/.test(`${source.url ?? ""} ${source.citation}`));
  const text = [
    `The Frontera authors. Frontera: an open policy laboratory (version ${version}${run}) [computer software].`,
    SCIENCE_TEXT,
    ...data.map((source) => `${full(source.citation)}${source.url === null ? "" : ` ${source.url}`}`),
  ];
  const used = new Set(["frontera", "prieto2023reducing"]);
  const entries = [
    [
      "@software{frontera,",
      "  title   = {Frontera: an open policy laboratory},",
      "  author  = {{The Frontera authors}},",
      `  version = {${latex(version)}}${fingerprint === undefined ? "" : ","}`,
      ...(fingerprint === undefined ? [] : [`  note    = {Run ${latex(fingerprint)}}`]),
      "}",
    ].join("\n"),
    SCIENCE_BIBTEX,
    ...data.map((source) =>
      [
        `@misc{${key(source.id, used)},`,
        `  title        = {${latex(source.citation)}}${source.url === null ? "" : ","}`,
        ...(source.url === null ? [] : [`  howpublished = {\\url{${source.url.replace(/[{}\\\s]/g, "")}}}`]),
        "}",
      ].join("\n"),
    ),
  ];
  return { text: text.join("\n\n"), bibtex: `${entries.join("\n\n")}\n` };
}

function full(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}

function latex(text: string): string {
  const special: Readonly<Record<string, string>> = {
    "\\": "\\textbackslash{}",
    "{": "\\{",
    "}": "\\}",
    "&": "\\&",
    "%": "\\%",
    $: "\\$",
    "#": "\\#",
    _: "\\_",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
  };
  return text.replace(/\s+/g, " ").replace(/[\\{}&%$#_~^]/g, (sign) => special[sign]!);
}

/** A key of letters, digits, `_` and `-` that no other entry has. */
function key(id: string, used: Set<string>): string {
  const base = id.replace(/[^A-Za-z0-9_-]+/g, "-") || "source";
  let name = base;
  for (let i = 2; used.has(name); i++) name = `${base}-${i}`;
  used.add(name);
  return name;
}
