import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { Command } from "commander";
import { LANGUAGES, type Language, languageOf } from "../language/language.ts";
import { type Brief, briefOf } from "../report/brief/brief.ts";
import { briefPage } from "../report/brief/page.ts";
import { pictureOf, type Rasterise } from "../report/brief/picture.ts";
import { briefWord } from "../report/brief/word-file.ts";
import { wrap } from "../report/drawing/labels.ts";
import { type ClaimDocument, claimDocuments } from "../studies/claims/document.ts";
import { CLAIMS, claimsFingerprint, weighClaims } from "../studies/claims/weigh-claims.ts";
import { agendaDocument } from "../studies/record/agenda.ts";
import { REPORT_DATE } from "../studies/record/article.ts";
import type { StudyDocument } from "../studies/study/document.ts";
import { runStudy, studyFingerprint } from "../studies/study/run-study.ts";
import { evidence } from "../studies/study/study-model.ts";
import { requireWeight, studyFailed } from "./enough-draws.ts";
import { EXIT } from "./exit.ts";
import { requireOutputFolder } from "./files.ts";
import { longRun } from "./long-run.ts";
import { DEFAULT_SEED, drawsOf, seedOf, workersOf } from "./options.ts";
import type { Terminal } from "./terminal.ts";

interface BriefFlags {
  readonly draws: string;
  readonly seed?: string;
  readonly workers?: string;
  readonly out?: string;
  readonly lang: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

const DEFAULT_DRAWS = 10_000;
/** Pixels of a picture for one of the layout, so that print is sharp. */
const ZOOM = 3;

/** `frontera brief`: the talks, the claims and the study as a note of two pages. */
export function briefCommand(terminal: Terminal): Command {
  return new Command("brief")
    .option("--draws <n>", "draws of study and claims", String(DEFAULT_DRAWS))
    .option("--seed <n>", `whole number that fixes every random number (default ${DEFAULT_SEED})`)
    .option("--workers <n>", "threads; the answer is the same for any number (default: cores)")
    .option("--out <dir>", "folder for brief.docx and brief.html (default runs/brief-FINGERPRINT)")
    .option("--lang <language>", `language of the note: ${LANGUAGES.join(" or ")}`, "en")
    .option("--json", "print one JSON document")
    .option("--quiet", "no progress")
    .action((flags: BriefFlags) => brief(flags, terminal));
}

async function brief(flags: BriefFlags, terminal: Terminal): Promise<void> {
  const language = languageOf(flags.lang);
  const draws = drawsOf(flags.draws);
  const seed = seedOf(flags.seed);
  const workers = workersOf(flags.workers);
  const fingerprint = await studyFingerprint({ draws, seed });
  const folder = requireOutputFolder(flags.out ?? join("runs", `brief-${fingerprint.slice(0, 8)}`));
  const started = performance.now();
  const { pool, progress, ended, close } = longRun({ workers, language, quiet: flags.quiet === true }, terminal);
  try {
    const run = { draws, seed, ...pool };
    const study = await runStudy({ ...run, onProgress: progress.update });
    requireWeight(study, DEFAULT_DRAWS);
    const weighed = await weighClaims(CLAIMS, run);
    progress.stop();
    const claims = claimDocuments(weighed, language);
    const ofClaims = await claimsFingerprint({ draws, seed });
    const { agenda, sources } = evidence();
    const note = briefOf({
      study,
      claims,
      claimsFingerprint: ofClaims,
      agenda: agendaDocument(agenda, sources, language),
      reportDate: REPORT_DATE,
      sources,
    });
    const files = await writeNote(note, folder);
    if (flags.json === true) {
      const seconds = (performance.now() - started) / 1000;
      const host = { seconds, workers, node: process.version, platform: `${process.platform}-${process.arch}` };
      terminal.out(`${JSON.stringify({ ...answer(study, claims, note, ofClaims, language), ...files, host })}\n`);
    } else terminal.out(summary(note, files, terminal.width));
    if (studyFailed(study)) terminal.exit(EXIT.failed);
  } catch (error) {
    ended(error);
  } finally {
    close();
  }
}

interface NoteFiles {
  readonly word: string;
  readonly page: string;
  readonly files: readonly string[];
}

/** Both files are made before the first is written. */
async function writeNote(note: Brief, folder: string): Promise<NoteFiles> {
  const rasterise = await rasteriser();
  const { members, contrasts, record } = note;
  const bytes = await briefWord(note, {
    members: pictureOf(members, rasterise),
    contrasts: pictureOf(contrasts, rasterise),
    record: pictureOf(record, rasterise),
  });
  const page = briefPage(note);
  const paths = { word: join(folder, "brief.docx"), page: join(folder, "brief.html") };
  await writeWhole(paths.word, bytes);
  await writeWhole(paths.page, page);
  return { ...paths, files: [paths.word, paths.page] };
}

/** Whoever reads the folder never sees half a file. */
async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(`${path}.part`, content);
    await rename(`${path}.part`, path);
  } catch (error) {
    await rm(`${path}.part`, { force: true });
    throw error;
  }
}

/** Draws figures as pictures with the fonts of this computer; cannot where it has none, or no build of the library. */
async function rasteriser(): Promise<Rasterise> {
  try {
    const { Resvg } = await import("@resvg/resvg-js");
    const render = (svg: string) =>
      new Resvg(svg, {
        fitTo: { mode: "zoom", value: ZOOM },
        background: "#ffffff",
        font: { defaultFontFamily: "Arial", sansSerifFamily: "Arial" },
      }).render();
    const letter = render(
      '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><text x="2" y="16">M</text></svg>',
    );
    if (letter.pixels.every((value) => value === 255)) return () => undefined;
    return (svg) => render(svg).asPng();
  } catch {
    return () => undefined;
  }
}

/** What programs read; numbers as `frontera study` and `frontera claims` have them. */
function answer(
  study: StudyDocument,
  claims: readonly ClaimDocument[],
  { inShort }: Brief,
  claimsFingerprint: string,
  language: Language,
) {
  const { fingerprint, seed, draws, failed, conditioning, estimates, contrasts } = study;
  const { effectiveSampleSize, needed, gate } = conditioning;
  const headlines = inShort.map(({ lead, text }) => `${lead} ${text}`);
  return {
    command: "brief",
    fingerprint,
    claimsFingerprint,
    seed,
    draws,
    failed,
    language,
    asOf: study.asOf,
    conditioning: { effectiveSampleSize, needed, gate },
    headlines,
    estimates,
    contrasts,
    claims,
  };
}

/** The headlines, then where the note is. */
function summary(note: Brief, { word, page }: NoteFiles, columns: number): string {
  const { t } = note.speech;
  const width = Math.min(100, Math.max(60, Math.floor(columns)));
  const lines = note.inShort.map(({ lead, text }) => wrap(`${lead} ${text}`, width - 2).replaceAll("\n", "\n  "));
  return `${[
    note.kicker,
    ...note.warnings.map((text) => wrap(text, width)),
    "",
    ...lines,
    "",
    t("brief.written", { path: shorter(word) }),
    t("brief.writtenPage", { path: shorter(page) }),
  ].join("\n")}\n`;
}

/** The path as one would type it. */
function shorter(path: string): string {
  const near = relative(process.cwd(), path);
  return near.startsWith("..") ? path : near;
}
