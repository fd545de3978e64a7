/** A table with a row for each analyte and moments as columns, or a row for each moment and analytes as columns. */

import { unitInRange } from '../../units/read.ts';
import { rowAt } from '../cells.ts';
import { BESIDE_VALUE, momentOfHead, nameAndUnit, roleOfName } from '../columns.ts';
import { statusOf } from '../status.ts';
import type { ColumnRole } from '../types.ts';
import { warning } from '../warnings.ts';
import { NO_RANGE, rangeOfRow, readCell } from './value.ts';
import { columnsOf, eachRow, joined, type Table, type Walk } from './walk.ts';
import { readWordsRow } from './words.ts';

export function walkMoments(walk: Walk, table: Table): void {
  const { layout, roles } = table;
  const { cell, values, beside } = columnsOf(roles);
  const moments = layout.header.map(head => momentOfHead(head) || head.trim());
  eachRow(walk, table, number => {
    const row = rowAt(table.cells, number);
    const stated = cell(row, 'analyte');
    const { name, unit } = stated === '' ? { name: '', unit: '' } : walk.nameOf(stated);
    if (values.every(column => (row[column] ?? '').trim() === '')) return readWordsRow(walk, number, row, name);
    const comment = cell(row, 'comment');
    if (comment !== '') walk.warnings.push(warning('comment', walk.placeOf(number), comment, name));
    const loinc = cell(row, 'loinc');
    let stands = '';
    let range = NO_RANGE;
    for (const column of values) {
      const printed = row[column] ?? '';
      if (printed.trim() === '') continue;
      const [low, high, both] = [beside(row, 'low', column), beside(row, 'high', column), beside(row, 'range', column)];
      const ends = `${low}\0${high}\0${both}`;
      if (ends !== stands) range = rangeOfRow(walk, number, low, high, both, name);
      stands = ends;
      readCell(walk, {
        row: number,
        quantity: null,
        analyte: name,
        unit: beside(row, 'unit', column) || unit || unitInRange(both),
        range,
        flag: beside(row, 'flag', column),
        status: statusOf(beside(row, 'status', column)),
        loinc: /^\d{1,6}-\d$/.test(loinc) ? loinc : '',
        specimen: cell(row, 'specimen'),
        printed,
        moment: moments[column] ?? '',
      });
    }
  });
}

/** What columns beside one value say of it. */
function ownOf(walk: Walk, row: number, analyte: string, read: (role: ColumnRole) => string) {
  const range = rangeOfRow(walk, row, read('low'), read('high'), read('range'), analyte);
  return {
    unit: read('unit'),
    range: range === NO_RANGE ? null : range,
    flag: read('flag'),
    status: statusOf(read('status')),
  };
}

export function walkAnalytes(walk: Walk, table: Table): void {
  const { layout, roles } = table;
  const { cell, values, beside } = columnsOf(roles);
  const hasOwn = BESIDE_VALUE.some(role => roles.includes(role));
  const heads = layout.header.map((head, index) => {
    const { name, unit } = nameAndUnit(head);
    return { name, unit: (layout.units[index] ?? '').trim().replace(/^[([]|[)\]]$/g, '') || unit };
  });
  const rangeAt = (column: number, row: number) =>
    rangeOfRow(
      walk,
      row,
      (layout.lows[column] ?? '').trim(),
      (layout.highs[column] ?? '').trim(),
      (layout.ranges[column] ?? '').trim(),
      heads[column]?.name ?? '',
    );
  const ranges = layout.header.map((_, column) => rangeAt(column, layout.first - 1));
  eachRow(walk, table, number => {
    const row = rowAt(table.cells, number);
    const label = (row[0] ?? '').trim();
    // Laboratories also print the usual values below the rows of results.
    const said = roleOfName(label);
    if ((said === 'range' || said === 'low' || said === 'high' || said === 'unit') && number > layout.first) {
      walk.warnings.push(warning('row-not-read', walk.placeOf(number), row.filter(Boolean).join(' · ')));
      return;
    }
    if (values.every(column => (row[column] ?? '').trim() === '')) return readWordsRow(walk, number, row, '');
    const moment = joined(cell(row, 'moment'), cell(row, 'time'));
    const patient = cell(row, 'patient');
    if (patient !== '') walk.patients.add(patient);
    if (walk.patient !== undefined && patient !== walk.patient) return;
    if (walk.isSummary(moment)) {
      walk.warnings.push(warning('row-not-read', walk.placeOf(number), row.filter(Boolean).join(' · ')));
      return;
    }
    const comment = cell(row, 'comment');
    if (comment !== '') walk.warnings.push(warning('comment', walk.placeOf(number), comment));
    for (const column of values) {
      const { name, unit } = heads[column] ?? { name: '', unit: '' };
      const printed = row[column] ?? '';
      if (printed === '') continue;
      const own = hasOwn ? ownOf(walk, number, name, role => beside(row, role, column)) : null;
      readCell(walk, {
        row: number,
        quantity: null,
        printed,
        moment,
        loinc: '',
        specimen: '',
        analyte: name,
        unit: own?.unit || unit,
        range: own?.range ?? ranges[column] ?? NO_RANGE,
        flag: own?.flag ?? '',
        status: own?.status ?? null,
      });
    }
  });
}
