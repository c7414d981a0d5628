import { describe, expect, it } from "vitest";
import { withTimes } from "./zip-times.ts";

/** An archive with one empty entry `a`, dated with the words given (layout of APPNOTE 6.3). */
function archive(time: number, date: number): Uint8Array {
  const bytes = new Uint8Array(31 + 47 + 22);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x04034b50, true);
  view.setUint16(10, time, true);
  view.setUint16(12, date, true);
  view.setUint16(26, 1, true);
  bytes[30] = 97;
  view.setUint32(31, 0x02014b50, true);
  view.setUint16(31 + 12, time, true);
  view.setUint16(31 + 14, date, true);
  view.setUint16(31 + 28, 1, true);
  bytes[31 + 46] = 97;
  view.setUint32(78, 0x06054b50, true);
  view.setUint16(78 + 10, 1, true);
  view.setUint32(78 + 12, 47, true);
  view.setUint32(78 + 16, 31, true);
  return bytes;
}

describe("the times of an archive", () => {
  it("are midnight of the day, whenever it was made", () => {
    const dated = withTimes(archive(0x6b2f, 0x5a31), "2023-12-31");
    expect(dated).toEqual(withTimes(archive(1, 2), "2023-12-31"));
    const stamp = ((2023 - 1980) << 9) | (12 << 5) | 31;
    expect(dated).toEqual(archive(0, stamp));
  });

  it("leaves the archive that it was given as it was", () => {
    const made = archive(0x6b2f, 0x5a31);
    withTimes(made, "2023-12-31");
    expect(made).toEqual(archive(0x6b2f, 0x5a31));
  });

  it("refuses what is no archive", () => {
    expect(() => withTimes(new Uint8Array(5), "2023-12-31")).toThrow("not as it was made");
    const cut = archive(0, 0);
    cut[31] = 0;
    expect(() => withTimes(cut, "2023-12-31")).toThrow("not as it was made");
  });
});
