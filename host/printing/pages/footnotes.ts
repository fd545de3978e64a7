/** Footnotes: room kept for them at the foot of the column that marks them, and their lines put there at the end. */

import type { Footnote, LayoutPage, Line, PageWriter } from '../engine/types.ts';
import { textString } from '../file/numbers.ts';
import { element } from '../file/structure.ts';
import { footnoteId } from '../preprocessing.ts';
import { columnLeft, columnWidth } from './columns-of-page.ts';

/** Between the text and the first note; the rule stands in the middle of it. */
const separation = 8;
const ruleLength = 72;

/** The notes at the foot of one column. */
interface Foot {
  readonly page: number;
  readonly left: number;
  readonly notes: Footnote[];
  height: number;
}

export class Footnotes {
  readonly #setNote: (note: Footnote, width: number) => readonly Line[];
  readonly #feet: Foot[] = [];
  /** Marked where no room can be kept: in a table, or in a block that may yet move to the next page. */
  #waiting: Footnote[] = [];

  /** @param setNote breaks a note into lines */
  constructor(setNote: (note: Footnote, width: number) => readonly Line[]) {
    this.#setNote = setNote;
  }

  /** Height that the notes a line marks will take, given that those of `before` come onto the same column. */
  heightFor(line: Line, before: number, writer: PageWriter): number {
    const notes = unplacedNotes(line);
    if (notes.length === 0) return 0;
    const opensFoot = before === 0 && !this.#footOf(writer);
    return notes.reduce((sum, note) => sum + this.#heightOf(note, writer), opensFoot ? separation : 0);
  }

  /** Keeps room for the notes marked in a line that has just been placed. */
  placeMarkedIn(line: Line, writer: PageWriter): void {
    for (const note of unplacedNotes(line)) this.#place(note, writer);
  }

  /** Notes a line marks that are to be placed when the table or block it stands in is done. */
  postponeMarkedIn(line: Line): void {
    for (const note of unplacedNotes(line)) {
      note.isPlaced = true;
      this.#waiting.push(note);
    }
  }

  /** Places what waited, after `makeRoom` when there is too little; it waits on where none can be made. */
  placeWaiting(writer: PageWriter, makeRoom: (() => void) | null): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const note of waiting) {
      const needed = this.#heightOf(note, writer) + (this.#footOf(writer) ? 0 : separation);
      if (needed > writer.context().availableHeight) {
        if (!makeRoom) {
          this.#waiting.push(note);
          continue;
        }
        makeRoom();
      }
      this.#place(note, writer);
    }
  }

  /** Puts the notes onto their pages. */
  flush(pages: readonly LayoutPage[]): void {
    for (const foot of this.#feet) {
      const page = pages[foot.page];
      if (!page) continue;
      let y = page.pageSize.height - page.pageMargins.bottom - foot.height + separation;
      const ruleY = y - separation / 2;
      const x1 = foot.left;
      page.items.push({
        type: 'vector',
        item: { type: 'line', x1, y1: ruleY, x2: x1 + ruleLength, y2: ruleY, lineWidth: 0.5, lineColor: 'black' },
      });
      for (const note of foot.notes) {
        for (const line of note.lines ?? []) {
          line.x = foot.left;
          line.y = y;
          if (note.element) line.mark = { element: note.element, source: note.source };
          y += line.getHeight();
          page.items.push({ type: 'line', item: line });
        }
      }
    }
  }

  #footOf(writer: PageWriter): Foot | undefined {
    const { page } = writer.context();
    const left = columnLeft(writer);
    return this.#feet.find(foot => foot.page === page && foot.left === left);
  }

  #place(note: Footnote, writer: PageWriter): void {
    const context = writer.context();
    const height = this.#heightOf(note, writer);
    note.isPlaced = true;
    note.element = element('Note', null, { ID: textString(footnoteId(note.number ?? 0)) });
    let foot = this.#footOf(writer);
    if (!foot) {
      foot = { page: context.page, left: columnLeft(writer), notes: [], height: separation };
      this.#feet.push(foot);
      context.availableHeight -= separation;
    }
    foot.notes.push(note);
    foot.height += height;
    context.availableHeight -= height;
  }

  #heightOf(note: Footnote, writer: PageWriter): number {
    if (note.height === undefined) {
      note.lines = this.#setNote(note, columnWidth(writer));
      const [first] = note.lines;
      if (first) first.id = footnoteId(note.number ?? 0);
      note.height = note.lines.reduce((sum, line) => sum + line.getHeight(), 0);
    }
    return note.height;
  }
}

function unplacedNotes(line: Line): readonly Footnote[] {
  const notes = new Set<Footnote>();
  const mark = line.setting?.mark;
  const source = mark && 'element' in mark ? mark.source : undefined;
  for (const word of line.inlines) {
    const note = line.runs?.[word._runIndex ?? 0]?._role?.footnote;
    if (!note || note.isPlaced) continue;
    note.source ??= source;
    notes.add(note);
  }
  return [...notes];
}
