/** Variables without a place of their own, among the notes of a format that is a table of rows. */
import type { Reference } from '../report/types.ts';
import { foreignFields } from './foreign/fields.ts';
import { foreignLines, foreignOf, isForeign } from './foreign/lines.ts';
import { placeIn, serialsIn, wouldMislead } from './foreign/places.ts';
import { type Draft, type EntryMade, keyFor, referenceOf } from './item.ts';
import { addField, type Fields, type Row, readFields } from './rows.ts';
import { isSpare, spareLines, takeSpare, unsaid } from './spare.ts';

/** What the citation key is called there, as Zotero calls it. */
const KEY = 'citation-key: ';

const isOurs = (line: string) => isSpare(line) || isForeign(line);

/** The fields without the lines that may say variables, and those lines. */
function parted(fields: Fields, notes: string): readonly [Fields, readonly string[]] {
  const values = fields.get(notes);
  if (values === undefined || !values.some(value => value.split('\n').some(isOurs))) return [fields, []];
  const spare: string[] = [];
  const others: string[] = [];
  for (const value of values) {
    const lines = value.split('\n');
    const kept = lines.filter(line => !isOurs(line));
    spare.push(...lines.filter(isOurs));
    if (kept.some(line => line.trim() !== '')) others.push(kept.join('\n').trimEnd());
  }
  const without = new Map(fields);
  if (others.length === 0) without.delete(notes);
  else without.set(notes, others);
  return [without, spare];
}

/** Reads an entry's fields, and the variables that stand among its notes; what is none of them stays a note. */
export function readWithSpare(
  rows: readonly Row[],
  notes: string,
  fields: Fields,
  draft: Draft,
): {
  readonly kept: Record<string, string>;
  readonly key: string;
  /** Whether lines said variables, as only a writer of ours makes them of an entry that names nothing else. */
  readonly ours: boolean;
  readonly foreign?: Readonly<Record<string, string>>;
} {
  const [without, marked] = parted(fields, notes);
  const spare = marked.filter(line => !isForeign(line));
  const keys = spare.filter(line => line.startsWith(KEY));
  const kept = readFields(rows, without, draft);
  const key = keys[0]?.slice(KEY.length).trim() ?? '';
  const read = spare.length === marked.length ? { kept, key } : { kept, key, foreign: foreignOf(marked) };
  if (spare.length === 0) return { ...read, ours: false };
  const left = takeSpare(
    draft,
    spare.filter(line => !keys.includes(line)),
  );
  if (left.length > 0) {
    const text = [...(without.get(notes) ?? []), ...left].join('\n');
    // A line may say the whole note, with a line in it that looks like a variable.
    const note = draft.note === undefined ? [] : [String(draft.note)];
    draft.note = [...note, ...left.filter(line => !note[0]?.includes(line))].join('\n');
    kept[notes] = text;
  }
  return { ...read, ours: spare.length > keys.length + left.length };
}

interface Dialect {
  /** That its kept fields are named by. */
  readonly format: string;
  /** Whether it has a place for a field of that name. */
  readonly holds?: (field: string) => boolean;
  /** Puts a field of other formats that it calls otherwise, where that needs more than its name. */
  readonly put?: (fields: Fields, name: string, value: string) => void;
  /** The field of the notes. */
  readonly notes: string;
  /** What the fields are read as once they are written. */
  readonly read: (fields: Fields) => EntryMade | null;
  /** Whether each line of the notes is a field of its own. */
  readonly lines?: boolean;
  /** Puts the citation key into a field of its own, and says whether it could. */
  readonly label?: (fields: Fields, key: string) => boolean;
}

/** The fields of a reference, with what they would not give back by themselves among the notes. */
export function withSpare(dialect: Dialect, reference: Reference, fields: Fields): Fields {
  const { notes, read, lines, label } = dialect;
  const { id, item } = reference;
  const others = foreignIn(dialect, reference, fields);
  const made = read(fields);
  const said: Readonly<Record<string, unknown>> = made === null ? {} : referenceOf(id, '', made).item;
  const spare = unsaid(item, said).flatMap(variable => spareLines(variable, item[variable], said[variable]));
  const key = made === null ? '' : made.key || keyFor(made.draft);
  // A number after it tells entries of one key apart, and is given again when they are read.
  const numbered = id.startsWith(`${key}-`) && /^-\d+$/.test(id.slice(key.length));
  if (id !== key && !numbered && !label?.(fields, id)) spare.push(KEY + id);
  spare.push(...others);
  if (spare.length === 0) return fields;
  if (lines) for (const line of spare) addField(fields, notes, line);
  else fields.set(notes, [[...(fields.get(notes) ?? []), ...spare].join('\n')]);
  return fields;
}

/** Puts what other formats had into fields that mean the same, and gives the lines that say the rest of it. */
function foreignIn({ format, holds, put, lines }: Dialect, reference: Reference, fields: Fields): readonly string[] {
  return foreignFields(reference, format, holds).flatMap(field => {
    const serials = serialsIn(format, field.values, reference.item);
    if (serials !== undefined) {
      const before = fields.get(serials) ?? [];
      // Of EndNote's and RefWorks' one field each is a line.
      fields.set(serials, lines ? [...before, ...field.values] : [[...before, ...field.values].join('\n')]);
      return [];
    }
    const place = placeIn(format, field.format, field.name);
    const value = field.values.join('\n');
    if (place === undefined || fields.has(place) || wouldMislead(place, value, reference.item.type))
      return foreignLines(field);
    if (put) put(fields, place, value);
    else addField(fields, place, value);
    return [];
  });
}
