/** Reading the entries of a format of tagged lines: what MEDLINE, Refer and RefWorks have in common. */
import type { Reference } from '../report/types.ts';
import { type EntryMade, referencesOf } from './item.ts';
import { linesKnown } from './lines.ts';
import { type EntryProblem, entryNotRead, NAMELESS } from './problems.ts';
import { type StrayText, scanTagged, type TaggedDialect, type TaggedLine } from './tagged.ts';
import { RESTS_EVERY, type Reading } from './types.ts';

interface TaggedFormat {
  readonly dialect: TaggedDialect;
  /** The format that ids and kept fields are named by. */
  readonly ids: string;
  /** The entry of some lines; null where they name nothing. */
  readonly entryOf: (lines: readonly TaggedLine[]) => EntryMade | null;
  /** Whether an export says something of itself before its first entry. */
  readonly preamble?: boolean;
}

/** Every entry of a text; what names nothing, and text outside of any entry, is reported with its line. */
export function* readTaggedEntries(text: string, { dialect, ids, entryOf, preamble }: TaggedFormat): Reading {
  const references: Reference[] = [];
  const lines: number[] = [];
  const problems: EntryProblem[] = [];
  const stray: StrayText[] = [];
  const referenceOf = referencesOf(ids);
  let first = Number.POSITIVE_INFINITY;
  for (const entry of scanTagged(text, dialect, stray)) {
    first = Math.min(first, entry.line);
    const read = entryOf(entry.lines);
    if (read) {
      references.push(referenceOf(read));
      lines.push(entry.line);
    } else problems.push(entryNotRead(entry.line, NAMELESS, entry.text));
    if (references.length % RESTS_EVERY === 0) yield references.length;
  }
  const strayed = stray
    .filter(({ line }) => !preamble || line > first)
    .map(({ line, text: said }) => entryNotRead(line, STRAY, said));
  return { references, problems: [...strayed, ...problems].sort((a, b) => a.line - b.line), lineOf: linesKnown(lines) };
}

const STRAY = { en: 'it belongs to no field', fr: 'ce texte n’appartient à aucun champ' };
