/** Reports that are only measured: of a stated size, invented, the same every time. */
import { createHash } from 'node:crypto';
import { blankReport } from '../core/report/blank.ts';
import type { Block, Part, SectionKey } from '../core/report/document.ts';
import type { Asset, CaseReport, Figure, Reference, Series } from '../core/report/types.ts';
import { drawingAsPng } from '../host/documents/drawings.ts';
import { encodeFigure } from '../host/documents/figures.ts';

export interface ReportSize {
  readonly words: number;
  readonly references: number;
  readonly photographs: number;
  readonly charts: number;
  readonly tables: number;
}

/** A case report of usual length, and one as long as a thesis chapter. */
export const SIZES = {
  small: { words: 2500, references: 30, photographs: 3, charts: 1, tables: 2 },
  large: { words: 20_000, references: 400, photographs: 20, charts: 1, tables: 10 },
} as const satisfies Record<string, ReportSize>;

export interface MeasuredReport {
  readonly report: CaseReport;
  readonly images: Readonly<Record<string, Uint8Array>>;
}

const VOCABULARY =
  'the patient was admitted with painful necrosis of the right leg and a normal serum calcium while phosphate remained high under haemodialysis for six years sodium thiosulfate was infused at the end of each session and pain decreased inflammatory markers fell progressively although fibrinogen stayed above its reference range a skin biopsy showed calcified vessel walls without thrombosis treatment was continued'.split(
    ' ',
  );

const NAMES = ['Haldane', 'Pires', 'Lenoir', 'Okonjo', 'Brandt', 'Lindqvist', 'Delorme', 'Vaziri', 'Ferrand', 'Moreau'];

const WORDS_A_PARAGRAPH = 80;

function sentence(words: number, seed: number): string {
  const text = Array.from({ length: words }, (_, at) => VOCABULARY[(seed * 17 + at * 7 + at * at) % VOCABULARY.length]);
  return `${text.join(' ')} (${seed}).`;
}

function reference(index: number): Reference {
  const id = `r${index}`;
  const author = Array.from({ length: 3 + (index % 5) }, (_, at) => ({
    family: NAMES[(index * 3 + at * 7) % NAMES.length] as string,
    given: String.fromCharCode(65 + ((index + at) % 26)),
  }));
  const item = {
    id,
    type: 'article-journal',
    title: `Invented study number ${index} of skin and vessels in patients on dialysis`,
    author,
    issued: { 'date-parts': [[1990 + (index % 34)]] },
    'container-title': 'Nephrology Notes',
    volume: String(1 + (index % 60)),
    issue: String(1 + (index % 12)),
    page: `${index + 100}-${index + 109}`,
    DOI: `10.9999/notes.${index}`,
  };
  return { id, item } as Reference;
}

async function photograph(index: number): Promise<{ readonly asset: Asset; readonly bytes: Uint8Array }> {
  const dots = Array.from({ length: 400 }, (_, at) => {
    const [x, y] = [(at * 37 + index * 101) % 1200, (at * 71 + index * 53) % 900];
    return `<circle cx="${x}" cy="${y}" r="${8 + ((at * index) % 40)}" fill="hsl(${(at * 7 + index * 20) % 60},60%,${40 + (at % 40)}%)"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 900" width="1200" height="900"><rect width="1200" height="900" fill="#e8c8b8"/>${dots.join('')}</svg>`;
  const bytes = await encodeFigure(await drawingAsPng(svg, 1200), 'jpeg', 300);
  const name = `${createHash('sha256').update(bytes).digest('hex')}.jpg`;
  return { asset: { name, type: 'image/jpeg', width: 1200, height: 900, size: bytes.length }, bytes };
}

function table(index: number): Block {
  const cell = (text: string) => ({ type: 'table-cell' as const, children: [{ text }] });
  const row = (texts: readonly string[]) => ({ type: 'table-row' as const, children: texts.map(cell) });
  return {
    type: 'table',
    id: `table${index}`,
    headerRows: 1,
    children: [
      { type: 'caption', children: [{ text: `Invented values, part ${index + 1}.` }] },
      row(['Day', 'CRP', 'Fibrinogen', 'Platelets', 'Calcium']),
      ...Array.from({ length: 8 }, (_, at) =>
        row([String(at), String(60 - at * 5), `${6 - at * 0.4}`, String(200 + at), '2.3']),
      ),
    ],
  };
}

const series: Series = {
  id: 'crp',
  analyte: 'CRP',
  unit: 'mg/L',
  range: { high: 5 },
  points: Array.from({ length: 12 }, (_, at) => ({
    id: `p${at}`,
    at: { day: at * 7 },
    value: 60 - at * 4,
    asPrinted: String(60 - at * 4),
  })),
};

/** A report of a size; every reference is cited, most twice. */
export async function reportOfSize(size: ReportSize): Promise<MeasuredReport> {
  const photographs = await Promise.all(Array.from({ length: size.photographs }, (_, index) => photograph(index + 1)));
  const paragraphs = Math.round(size.words / WORDS_A_PARAGRAPH);
  const citedInEach = Math.ceil((size.references * 2) / paragraphs);
  const paragraph = (index: number): Block => ({
    type: 'paragraph',
    children: [
      { text: sentence(WORDS_A_PARAGRAPH - 1, index) },
      {
        type: 'citation',
        id: `c${index}`,
        items: Array.from({ length: citedInEach }, (_, at) => ({
          reference: `r${(index * citedInEach + at) % size.references}`,
        })),
        children: [{ text: '' }],
      },
    ],
  });
  const floats: readonly Block[] = [
    ...photographs.map(
      (_, index): Block => ({
        type: 'figure',
        id: `figure${index}`,
        children: [{ type: 'caption', children: [{ text: `Invented photograph ${index + 1}.` }] }],
      }),
    ),
    ...Array.from(
      { length: size.charts },
      (_, index): Block => ({
        type: 'chart',
        id: `chart${index}`,
        series: ['crp'],
        children: [{ type: 'caption', children: [{ text: 'Course of CRP.' }] }],
      }),
    ),
    ...Array.from({ length: size.tables }, (_, index) => table(index)),
  ];
  const every = Math.max(1, Math.floor(paragraphs / (floats.length + 1)));
  const all = Array.from({ length: paragraphs }, (_, index): readonly Block[] => {
    const float = (index + 1) % every === 0 ? floats[(index + 1) / every - 1] : undefined;
    return float ? [paragraph(index), float] : [paragraph(index)];
  });
  const shares: Readonly<Record<SectionKey, readonly [number, number]>> = {
    introduction: [0, 0.15],
    observation: [0.15, 0.55],
    discussion: [0.55, 0.95],
    conclusion: [0.95, 1],
  };
  const blank = blankReport({ id: 'measured', language: 'en', template: 'plain-en' });
  const parts = blank.parts.map((part): Part => {
    if (part.key === 'title')
      return { ...part, children: [{ type: 'paragraph', children: [{ text: 'A measured report' }] }] };
    const share = shares[part.key as SectionKey];
    if (!share) return part;
    const [from, to] = share.map(edge => Math.round(edge * all.length)) as [number, number];
    return { ...part, children: all.slice(from, to).flat() };
  });
  const figures = photographs.map(
    ({ asset }, index): Figure => ({
      id: `figure${index}`,
      columns: 1,
      alt: 'Invented dots',
      credit: '',
      panels: [{ id: 'a', asset: asset.name, label: '', alt: 'Invented dots' }],
    }),
  );
  return {
    report: {
      ...blank,
      parts,
      references: Array.from({ length: size.references }, (_, index) => reference(index)),
      figures,
      series: [series],
      assets: photographs.map(({ asset }) => asset),
    },
    images: Object.fromEntries(photographs.map(({ asset, bytes }) => [asset.name, bytes])),
  };
}
