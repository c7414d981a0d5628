import { inflateRawSync } from "node:zlib";

/** Entries of an archive by their path, read by its directory; throws where lengths or check sums do not hold. */
export function zipEntries(archive: Buffer): ReadonlyMap<string, Buffer> {
  const end = archive.lastIndexOf("PK\u0005\u0006", undefined, "latin1");
  if (end < 0) throw new Error("this is no archive");
  const entries = new Map<string, Buffer>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    if (archive.readUInt32LE(at) !== 0x02014b50) throw new Error(`no entry at ${at}`);
    const [method, crc, packed, size] = [10, 16, 20, 24].map((offset) =>
      offset === 10 ? archive.readUInt16LE(at + offset) : archive.readUInt32LE(at + offset),
    ) as [number, number, number, number];
    const [name, extra, comment] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const local = archive.readUInt32LE(at + 42);
    const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const raw = archive.subarray(from, from + packed);
    const bytes = method === 0 ? raw : inflateRawSync(raw);
    const path = archive.toString("utf8", at + 46, at + 46 + name);
    if (bytes.length !== size || crc32(bytes) !== crc) throw new Error(`${path} is damaged`);
    entries.set(path, bytes);
    at += 46 + name + extra + comment;
  }
  return entries;
}

/** CRC-32 as archives have it (PKWARE APPNOTE 4.4.7). */
function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}
