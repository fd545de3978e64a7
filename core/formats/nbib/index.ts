/** PubMed's nbib, the MEDLINE format: tagged lines of four letters, a blank line between records. */
import type { Reference } from '../../report/types.ts';
import type { EntryMade } from '../item.ts';
import { addField, type Fields, inOrder, writtenFields } from '../rows.ts';
import { readWithSpare, withSpare } from '../spare-rows.ts';
import { readTaggedEntries } from '../tagged-entries.ts';
import { type Reading, type ReferenceFormat, throughout } from '../types.ts';
import { blankDraft, citationHolds, ROWS } from './fields.ts';
import { hasPeople } from './people.ts';
import { medlineFields, medlineLine, medlineLines, ORDER } from './tags.ts';

/** A citation that never was made of the record's other fields, and so does not go when they change. */
const OWN_CITATION = 'SO as printed';

/** The entry that the fields of a MEDLINE record make; null where they name nothing that could be found again. */
export function medlineEntry(fields: Fields): EntryMade | null {
  const draft = blankDraft();
  const { kept, key, ours, foreign } = readWithSpare(ROWS, NOTES, fields, draft);
  if (kept.SO !== undefined && !citationHolds(kept.SO, draft)) {
    kept[OWN_CITATION] = kept.SO;
    delete kept.SO;
  }
  const named = ['title', 'PMID', 'DOI', 'PMCID', 'container-title', 'abstract'].some(
    name => draft[name] !== undefined,
  );
  if (!named && !hasPeople(draft) && !ours) return null;
  return {
    key: key || (draft.title === undefined && draft.PMID !== undefined ? `pmid${draft.PMID}` : ''),
    draft,
    kept,
    ...(foreign && { foreign }),
  };
}

/** Where variables stand that MEDLINE has no field for: a general note. */
const NOTES = 'GN';

/** Reads every record; what names nothing, and text outside of any record, is reported with its line. */
const nbibReading = (text: string): Reading =>
  readTaggedEntries(text, {
    dialect: medlineLines,
    ids: 'nbib',
    entryOf: lines => medlineEntry(medlineFields(lines)),
  });

export const readNbib = throughout(nbibReading);

/** Where PubMed breaks its lines. */
const WIDTH = 88;

/** Breaks at single spaces only, so that joining the lines by a space gives the same text. */
function wrapped(line: string): string {
  if (line.length <= WIDTH) return line;
  const lines: string[] = [];
  let rest = line;
  let room = WIDTH;
  while (rest.length > room) {
    let at = rest.lastIndexOf(' ', room);
    while (at > 6 && (rest[at - 1] === ' ' || rest[at + 1] === ' ')) at = rest.lastIndexOf(' ', at - 1);
    if (at <= 6) break;
    lines.push(rest.slice(0, at));
    rest = rest.slice(at + 1);
    room = WIDTH - 6;
  }
  return [...lines, rest].join('\n      ');
}

/** Records in PubMed's order of fields. */
export function writeNbib(references: readonly Reference[]): string {
  return references.map(reference => `${record(reference)}\n`).join('\n');
}

const PEOPLE: ReadonlySet<string> = new Set(['FAU', 'FED', 'FIR']);

const onOneLine = (value: string) => (value.includes('\n') ? value.replace(/\s*\n\s*/g, ' ') : value);

/** The lines of a record; those of people carry their own tags. */
function* linesOf(fields: Fields): Generator<string> {
  for (const [name, values] of inOrder(fields, ORDER))
    for (const value of values) yield PEOPLE.has(name) ? onOneLine(value) : medlineLine(name, onOneLine(value));
}

/** What these fields are read as from their lines. */
function readAgain(fields: Fields): EntryMade | null {
  let lines: Fields | null = null;
  for (const [name, values] of fields)
    if (values.some(value => value.includes('\n'))) {
      lines ??= new Map(fields);
      lines.set(name, values.map(onOneLine));
    }
  return medlineEntry(lines ?? fields);
}

/** Whether a record has a line for a field; affiliations and identifiers belong to the person above them. */
const isTag = (name: string): boolean => name === OWN_CITATION || /^(?!AD$|AUID$)[A-Z][A-Z0-9]{1,3}$/.test(name);

/** An affiliation stands below the last author. */
const put = (fields: Fields, name: string, value: string): void =>
  addField(fields, name === 'AD' ? 'FAU' : name, name === 'AD' ? medlineLine(name, onOneLine(value)) : value);

const IN_RECORDS = { format: 'nbib', holds: isTag, put, notes: NOTES, read: readAgain, lines: true };

function record(reference: Reference): string {
  const fields = withSpare(IN_RECORDS, reference, writtenFields(ROWS, 'nbib', reference, isTag));
  const citation = fields.get('SO')?.[0];
  if (citation !== undefined && !citationHolds(citation, reference.item)) fields.delete('SO');
  const own = fields.get(OWN_CITATION);
  if (own && fields.delete(OWN_CITATION)) fields.set('SO', own);
  return Array.from(linesOf(fields), wrapped).join('\n');
}

export const nbib: ReferenceFormat = {
  id: 'nbib',
  name: 'PubMed (nbib)',
  extensions: ['nbib', 'medline'],
  recognises: text => /^PMID ?- ?\d/m.test(text) || /^(?:OWN |STAT|FAU |DCOM|JT {2}|PHST|PMC |PMCR)- /m.test(text),
  reading: nbibReading,
  read: readNbib,
  write: writeNbib,
};
