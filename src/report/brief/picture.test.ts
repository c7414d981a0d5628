import { describe, expect, it } from "vitest";
import type { Figure } from "../figures/figure.ts";
import { describedBy, pictureOf } from "./picture.ts";

const svg = '<svg viewBox="0 0 330 300.5"><title>t</title><desc id="d">5 &lt; 6 &amp;lt; &quot;7&quot;</desc></svg>';
const figure: Figure = {
  id: "members",
  title: "Members",
  svg,
  caption: "A caption",
  source: "nobody",
  table: { columns: [], rows: [] },
};

describe("a figure as a picture", () => {
  it("is drawn at its size", () => {
    const picture = pictureOf(figure, (text) => new TextEncoder().encode(text));
    expect([picture.width, picture.height, picture.svg]).toEqual([330, 300.5, undefined]);
    expect(new TextDecoder().decode(picture.png)).toContain('<svg xmlns="http://www.w3.org/2000/svg" viewBox');
  });

  it("stays a drawing, with a pixel behind it, where nothing can make a picture of it", () => {
    const { svg: drawing, png } = pictureOf(figure, () => undefined);
    expect(new TextDecoder().decode(drawing)).toContain("</svg>");
    expect([...png.subarray(1, 4)]).toEqual([0x50, 0x4e, 0x47]);
  });

  it("is described by the words of the drawing, else by its caption", () => {
    expect(describedBy(figure)).toBe('5 < 6 &lt; "7"');
    expect(describedBy({ ...figure, svg: "<svg></svg>" })).toBe("A caption");
  });

  it("needs a size", () => {
    expect(() => pictureOf({ ...figure, svg: "<svg></svg>" }, () => undefined)).toThrow("a figure has no size");
  });
});
