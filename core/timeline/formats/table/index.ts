/** A laboratory's table: long, or wide either way. What is ambiguous is asked; what is not understood is said. */
import { isCourseTable } from '../../data/course-heads.ts';
import { rowsOf, textAt, textsFrom } from '../cells.ts';
import { guessColumns } from '../columns.ts';
import { type Grid, HEAD, layoutOf, withoutRules } from '../grid.ts';
import { shapeKey, withRemembered } from '../memory.ts';
import { EVERYBODY, type LabOptions, type RawReading, type Shape, type Step } from '../types.ts';
import { warning } from '../warnings.ts';
import { walkLong } from './long.ts';
import { decidedBy, type Open, openQuestions, unusedColumns } from './open.ts';
import { dateAbove, readersOf } from './reading.ts';
import { columnsOf, type Table, type Walk } from './walk.ts';
import { walkAnalytes, walkMoments } from './wide.ts';

/** Rows of values that columns are guessed from. */
const SAMPLE = 200;

const WALKS: Readonly<Record<Shape, (walk: Walk, table: Table) => void>> = {
  long: walkLong,
  'wide-moments': walkMoments,
  'wide-analytes': walkAnalytes,
};

/** What one table gives. */
export interface TableReading extends RawReading {
  readonly table: NonNullable<RawReading['table']>;
  readonly patients: ReadonlySet<string>;
}

/** Reads a table of cells. */
export function readTable(printed: Grid, given: LabOptions, step: Step = () => undefined): TableReading {
  const cells = withoutRules(printed.cells);
  const grid: Grid = { ...printed, cells };
  const head = rowsOf(cells, 0, HEAD);
  const layout = layoutOf(head);
  const key = shapeKey('table', layout.header);
  const options = withRemembered(given, given.memory?.[key], layout.header);
  const { shape, roles } = guessColumns(layout.header, rowsOf(cells, layout.first, layout.first + SAMPLE), options);
  const { indexOf } = columnsOf(roles);
  const own = shape === 'wide-moments' ? layout.header : textsFrom(cells, indexOf('moment'), layout.first);
  const texts = cells.columns.map((_, column) => textsFrom(cells, column, layout.first));
  const decided = decidedBy(texts, own, layout.above.flat());
  const open: Open = {};
  const readers = readersOf(grid, options, decided, open);
  const above =
    roles.includes('moment') || shape === 'wide-moments'
      ? null
      : dateAbove(layout.above, grid.sheet ?? '', readers.momentOf);
  const { lines } = cells;
  const walk: Walk = {
    ...readers,
    placeOf: grid.sheet === undefined ? row => lines[row] ?? row + 1 : row => `${grid.sheet}!${lines[row] ?? row + 1}`,
    results: [],
    warnings: [],
    step,
    patients: new Set(),
    patient: options.patient === EVERYBODY ? undefined : options.patient,
    fallback: above?.time ?? null,
    specimen: '',
    usedFallback: false,
  };
  if (!isCourseTable(layout.header)) WALKS[shape](walk, { layout, cells, roles });
  return {
    results: walk.results,
    warnings: [
      ...openQuestions(open, options, own, grid, layout, walk),
      ...(walk.usedFallback && above ? [warning('date-from-heading', walk.placeOf(0), above.text)] : []),
      ...walk.warnings,
      ...unusedColumns(layout.header, texts, roles, walk.placeOf(Math.max(layout.first - 1, 0))),
    ],
    ...(options.recalled ? { recalled: options.recalled } : {}),
    shapeKey: key,
    table: {
      shape,
      columns: layout.header.map((name, index) => ({
        name: name.replace(/\s+/g, ' ').trim() || String(index + 1),
        header: name,
        role: roles[index] ?? 'ignore',
        samples: [0, 1, 2].flatMap(row =>
          layout.first + row < cells.count ? [textAt(cells, layout.first + row, index)] : [],
        ),
      })),
    },
    patients: walk.patients,
  };
}
