/** The paragraphs of a returned file in their order, told apart: the report's own, tables under its captions, pictures and tables that are new. */
import type { CaseReport } from '../report/types.ts';
import { sourceOfBookmark } from './anchors.ts';
import { type Expected, type ExpectedText, sumOf } from './expected.ts';
import { type Missing, picturesOf } from './pictures.ts';
import type { ReturnedDocument, ReturnedImage, ReturnedParagraph, ReturnedTable } from './returned.ts';
import { isEmptyBlock, saidOf, textOf } from './said.ts';
import { evenSpaces } from './spaces.ts';

/** A paragraph of the file, those of tables that only arrange figures among them. Of pictures it has those that are new. */
export interface Arrival {
  readonly paragraph: ReturnedParagraph;
  /** Place in `ReturnedDocument.blocks`; -1 inside a table of the report. */
  readonly block: number;
  readonly original: string;
  readonly final: string;
  /** A table that the report has not. */
  readonly table?: ReturnedTable;
}

/** Whether it brings a figure or table. */
export const isWhole = ({ table, paragraph }: Arrival): boolean => table !== undefined || paragraph.images.length > 0;

/** The pictures that came in a paragraph of the report's own, as if they stood below it. */
export function wholeOf(came: Arrival | undefined): readonly Arrival[] {
  if (!came || came.paragraph.images.length === 0) return [];
  return [arrivalOf({ ...EMPTY, images: came.paragraph.images }, came.block)];
}

const withImages = (arrival: Arrival, images: readonly ReturnedImage[]): Arrival =>
  arrival.paragraph.images.length === 0 ? arrival : { ...arrival, paragraph: { ...arrival.paragraph, images } };

export const EMPTY: ReturnedParagraph = { style: '', bookmarks: [], pieces: [], images: [] };

export const arrivalOf = (paragraph: ReturnedParagraph, block: number): Arrival => ({
  paragraph,
  block,
  original: textOf(paragraph.pieces, 'inserted'),
  final: textOf(paragraph.pieces, 'deleted'),
});

/** All that arrived. What it holds does not change once it is made. */
export class Arrivals {
  readonly all: readonly Arrival[];
  /** Tables of the file that hold words of the report, by the block they follow. */
  readonly tables: ReadonlyMap<number, ReturnedTable>;
  /** Figures of which pictures are gone. */
  readonly missing: readonly Missing[];
  /** Names of the report's texts and parts. */
  private readonly names: ReadonlySet<string>;
  /** The file knows some of the report's texts by name: those it does not were changed since. */
  private readonly stale: boolean;

  constructor({ assets }: Pick<CaseReport, 'assets'>, expected: readonly Expected[], { blocks }: ReturnedDocument) {
    this.names = new Set(expected.flatMap(({ bookmark }) => bookmark ?? []));
    const { all, tables } = gathered(expected, this.names, blocks);
    this.tables = tables;
    const known = new Set(assets.map(({ name }) => sumOf(name)));
    const { added, missing } = picturesOf(all, expected, known);
    this.all = all.map(arrival => withImages(arrival, added.get(arrival) ?? []));
    this.missing = missing;
    this.stale = this.all.some(({ paragraph }) => paragraph.bookmarks.some(name => this.names.has(name)));
  }

  /** Whether texts may have been changed in the report since the file was made: it knows one in their place by another name. */
  isUncertain(entries: readonly ExpectedText[], group: readonly Arrival[]): boolean {
    const named = new Set(group.flatMap(({ paragraph }) => paragraph.bookmarks));
    return (
      this.stale &&
      entries.some(({ bookmark }) => bookmark !== '' && !named.has(bookmark)) &&
      [...named].some(name => sourceOfBookmark(name) !== undefined && !this.names.has(name))
    );
  }
}

/** Paragraphs in order; tables that belong to a caption are put aside. */
function gathered(
  expected: readonly Expected[],
  names: ReadonlySet<string>,
  blocks: ReturnedDocument['blocks'],
): { readonly all: readonly Arrival[]; readonly tables: ReadonlyMap<number, ReturnedTable> } {
  const tables = new Map<number, ReturnedTable>();
  const captions = expected.filter(entry => entry.kind === 'text' && entry.table !== undefined);
  const captionNames = new Set(captions.map(({ bookmark }) => bookmark));
  const captionTexts = new Set(captions.map(({ text }) => evenSpaces(text)));
  const lines = new Set(expected.map(({ text }) => evenSpaces(text)));
  const all = blocks.flatMap((block, index): readonly Arrival[] => {
    if (block.kind === 'paragraph') return [arrivalOf(block, index)];
    // An empty paragraph may have come between a caption and its table.
    let at = index - 1;
    while (isEmptyBlock(blocks[at])) at--;
    const before = blocks[at];
    if (before?.kind === 'paragraph' && !tables.has(at)) {
      const isCaption =
        before.bookmarks.some(name => captionNames.has(name)) ||
        captionTexts.has(evenSpaces(textOf(before.pieces, 'inserted')));
      if (isCaption) {
        tables.set(at, block);
        return [];
      }
    }
    const inside = block.rows.flatMap(({ cells }) =>
      cells.flatMap(({ paragraphs }) => paragraphs.map(paragraph => arrivalOf(paragraph, index))),
    );
    const isOurs = inside.some(
      ({ paragraph, original }) =>
        paragraph.images.length > 0 ||
        paragraph.bookmarks.some(name => names.has(name)) ||
        lines.has(evenSpaces(original)),
    );
    if (isOurs) return inside;
    return saidOf(block).trim() === '' ? [] : [{ ...arrivalOf(EMPTY, index), table: block }];
  });
  return { all, tables };
}
