/** A returned file laid beside the report it was made from: every difference, by whom, and how it is made in the report. */
import type { Manuscript } from '../manuscript/types.ts';
import type { Words } from '../outcome.ts';
import {
  type Caption,
  type FigureBlock,
  type PartKey,
  SECTION_KEYS,
  type Table,
  type TableRow,
} from '../report/document.ts';
import { nodesOf } from '../report/parts.ts';
import type { CaseReport, Reference } from '../report/types.ts';
import { align } from './align.ts';
import { partOfBookmark, sourceOfBookmark } from './anchors.ts';
import { type Atom, BREAK, inlinesOf, lettersAsAtoms, textOfAtom } from './atoms.ts';
import { captionsOf, labelLength } from './captions.ts';
import { type Expected, type ExpectedTable, type ExpectedText, expectedOf } from './expected.ts';
import { hunksOf } from './hunks.ts';
import { incomingCitation } from './incoming.ts';
import { elementKey, fingerprint, isMade, type MadeElement } from './keys.ts';
import { NOTES } from './notes.ts';
import { picturesOf } from './pictures.ts';
import type { Provenance } from './provenance.ts';
import { reshapingOf } from './reshaping.ts';
import type {
  Hand,
  ReturnedCell,
  ReturnedDocument,
  ReturnedImage,
  ReturnedParagraph,
  ReturnedPiece,
  ReturnedTable,
} from './returned.ts';
import type { Bringing, Change, Comment, Group, Hunk, Picture, Place, Reshaping, Review, Room } from './review.ts';
import { cellText, isEmptyBlock, saidOf, saidRows, textOf } from './said.ts';
import { shapeOf } from './shape.ts';
import { trailOf } from './trail.ts';

export interface Comparison {
  readonly report: CaseReport;
  /** The report as the file was printed: its template, form and anonymity. */
  readonly manuscript: Manuscript;
  readonly returned: ReturnedDocument;
}

/** A paragraph of the file, those of tables that only arrange figures among them. */
interface Arrival {
  readonly paragraph: ReturnedParagraph;
  /** Place in `ReturnedDocument.blocks`. */
  readonly block: number;
  readonly original: string;
  readonly final: string;
  /** A table that the report has not. */
  readonly table?: ReturnedTable;
}

const arrivalOf = (paragraph: ReturnedParagraph, block: number): Arrival => ({
  paragraph,
  block,
  original: textOf(paragraph.pieces, 'inserted'),
  final: textOf(paragraph.pieces, 'deleted'),
});

/** Pure: same input, same review. */
export function compareReturned({ report, manuscript, returned }: Comparison): Review {
  return new Comparing(report, expectedOf(report, manuscript), returned).review();
}

/** Rooms while they are found: by part and place of their first block. */
interface OpenRoom {
  readonly part: PartKey;
  readonly at: number;
  readonly count: number;
  readonly groups: Group[];
  readonly tail: (Hunk | Bringing)[];
  removal?: string;
  reshaping?: Reshaping;
}

class Comparing {
  private readonly changes: Change[] = [];
  private readonly rooms: OpenRoom[] = [];
  private readonly elements: Record<string, MadeElement> = {};
  private readonly brings: Record<string, readonly Reference[]> = {};
  private readonly arrivals: readonly Arrival[];
  /** Tables of the file that hold words of the report, by the block they follow. */
  private readonly tables = new Map<number, ReturnedTable>();
  /** Pictures that are new, by the paragraph they stand in. */
  private readonly added: ReadonlyMap<Arrival, readonly ReturnedImage[]>;
  private readonly missing: readonly Expected[];
  private readonly pictures: Record<string, Picture> = {};
  /** The file knows some of the report's texts by name: those it does not were changed since. */
  private readonly stale: boolean;
  private readonly report: CaseReport;
  private readonly expected: readonly Expected[];
  private readonly returned: ReturnedDocument;

  constructor(report: CaseReport, expected: readonly Expected[], returned: ReturnedDocument) {
    this.report = report;
    this.expected = expected;
    this.returned = returned;
    for (const part of report.parts)
      for (const node of nodesOf(part)) if (isMade(node)) this.elements[elementKey(node)] ??= node;
    this.arrivals = this.gathered();
    const known = new Set(report.assets.map(({ name }) => name.replace(/\..*$/, '')));
    const { added, missing } = picturesOf(this.arrivals, expected, known);
    this.added = added;
    this.missing = missing;
    this.stale = this.arrivals.some(({ paragraph }) => paragraph.bookmarks.some(name => this.isOfReport(name)));
  }

  private isOfReport(bookmark: string): boolean {
    return this.expected.some(entry => entry.bookmark === bookmark);
  }

  /** Paragraphs in order; tables that belong to a caption are put aside. */
  private gathered(): readonly Arrival[] {
    const captions = new Map(
      this.expected.flatMap(entry => (entry.kind === 'text' && entry.table ? [[entry.bookmark, entry] as const] : [])),
    );
    const texts = new Set([...captions.values()].map(({ text }) => text));
    const lines = new Set(this.expected.map(({ text }) => text));
    const { blocks } = this.returned;
    return blocks.flatMap((block, index): readonly Arrival[] => {
      if (block.kind === 'paragraph') return [arrivalOf(block, index)];
      // An empty paragraph may have come between a caption and its table.
      let at = index - 1;
      while (isEmptyBlock(blocks[at])) at--;
      const before = blocks[at];
      if (before?.kind === 'paragraph' && !this.tables.has(at)) {
        const isCaption =
          before.bookmarks.some(name => captions.has(name)) || texts.has(textOf(before.pieces, 'inserted'));
        if (isCaption) {
          this.tables.set(at, block);
          return [];
        }
      }
      const inside = block.rows.flatMap(({ cells }) =>
        cells.flatMap(({ paragraphs }) => paragraphs.map(paragraph => arrivalOf(paragraph, index))),
      );
      const isOurs = inside.some(
        ({ paragraph, original }) =>
          paragraph.images.length > 0 || paragraph.bookmarks.some(name => this.isOfReport(name)) || lines.has(original),
      );
      if (isOurs) return inside;
      return saidOf(block).trim() === '' ? [] : [{ ...arrivalOf(EMPTY, index), table: block }];
    });
  }

  review(): Review {
    const arrivals = this.arrivals.filter(
      arrival =>
        arrival.original !== '' ||
        arrival.final !== '' ||
        arrival.paragraph.bookmarks.length > 0 ||
        this.isWhole(arrival),
    );
    const { of, moved } = align(
      this.expected.map(({ bookmark = '', text }) => ({ bookmark, text })),
      arrivals.map(arrival => {
        const { paragraph, original, final } = arrival;
        // What has no letters is no text that could be taken for one that was sent.
        const isWhole = original === '' && final === '' && this.isWhole(arrival);
        return {
          bookmarks: paragraph.bookmarks,
          original: isWhole ? '\u0000' : original,
          final: isWhole ? '\u0000' : final,
        };
      }),
    );
    this.compare(arrivals, of, moved);
    this.addNotes();
    const { origin } = this.returned;
    return {
      foreign: origin !== undefined && origin.report !== '' && origin.report !== this.report.id,
      changes: this.changes,
      comments: this.comments(arrivals, of),
      rooms: this.rooms.map(({ part, at, count, groups, tail, removal, reshaping }): Room => {
        const blocks = this.report.parts.find(({ key }) => key === part)?.children.slice(at, at + count) ?? [];
        return {
          part,
          at,
          blocks,
          groups,
          tail,
          ...(removal === undefined ? {} : { removal }),
          ...(reshaping === undefined ? {} : { reshaping }),
        };
      }),
      elements: this.elements,
      brings: this.brings,
      pictures: this.pictures,
    };
  }

  /** Paragraphs that came with none of their own, by the place of the expected one that they follow; -1 is before all. */
  private extras(arrivals: readonly Arrival[], of: readonly number[]): ReadonlyMap<number, readonly Arrival[]> {
    const owner = new Map(of.flatMap((b, a) => (b < 0 ? [] : [[b, a] as const])));
    const extras = new Map<number, Arrival[]>();
    let last = -1;
    arrivals.forEach((arrival, index) => {
      const own = owner.get(index);
      if (own !== undefined) last = own;
      // Headings that a form puts above figures and tables are ours.
      else if (arrival.paragraph.bookmarks.some(name => partOfBookmark(name) !== undefined)) last = -1;
      else if (arrival.final !== '' || arrival.original !== '' || this.isWhole(arrival))
        extras.set(last, [...(extras.get(last) ?? []), arrival]);
    });
    return extras;
  }

  private compare(arrivals: readonly Arrival[], of: readonly number[], moved: ReadonlySet<number>): void {
    const extras = this.extras(arrivals, of);
    for (const extra of extras.get(-1) ?? []) this.unplaced(extra, { what: 'line' });
    let part: PartKey | undefined;
    for (let at = 0; at < this.expected.length; at++) {
      const entry = this.expected[at] as Expected;
      const came = arrivals[of[at] as number];
      const own = extras.get(at) ?? [];
      if (entry.kind === 'line') {
        if (entry.bookmark !== undefined) part = entry.begins;
        this.line(entry, came, part);
        if (own.length > 0 && entry.begins) this.newBlocks(entry.begins, 0, 0, own);
        else
          for (const extra of own) this.unplaced(extra, part === undefined ? { what: 'line' } : { part, what: 'line' });
        continue;
      }
      const place: Place = { part: entry.unit.part, what: entry.unit.kind };
      // Where figures and tables stand is a matter of form.
      if (moved.has(at) && entry.unit.kind !== 'caption') this.note(place, entry.text, entry.text, NOTES.moved);
      switch (entry.unit.kind) {
        case 'paragraph':
        case 'heading': {
          const members = [at];
          const captions = new Set(captionsOf(own).values());
          const first = own.findIndex(arrival => this.isWhole(arrival) || captions.has(arrival));
          const [further, rest] = first < 0 ? [own, []] : [own.slice(0, first), own.slice(first)];
          const whole = [...this.wholeOf(came), ...rest];
          const group: Arrival[] = came ? [came, ...further] : [...further];
          // A paragraph joined with the next is one text with it.
          while (whole.length === 0 && this.isJoined(group.at(-1), members.at(-1) as number, arrivals, of)) {
            const next = (members.at(-1) as number) + 1;
            members.push(next);
            const its = arrivals[of[next] as number];
            group.push(...(its ? [its] : []), ...(extras.get(next) ?? []));
          }
          at = members.at(-1) as number;
          this.texts(
            members.map(index => this.expected[index] as ExpectedText),
            group,
          );
          if (whole.length > 0) this.newBlocks(entry.unit.part, entry.unit.block, members.length, whole);
          break;
        }
        case 'item': {
          const items = own.findIndex(arrival => this.isWhole(arrival) || !/^list|liste/.test(arrival.paragraph.style));
          const further = items < 0 ? own : own.slice(0, items);
          this.texts([entry], came ? [came, ...further] : further);
          const rest = [...this.wholeOf(came), ...(items < 0 ? [] : own.slice(items))];
          if (rest.length > 0) this.newBlocks(entry.unit.part, entry.unit.block, 1, rest);
          break;
        }
        default:
          this.float(entry, came, own);
      }
    }
  }

  /** Whether the text after this one runs into it. */
  private isJoined(
    last: Arrival | undefined,
    at: number,
    arrivals: readonly Arrival[],
    of: readonly number[],
  ): boolean {
    const [here, next] = [this.expected[at], this.expected[at + 1]];
    if (!last || here?.kind !== 'text' || next?.kind !== 'text') return false;
    const neighbours =
      here.unit.part === next.unit.part &&
      here.unit.block + 1 === next.unit.block &&
      (next.unit.kind === 'paragraph' || next.unit.kind === 'heading');
    if (!neighbours) return false;
    const its = of[at + 1] as number;
    if (its >= 0) return last.paragraph.end?.state === 'deleted' && arrivals.indexOf(last) + 1 === its;
    return last.paragraph.bookmarks.includes(next.bookmark);
  }

  private room(part: PartKey, at: number, count: number): OpenRoom {
    const known = this.rooms.find(room => room.part === part && room.at === at && room.count === count);
    if (known) return known;
    const room: OpenRoom = { part, at, count, groups: [], tail: [] };
    this.rooms.push(room);
    return room;
  }

  private nextId(): string {
    return String(this.changes.length + 1);
  }

  private note(place: Place, before: string, after: string, why: Words, hand?: Change['hand']): void {
    const around = { before: '', after: '' };
    this.changes.push({
      id: this.nextId(),
      kind: 'note',
      place,
      before,
      after,
      around,
      why,
      ...(hand ? { hand } : {}),
    });
  }

  /** Whether it brings a figure or table. */
  private isWhole(arrival: Arrival): boolean {
    return arrival.table !== undefined || this.added.has(arrival);
  }

  /** The pictures in a paragraph that is the report's own, as if they stood below it. */
  private wholeOf(came: Arrival | undefined): readonly Arrival[] {
    const images = came && this.added.get(came);
    if (!came || !images) return [];
    return [{ ...arrivalOf({ ...EMPTY, images }, came.block) }];
  }

  private unplaced(arrival: Arrival, place: Place): void {
    const { final, original, paragraph, table } = arrival;
    if (table) this.note({ ...place, what: 'table' }, '', saidOf(table), NOTES.table);
    for (const { alt } of paragraph.images)
      if (this.added.has(arrival)) this.note({ ...place, what: 'figure' }, '', alt, NOTES.image);
    const hand = paragraph.pieces.find(({ change }) => change)?.change;
    const said = hand ? { author: hand.author, date: hand.date } : undefined;
    if (final.trim() !== '' || original.trim() !== '')
      this.note(place, original === final ? '' : original, final, NOTES.unplaced, said);
  }

  /** Lines that are made: what differs is said. */
  private line(entry: Expected, came: Arrival | undefined, part: PartKey | undefined): void {
    const place: Place = part === undefined ? { what: 'line' } : { part, what: 'line' };
    if (!came) {
      if (entry.text.trim() !== '') this.note(place, entry.text, '', NOTES.made);
      return;
    }
    const change = came.paragraph.pieces.find(piece => piece.change)?.change;
    const hand = change ? { author: change.author, date: change.date } : undefined;
    if (came.final !== entry.text) this.note(place, entry.text, came.final, NOTES.made, hand);
  }

  private isUncertain(entries: readonly ExpectedText[], group: readonly Arrival[]): boolean {
    return (
      this.stale &&
      entries.some(
        ({ bookmark }) => bookmark !== '' && !group.some(one => one.paragraph.bookmarks.includes(bookmark)),
      ) &&
      group.some(one =>
        one.paragraph.bookmarks.some(name => sourceOfBookmark(name) !== undefined && !this.isOfReport(name)),
      )
    );
  }

  /** One text, or several that run into each other. */
  private texts(entries: readonly ExpectedText[], group: readonly Arrival[]): void {
    const [first] = entries as [ExpectedText];
    const { unit } = first;
    const isItem = unit.kind === 'item';
    const hunks = this.hunks(entries, group, isItem ? 'item' : unit.kind);
    if (hunks.length === 0) return;
    const room = this.room(
      unit.part,
      unit.block,
      isItem || unit.kind === 'caption' || unit.kind === 'cell' ? 1 : entries.length,
    );
    room.groups.push({
      units: entries.map(entry => entry.unit),
      held: joinAtoms(entries.map(({ held }) => held)),
      hunks,
    });
  }

  private hunks(entries: readonly ExpectedText[], group: readonly Arrival[], what: Place['what']): readonly Hunk[] {
    const [first] = entries as [ExpectedText];
    const place: Place = { part: first.unit.part, what };
    const printed = joinAtoms(entries.map(entry => entry.printed));
    const held = joinAtoms(entries.map(entry => entry.held));
    const steps = trailOf(
      printed,
      group.map(({ paragraph }) => this.told(paragraph)),
    );
    const known = entries.every(({ provenance }) => provenance !== null);
    const provenance: Provenance[] = [];
    let offset = 0;
    entries.forEach((entry, index) => {
      const shift = offset;
      if (index > 0) provenance.push({ at: shift - 1 });
      for (const one of entry.provenance ?? entry.printed.map(() => null))
        provenance.push(one && ('at' in one ? { at: one.at + shift } : { moved: one.moved + shift }));
      offset += entry.held.length + 1;
    });
    const uncertain = this.isUncertain(entries, group);
    // Heads of tables are bold by their place.
    const drawn = hunksOf({ held, printed, provenance }, steps, what === 'cell' || what === 'heading');
    return drawn.flatMap(({ change, hunk, empty, counted }): readonly Hunk[] => {
      if (counted && !change.hand) return [];
      const id = this.nextId();
      const isNote = empty || !known;
      this.changes.push({
        id,
        ...change,
        ...(isNote ? { kind: 'note' as const, why: NOTES.made } : {}),
        place,
        ...(uncertain && !change.hand ? { uncertain: true as const } : {}),
      });
      return isNote ? [] : [{ change: id, ...hunk, insert: hunk.insert.map(atom => this.arriving(atom, steps)) }];
    });
  }

  /** Live citations that a co-author gave other references are others than ours. */
  private told(paragraph: ReturnedParagraph): ReturnedParagraph {
    const pieces = paragraph.pieces.map((piece): ReturnedPiece => {
      const ours = piece.kind === 'element' ? this.elements[piece.key] : undefined;
      if (piece.kind !== 'element' || !piece.cites || ours?.type !== 'citation') return piece;
      const { items } = incomingCitation(piece.key, piece.cites, this.report).citation;
      const said = (list: typeof items) =>
        list.map(({ reference, locator = '' }) => `${reference} ${locator}`).join('\n');
      return said(items) === said(ours.items) ? piece : { ...piece, key: `${piece.key}-edited` };
    });
    return { ...paragraph, pieces };
  }

  /** A citation that came: the report's own one moved, a copy of it, or a new one of a co-author's. */
  private arriving(atom: Atom, steps: ReturnType<typeof trailOf>): Atom {
    if (atom.kind !== 'element') return atom;
    const ours = this.elements[atom.key];
    if (ours) {
      const stays =
        ours.type === 'citation' && steps.some(step => step.state === 'kept' && sameElement(step.atom, atom));
      if (!stays || ours.type !== 'citation') return atom;
      const id = `${ours.id}-${this.nextId()}`;
      const key = `${atom.key}-${this.nextId()}`;
      this.elements[key] = { ...ours, id };
      return { ...atom, key };
    }
    if (!atom.cites) return atom;
    const { citation, brings } = incomingCitation(atom.key, atom.cites, this.report);
    this.elements[atom.key] = citation;
    this.brings[atom.key] = brings;
    return atom;
  }

  /** New paragraphs, figures and tables where no text of the report runs into them. */
  private newBlocks(part: PartKey, at: number, count: number, arrivals: readonly Arrival[]): void {
    const room = this.room(part, at, count);
    const captions = captionsOf(arrivals);
    const isCaption = new Set(captions.values());
    for (const arrival of arrivals) {
      const { paragraph, table } = arrival;
      if (!isCaption.has(arrival) || !takesFloats(part)) this.newParagraphs(room, part, paragraph);
      const caption = this.captionText(captions.get(arrival));
      for (const image of paragraph.images) this.newFigure(room, part, image, caption);
      if (table) this.newTable(room, part, table, caption);
    }
  }

  private newParagraphs(room: OpenRoom, part: PartKey, paragraph: ReturnedParagraph): void {
    const steps = trailOf([], [EMPTY, paragraph]);
    for (const { change, hunk } of hunksOf({ held: [], printed: [], provenance: [] }, steps, false)) {
      if (change.after.trim() === '') continue;
      const id = this.nextId();
      this.changes.push({ id, ...change, after: change.after.replace(/^\n/, ''), place: { part, what: 'paragraph' } });
      room.tail.push({ change: id, ...hunk, insert: hunk.insert.map(atom => this.arriving(atom, steps)) });
    }
  }

  private newFigure(room: OpenRoom, part: PartKey, image: ReturnedImage, caption: readonly Atom[]): void {
    const { path, sha256, alt, change } = image;
    const place: Place = { part, what: 'figure' };
    const after = caption.map(textOfAtom).join('') || alt;
    if (!takesFloats(part) || sha256 === '') {
      this.note(place, '', after, NOTES.image, handOf(change));
      return;
    }
    const id = this.nextId();
    const figure = `figure-${fingerprint(`${sha256} ${id}`)}`;
    this.changes.push({ id, kind: 'insertion', place, before: '', after, around: NOWHERE, ...tracked(change) });
    const block: FigureBlock = { type: 'figure', id: figure, children: [this.captionOf(caption)] };
    room.tail.push({ change: id, block });
    const panel = { id: `${figure}-1`, asset: '', label: '', alt };
    this.pictures[id] = { path, figure: { id: figure, panels: [panel], columns: 1, alt: '', credit: '' } };
  }

  private newTable(room: OpenRoom, part: PartKey, table: ReturnedTable, caption: readonly Atom[]): void {
    const { rows, isMerged } = table;
    const place: Place = { part, what: 'table' };
    const after = [caption.map(textOfAtom).join(''), saidOf(table)].filter(Boolean).join('\n');
    const width = rows[0]?.cells.length ?? 0;
    const [first] = rows;
    const isUneven = rows.some(({ cells }) => cells.length !== width);
    if (!takesFloats(part) || isMerged || isUneven) {
      this.note(place, '', after, NOTES.table, handOf(first?.change));
      return;
    }
    const id = this.nextId();
    const kept = rows.filter(({ change }) => change?.state !== 'deleted');
    const heads = kept.findIndex(({ isHead }) => !isHead);
    const block: Table = {
      type: 'table',
      id: `table-${fingerprint(`${after} ${id}`)}`,
      // A table says seldom which rows are its head; the first one is, as a rule.
      headerRows: heads > 0 ? heads : kept.length > 1 ? 1 : 0,
      children: [
        this.captionOf(caption),
        ...kept.map(
          ({ cells }): TableRow => ({
            type: 'table-row',
            children: cells.map(cell => ({
              type: 'table-cell',
              children: inlinesOf(this.cellAtoms(cell), key => this.elements[key]),
            })),
          }),
        ),
      ],
    };
    this.changes.push({ id, kind: 'insertion', place, before: '', after, around: NOWHERE, ...tracked(first?.change) });
    room.tail.push({ change: id, block });
  }

  private captionOf(atoms: readonly Atom[]): Caption {
    return { type: 'caption', children: inlinesOf(atoms, key => this.elements[key]) };
  }

  /** What a caption says after its label and number. */
  private captionText(arrival: Arrival | undefined): readonly Atom[] {
    if (!arrival) return [];
    const atoms = this.freshAtoms(arrival.paragraph);
    return atoms.slice(labelLength(atoms.map(textOfAtom).join('')));
  }

  /** A text of which the report has nothing, as it stands with every tracked change made. */
  private freshAtoms(paragraph: ReturnedParagraph): readonly Atom[] {
    const steps = trailOf([], [this.told(paragraph)]);
    return steps.flatMap(step => (step.state === 'new' ? [this.arriving(step.atom, steps)] : []));
  }

  private cellAtoms({ paragraphs }: ReturnedCell): readonly Atom[] {
    return paragraphs.flatMap((paragraph, index): readonly Atom[] => [
      ...(index === 0 ? [] : lettersAsAtoms('\n', '')),
      ...this.freshAtoms(paragraph),
    ]);
  }

  /** A figure, chart or table by its caption. */
  private float(entry: ExpectedText, came: Arrival | undefined, own: readonly Arrival[]): void {
    const { part, block } = entry.unit;
    if (!came) {
      const id = this.nextId();
      const what = entry.table ? 'table' : 'figure';
      const around = { before: '', after: '' };
      this.changes.push({ id, kind: 'deletion', place: { part, what }, before: entry.text, after: '', around });
      this.room(part, block, 1).removal = id;
    } else {
      this.texts([entry], [came]);
      if (entry.table) this.table(entry, entry.table, this.tables.get(came.block));
    }
    const rest = [...this.wholeOf(came), ...own];
    if (rest.length > 0) this.newBlocks(part, block, 1, rest);
  }

  private table({ unit }: ExpectedText, { cells, texts }: ExpectedTable, came: ReturnedTable | undefined): void {
    const place: Place = { part: unit.part, what: 'table' };
    if (!came) {
      this.note(place, saidRows(texts), '', NOTES.tableGone);
      return;
    }
    const { rows } = came;
    const was = rows.map(row => row.cells.map(cell => cellText(cell, 'inserted')));
    const shape = cells === null ? null : shapeOf(texts, was, came);
    if (cells === null || shape === null) {
      if (saidOf(came) !== saidRows(texts))
        this.note(place, saidRows(texts), saidOf(came), cells === null ? NOTES.values : NOTES.shape);
      return;
    }
    for (const row of shape.rows)
      for (const column of shape.columns) {
        if (row.came === null || column.came === null || row.held === null || column.held === null) continue;
        this.texts(
          [cells[row.held]?.[column.held] as ExpectedText],
          (rows[row.came]?.cells[column.came]?.paragraphs ?? []).map(paragraph => arrivalOf(paragraph, -1)),
        );
      }
    const { part, block } = unit;
    const reshaping = reshapingOf({
      sent: texts,
      came,
      shape,
      noted: ({ what, kind, text, hand }) => {
        const [before, after] = kind === 'insertion' ? ['', text] : [text, ''];
        const id = this.nextId();
        this.changes.push({ id, kind, place: { part, what }, before, after, around: NOWHERE, ...tracked(hand) });
        return id;
      },
      atoms: cell => this.cellAtoms(cell),
    });
    if (reshaping) this.room(part, block, 1).reshaping = reshaping;
  }

  private addNotes(): void {
    for (const entry of this.missing)
      if (entry.kind === 'text') this.note({ part: entry.unit.part, what: 'figure' }, entry.text, '', NOTES.panel);
    for (const text of this.returned.notes) this.note({ what: 'line' }, '', text, NOTES.footnote);
  }

  private placeOf(block: number, arrivals: readonly Arrival[], of: readonly number[]): Place {
    let place: Place = { what: 'line' };
    let part: PartKey | undefined;
    of.forEach((index, at) => {
      const entry = this.expected[at] as Expected;
      const arrival = arrivals[index];
      if (!arrival || arrival.block > block) return;
      if (entry.kind === 'text') place = { part: entry.unit.part, what: entry.unit.kind };
      else {
        if (entry.bookmark !== undefined) part = entry.begins;
        place = part === undefined ? { what: 'line' } : { part, what: 'line' };
      }
    });
    return place;
  }

  private comments(arrivals: readonly Arrival[], of: readonly number[]): readonly Comment[] {
    return this.returned.comments.map(({ author, date, text, about, block, resolved }, index) => ({
      id: `comment-${index + 1}`,
      author,
      date,
      text,
      about,
      resolved,
      place: this.placeOf(block, arrivals, of),
    }));
  }
}

const EMPTY: ReturnedParagraph = { style: '', bookmarks: [], pieces: [], images: [] };
const NOWHERE = { before: '', after: '' };

/** Where the editor lets figures and tables stand. */
const takesFloats = (part: PartKey) => (SECTION_KEYS as readonly PartKey[]).includes(part);

const handOf = (hand: Hand | undefined): Hand | undefined => hand && { author: hand.author, date: hand.date };
const tracked = (hand: Hand | undefined) => (hand ? { hand: { author: hand.author, date: hand.date } } : {});

const sameElement = (a: Atom, b: Atom) => a.kind === 'element' && b.kind === 'element' && a.key === b.key;

const joinAtoms = (texts: readonly (readonly Atom[])[]): readonly Atom[] =>
  texts.flatMap((atoms, index) => (index === 0 ? atoms : [BREAK, ...atoms]));
