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
/** Of a whole book or volume these become the child's book's; who wrote it all wrote the part that names nobody else. */
const AS_BOOK: Readonly<Record<string, readonly string[]>> = {
  title: ['booktitle'],
  subtitle: ['booksubtitle'],
  titleaddon: ['booktitleaddon'],
  author: ['bookauthor', 'author'],
};
/** Of a work of several volumes these become the whole work's, for a volume and for a part of one. */
const AS_WORK: Readonly<Record<string, readonly string[]>> = {
  title: ['maintitle'],
  subtitle: ['mainsubtitle'],
  titleaddon: ['maintitleaddon'],
};
/** Of a periodical these become the article's journal's. */
const AS_JOURNAL: Readonly<Record<string, readonly string[]>> = {
  title: ['journaltitle'],
  subtitle: ['journalsubtitle'],
};

/** The fields of a child that one of its parent's fills. */
function handedDown(name: string, parent: string, child: string): readonly string[] {
  if (parent === 'periodical') return AS_JOURNAL[name] ?? [name];
  // Only a part of a book renames: articles of one issue share the journal as it is.
  const part = /^(?:in|supp|bookin)|^conference$/.test(child);
  return (parent.startsWith('mv') ? AS_WORK[name] : undefined) ?? (part ? AS_BOOK[name] : undefined) ?? [name];
}

/** Fields that say the same thing under several names: what a child says of it is not said again by its parent. */
const SAME: readonly (readonly string[])[] = [
  ['date', 'year', 'month', 'day'],
  ['journal', 'journaltitle'],
  ['location', 'address'],
  ['institution', 'school'],
];

/** What hands its fields down and is no reference itself. */
export const CONTAINER = 'xdata';

/** So many generations are followed: a part, its volume, the whole work and what they share are four. */
const DEEPEST = 20;

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
  // By where they begin; one that is still being made asks itself through its own parents, and is taken as it stands.
  const known = new Map<number, RawEntry | null>();
  const made = (child: RawEntry, depth: number): RawEntry | null => {
    const before = known.get(child.at);
    if (before !== undefined || depth > DEEPEST) return before ?? null;
    known.set(child.at, null);
    const whole = withParents(child, depth);
    known.set(child.at, whole);
    return whole;
  };
  const withParents = (child: RawEntry, depth: number): RawEntry | null => {
    const ancestor = (key: string) => {
      const found = parents.get(key);
      return found === undefined || found.at === child.at ? undefined : (made(found, depth + 1) ?? found);
    };
    const data = dataKeys(child)
      .map(ancestor)
      .filter(entry => entry?.type === CONTAINER);
    const parent = ancestor(parentKey(child));
    if (parent === undefined && data.length === 0) return null;
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
    parent?.names.forEach((name, index) => {
      if (OWN.has(name)) return;
      for (const given of handedDown(name, parent.type, child.type)) give(given, parent.values[index] as string);
    });
    return { ...child, names, values };
  };
  return { children: children.map(child => made(child, 0)), taken };
}

const fieldValue = ({ names, values }: RawEntry, name: string) =>
  (values[names.indexOf(name)] ?? '').trim().toLowerCase();

const parentKey = (entry: RawEntry) => fieldValue(entry, 'crossref');

const dataKeys = (entry: RawEntry): readonly string[] =>
  fieldValue(entry, 'xdata')
    .split(/\s*,\s*/)
    .filter(key => key !== '');
