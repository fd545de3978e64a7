/** Blocks as they are printed. */
import type {
  Block,
  ChartBlock,
  FigureBlock,
  Floating,
  LabTableBlock,
  ListItem,
  Table,
  TableRow,
} from '../report/document.ts';
import { captionOf, isEmptyInline } from '../report/parts.ts';
import type { Series } from '../report/types.ts';
import { blockKey } from '../roundtrip/keys.ts';
import { frameOf } from '../template/page.ts';
import { drawTimeline } from '../timeline/drawing/draw.ts';
import { chartRequest } from '../timeline/drawing/of-block.ts';
import { momentLabel } from '../timeline/moment.ts';
import { printedTime } from '../timeline/printed-time.ts';
import { labTable, labTableChoices } from '../timeline/table.ts';
import { type Context, floatAnchor } from './context.ts';
import { runsOf } from './inlines.ts';
import { panelLetter } from './number.ts';
import type { Captions, PrintedBlock, PrintedCell, PrintedPanel } from './types.ts';

/** The blocks of a part; empty paragraphs are not printed. */
export function printedBlocks(blocks: readonly Block[], context: Context, anchor: string): readonly PrintedBlock[] {
  let headings = 0;
  return blocks.flatMap((block): readonly PrintedBlock[] => {
    switch (block.type) {
      case 'paragraph':
        return isEmptyInline(block.children)
          ? []
          : [{ kind: 'paragraph', runs: runsOf(block.children, context), source: blockKey(block) }];
      case 'heading': {
        if (isEmptyInline(block.children)) return [];
        headings++;
        return [
          {
            kind: 'heading',
            level: block.level,
            number: context.numbering.headings.get(block) ?? '',
            runs: runsOf(block.children, context),
            anchor: `${anchor}-${headings}`,
            source: blockKey(block),
          },
        ];
      }
      case 'list':
        return [
          {
            kind: 'list',
            ordered: block.ordered,
            items: block.children.map(item => printedItem(item, context, anchor)),
          },
        ];
      case 'table':
        return [
          {
            kind: 'table',
            ...captioned(block, context),
            headerRows: block.headerRows,
            rows: tableRows(block, context),
          },
        ];
      case 'lab-table':
        return [printedLabTable(block, context)];
      case 'figure':
        return printedFigure(block, context);
      case 'chart':
        return [printedChart(block, context)];
    }
  });
}

function printedItem(item: ListItem, context: Context, anchor: string): readonly PrintedBlock[] {
  return printedBlocks(item.children, context, anchor);
}

function captioned(block: Floating, context: Context): Captions {
  const label = context.numbering.floats.get(block.id)?.label ?? '';
  return {
    anchor: floatAnchor(block.id),
    label: label + context.template.labels.after,
    caption: runsOf(captionOf(block)?.children ?? [], context),
    source: blockKey(block),
  };
}

const NUMERIC = /^[<>≤≥±−-]?\s*\d[\d\s.,\u00a0\u202f]*\s*%?$/;

/** Columns whose cells are all numbers sit right. */
function numericColumns(rows: readonly (readonly { text: string }[])[], headerRows: number): ReadonlySet<number> {
  const body = rows.slice(headerRows);
  const width = Math.max(0, ...rows.map(row => row.length));
  const columns = Array.from({ length: width }, (_, column) =>
    body.map(row => row[column]?.text.trim() ?? '').filter(text => text !== ''),
  );
  return new Set(
    columns.flatMap((texts, column) => (texts.length > 0 && texts.every(text => NUMERIC.test(text)) ? [column] : [])),
  );
}

function tableRows(block: Table, context: Context): readonly (readonly PrintedCell[])[] {
  const rows = block.children.filter((child): child is TableRow => child.type === 'table-row');
  const runs = rows.map(row => row.children.map(cell => ({ cell, runs: runsOf(cell.children, context) })));
  const texts = runs.map(row => row.map(({ runs }) => ({ text: runs.map(run => run.text).join('') })));
  const right = numericColumns(texts, block.headerRows);
  return runs.map((row, index) =>
    row.map(({ cell, runs }, column) => ({
      runs,
      header: index < block.headerRows || cell.header === true,
      align: right.has(column) ? 'right' : 'left',
    })),
  );
}

function printedChart(block: ChartBlock, context: Context): PrintedBlock {
  const { report, language, template, numbering } = context;
  const frame = frameOf(template.page);
  const numberOf = (figure: string) => numbering.floats.get(figure)?.number;
  const { svg, width, height, alt } = drawTimeline(
    chartRequest({ block, report, language, room: frame.line, height: frame.height, numberOf }),
  );
  return { kind: 'chart', ...captioned(block, context), svg, width, height, alt };
}

function printedLabTable(block: LabTableBlock, context: Context): PrintedBlock {
  const { series, report, language } = context;
  const { headerRows, rows, note } = labTable({
    series: block.series.map(id => series.get(id)).filter((one): one is Series => one !== undefined),
    ...labTableChoices(block),
    time: printedTime(report),
    language,
  });
  const head = captioned(block, context);
  const caption =
    note === '' ? head.caption : [...head.caption, { text: `${head.caption.length > 0 ? ' ' : ''}${note}` }];
  return {
    kind: 'table',
    ...head,
    caption,
    headerRows,
    rows: rows.map(row =>
      row.map(({ text, header, align, bold }) => ({
        runs: text === '' ? [] : [bold ? { text, bold } : { text }],
        header,
        align,
      })),
    ),
  };
}

function printedFigure(block: FigureBlock, context: Context): readonly PrintedBlock[] {
  const figure = context.figures.get(block.id);
  if (!figure) return [];
  const { report, language } = context;
  const several = figure.panels.length > 1;
  const panels = figure.panels.flatMap((panel, index): readonly PrintedPanel[] => {
    const asset = report.assets.find(({ name }) => name === panel.asset);
    if (!asset) return [];
    const label =
      panel.label !== '' || !panel.moment ? panel.label : momentLabel(panel.moment, printedTime(report), language);
    return [
      {
        letter: several ? panelLetter(index) : '',
        label,
        asset: panel.asset,
        width: asset.width,
        height: asset.height,
        alt: panel.alt,
      },
    ];
  });
  return [
    {
      kind: 'figure',
      ...captioned(block, context),
      alt: figure.alt,
      credit: figure.credit,
      columns: figure.columns,
      panels,
    },
  ];
}
