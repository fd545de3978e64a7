/** Captions of figures and tables that co-authors added. */
import type { ReturnedParagraph, ReturnedTable } from './returned.ts';

/** Styles of captions by the names that Word and LibreOffice give them. */
const STYLE = /^(?:caption|illustration|figure|table)$/;
/** What Word and LibreOffice put before the words of a caption. */
const LABEL =
  /^\s*(?:figure|fig\.?|illustration|image|tableau|table)[\s\u00a0]*\d*[\s\u00a0]*[.:\u2013\u2014-]?[\s\u00a0]*/iu;

interface Standing {
  readonly paragraph: ReturnedParagraph;
  readonly table?: ReturnedTable;
}

/** The caption of each figure or table among some paragraphs: below it or, of a table, above it. */
export function captionsOf<Arrival extends Standing>(arrivals: readonly Arrival[]): ReadonlyMap<Arrival, Arrival> {
  const captions = new Map<Arrival, Arrival>();
  const taken = new Set<Arrival>();
  arrivals.forEach((arrival, index) => {
    const { table, paragraph } = arrival;
    if (!table && paragraph.images.length === 0) return;
    const [before, after] = [arrivals[index - 1], arrivals[index + 1]];
    const caption = (table ? [before, after] : [after]).find(
      one =>
        one && !taken.has(one) && !one.table && one.paragraph.images.length === 0 && STYLE.test(one.paragraph.style),
    );
    if (!caption) return;
    taken.add(caption);
    captions.set(arrival, caption);
  });
  return captions;
}

/** How many characters of a caption are its label and number. */
export const labelLength = (text: string): number => [...(LABEL.exec(text)?.[0] ?? '')].length;
