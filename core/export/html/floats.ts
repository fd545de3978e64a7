/** Figures, charts and tables as HTML. */
import { lettersOf } from '../../manuscript/letters.ts';
import type { Captions, PrintedCell, PrintedChart, PrintedFigure, PrintedTable } from '../../manuscript/types.ts';
import { element, escapeText, identifier, voidElement } from '../markup.ts';
import { bareLabel, panelAlt, panelHead } from '../wording.ts';
import { type Calls, runsHtml } from './runs.ts';

/** The address of an asset, or undefined where its bytes are not there. */
export type AddressOf = (asset: string) => string | undefined;

function captionHtml({ label, caption }: Captions, calls: Calls, credit = ''): string {
  const parts = [
    element('b', {}, escapeText(label)),
    runsHtml(caption, calls),
    ...(credit === '' ? [] : [element('em', {}, escapeText(credit))]),
  ];
  return parts.filter(part => part !== '').join(' ');
}

/** A figure with its panels in rows; the caption names it. */
export function figureHtml(figure: PrintedFigure, addressOf: AddressOf, calls: Calls): string {
  const panels = figure.panels.flatMap(panel => {
    const address = addressOf(panel.asset);
    if (address === undefined) return [];
    const head = panelHead(panel);
    const shown = voidElement('img', { alt: panelAlt(panel, figure), width: panel.width, height: panel.height });
    // An address that holds a photograph is millions of letters, of which none is to be looked at.
    const image = `<img src="${address}"${shown.slice('<img'.length)}`;
    return [
      element(
        'div',
        { class: 'panel' },
        ...(head === '' ? [] : [element('p', { class: 'panel-head' }, escapeText(head))]),
        image,
      ),
    ];
  });
  const columns = Math.max(1, Math.min(figure.columns, panels.length, 4));
  return element(
    'figure',
    { id: identifier(figure.anchor) },
    ...(panels.length === 0 ? [] : [element('div', { class: `panels across-${columns}` }, ...panels)]),
    element('figcaption', {}, captionHtml(figure, calls, figure.credit)),
  );
}

/** Ids inside a drawing, made its own: two drawings of one page may not share them. */
function withOwnIds(svg: string, prefix: string): string {
  return svg
    .replace(/ id="([^"]+)"/g, (_, id: string) => ` id="${prefix}-${id}"`)
    .replace(/url\(#([^)]+)\)/g, (_, id: string) => `url(#${prefix}-${id})`)
    .replace(/href="#([^"]+)"/g, (_, id: string) => `href="#${prefix}-${id}"`);
}

/** A chart as a drawing that says what it is and, from the data, what it shows. */
export function chartHtml(chart: PrintedChart, calls: Calls): string {
  const id = identifier(chart.anchor);
  const drawing = withOwnIds(chart.svg, id).replace(
    /^<svg\b/,
    `<svg role="img" aria-labelledby="${id}-title" aria-describedby="${id}-desc"`,
  );
  const start = drawing.indexOf('>') + 1;
  const words =
    element('title', { id: `${id}-title` }, escapeText(bareLabel(chart.label))) +
    element('desc', { id: `${id}-desc` }, escapeText(chart.alt));
  return element(
    'figure',
    { id, class: 'chart' },
    drawing.slice(0, start) + words + drawing.slice(start),
    element('figcaption', {}, captionHtml(chart, calls)),
  );
}

function cellHtml(cell: PrintedCell, inHead: boolean, calls: Calls): string {
  const html = runsHtml(cell.runs, calls);
  const className = cell.align === 'left' ? undefined : cell.align;
  // A heading without letters would be read as a heading of nothing.
  if (!(cell.header || inHead) || lettersOf(cell.runs).trim() === '') return element('td', { class: className }, html);
  return element('th', { scope: inHead ? 'col' : 'row', class: className }, html);
}

/** A table with its head; one too wide scrolls by itself, by keyboard too. */
export function tableHtml(table: PrintedTable, calls: Calls): string {
  const id = identifier(table.anchor);
  const row = (cells: readonly PrintedCell[], inHead: boolean) =>
    element('tr', {}, ...cells.map(cell => cellHtml(cell, inHead, calls)));
  const head = table.rows.slice(0, table.headerRows).map(cells => row(cells, true));
  const body = table.rows.slice(table.headerRows).map(cells => row(cells, false));
  return element(
    'div',
    { class: 'table', id, role: 'region', tabindex: 0, 'aria-labelledby': `${id}-caption` },
    element(
      'table',
      {},
      element('caption', { id: `${id}-caption` }, captionHtml(table, calls)),
      ...(head.length === 0 ? [] : [element('thead', {}, ...head)]),
      element('tbody', {}, ...body),
    ),
  );
}
