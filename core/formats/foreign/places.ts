/** Fields that several formats have a place for and CSL has none: what each of them calls it. */
import type { CslItem } from '../../references/csl.ts';

type Place = Readonly<Record<string, string>>;

const PLACES: readonly Place[] = [
  {
    nbib: 'AD',
    wos: 'C1',
    ovid: 'IN',
    ris: 'AD',
    'endnote-xml': 'auth-address',
    refworks: 'AD',
    bibtex: 'affiliation',
  },
  { wos: 'UT', ris: 'AN', 'endnote-xml': 'accession-num', refworks: 'AN' },
  { ris: 'DP', 'endnote-xml': 'remote-database-provider', refworks: 'DS' },
  { ris: 'TT', 'endnote-xml': 'titles/translated-title' },
  { ris: 'LB', 'endnote-xml': 'label' },
  { ris: 'CA', 'endnote-xml': 'caption' },
  { ris: 'RI', 'endnote-xml': 'reviewed-item' },
  { ris: 'RP', 'endnote-xml': 'reprint-edition' },
  { ris: 'OP', 'endnote-xml': 'orig-pub' },
  { ris: 'C1', 'endnote-xml': 'custom1' },
  { ris: 'C4', 'endnote-xml': 'custom4' },
  { ris: 'C5', 'endnote-xml': 'custom5' },
  { ris: 'C6', 'endnote-xml': 'custom6' },
  { ris: 'L1', 'endnote-xml': 'urls/pdf-urls/url' },
];

/** What `target` calls a field of `format`; undefined where it has no such place. */
export function placeIn(target: string, format: string, name: string): string | undefined {
  if (target === format) return undefined;
  return PLACES.find(place => place[format] === name)?.[target];
}

/** What a reader would take for something else there: a number for PubMed's, a meeting's place. */
export function wouldMislead(name: string, value: string, type: string): boolean {
  if (/^(?:AN|accession-num)$/.test(name)) return /^(?:pmid:?\s*)?\d{1,8}$|\[pmid\]|^PMC\d/im.test(value);
  if (name === 'C1' || name === 'custom1') return type === 'paper-conference';
  // EndNote's label is a citation key where it looks like one.
  return name === 'label' && !/\s/.test(value);
}

/** Where each format has the further ISSNs of a journal: below the first, or in a field of their own. */
const SERIALS: Place = { nbib: 'IS', ris: 'SN', 'endnote-xml': 'isbn', refworks: 'SN', bibtex: 'eissn' };

/** The field of `target` that takes further ISSNs, where `values` are such and it has the first. */
export function serialsIn(target: string, values: readonly string[], { ISSN }: CslItem): string | undefined {
  return ISSN !== undefined && values.every(value => /^\d{4}-\d{3}[\dXx]$/.test(value)) ? SERIALS[target] : undefined;
}
