/** What came and the report has not: paragraphs, figures and tables that it can take, and what can only be read. */
import {
  type Caption,
  type FigureBlock,
  type PartKey,
  SECTION_KEYS,
  type Table,
  type TableRow,
} from '../report/document.ts';
import { type Arrival, EMPTY } from './arrivals.ts';
import { type Atom, textOfAtom } from './atoms.ts';
import { captionsOf, labelLength } from './captions.ts';
import type { Elements } from './elements.ts';
import { type Findings, NOWHERE, type OpenRoom } from './findings.ts';
import { hunksOf } from './hunks.ts';
import { fingerprint } from './keys.ts';
import { NOTES } from './notes.ts';
import { byHand, type ReturnedImage, type ReturnedParagraph, type ReturnedTable } from './returned.ts';
import type { Place } from './review.ts';
import { saidOf } from './said.ts';

/** `count` blocks of a part, from `at`. */
export interface BlockRange {
  readonly part: PartKey;
  readonly at: number;
  readonly count: number;
}

/** New paragraphs, figures and tables below some blocks, where no text of the report runs into them. */
export function addBlocks(found: Findings, { part, at, count }: BlockRange, arrivals: readonly Arrival[]): void {
  const room = found.room(part, at, count);
  const captions = captionsOf(arrivals);
  const isCaption = new Set(captions.values());
  for (const arrival of arrivals) {
    const { paragraph, table } = arrival;
    if (!isCaption.has(arrival) || !takesFloats(part)) addParagraphs(found, room, paragraph);
    const caption = captionText(found.elements, captions.get(arrival));
    for (const image of paragraph.images) addFigure(found, room, image, caption);
    if (table) addTable(found, room, table, caption);
  }
}

/** What stands where nothing can be put is noted. */
export function noteUnplaced(found: Findings, arrival: Arrival, place: Place): void {
  const { final, original, paragraph, table } = arrival;
  if (table) found.note({ ...place, what: 'table' }, '', saidOf(table), NOTES.table);
  for (const { alt } of paragraph.images) found.note({ ...place, what: 'figure' }, '', alt, NOTES.image);
  const hand = paragraph.pieces.find(({ change }) => change)?.change;
  if (final.trim() !== '' || original.trim() !== '')
    found.note(place, original === final ? '' : original, final, NOTES.unplaced, hand);
}

function addParagraphs(found: Findings, { part, tail }: OpenRoom, paragraph: ReturnedParagraph): void {
  const steps = found.elements.trail([], [EMPTY, paragraph]);
  for (const { change, hunk } of hunksOf({ held: [], printed: [], provenance: [] }, steps, false)) {
    if (change.after.trim() === '') continue;
    const after = change.after.replace(/^\n/, '');
    const id = found.add({ ...change, after, place: { part, what: 'paragraph' } });
    tail.push({ change: id, ...hunk, insert: hunk.insert.map(atom => found.elements.arriving(atom, steps)) });
  }
}

function addFigure(found: Findings, { part, tail }: OpenRoom, image: ReturnedImage, caption: readonly Atom[]): void {
  const { path, sha256, alt, change } = image;
  const place: Place = { part, what: 'figure' };
  const after = caption.map(textOfAtom).join('') || alt;
  if (!takesFloats(part) || sha256 === '') {
    found.note(place, '', after, NOTES.image, change);
    return;
  }
  const id = found.add({ kind: 'insertion', place, before: '', after, around: NOWHERE, ...byHand(change) });
  const figure = `figure-${fingerprint(`${sha256} ${id}`)}`;
  const block: FigureBlock = { type: 'figure', id: figure, children: [captionOf(found.elements, caption)] };
  tail.push({ change: id, block });
  const panel = { id: `${figure}-1`, asset: '', label: '', alt };
  found.pictures[id] = { path, figure: { id: figure, panels: [panel], columns: 1, alt: '', credit: '' } };
}

function addTable(found: Findings, { part, tail }: OpenRoom, table: ReturnedTable, caption: readonly Atom[]): void {
  const { rows, isMerged } = table;
  const place: Place = { part, what: 'table' };
  const after = [caption.map(textOfAtom).join(''), saidOf(table)].filter(Boolean).join('\n');
  const [first] = rows;
  const width = first?.cells.length ?? 0;
  const isUneven = rows.some(({ cells }) => cells.length !== width);
  if (!takesFloats(part) || isMerged || isUneven) {
    found.note(place, '', after, NOTES.table, first?.change);
    return;
  }
  const { elements } = found;
  const kept = rows.filter(({ change }) => change?.state !== 'deleted');
  const heads = kept.findIndex(({ isHead }) => !isHead);
  const block: Table = {
    type: 'table',
    id: `table-${fingerprint(`${after} ${found.nextId()}`)}`,
    // A table says seldom which rows are its head; the first one is, as a rule.
    headerRows: heads > 0 ? heads : kept.length > 1 ? 1 : 0,
    children: [
      captionOf(elements, caption),
      ...kept.map(
        ({ cells }): TableRow => ({
          type: 'table-row',
          children: cells.map(cell => ({
            type: 'table-cell',
            children: elements.inlinesOf(elements.cellAtoms(cell)),
          })),
        }),
      ),
    ],
  };
  const id = found.add({ kind: 'insertion', place, before: '', after, around: NOWHERE, ...byHand(first?.change) });
  tail.push({ change: id, block });
}

const captionOf = (elements: Elements, atoms: readonly Atom[]): Caption => ({
  type: 'caption',
  children: elements.inlinesOf(atoms),
});

/** What a caption says after its label and number. */
function captionText(elements: Elements, arrival: Arrival | undefined): readonly Atom[] {
  if (!arrival) return [];
  const atoms = elements.freshAtoms(arrival.paragraph);
  return atoms.slice(labelLength(atoms.map(textOfAtom).join('')));
}

/** Where the editor lets figures and tables stand. */
const takesFloats = (part: PartKey) => (SECTION_KEYS as readonly PartKey[]).includes(part);
