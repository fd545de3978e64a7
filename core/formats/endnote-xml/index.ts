/** EndNote's XML (RSXML), as EndNote, and many other managers for it, write it. */
import type { Reference } from '../../report/types.ts';
import type { Draft, EntryMade } from '../item.ts';
import { type Fields, readFields, writtenFields } from '../rows.ts';
import type { Counted, EntriesRead, ReferenceFormat } from '../types.ts';
import { readXmlEntries } from '../xml-entries.ts';
import { keyOf, ROWS } from './fields.ts';
import { recordFields, writtenRecord } from './record.ts';

/** The entry that EndNote's fields make; null where they name nothing. */
export function endnoteEntry(fields: Fields): EntryMade | null {
  const draft: Draft = { type: 'document' };
  const kept = readFields(ROWS, fields, draft);
  const named = ['title', 'author', 'editor', 'container-title', 'DOI', 'PMID', 'URL'].some(
    name => draft[name] !== undefined,
  );
  return named ? { key: keyOf(fields), draft, kept } : null;
}

/** Reads every record. A record that is not well-formed gives what could be read of it, and is reported. */
export function readEndnoteXml(text: string, counted?: Counted): EntriesRead {
  return readXmlEntries(text, ['record'], 'endnote-xml', record => endnoteEntry(recordFields(record)), counted);
}

/** One document of all references, styled text as EndNote's style runs. */
export function writeEndnoteXml(references: readonly Reference[]): string {
  const records = references.map(reference => writtenRecord(writtenFields(ROWS, 'endnote-xml', reference)));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<xml><records>\n${records.join('\n')}\n</records></xml>\n`;
}

export const endnoteXml: ReferenceFormat = {
  id: 'endnote-xml',
  name: 'EndNote XML',
  extensions: ['xml'],
  recognises: text =>
    /<records?[\s>]/.test(text) && /<(?:ref-type|contributors|titles|rec-number|source-app)[\s>/]/.test(text),
  read: readEndnoteXml,
  write: writeEndnoteXml,
};
