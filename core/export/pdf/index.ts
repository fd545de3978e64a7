/** A manuscript as a document for the typesetter. */

import { lettersOf } from '../../manuscript/letters.ts';
import { sourceOfPart, sourceOfReference } from '../../manuscript/sources.ts';
import type { BibliographyEntry, Division, Manuscript, PrintedBlock } from '../../manuscript/types.ts';
import { noteCalls, withoutCalls } from '../../manuscript/walk.ts';
import type { Language } from '../../report/types.ts';
import { COLUMN_GAP, frameOf } from '../../template/page.ts';
import type { Template } from '../../template/types.ts';
import type { Block, Definition, Paragraph } from './definition.ts';
import { chart, type Frame, figure } from './floats.ts';
import { titleBlock } from './front.ts';
import { printRuns } from './runs.ts';
import { table } from './tables.ts';

/** BCP 47 tags of a document's languages. */
const TAGS: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };

export interface PdfRequest {
  readonly manuscript: Manuscript;
  readonly template: Template;
  /** Bytes by asset name. */
  readonly images: Readonly<Record<string, Uint8Array>>;
  /** Written into the file; never the time of a clock, so that equal reports give equal bytes. */
  readonly date: Date;
  /** "Casewright 0.1.0". */
  readonly creator: string;
}

interface Context {
  readonly manuscript: Manuscript;
  readonly frame: Frame;
  readonly justified: boolean;
}

/** The definition of a manuscript's PDF. */
export function pdfDefinition({ manuscript, template, images, date, creator }: PdfRequest): Definition {
  const { page } = template;
  const { margins, width, line, height } = frameOf(page);
  const [left, top, right] = margins;
  const frame: Frame = { width, line, height, fontSize: page.fontSize };
  const context: Context = { manuscript, frame, justified: page.justified };
  const front = titleBlock(manuscript, page.fontSize, page.titlePage);
  const body = manuscript.divisions.flatMap((division, index) =>
    divisionBlocks(
      division,
      context,
      (page.columns === 1 && page.titlePage && index === 0 && front.length > 0) ||
        (division.kind === 'floats' && manuscript.divisions[index - 1]?.kind !== 'floats'),
    ),
  );
  const title = lettersOf(withoutCalls(manuscript.title));
  const authors = manuscript.authors.map(({ name }) => name).join(', ');
  const keywords = [...new Set(manuscript.divisions.flatMap(({ keywords: found }) => found?.words ?? []))].join(', ');
  return {
    pageSize: page.size,
    pageMargins: margins,
    language: TAGS[manuscript.language],
    info: {
      title: title || untitled(manuscript.language),
      ...(authors === '' ? {} : { author: authors }),
      ...(keywords === '' ? {} : { keywords }),
      creator,
      creationDate: date,
    },
    defaultStyle: { font: 'Serif', fontSize: page.fontSize, lineHeight: page.lineHeight },
    ...(noteCalls(manuscript).length === 0 ? {} : { styles: { footnote: noteStyle(page.fontSize) } }),
    header: runningHead(manuscript, title, left, right, top),
    footer: {
      otherPages: {
        text: '{page} / {pages}',
        alignment: 'center',
        fontSize: 9,
        color: '#555555',
        margin: [left, 12, right, 0],
      },
    },
    images,
    content: [...front, ...(page.columns === 2 ? inTwoColumns(body, page.titlePage && front.length > 0) : body)],
  };
}

/** Notes are as small as captions. */
const noteStyle = (fontSize: number) => ({ fontSize: fontSize - 1.5, lineHeight: 1.15, alignment: 'left' as const });

/** The text flowing from one column to the next, below the title or from the page after it. */
function inTwoColumns(body: readonly Block[], newPage: boolean): readonly Block[] {
  return [
    ...(newPage ? [{ text: '', pageBreak: 'after' as const }] : []),
    {
      columns: [
        { width: '*', stack: body },
        { width: '*', text: '' },
      ],
      columnGap: COLUMN_GAP,
      snakingColumns: true,
    },
  ];
}

const untitled = (language: Language) => (language === 'fr' ? 'Cas clinique' : 'Case report');

/** The running title (else the title) on every page but the first. */
function runningHead(manuscript: Manuscript, title: string, left: number, right: number, top: number) {
  const text = manuscript.runningTitle || title;
  if (text === '') return { firstPage: null, otherPages: null };
  const shown = text.length > 90 ? `${text.slice(0, 88).trimEnd()}…` : text;
  return {
    firstPage: null,
    otherPages: {
      text: shown,
      italics: true,
      fontSize: 9,
      color: '#555555',
      alignment: 'left' as const,
      margin: [left, top / 2 - 6, right, 0] as const,
    },
  };
}

function divisionBlocks(division: Division, context: Context, newPage: boolean): readonly Block[] {
  const { fontSize } = context.frame;
  const small = division.kind === 'statement';
  const words = [division.number, division.heading].filter(part => part !== '').join(' ');
  const space: Space = small ? [10, 2] : [newPage ? 0 : 16, 6];
  const heading: Paragraph = {
    text: words,
    headlineLevel: 1,
    id: division.anchor,
    source: sourceOfPart(division.anchor),
    outline: true,
    outlineText: words,
    bold: true,
    fontSize: small ? fontSize : fontSize + 3,
    lineHeight: 1.2,
    alignment: 'left',
    margin: [0, space[0], 0, space[1]],
    ...(newPage ? { pageBreak: 'before' as const } : {}),
  };
  const inside = printedBlocks(division.blocks, context, division.anchor, small);
  const blocks: Block[] = division.kind === 'references' ? withFirst(heading, space, inside) : [heading, ...inside];
  if (division.keywords) {
    const { heading: name, words: list } = division.keywords;
    const colon = division.language === 'fr' ? '\u00a0: ' : ': ';
    blocks.push({
      text: [{ text: `${name}${colon}`, bold: true }, list.join(division.language === 'fr' ? '\u202f; ' : '; ')],
      alignment: 'left',
      margin: [0, 6, 0, 6],
    });
  }
  if (division.language === context.manuscript.language) return blocks;
  return blocks.map(block => (typeof block === 'string' ? block : { ...block, lang: TAGS[division.language] }));
}

function printedBlocks(
  blocks: readonly PrintedBlock[],
  context: Context,
  parent: string,
  small = false,
): readonly Block[] {
  const { frame, justified } = context;
  const size = small ? { fontSize: frame.fontSize - 1 } : {};
  const alignment = justified ? ('justify' as const) : ('left' as const);
  return blocks.flatMap((block): readonly Block[] => named(block, made(block)));

  function made(block: PrintedBlock): readonly Block[] {
    switch (block.kind) {
      case 'paragraph':
        return [
          {
            text: printRuns(block.runs),
            ...size,
            alignment,
            margin: [0, 0, 0, 6],
            ...(block.anchor === undefined ? {} : { id: block.anchor }),
          },
        ];
      case 'heading': {
        const words = [...(block.number === '' ? [] : [`${block.number} `]), ...printRuns(block.runs)];
        return [
          {
            text: words,
            headlineLevel: block.level + 1,
            id: block.anchor,
            outline: true,
            outlineText: [block.number, lettersOf(withoutCalls(block.runs))].filter(part => part !== '').join(' '),
            outlineParentId: parent,
            bold: block.level === 1,
            italics: block.level === 2,
            alignment: 'left',
            margin: [0, 8, 0, 3],
          },
        ];
      }
      case 'list': {
        const items = block.items.map((item): Block => ({ stack: itemBlocks(item, context, parent, small) }));
        const margin = [0, 0, 0, 4] as const;
        return [block.ordered ? { ol: items, margin } : { ul: items, margin }];
      }
      case 'figure':
        return [figure(block, frame)];
      case 'chart':
        return [chart(block, frame)];
      case 'table':
        return [table(block, frame)];
      case 'bibliography':
        return context.manuscript.bibliography.map(entry => bibliographyEntry(entry, context));
    }
  }
}

/** With what they are printed from. */
function named(block: PrintedBlock, printed: readonly Block[]): readonly Block[] {
  const source = 'source' in block ? block.source : undefined;
  if (source === undefined) return printed;
  return printed.map(each => (typeof each === 'string' ? each : { ...each, source }));
}

/** Points above and below a block. */
type Space = readonly [above: number, below: number];

/** A heading stays with the block that follows it; with one in columns, as entries are, only where the two are one. */
function withFirst(heading: Paragraph, [above, below]: Space, [first, ...others]: readonly Block[]): Block[] {
  if (first === undefined) return [heading];
  // Its space above is that of the block, so that there is none at the top of a page or column.
  const head: Paragraph = { ...heading, margin: [0, 0, 0, below] };
  return [{ stack: [head, first], unbreakable: true, margin: [0, above, 0, 0] }, ...others];
}

/** Items stand closer than paragraphs do. */
function itemBlocks(item: readonly PrintedBlock[], context: Context, parent: string, small: boolean) {
  return printedBlocks(item, context, parent, small).map(block =>
    typeof block === 'string' ? block : { ...block, margin: [0, 0, 0, 2] as const },
  );
}

/** The number hangs beside the entry; author–date entries hang their first line. */
function bibliographyEntry(entry: BibliographyEntry, { frame, manuscript }: Context): Block {
  const style = { fontSize: frame.fontSize - 1, lineHeight: 1.25, alignment: 'left' as const };
  const text = printRuns(entry.runs);
  const source = sourceOfReference(entry.reference);
  if (entry.label === '')
    return { text, ...style, id: entry.anchor, source, tag: 'BibEntry', leadingIndent: -14, margin: [14, 0, 0, 4] };
  const digits = String(manuscript.bibliography.length).length;
  return {
    columns: [
      { text: entry.label, ...style, alignment: 'right', width: 8 + digits * 6 },
      { text, ...style, width: '*', id: entry.anchor, source, tag: 'BibEntry' },
    ],
    columnGap: 6,
    margin: [0, 0, 0, 4],
  };
}
