/**
 * The plain text that an example is written in, read into the report's parts.
 *
 *     # introduction                 a part, by its key
 *     ## Heading                     ### Smaller heading
 *     Words [@key; @other, p. 3], *italic*, ^sup^, ~sub~, {@float} or {@float:B}, {=series@point}
 *     - item                         1. item
 *     ::figure id | Caption          ::chart id series,series | Caption        ::lab-table id series | Caption
 *     ::table id | Caption           followed by a table of pipes, its first row the header
 */
import type { Block, Caption, CitationItem, Inline, Part, PartKey, TableRow } from '../core/report/document.ts';

const INLINE =
  /\[(@[^\]]+)\]|\{@([\w-]+)(?::([A-Z]))?\}|\{=([\w-]+)@([\w-]+?)(!)?\}|\*([^*]+)\*|\^([^^]+)\^|~([^~]+)~/g;

/** Clusters are named in the order of the text. */
function counter() {
  let count = 0;
  return () => `citation-${++count}`;
}

function itemsOf(text: string): CitationItem[] {
  return text.split(';').map(one => {
    const [, reference = '', locator] = /^\s*@([\w-]+)(?:,\s*p\.\s*(.+))?\s*$/.exec(one) ?? [];
    return locator === undefined ? { reference } : { reference, locator, label: 'page' };
  });
}

function inlinesOf(text: string, nextId: () => string): Inline[] {
  const out: Inline[] = [];
  let from = 0;
  for (const found of text.matchAll(INLINE)) {
    const [whole, cited, target, panel, series, point, bare, italic, sup, sub] = found;
    if (found.index > from) out.push({ text: text.slice(from, found.index) });
    from = found.index + whole.length;
    const children = [{ text: '' }];
    if (cited !== undefined) out.push({ type: 'citation', id: nextId(), items: itemsOf(cited), children });
    else if (target !== undefined)
      out.push({ type: 'cross-reference', target, ...(panel === undefined ? {} : { panel }), children });
    else if (series !== undefined && point !== undefined)
      out.push({ type: 'value', series, point, show: bare ? 'value' : 'value-unit', children });
    else if (italic !== undefined) out.push({ text: italic, italic: true });
    else if (sup !== undefined) out.push({ text: sup, sup: true });
    else if (sub !== undefined) out.push({ text: sub, sub: true });
  }
  if (from < text.length || out.length === 0) out.push({ text: text.slice(from) });
  return surrounded(out);
}

/** An inline element stands between texts, as Slate has it. */
function surrounded(inlines: readonly Inline[]): Inline[] {
  const out: Inline[] = [];
  for (const inline of inlines) {
    if ('type' in inline && !('text' in (out.at(-1) ?? {}))) out.push({ text: '' });
    out.push(inline);
  }
  if (!('text' in (out.at(-1) ?? {}))) out.push({ text: '' });
  return out;
}

function captionOf(text: string, nextId: () => string): Caption {
  return { type: 'caption', children: inlinesOf(text.trim(), nextId) };
}

function floatOf(line: string, rows: readonly string[], nextId: () => string): Block {
  const [, kind = '', id = '', series = '', caption = ''] =
    /^::([\w-]+)\s+([\w-]+)\s*([\w,-]*)\s*\|\s*(.*)$/.exec(line) ?? [];
  const head: [Caption] = [captionOf(caption, nextId)];
  const ids = series.split(',').filter(one => one !== '');
  if (kind === 'figure') return { type: 'figure', id, children: head };
  if (kind === 'chart') return { type: 'chart', id, series: ids, children: head };
  if (kind === 'lab-table') return { type: 'lab-table', id, series: ids, children: head };
  const cells = rows.map(
    (row): TableRow => ({
      type: 'table-row',
      children: row
        .replace(/^\||\|$/g, '')
        .split('|')
        .map(cell => ({ type: 'table-cell', children: inlinesOf(cell.trim(), nextId) })),
    }),
  );
  return { type: 'table', id, headerRows: 1, children: [...head, ...cells] };
}

function blocksOf(lines: readonly string[], nextId: () => string): Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as string;
    const heading = /^(###?)\s+(.*)$/.exec(line);
    const item = /^(-|\d+\.)\s+(.*)$/.exec(line);
    if (line.trim() === '') continue;
    if (heading)
      blocks.push({
        type: 'heading',
        level: heading[1] === '##' ? 1 : 2,
        children: inlinesOf(heading[2] as string, nextId),
      });
    else if (line.startsWith('::')) {
      const rows: string[] = [];
      while ((lines[at + 1] ?? '').startsWith('|')) rows.push(lines[++at] as string);
      blocks.push(
        floatOf(
          line,
          rows.filter(row => !/^[|\s:-]+$/.test(row)),
          nextId,
        ),
      );
    } else if (item) {
      const ordered = item[1] !== '-';
      const paragraph = { type: 'paragraph' as const, children: inlinesOf(item[2] as string, nextId) };
      const last = blocks.at(-1);
      const entry = { type: 'list-item' as const, children: [paragraph] };
      if (last?.type === 'list' && last.ordered === ordered) last.children.push(entry);
      else blocks.push({ type: 'list', ordered, children: [entry] });
    } else blocks.push({ type: 'paragraph', children: inlinesOf(line.trim(), nextId) });
  }
  return blocks;
}

/** The parts that a text names, in its order. */
export function readText(text: string): readonly Part[] {
  const nextId = counter();
  return text
    .split(/^# /m)
    .slice(1)
    .map(chunk => {
      const [key = '', ...lines] = chunk.split('\n');
      return { type: 'part', key: key.trim() as PartKey, children: blocksOf(lines, nextId) };
    });
}
