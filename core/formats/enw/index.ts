/**
 * EndNote's ENW, the tagged lines of Refer with EndNote's own tags added. Its fields are those of EndNote's XML under one letter
 * each, so both share one table, and what one keeps the other gives back.
 */
import type { Reference } from '../../report/types.ts';
import { ROWS } from '../endnote-xml/fields.ts';
import { endnoteEntry, labelled, NOTES } from '../endnote-xml/index.ts';
import { nameOfType, typeOfName } from '../endnote-xml/types.ts';
import type { EntryMade } from '../item.ts';
import { addField, type Fields, writtenFields } from '../rows.ts';
import { withSpare } from '../spare-rows.ts';
import { scanTagged, type TaggedDialect, type TaggedLine } from '../tagged.ts';
import { readTaggedEntries } from '../tagged-entries.ts';
import { isArticle } from '../typed-rows.ts';
import { type Reading, type ReferenceFormat, throughout } from '../types.ts';

/** Refer's and EndNote's tags and the elements of EndNote's XML, in the order EndNote writes them. */
const TAGS: Readonly<Record<string, string>> = {
  '0': 'ref-type',
  A: 'contributors/authors/author',
  D: 'dates/year',
  T: 'titles/title',
  E: 'contributors/secondary-authors/author',
  S: 'titles/tertiary-title',
  Y: 'contributors/tertiary-authors/author',
  '?': 'contributors/subsidiary-authors/author',
  H: 'contributors/translated-authors/author',
  Q: 'titles/translated-title',
  '!': 'titles/short-title',
  C: 'pub-location',
  I: 'publisher',
  V: 'volume',
  '6': 'num-vols',
  N: 'number',
  P: 'pages',
  '&': 'section',
  '7': 'edition',
  '8': 'dates/pub-dates/date',
  '9': 'work-type',
  '@': 'isbn',
  R: 'electronic-resource-num',
  L: 'call-num',
  M: 'accession-num',
  F: 'label',
  K: 'keywords/keyword',
  X: 'abstract',
  Z: 'notes',
  '<': 'research-notes',
  U: 'urls/related-urls/url',
  '>': 'urls/pdf-urls/url',
  G: 'language',
  '+': 'auth-address',
  '^': 'caption',
  '*': 'reviewed-item',
  '(': 'orig-pub',
  ')': 'reprint-edition',
  '[': 'access-date',
  '~': 'remote-database-name',
  W: 'remote-database-provider',
  '1': 'custom1',
  '2': 'custom2',
  '3': 'custom3',
  '4': 'custom4',
  '#': 'custom5',
  $: 'custom6',
  ']': 'custom7',
};
const TITLE2 = 'titles/secondary-title';
const ALTERNATE = 'titles/alt-title';

const has = (lines: readonly TaggedLine[], wanted: string) => lines.some(({ tag }) => tag === wanted);

/** Year, date, volume, number and pages: what stands below an empty line after them is no more of them. */
const SHORT = new Set('D8VNP');

const dialect: TaggedDialect = {
  tagOf: line =>
    line[0] === '%' && (line.length === 2 || line[2] === ' ' || line[2] === '\t') && /^%[!-~]/.test(line)
      ? [line[1] as string, line.slice(3)]
      : null,
  // Where entries have a type they begin with it, and a blank line may stand in a text; in plain Refer it parts entries.
  begins: (tag, open, afterBlank) => {
    if (!has(open, '0')) return afterBlank;
    return tag === '0' || (afterBlank && (tag === 'A' || tag === 'T') && has(open, 'T'));
  },
  joins: ({ tag }, _, afterBlank) => (!afterBlank ? '\n' : SHORT.has(tag) ? null : '\n\n'),
};

/** A journal's name stands in %J and a book's in %B; the other of the two is kept under its own name. */
function fieldOf(tag: string, article: boolean, endnote: boolean): string {
  if (tag === 'J') return article ? TITLE2 : '%J';
  if (tag === 'B') return article ? '%B' : TITLE2;
  // "Other" in Refer, the alternate journal in EndNote.
  if (tag === 'O') return article && endnote ? ALTERNATE : '%O';
  return TAGS[tag] ?? `%${tag}`;
}

function enwFields(lines: readonly TaggedLine[]): Fields {
  const type = lines.find(({ tag }) => tag === '0')?.value;
  const article = type === undefined || isArticle(typeOfName(type) ?? '');
  const fields: Fields = new Map();
  for (const { tag, value } of lines) addField(fields, fieldOf(tag, article, type !== undefined), value);
  return fields;
}

/** Reads every entry; what names nothing, and text outside of any entry, is reported with its line. */
const enwReading = (text: string): Reading =>
  readTaggedEntries(text, { dialect, ids: 'endnote-xml', entryOf: lines => endnoteEntry(enwFields(lines)) });

export const readEnw = throughout(enwReading);

const LETTERS = new Map(Object.entries(TAGS).map(([tag, field]) => [field, tag]));
/** The order of {@link TAGS}, secondary titles after the title. */
const ORDER = ['0', 'A', 'D', 'T', 'J', 'B', 'O', ...Object.keys(TAGS).filter(tag => !'0ADT'.includes(tag))];

/** Whether a field has a tag of its own. */
const hasTag = (field: string): boolean =>
  LETTERS.has(field) || field === TITLE2 || field === ALTERNATE || /^%.$/.test(field);

/** Entries as EndNote's "Refer/BibIX" style writes them; lines of one text stand below one another. */
export function writeEnw(references: readonly Reference[]): string {
  const entries = references.map(reference => writtenFields(ROWS, 'endnote-xml', reference, hasTag));
  // An entry without its type, among others that have theirs, would be taken for a part of the one before.
  if (entries.some(fields => fields.has('ref-type')))
    entries.forEach((fields, index) => {
      const type = references[index]?.item.type ?? '';
      if (!fields.has('ref-type')) fields.set('ref-type', [nameOfType(type)]);
    });
  return entries
    .map((fields, index) => `${entry(withSpare(IN_TAGS, references[index] as Reference, fields))}\n`)
    .join('\n');
}

/** What the lines of these fields are read as. */
function readAgain(fields: Fields): EntryMade | null {
  const [read] = [...scanTagged(entry(fields), dialect, [])];
  return read === undefined ? null : endnoteEntry(enwFields(read.lines));
}

const IN_TAGS = { format: 'endnote-xml', holds: hasTag, notes: NOTES, read: readAgain, label: labelled };

function entry(fields: Fields): string {
  const article = !fields.has('ref-type') || isArticle(typeOfName(fields.get('ref-type')?.[0] ?? '') ?? '');
  const lines: { tag: string; line: string }[] = [];
  for (const [name, values] of fields) {
    const tag = /^%.$/.test(name)
      ? (name[1] as string)
      : name === TITLE2
        ? article
          ? 'J'
          : 'B'
        : name === ALTERNATE
          ? 'O'
          : LETTERS.get(name);
    if (tag === undefined) continue;
    // A line that begins with % would be a tag.
    for (const value of values) lines.push({ tag, line: `%${tag} ${value.replace(/\n(?=%)/g, '\n ')}` });
  }
  const place = (tag: string) => (ORDER.includes(tag) ? ORDER.indexOf(tag) : ORDER.length);
  return lines
    .sort((a, b) => place(a.tag) - place(b.tag))
    .map(({ line }) => line)
    .join('\n');
}

export const enw: ReferenceFormat = {
  id: 'enw',
  name: 'EndNote (ENW, Refer)',
  extensions: ['enw', 'refer'],
  recognises: text => /^%0 \S/m.test(text) || (/^%A \S/m.test(text) && /^%[TJBD] \S/m.test(text)),
  reading: enwReading,
  read: readEnw,
  write: writeEnw,
};
