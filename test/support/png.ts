const SIGNATURE = 8;
/** Length and name before the data of a chunk, and its code after them. */
const FRAME = 12;

/** The international texts of a PNG by their keywords, those that are not compressed. */
export function pngTexts(png: Buffer): Record<string, string> {
  const texts: Record<string, string> = {};
  for (let at = SIGNATURE; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString("latin1", at + 4, at + 8) === "iTXt") {
      const data = png.subarray(at + 8, at + 8 + length);
      const end = data.indexOf(0);
      texts[data.toString("latin1", 0, end)] = data.toString("utf8", end + 5);
    }
    at += length + FRAME;
  }
  return texts;
}
