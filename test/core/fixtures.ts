/** Reports made by hand that hold one of everything, and the templates of the house, for tests. */
import { readFileSync } from 'node:fs';
import type { FormattedCitations } from '../../core/manuscript/types.ts';
import type {
  Block,
  CitationItem,
  FigureBlock,
  Inline,
  Part,
  PartKey,
  TableCell,
  TableRow,
} from '../../core/report/document.ts';
import { partOrder } from '../../core/report/parts.ts';
import {
  type CaseReport,
  type Language,
  type Point,
  type Reference,
  SCHEMA_VERSION,
  type Series,
} from '../../core/report/types.ts';
import { parseTemplate } from '../../core/template/parse.ts';
import type { Template } from '../../core/template/types.ts';

/** A template of `templates/`. */
export function house(id: string): Template {
  const read = parseTemplate(readFileSync(new URL(`../../templates/${id}/template.json`, import.meta.url), 'utf8'), id);
  if (!read.ok) throw new Error(read.problem.message.en);
  return read.value;
}

const inline = (child: Inline | string): Inline => (typeof child === 'string' ? { text: child } : child);
const empty = [{ text: '' }];

export const p = (...children: (Inline | string)[]): Block => ({ type: 'paragraph', children: children.map(inline) });
export const h = (level: 1 | 2, text: string): Block => ({ type: 'heading', level, children: [{ text }] });
export const cite = (id: string, ...items: (string | CitationItem)[]): Inline => ({
  type: 'citation',
  id,
  items: items.map(item => (typeof item === 'string' ? { reference: item } : item)),
  children: empty,
});
export const see = (target: string, panel?: string): Inline => ({
  type: 'cross-reference',
  target,
  ...(panel === undefined ? {} : { panel }),
  children: empty,
});
export const quote = (series: string, point: string, show: 'value' | 'value-unit' = 'value-unit'): Inline => ({
  type: 'value',
  series,
  point,
  show,
  children: empty,
});
export const figureBlock = (id: string, ...caption: (Inline | string)[]): FigureBlock => ({
  type: 'figure',
  id,
  children: [{ type: 'caption', children: caption.map(inline) }],
});
/** A row of a table. */
export const row = (...cells: (string | readonly [Inline | string, ...(Inline | string)[]])[]): TableRow => ({
  type: 'table-row',
  children: cells.map(
    (cell): TableCell => ({
      type: 'table-cell',
      children: (typeof cell === 'string' ? [cell] : cell).map(inline),
    }),
  ),
});
export const table = (id: string, caption: string, headerRows: number, ...rows: TableRow[]): Block => ({
  type: 'table',
  id,
  headerRows,
  children: [{ type: 'caption', children: [{ text: caption }] }, ...rows],
});

/** A report of the given parts; the others are empty. */
export function reportOf(
  language: Language,
  parts: Partial<Record<PartKey, Block[]>>,
  more: Partial<CaseReport> = {},
): CaseReport {
  return {
    format: 'casereport',
    version: SCHEMA_VERSION,
    id: 'report',
    language,
    template: language === 'fr' ? 'plain-fr' : 'plain-en',
    front: { runningTitle: '', authors: [], affiliations: [], keywords: [] },
    parts: partOrder(language).map((key): Part => ({ type: 'part', key, children: parts[key] ?? [p('')] })),
    references: [],
    figures: [],
    series: [],
    treatments: [],
    events: [],
    stays: [],
    phases: [],
    time: { dayZeroIs: '', show: 'days' },
    assets: [],
    ...more,
  };
}

const point = (id: string, day: number, value: number, asPrinted: string, more: Partial<Point> = {}): Point => ({
  id,
  at: { day },
  value,
  asPrinted,
  ...more,
});

export const crp: Series = {
  id: 'crp',
  analyte: 'CRP',
  unit: 'mg/L',
  range: { high: 5 },
  points: [
    point('crp0', 0, 60, '60'),
    point('crp15', 15, 41.5, '41,5'),
    point('crp30', 30, 20, '20'),
    point('crp45', 45, 5, '<5', { comparator: '<' }),
  ],
};
export const calcium: Series = {
  id: 'ca',
  analyte: 'Calcémie corrigée',
  unit: 'mmol/L',
  range: { low: 2.2, high: 2.6 },
  points: [point('ca0', 0, 2.3, '2,30'), point('ca30', 30, 2.15, '2,15')],
};

const reference = (id: string, family: string, year: number, title: string, more: object = {}): Reference => ({
  id,
  item: {
    id,
    type: 'article-journal',
    title,
    author: [
      { family, given: 'Anne Marie' },
      { family: 'Martin', given: 'Jean-Paul' },
    ],
    issued: { 'date-parts': [[year]] },
    'container-title': 'Journal of Invented Cases',
    'container-title-short': 'J Invent Cases',
    volume: '12',
    issue: '3',
    page: '1704-1714',
    DOI: `10.1000/invented.${id}`,
    ...more,
  },
});

export const references: readonly Reference[] = [
  reference('r1', 'Alvarez', 2018, 'A first invented article on vessels'),
  reference('r2', 'Bernard', 2007, 'A second one'),
  reference('r3', 'Colas', 2021, 'Third, with <i>Escherichia coli</i> in its title'),
  reference('r4', 'Durand', 2015, 'Fourth'),
  reference('r5', 'Evans', 2019, 'A chapter', {
    type: 'chapter',
    'container-title': 'A Book of Cases',
    publisher: 'Press',
    'publisher-place': 'Lyon',
    DOI: undefined,
  }),
];

/** An asset's name is the SHA-256 of its bytes: 64 digits. */
export const assetName = (digit: string) => `${digit.repeat(64)}.jpg`;

/** An invented case in French with one of everything. */
export const complete: CaseReport = reportOf(
  'fr',
  {
    title: [
      p('Lésions cutanées nécrotiques des membres inférieurs\u00a0: une observation ', {
        text: 'inventée',
        italic: true,
      }),
    ],
    'abstract:fr': [p('Nous rapportons une observation inventée. L’évolution a été favorable en 45\u00a0jours.')],
    'abstract:en': [p('We report an invented case. The outcome was favourable within 45 days.')],
    introduction: [
      p('Cette affection est rare', cite('c1', 'r1', 'r2', 'r3'), '. Elle touche l’adulte', cite('c2', 'r2'), '.'),
      p(''),
    ],
    observation: [
      h(1, 'À l’admission'),
      p(
        'Un patient de 60\u00a0ans présentait des plaques (',
        see('fig', 'A'),
        '). La CRP était de ',
        quote('crp', 'crp0'),
        ' puis ',
        quote('crp', 'crp45'),
        '\u202f; Ca',
        { text: '2+', sup: true },
        ' à ',
        quote('ca', 'ca0', 'value'),
        '.',
      ),
      figureBlock('fig', 'Évolution des plaques, d’après une image inventée', cite('c3', 'r4'), '.'),
      h(2, 'Biologie'),
      p('Les valeurs sont au ', see('labs'), ' et sur la ', see('chart'), '.'),
      {
        type: 'lab-table',
        id: 'labs',
        series: ['crp', 'ca'],
        children: [{ type: 'caption', children: [{ text: 'Évolution biologique.' }] }],
      },
      {
        type: 'chart',
        id: 'chart',
        series: ['crp', 'ca'],
        children: [{ type: 'caption', children: [{ text: 'CRP et calcémie.' }] }],
      },
      h(1, 'Traitement'),
      {
        type: 'list',
        ordered: true,
        children: [
          { type: 'list-item', children: [p('Antalgiques') as never] },
          {
            type: 'list-item',
            children: [
              p('Soins locaux') as never,
              { type: 'list', ordered: false, children: [{ type: 'list-item', children: [p('pansements') as never] }] },
            ],
          },
        ],
      },
      table('doses', 'Séances.', 1, row('Séance', 'Date', 'Volume (L)'), row('1', 'J2', '3,5'), row('2', 'J4', '12,0')),
    ],
    discussion: [
      p(
        'Le ',
        see('doses'),
        ' résume les séances',
        cite('c4', 'r1', 'r2', 'r3', 'r5'),
        '. Voir aussi ',
        {
          type: 'link',
          url: 'https://example.org/registre',
          children: [{ text: 'le registre' }],
        },
        '.',
      ),
    ],
    conclusion: [p('Il faut y penser.')],
    consent: [p('Le patient a donné son consentement écrit.')],
    funding: [p('Aucun.')],
  },
  {
    front: {
      runningTitle: 'Une observation inventée',
      authors: [
        {
          id: 'a1',
          given: 'Claire',
          family: 'Exemple',
          affiliations: ['i2', 'i1'],
          corresponding: true,
          email: 'claire@example.org',
          orcid: '0000-0002-1825-0097',
        },
        { id: 'a2', given: 'Paul', family: 'Modèle', affiliations: ['i1'] },
      ],
      affiliations: [
        { id: 'i1', name: 'Service de néphrologie, Hôpital inventé', city: 'Lyon', country: 'France' },
        { id: 'i2', name: 'Université inventée', city: 'Grenoble', country: 'France' },
        { id: 'i3', name: 'Laboratoire que personne ne nomme', city: 'Nice', country: 'France' },
      ],
      keywords: [
        { language: 'fr', words: ['plaques', 'rhéophérèse'] },
        { language: 'en', words: ['plaques', 'rheopheresis'] },
      ],
    },
    references,
    figures: [
      {
        id: 'fig',
        columns: 2,
        alt: 'Plaques nécrotiques de la jambe',
        credit: 'Cliché inventé.',
        panels: [
          { id: 'pa', asset: assetName('a'), label: '', moment: { day: 0 }, alt: 'Plaque à l’admission' },
          { id: 'pb', asset: assetName('b'), label: 'J45', alt: '' },
        ],
      },
    ],
    series: [crp, calcium],
    assets: ['a', 'b'].map(digit => ({
      name: assetName(digit),
      type: 'image/jpeg',
      width: 1200,
      height: 900,
      size: 1000,
    })),
  },
);

/** Citations as a plain engine would give them: "[r1,r2]", and one entry for each reference cited. */
export function plainCitations(report: CaseReport): FormattedCitations {
  const clusters: Record<string, { text: string }[]> = {};
  const cited: string[] = [];
  JSON.stringify(report.parts, (_, node) => {
    if (node?.type === 'citation') {
      const ids = node.items.map((item: CitationItem) => item.reference);
      clusters[node.id] = [{ text: `[${ids.join(',')}]` }];
      for (const id of ids) if (!cited.includes(id)) cited.push(id);
    }
    return node;
  });
  return {
    clusters,
    bibliography: cited.map((id, index) => ({
      reference: id,
      label: `${index + 1}.`,
      runs: [{ text: `Entry ${id}` }],
    })),
    missing: [],
  };
}
