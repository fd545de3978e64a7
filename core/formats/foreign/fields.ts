/** What was kept of a file of one format and would be left out of a file of another. */
import type { CslDate, CslItem } from '../../references/csl.ts';
import type { Reference } from '../../report/types.ts';
import { decodeLatex } from '../bibtex/latex.ts';
import { looseDateAndWords } from '../dates.ts';
import { typeOfName } from '../endnote-xml/types.ts';
import { isDatabaseWord } from '../genres.ts';
import { bareDoi } from '../item.ts';
import { medlineDateAndWords } from '../medline-date.ts';
import { isNobody } from '../names.ts';
import { partsOfLine } from '../nbib/tags.ts';
import { fullPages } from '../pages.ts';
import { parted } from '../rows.ts';
import { firstSerial } from '../serials.ts';
import { DATES } from '../variables.ts';
import { isNoise } from './noise.ts';

export interface Foreign {
  /** That the field was read from: "nbib". */
  readonly format: string;
  readonly name: string;
  readonly values: readonly string[];
}

/** Fields that say a date, mostly the one that the item has, in the letters of their format. */
const DATED: Readonly<Record<string, RegExp>> = {
  bibtex: /^(?:year|date|urldate|origdate|eventdate)$/,
  ris: /^(?:PY|Y1|Y2|DA|ET)$/,
  nbib: /^(?:DP|DEP)$/,
  'endnote-xml': /^dates\/|^access-date$|^edition$/,
  refworks: /^(?:YR|FD|RD|WP)$/,
};

/** Fields of pages, the last of which may be given short. */
const PAGES = /^(?:pages|SP|EP|OP|PG)$/;
/** Fields of names, which are said in whatever order and with whatever signs. */
const PEOPLE = /^(?:A\d|AU|ED|FED|author|editor|translator|contributors\/.*)$/;
/** Fields of keywords, which may be short. */
const KEYWORDS = /^(?:OT|MH|KW|K1|keywords?|keywords\/keyword)$/;
/** Fields of addresses, and of notes that hold nothing else. */
const ADDRESSES = /^(?:UR|N1|L\d|LK|UL|url\d?|URL|urls\/.*)$/;
/** Fields that say what kind of work it is, often in the database's word for the type. */
const KINDS = /^(?:type|M3|work-type)$/;
/** What databases write where they have nothing. */
const NOTHING = /^(?:no pagination|not paginated|no pages?|n\/a|n\. ?pag\.?|\[?no author name available\]?)$/i;

/** Fields of ISSN and ISBN, where words stand around the number. */
const SERIAL = /^(?:IS|ISBN|SN|EI|isbn|issn|eissn)$/;

/** The fields that a file of the format `target`, which can hold `held` of its own, has no place for and that say something. */
export function foreignFields(
  reference: Reference,
  target: string,
  held: (name: string) => boolean = () => true,
): readonly Foreign[] {
  const { kept } = reference;
  // CSL's own files hold every field of others as it is.
  if (target === 'csl-json') return NONE;
  let found: Foreign[] | undefined;
  let said: Said | undefined;
  for (const full in kept) {
    const colon = full.indexOf(':');
    const [format, name] = [full.slice(0, colon), full.slice(colon + 1)];
    // CSL's own variables are all in the item; what is kept is how they were written.
    if (colon < 1 || format === 'csl-json' || (format === target && held(name)) || isNoise(format, name)) continue;
    said ??= saidBy(reference);
    for (const field of meant(format, name, kept[full] as string)) {
      const values = [...new Set(field.values)].filter(value => !isSaid(field, value, said as Said));
      if (values.length === 0) continue;
      found ??= [];
      found.push({ ...field, values });
    }
  }
  return found ?? NONE;
}

const NONE: readonly Foreign[] = [];

/** A kept field as what it means to others. */
function meant(format: string, name: string, text: string): readonly Foreign[] {
  if (format === 'nbib' && /^(?:FAU|FED|FIR)$/.test(name)) return ofPeople(parted(text), name);
  if (format === 'endnote-xml' && name === 'ref-type')
    return typeOfName(text) ? [] : [{ format, name, values: [text] }];
  const values =
    format === 'bibtex' || format === 'zotero' ? [text] : format === 'ris' ? text.split('\n') : parted(text);
  const all = values.map(value => readable(format, value)).filter(value => value !== '');
  // EndNote has one a line, RefWorks and others a comma between them.
  if (SERIAL.test(name)) {
    const numbers = all
      .flatMap(value => value.split(/[\n;,]/))
      .map(value => firstSerial(value)?.number ?? value.trim());
    return [{ format, name, values: numbers.filter(value => value !== '') }];
  }
  const telling = /^[PD]T$/.test(name) ? all.filter(value => !/^(?:journal )?article$/i.test(value)) : all;
  return telling.length === 0 ? [] : [{ format, name, values: telling }];
}

/** A value of BibTeX's without its LaTeX. Paths and the like hold backslashes that are none. */
const readable = (format: string, value: string): string =>
  format === 'bibtex' && /[\\{}]/.test(value) && !/\\[:;]|:\\/.test(value)
    ? decodeLatex(value).replace(/\s+/g, ' ').trim()
    : value.trim();

/** Of MEDLINE's people beside their names: where they work, who they are, and who took part without being an author. */
function ofPeople(lines: readonly string[], list: string): readonly Foreign[] {
  const affiliations: string[] = [];
  const identifiers: string[] = [];
  const collaborators: string[] = [];
  let person = '';
  for (const line of lines) {
    const [tag, value] = partsOfLine(line);
    if (/^(?:FAU|FED|FIR|CN)$/.test(tag) || (person === '' && /^(?:AU|ED|IR)$/.test(tag))) {
      person = value;
      if (list === 'FIR') collaborators.push(value);
    } else if (tag === 'AD' || tag === 'IRAD') affiliations.push(value);
    else if (tag === 'AUID') identifiers.push(`${person} ${value}`.trim());
  }
  return [
    ...(affiliations.length === 0 ? [] : [{ format: 'nbib', name: 'AD', values: affiliations }]),
    ...(identifiers.length === 0 ? [] : [{ format: 'nbib', name: 'author identifier', values: identifiers }]),
    ...(collaborators.length === 0 ? [] : [{ format: 'nbib', name: 'collaborator', values: collaborators }]),
  ];
}

/** What a reference says without its kept fields. */
interface Said {
  /** All its words, with a space around each. */
  readonly words: string;
  readonly leaves: ReadonlySet<string>;
  readonly years: ReadonlySet<string>;
  readonly item: CslItem;
}

/** Letters and digits, in words with a space around each. */
export function wordsOf(text: string): string {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  return words === null ? ' ' : ` ${words.join(' ')} `;
}

function* leavesOf(value: unknown): Generator<string> {
  if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) yield* leavesOf(each);
  else if (value !== undefined) yield String(value).replace(/<[^<>]+>/g, '');
}

function saidBy({ id, item }: Reference): Said {
  const leaves = [id, ...leavesOf(item)];
  const years = new Set<string>();
  for (const variable in item) if (DATES.has(variable)) for (const leaf of leavesOf(item[variable])) years.add(leaf);
  return { words: wordsOf(leaves.join(' ')), leaves: new Set(leaves.map(wordsOf)), years, item };
}

/** Whether the item says a value, in whatever letters. Short words and numbers stand in many texts by chance. */
function isSaid({ format, name }: Foreign, value: string, said: Said): boolean {
  if (DATED[format]?.test(name) && dateIsSaid(value, said)) return true;
  if (isNobody(value) || NOTHING.test(value)) return true;
  const { item } = said;
  if (PAGES.test(name) && fullPages(value) === String(item.page)) return true;
  if (KINDS.test(name) && isDatabaseWord(value, item.type)) return true;
  if (item.DOI !== undefined && bareDoi(value) === item.DOI && isDoiAlone(name, value)) return true;
  const words = wordsOf(value);
  if (words === ' ' || said.leaves.has(words)) return true;
  if (KEYWORDS.test(name) && wordsOf(String(item.keyword ?? '').replace(/<[^<>]+>/g, '')).includes(words)) return true;
  if (
    PEOPLE.test(name) &&
    words
      .trim()
      .split(' ')
      .every(word => said.words.includes(` ${word} `))
  )
    return true;
  return words.length > 6 && !/^[\d ]+$/.test(words) && said.words.includes(words);
}

/** Whether a value says a DOI and nothing else: as an address, or with its kind behind it as MEDLINE has it. */
const isDoiAlone = (name: string, value: string): boolean =>
  /^\S+(?:\s*\[doi\])?$/.test(value) && (ADDRESSES.test(name) || /^(?:AID|LID|DO|doi)$/.test(name));

function dateIsSaid(value: string, { years }: Said): boolean {
  const date: CslDate | null = medlineDateAndWords(value) ?? looseDateAndWords(value);
  if (date === null) return true;
  const year = date['date-parts']?.[0]?.[0];
  return date.literal === undefined && date.raw === undefined && year !== undefined && years.has(String(year));
}
