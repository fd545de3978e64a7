/** RIS files. */
import type { Reference } from '../../report/types.ts';
import { referencesOf } from '../item.ts';
import { lineCounter, linesAt } from '../lines.ts';
import { type EntryProblem, entryNotRead, entryReadInPart } from '../problems.ts';
import { RESTS_EVERY, type Reading, type ReferenceFormat, throughout } from '../types.ts';
import { addMore, addTag, type Entry, newEntry } from './entry.ts';
import { finish } from './read.ts';
import { scanRis } from './scan.ts';
import { writeRis } from './write.ts';

/** What exports say of themselves around entries ("Provider: …", "Record #1 of 20"), numbers and rules: nothing of a reference. */
const HEADER =
  /^(?:[\p{L} ]{1,30}:|(?:record|citation|result) #?\d+(?: of \d+)?$|```\w*$|[\d.)\]#*=_-]+$|EF\b|(?:end of file|fin de fichier)$)/iu;

const NO_TYPE = { en: 'it does not say of what type it is', fr: 'elle ne dit pas de quel type elle est' };
const NOTHING_ELSE = { en: 'it holds nothing but its type', fr: 'elle ne contient que son type' };
const NO_START = {
  en: 'it has no line “TY  - ” at its start and no title',
  fr: 'il lui manque la ligne «\u00a0TY  -\u00a0» au début, et un titre',
};
const STRAY = { en: 'it belongs to no field', fr: 'ce texte n’appartient à aucun champ' };

const CUT = {
  en: 'the file ends in it, without its line “ER  - ”: it may be cut short',
  fr: 'le fichier s’arrête au milieu, sans sa ligne «\u00a0ER  -\u00a0»\u00a0: elle peut être tronquée',
};

/** Reads every entry from its TY to its ER; the end may be missing, and the TY of one that has a title. */
function* risReading(text: string): Reading {
  const references: Reference[] = [];
  const places: number[] = [];
  const problems: EntryProblem[] = [];
  const lineOfNext = lineCounter(text);
  const stray: { readonly at: number; readonly text: string }[] = [];
  const referenceOf = referencesOf('ris');
  const next = scanRis(text);
  let entry: Entry | null = null;
  let ends = 0;
  const close = (closed: Entry, at: number) => {
    const made = finish(closed);
    const source = () => text.slice(closed.at, at).trimEnd();
    const { type, tags } = closed;
    if (tags === 0) problems.push(entryNotRead(lineOfNext(closed.at), NOTHING_ELSE, source(), 'references.ris.empty'));
    else if (type === '' && made.draft.title === undefined)
      problems.push(entryNotRead(lineOfNext(closed.at), NO_START, source(), 'references.ris.no-type'));
    else {
      references.push(referenceOf(made));
      places.push(closed.at);
      if (type === '')
        problems.push(entryReadInPart(lineOfNext(closed.at), NO_TYPE, source(), 'references.ris.no-type'));
    }
  };
  for (let line = next(); line !== null; line = next()) {
    if (line.kind === 'tag') {
      // Web of Science ends its file so.
      if (entry === null && line.value === '' && line.first === 69 && line.second === 70) continue;
      // Tags with no TY before them: an entry all the same, reported as such.
      entry ??= newEntry('', line.at);
      addTag(entry, line.first, line.second, line.value);
    } else if (line.kind === 'more') {
      if ((entry === null || !addMore(entry, line.value)) && !HEADER.test(line.value))
        stray.push({ at: line.at, text: line.value });
    } else {
      if (entry !== null) close(entry, line.at);
      if (entry !== null && references.length % RESTS_EVERY === 0) yield references.length;
      if (entry !== null && line.kind === 'end') ends++;
      entry = line.kind === 'begin' ? newEntry(line.value === '' ? 'GEN' : line.value, line.at) : null;
    }
  }
  if (entry !== null) {
    const before = problems.length;
    close(entry, text.length);
    // Where all others have their end and the last has none, and stops within a line, the file was cut.
    const others = ends > 0 && ends === references.length - 1;
    if (others && (ends > 1 || !/[\r\n]$/.test(text)) && problems.length === before)
      problems.push(entryReadInPart(lineOfNext(entry.at), CUT, text.slice(entry.at).trimEnd(), 'references.ris.cut'));
  }
  // A text of stray lines alone is no RIS file.
  const lineOfStray = lineCounter(text);
  for (const { at, text: source } of references.length + problems.length === 0 ? [] : stray)
    problems.push(entryNotRead(lineOfStray(at), STRAY, source, 'references.ris.stray'));
  return { references, problems: problems.sort((a, b) => a.line - b.line), lineOf: linesAt(places) };
}

export const readRis = throughout(risReading);

export const ris: ReferenceFormat = {
  id: 'ris',
  name: 'RIS',
  extensions: ['ris'],
  recognises: text => /^\s{0,3}TY\s{0,3}-(?:\s|$)/m.test(text),
  reading: risReading,
  read: readRis,
  write: writeRis,
};
