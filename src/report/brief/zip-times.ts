/** Time stamps of an archive. Layout: PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16. */
import { FronteraError } from "../../errors.ts";

const END = 0x06054b50;
const END_SIZE = 22;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;

/** The archive with every entry dated to midnight of a day (YYYY-MM-DD), so that it holds no moment of its making. */
export function withTimes(archive: Uint8Array, date: string): Uint8Array {
  const bytes = archive.slice();
  const view = new DataView(bytes.buffer);
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const stamp = ((year - 1980) << 9) | (month << 5) | day;
  // There is no comment behind the end record.
  const end = bytes.length - END_SIZE;
  if (end < 0 || view.getUint32(end, true) !== END) throw damaged();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    const local = view.getUint32(at, true) === ENTRY ? view.getUint32(at + 42, true) : -1;
    if (local < 0 || view.getUint32(local, true) !== LOCAL) throw damaged();
    dated(view, at + 12, stamp);
    dated(view, local + 10, stamp);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return bytes;
}

function dated(view: DataView, at: number, date: number): void {
  view.setUint16(at, 0, true);
  view.setUint16(at + 2, date, true);
}

function damaged(): FronteraError {
  return new FronteraError({ code: "bad-archive", message: "the archive of the note is not as it was made" });
}
