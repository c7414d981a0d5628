/** Labels that keep out of each other's way. */

/**
 * Moves points apart along one axis until neighbours are at least `gap` apart, as little as it can, inside
 * [low, high]; the order of the points is kept. Isotonic regression of the positions less their minimal spacing
 * (pool adjacent violators: Barlow, Bartholomew, Bremner & Brunk 1972).
 */
export function spread(points: readonly number[], gap: number, low: number, high: number): number[] {
  const order = points.map((_, i) => i).sort((a, b) => points[a]! - points[b]! || a - b);
  const blocks: { sum: number; count: number }[] = [];
  order.forEach((point, rank) => {
    blocks.push({ sum: points[point]! - rank * gap, count: 1 });
    while (blocks.length > 1) {
      const last = blocks[blocks.length - 1]!;
      const before = blocks[blocks.length - 2]!;
      if (before.sum / before.count <= last.sum / last.count) break;
      before.sum += last.sum;
      before.count += last.count;
      blocks.pop();
    }
  });
  const limit = Math.max(low, high - (points.length - 1) * gap);
  const placed = new Array<number>(points.length).fill(0);
  let rank = 0;
  for (const block of blocks) {
    const position = Math.min(limit, Math.max(low, block.sum / block.count));
    for (let i = 0; i < block.count; i++, rank++) placed[order[rank]!] = position + rank * gap;
  }
  return placed;
}

/** A text in lines of at most `width` characters, broken at spaces. */
export function wrap(text: string, width: number): string {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines[lines.length - 1];
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.join("\n");
}

/** Text cut to `width` characters with an ellipsis. */
export function cut(text: string, width: number): string {
  const characters = [...text];
  return characters.length > width ? `${characters.slice(0, width - 1).join("")}…` : text;
}
