/** The text: divisions, paragraphs, lists, figures, tables, bibliography. */
import { type FileChild, HeadingLevel, Paragraph, type ParagraphChild } from 'docx';
import { COLON, SEMICOLON } from '../../core/export/wording.ts';
import type { BibliographyEntry, Division, PrintedBlock } from '../../core/manuscript/types.ts';
import { partBookmark } from '../../core/roundtrip/anchors.ts';
import type { WordContext } from './context.ts';
import { caption, chart, figure } from './floats.ts';
import { plain, printBlock, printRuns } from './runs.ts';
import { BULLETS, HEADINGS, NUMBERS, STYLE } from './styles.ts';
import { isWide, tableGrid } from './tables.ts';
import { bookmarked, fieldEnds } from './xml.ts';
import { ZOTERO_BIBLIOGRAPHY } from './zotero.ts';

/** What stands on upright pages, or on pages turned for a wide table. */
export interface Stretch {
  readonly turned: boolean;
  readonly children: readonly FileChild[];
}

const upright = (...children: readonly FileChild[]): Stretch => ({ turned: false, children });

/** The divisions as stretches of pages, neighbours of one kind joined. */
export function bodyOf(context: WordContext, newPage: boolean): readonly Stretch[] {
  const lists = { count: 0 };
  const stretches = context.manuscript.divisions.flatMap((division, index) =>
    divisionOf(
      division,
      { ...context, language: division.language },
      division.kind === 'floats' || (newPage && index === 0),
      lists,
    ),
  );
  const joined: Stretch[] = [];
  for (const stretch of stretches) {
    const last = joined.at(-1);
    if (last && last.turned === stretch.turned)
      joined[joined.length - 1] = { ...last, children: [...last.children, ...stretch.children] };
    else joined.push(stretch);
  }
  return joined;
}

type Lists = { count: number };

function divisionOf(division: Division, context: WordContext, newPage: boolean, lists: Lists): readonly Stretch[] {
  const isStatement = division.kind === 'statement';
  const style = isStatement
    ? STYLE.statementHeading
    : division.number === '' && division.kind !== 'section'
      ? STYLE.heading
      : 'Heading1';
  const heading = new Paragraph({
    style,
    pageBreakBefore: newPage,
    children: bookmarked(partBookmark(division.anchor), context.next(), plain(division.heading, context)),
  });
  const keywords = division.keywords
    ? [
        upright(
          new Paragraph({
            style: STYLE.keywords,
            children: [
              ...plain(division.keywords.heading + COLON[division.language], context, { bold: true }),
              ...plain(division.keywords.words.join(SEMICOLON[division.language]), context),
            ],
          }),
        ),
      ]
    : [];
  return [upright(heading), ...blocksOf(division.blocks, context, isStatement, lists), ...keywords];
}

function blocksOf(
  blocks: readonly PrintedBlock[],
  context: WordContext,
  isStatement: boolean,
  lists: Lists,
): readonly Stretch[] {
  const text = isStatement ? STYLE.statement : 'BodyText';
  return blocks.map((block): Stretch => {
    switch (block.kind) {
      case 'paragraph':
        return upright(
          new Paragraph({ style: text, children: printBlock(block.source, printRuns(block.runs, context), context) }),
        );
      case 'heading':
        return upright(
          new Paragraph({
            heading: block.level === 1 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3,
            ...(block.number === '' ? {} : { numbering: { reference: HEADINGS, level: block.level } }),
            children: printBlock(block.source, printRuns(block.runs, context), context),
          }),
        );
      case 'list':
        return upright(...listOf(block, context, 0, lists));
      case 'figure':
        return upright(...figure(block, context));
      case 'chart':
        return upright(...chart(block, context));
      case 'table': {
        const turned = isWide(block, context);
        // On a turned page the line is as long as the page was high.
        const inside = turned ? { ...context, width: context.height, height: context.width } : context;
        const grid = tableGrid(block, inside);
        // Two tables in a row would be one to Word.
        const after = new Paragraph({ style: STYLE.afterTable, children: [] });
        return { turned, children: [caption(block, 'table', inside, { keepNext: true }), grid, after] };
      }
      case 'bibliography':
        return upright(...bibliographyOf(context));
    }
  });
}

/** Items of a list; each list counts from one. */
function listOf(
  list: Extract<PrintedBlock, { kind: 'list' }>,
  context: WordContext,
  level: number,
  lists: Lists,
): readonly FileChild[] {
  if (level === 0) lists.count++;
  const instance = lists.count;
  const reference = list.ordered ? NUMBERS : BULLETS;
  return list.items.flatMap(item =>
    item.flatMap((block): readonly FileChild[] => {
      if (block.kind === 'list') return listOf(block, context, level + 1, lists);
      if (block.kind !== 'paragraph') return [];
      return [
        new Paragraph({
          style: 'ListParagraph',
          numbering: { reference, level: Math.min(level, 5), instance },
          children: printBlock(block.source, printRuns(block.runs, context), context),
        }),
      ];
    }),
  );
}

function bibliographyOf(context: WordContext): readonly Paragraph[] {
  const { bibliography } = context.manuscript;
  const { begin, end } = fieldEnds(ZOTERO_BIBLIOGRAPHY);
  return bibliography.map((entry, index) => {
    const children: readonly ParagraphChild[] = [
      ...(context.zotero && index === 0 ? begin : []),
      ...entryOf(entry, context),
      ...(context.zotero && index === bibliography.length - 1 ? end : []),
    ];
    return new Paragraph({ style: 'Bibliography', children });
  });
}

function entryOf(entry: BibliographyEntry, context: WordContext): readonly ParagraphChild[] {
  const children = [
    ...(entry.label === '' ? [] : plain(`${entry.label}\t`, context)),
    ...printRuns(entry.runs, context),
  ];
  const bookmark = context.bookmarks.get(entry.anchor);
  return bookmark === undefined ? children : bookmarked(bookmark, context.next(), children);
}
