/** PubMed's XML, as E-utilities and "Save citations" give it: articles and books, one document or several in one file. */
import type { EntryMade } from '../item.ts';
import { withoutMarkup } from '../markup.ts';
import { medlineEntry } from '../nbib/index.ts';
import { type Reading, type ReferenceFormat, throughout } from '../types.ts';
import { childOf, type XmlElement } from '../xml.ts';
import { readXmlEntries } from '../xml-entries.ts';
import { articleFields, bookFields } from './fields.ts';

/** Texts that the item says with its markup: MEDLINE's plain ones are made of them when they are written. */
const SAID_BY_ITEM = ['TI', 'BTI', 'AB'];

function entryOf(record: XmlElement): EntryMade | null {
  const citation = record.name === 'MedlineCitation' ? record : childOf(record, 'MedlineCitation');
  const book = childOf(record, 'BookDocument');
  const fields = citation
    ? articleFields(citation, childOf(record, 'PubmedData'))
    : book
      ? bookFields(book, childOf(record, 'PubmedBookData'))
      : null;
  const made = fields && medlineEntry(fields);
  if (!made) return null;
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(made.kept))
    if (!SAID_BY_ITEM.includes(name)) kept[name] = withoutMarkup(value);
  return { ...made, kept };
}

/** Reads every record. A record that is not well-formed gives what could be read of it, and is reported. */
function pubmedReading(text: string): Reading {
  const names = /<Pubmed(?:Book)?Article[\s>]/.test(text)
    ? ['PubmedArticle', 'PubmedBookArticle']
    : ['MedlineCitation'];
  // Kept as nbib's: what a record has beside its item is the same in both formats, and nbib can be written.
  return readXmlEntries(text, { names, ids: 'nbib', entryOf });
}

export const readPubmedXml = throughout(pubmedReading);

export const pubmedXml: ReferenceFormat = {
  id: 'pubmed-xml',
  name: 'PubMed XML',
  extensions: ['xml'],
  recognises: text => /<(?:PubmedArticleSet|PubmedArticle|PubmedBookArticle|MedlineCitation(?:Set)?)[\s>]/.test(text),
  reading: pubmedReading,
  read: readPubmedXml,
};
