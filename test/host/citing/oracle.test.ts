/** citation-js as witness: what it reads of a file, our readers read too, field by field, or better for a reason that is named here. */
import { readdirSync, readFileSync } from 'node:fs';
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { decodeText } from '../../../core/encoding.ts';
import { bibtex } from '../../../core/formats/bibtex/index.ts';
import { cslJson } from '../../../core/formats/csl-json/index.ts';
import { readReferences } from '../../../core/formats/index.ts';
import { ris } from '../../../core/formats/ris/index.ts';
import type { CslItem, CslName } from '../../../core/references/csl.ts';

const FORMATS: Readonly<Record<string, string>> = {
  BibTeX: '@bibtex/text',
  BibLaTeX: '@biblatex/text',
  RIS: '@ris/file',
  'CSL-JSON': '@csl/list+object',
};

/** What citation-js makes of a text; null where it refuses it. */
function witness(format: string, text: string): readonly CslItem[] | null {
  const forceType = FORMATS[format] as string;
  try {
    const input = format === 'CSL-JSON' ? JSON.parse(text) : text;
    return plugins.input.chain(input, { forceType, generateGraph: false }) as readonly CslItem[];
  } catch {
    return null;
  }
}

const plain = (value: unknown) =>
  String(value ?? '')
    .replace(/<[^<>]+>/g, '')
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();

/** A person's whole name, or a body's, whatever its parts. */
const person = ({ given = '', family = '', literal = '', suffix = '', ...particles }: CslName) =>
  plain([...plain(given + Object.values(particles).join('') + family + literal + suffix)].sort().join(''));

/** The fields both give an item, as texts that do not depend on who wrote them. */
const FIELDS: Readonly<Record<string, (item: CslItem) => string>> = {
  title: item => plain(item.title),
  author: item => (item.author ?? []).map(person).join(' '),
  editor: item => ((item.editor as readonly CslName[] | undefined) ?? []).map(person).join(' '),
  'container-title': item => plain(item['container-title']),
  year: item => plain(item.issued?.['date-parts']?.[0]?.[0]),
  volume: item => plain(item.volume),
  issue: item => plain(item.issue),
  page: item => plain(item.page),
  DOI: item => String(item.DOI ?? '').toLowerCase(),
  publisher: item => plain(item.publisher),
};

/** Where the witness knows less, by file and field. */
type Excuses = Readonly<Record<string, readonly string[]>>;

function differences(ours: readonly CslItem[], theirs: readonly CslItem[]): readonly string[] {
  return theirs.flatMap((item, index) =>
    Object.entries(FIELDS).flatMap(([field, read]) => {
      const [own, other] = [read(ours[index] ?? ({} as CslItem)), read(item)];
      return other === '' || own === other ? [] : [`${field} ${index}: ${own}, not ${other}`];
    }),
  );
}

const FOLDER = new URL('../../core/formats/exporters/files/', import.meta.url);
const files = readdirSync(FOLDER).sort();

const EXCUSES: Excuses = {
  // \\ensuremath is left in its title, braces around a DOI, "https://doi.org/" before one, "&amp;" in a title.
  'ads.bib': ['title 0'],
  'savedrecs.bib': ['DOI 0', 'editor 1'],
  'jabref.bib': ['DOI 0'],
  // "and others" is to it a person called so; "[No author name available]" too.
  'betterbiblatex.bib': ['author 4'],
  'scholar.bib': ['author 0'],
  'scopus.ris': ['author 2'],
  // "(coord.)" is to it a part of the name, "n° 3" a number.
  'cairn.ris': ['author 0', 'issue 0'],
  // "1002 S." of a book are its pages and no place in it.
  'citavi.ris': ['page 1'],
  // Of a journal's two names it takes the abbreviation, or the title of one issue.
  'embase.ris': ['container-title 0'],
  'endnote20.ris': ['container-title 0', 'year 0', 'page 0'],
  'sciencedirect.ris': ['title 0', 'container-title 0'],
  // "569" and "79" are pages 569 to 579, and "May 3" is no year.
  'ovid.ris': ['page 0'],
  'wos.ris': ['year 0'],
};

const word = fc.stringMatching(/^[A-Z][a-z]{2,8}$/);
const name = fc.record({ family: word, given: fc.stringMatching(/^[A-Z][a-z]{2,6}( [A-Z]\.)?$/) });
const item: fc.Arbitrary<CslItem> = fc
  .record({
    title: fc.array(fc.oneof(word, fc.constantFrom('β-blockers', 'à', 'der', 'Kidney', '5 < 6', '(a review)')), {
      minLength: 2,
      maxLength: 6,
    }),
    author: fc.array(name, { minLength: 1, maxLength: 4 }),
    container: fc.array(word, { minLength: 1, maxLength: 3 }),
    year: fc.integer({ min: 1850, max: 2029 }),
    month: fc.integer({ min: 1, max: 12 }),
    volume: fc.integer({ min: 1, max: 400 }),
    issue: fc.integer({ min: 1, max: 12 }),
    page: fc.integer({ min: 100, max: 8000 }),
    DOI: fc.stringMatching(/^10\.[1-9]\d{3}\/[a-z0-9.]{3,12}[a-z]$/),
  })
  .map(({ title, author, container, year, month, volume, issue, page, DOI }) => ({
    id: 'k',
    type: 'article-journal',
    title: title.join(' '),
    author,
    'container-title': container.join(' '),
    issued: { 'date-parts': [[year, month]] },
    volume: String(volume),
    issue: String(issue),
    page: `${page}-${page + 9}`,
    DOI,
  }));

describe('citation-js as witness', () => {
  beforeAll(() => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    vi.spyOn(console, 'error').mockImplementation(() => {});
  });

  it.each(files)('%s', file => {
    const { text } = decodeText(readFileSync(new URL(file, FOLDER)));
    const read = readReferences(text, file);
    if (!read.ok) throw new Error(read.problem.message.en);
    const { format, references } = read.value;
    const theirs = FORMATS[format] === undefined ? null : witness(format, text);
    if (theirs === null || theirs.length !== references.length) return;
    const excused = EXCUSES[file] ?? [];
    expect(
      differences(
        references.map(each => each.item),
        theirs,
      ).filter(each => !excused.some(field => each.startsWith(field))),
    ).toEqual([]);
  });

  it.each([
    ['BibTeX', bibtex],
    ['RIS', ris],
    ['CSL-JSON', cslJson],
  ] as const)('generated entries of %s', (name, format) => {
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 4 }), items => {
        const text =
          format.write?.(items.map((each, index) => ({ id: `k${index}`, item: { ...each, id: `k${index}` } }))) ?? '';
        const theirs = witness(name, text);
        expect(theirs).toHaveLength(items.length);
        expect(
          differences(
            format.read(text).references.map(each => each.item),
            theirs ?? [],
          ),
        ).toEqual([]);
        expect(differences(items, theirs ?? [])).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
