/** What a comparison has found so far: changes numbered in the order of the file, and the rooms of the report they are made in. */
import type { Words } from '../outcome.ts';
import type { PartKey } from '../report/document.ts';
import type { CaseReport } from '../report/types.ts';
import { Elements } from './elements.ts';
import { byHand, type Hand, type ReturnedDocument } from './returned.ts';
import type { Bringing, Change, Group, Hunk, PanelRemoval, Picture, Place, Reshaping, Room } from './review.ts';

/** Rooms while they are found: by part and place of their first block. */
export interface OpenRoom {
  readonly part: PartKey;
  readonly at: number;
  readonly count: number;
  readonly groups: Group[];
  readonly tail: (Hunk | Bringing)[];
  readonly panels: PanelRemoval[];
  removal?: string;
  reshaping?: Reshaping;
}

/** The words around a change that stands in no text. */
export const NOWHERE: Change['around'] = { before: '', after: '' };

export class Findings {
  readonly changes: Change[] = [];
  readonly elements: Elements;
  /** Pictures that co-authors added, by the change that brings them. */
  readonly pictures: Record<string, Picture> = {};
  private readonly open: OpenRoom[] = [];
  private readonly report: CaseReport;

  constructor(report: CaseReport, returned: ReturnedDocument) {
    this.report = report;
    this.elements = new Elements(report, returned);
  }

  /** The id that the next change will have. */
  nextId(): string {
    return String(this.changes.length + 1);
  }

  /** Gives the change its id, and that id back. */
  add(change: Omit<Change, 'id'>): string {
    const id = this.nextId();
    this.changes.push({ id, ...change });
    return id;
  }

  /** A change that can only be read. */
  note(place: Place, before: string, after: string, why: Words, hand?: Hand): void {
    this.add({ kind: 'note', place, before, after, around: NOWHERE, why, ...byHand(hand) });
  }

  /** The room of `count` blocks of a part from `at`: the one that is open already, or a new one. */
  room(part: PartKey, at: number, count: number): OpenRoom {
    const known = this.open.find(room => room.part === part && room.at === at && room.count === count);
    if (known) return known;
    const room: OpenRoom = { part, at, count, groups: [], tail: [], panels: [] };
    this.open.push(room);
    return room;
  }

  /** The rooms with their blocks, in the order in which they were opened. */
  rooms(): readonly Room[] {
    return this.open.map(({ part, at, count, groups, tail, panels, removal, reshaping }): Room => {
      const blocks = this.report.parts.find(({ key }) => key === part)?.children.slice(at, at + count) ?? [];
      return {
        part,
        at,
        blocks,
        groups,
        tail,
        ...(panels.length === 0 ? {} : { panels }),
        ...(removal === undefined ? {} : { removal }),
        ...(reshaping === undefined ? {} : { reshaping }),
      };
    });
  }
}
