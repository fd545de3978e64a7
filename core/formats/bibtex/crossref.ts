/** `crossref`: a child takes from its parent what it lacks (btxdoc, section 2; biblatex manual 3.19, appendix B). */
import { type RawEntry, scanBibtex } from './scan.ts';

/** What a child never takes: the parent's own identity. */
const OWN = new Set([
  'crossref',
  'ids',
  'shorttitle',
  'shorthand',
  'label',
  'abstract',
  'doi',
  'url',
  'pages',
  'keywords',
  'note',
  'annote',
  'annotation',
]);
/** Of a whole book or volume these become the child's book's. */
const AS_BOOK: Readonly<Record<string, string>> = {
  title: 'booktitle',
  subtitle: 'booksubtitle',
  author: 'bookauthor',
};

/** Fields that say the same thing under several names: what a child says of it is not said again by its parent. */
const SAME: readonly (readonly string[])[] = [
  ['date', 'year', 'month', 'day'],
  ['journal', 'journaltitle'],
  ['location', 'address'],
  ['institution', 'school'],
];

/** What hands its fields down and is no reference itself. */
export const CONTAINER = 'xdata';

export interface Families {
  /** Each child with its parents' fields; null for one without a parent in the text, which stays as it is. */
  readonly children: readonly (RawEntry | null)[];
  /** Where the `@xdata` entries stand that a child took from. */
  readonly taken: ReadonlySet<number>;
}

/** Gives children what they inherit, over one more reading of the text. */
export function inherited(text: string, children: readonly RawEntry[]): Families {
  const wanted = new Set(children.flatMap(child => [parentKey(child), ...dataKeys(child)]));
  const parents = new Map<string, RawEntry>();
  const scanner = scanBibtex(text);
  for (let entry = scanner.next(); entry !== null; entry = scanner.next()) {
    const key = entry.key.toLowerCase();
    if (wanted.has(key) && !parents.has(key)) parents.set(key, entry);
  }
  const taken = new Set<number>();
  const made = children.map(child => {
    const data = dataKeys(child)
      .map(key => parents.get(key))
      .filter(entry => entry?.type === CONTAINER);
    const parent = parents.get(parentKey(child));
    const has = parent !== undefined && parent.at !== child.at;
    if (!has && data.length === 0) return null;
    const names = [...child.names];
    const values = [...child.values];
    const give = (name: string, value: string) => {
      if (
        names.includes(name) ||
        SAME.some(same => same.includes(name) && same.some(other => child.names.includes(other)))
      )
        return;
      names.push(name);
      values.push(value);
    };
    for (const from of data as readonly RawEntry[]) {
      taken.add(from.at);
      from.names.forEach((name, index) => {
        give(name, from.values[index] as string);
      });
    }
    if (data.length > 0 && data.length === dataKeys(child).length) {
      const own = names.indexOf('xdata');
      names.splice(own, 1);
      values.splice(own, 1);
    }
    if (has)
      parent.names.forEach((name, index) => {
        if (OWN.has(name)) return;
        // Only a part of a book renames: articles of one issue share the journal as it is.
        const part = /^(?:in|supp)/.test(child.type) || child.type === 'conference';
        give(part ? (AS_BOOK[name] ?? name) : name, parent.values[index] as string);
      });
    return { ...child, names, values };
  });
  return { children: made, taken };
}

const fieldValue = ({ names, values }: RawEntry, name: string) =>
  (values[names.indexOf(name)] ?? '').trim().toLowerCase();

const parentKey = (entry: RawEntry) => fieldValue(entry, 'crossref');

const dataKeys = (entry: RawEntry): readonly string[] =>
  fieldValue(entry, 'xdata')
    .split(/\s*,\s*/)
    .filter(key => key !== '');
