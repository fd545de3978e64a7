/** BibTeX and BibLaTeX files: one reader for both, two dialects to write. */
import type { Reference } from '../../report/types.ts';
import { type EntryMade, referencesOf } from '../item.ts';
import { lineCounter, linesAt } from '../lines.ts';
import { entryNotRead, entryReadInPart } from '../problems.ts';
import { RESTS_EVERY, type Reading, type ReferenceFormat, throughout } from '../types.ts';
import { CONTAINER, inherited } from './crossref.ts';
import { makeEntry } from './read.ts';
import { type RawEntry, type RawProblem, scanBibtex } from './scan.ts';
import { writeBibtex } from './write.ts';

/** Reads every entry; what could not be read, or not wholly, is reported with its line and text. */
function* bibtexReading(text: string): Reading {
  const scanner = scanBibtex(text);
  const entries: (EntryMade | null)[] = [];
  const places: number[] = [];
  const children: { readonly place: number; readonly entry: RawEntry }[] = [];
  const containers: { readonly place: number; readonly at: number }[] = [];
  for (let entry = scanner.next(); entry !== null; entry = scanner.next()) {
    if (entry.names.includes('crossref') || entry.names.includes('xdata'))
      children.push({ place: entries.length, entry });
    if (entry.type === CONTAINER) containers.push({ place: entries.length, at: entry.at });
    entries.push(makeEntry(entry));
    places.push(entry.at);
    if (entries.length % RESTS_EVERY === 0) yield entries.length;
  }
  if (children.length > 0) {
    // Parents come after their children, so that children can be made whole only at the end.
    const families = inherited(
      text,
      children.map(({ entry }) => entry),
    );
    children.forEach(({ place }, index) => {
      const whole = families.children[index];
      if (whole) entries[place] = makeEntry(whole);
    });
    for (const { place, at } of containers) if (families.taken.has(at)) entries[place] = null;
  }
  const lineOfNext = lineCounter(text);
  const problems = scanner.problems.map(problem => worded(problem, lineOfNext(problem.at), text));
  const referenceOf = referencesOf('bibtex');
  const references: Reference[] = [];
  const lines = linesAt(places.filter((_, place) => entries[place] !== null));
  for (let place = 0; place < entries.length; place++) {
    const entry = entries[place];
    if (entry) references.push(referenceOf(entry));
    // What was made of it is not kept beside it.
    entries[place] = null;
    if (place % (20 * RESTS_EVERY) === 0) yield entries.length;
  }
  return { references, problems, lineOf: lines };
}

export const readBibtex = throughout(bibtexReading);

function worded({ kind, at, end }: RawProblem, line: number, text: string) {
  const source = text.slice(at, end).trimEnd();
  if (kind === 'no-fields')
    return entryNotRead(
      line,
      { en: 'it holds no field', fr: 'elle ne contient aucun champ' },
      source,
      'references.bibtex.empty',
    );
  if (kind === 'no-bracket')
    return entryNotRead(
      line,
      { en: 'the bracket after its type is missing', fr: 'l’accolade manque après son type' },
      source,
      'references.bibtex.no-bracket',
    );
  if (kind === 'no-type')
    return entryReadInPart(
      line,
      { en: 'it does not say of what type it is', fr: 'elle ne dit pas de quel type elle est' },
      source,
      'references.bibtex.no-type',
    );
  if (kind === 'unclosed')
    return entryReadInPart(
      line,
      {
        en: 'a bracket or quotation mark is missing in it, so that its fields may be cut short',
        fr: 'une accolade ou un guillemet y manque\u00a0: ses champs peuvent être tronqués',
      },
      source,
      'references.bibtex.unclosed',
    );
  return entryReadInPart(
    line,
    {
      en: 'something in it has no name or no “=” and was left out',
      fr: 'un passage sans nom ou sans «\u00a0=\u00a0» n’a pas été repris',
    },
    source,
    'references.bibtex.field',
  );
}

const ENTRY = /(?:^|[\s}),])@\s*[a-z]+\s*[{(]/i;
/** Fields and types that only BibLaTeX has. */
const BIBLATEX =
  /^[ \t]*(?:journaltitle|date|urldate|langid|eprinttype|pubstate)\s*=|@(?:online|report|thesis|mvbook|mvcollection|inreference)\s*[{(]/im;

export const biblatex: ReferenceFormat = {
  id: 'biblatex',
  name: 'BibLaTeX',
  extensions: ['biblatex'],
  recognises: text => ENTRY.test(text) && BIBLATEX.test(text),
  reading: bibtexReading,
  read: readBibtex,
  write: references => writeBibtex(references, 'biblatex'),
};

export const bibtex: ReferenceFormat = {
  id: 'bibtex',
  name: 'BibTeX',
  extensions: ['bib', 'bibtex'],
  recognises: text => ENTRY.test(text),
  reading: bibtexReading,
  read: readBibtex,
  write: references => writeBibtex(references, 'bibtex'),
};
