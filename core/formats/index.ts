/** The reference formats, and reading a text whose format is told from its content. */
import { done, failed, type Outcome, problem } from '../outcome.ts';
import { biblatex, bibtex } from './bibtex/index.ts';
import { cslJson } from './csl-json/index.ts';
import { cslYaml } from './csl-yaml/index.ts';
import { readElsewhere } from './elsewhere.ts';
import { endnoteXml } from './endnote-xml/index.ts';
import { enw } from './enw/index.ts';
import { mended } from './mended.ts';
import { byFormat, together } from './mixed.ts';
import { nbib } from './nbib/index.ts';
import { ovid } from './ovid/index.ts';
import { pubmedXml } from './pubmed-xml/index.ts';
import { refworks } from './refworks/index.ts';
import { ris } from './ris/index.ts';
import type { Counted, EntriesRead, Reading, ReferenceFormat } from './types.ts';
import { wos } from './wos/index.ts';
import { zoteroJson } from './zotero/index.ts';

/** In the order they are tried. */
export const referenceFormats: readonly ReferenceFormat[] = [
  ris,
  // Before MEDLINE's, some of whose tags it has.
  ovid,
  nbib,
  pubmedXml,
  endnoteXml,
  zoteroJson,
  cslJson,
  cslYaml,
  refworks,
  wos,
  enw,
  biblatex,
  bibtex,
];

/** Only the start is looked at: a library may have megabytes. */
const SNIFFED = 200_000;

type ReferencesRead = Outcome<EntriesRead & { readonly format: string }>;

/** Reads references from a text, resting between them ({@link Reading}); the name only decides where the content does not. */
export function* readingReferences(given: string, name = ''): Generator<number, ReferencesRead, void> {
  // No text has a NUL; databases and XML end at one.
  const whole = given.includes('\0') ? given.replaceAll('\0', '') : given;
  const text = mended(whole);
  const start = text.slice(0, SNIFFED);
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const told = referenceFormats.find(candidate => candidate.recognises(start));
  const other = told === undefined ? readElsewhere(name, start) : null;
  if (other !== null) return failed(other);
  const format = told ?? referenceFormats.find(candidate => candidate.extensions.includes(extension));
  if (!format) return failed(unknownFormat(name));
  const read = yield* readingWith(format, text);
  if (read.references.length === 0 && read.problems.length === 0)
    return failed(readElsewhere(name, start) ?? unknownFormat(name));
  // Places are those of the text that was read.
  return done({
    format: format.name,
    ...read,
    ...(text === given ? {} : { lineOf: (index: number) => read.lineOf(index, text) }),
  });
}

/** The same without a rest. */
export function readReferences(given: string, name = '', counted?: Counted): ReferencesRead {
  const reading = readingReferences(given, name);
  for (;;) {
    const step = reading.next();
    if (step.done) return step.value;
    counted?.(step.value);
  }
}

/** By the reader of its format, or by several where files of several formats were put together. */
function* readingWith(format: ReferenceFormat, text: string): Reading {
  const parts = yield* byFormat(text, format.id);
  if (parts === null) return yield* format.reading(text);
  const readers = new Map(referenceFormats.map(each => [each.id, each]));
  const all: EntriesRead[] = [];
  for (const [id, part] of parts) {
    const read = yield* (readers.get(id) ?? format).reading(part);
    // Places are those of the part, which has the lines of the whole.
    all.push({ ...read, lineOf: index => read.lineOf(index, part) });
  }
  return together(all);
}

/** What is read, as a clinician meets it: by what the file is called where it comes from. */
const NAMES = {
  en: 'BibTeX and BibLaTeX (.bib), RIS (.ris), PubMed (.nbib or XML), EndNote (XML or .enw), RefWorks, Web of Science and Ovid (.txt), CSL-JSON (.json) and CSL-YAML (.yaml)',
  fr: 'BibTeX et BibLaTeX (.bib), RIS (.ris), PubMed (.nbib ou XML), EndNote (XML ou .enw), RefWorks, Web of Science et Ovid (.txt), CSL-JSON (.json) et CSL-YAML (.yaml)',
};

function unknownFormat(name: string) {
  const called = {
    en: name === '' ? 'The pasted text' : `The file “${name}”`,
    fr: name === '' ? 'Le texte collé' : `Le fichier «\u00a0${name}\u00a0»`,
  };
  return problem(
    'references.format',
    {
      en: `${called.en} holds no reference that could be recognised.`,
      fr: `${called.fr} ne contient aucune référence reconnaissable.`,
    },
    {
      en: `Nothing was taken from it, and nothing was changed. Casewright reads ${NAMES.en}: export one of these from your reference manager.`,
      fr: `Rien n’en a été repris, et rien n’a été modifié. Casewright lit ${NAMES.fr}\u00a0: exportez l’un d’eux depuis votre gestionnaire de références.`,
    },
    ...(name === '' ? [] : [name]),
  );
}
