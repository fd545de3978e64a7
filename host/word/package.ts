/** The files inside a .docx: what they say of themselves, in one order, with one date, under names that do not change from run to run. */
import { type Document, Packer } from 'docx';
import { type Zippable, zipSync } from 'fflate';
import { element, escapeText } from '../../core/export/markup.ts';

export interface Properties {
  readonly title: string;
  readonly author: string;
  readonly keywords: string;
  /** BCP 47. */
  readonly language: string;
  readonly date: Date;
  /** "Casewright 0.1.0". */
  readonly creator: string;
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** What the package of the file says: nothing of a machine or of who was logged in. */
export function propertyParts(properties: Properties): readonly { path: string; data: string }[] {
  const { title, author, keywords, language, date, creator } = properties;
  const at = `${date.toISOString().slice(0, 19)}Z`;
  const when = (name: string) => element(name, { 'xsi:type': 'dcterms:W3CDTF' }, at);
  const said = (name: string, text: string) => (text === '' ? '' : element(name, {}, escapeText(text)));
  const core = element(
    'cp:coreProperties',
    {
      'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:dcterms': 'http://purl.org/dc/terms/',
      'xmlns:dcmitype': 'http://purl.org/dc/dcmitype/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    said('dc:title', title),
    said('dc:creator', author),
    said('cp:keywords', keywords),
    said('dc:language', language),
    when('dcterms:created'),
    when('dcterms:modified'),
  );
  const app = element(
    'Properties',
    { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' },
    element('Application', {}, escapeText(creator.replace(/ [\d.]+\S*$/, ''))),
  );
  return [
    { path: 'docProps/core.xml', data: DECLARATION + core },
    { path: 'docProps/app.xml', data: DECLARATION + app },
  ];
}

/** Names that the docx package makes by chance, where a relationship or a numbering needs one. */
const RANDOM = /rId([a-z0-9_-]{21})(?![a-z0-9_-])/g;

/** The earliest date a zip can hold. */
const EPOCH = new Date(1980, 0, 1);

const encoder = new TextEncoder();

/** The package's own list of a document's files, which it keeps to itself: zipped by it they would have to be unpacked again. */
const { compiler } = Packer as unknown as {
  readonly compiler: {
    compile(document: Document, prettify: undefined, overrides: readonly object[]): Map<string, string | Uint8Array>;
  };
};

/** A document's files with names by order of appearance and dates that are no one's; images, packed already, are stored. */
export function packed(document: Document, overrides: readonly { path: string; data: string }[]): Uint8Array {
  const files = compiler.compile(document, undefined, overrides);
  const names = new Map<string, string>();
  const renamed = (whole: string) => {
    const known = names.get(whole) ?? `rIdLink${names.size + 1}`;
    names.set(whole, known);
    return known;
  };
  const paths = [...files.keys()].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  // The text first: its order is the same every time, that of the relationships need not be.
  const texts = new Map<string, Uint8Array>();
  for (const path of ['word/document.xml', ...paths]) {
    const file = files.get(path);
    if (typeof file === 'string' && !texts.has(path))
      texts.set(path, encoder.encode(/\.(?:xml|rels)$/.test(path) ? file.replace(RANDOM, renamed) : file));
  }
  const entries: Zippable = {};
  for (const path of paths) {
    const file = texts.get(path) ?? (files.get(path) as Uint8Array);
    const level = /\.(?:png|jpe?g)$/.test(path) ? 0 : 6;
    entries[path] = [file, { mtime: EPOCH, level, os: 0 }];
  }
  return zipSync(entries);
}

/** A package begins with its table of contents. */
const rank = (path: string) => (path === '[Content_Types].xml' ? 0 : path.startsWith('_rels/') ? 1 : 2);
