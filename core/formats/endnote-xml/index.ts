/** EndNote's XML (RSXML), as EndNote, and many other managers for it, write it. */
import type { Reference } from '../../report/types.ts';
import { type Draft, type EntryMade, namesWork } from '../item.ts';
import { type Fields, writtenFields } from '../rows.ts';
import { readWithSpare, withSpare } from '../spare-rows.ts';
import { type Reading, type ReferenceFormat, throughout } from '../types.ts';
import { readXmlEntries } from '../xml-entries.ts';
import { keyOf, ROWS } from './fields.ts';
import { asWritten, isElement, recordFields, writtenRecord } from './record.ts';
import { unstyled } from './styles.ts';

/** The entry that EndNote's fields make; null where they name nothing. */
export function endnoteEntry(fields: Fields): EntryMade | null {
  const draft: Draft = { type: 'document' };
  const { key, ours, ...made } = readWithSpare(ROWS, NOTES, fields, draft);
  return namesWork(draft) || ours ? { key: key || keyOf(fields), draft, ...made } : null;
}

/** Where variables stand that EndNote has no field for: below the notes. */
export const NOTES = 'notes';

/** The citation key as EndNote's label, where that is read as one. */
export function labelled(fields: Fields, key: string): boolean {
  const before = fields.get('label')?.[0];
  if (before === key && keyOf(fields) === key) return true;
  if (before !== undefined || keyOf(new Map([['label', [key]]])) !== key) return false;
  fields.set('label', [key]);
  return true;
}

/** Reads every record. A record that is not well-formed gives what could be read of it, and is reported. */
const endnoteReading = (text: string): Reading =>
  readXmlEntries(text, {
    names: ['record'],
    ids: 'endnote-xml',
    entryOf: record => endnoteEntry(recordFields(record)),
    plainer: unstyled,
  });

export const readEndnoteXml = throughout(endnoteReading);

const IN_XML = {
  format: 'endnote-xml',
  holds: isElement,
  notes: NOTES,
  read: (fields: Fields) => endnoteEntry(asWritten(fields)),
  label: labelled,
};

/** One document of all references, styled text as EndNote's style runs. */
export function writeEndnoteXml(references: readonly Reference[]): string {
  const records = references.map(reference =>
    writtenRecord(withSpare(IN_XML, reference, writtenFields(ROWS, 'endnote-xml', reference, isElement))),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<xml><records>\n${records.join('\n')}\n</records></xml>\n`;
}

export const endnoteXml: ReferenceFormat = {
  id: 'endnote-xml',
  name: 'EndNote XML',
  extensions: ['xml'],
  recognises: text =>
    /<records?[\s>]/.test(text) && /<(?:ref-type|contributors|titles|rec-number|source-app)[\s>/]/.test(text),
  reading: endnoteReading,
  read: readEndnoteXml,
  write: writeEndnoteXml,
};
