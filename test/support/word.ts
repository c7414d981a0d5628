import { DOMParser } from "linkedom";
import { zipEntries } from "./zip.ts";

export interface Word {
  /** Parts of the file by their path. */
  readonly parts: ReadonlyMap<string, Buffer>;
  /** Words of the body and of the foot, as a reader sees them. */
  readonly text: string;
  /** Words for those who cannot see the pictures. */
  readonly described: readonly string[];
}

/** A Word document read back. Throws where it is no archive or a part of it is not well-formed. */
export function readWord(file: Buffer): Word {
  const parts = zipEntries(file);
  for (const [path, bytes] of parts) if (/\.(xml|rels)$/.test(path)) requireWellFormed(path, bytes.toString("utf8"));
  const bodies = [...parts].filter(([path]) => /^word\/(document|footer\d*)\.xml$/.test(path));
  const trees = bodies.map(([, bytes]) => new DOMParser().parseFromString(bytes.toString("utf8"), "text/xml"));
  const paragraphs = trees.flatMap((tree) =>
    [...tree.getElementsByTagName("w:p")].map((paragraph) =>
      [...paragraph.getElementsByTagName("w:t")].map(({ textContent }) => textContent).join(""),
    ),
  );
  const described = trees.flatMap((tree) =>
    [...tree.getElementsByTagName("wp:docPr")].map((one) => one.getAttribute("descr") ?? ""),
  );
  return { parts, text: paragraphs.join("\n").replaceAll("\u00a0", " "), described };
}

/** The parser forgives; Word does not: every element is closed by its own name, and no sign stands bare. */
function requireWellFormed(path: string, text: string): void {
  const open: string[] = [];
  const rest = text
    .replace(/<\?[\s\S]*?\?>/g, "")
    .replace(/<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*"[^"<]*")*)\s*(\/?)>/g, (_, close, name, _attributes, empty) => {
      if (close === "/") {
        const last = open.pop();
        if (last !== name) throw new Error(`${path}: </${name}> closes <${last ?? ""}>`);
      } else if (empty === "") open.push(name as string);
      return "";
    });
  if (open.length > 0 || /[<>]|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/.test(rest))
    throw new Error(`${path} is not well-formed: ${open.join(" ")}`);
}
