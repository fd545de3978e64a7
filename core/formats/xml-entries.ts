/** Reading the records of an XML format one after the other: what EndNote's and PubMed's files have in common. */
import { type EntryMade, withIds } from './item.ts';
import { linesKnown } from './lines.ts';
import { type EntryProblem, entryNotRead, entryReadInPart, NAMELESS } from './problems.ts';
import { COUNTED_EVERY, type Counted, type EntriesRead } from './types.ts';
import { type XmlElement, xmlRecords } from './xml.ts';

/**
 * Reads every record with one of these element names. A record that is not well-formed gives what could be read of it, and is
 * reported.
 *
 * @param ids the format that ids and kept fields are named by
 * @param plainer leaves out of a record's text what says nothing, so that there is less to parse
 * @param entryOf the entry of a record; null where it names nothing
 */
export function readXmlEntries(
  text: string,
  names: readonly string[],
  ids: string,
  entryOf: (record: XmlElement) => EntryMade | null,
  counted?: Counted,
  plainer?: (source: string) => string,
): EntriesRead {
  const made: EntryMade[] = [];
  const lines: number[] = [];
  const problems: EntryProblem[] = [];
  for (const { line, source, element, whole } of xmlRecords(text, names, plainer)) {
    const entry = element && entryOf(element);
    if (entry) {
      made.push(entry);
      lines.push(line);
    }
    if (made.length % COUNTED_EVERY === 0) counted?.(made.length);
    if (!entry) problems.push(entryNotRead(line, whole ? NAMELESS : BROKEN, source));
    else if (!whole) problems.push(entryReadInPart(line, BROKEN, source));
  }
  return { references: withIds(ids, made), problems, lineOf: linesKnown(lines) };
}

const BROKEN = { en: 'its XML is broken', fr: 'son XML est défectueux' };
