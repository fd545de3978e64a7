/** Treatments, events, stays and phases as rows of a table: what each cell shows, what typing into it does. No DOM. */
import type { ClinicalEvent, EventKind, Phase, Stay, Treatment } from '../../../../core/report/course.ts';
import { EVENT_KINDS } from '../../../../core/report/course.ts';
import type { Op } from '../../../../core/report/ops.ts';
import type { Language } from '../../../../core/report/types.ts';
import { momentLike, orderOf, storedMoment } from '../../../../core/timeline/moment.ts';
import { totalOf } from '../../../../core/timeline/treatments/total.ts';
import { doseText, totalText } from '../../../../core/timeline/treatments/words.ts';
import type { Say, WordKey } from '../../../words/index.ts';
import type { Direction, Edit } from '../grid/model.ts';
import { typedMoment } from '../typed.ts';
import { added, blank, changed, type Draft, inOrder, isWhole, type Kind, type Thing, withField } from './changes.ts';
import type { Course } from './drawn.ts';
import { changesText, givenText, momentText, typedChanges, typedDose, typedGiven } from './regimens.ts';

/** Everything that may stand in a row, whatever its kind; of a row that is being made some is missing. */
type Any = Partial<Omit<Treatment, 'id'> & Omit<ClinicalEvent, 'id'> & Omit<Stay, 'id'> & Omit<Phase, 'id'>> & {
  readonly id: string;
};

type Field =
  | 'name'
  | 'label'
  | 'kind'
  | 'dose'
  | 'route'
  | 'frequency'
  | 'start'
  | 'stop'
  | 'at'
  | 'note'
  | 'changes'
  | 'given'
  | 'total'
  | 'days';

export interface Column {
  readonly field: Field;
  readonly head: WordKey<'course'>;
}

/** The columns of each kind; the first names the row. */
export const COLUMNS: Readonly<Record<Kind, readonly Column[]>> = {
  treatment: [
    { field: 'name', head: 'name' },
    { field: 'dose', head: 'amount' },
    { field: 'route', head: 'route' },
    { field: 'frequency', head: 'frequency' },
    { field: 'start', head: 'start' },
    { field: 'stop', head: 'stop' },
    { field: 'changes', head: 'changes' },
    { field: 'given', head: 'given' },
    { field: 'total', head: 'sum' },
    { field: 'note', head: 'note' },
  ],
  event: [
    { field: 'label', head: 'label' },
    { field: 'kind', head: 'kind' },
    { field: 'at', head: 'at' },
    { field: 'note', head: 'note' },
  ],
  stay: [
    { field: 'label', head: 'ward' },
    { field: 'start', head: 'start' },
    { field: 'stop', head: 'stop' },
    { field: 'days', head: 'daysLong' },
  ],
  phase: [
    { field: 'name', head: 'name' },
    { field: 'start', head: 'start' },
    { field: 'stop', head: 'stop' },
    { field: 'days', head: 'daysLong' },
  ],
};

/** Fields that are reckoned, not typed. */
const RECKONED: readonly Field[] = ['total', 'days'];
const MOMENTS = ['start', 'stop', 'at'] as const;
const isMoment = (field: Field): field is (typeof MOMENTS)[number] => (MOMENTS as readonly Field[]).includes(field);

export interface ThingTable {
  readonly of: Kind;
  readonly things: readonly Thing[];
  /** What has been typed into the last row, which is no thing until it has a name and its first day. */
  readonly draft: Draft<Thing>;
  readonly course: Course;
  readonly language: Language;
  readonly say: Say<'course'>;
}

function rowOf({ things, draft }: ThingTable, row: number): Any | undefined {
  return (row === things.length ? draft : things[row]) as Any | undefined;
}

/** What a cell shows. */
export function thingText(table: ThingTable, row: number, column: number): string {
  const thing = rowOf(table, row);
  const field = COLUMNS[table.of][column]?.field;
  if (!thing || !field) return '';
  const { course, language, say } = table;
  if (isMoment(field)) return momentText(thing[field], course.time, language);
  switch (field) {
    case 'dose':
      return thing.dose ? doseText(thing.dose, language) : '';
    case 'changes':
      return changesText(thing.changes ?? [], { time: course.time, language });
    case 'given':
      return givenText(thing.given ?? [], { time: course.time, language });
    case 'kind':
      return thing.kind ? say(`kind_${thing.kind}`) : '';
    case 'total':
      return row < table.things.length
        ? totalText(totalOf(thing as Treatment, course.time, { patient: course.patient }), language)
        : '';
    case 'days':
      return thing.start && thing.stop
        ? String(Math.floor(orderOf(thing.stop, course.time)) - Math.floor(orderOf(thing.start, course.time)) + 1)
        : '';
    default:
      return thing[field] ?? '';
  }
}

export function isOpenCell({ of, things }: ThingTable, row: number, column: number): boolean {
  const field = COLUMNS[of][column]?.field;
  return row >= 0 && row <= things.length && field !== undefined && !RECKONED.includes(field);
}

function typedKind(text: string, say: Say<'course'>): EventKind | null {
  const wanted = text.trim().toLowerCase();
  return EVENT_KINDS.find(kind => kind === wanted || say(`kind_${kind}`).toLowerCase() === wanted) ?? null;
}

/** The row with a cell as it was typed; null where that was not understood, or cannot be. */
function edited(
  thing: Any,
  field: Field,
  text: string,
  { course: { time }, language, say }: ThingTable,
  freshId: () => string,
): Any | null {
  const typed = text.trim();
  if (isMoment(field)) {
    if (typed === '') return field === 'stop' ? withField(thing, field, undefined) : null;
    const read = typedMoment(typed, language);
    if (!read) return null;
    const at = storedMoment(read, time);
    const like = thing[field] ?? thing.start;
    // A day typed where a date is kept stays a date.
    const next = like && 'date' in like && 'day' in at && time.dayZero ? momentLike(orderOf(at, time), like, time) : at;
    const after = { ...thing, [field]: next };
    return after.start && after.stop && orderOf(after.stop, time) < orderOf(after.start, time) ? null : after;
  }
  switch (field) {
    case 'dose': {
      const dose = typed === '' ? undefined : typedDose(typed);
      return dose === null ? null : withField(thing, 'dose', dose);
    }
    case 'changes': {
      const before = { ...thing, changes: thing.changes ?? [] };
      const changes = typedChanges(typed, before, { time, language }, freshId);
      return 'wrong' in changes ? null : { ...thing, changes };
    }
    case 'given': {
      const given = typedGiven(typed, thing.given ?? [], { time, language });
      return 'wrong' in given ? null : withField(thing, 'given', given.length > 0 ? given : undefined);
    }
    case 'kind': {
      const kind = typedKind(typed, say);
      return kind && { ...thing, kind };
    }
    case 'name':
    case 'label':
      return typed === '' ? null : { ...thing, [field]: typed };
    case 'route':
    case 'frequency':
    case 'note':
      return withField(thing, field, typed === '' ? undefined : typed);
    default:
      return null;
  }
}

/** Ids of the things sorted by a column: moments by time, what has none last, everything else as dictionaries do. */
export function sortedIds(table: ThingTable, column: number, direction: Direction): readonly string[] {
  const field = COLUMNS[table.of][column]?.field;
  const sign = direction === 'ascending' ? 1 : -1;
  const collator = new Intl.Collator(table.language, { numeric: true, sensitivity: 'base' });
  const rows = table.things.map((thing, row) => {
    const at = field && isMoment(field) ? (thing as Any)[field] : undefined;
    return { thing, text: thingText(table, row, column), order: at ? orderOf(at, table.course.time) : null };
  });
  const byTime = (a: number | null, b: number | null) =>
    a === null || b === null ? Number(a === null) - Number(b === null) : sign * (a - b);
  return rows
    .toSorted((a, b) => (field && isMoment(field) ? byTime(a.order, b.order) : sign * collator.compare(a.text, b.text)))
    .map(({ thing }) => thing.id);
}

export interface EditedThings {
  readonly ops: readonly Op[];
  readonly refused: number;
  /** What the last row holds now. */
  readonly draft: Draft<Thing>;
}

/** The ops of some edits. Rows below the last thing become things where they have a name and their first day. */
export function thingOps(table: ThingTable, edits: readonly Edit[], freshId: () => string): EditedThings {
  const { of, things } = table;
  const rows = new Map<number, Any>();
  const before = (row: number): Any =>
    (rows.get(row) ?? (row <= things.length ? rowOf(table, row) : undefined) ?? blank(of, freshId())) as Any;
  let refused = 0;
  // In order of the columns: a last day is read beside its first one.
  for (const { row, column, text } of edits.toSorted((a, b) => a.row - b.row || a.column - b.column)) {
    const field = COLUMNS[of][column]?.field;
    const now = before(row);
    if (field && row < things.length && text === thingText(table, row, column)) continue;
    const next = field && !RECKONED.includes(field) ? edited(now, field, text, table, freshId) : null;
    if (next) rows.set(row, next);
    else if (text.trim() !== '') refused++;
  }
  const ops: Op[] = [];
  let draft = table.draft;
  for (const [row, value] of rows) {
    if (row < things.length) {
      const whole = of === 'treatment' ? inOrder(value as Treatment, table.course.time) : (value as Thing);
      ops.push(changed(of, whole).op);
    } else if (isWhole(of, value as Draft<Thing>)) {
      ops.push(added(of, value as Thing).op);
      if (row === things.length) draft = blank(of, freshId());
    } else if (row === things.length) draft = value as Draft<Thing>;
    else refused++;
  }
  return { ops, refused, draft };
}
