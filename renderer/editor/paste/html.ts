/** HTML from Word, browsers and spreadsheets, read into our nodes: what journals print is kept, the rest is only letters. */
import type { Block, Inline, ListItem, TableRow, Text } from '../../../core/report/document.ts';
import { freshId } from '../identity.ts';
import { type Picture, pictureOf } from './pictures.ts';

type Marks = Omit<Text, 'text'>;

/** A block, or a picture that stands behind the blocks before it. */
type Piece = Block | { readonly type: 'picture'; readonly picture: Picture };

const SKIPPED = new Set(['STYLE', 'SCRIPT', 'HEAD', 'META', 'TITLE', 'XML', 'TEMPLATE', 'SVG', 'OBJECT', 'IFRAME']);
const BLOCKS = new Set([
  'P',
  'DIV',
  'SECTION',
  'ARTICLE',
  'BLOCKQUOTE',
  'PRE',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'UL',
  'OL',
  'LI',
  'TABLE',
  'FIGURE',
  'FIGCAPTION',
  'HEADER',
  'FOOTER',
  'MAIN',
  'BODY',
  'DL',
  'DT',
  'DD',
  'ADDRESS',
]);

/** What an element's style attribute says, by property; kept as data by {@link withoutStyles}. */
function styleOf(element: Element): Readonly<Record<string, string>> {
  const declarations = (element.getAttribute('data-style') ?? '').split(';').map(text => text.split(':'));
  return Object.fromEntries(
    declarations.map(([name = '', value = '']) => [name.trim().toLowerCase(), value.trim().toLowerCase()]),
  );
}

/** Marks that an element adds, from its name and its style. */
function marksOf(element: HTMLElement, marks: Marks): Marks {
  const { tagName } = element;
  const style = styleOf(element);
  const on: Marks = { ...marks };
  const weight = style['font-weight'];
  if (tagName === 'B' || tagName === 'STRONG' || weight === 'bold' || Number(weight) >= 600) on.bold = true;
  // Google Docs wraps everything in a <b> of normal weight.
  if (weight === 'normal' || weight === '400') delete on.bold;
  if (tagName === 'I' || tagName === 'EM' || tagName === 'CITE' || style['font-style'] === 'italic') on.italic = true;
  const line = style['text-decoration-line'] ?? style['text-decoration'] ?? '';
  if (tagName === 'U' || line.startsWith('underline')) on.underline = true;
  if (tagName === 'SUP' || style['vertical-align'] === 'super') on.sup = true;
  if (tagName === 'SUB' || style['vertical-align'] === 'sub') on.sub = true;
  return on;
}

const fold = (text: string) => text.replace(/[ \t\r\n\f]+/g, ' ');

function inlines(node: Node, marks: Marks): Inline[] {
  if (node.nodeType === Node.TEXT_NODE) {
    const text = fold(node.textContent ?? '');
    return text === '' ? [] : [{ text, ...marks }];
  }
  if (!(node instanceof HTMLElement) || SKIPPED.has(node.tagName)) return [];
  if (node.tagName === 'BR') return [{ text: '\n', ...marks }];
  // Word's invisible list numbers and footnote marks.
  if (/mso-list:\s*Ignore/i.test(node.getAttribute('data-style') ?? '')) return [];
  const inner = [...node.childNodes].flatMap(child => inlines(child, marksOf(node, marks)));
  const address = node.tagName === 'A' ? (node.getAttribute('href') ?? '') : '';
  if (!/^(?:https?|mailto):/i.test(address)) return inner;
  const letters = inner.filter((child): child is Text => 'text' in child);
  return letters.length === 0 ? [] : [{ type: 'link', url: address, children: letters }];
}

const hasBlocks = (element: Element) => [...element.querySelectorAll('*')].some(child => BLOCKS.has(child.tagName));
const filled = (children: readonly Inline[]) => children.some(child => !('text' in child) || child.text.trim() !== '');

/** Inlines without space at their ends. */
function trimmed(children: Inline[]): Inline[] {
  const out = [...children];
  const first = out[0];
  if (first && 'text' in first) out[0] = { ...first, text: first.text.trimStart() };
  const last = out.at(-1);
  if (last && 'text' in last) out[out.length - 1] = { ...last, text: last.text.trimEnd() };
  return out.length > 0 ? out : [{ text: '' }];
}

function listOf(element: Element): Block[] {
  const items = [...element.children].flatMap((child): ListItem[] => {
    if (child.tagName === 'UL' || child.tagName === 'OL')
      return listOf(child).flatMap(list => (list.type === 'list' ? list.children : []));
    if (child.tagName !== 'LI') return [];
    const inner = [...child.children].filter(nested => nested.tagName === 'UL' || nested.tagName === 'OL');
    const own = [...child.childNodes]
      .filter(node => !inner.includes(node as Element))
      .flatMap(node => inlines(node, {}));
    const lists = inner.flatMap(listOf).filter(block => block.type === 'list');
    return [{ type: 'list-item', children: [{ type: 'paragraph', children: trimmed(own) }, ...lists.slice(0, 1)] }];
  });
  return items.length === 0 ? [] : [{ type: 'list', ordered: element.tagName === 'OL', children: items }];
}

/** Cells of a table; merged cells are repeated as empty ones, so that rows stay equal. */
export function rowsOf(table: Element): TableRow[] {
  return [...table.querySelectorAll('tr')].map(row => ({
    type: 'table-row',
    children: [...row.children]
      .filter(cell => cell.tagName === 'TD' || cell.tagName === 'TH')
      .flatMap(cell => {
        const span = Math.min(Number(cell.getAttribute('colspan') ?? 1) || 1, 50);
        const content = { type: 'table-cell' as const, children: trimmed(inlines(cell, {})) };
        return [
          content,
          ...Array.from({ length: span - 1 }, () => ({ type: 'table-cell' as const, children: [{ text: '' }] })),
        ];
      }),
  }));
}

function tableOf(table: Element): Block[] {
  const rows = rowsOf(table).filter(row => row.children.length > 0);
  if (rows.length === 0) return [];
  const caption = table.querySelector('caption');
  const header = table.querySelector('thead tr, tr:first-child th') ? 1 : 0;
  return [
    {
      type: 'table',
      id: freshId('table'),
      headerRows: header,
      children: [{ type: 'caption', children: trimmed(caption ? inlines(caption, {}) : []) }, ...rows],
    },
  ];
}

/** Pictures in an element, or the one it is. */
function picturesIn(element: Element): Piece[] {
  const images = element.tagName === 'IMG' ? [element] : [...element.querySelectorAll('img')];
  return images.flatMap(image => {
    const picture = pictureOf(image);
    return picture ? [{ type: 'picture', picture }] : [];
  });
}

/** A block element's blocks; the pictures of a line, a list or a table come behind it. */
function blocks(node: Node): Piece[] {
  if (!(node instanceof HTMLElement)) {
    const children = inlines(node, {});
    return filled(children) ? [{ type: 'paragraph', children: trimmed(children) }] : [];
  }
  if (SKIPPED.has(node.tagName)) return [];
  if (/^H[1-6]$/.test(node.tagName)) {
    const children = inlines(node, {});
    const level = Number(node.tagName[1]) > 2 ? 2 : 1;
    const heading: Piece[] = filled(children)
      ? [{ type: 'heading', level, children: trimmed(children.map(plain)) }]
      : [];
    return [...heading, ...picturesIn(node)];
  }
  if (node.tagName === 'UL' || node.tagName === 'OL') return [...listOf(node), ...picturesIn(node)];
  if (node.tagName === 'TABLE') return [...tableOf(node), ...picturesIn(node)];
  if (hasBlocks(node)) return mixed(node);
  const children = inlines(node, {});
  const paragraph: Piece[] = filled(children) ? [{ type: 'paragraph', children: trimmed(children) }] : [];
  return [...paragraph, ...picturesIn(node)];
}

/** Headings are bold by themselves. */
function plain(child: Inline): Inline {
  if (!('text' in child)) return child;
  const { bold: _, ...rest } = child;
  return rest;
}

/** An element with blocks and loose letters between them. */
function mixed(element: HTMLElement): Piece[] {
  const out: Piece[] = [];
  let loose: Inline[] = [];
  let beside: Piece[] = [];
  const endLoose = () => {
    if (filled(loose)) out.push({ type: 'paragraph', children: trimmed(loose) });
    out.push(...beside);
    loose = [];
    beside = [];
  };
  for (const child of element.childNodes) {
    if (child instanceof HTMLElement && (BLOCKS.has(child.tagName) || hasBlocks(child))) {
      endLoose();
      out.push(...blocks(child));
    } else {
      loose.push(...inlines(child, {}));
      if (child instanceof Element) beside.push(...picturesIn(child));
    }
  }
  endLoose();
  return out;
}

/** HTML whose styles are data: the window's content policy forbids them, and would empty them on parsing. */
function withoutStyles(html: string): string {
  return html
    .replace(/<style\b[\s\S]*?<\/style\s*>/gi, '')
    .replace(/<[a-z][^>]*>/gi, tag => tag.replace(/\sstyle\s*=/gi, ' data-style='));
}

/** A picture of pasted HTML, and the block it stands behind; null before the first one. */
export interface PlacedPicture extends Picture {
  readonly after: Block | null;
}

export interface PastedHtml {
  readonly blocks: readonly Block[];
  readonly pictures: readonly PlacedPicture[];
}

/** What an HTML text holds. The parser runs no script and loads nothing. */
export function readHtml(html: string): PastedHtml {
  const page = new DOMParser().parseFromString(withoutStyles(html), 'text/html');
  const read: Block[] = [];
  const pictures: PlacedPicture[] = [];
  for (const piece of mixed(page.body)) {
    if (piece.type === 'picture') pictures.push({ ...piece.picture, after: read.at(-1) ?? null });
    else read.push(piece);
  }
  return { blocks: read, pictures };
}
