/** Variables without a place of their own, among the notes of a format that is a table of rows. */
import type { Reference } from '../report/types.ts';
import { type Draft, type EntryMade, keyFor, referenceOf } from './item.ts';
import { addField, type Fields, type Row, readFields } from './rows.ts';
import { isSpare, spareLines, takeSpare, unsaid } from './spare.ts';

/** What the citation key is called there, as Zotero calls it. */
const KEY = 'citation-key: ';

/** The fields without the lines that may say variables, and those lines. */
function parted(fields: Fields, notes: string): readonly [Fields, readonly string[]] {
  const values = fields.get(notes);
  if (values === undefined || !values.some(value => value.split('\n').some(isSpare))) return [fields, []];
  const spare: string[] = [];
  const others: string[] = [];
  for (const value of values) {
    const lines = value.split('\n');
    const kept = lines.filter(line => !isSpare(line));
    spare.push(...lines.filter(isSpare));
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
): { readonly kept: Record<string, string>; readonly key: string } {
  const [without, spare] = parted(fields, notes);
  const keys = spare.filter(line => line.startsWith(KEY));
  const kept = readFields(rows, without, draft);
  const key = keys[0]?.slice(KEY.length).trim() ?? '';
  if (spare.length === 0) return { kept, key };
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
  return { kept, key };
}

interface Dialect {
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
export function withSpare({ notes, read, lines, label }: Dialect, { id, item }: Reference, fields: Fields): Fields {
  const made = read(fields);
  const said: Readonly<Record<string, unknown>> = made === null ? {} : referenceOf(id, '', made).item;
  const spare = unsaid(item, said).flatMap(variable => spareLines(variable, item[variable], said[variable]));
  const key = made === null ? '' : made.key || keyFor(made.draft);
  // A number after it tells entries of one key apart, and is given again when they are read.
  const numbered = id.startsWith(`${key}-`) && /^-\d+$/.test(id.slice(key.length));
  if (id !== key && !label?.(fields, id) && !numbered) spare.push(KEY + id);
  if (spare.length === 0) return fields;
  if (lines) for (const line of spare) addField(fields, notes, line);
  else fields.set(notes, [[...(fields.get(notes) ?? []), ...spare].join('\n')]);
  return fields;
}
