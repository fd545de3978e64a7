/**
 * An EndNote record as fields: the path of each element that holds text ("titles/secondary-title"), with the texts that stand
 * there. Attributes are fields too ("foreign-keys/key[0]@app"), so that every one of them can be written back.
 */
import { addField, type Fields, inOrder } from '../rows.ts';
import { encodeEntities, type XmlElement } from '../xml.ts';
import { isSettled, markedText, settledText, styleRuns } from './styles.ts';
import { nameOfNumber, numberOfName } from './types.ts';

/** The elements in the order of EndNote's DTD (RSXML, of 2011), which its import follows. */
const ORDER: ReadonlySet<string> = new Set(
  (
    'database source-app rec-number foreign-keys/key ref-type contributors/authors/author ' +
    'contributors/secondary-authors/author contributors/tertiary-authors/author contributors/subsidiary-authors/author ' +
    'contributors/translated-authors/author auth-address auth-affiliaton titles/title titles/secondary-title ' +
    'titles/tertiary-title titles/alt-title titles/short-title titles/translated-title periodical/full-title ' +
    'periodical/abbr-1 periodical/abbr-2 periodical/abbr-3 alt-periodical/full-title alt-periodical/abbr-1 ' +
    'alt-periodical/abbr-2 alt-periodical/abbr-3 pages volume number issue num-vols edition section reprint-edition ' +
    'reprint-status keywords/keyword dates/year dates/pub-dates/date dates/copyright-dates/date pub-location publisher ' +
    'orig-pub isbn accession-num call-num report-id coden electronic-resource-num abstract label image caption notes ' +
    'research-notes work-type reviewed-item availability remote-source meeting-place work-location work-extent pack-method ' +
    'size repro-ratio remote-database-name remote-database-provider language urls/web-urls/url urls/pdf-urls/url ' +
    'urls/text-urls/url urls/related-urls/url urls/image-urls/url access-date modified-date custom1 custom2 custom3 custom4 ' +
    'custom5 custom6 custom7 misc1 misc2 misc3'
  ).split(' '),
);

const TYPE_NUMBER = 'ref-type#';

/** What programs other than EndNote call its elements, by the path where they put them. */
const ALIASES: Readonly<Record<string, string>> = {
  author: 'contributors/authors/author',
  'contributors/author': 'contributors/authors/author',
  'contributors/editors/editor': 'contributors/secondary-authors/author',
  'contributors/editors/author': 'contributors/secondary-authors/author',
  title: 'titles/title',
  journal: 'periodical/full-title',
  year: 'dates/year',
  abstracts: 'abstract',
  authors: 'contributors/authors/author',
  'authors/author': 'contributors/authors/author',
  'contributors/authors': 'contributors/authors/author',
  doi: 'electronic-resource-num',
  keyword: 'keywords/keyword',
  keywords: 'keywords/keyword',
  'secondary-title': 'titles/secondary-title',
  'journal/title': 'periodical/full-title',
  'dates/date': 'dates/pub-dates/date',
  url: 'urls/related-urls/url',
  'urls/url': 'urls/related-urls/url',
  'publisher/publisher-name': 'publisher',
};

/** The parts that they write a name in. */
const NAME_PARTS: ReadonlySet<string> = new Set('last last-name first first-name middle initials'.split(' '));

/** The fields of a `record` element. */
export function recordFields(record: XmlElement): Fields {
  const fields: Fields = new Map();
  const counts = new Map<string, number>();
  const walk = (element: XmlElement, given: string) => {
    const inner = element.children.filter((child): child is XmlElement => typeof child !== 'string');
    if (given === 'ref-type') {
      const number = markedText(element);
      const name = element.attributes.name || nameOfNumber(number) || number;
      addField(fields, 'ref-type', name);
      if (number !== String(numberOfName(name) ?? '')) addField(fields, TYPE_NUMBER, number);
      return;
    }
    const path = ALIASES[given] ?? given;
    if (inner.some(child => NAME_PARTS.has(child.name))) {
      const [family, name] = [
        ['last', 'last-name'],
        ['first', 'first-name', 'middle', 'initials'],
      ].map(parts =>
        inner
          .filter(child => parts.includes(child.name))
          .map(markedText)
          .join(' ')
          .trim(),
      );
      addField(fields, path, [family, name].filter(each => each).join(', '));
      return;
    }
    if (inner.some(child => child.name !== 'style')) {
      for (const child of inner) if (child.name !== 'style') walk(child, `${given}/${child.name}`);
      return;
    }
    const text = markedText(element);
    const attributes = Object.entries(element.attributes).filter(([, value]) => value !== '');
    if (text === '' && attributes.length === 0) return;
    const index = counts.get(path) ?? 0;
    counts.set(path, index + 1);
    // An element of attributes only still has its place among its like.
    if (text !== '') addField(fields, path, text);
    for (const [name, value] of attributes) addField(fields, `${path}[${index}]@${name}`, value);
  };
  for (const child of record.children) if (typeof child !== 'string') walk(child, child.name);
  return fields;
}

interface Branch {
  readonly branches: Map<string, Branch>;
  readonly texts: string[];
  readonly attributes: Map<number, string>;
}

const branch = (): Branch => ({ branches: new Map(), texts: [], attributes: new Map() });

/** Fields of other formats' readers have names that no element can have. */
const ELEMENTS = /^[A-Za-z_][\w.-]*(?:\/[A-Za-z_][\w.-]*)*$/;

const ATTRIBUTE = /^(.+)\[(\d+)\]@([A-Za-z_][\w.:-]*)$/;

/** Whether a field has a place in a record. */
export const isElement = (field: string): boolean =>
  field === TYPE_NUMBER || ELEMENTS.test(ATTRIBUTE.exec(field)?.[1] ?? field);

/** Notes say variables too, spans and all (`../spare.ts`). */
const spansIn = (field: string) => (field === 'notes' ? 'stay' : 'left');

/** Fields as their texts come back from a record: without what neither XML nor EndNote's styles have. */
export function asWritten(fields: Fields): Fields {
  let settled: Fields | null = null;
  for (const [name, values] of fields) {
    const spans = spansIn(name);
    if (values.every(value => isSettled(value, spans))) continue;
    settled ??= new Map(fields);
    settled.set(
      name,
      values.map(value => settledText(value, spans)),
    );
  }
  return settled ?? fields;
}

/** A `record` element of its fields. */
export function writtenRecord(fields: Fields): string {
  const root = branch();
  const at = (path: string) => {
    let here = root;
    for (const name of path.split('/')) {
      const next = here.branches.get(name) ?? branch();
      here.branches.set(name, next);
      here = next;
    }
    return here;
  };
  for (const [name, values] of inOrder(fields, ORDER)) {
    const attribute = ATTRIBUTE.exec(name);
    if (attribute && ELEMENTS.test(attribute[1] as string)) {
      const { attributes } = at(attribute[1] as string);
      const index = Number(attribute[2]);
      attributes.set(
        index,
        `${attributes.get(index) ?? ''} ${attribute[3]}="${encodeEntities(values[0] as string).replace(/\s+/g, ' ')}"`,
      );
    } else if (name === 'ref-type') {
      const [type = ''] = values;
      const number = fields.get(TYPE_NUMBER)?.[0] ?? String(numberOfName(type) ?? 13);
      at(name).texts.push(encodeEntities(number));
      at(name).attributes.set(0, ` name="${encodeEntities(type)}"`);
    } else if (ELEMENTS.test(name)) {
      const written = plainElement(name) ? encodeEntities : (text: string) => styleRuns(text, spansIn(name));
      at(name).texts.push(...values.map(written));
    }
  }
  return serialised('record', root);
}

/** What EndNote itself never styles. */
function plainElement(path: string): boolean {
  return /^(?:database|source-app|rec-number|foreign-keys|periodical|alt-periodical)(?:\/|$)/.test(path);
}

function serialised(name: string, { branches, texts, attributes }: Branch): string {
  const inside = [...branches].map(([child, each]) => serialised(child, each)).join('');
  const count = Math.max(texts.length, attributes.size === 0 ? 0 : Math.max(...attributes.keys()) + 1);
  if (count === 0) return `<${name}>${inside}</${name}>`;
  let written = '';
  for (let index = 0; index < count; index++)
    written += `<${name}${attributes.get(index) ?? ''}>${texts[index] ?? ''}${index === 0 ? inside : ''}</${name}>`;
  return written;
}
