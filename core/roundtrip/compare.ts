/** A returned file laid beside the report it was made from: which paragraphs came for which text, and what differs in them, by whom. */
import type { Manuscript } from '../manuscript/types.ts';
import type { PartKey } from '../report/document.ts';
import type { CaseReport } from '../report/types.ts';
import { addBlocks, noteUnplaced } from './additions.ts';
import { align } from './align.ts';
import { partOfBookmark } from './anchors.ts';
import { type Arrival, Arrivals, isWhole, wholeOf } from './arrivals.ts';
import { captionsOf } from './captions.ts';
import { commentsOf } from './comments.ts';
import { type Expected, type ExpectedLine, type ExpectedText, expectedOf } from './expected.ts';
import { Findings, NOWHERE } from './findings.ts';
import { withCalls } from './note-calls.ts';
import { NOTES } from './notes.ts';
import type { Missing } from './pictures.ts';
import { byHand, type ReturnedDocument } from './returned.ts';
import { lineOf, type Place, type Review } from './review.ts';
import { sayAlike } from './spaces.ts';
import { compareTable } from './tables.ts';
import { compareTexts } from './texts.ts';

export interface Comparison {
  readonly report: CaseReport;
  /** The report as the file was printed: its template, form and anonymity. */
  readonly manuscript: Manuscript;
  readonly returned: ReturnedDocument;
}

/** Pure: same input, same review. */
export function compareReturned({ report, manuscript, returned: file }: Comparison): Review {
  const expected = expectedOf(report, manuscript);
  const { returned, changed, foreign } = withCalls(file, manuscript);
  const found = new Findings(report, returned);
  const arrivals = new Arrivals(report, expected, returned);
  const comparing = new Comparing(expected, arrivals, found);
  comparing.compare();
  for (const gone of arrivals.missing) removePanels(found, gone);
  for (const { before, after } of changed) found.note({ what: 'line' }, before, after, NOTES.citing);
  for (const text of [...foreign, ...returned.boxes]) found.note({ what: 'line' }, '', text, NOTES.footnote);
  const { origin } = returned;
  const { changes, elements, pictures } = found;
  return {
    foreign: origin !== undefined && origin.report !== '' && origin.report !== report.id,
    changes,
    comments: commentsOf(returned.comments, comparing),
    rooms: found.rooms(),
    elements: elements.byKey,
    brings: elements.brings,
    pictures,
  };
}

/** Panels that went, each a change of its own; where it cannot be told which, that is said. */
function removePanels(found: Findings, { caption, panels }: Missing): void {
  const { part, block } = caption.unit;
  if (panels.length === 0) found.note({ part, what: 'figure' }, caption.text, '', NOTES.panel);
  for (const { panel, hand } of panels) {
    const place: Place = { part, what: 'panel' };
    const change = found.add({
      kind: 'deletion',
      place,
      before: panel.text,
      after: '',
      around: NOWHERE,
      ...byHand(hand),
    });
    found.room(part, block, 1).panels.push({ change, figure: panel.figure, panel: panel.id });
  }
}

/** Walks through the texts of the report in order, each with what came for it and below it. */
class Comparing {
  readonly expected: readonly Expected[];
  /** Those that say or bring something. */
  readonly arrivals: readonly Arrival[];
  /** The place of the arrival of each expected text; -1 where none came. */
  readonly of: readonly number[];
  private readonly moved: ReadonlySet<number>;
  /** Arrivals with none of their own, by the place of the expected text that they follow; -1 is before all. */
  private readonly extras: ReadonlyMap<number, readonly Arrival[]>;
  private readonly file: Arrivals;
  /** What stood above panels that went: it goes with them. */
  private readonly heads: ReadonlySet<string>;
  private readonly found: Findings;

  constructor(expected: readonly Expected[], file: Arrivals, found: Findings) {
    this.expected = expected;
    this.file = file;
    this.heads = new Set(file.missing.flatMap(({ panels }) => panels.map(({ panel }) => panel.head)));
    this.found = found;
    this.arrivals = file.all.filter(
      arrival => isSaid(arrival) || arrival.paragraph.bookmarks.length > 0 || isWhole(arrival),
    );
    const { of, moved } = align(
      expected.map(({ bookmark = '', text }) => ({ bookmark, text })),
      this.arrivals.map(arrival => {
        const { paragraph, original, final } = arrival;
        // What has no letters is no text that could be taken for one that was sent.
        const isSilent = !isSaid(arrival) && isWhole(arrival);
        return {
          bookmarks: paragraph.bookmarks,
          original: isSilent ? '\u0000' : original,
          final: isSilent ? '\u0000' : final,
        };
      }),
    );
    this.of = of;
    this.moved = moved;
    this.extras = this.extrasOf();
  }

  private extrasOf(): ReadonlyMap<number, readonly Arrival[]> {
    const owner = new Map(this.of.flatMap((b, a) => (b < 0 ? [] : [[b, a] as const])));
    const extras = new Map<number, Arrival[]>();
    let last = -1;
    this.arrivals.forEach((arrival, index) => {
      const own = owner.get(index);
      if (own !== undefined) last = own;
      // Headings that a form puts above figures and tables are ours.
      else if (arrival.paragraph.bookmarks.some(name => partOfBookmark(name) !== undefined)) last = -1;
      else if (isSaid(arrival) || isWhole(arrival)) extras.set(last, [...(extras.get(last) ?? []), arrival]);
    });
    return extras;
  }

  private cameFor(at: number): Arrival | undefined {
    return this.arrivals[this.of[at] as number];
  }

  compare(): void {
    for (const extra of this.extras.get(-1) ?? []) noteUnplaced(this.found, extra, lineOf(undefined));
    let part: PartKey | undefined;
    for (let at = 0; at < this.expected.length; at++) {
      const entry = this.expected[at] as Expected;
      if (entry.kind === 'line') {
        if (entry.bookmark !== undefined) part = entry.begins;
        this.line(entry, at, part);
        continue;
      }
      const { unit, text } = entry;
      // Where figures and tables stand is a matter of form.
      if (this.moved.has(at) && unit.kind !== 'caption')
        this.found.note({ part: unit.part, what: unit.kind }, text, text, NOTES.moved);
      switch (unit.kind) {
        case 'paragraph':
        case 'heading':
          at = this.paragraphs(at);
          break;
        case 'item':
          this.item(entry, at);
          break;
        default:
          this.float(entry, at);
      }
    }
  }

  /** Lines that are made: what differs is said. */
  private line({ text, begins }: ExpectedLine, at: number, part: PartKey | undefined): void {
    const came = this.cameFor(at);
    const place = lineOf(part);
    if (!came) {
      if (text.trim() !== '' && !this.heads.has(text)) this.found.note(place, text, '', NOTES.made);
    } else if (!sayAlike(came.final, text)) {
      const change = came.paragraph.pieces.find(piece => piece.change)?.change;
      this.found.note(place, text, came.final, NOTES.made, change);
    }
    const own = this.extras.get(at) ?? [];
    if (own.length > 0 && begins) this.below(begins, 0, 0, own);
    else for (const extra of own) noteUnplaced(this.found, extra, place);
  }

  /** A paragraph or heading, and those after it that were joined with it; gives the place of the last. */
  private paragraphs(at: number): number {
    const { unit } = this.expected[at] as ExpectedText;
    const came = this.cameFor(at);
    const own = this.extras.get(at) ?? [];
    const captions = new Set(captionsOf(own).values());
    const [further, rest] = split(own, arrival => isWhole(arrival) || captions.has(arrival));
    const whole = [...wholeOf(came), ...rest];
    const group: Arrival[] = came ? [came, ...further] : [...further];
    let last = at;
    // A paragraph joined with the next is one text with it.
    while (whole.length === 0 && this.isJoined(group.at(-1), last)) {
      last++;
      const its = this.cameFor(last);
      group.push(...(its ? [its] : []), ...(this.extras.get(last) ?? []));
    }
    const entries = this.expected.slice(at, last + 1) as ExpectedText[];
    compareTexts(this.found, this.file, { entries, group });
    this.below(unit.part, unit.block, entries.length, whole);
    return last;
  }

  /** Whether the text after this one runs into it. */
  private isJoined(last: Arrival | undefined, at: number): boolean {
    const [here, next] = [this.expected[at], this.expected[at + 1]];
    if (!last || here?.kind !== 'text' || next?.kind !== 'text') return false;
    const neighbours =
      here.unit.part === next.unit.part &&
      here.unit.block + 1 === next.unit.block &&
      (next.unit.kind === 'paragraph' || next.unit.kind === 'heading');
    if (!neighbours) return false;
    const its = this.of[at + 1] as number;
    if (its >= 0) return last.paragraph.end?.state === 'deleted' && this.arrivals.indexOf(last) + 1 === its;
    return last.paragraph.bookmarks.includes(next.bookmark);
  }

  /** A paragraph of a list. */
  private item(entry: ExpectedText, at: number): void {
    const came = this.cameFor(at);
    const [further, rest] = split(
      this.extras.get(at) ?? [],
      arrival => isWhole(arrival) || !/^list|liste/.test(arrival.paragraph.style),
    );
    compareTexts(this.found, this.file, { entries: [entry], group: came ? [came, ...further] : further });
    this.below(entry.unit.part, entry.unit.block, 1, [...wholeOf(came), ...rest]);
  }

  /** A figure, chart or table by its caption. */
  private float(entry: ExpectedText, at: number): void {
    const { part, block } = entry.unit;
    const came = this.cameFor(at);
    if (!came) {
      const place: Place = { part, what: entry.table ? 'table' : 'figure' };
      const id = this.found.add({ kind: 'deletion', place, before: entry.text, after: '', around: NOWHERE });
      this.found.room(part, block, 1).removal = id;
    } else {
      compareTexts(this.found, this.file, { entries: [entry], group: [came] });
      if (entry.table) compareTable(this.found, this.file, entry.unit, entry.table, this.file.tables.get(came.block));
    }
    this.below(part, block, 1, [...wholeOf(came), ...(this.extras.get(at) ?? [])]);
  }

  private below(part: PartKey, at: number, count: number, whole: readonly Arrival[]): void {
    if (whole.length > 0) addBlocks(this.found, { part, at, count }, whole);
  }
}

const isSaid = ({ original, final }: Arrival) => original !== '' || final !== '';

/** Those before the first that ends them, and the rest. */
function split(
  arrivals: readonly Arrival[],
  ends: (arrival: Arrival) => boolean,
): readonly [readonly Arrival[], readonly Arrival[]] {
  const first = arrivals.findIndex(ends);
  return first < 0 ? [arrivals, []] : [arrivals.slice(0, first), arrivals.slice(first)];
}
