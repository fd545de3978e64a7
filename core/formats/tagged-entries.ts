/** Reading the entries of a format of tagged lines: what MEDLINE, Refer and RefWorks have in common. */
import { type EntryMade, withIds } from './item.ts';
import { linesKnown } from './lines.ts';
import { type EntryProblem, entryNotRead, NAMELESS } from './problems.ts';
import type { StrayText, TaggedEntry, TaggedLine } from './tagged.ts';
import { COUNTED_EVERY, type Counted, type EntriesRead } from './types.ts';

/**
 * Every entry of a scanned text; what names nothing, and text outside of any entry, is reported with its line.
 *
 * @param ids the format that ids and kept fields are named by
 * @param entryOf the entry of some lines; null where they name nothing
 */
export function readTaggedEntries(
  { entries, stray }: { readonly entries: readonly TaggedEntry[]; readonly stray: readonly StrayText[] },
  ids: string,
  entryOf: (lines: readonly TaggedLine[]) => EntryMade | null,
  counted?: Counted,
): EntriesRead {
  const made: EntryMade[] = [];
  const lines: number[] = [];
  const problems: EntryProblem[] = stray.map(({ line, text }) => entryNotRead(line, STRAY, text));
  for (const entry of entries) {
    const read = entryOf(entry.lines);
    if (read) {
      made.push(read);
      lines.push(entry.line);
    } else problems.push(entryNotRead(entry.line, NAMELESS, entry.text));
    if (made.length % COUNTED_EVERY === 0) counted?.(made.length);
  }
  return {
    references: withIds(ids, made),
    problems: problems.sort((a, b) => a.line - b.line),
    lineOf: linesKnown(lines),
  };
}

const STRAY = { en: 'it belongs to no field', fr: 'ce texte n’appartient à aucun champ' };
