/** Formatting step by step gives what citeproc gives of the whole, in styles of every kind. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Run } from '../../../core/manuscript/types.ts';
import type { Citation, CitationItem } from '../../../core/report/document.ts';
import type { Reference } from '../../../core/report/types.ts';
import type { Template } from '../../../core/template/types.ts';
import { createCiting } from '../../../host/citing/citing.ts';
import { type Engine, engineFor, localeOf } from '../../../host/citing/engine.ts';
import { printsNumbersAlone } from '../../../host/citing/numbers-alone.ts';
import { entryOf, joined, runsOf, withLabelApart } from '../../../host/citing/runs.ts';
import { type StyleElement, styleNamed } from '../../../host/citing/styles.ts';

type Kind = Template['citations']['kind'];

/** Alike on purpose: same names in one year, same names throughout, no author, no date, other types, numbers in titles. */
const families = ['Smith', 'Smith', 'Smith', 'Doe', 'Doe', 'Ng', 'Ng', 'van der Berg', 'Smith', 'Roy'];
const references: readonly Reference[] = families.map((family, n) => {
  const id = `r${n}`;
  const author = [
    { family, given: n === 2 ? 'Zoe' : 'Ann' },
    ...(n % 3 === 0
      ? []
      : [
          { family: 'Lee', given: `B${n}` },
          { family: 'Kim', given: 'C' },
          { family: `X${n % 2}`, given: 'D' },
        ]),
  ];
  return {
    id,
    item: {
      id,
      type: n === 4 ? 'book' : n === 7 ? 'webpage' : 'article-journal',
      title: `${n + 1} cases of <i>vessels</i>: “a” review`,
      ...(n === 9 ? {} : { author }),
      ...(n === 5 ? {} : { issued: { 'date-parts': [[n < 4 ? 2015 : 2010 + (n % 2)]] } }),
      'container-title': 'Journal of Imaginary Cases',
      'container-title-short': 'J Imag Cases',
      volume: String(n + 1),
      page: `${n}1-${n}9`,
      ...(n % 2 === 0 ? { DOI: `10.5555/x.${n}` } : {}),
      ...(n === 7 ? { URL: 'https://example.org/page' } : {}),
      abstract: 'long',
    },
  };
});

const anItem = fc.record(
  {
    reference: fc.nat(families.length - 1).map(n => `r${n}`),
    locator: fc.constantFrom('12', '3-5'),
    label: fc.constantFrom('page', 'figure'),
    prefix: fc.constantFrom('see', 'cf.'),
    suffix: fc.constantFrom(', among others'),
  },
  { requiredKeys: ['reference'] },
) as fc.Arbitrary<CitationItem>;
const items = fc.uniqueArray(anItem, { minLength: 1, maxLength: 3, selector: ({ reference }) => reference });
/** Clusters put and taken away, a reference edited, one that arrives late. */
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ at: fc.nat(8), remove: fc.nat(2), put: fc.array(items, { maxLength: 2 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({ edit: fc.nat(families.length - 1), title: fc.constantFrom('Another', 'A second') }),
  },
  { weight: 1, arbitrary: fc.record({ hide: fc.nat(families.length - 1) }) },
);

const oracles = new Map<string, Engine>();
/** An engine of the same style that never sees a change: it forgets everything between two uses. */
function oracle(style: string, language: 'en' | 'fr'): Engine {
  const id = `oracle-${style}-${language}`;
  const engine =
    oracles.get(id) ?? engineFor(id, structuredClone(styleNamed(style)) as StyleElement, localeOf(language));
  oracles.set(id, engine);
  return engine;
}

/** Letters with their marks; how they are cut into runs says nothing. */
const letters = (runs: readonly Run[]) =>
  joined(
    runs.map(({ text, italic, bold, sup }) => ({
      text,
      ...(italic && { italic }),
      ...(bold && { bold }),
      ...(sup && { sup }),
    })),
  )
    .map(({ text, italic, bold, sup }) => `${italic ? '_' : ''}${bold ? '*' : ''}${sup ? '^' : ''}${text}`)
    .join('');

function anew(
  style: string,
  language: 'en' | 'fr',
  kind: Kind,
  clusters: readonly Citation[],
  known: readonly Reference[],
) {
  const engine = oracle(style, language);
  const byId = new Map(known.map(({ id, item }) => [id, item] as const));
  engine.sys.retrieveItem = id => byId.get(id) as Reference['item'];
  // Emptied by `updateItems`, it would keep whom it once told apart from whom.
  engine.restoreProcessorState([]);
  const isNotes = engine.opt.xclass === 'note';
  const made = clusters.map(({ id, items }, index) => ({
    citationID: id,
    citationItems: items
      .filter(({ reference }) => byId.has(reference))
      .map(({ reference, locator, label, prefix, suffix }) => ({
        id: reference,
        ...(locator ? { locator, label: label ?? 'page' } : {}),
        ...(prefix ? { prefix: `${prefix} ` } : {}),
        ...(suffix ? { suffix } : {}),
      })),
    properties: { noteIndex: isNotes ? index + 1 : 0 },
  }));
  const filled = made.filter(({ citationItems }) => citationItems.length > 0);
  const texts = new Map(engine.rebuildProcessorState(filled, 'html', []).map(([id, , text]) => [id, text] as const));
  const bibliography = filled.length === 0 ? false : engine.makeBibliography();
  return {
    clusters: made.map(({ citationID }) => letters(runsOf(texts.get(citationID) ?? ''))),
    entries: bibliography
      ? bibliography[1].map(html => {
          const { label, runs } = kind === 'author-date' ? entryOf(html) : withLabelApart(entryOf(html));
          return `${label}|${letters(runs)}`;
        })
      : [],
  };
}

type Step =
  | { readonly at: number; readonly remove: number; readonly put: readonly CitationItem[][] }
  | { readonly edit: number; readonly title: string }
  | { readonly hide: number };

/** Goes through the steps, comparing with a full rebuild after each. */
function walk(style: string, kind: Kind, language: 'en' | 'fr', steps: readonly Step[]): void {
  const citing = createCiting({ templatesFolder: 'nowhere' });
  const template = { id: style, citations: { style, kind } } as Template;
  let clusters: Citation[] = [];
  let known = references;
  let next = 0;
  for (const one of steps) {
    if ('edit' in one) {
      known = known.map((reference, n) =>
        n === one.edit ? { ...reference, item: { ...reference.item, title: one.title } } : reference,
      );
    } else if ('hide' in one) known = references.filter((_, n) => n !== one.hide);
    else {
      const made = one.put.map(
        (items): Citation => ({ type: 'citation', id: `c${next++}`, items, children: [{ text: '' }] }),
      );
      clusters = clusters.toSpliced(Math.min(one.at, clusters.length), one.remove, ...made);
    }
    const formatted = citing.format({ clusters, references: known, template, language });
    const whole = anew(style, language, kind, clusters, known);
    expect({
      clusters: clusters.map(({ id }) => letters(formatted.clusters[id] ?? [])),
      entries: formatted.bibliography.map(({ label, runs }) => `${label}|${letters(runs)}`),
    }).toEqual(whole);
  }
}

const styles: readonly (readonly [string, Kind, boolean])[] = [
  ['vancouver', 'bracket', true],
  ['bmj', 'superscript', true],
  ['american-medical-association', 'superscript', true],
  ['ieee', 'bracket', true],
  ['proteomics', 'bracket', true],
  ['apa', 'author-date', false],
  ['chicago-author-date', 'author-date', false],
  // Numbers beside words of the works, and notes with numbers of works.
  ['journal-of-emerging-investigators', 'bracket', false],
  ['china-national-standard-gb-t-7714-2015-note', 'superscript', false],
  ['feminist-economics', 'author-date', false],
  ['chicago-note-bibliography', 'superscript', false],
  ['chicago-fullnote-bibliography', 'superscript', false],
  ['oscola', 'superscript', false],
  ['revue-dhistoire-moderne-et-contemporaine', 'superscript', false],
];

describe.each(styles)('%s', (style, kind, isNumbersAlone) => {
  it('prints what a full rebuild prints, after any edits', () => {
    expect(printsNumbersAlone(styleNamed(style) as StyleElement)).toBe(isNumbersAlone);
    fc.assert(
      fc.property(
        fc.constantFrom('en' as const, 'fr' as const),
        fc.array(step, { minLength: 1, maxLength: 8 }),
        (language, steps) => walk(style, kind, language, steps),
      ),
      { numRuns: Number(process.env.EDIT_RUNS ?? 3) },
    );
  }, 600_000);
});

it('whom to tell apart from whom is decided anew when a work like two others is cited before them', () => {
  const put = (...ids: string[]): Step => ({ at: 0, remove: 0, put: [ids.map(reference => ({ reference }))] });
  walk('apa', 'author-date', 'en', [put('r0', 'r8'), put('r2')]);
});

it('a work cited between others has the number of its place, where the list is sorted by number', () => {
  const put = (at: number, reference: string): Step => ({ at, remove: 0, put: [[{ reference }]] });
  walk('proteomics', 'bracket', 'en', [put(0, 'r0'), put(1, 'r8'), put(1, 'r2'), put(0, 'r3')]);
});

it('a note that went in between makes the next one no ibid., and every later one names the new number of the first', () => {
  const put = (at: number, ...references: string[]): Step => ({
    at,
    remove: 0,
    put: references.map(reference => [{ reference }]),
  });
  walk('oscola', 'superscript', 'en', [put(0, 'r0', 'r0', 'r1', 'r0'), put(1, 'r2'), put(0, 'r3'), put(3, 'r8', 'r8')]);
});

it('entries stay with their works where the style prints nothing of some', () => {
  const put = (...ids: string[]): Step => ({ at: 0, remove: 0, put: [ids.map(reference => ({ reference }))] });
  walk('kommunikation-und-recht', 'superscript', 'en', [put('r0', 'r7', 'r9'), put('r1')]);
});
