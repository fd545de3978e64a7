/** What a page leaves among the lines of a list that goes over it: its number, its running head; and numbers of the list on lines of their own. */

/** A line that is a number and nothing else. */
const LONE = /^\s*(\d{1,4})\s*$/;
/** The same, where it is rather the year of what stands before it. */
const YEAR = /^\s*(?:1[89]|20)\d\d\s*$/;
/** "Page 3 of 12", "3/12", "p. 3", "– 3 –". */
const PAGE =
  /^\s*(?:page\s+\d{1,4}(?:\s*(?:of|sur|de|von|\/)\s*\d{1,4})?|\d{1,3}\s*(?:\/|of|sur)\s*\d{1,3}|p\.\s*\d{1,4}|[-–—]\s*\d{1,4}\s*[-–—])\s*$/i;
/** After this a number belongs to what stands before it: "2019;12:" and "345" in the next line. */
const GOES_ON = /(?:[,:;(/\-–—]|\b(?:pp?|no|n°|vol|art|e)\.?)\s*$/i;

interface Headed {
  readonly line: number;
  readonly page: number;
}

/** A line that begins or ends with a number which may be a page's, by its other words. */
function headOf(text: string): { readonly words: string; readonly page: number } | null {
  const found = /^\s*(\d{1,4})\s+(\D.*\S)\s*$|^\s*(\S.*\D)\s+(\d{1,4})\s*$/.exec(text);
  const words = found?.[2] ?? found?.[3];
  if (words === undefined || !/\p{L}{2}/u.test(words)) return null;
  return { words: words.replace(/[\s|·•–—-]+$|^[\s|·•–—-]+/g, ''), page: Number(found?.[1] ?? found?.[4]) };
}

/** The furthest that two pages of a list are apart which have the same running head: every second one has it. */
const NEAR = 2;

/** Lines with the same words beside a page number that counts on: no two references end alike on following pages. */
function runningHeads(lines: readonly string[]): ReadonlySet<number> {
  const heads = new Map<string, Headed[]>();
  for (const [line, text] of lines.entries()) {
    const head = headOf(text);
    if (head === null) continue;
    const same = heads.get(head.words);
    if (same) same.push({ line, page: head.page });
    else heads.set(head.words, [{ line, page: head.page }]);
  }
  const found = new Set<number>();
  for (const same of heads.values())
    if (same.length > 1 && same.every(({ page }, at) => at === 0 || isNext(page, same[at - 1]?.page ?? page)))
      for (const { line } of same) found.add(line);
  return found;
}

const isNext = (page: number, before: number): boolean => page > before && page <= before + NEAR;

/** Lines that are numbers alone and count up from the list's first: those of its references. */
function numbersApart(lines: readonly string[]): ReadonlySet<number> {
  const alone = lines.flatMap((text, line) => (LONE.test(text) ? [{ line, number: Number(text) }] : []));
  const [first] = alone;
  const isCounted = alone.length > 1 && alone.every(({ number }, at) => number === (first?.number ?? 0) + at);
  // A page's number stands after lines; the list's first before all.
  const isList = isCounted && lines.findIndex(text => text.trim() !== '') === first?.line;
  return new Set(isList ? alone.map(({ line }) => line) : []);
}

const isPageNumber = (line: string, before: string): boolean =>
  LONE.test(line) && !YEAR.test(line) && before !== '' && !GOES_ON.test(before);

/** The lines of a list without those that a page left there; a number of the list that stands alone is put before its reference. */
export function withoutPages(lines: readonly string[]): readonly string[] {
  const heads = runningHeads(lines);
  const numbers = numbersApart(lines);
  const left: string[] = [];
  let number = '';
  for (const [at, line] of lines.entries()) {
    const before = left.findLast(text => text.trim() !== '') ?? '';
    if (numbers.has(at)) number = `${line.trim()}. `;
    else if (heads.has(at) || PAGE.test(line) || isPageNumber(line, before)) continue;
    else if (line.trim() === '') left.push(line);
    else {
      left.push(`${number}${line}`);
      number = '';
    }
  }
  return left;
}
