/** Figures, charts and tables as Pandoc's Markdown: each in a division of its own, which is what a mention leads to. */
import type { Captions, PrintedChart, PrintedFigure, PrintedTable } from '../../manuscript/types.ts';
import { type FigureFile, fileOf } from '../figure-files.ts';
import { identifier } from '../markup.ts';
import { panelAlt, panelHead } from '../wording.ts';
import { type Cited, escapeMarkdown, runsMarkdown } from './text.ts';

/** Images by their names, and the folder beside the text where they lie. */
export interface Figures {
  readonly files: readonly FigureFile[];
  readonly folder: string;
}

function captionMarkdown({ label, caption }: Captions, cited: Cited, credit = ''): string {
  return [
    `**${escapeMarkdown(label, 'none')}**`,
    runsMarkdown(caption, cited, 'none'),
    credit === '' ? '' : `*${escapeMarkdown(credit, 'none')}*`,
  ]
    .filter(part => part !== '')
    .join(' ');
}

const inDivision = (id: string, kind: string, content: readonly string[]): string =>
  [`::: {#${identifier(id)} .${kind}}`, content.join('\n\n'), ':::'].join('\n');

/** An attribute's value between quotes; backslash and quote are the letters that would end it. */
const quoted = (text: string): string => `"${text.replace(/\s+/g, ' ').replace(/[\\"]/g, found => `\\${found}`)}"`;

const image = (place: string, alt: string, attributes = ''): string =>
  `![${escapeMarkdown(alt, 'none')}](${place}){alt=${quoted(alt)}${attributes}}`;

export function figureMarkdown(figure: PrintedFigure, { files, folder }: Figures, cited: Cited): string {
  const caption = captionMarkdown(figure, cited, figure.credit);
  const columns = Math.max(1, Math.min(figure.columns, figure.panels.length));
  const width = columns === 1 ? '' : ` width=${Math.floor(96 / columns)}%`;
  const panels = figure.panels.map(panel => {
    const head = panelHead(panel);
    const picture = image(`${folder}/${fileOf(files, panel)}`, panelAlt(panel, figure), width);
    // A hard break at the end keeps an image alone in its paragraph from being taken for a figure with a caption.
    return head === '' ? `${picture}\\` : `**${escapeMarkdown(head, 'none')}** ${picture}`;
  });
  return inDivision(figure.anchor, 'figure', [...panels, caption]);
}

export function chartMarkdown(chart: PrintedChart, { files, folder }: Figures, cited: Cited): string {
  return inDivision(chart.anchor, 'figure', [
    `${image(`${folder}/${fileOf(files, chart)}`, chart.alt)}\\`,
    captionMarkdown(chart, cited),
  ]);
}

/** A pipe table. It has one row of headings; further ones stand bold in the body. */
export function tableMarkdown(table: PrintedTable, cited: Cited): string {
  const caption = captionMarkdown(table, cited);
  const width = Math.max(0, ...table.rows.map(row => row.length));
  if (width === 0) return inDivision(table.anchor, 'table', [caption]);
  const texts = table.rows.map((row, index) =>
    Array.from({ length: width }, (_, column) => {
      const cell = row[column];
      const bold = index > 0 && index < table.headerRows;
      return runsMarkdown(
        (cell?.runs ?? []).map(run => (bold ? { ...run, bold: true as const } : run)),
        cited,
        'none',
      );
    }),
  );
  const head = table.headerRows > 0 ? (texts[0] ?? []) : Array.from({ length: width }, () => '');
  const body = table.headerRows > 0 ? texts.slice(1) : texts;
  const widths = head.map((text, column) => Math.max(3, text.length, ...body.map(row => row[column]?.length ?? 0)));
  const right = head.map((_, column) => table.rows.some(row => row[column]?.align === 'right'));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((text, column) => (right[column] ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0))).join(' | ')} |`;
  const rule = `|${widths.map((dashes, column) => (right[column] ? `${'-'.repeat(dashes + 1)}:` : `:${'-'.repeat(dashes + 1)}`)).join('|')}|`;
  return inDivision(table.anchor, 'table', [caption, [line(head), rule, ...body.map(line)].join('\n')]);
}
