/** Texts inside a PNG: chunks `iTXt` (PNG, third edition, 11.3.3.4), so that the words travel with the picture. */

/** Length of the signature and of the header chunk, which must come first. */
const AFTER_HEADER = 8 + 25;

export async function withTexts(png: Blob, texts: Readonly<Record<string, string>>): Promise<Blob> {
  const bytes = new Uint8Array(await png.arrayBuffer());
  const chunks = Object.entries(texts).map(([keyword, text]) => chunk(keyword, text));
  return new Blob([bytes.slice(0, AFTER_HEADER), ...chunks, bytes.slice(AFTER_HEADER)], { type: "image/png" });
}

function chunk(keyword: string, text: string): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  // Keyword, zero, not compressed, no method, no language, no translated keyword, text.
  const data = [...encoder.encode(`iTXt${keyword}`), 0, 0, 0, 0, 0, ...encoder.encode(text)];
  const made = new Uint8Array(data.length + 8);
  const view = new DataView(made.buffer);
  view.setUint32(0, data.length - 4);
  made.set(data, 4);
  view.setUint32(4 + data.length, crc(data));
  return made;
}

/** Cyclic redundancy code of a chunk (PNG, annex D), bit by bit: the texts are short. */
function crc(data: readonly number[]): number {
  let code = 0xffffffff;
  for (const byte of data) {
    code ^= byte;
    for (let bit = 0; bit < 8; bit++) code = code & 1 ? (code >>> 1) ^ 0xedb88320 : code >>> 1;
  }
  return (code ^ 0xffffffff) >>> 0;
}
