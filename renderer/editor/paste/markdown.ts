/** Markdown in plain text: headings, lists, tables, emphasis and links, as notes and programs that write text hand it over. */
import type { Block, Inline, Text } from '../../../core/report/document.ts';
import { freshId } from '../identity.ts';
import { isFilled, settled } from './lines.ts';
import { type Entry, isCounting, listsOf } from './lists.ts';

const HEADING = /^(#{1,6})\s+(.+?)\s*#*$/;
const ITEM = /^(\s*)([-*+]|\d{1,3}[.)])\s+(.*)$/;
const RULE = /^\s*(?:[-*_]\s*){3,}$/;
const DELIMITERS = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/;

/** Whether a text is written in Markdown: it holds what nobody types otherwise. */
export function looksLikeMarkdown(text: string): boolean {
  const lines = text.split('\n');
  return (
    lines.some(line => HEADING.test(line)) ||
    lines.some(
      (line, index) => DELIMITERS.test(line) && line.includes('|') && (lines[index - 1] ?? '').includes('|'),
    ) ||
    /(?:^|[\s(])\*\*\S(?:[^*\n]*\S)?\*\*(?!\*)/.test(text) ||
    /\[[^\]\n]+\]\(https?:\/\/[^\s)]+\)/.test(text)
  );
}

interface Span {
  readonly pattern: RegExp;
  readonly marks: Omit<Text, 'text'>;
}

const SPANS: readonly Span[] = [
  { pattern: /\*\*\*(?=\S)([^*\n]+?\S|\S)\*\*\*/, marks: { bold: true, italic: true } },
  { pattern: /\*\*(?=\S)([^\n]+?\S|\S)\*\*/, marks: { bold: true } },
  { pattern: /(?<![\p{L}\d_])__(?=\S)([^\n]+?\S|\S)__(?![\p{L}\d_])/u, marks: { bold: true } },
  { pattern: /(?<![\p{L}\d*])\*(?=\S)([^*\n]*[^\s*])\*(?![\p{L}\d*])/u, marks: { italic: true } },
  { pattern: /(?<![\p{L}\d_])_(?=\S)([^_\n]*[^\s_])_(?![\p{L}\d_])/u, marks: { italic: true } },
  { pattern: /<sup>([^<\n]+)<\/sup>/i, marks: { sup: true } },
  { pattern: /<sub>([^<\n]+)<\/sub>/i, marks: { sub: true } },
  { pattern: /\^([^\s^]{1,12})\^/, marks: { sup: true } },
  { pattern: /(?<!~)~([^\s~]{1,12})~(?!~)/, marks: { sub: true } },
  { pattern: /`([^`\n]+)`/, marks: {} },
];

const unescaped = (text: string) => text.replace(/\\([\\`*_{}[\]()#+.!~^|<>-])/g, '$1');

/** Letters of a line with their marks and links. */
function inlinesOf(text: string, marks: Omit<Text, 'text'> = {}): Inline[] {
  const link = /\[([^\]\n]+)\]\((https?:\/\/[^\s)]+|mailto:[^\s)]+)(?:\s+"[^"]*")?\)/.exec(text);
  const spans = SPANS.flatMap(span => {
    const found = span.pattern.exec(text);
    return found && text[found.index - 1] !== '\\' ? [{ found, marks: span.marks }] : [];
  });
  const [span] = spans.sort(
    (one, other) => one.found.index - other.found.index || other.found[0].length - one.found[0].length,
  );
  if (link && (!span || link.index <= span.found.index)) {
    const children = inlinesOf(link[1] as string, marks).filter((inner): inner is Text => 'text' in inner);
    return [
      ...inlinesOf(text.slice(0, link.index), marks),
      { type: 'link', url: link[2] as string, children },
      ...inlinesOf(text.slice(link.index + link[0].length), marks),
    ];
  }
  if (!span) return text === '' ? [] : [{ text: unescaped(text), ...marks }];
  const { found } = span;
  return [
    ...inlinesOf(text.slice(0, found.index), marks),
    ...inlinesOf(found[1] as string, { ...marks, ...span.marks }),
    ...inlinesOf(text.slice(found.index + found[0].length), marks),
  ];
}

const cellsOf = (line: string): readonly string[] =>
  line
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/)
    .map(cell => cell.trim());

function tableOf(lines: readonly string[]): Block {
  const rows = lines.filter((_, index) => index !== 1).map(cellsOf);
  const width = Math.max(...rows.map(({ length }) => length));
  return {
    type: 'table',
    id: freshId('table'),
    headerRows: 1,
    children: [
      { type: 'caption', children: [{ text: '' }] },
      ...rows.map(row => ({
        type: 'table-row' as const,
        children: Array.from({ length: width }, (_, column) => ({
          type: 'table-cell' as const,
          children: settled(inlinesOf((row[column] ?? '').replace(/<br\s*\/?>/gi, '\n'))),
        })),
      })),
    ],
  };
}

/** Blocks of a text in Markdown. Lines that follow each other are one paragraph; two spaces at an end keep the break. */
export function readMarkdown(text: string): readonly Block[] {
  const lines = text.split('\n');
  const blocks: Block[] = [];
  let open: string[] = [];
  let entries: Entry[] = [];
  const end = () => {
    const children = settled(inlinesOf(open.map(line => line.replace(/(?: {2,}|\\)$/, '\n')).join(' ')));
    if (isFilled(children)) blocks.push({ type: 'paragraph', children });
    if (entries.length > 0) blocks.push(...listsOf(entries));
    open = [];
    entries = [];
  };
  for (let at = 0; at < lines.length; at++) {
    const line = (lines[at] as string).replace(/^(?:> ?)+/, '');
    const heading = HEADING.exec(line);
    const item = ITEM.exec(line);
    if (heading) {
      end();
      const level = (heading[1] as string).length > 2 ? 2 : 1;
      blocks.push({ type: 'heading', level, children: settled(inlinesOf(heading[2] as string)) });
    } else if (line.includes('|') && DELIMITERS.test(lines[at + 1] ?? '') && (lines[at + 1] as string).includes('|')) {
      end();
      let last = at + 1;
      while ((lines[last + 1] ?? '').includes('|')) last++;
      blocks.push(tableOf(lines.slice(at, last + 1)));
      at = last;
    } else if (RULE.test(line) || /^\s*(?:```|~~~)/.test(line)) end();
    else if (item) {
      if (open.length > 0) end();
      const [, space = '', sign = '', words = ''] = item;
      const level = 1 + Math.floor(space.replace(/\t/g, '    ').length / 2);
      entries.push({
        type: 'entry',
        level,
        ordered: isCounting(sign),
        begins: false,
        children: settled(inlinesOf(words)),
      });
    } else if (line.trim() === '') {
      // An empty line between items does not end their list.
      if (!ITEM.test(lines[at + 1] ?? '')) end();
    } else if (entries.length > 0 && /^\s/.test(line)) {
      const last = entries.at(-1) as Entry;
      entries[entries.length - 1] = {
        ...last,
        children: settled([...last.children, { text: ' ' }, ...inlinesOf(line.trim())]),
      };
    } else {
      if (entries.length > 0) end();
      open.push(line.trimStart());
    }
  }
  end();
  return blocks;
}
