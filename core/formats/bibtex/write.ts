/** References as BibTeX or BibLaTeX, in UTF-8. What was read from such a file goes back into the field it came from. */
import type { CslDate, CslItem, CslName } from '../../references/csl.ts';
import type { Reference } from '../../report/types.ts';
import { foreignFields } from '../foreign/fields.ts';
import { foreignLines } from '../foreign/lines.ts';
import { placeIn, serialsIn } from '../foreign/places.ts';
import { keptFor, readAs, referenceOf } from '../item.ts';
import { isSuffix } from '../names.ts';
import { PROSE, spareLines, unsaid } from '../spare.ts';
import { inOrder } from '../variables.ts';
import { encodeLatex } from './encode.ts';
import { type Dialect, entryType, fieldOf, GENRES, KEYED, printedKey, TYPES } from './fields.ts';
import { decodeLatex } from './latex.ts';
import { makeEntry, SPARE, SPARE_JOINT, TYPE_AS_READ } from './read.ts';
import { BRACED, joinTitle, SUBTITLES } from './titles.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const SEASONS = ['Spring', 'Summer', 'Autumn', 'Winter'];

/** A value in braces, or as it is where it is a macro. */
interface Written {
  readonly name: string;
  readonly value: string;
  readonly bare?: boolean;
}

/** A whole file: one entry after the other, keys made unique and safe for LaTeX. */
export function writeBibtex(references: readonly Reference[], dialect: Dialect): string {
  const used = new Set<string>();
  return references.map(reference => writeEntry(reference, safeKey(reference.id, used), dialect)).join('\n');
}

/** A citation key without what ends or confuses an entry. */
function safeKey(id: string, used: Set<string>): string {
  const wanted = id.replace(/[\s,={}()"#%~\\'@]+/g, '') || 'reference';
  let key = wanted;
  for (let n = 2; used.has(key); n++) key = `${wanted}-${n}`;
  used.add(key);
  return key;
}

function writeEntry(reference: Reference, key: string, dialect: Dialect): string {
  const { item } = reference;
  const kept = new Map(keptFor(reference, 'bibtex'));
  const type =
    typeAsRead(item, kept.get(TYPE_AS_READ), dialect) ?? entryType(item.type, String(item.genre ?? ''), dialect);
  const taken = new Set<string>();
  // Of two variables that share a field the first has it.
  const fields = [...fieldsOf(item, type, kept, dialect)].filter(({ name }) => !taken.has(name) && taken.add(name));
  for (const [name, value] of kept)
    if (!name.startsWith('@') && !taken.has(name) && !isSaid(name, taken))
      fields.push({ name, value: balanced(value) });
  fields.push(...foreignIn(reference, fields));
  const braced = kept.get(BRACED)?.split(' ') ?? [];
  const read = said(type, key, fields, braced);
  for (const variable of unsaid(item, read)) {
    const name = `${SPARE}${variable.toLowerCase()}`;
    if (!kept.has(name))
      fields.push({
        name,
        value: encodeLatex(spareLines(variable, item[variable], read[variable]).join(SPARE_JOINT), 'stay'),
      });
  }
  const lines = fields.map(
    ({ name, value, bare }) => `  ${name} = ${bare ? value : braced.includes(name) ? `{{${value}}}` : `{${value}}`}`,
  );
  return `@${type}{${[key, ...lines].join(',\n')}\n}\n`;
}

/** What other formats had, in the field that means the same or in one named after it: "nbib-gr". */
function foreignIn(reference: Reference, fields: readonly Written[]): readonly Written[] {
  const named = new Map<string, string[]>();
  const placed: Written[] = [];
  for (const field of foreignFields(reference, 'bibtex')) {
    const place = serialsIn('bibtex', field.values, reference.item) ?? placeIn('bibtex', field.format, field.name);
    if (place !== undefined && ![...fields, ...placed].some(({ name }) => name === place)) {
      placed.push({ name: place, value: encodeLatex(field.values.join('\n').replace(/\s+/g, ' '), 'stay') });
      continue;
    }
    const lines = foreignLines(field);
    const name = (/^[^:]+?(?=: )/.exec(lines[0] ?? '')?.[0] ?? '').toLowerCase().replace(/[^a-z\d]+/g, '-');
    named.set(name, [...(named.get(name) ?? []), ...lines]);
  }
  for (const [name, lines] of named) placed.push({ name, value: encodeLatex(lines.join(SPARE_JOINT), 'stay') });
  return placed;
}

/** What an entry of these fields is read as. */
function said(type: string, key: string, fields: readonly Written[], braced: readonly string[]): CslItem {
  const names = fields.map(({ name }) => name);
  const values = fields.map(({ name, value, bare }) =>
    bare ? value.replace(/ # |"/g, '') : braced.includes(name) ? `{${value}}` : value,
  );
  return referenceOf(key, '', makeEntry({ type, key, names, values, at: 0, end: 0 })).item;
}

/** The type that the entry was read with, while the item is still of that type and the dialect has it. */
function typeAsRead({ type, genre }: CslItem, read: string | undefined, dialect: Dialect): string | null {
  if (read === undefined) return null;
  const means = TYPES[read] ?? 'document';
  if (means !== type && !(means === 'document' && type === 'webpage')) return null;
  if (dialect === 'biblatex') return read;
  if (read === 'report') return null;
  return read === 'thesis' && /phd|doctor|master/i.test(String(genre ?? '')) ? null : read;
}

/** Whether a kept field is the second part of a title that is written, which holds it as the item has it now. */
const isSaid = (name: string, taken: ReadonlySet<string>) =>
  Object.entries(SUBTITLES).some(([main, sub]) => sub === name && taken.has(main));

/** A kept value whose braces do not balance cannot stand in an entry: the odd ones are escaped. */
function balanced(value: string): string {
  let depth = 0;
  for (let at = 0; at < value.length; at++) {
    if (value[at] === '\\') at++;
    else if (value[at] === '{') depth++;
    else if (value[at] === '}' && --depth < 0) break;
  }
  return depth === 0 ? value : value.replace(/[{}]/g, '\\$&');
}

type Kept = ReadonlyMap<string, string>;

function* fieldsOf(item: CslItem, entry: string, kept: Kept, dialect: Dialect): Generator<Written> {
  const { type } = item;
  for (const variable of inOrder(Object.keys(item))) {
    const value = item[variable];
    if (variable === 'id' || variable === 'type') continue;
    else if (variable === 'title') yield* titleFields('title', String(value), kept);
    else if (variable === 'issued') yield* issuedFields(value as CslDate, kept, dialect);
    else if (variable === 'URL' && repeats(kept.get('howpublished'), String(value))) continue;
    else if (variable === 'DOI' && kept.get(readAs('DOI')) === 'url' && repeats(item.URL, String(value))) continue;
    else if (variable === 'DOI' && repeats(kept.get('crossref'), String(value))) continue;
    else if (variable === 'PMID' && ['eprint', 'pmid'].some(name => repeats(kept.get(name), String(value)))) continue;
    else if (variable === 'genre' && GENRES[entry] === value) continue;
    else {
      const name =
        (variable === 'issue' && item.number !== undefined ? 'issue' : undefined) ??
        (variable === 'DOI' ? undefined : kept.get(readAs(variable))) ??
        fieldOf(variable, type, dialect) ??
        variable.toLowerCase();
      if (SUBTITLES[name] !== undefined && kept.has(SUBTITLES[name])) {
        yield* titleFields(name, String(value), kept);
        continue;
      }
      const key = KEYED.includes(variable) ? kept.get(readAs(`${variable}-key`)) : undefined;
      const text = key !== undefined && printedKey(variable, key) === value ? key : written(variable, value, dialect);
      if (text !== '') yield { name, value: text };
    }
  }
  // Without it, styles and readers would call every thesis one for a PhD.
  if (GENRES[entry] !== undefined && item.genre === undefined && !kept.has('type'))
    yield { name: 'type', value: 'Thesis' };
}

const repeats = (kept: string | undefined, value: string) => kept?.includes(value) ?? false;

function written(variable: string, value: unknown, dialect: Dialect): string {
  if (variable === 'page') return encodeLatex(String(value)).replace(/(?:\{\})?-(?:\{\})?/g, '--');
  // Of several addresses the first: the others would be read as fields of their own.
  if (variable === 'URL' || variable === 'DOI')
    return (String(value).split(/[;,]?\s+(?=https?:)/)[0] as string).replace(/[{}\\]/g, encodeURIComponent);
  if (Array.isArray(value)) return isNames(value) ? value.map(name => writeName(name, dialect)).join(' and ') : '';
  if (typeof value === 'object' && value !== null) return isoOf(value as CslDate);
  if (typeof value === 'string' && PROSE.has(variable)) return prose(value);
  return typeof value === 'string' || typeof value === 'number' ? encodeLatex(String(value)) : '';
}

/** Paragraphs with an empty line between them; other spaces are one to LaTeX. */
const prose = (value: string): string =>
  (value.includes('\n') ? value.split('\n') : [value])
    .map(paragraph =>
      encodeLatex(/[\t\r]| {2}/.test(paragraph) ? paragraph.replace(/[ \t\r]+/g, ' ').trim() : paragraph.trim()),
    )
    .filter(paragraph => paragraph !== '')
    .join('\n\n');

const isNames = (value: readonly unknown[]): value is readonly CslName[] =>
  value.length > 0 && value.every(name => typeof name === 'object' && name !== null);

/** A title that was read as title and subtitle is written as both while its end is still that subtitle. */
function* titleFields(name: string, title: string, kept: Kept): Generator<Written> {
  const subtitle = SUBTITLES[name] as string;
  const raw = kept.get(subtitle);
  const sub = raw === undefined ? '' : decodeLatex(raw, { title: true });
  const main = sub !== '' && title.endsWith(` ${sub}`) ? title.slice(0, -sub.length - 1) : '';
  const plain = main.replace(/:$/, '');
  for (const head of [plain, main])
    if (head !== '' && joinTitle(head, sub) === title) {
      yield { name, value: encodeLatex(head) };
      yield { name: subtitle, value: balanced(raw as string) };
      return;
    }
  yield { name, value: encodeLatex(title) };
}

function writeName(name: CslName, dialect: Dialect): string {
  const { family = '', given = '', suffix = '', literal } = name;
  if (literal === 'et al.') return 'others';
  if (literal !== undefined) return `{${encodeLatex(literal)}}`;
  const particle = [name['dropping-particle'], name['non-dropping-particle']].filter(Boolean).join(' ');
  const parts = [`${particle === '' ? '' : `${part(particle)} `}${wholeFamily(family, particle)}`];
  if (suffix !== '') parts.push(part(suffix));
  // Given names that look like a suffix ("II" for Ivan Ilyich) are held together, so that they are not taken for one.
  const first = isSuffix(given) && suffix === '' ? `{${encodeLatex(given)}}` : part(given);
  if (given !== '' || /\s/.test(family) || suffix !== '') parts.push(first);
  return dialect === 'bibtex' && parts.length === 1 ? (parts[0] as string) : parts.join(', ').replace(/,\s*$/, ',');
}

/** Braces where a comma, an "and" or an "=" would be read as the list's own. */
function part(text: string): string {
  const encoded = encodeLatex(text);
  return /[,;]|\band\b|^[a-z]+\s*=|^others$/i.test(text) ? `{${encoded}}` : encoded;
}

/** A family name with a small word in it that is no particle ("Mollat du Jourdin") is held together by braces. */
function wholeFamily(family: string, particle: string): string {
  const encoded = part(family);
  if (encoded.startsWith('{')) return encoded;
  // All words up to the last small one would be its particle.
  return /(?:^|\s)['’]?\p{Ll}\S*\s/u.test(family)
    ? `{${encoded}}`
    : /^et al/.test(family) && particle === ''
      ? `{${encoded}}`
      : encoded;
}

function* issuedFields(date: CslDate, kept: Kept, dialect: Dialect): Generator<Written> {
  const [from, to] = date['date-parts'] ?? [];
  const words = date.literal ?? date.raw;
  if (from?.[0] === undefined || words !== undefined) {
    if (words !== undefined) yield { name: 'year', value: encodeLatex(words) };
    return;
  }
  if (dialect === 'biblatex') {
    yield { name: 'date', value: isoOf(date) };
    return;
  }
  const [year, month, day] = from.map(Number);
  const circa = date.circa ? 'c. ' : '';
  yield {
    name: 'year',
    value:
      to?.[0] !== undefined && Number(to[0]) !== year && month === undefined
        ? `${circa}${year}--${to[0]}`
        : `${circa}${year}`,
  };
  const macro = month === undefined ? undefined : MONTHS[month - 1];
  if (macro !== undefined) {
    const last = Number(to?.[0]) === year && day === undefined ? MONTHS[Number(to?.[1]) - 1] : undefined;
    if (last !== undefined && last !== macro) yield { name: 'month', value: `${macro} # "--" # ${last}`, bare: true };
    else yield { name: 'month', value: macro, bare: true };
    if (day !== undefined) yield { name: 'day', value: String(day) };
  } else if (date.season !== undefined && !kept.has('month')) {
    const season = SEASONS[Number(date.season) - 1] ?? String(date.season);
    yield { name: 'month', value: encodeLatex(season) };
  }
}

/** EDTF as BibLaTeX reads it (manual 3.19, 2.3.8): "2019-05-03/2019-07", "1990~", "2018-21" for a spring. */
function isoOf({ 'date-parts': parts, season, circa, literal, raw }: CslDate): string {
  if (!parts?.[0]?.[0]) return encodeLatex(literal ?? raw ?? '');
  const written = parts.map(([year, ...rest]) =>
    [String(year).padStart(4, '0'), ...rest.map(number => String(number).padStart(2, '0'))].join('-'),
  );
  if (season !== undefined && parts.length === 1 && parts[0].length === 1 && Number(season) >= 1 && Number(season) <= 4)
    return `${written[0]}-${20 + Number(season)}`;
  return written.join('/') + (circa ? '~' : '');
}
