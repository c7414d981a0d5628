/** What stands between `<!-- name -->` and `<!-- /name -->` of a page, blank lines at its ends left out. */
export function generatedBlock(page: string, name: string): string | undefined {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [page.indexOf(open), page.indexOf(close)];
  return from < 0 || to < from ? undefined : page.slice(from + open.length, to).trim();
}
