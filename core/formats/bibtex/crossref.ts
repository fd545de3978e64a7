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

/** Each child with its parent's fields; null for one whose parent is not in the text, which stays as it is. */
export function inherited(text: string, children: readonly RawEntry[]): readonly (RawEntry | null)[] {
  const wanted = new Set(children.map(parentKey));
  const parents = new Map<string, RawEntry>();
  const scanner = scanBibtex(text);
  for (let entry = scanner.next(); entry !== null; entry = scanner.next()) {
    const key = entry.key.toLowerCase();
    if (wanted.has(key) && !parents.has(key)) parents.set(key, entry);
  }
  return children.map(child => {
    const parent = parents.get(parentKey(child));
    if (!parent || parent.at === child.at) return null;
    const names = [...child.names];
    const values = [...child.values];
    parent.names.forEach((name, index) => {
      if (OWN.has(name)) return;
      // Only a part of a book renames: articles of one issue share the journal as it is.
      const as = /^(?:in|supp)/.test(child.type) || child.type === 'conference' ? (AS_BOOK[name] ?? name) : name;
      if (names.includes(as)) return;
      names.push(as);
      values.push(parent.values[index] as string);
    });
    return { ...child, names, values };
  });
}

function parentKey({ names, values }: RawEntry): string {
  return (values[names.indexOf('crossref')] ?? '').trim().toLowerCase();
}
