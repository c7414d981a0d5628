/** The note as a Word document: styles for its headings, tables, and the figures as pictures with words for them. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  LineRuleType,
  Packer,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type { Figure } from "../figures/figure.ts";
import { escapeHtml } from "../format.ts";
import type { Brief, BriefSection, BriefTable, Statement } from "./brief.ts";
import { describedBy, type Picture } from "./picture.ts";
import { withTimes } from "./zip-times.ts";

/** US Letter with margins of half an inch [twentieths of a point]. */
const PAGE = { width: 12_240, height: 15_840, margin: 720 } as const;
const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin;
/** Twentieths of a point in a pixel of Word, 96 to the inch. */
const PIXEL = 15;
/** Sizes of letters [half points]. */
const SIZE = { title: 30, heading: 21, lede: 18, body: 16, table: 14, small: 13 } as const;
const SOFT = "59636B";
const RULE = { style: BorderStyle.SINGLE, size: 4, color: "C9CFD4" } as const;
const NONE = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE } as const;

export type Pictures = Readonly<Record<"members" | "contrasts" | "record", Picture>>;

/** The bytes of the document: the same for the same note and pictures. */
export async function briefWord(brief: Brief, pictures: Pictures): Promise<Uint8Array> {
  const { speech } = brief;
  const { t } = speech;
  const document = new Document({
    title: brief.fileTitle,
    styles: {
      default: {
        document: {
          run: { font: "Arial", size: SIZE.body, language: { value: speech.language === "es" ? "es-MX" : "en-US" } },
          paragraph: { spacing: { after: 40, line: 240, lineRule: LineRuleType.AUTO } },
        },
        title: {
          run: { font: "Arial", size: SIZE.title, bold: true, color: "1D2327" },
          paragraph: { spacing: { after: 40 } },
        },
        heading1: {
          run: { font: "Arial", size: SIZE.heading, bold: true, color: "1D2327" },
          paragraph: { spacing: { before: 100, after: 40 }, keepNext: true },
        },
        heading2: {
          run: { font: "Arial", size: SIZE.body, bold: true, color: "1D2327" },
          paragraph: { spacing: { before: 20, after: 20 }, keepNext: true },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: {
              top: PAGE.margin,
              bottom: PAGE.margin,
              left: PAGE.margin,
              right: PAGE.margin,
              header: 300,
              footer: 300,
            },
          },
        },
        footers: { default: new Footer({ children: [words(brief.runLine, SIZE.small, SOFT)] }) },
        children: [
          words(brief.kicker, SIZE.body, SOFT),
          new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(plain(brief.title))] }),
          words(brief.lede, SIZE.lede),
          ...brief.warnings.map(
            (text) => new Paragraph({ children: [new TextRun({ text: plain(text), bold: true, color: "8F2D00" })] }),
          ),
          beside(
            [heading(t("brief.inShort")), ...brief.inShort.map((one) => statement(one, SIZE.body))],
            figureBlock(brief.members, pictures.members, 1, TEXT_WIDTH * 0.42, brief),
            0.58,
          ),
          statement(brief.harm, SIZE.table),
          ...section(brief.asked),
          new Paragraph({
            heading: HeadingLevel.HEADING_1,
            pageBreakBefore: true,
            children: [new TextRun(plain(brief.says.title))],
          }),
          ...section(brief.says).slice(1),
          // Tables that follow one another would grow together.
          new Paragraph({ spacing: { before: 0, after: 0 }, children: [new TextRun({ text: "", size: 4 })] }),
          beside(
            figureBlock(brief.contrasts, pictures.contrasts, 2, TEXT_WIDTH * 0.64, brief),
            figureBlock(brief.record, pictures.record, 3, TEXT_WIDTH * 0.36, brief),
            0.64,
          ),
          heading(t("brief.cannotTitle")),
          ...brief.cannotTell.map((one) => statement(one, SIZE.table)),
          heading(t("brief.citeTitle")),
          ...brief.citing.map((one) => statement(one, SIZE.small)),
        ],
      },
    ],
  });
  const packed = await Packer.toArrayBuffer(document, undefined, [
    { path: "docProps/core.xml", data: coreProperties(brief) },
  ]);
  return withTimes(new Uint8Array(packed), brief.asOf);
}

/** The properties of the file, dated as the note is and not by the moment of its making. */
function coreProperties({ fileTitle, asOf, speech }: Brief): string {
  const date = `${asOf}T00:00:00Z`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escapeHtml(fileTitle)}</dc:title><dc:creator>The Frontera authors</dc:creator><dc:language>${speech.language}</dc:language>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${date}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${date}</dcterms:modified>`,
    "</cp:coreProperties>",
  ].join("");
}

function heading(text: string): Paragraph {
  return new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(plain(text))] });
}

function words(text: string, size: number, color?: string): Paragraph {
  return new Paragraph({
    children: [new TextRun({ text: plain(text), size, ...(color === undefined ? {} : { color }) })],
  });
}

function statement(one: Statement, size: number): Paragraph {
  return new Paragraph({ children: runs(one, size) });
}

function runs({ lead, text }: Statement, size: number): ParagraphChild[] {
  return [
    ...(lead === "" ? [] : [new TextRun({ text: plain(text === "" ? lead : `${lead} `), bold: true, size })]),
    ...(text === "" ? [] : [new TextRun({ text: plain(text), size })]),
  ];
}

/** Per cent signs stay with their numbers; control characters, which XML cannot hold, are left out. */
function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  return text.replace(/(\d) %/g, "$1\u00a0%").replace(/[\u0000-\u001f\u007f]+/g, " ");
}

function section({ title, about, table }: BriefSection): (Paragraph | Table)[] {
  return [heading(title), words(about, SIZE.table), tableBlock(table)];
}

function tableBlock({ columns, rows }: BriefTable): Table {
  const widths = columns.map(({ share }) => Math.round(share * TEXT_WIDTH));
  const cell = (one: Statement, i: number, heading = false) =>
    new TableCell({
      width: { size: heading ? TEXT_WIDTH : widths[i]!, type: WidthType.DXA },
      margins: { top: 14, bottom: 14, left: 0, right: 80 },
      ...(heading
        ? { columnSpan: columns.length, shading: { type: ShadingType.CLEAR, fill: "EEF1F4", color: "auto" } }
        : {}),
      children: [new Paragraph({ spacing: { after: 0 }, children: runs(one, SIZE.table) })],
    });
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: { ...NO_BORDERS, insideVertical: NONE, insideHorizontal: RULE, bottom: RULE },
    rows: [
      new TableRow({ tableHeader: true, children: columns.map(({ title }, i) => cell({ lead: title, text: "" }, i)) }),
      ...rows.map(
        ({ cells, heading }) =>
          new TableRow({ cantSplit: true, children: cells.map((one, i) => cell(one, i, heading === true)) }),
      ),
    ],
  });
}

/** Two blocks side by side, the left one as wide as `share` of the text. */
function beside(left: readonly Paragraph[], right: readonly Paragraph[], share: number): Table {
  const widths = [Math.round(TEXT_WIDTH * share), Math.round(TEXT_WIDTH * (1 - share))];
  const block = (children: readonly Paragraph[], i: number) =>
    new TableCell({
      width: { size: widths[i]!, type: WidthType.DXA },
      margins: { top: 0, bottom: 0, left: 0, right: i === 0 ? 160 : 0 },
      borders: NO_BORDERS,
      children,
    });
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: { ...NO_BORDERS, insideVertical: NONE, insideHorizontal: NONE },
    rows: [new TableRow({ children: [block(left, 0), block(right, 1)] })],
  });
}

/** A figure with its title above and its caption below; `room` is the width of its cell. */
function figureBlock(figure: Figure, picture: Picture, number: number, room: number, { speech }: Brief): Paragraph[] {
  const width = Math.floor((room - 160) / PIXEL);
  const transformation = { width, height: Math.round((width * picture.height) / picture.width) };
  const altText = {
    id: String(number),
    name: `figure ${number}`,
    title: figure.title,
    description: plain(describedBy(figure)),
  };
  const { svg, png } = picture;
  const image =
    svg === undefined
      ? new ImageRun({ type: "png", data: png, transformation, altText })
      : new ImageRun({ type: "svg", data: svg, transformation, altText, fallback: { type: "png", data: png } });
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun(plain(figure.title))] }),
    new Paragraph({ alignment: AlignmentType.LEFT, spacing: { after: 20 }, children: [image] }),
    words(`${figure.caption} ${speech.t("figures.source", { source: figure.source })}`, SIZE.small, SOFT),
  ];
}
