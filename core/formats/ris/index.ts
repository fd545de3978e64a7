/** RIS files. */
import { type EntryMade, withIds } from '../item.ts';
import { lineCounter, linesAt } from '../lines.ts';
import { type EntryProblem, entryNotRead, entryReadInPart } from '../problems.ts';
import { COUNTED_EVERY, type Counted, type EntriesRead, type ReferenceFormat } from '../types.ts';
import { addMore, addTag, type Entry, finish, newEntry } from './read.ts';
import { scanRis } from './scan.ts';
import { writeRis } from './write.ts';

/** What exports say of themselves around entries ("Provider: …", "Content:text/plain"), numbers and rules: nothing of a reference. */
const HEADER = /^(?:[\p{L} ]{1,30}:|[\d.)\]#*=_-]+$|EF\b|(?:end of file|fin de fichier)$)/iu;

/** Reads every entry from its TY to its ER; the end may be missing, and the TY of one that has a title. */
export function readRis(text: string, counted?: Counted): EntriesRead {
  const entries: EntryMade[] = [];
  const places: number[] = [];
  const problems: EntryProblem[] = [];
  const lineOfNext = lineCounter(text);
  const stray: { readonly at: number; readonly text: string }[] = [];
  let entry: Entry | null = null;
  const take = (made: EntryMade, at: number) => {
    entries.push(made);
    places.push(at);
  };
  const close = (at: number) => {
    if (entry === null) return;
    const source = () => text.slice((entry as Entry).at, at).trimEnd();
    const made = finish(entry);
    if (entry.tags === 0)
      problems.push(
        entryNotRead(
          lineOfNext(entry.at),
          { en: 'it holds nothing but its type', fr: 'elle ne contient que son type' },
          source(),
          'references.ris.empty',
        ),
      );
    else if (entry.type !== '') take(made, entry.at);
    else if (made.draft.title === undefined)
      problems.push(
        entryNotRead(
          lineOfNext(entry.at),
          {
            en: 'it has no line “TY  - ” at its start and no title',
            fr: 'il lui manque la ligne «\u00a0TY  -\u00a0» au début, et un titre',
          },
          source(),
          'references.ris.no-type',
        ),
      );
    else {
      take(made, entry.at);
      problems.push(
        entryReadInPart(
          lineOfNext(entry.at),
          { en: 'it does not say of what type it is', fr: 'elle ne dit pas de quel type elle est' },
          source(),
          'references.ris.no-type',
        ),
      );
    }
    entry = null;
    if (entries.length % COUNTED_EVERY === 0) counted?.(entries.length);
  };
  scanRis(text, {
    begin: (type, at) => {
      close(at);
      entry = newEntry(type === '' ? 'GEN' : type, at);
    },
    tag: (first, second, value, at) => {
      // Tags with no TY before them: an entry all the same, reported as such.
      entry ??= newEntry('', at);
      addTag(entry, first, second, value);
    },
    more: (line, at) => {
      if (entry !== null && addMore(entry, line)) return;
      if (!HEADER.test(line)) stray.push({ at, text: line });
    },
    end: close,
  });
  // A text of stray lines alone is no RIS file.
  const lineOfStray = lineCounter(text);
  for (const { at, text: source } of entries.length + problems.length === 0 ? [] : stray)
    problems.push(
      entryNotRead(
        lineOfStray(at),
        { en: 'it belongs to no field', fr: 'ce texte n’appartient à aucun champ' },
        source,
        'references.ris.stray',
      ),
    );
  return {
    references: withIds('ris', entries),
    problems: problems.sort((a, b) => a.line - b.line),
    lineOf: linesAt(places),
  };
}

export const ris: ReferenceFormat = {
  id: 'ris',
  name: 'RIS',
  extensions: ['ris'],
  recognises: text => /^\s{0,3}TY\s{0,3}-(?:\s|$)/m.test(text),
  read: readRis,
  write: writeRis,
};
