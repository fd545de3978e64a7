/** Reading the records of an XML format one after the other: what EndNote's and PubMed's files have in common. */
import type { Reference } from '../report/types.ts';
import { type EntryMade, referencesOf } from './item.ts';
import { linesKnown } from './lines.ts';
import { type EntryProblem, entryNotRead, entryReadInPart, NAMELESS } from './problems.ts';
import { RESTS_EVERY, type Reading } from './types.ts';
import { type XmlElement, xmlRecords } from './xml.ts';

interface XmlFormat {
  /** Those of the elements that are records. */
  readonly names: readonly string[];
  /** The format that ids and kept fields are named by. */
  readonly ids: string;
  /** The entry of a record; null where it names nothing. */
  readonly entryOf: (record: XmlElement) => EntryMade | null;
  /** Leaves out of a record's text what says nothing, so that there is less to parse. */
  readonly plainer?: (source: string) => string;
}

/**
 * Reads every record. A record that is not well-formed gives what could be read of it, and is reported.
 */
export function* readXmlEntries(text: string, { names, ids, entryOf, plainer }: XmlFormat): Reading {
  const references: Reference[] = [];
  const lines: number[] = [];
  const problems: EntryProblem[] = [];
  const referenceOf = referencesOf(ids);
  for (const { line, source, element, whole } of xmlRecords(text, names, plainer)) {
    const entry = element && entryOf(element);
    if (entry) {
      references.push(referenceOf(entry));
      lines.push(line);
    }
    if (!entry) problems.push(entryNotRead(line, whole ? NAMELESS : BROKEN, source));
    else if (!whole) problems.push(entryReadInPart(line, BROKEN, source));
    if (references.length % RESTS_EVERY === 0) yield references.length;
  }
  return { references, problems, lineOf: linesKnown(lines) };
}

const BROKEN = { en: 'its XML is broken', fr: 'son XML est défectueux' };
