/** A .docx taken apart for tests: its parts as text, and what must hold for Word to open it without repair. */
import { XMLValidator } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';
import { misplaced } from './strict.ts';

export interface OpenedWord {
  readonly parts: ReadonlyMap<string, string>;
  readonly names: readonly string[];
  readonly document: string;
  readonly footnotes: string;
  readonly styles: string;
}

export function openWord(bytes: Uint8Array): OpenedWord {
  const files = unzipSync(bytes);
  const parts = new Map(
    Object.entries(files)
      .filter(([name]) => /\.(?:xml|rels)$/.test(name))
      .map(([name, data]) => [name, strFromU8(data)]),
  );
  return {
    parts,
    names: Object.keys(files),
    document: parts.get('word/document.xml') ?? '',
    footnotes: parts.get('word/footnotes.xml') ?? '',
    styles: parts.get('word/styles.xml') ?? '',
  };
}

export const all = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, found = '']) => found);

/** Letters as read, paragraphs on lines of their own; instructions of fields are not letters. */
export function lettersIn(xml: string): string {
  return xml
    .replace(/<w:instrText[^>]*>[\s\S]*?<\/w:instrText>/g, '')
    .replace(/<w:tab\/>/g, '\t')
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
}

/** What is wrong with a package: nothing, where Word is to open it. */
export function faultsOf({ parts, names, document: text, footnotes, styles }: OpenedWord): readonly string[] {
  const faults: string[] = [];
  const document = text + footnotes;
  for (const [name, text] of parts) if (XMLValidator.validate(text) !== true) faults.push(`${name} is not well-formed`);
  for (const [name, text] of parts) if (/^word\/[^/]+\.xml$/.test(name)) faults.push(...new Set(misplaced(name, text)));
  faults.push(...untyped(names, parts.get('[Content_Types].xml') ?? ''));
  for (const [name, text] of parts) {
    if (!name.endsWith('.rels')) continue;
    const ids = all(text, /\bId="([^"]+)"/g);
    if (new Set(ids).size !== ids.length) faults.push(`${name} has an id twice`);
    const folder = name.replace(/_rels\/[^/]+$/, '');
    for (const [whole, target = ''] of text.matchAll(/<Relationship\b[^>]*?Target="([^"]*)"[^>]*>/g)) {
      if (whole.includes('TargetMode="External"')) continue;
      const path = target.startsWith('/') ? target.slice(1) : folder + target;
      if (!names.includes(path)) faults.push(`${name} names ${target}, which is not there`);
    }
  }
  for (const [part, its] of [
    ['document', text],
    ['footnotes', footnotes],
  ] as const) {
    const related = new Set(all(parts.get(`word/_rels/${part}.xml.rels`) ?? '', /\bId="([^"]+)"/g));
    for (const id of all(its, /\br:(?:id|embed)="([^"]+)"/g))
      if (!related.has(id)) faults.push(`no relationship ${id} of ${part}`);
  }
  const once = (what: string, ids: readonly string[]) => {
    if (new Set(ids).size !== ids.length) faults.push(`two of ${what} are alike`);
  };
  once('bookmark ids', all(document, /<w:bookmarkStart\b[^>]*w:id="(\d+)"/g));
  once('bookmark names', all(document, /<w:bookmarkStart\b[^>]*w:name="([^"]+)"/g));
  once('drawing ids', all(document, /<wp:docPr\b[^>]*?\bid="(\d+)"/g));
  once('content control ids', all(document, /<w:id w:val="(\d+)"/g));
  const bookmarks = new Set(all(document, /<w:bookmarkStart\b[^>]*w:name="([^"]+)"/g));
  for (const name of [...all(document, /\bREF (\S+)/g), ...all(document, /w:anchor="([^"]+)"/g)])
    if (!bookmarks.has(name)) faults.push(`nothing is called ${name}`);
  for (const name of bookmarks) if (!/^[A-Za-z_]\w{0,39}$/.test(name)) faults.push(`${name} is no bookmark's name`);
  const known = new Set(all(styles, /w:styleId="([^"]+)"/g));
  for (const style of all(document, /<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]+)"/g))
    if (!known.has(style)) faults.push(`no style ${style}`);
  for (const tag of all(document, /<w:tag w:val="([^"]+)"/g)) if (tag.length > 64) faults.push(`${tag} is too long`);
  const begun = all(document, /fldCharType="(begin)"/g).length;
  if (begun !== all(document, /fldCharType="(end)"/g).length) faults.push('a field has no end');
  return faults;
}

/** Parts whose type the package does not say, and types of parts that are not there. */
function untyped(names: readonly string[], types: string): readonly string[] {
  const endings = new Set(all(types, /<Default\b[^>]*Extension="([^"]+)"/g));
  const parts = all(types, /<Override\b[^>]*PartName="\/([^"]+)"/g);
  return [
    ...names
      .filter(name => name !== '[Content_Types].xml' && !name.endsWith('/'))
      .filter(name => !parts.includes(name) && !endings.has(name.replace(/^.*\./, '')))
      .map(name => `${name} has no type`),
    ...parts.filter(name => !names.includes(name)).map(name => `${name} is typed and not there`),
  ];
}
