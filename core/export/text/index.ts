/** A manuscript as plain text, for submission systems: one paragraph a line, tables aligned, nothing that needs a typeface. */
import { lettersOf } from '../../manuscript/letters.ts';
import type { Captions, Division, Manuscript, PrintedBlock, Run } from '../../manuscript/types.ts';
import { noteCalls, placeOfNotes, stretchesOf, withoutCalls } from '../../manuscript/walk.ts';
import { legible } from '../markup.ts';
import { COLON, NOTES, SEMICOLON, UNTITLED } from '../wording.ts';
import { lettersInRow } from './in-row.ts';
import { alignedTable } from './tables.ts';

const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ');

function runText(run: Run): string {
  const text = lettersInRow(run);
  const address = run.link?.replace(/^mailto:/, '');
  const said = address === undefined || address === run.text || address.endsWith(run.text);
  return oneLine(said ? text : `${text} (${address})`);
}

/** Runs on one line. Raised citations stand in brackets: "rare1" would be read as a word. */
export function runsText(runs: readonly Run[]): string {
  return stretchesOf(runs)
    .map(stretch => {
      if (stretch.kind === 'run') return stretch.run.sup && stretch.run.text === ',' ? '' : runText(stretch.run);
      const text = oneLine(lettersOf(stretch.runs));
      return stretch.runs.every(({ sup }) => sup === true) ? `[${text}]` : text;
    })
    .join('');
}

/** The text. Same manuscript, same text. */
export function writeText(manuscript: Manuscript): string {
  const { title, language, authors, affiliations, correspondence, divisions } = manuscript;
  const place = placeOfNotes(manuscript);
  const front = [
    titleText(title) || UNTITLED[language],
    authors.map(({ name, marks }) => (marks.length === 0 ? name : `${name} (${marks.join(', ')})`)).join(', '),
    affiliations.map(({ mark, text }) => [mark, text].filter(part => part !== '').join(' ')).join('\n'),
    correspondence.map(runsText).join('\n'),
    authors
      .flatMap(({ name, orcid }) =>
        orcid === undefined ? [] : [`${name}${COLON[language]}https://orcid.org/${orcid}`],
      )
      .join('\n'),
  ];
  const written = (some: readonly Division[]) => some.flatMap(division => divisionText(division, manuscript));
  const paragraphs = [
    ...front,
    ...written(divisions.slice(0, place)),
    ...notesText(manuscript),
    ...written(divisions.slice(place)),
  ];
  return legible(`${paragraphs.filter(paragraph => paragraph !== '').join('\n\n')}\n`);
}

/** A title goes into a field of its own, where its notes cannot be called; they are below all the same. */
const titleText = (title: readonly Run[]): string => oneLine(lettersOf(withoutCalls(title))).trim();

/** The notes, one a line. */
function notesText(manuscript: Manuscript): readonly string[] {
  const { language } = manuscript;
  const notes = noteCalls(manuscript).map(({ note: { number, runs } }) => `${number}. ${runsText(runs)}`);
  return notes.length === 0 ? [] : [NOTES[language].toLocaleUpperCase(language), notes.join('\n')];
}

function divisionText(division: Division, manuscript: Manuscript): readonly string[] {
  const { number, heading, keywords, language } = division;
  return [
    [number, heading]
      .filter(part => part !== '')
      .join(' ')
      .toLocaleUpperCase(language),
    ...blocksText(division.blocks, manuscript),
    ...(keywords ? [keywords.heading + COLON[language] + keywords.words.join(SEMICOLON[language])] : []),
  ];
}

function captionText({ label, caption }: Captions, credit = ''): string {
  return [label, runsText(caption), credit].filter(part => part !== '').join(' ');
}

function blocksText(blocks: readonly PrintedBlock[], manuscript: Manuscript): readonly string[] {
  return blocks.map(block => {
    switch (block.kind) {
      case 'paragraph':
        return runsText(block.runs);
      case 'heading':
        return [block.number, runsText(block.runs)].filter(part => part !== '').join(' ');
      case 'list':
        return listText(block, manuscript, '');
      case 'figure':
        return captionText(block, block.credit);
      case 'chart':
        return `${captionText(block)}\n${block.alt}`;
      case 'table': {
        const cells = block.rows.map(row =>
          row.map(cell => ({ text: cellText(cell.runs), right: cell.align === 'right' })),
        );
        return [captionText(block), alignedTable(cells, block.headerRows)].filter(part => part !== '').join('\n');
      }
      case 'bibliography':
        return manuscript.bibliography
          .map(({ label, runs }) => [label, runsText(runs)].filter(part => part !== '').join(' '))
          .join('\n');
    }
  });
}

/** Bold marks values outside their range, so it is said: "*60*". */
function cellText(runs: readonly Run[]): string {
  const text = runsText(runs);
  return runs.length > 0 && runs.every(({ bold }) => bold === true) ? `*${text}*` : text;
}

function listText(
  { ordered, items }: Extract<PrintedBlock, { kind: 'list' }>,
  manuscript: Manuscript,
  indent: string,
): string {
  return items
    .map((item, index) => {
      const marker = ordered ? `${index + 1}. ` : '- ';
      const lines = item.map(block =>
        block.kind === 'list'
          ? listText(block, manuscript, `${indent}   `)
          : blocksText([block], manuscript).join('\n'),
      );
      return indent + marker + lines.join('\n');
    })
    .join('\n');
}
