import { Command } from "commander";
import type { Topic } from "../data/article.ts";
import { EVIDENCE_FILES } from "../data/bundle.ts";
import { loadDataset } from "../data/dataset.ts";
import { formatDate } from "../language/format.ts";
import { LANGUAGES, languageOf, translator } from "../language/language.ts";
import { wrap } from "../report/drawing/labels.ts";
import { type ArticleDocument, articleDocument, type ReportSentence } from "../studies/record/article.ts";
import type { Terminal } from "./terminal.ts";

interface ArticleFlags {
  readonly lang: string;
  readonly json?: boolean;
}

/** Rows of the agenda that a sentence speaks of, where it is not the talks of these days alone. */
const AGENDA: Partial<Readonly<Record<Topic, string>>> = {
  firearms: "--issue firearms --to 2023-10-05",
  "regional track": "--issue migration --from 2023-04 --to 2023-10-06",
};

/** `frontera article`: the news report that the claims come from, sentence by sentence. */
export function articleCommand(terminal: Terminal, files: Readonly<Record<string, string>> = EVIDENCE_FILES): Command {
  const width = Math.min(100, Math.max(60, Math.floor(terminal.width)));
  return new Command("article")
    .description("the news report sentence by sentence, with the claims it is tied to")
    .option("--lang <language>", `language: ${LANGUAGES.join(" or ")}`, "en")
    .option("--json", "print one JSON document")
    .action(({ lang, json }: ArticleFlags) => {
      const document = articleDocument(loadDataset(files), languageOf(lang));
      terminal.out(json === true ? `${JSON.stringify(document, null, 2)}\n` : articleText(document, width));
    });
}

function articleText(document: ArticleDocument, width: number): string {
  const { title, publisher, date, url, language, sentences } = document;
  const t = translator(language);
  const lead = t("article.lead", { publisher, title, date: formatDate(date, language) });
  return `${[
    wrap(lead, width),
    t("article.report", { url }),
    "",
    wrap(t("article.about"), width),
    ...sentences.map((sentence) => sentenceText(sentence, document, width)),
  ].join("\n")}\n`;
}

function sentenceText(
  { id, phrase, about, topic, claims, figure, modules }: ReportSentence,
  { language }: ArticleDocument,
  width: number,
): string {
  const t = translator(language);
  const indent = "     ";
  const block = (text: string) => wrap(text, width - indent.length).replaceAll("\n", `\n${indent}`);
  const facts = [
    t(`article.topic ${topic}`),
    `${t("article.modules")}: ${modules.map((module) => t(`article.module ${module}`)).join(", ")}`,
    `${t("article.claims")}: ${claims.join(", ")}`,
    ...(figure === null ? [] : [`${t("article.figure")}: ${figure}`]),
  ];
  const commands = [
    ...claims.map((claim) => `frontera claims ${claim}`),
    ...(figure === "agenda" ? [`frontera agenda ${AGENDA[topic] ?? "--from 2023-10-04 --to 2023-10-05"}`] : []),
  ];
  const quoted = language === "es" ? `«${phrase}»` : `“${phrase}”`;
  return [
    "",
    `${id.padEnd(indent.length)}${block(quoted)}`,
    `${indent}${block(about)}`,
    `${indent}${block(facts.join(" · "))}`,
    ...commands.map((command) => `${indent}→ ${command}`),
  ].join("\n");
}
