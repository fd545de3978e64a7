import type { Line, PageTarget, WordInline } from '../engine/types.ts';

/** Page numbers known only now take the place kept for them. */
export function fillInPageNumbers(line: Line): void {
  const [first] = line.inlines;
  if (line._pageNodeRef && first) fillInPageNumber(first, line._pageNodeRef);
  for (const word of line.inlines)
    if (word._pageNodeRef && !(line._pageNodeRef && word === first)) fillInPageNumber(word, word._pageNodeRef);
}

function fillInPageNumber(word: WordInline, target: PageTarget): void {
  const page = target.positions?.[0]?.pageNumber;
  if (page === undefined) throw new Error('A page number is wanted of a block that is not in the document');
  word.text = String(page);
  const width = word.font.widthOfString(word.text, word.fontSize);
  const spare = word.width - width;
  word.width = width;
  if (word.alignment === 'right') word.x += spare;
  else if (word.alignment === 'center') word.x += spare / 2;
}
