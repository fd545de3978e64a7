/** The title block: title, authors, where they work, whom to write to. */
import { sourceOfPart } from '../../manuscript/sources.ts';
import type { Manuscript } from '../../manuscript/types.ts';
import type { Block, Inline } from './definition.ts';
import { LINK_COLOUR, printRuns } from './runs.ts';

/** On a page of its own, or above the text. */
export function titleBlock(manuscript: Manuscript, fontSize: number, alone: boolean): readonly Block[] {
  const authors = manuscript.authors.flatMap(({ name, marks }, index): Inline[] => [
    index === 0 ? name : `, ${name}`,
    ...(marks.length > 0 ? [{ text: marks.join(','), sup: true }] : []),
  ]);
  const small = { fontSize: fontSize - 1, lineHeight: 1.3, alignment: 'left' as const };
  const blocks: Block[] = [];
  const title = printRuns(manuscript.title);
  if (title.length > 0) {
    blocks.push({
      text: title,
      tag: 'Title',
      source: sourceOfPart('title'),
      fontSize: fontSize + 8,
      lineHeight: 1.15,
      bold: true,
      alignment: 'left',
      margin: [0, alone ? 48 : 0, 0, 14],
    });
  }
  if (authors.length > 0)
    blocks.push({ text: authors, fontSize: fontSize + 1, alignment: 'left', margin: [0, 0, 0, 8] });
  for (const { mark, text } of manuscript.affiliations) {
    blocks.push({ text: [...(mark === '' ? [] : [{ text: mark, sup: true }, ' ']), text], ...small, color: '#444444' });
  }
  manuscript.correspondence.forEach((line, index) => {
    blocks.push({ text: printRuns(line), ...small, color: '#444444', margin: [0, index === 0 ? 8 : 0, 0, 0] });
  });
  const orcids = manuscript.authors.flatMap(({ name, orcid }) => (orcid === undefined ? [] : [{ name, orcid }]));
  const colon = manuscript.language === 'fr' ? '\u00a0: ' : ': ';
  orcids.forEach(({ name, orcid }, index) => {
    const address = `https://orcid.org/${orcid}`;
    blocks.push({
      text: [`${name}${colon}`, { text: address, link: address, color: LINK_COLOUR }],
      ...small,
      color: '#444444',
      margin: [0, index === 0 ? 8 : 0, 0, 0],
    });
  });
  if (alone) return blocks;
  return [...blocks, { text: '', margin: [0, 0, 0, 10] }];
}
