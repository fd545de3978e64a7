/**
 * A format as a table of rows, each saying how some fields of a file are read into CSL variables and written again.
 * Reading and writing stand side by side, so that what a writer would not give back by itself is found out while reading
 * and kept: a file read and written again has every field it had.
 */
import type { CslItem } from '../references/csl.ts';
import type { Reference } from '../report/types.ts';
import { type Draft, keptFor, take } from './item.ts';

/** The fields of one entry, by their names in the file, each with its values in order; none is empty. */
export type Fields = Map<string, string[]>;

export type Put = (field: string, value: string | undefined) => void;

export interface Row {
  /** Fields this row alone speaks for. */
  readonly fields: readonly string[];
  /** The variables they say. */
  readonly variables: readonly string[];
  readonly read: (fields: Fields, draft: Draft) => void;
  /** `kept` are the fields as the entry's file had them, for a row that uses parts of them again. */
  readonly write: (item: CslItem, put: Put, kept: Fields) => void;
}

/** Adds a value to a field; an empty one is none. */
export function addField(fields: Fields, name: string, value: string): void {
  if (value === '') return;
  const values = fields.get(name);
  if (values) values.push(value);
  else fields.set(name, [value]);
}

/** A row of one variable, said by the first of `fields` that is there and written as the first of them. */
export function text(
  variable: string,
  fields: string | readonly string[],
  read: (value: string) => unknown = value => value,
  write: (value: string, item: CslItem) => string = value => value,
): Row {
  const names = [fields].flat() as readonly string[];
  const [own] = names as [string];
  return {
    fields: names,
    variables: [variable],
    read: (entry, draft) => {
      for (const name of names)
        for (const value of entry.get(name) ?? []) if (take(draft, variable, read(value))) return;
    },
    write: (item, put) => {
      const value = item[variable];
      if (typeof value === 'string' || typeof value === 'number') put(own, write(String(value), item));
    },
  };
}

const EMPTY: Fields = new Map();

function written(row: Row, item: CslItem, kept: Fields): Fields {
  const fields: Fields = new Map();
  row.write(item, (name, value) => addField(fields, name, value ?? ''), kept);
  return fields;
}

const equalLists = (a: readonly string[] = [], b: readonly string[] = []) =>
  a.length === b.length && a.every((value, index) => value === b[index]);

/** Values of one field as one text: a line each, further lines of a value begun with a tab. */
const joined = (values: readonly string[]) => values.map(value => value.replace(/\n/g, '\n\t')).join('\n');
/** The values of such a text. */
export const parted = (value: string): string[] => value.split(/\n(?!\t)/).map(each => each.replace(/\n\t/g, '\n'));

const owners = new WeakMap<readonly Row[], ReadonlySet<string>>();

/** The fields that rows speak for. */
function ownedBy(rows: readonly Row[]): ReadonlySet<string> {
  const before = owners.get(rows);
  if (before !== undefined) return before;
  const owned = new Set(rows.flatMap(({ fields }) => fields));
  owners.set(rows, owned);
  return owned;
}

/** Reads an entry's fields into the draft, and gives the fields that {@link writtenFields} needs beside the item. */
export function readFields(rows: readonly Row[], fields: Fields, draft: Draft): Record<string, string> {
  for (const row of rows) row.read(fields, draft);
  const kept: Record<string, string> = {};
  for (const row of rows) {
    const isThere = row.fields.some(name => fields.has(name));
    // Nothing to read and nothing that could be written.
    if (!isThere && row.variables.every(variable => draft[variable] === undefined)) continue;
    const again = written(row, draft as unknown as CslItem, EMPTY);
    const same = row.fields.every(name => equalLists(fields.get(name), again.get(name)));
    for (const name of row.fields) {
      const values = fields.get(name);
      if (!same && values) kept[name] = joined(values);
    }
    // What the row would write although the file has none of it is kept as nothing, so that nothing is added.
    const [first] = row.fields;
    if (!same && first !== undefined && !isThere) kept[first] = '';
  }
  const owned = ownedBy(rows);
  for (const [name, values] of fields) if (!owned.has(name)) kept[name] = joined(values);
  return kept;
}

/** Whether two values of a variable say the same, whatever the order of their keys. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every(key => same((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  );
}

/**
 * A reference's fields in a format. A row is given back as its file had it while that still says what the item says;
 * a row whose variables were changed since is written anew, as is one of which the file has fields that the format `holds` not.
 */
export function writtenFields(
  rows: readonly Row[],
  format: string,
  reference: Reference,
  holds: (field: string) => boolean = () => true,
): Fields {
  const { item } = reference;
  const kept: Fields = new Map();
  for (const [name, value] of keptFor(reference, format)) if (holds(name)) kept.set(name, parted(value));
  const isKept = (row: Row) => row.fields.some(name => kept.has(name));
  const fields: Fields = new Map();
  for (const [name, values] of kept) for (const value of values) addField(fields, name, value);
  for (const row of rows)
    if (!isKept(row)) for (const [name, values] of written(row, item, kept)) fields.set(name, values);
  const rowsKept = rows.filter(isKept);
  if (rowsKept.length === 0) return fields;
  const said: Draft = { type: '' };
  for (const row of rows) row.read(fields, said);
  for (const row of rowsKept) {
    if (row.variables.every(variable => same(said[variable], item[variable]))) continue;
    for (const name of row.fields) fields.delete(name);
    for (const [name, values] of written(row, item, kept)) fields.set(name, values);
  }
  return fields;
}

/** Fields in the order a format gives them, those it does not name last. */
export function inOrder(
  fields: Fields,
  order: ReadonlySet<string>,
): readonly (readonly [name: string, values: readonly string[]])[] {
  const listed: (readonly [string, readonly string[]])[] = [];
  for (const name of order) {
    const values = fields.get(name);
    if (values) listed.push([name, values]);
  }
  for (const [name, values] of fields) if (!order.has(name)) listed.push([name, values]);
  return listed;
}
