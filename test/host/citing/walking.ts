/** Random edits of a report's citations, each formatted step by step and compared with what citeproc gives of the whole. */
import fc from 'fast-check';
import type { Run } from '../../../core/manuscript/types.ts';
import type { Citation, CitationItem } from '../../../core/report/document.ts';
import type { Reference } from '../../../core/report/types.ts';
import type { Template } from '../../../core/template/types.ts';
import { createCiting } from '../../../host/citing/citing.ts';
import { type Engine, engineFor, localeOf } from '../../../host/citing/engine.ts';
import { entryOf, joined, runsOf, withLabelApart } from '../../../host/citing/runs.ts';
import { spacedAs } from '../../../host/citing/spaces.ts';
import { type StyleElement, styleNamed } from '../../../host/citing/styles/styles.ts';

export type Kind = Template['citations']['kind'];

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
      type: n === 4 ? 'book' : n === 6 ? 'chapter' : n === 7 ? 'webpage' : 'article-journal',
      title: `${n + 1} cases of <i>vessels</i>: “a” review`,
      ...(n === 9 ? {} : { author }),
      ...(n === 4 && { translator: [{ family: 'Lee', given: 'Bao' }], 'publisher-place': 'Paris' }),
      ...(n === 6 && {
        editor: [{ family: 'Smith', given: 'Zoe' }],
        publisher: 'Imaginary Press',
        'title-short': '7 cases',
      }),
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
    suppressAuthor: fc.constant(true),
  },
  { requiredKeys: ['reference'] },
) as fc.Arbitrary<CitationItem>;
const items = fc.uniqueArray(anItem, { minLength: 1, maxLength: 3, selector: ({ reference }) => reference });
/** Clusters put and taken away, a reference edited, one that arrives late. */
export const step: fc.Arbitrary<Step> = fc.oneof(
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
      .map(({ reference, locator, label, prefix, suffix, suppressAuthor }) => ({
        id: reference,
        ...(locator ? { locator, label: label ?? 'page' } : {}),
        ...(prefix ? { prefix: `${prefix} ` } : {}),
        ...(suffix ? { suffix } : {}),
        ...(suppressAuthor ? { 'suppress-author': true } : {}),
      })),
    properties: { noteIndex: isNotes ? index + 1 : 0 },
  }));
  const filled = made.filter(({ citationItems }) => citationItems.length > 0);
  const texts = new Map(engine.rebuildProcessorState(filled, 'html', []).map(([id, , text]) => [id, text] as const));
  const bibliography = filled.length === 0 ? false : engine.makeBibliography();
  return {
    clusters: made.map(({ citationID }) => letters(spacedAs(language, runsOf(texts.get(citationID) ?? '')))),
    entries: bibliography
      ? bibliography[1].map(html => {
          const { label, runs } = kind === 'author-date' ? entryOf(html) : withLabelApart(entryOf(html));
          return `${label}|${letters(spacedAs(language, runs))}`;
        })
      : [],
  };
}

export type Step =
  | { readonly at: number; readonly remove: number; readonly put: readonly CitationItem[][] }
  | { readonly edit: number; readonly title: string }
  | { readonly hide: number };

/** How a style cites, by its category; styles of the program's templates say it themselves. */
export function kindOf(style: string): Kind {
  const categories = styleNamed(style)?.children.flatMap(child =>
    typeof child === 'string' || child.name !== 'info' ? [] : child.children,
  );
  const format = categories?.flatMap(child =>
    typeof child === 'string' ? [] : (child.attrs['citation-format'] ?? []),
  )[0];
  return format === 'numeric' ? 'bracket' : format === 'note' ? 'superscript' : 'author-date';
}

type Printed = ReturnType<typeof anew>;

/** Goes through the steps, comparing with a full rebuild after each: gives the first that differs, or null. */
export function walk(
  style: string,
  kind: Kind,
  language: 'en' | 'fr',
  steps: readonly Step[],
): { readonly after: number; readonly ours: Printed; readonly whole: Printed } | null {
  const citing = createCiting({ templatesFolder: 'nowhere' });
  const template = { id: style, citations: { style, kind } } as Template;
  let clusters: Citation[] = [];
  let known = references;
  let next = 0;
  for (const [after, one] of steps.entries()) {
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
    const ours = {
      clusters: clusters.map(({ id }) => letters(formatted.clusters[id] ?? [])),
      entries: formatted.bibliography.map(({ label, runs }) => `${label}|${letters(runs)}`),
    };
    if (JSON.stringify(ours) !== JSON.stringify(whole)) return { after, ours, whole };
  }
  return null;
}
