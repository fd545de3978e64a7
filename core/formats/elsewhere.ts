/** Files of references that are not read, told by their beginning, and what to export instead: a list of names would not help. */
import { type Problem, problem, type Words } from '../outcome.ts';

interface Elsewhere {
  readonly name: string;
  readonly pattern: RegExp;
  /** What to do there, completing "In …,". */
  readonly instead: Words;
}

const RIS: Words = { en: 'export the same list as RIS', fr: 'exportez la même liste en RIS' };

/** The first row of a table: its columns in any order. */
const columns = (...names: readonly string[]) =>
  new RegExp(
    `^${names.map(name => `(?=[^\\n]*(?:^|[,;\\t"])${name}(?:[,;\\t"\\r\\n]|$))`).join('')}[^\\n]*[,;\\t]`,
    'i',
  );

const KINDS: readonly Elsewhere[] = [
  { name: 'Scopus (CSV)', pattern: columns('Authors', 'Source title', 'EID'), instead: RIS },
  {
    name: 'Cochrane (CSV)',
    pattern: columns('Cochrane Review ID|"?Cochrane Review Group Code', 'Title'),
    instead: RIS,
  },
  {
    name: 'PubMed (CSV)',
    pattern: columns('PMID', 'Title', 'Citation'),
    instead: {
      en: 'choose “Save” with the format “PubMed”, or “Send to: Citation manager”',
      fr: 'choisissez «\u00a0Save\u00a0» au format «\u00a0PubMed\u00a0», ou «\u00a0Send to: Citation manager\u00a0»',
    },
  },
  {
    name: 'Zotero (CSV)',
    pattern: columns('Key', 'Item Type', 'Publication Year'),
    instead: {
      en: 'export the collection as “CSL JSON” or “RIS”',
      fr: 'exportez la collection en «\u00a0CSL JSON\u00a0» ou «\u00a0RIS\u00a0»',
    },
  },
  {
    name: 'Embase (CSV)',
    pattern: /^\uFEFF?"?(?:TITLE|SOURCE|RECORD \d+)"?,(?=[\s\S]*^"?(?:AUTHOR NAMES|EMBASE|PUI|EMTREE[^\n]*)"?,)/im,
    instead: RIS,
  },
  {
    name: 'Web of Science (tab delimited)',
    pattern: columns('PT', 'AU', 'TI', 'SO'),
    instead: {
      en: 'export as “RIS” or “Plain text file”',
      fr: 'exportez en «\u00a0RIS\u00a0» ou «\u00a0Plain text file\u00a0»',
    },
  },
  {
    name: 'Zotero RDF',
    pattern: /<rdf:RDF[\s>][\s\S]*(?:xmlns:(?:z|bib)=|<bib:)/,
    instead: {
      en: 'export the collection as “CSL JSON” or “RIS”',
      fr: 'exportez la collection en «\u00a0CSL JSON\u00a0» ou «\u00a0RIS\u00a0»',
    },
  },
  { name: 'MODS', pattern: /<(?:\w+:)?modsCollection[\s>]|<(?:\w+:)?mods[\s>][^>]*loc\.gov/, instead: RIS },
  { name: 'MARC XML', pattern: /<(?:\w+:)?collection[^>]*MARC21|<(?:\w+:)?record[^>]*MARC21/, instead: RIS },
  {
    name: 'Word (sources)',
    pattern: /<(?:b:)?Sources\s[^>]*officeDocument\/2006\/bibliography/,
    instead: {
      en: 'keep them in a reference manager and export RIS',
      fr: 'gardez-les dans un logiciel de références et exportez en RIS',
    },
  },
  {
    name: 'RTF',
    pattern: /^\{\\rtf/,
    instead: { en: 'save it as plain text', fr: 'enregistrez-la en texte brut' },
  },
  {
    name: 'PubMed (summary)',
    pattern: /^\s*1: [^\n]+(?:\n[^\n]+){0,8}\bPMID: \d{1,8}\b/,
    instead: {
      en: 'choose “Save” with the format “PubMed”, or “Send to: Citation manager”',
      fr: 'choisissez «\u00a0Save\u00a0» au format «\u00a0PubMed\u00a0», ou «\u00a0Send to: Citation manager\u00a0»',
    },
  },
];

/** By their names alone: their content is a program's own. */
const LIBRARIES: readonly (readonly [RegExp, string, Words])[] = [
  [
    /\.(?:enl|enlx|enlp)$/i,
    'EndNote (library)',
    { en: 'choose File › Export with the type “XML”', fr: 'choisissez Fichier › Exporter, type «\u00a0XML\u00a0»' },
  ],
];

/** What to say of a text that is of none of the formats read, where it is known what it is. */
export function readElsewhere(name: string, text: string): Problem | null {
  const start = text.slice(0, 20_000).replace(/^\uFEFF/, '');
  const library = LIBRARIES.find(([pattern]) => pattern.test(name));
  const kind = library ? { name: library[1], instead: library[2] } : KINDS.find(({ pattern }) => pattern.test(start));
  if (kind === undefined) return null;
  return problem(
    'references.format-elsewhere',
    {
      en: `${name === '' ? 'The pasted text' : `“${name}”`} is a list of ${kind.name}, a format that is not read.`,
      fr: `${name === '' ? 'Le texte collé' : `«\u00a0${name}\u00a0»`} est une liste de ${kind.name}, un format qui n’est pas lu.`,
    },
    {
      en: `Nothing was taken from it, and nothing was changed. In the program or on the site that it comes from, ${kind.instead.en}, and open that file.`,
      fr: `Rien n’en a été repris, et rien n’a été modifié. Dans le logiciel ou sur le site dont elle provient, ${kind.instead.fr}, puis ouvrez ce fichier.`,
    },
    ...(name === '' ? [] : [name]),
  );
}
