/** RIS tags and what they stand for (Research Information Systems' specification of 2001 and its revision of 2011, as Zotero, EndNote, Mendeley, PubMed and publishers write it). */

import { typeOfName } from '../endnote-xml/types.ts';

/** Reference types and what they are in CSL. */
export const TYPES: Readonly<Record<string, string>> = {
  JOUR: 'article-journal',
  JFULL: 'article-journal',
  ABST: 'article-journal',
  EJOUR: 'article-journal',
  INPR: 'article-journal',
  MGZN: 'article-magazine',
  NEWS: 'article-newspaper',
  BOOK: 'book',
  EBOOK: 'book',
  EDBOOK: 'book',
  WHOLE: 'book',
  SER: 'book',
  CHAP: 'chapter',
  ECHAP: 'chapter',
  ENCYC: 'entry-encyclopedia',
  DICT: 'entry-dictionary',
  CONF: 'paper-conference',
  CPAPER: 'paper-conference',
  THES: 'thesis',
  RPRT: 'report',
  GOVDOC: 'report',
  STAND: 'standard',
  PAT: 'patent',
  CASE: 'legal_case',
  STAT: 'legislation',
  BILL: 'bill',
  HEAR: 'hearing',
  UNPB: 'manuscript',
  MANSCPT: 'manuscript',
  ELEC: 'webpage',
  WEB: 'webpage',
  ICOMM: 'webpage',
  BLOG: 'post-weblog',
  DATA: 'dataset',
  DBASE: 'dataset',
  AGGR: 'dataset',
  COMP: 'software',
  PCOMM: 'personal_communication',
  SLIDE: 'speech',
  VIDEO: 'motion_picture',
  MPCT: 'motion_picture',
  SOUND: 'song',
  MUSIC: 'musical_score',
  ART: 'graphic',
  FIGURE: 'figure',
  MAP: 'map',
  PAMP: 'pamphlet',
  GEN: 'document',
};

/** The CSL type of what `TY` says, which some write out ("Journal Article"); anything unknown is a document. */
export const typeOfTag = (code: string): string => TYPES[code] ?? typeOfName(code) ?? 'document';

/** The first type of each CSL type is the one it is written as. */
const WRITTEN: ReadonlyMap<string, string> = (() => {
  const written = new Map<string, string>();
  for (const [tag, type] of Object.entries(TYPES)) if (!written.has(type)) written.set(type, tag);
  return written;
})();

/** The reference type of a CSL type. */
export function typeTag(type: string): string {
  return WRITTEN.get(type) ?? (type.startsWith('post') ? 'BLOG' : type.startsWith('review') ? 'JOUR' : 'GEN');
}

export type TagKind = 'text' | 'names' | 'date' | 'keywords' | 'special';

export interface Tag {
  readonly name: string;
  readonly kind: TagKind;
  readonly variable: string;
}

const tag = (kind: TagKind, variable: string) => (name: string) => ({ name, kind, variable });
const text = (variable: string) => tag('text', variable);
const special = tag('special', '');

/** Of several tags for a variable the first is the one that is written. */
const MEANINGS: Readonly<Record<string, (name: string) => Tag>> = {
  AU: tag('names', 'author'),
  A1: tag('names', 'author'),
  ED: tag('names', 'editor'),
  A2: tag('names', 'editor'),
  A3: tag('names', 'collection-editor'),
  A4: tag('names', 'translator'),
  TI: text('title'),
  T1: text('title'),
  CT: text('title'),
  T2: special,
  JF: text('container-title'),
  BT: text('container-title'),
  JO: special,
  J2: text('container-title-short'),
  JA: text('container-title-short'),
  J1: text('container-title-short'),
  T3: text('collection-title'),
  SV: text('collection-number'),
  PY: special,
  DA: special,
  Y1: special,
  Y2: tag('date', 'accessed'),
  VL: text('volume'),
  NV: text('number-of-volumes'),
  IS: special,
  SP: special,
  EP: special,
  C7: special,
  ET: special,
  PB: text('publisher'),
  PU: text('publisher'),
  CY: text('publisher-place'),
  PP: text('publisher-place'),
  PI: text('publisher-place'),
  SN: special,
  DO: special,
  DI: special,
  M3: special,
  L3: special,
  UR: text('URL'),
  LK: text('URL'),
  US: text('URL'),
  C2: special,
  AN: special,
  DB: text('source'),
  CN: text('call-number'),
  LA: text('language'),
  ST: text('title-short'),
  AB: text('abstract'),
  N2: text('abstract'),
  N1: text('note'),
  RN: text('annote'),
  SE: text('section'),
  KW: tag('keywords', 'keyword'),
};

/** Tags by the codes of their two letters, so that none has to be cut out of the text to be looked up. Full, since a list with holes is searched. */
const BY_CODE: (Tag | undefined)[] = new Array(128 * 128).fill(undefined);
for (const [name, make] of Object.entries(MEANINGS))
  BY_CODE[name.charCodeAt(0) * 128 + name.charCodeAt(1)] = make(name);

export const tagOf = (first: number, second: number): Tag | undefined => BY_CODE[first * 128 + second];

/** Whether a tag is one of the specification's, for lines that are spaced in their own way. */
export function isKnownTag(name: string): boolean {
  return (
    name in MEANINGS ||
    /^(?:TY|ER|ID|U\d|C\d|M\d|L\d|AD|AV|CA|CP|CR|DP|DS|H[12]|NO|OL|OP|PA|RI|RP|TA|TT|VO|RT|SR)$/.test(name)
  );
}

/** The tag that a variable is written in; undefined where RIS has none. */
export function tagFor(variable: string): string | undefined {
  return FIRST.get(variable);
}

const FIRST: ReadonlyMap<string, string> = (() => {
  const first = new Map<string, string>([
    ['container-title', 'T2'],
    ['page', 'SP'],
    ['edition', 'ET'],
    ['version', 'ET'],
    ['event-place', 'C1'],
    ['issue', 'IS'],
    ['number', 'IS'],
    ['DOI', 'DO'],
    ['ISSN', 'SN'],
    ['ISBN', 'SN'],
    ['PMCID', 'C2'],
    ['genre', 'M3'],
    ['number-of-pages', 'SP'],
    ['chapter-number', 'SE'],
  ]);
  for (const [name, make] of Object.entries(MEANINGS)) {
    const { variable } = make(name);
    if (variable !== '' && !first.has(variable)) first.set(variable, name);
  }
  return first;
})();
