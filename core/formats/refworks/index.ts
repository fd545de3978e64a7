/** RefWorks' tagged format: two letters, a space and a value; an entry begins with its type, RT. */
import type { Reference } from '../../report/types.ts';
import { type Draft, type EntryMade, namesWork } from '../item.ts';
import { addField, type Fields, inOrder, writtenFields } from '../rows.ts';
import { readWithSpare, withSpare } from '../spare-rows.ts';
import type { TaggedDialect, TaggedLine } from '../tagged.ts';
import { readTaggedEntries } from '../tagged-entries.ts';
import { type Reading, type ReferenceFormat, throughout } from '../types.ts';
import { ROWS, TAGS } from './fields.ts';

/** "A1 Long,V", and "A1  - Long,V" as some older exports have it; U10 to U15, PMID and PMCID are its longest tags. */
const LINE = /^(PMC?ID|[A-Z][A-Z0-9]|U1[0-5])(?:\s{0,2}-)?(?:\s(.*))?$/;
/** CNKI writes the volume in small letters. */
const SMALL = /^(vo)\s(.*)$/;
/** Tags whose text may go on over lines, and be broken before any word of two capital letters. */
const RUNNING = new Set('AB NO T1 T2 T3 AD OT K1 CL LL SL U1 U2 U3 U4 U5 U6 U7 U8 U9'.split(' '));

/** What stands below an empty line after these is no more of them. */
const SHORT = new Set(['YR', 'FD', 'VO', 'IS', 'SP', 'OP', 'SN', 'DO']);

const dialect: TaggedDialect = {
  tagOf: (line, last) => {
    const found = LINE.exec(line) ?? SMALL.exec(line);
    const tag = (found?.[1] ?? '').toUpperCase();
    const value = found?.[2] ?? '';
    // Some end their entries as RIS does.
    if (TAGS.has(tag) || /^U1\d$/.test(tag) || (tag === 'ER' && value.trim() === '')) return [tag, value];
    // A tag that RefWorks does not name is one all the same where no text was open.
    return found && value !== '' && last !== '' && !RUNNING.has(last) ? [tag, value] : null;
  },
  begins: tag => tag === 'RT',
  joins: ({ tag }, _, afterBlank) =>
    tag === 'RT' || (afterBlank && SHORT.has(tag)) ? null : afterBlank ? '\n\n' : '\n',
};

function fieldsOf(lines: readonly TaggedLine[]): Fields {
  const fields: Fields = new Map();
  for (const { tag, value } of lines) addField(fields, tag, value);
  return fields;
}

/** Where variables stand that RefWorks has no tag for: below the notes. */
const NOTES = 'NO';

/** The entry that RefWorks' fields make; null where they name nothing. */
function refworksEntry(fields: Fields): EntryMade | null {
  const draft: Draft = { type: 'document' };
  const { key, ours, ...made } = readWithSpare(ROWS, NOTES, fields, draft);
  const id = fields.get('ID')?.[0] ?? '';
  return namesWork(draft) || ours ? { key: key || (/^\d+$/.test(id) ? '' : id), draft, ...made } : null;
}

/** Reads every entry from its RT on. What an export says of itself before the first entry is no part of any. */
const refworksReading = (text: string): Reading =>
  readTaggedEntries(text, {
    dialect,
    ids: 'refworks',
    entryOf: lines => refworksEntry(fieldsOf(lines)),
    preamble: true,
  });

export const readRefworks = throughout(refworksReading);

/** Entries in RefWorks' order of tags, a blank line between them. */
export function writeRefworks(references: readonly Reference[]): string {
  return references.map(reference => `${entry(reference)}\n`).join('\n');
}

function entry(reference: Reference): string {
  const fields = writtenFields(ROWS, 'refworks', reference);
  // Nothing else begins an entry.
  if (!fields.has('RT')) fields.set('RT', ['Generic']);
  withSpare({ format: 'refworks', notes: NOTES, read: refworksEntry }, reference, fields);
  const lines = inOrder(fields, TAGS).flatMap(([tag, values]) =>
    // A line that looks like a tag would be one: it is indented, which reading takes off again.
    values.map(value => `${tag} ${value.replace(/\n(?=(?:PMC?ID|[A-Z][A-Z0-9]{1,2})(?:\s|$))/g, '\n ')}`),
  );
  return lines.join('\n');
}

export const refworks: ReferenceFormat = {
  id: 'refworks',
  name: 'RefWorks',
  extensions: ['refworks'],
  recognises: text => /^RT(?: {0,2}-)? [A-Z]/m.test(text) && /^(?:T1|A1|JF|YR|SR|ID)(?: {0,2}-)? \S/m.test(text),
  reading: refworksReading,
  read: readRefworks,
  write: writeRefworks,
};
