/** A copied piece of text as other programs take it: plain HTML, and letters, with what is printed for citations, mentions and values. */
import { lettersInRow } from '../../../core/export/text/in-row.ts';
import { NAMES_JOINT } from '../../../core/references/narrative.ts';
import type {
  Block,
  DocumentNode,
  Inline,
  ListItem,
  Part,
  Table,
  TableRow,
  Text,
} from '../../../core/report/document.ts';
import { isText } from '../../../core/report/parts.ts';
import { type Carried, isVoid, keyOf } from './carried.ts';

export interface Printed extends Carried {
  /** Headings of the parts, by their key. */
  readonly headings: Readonly<Record<string, string>>;
  /** "Figure 2", "Table 1", by the block's id. */
  readonly labels: Readonly<Record<string, string>>;
  /** Authors that stand in the sentence before their citation, by its key. */
  readonly names?: Readonly<Record<string, string>>;
  /** Citations are raised. */
  readonly isRaised: boolean;
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, sign => SIGNS[sign] as string);
const TAGS = { bold: 'b', italic: 'i', underline: 'u', sup: 'sup', sub: 'sub' } as const;

function lettersAsHtml(text: Text): string {
  const letters = escaped(text.text).replace(/\n/g, '<br>');
  if (letters === '') return '';
  return (Object.keys(TAGS) as (keyof typeof TAGS)[])
    .filter(mark => text[mark])
    .reduce((inner, mark) => `<${TAGS[mark]}>${inner}</${TAGS[mark]}>`, letters);
}

function lineAsHtml(inlines: readonly Inline[], context: Printed): string {
  return inlines
    .map(inline => {
      if (isText(inline)) return lettersAsHtml(inline);
      if (inline.type === 'link')
        return `<a href="${escaped(inline.url)}">${inline.children.map(lettersAsHtml).join('')}</a>`;
      const text = escaped(context.printed[keyOf(inline)] ?? '');
      const names = escaped(context.names?.[keyOf(inline)] ?? '');
      if (inline.type === 'citation' && context.isRaised && text !== '') return `${names}<sup>${text}</sup>`;
      return [names, text].filter(part => part !== '').join(NAMES_JOINT);
    })
    .join('');
}

const itemAsHtml = ({ children }: ListItem, context: Printed): string =>
  `<li>${children.map(child => (child.type === 'list' ? blockAsHtml(child, context) : lineAsHtml(child.children, context))).join('')}</li>`;

function captionAsHtml(block: Extract<Block, { id: string }>, context: Printed): string {
  const [caption] = block.children;
  const words = caption && caption.type === 'caption' ? lineAsHtml(caption.children, context) : '';
  const label = context.labels[block.id];
  return `<p>${label ? `<b>${escaped(label)}.</b> ` : ''}${words}</p>`;
}

function tableAsHtml(table: Table, context: Printed): string {
  const rows = table.children.filter((child): child is TableRow => child.type === 'table-row');
  const written = rows.map((row, index) => {
    const cells = row.children.map(cell => {
      const name = index < table.headerRows || cell.header ? 'th' : 'td';
      return `<${name}>${lineAsHtml(cell.children, context)}</${name}>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `${captionAsHtml(table, context)}<table border="1">${written.join('')}</table>`;
}

function blockAsHtml(block: Block, context: Printed): string {
  switch (block.type) {
    case 'paragraph':
      return `<p>${lineAsHtml(block.children, context)}</p>`;
    case 'heading':
      return `<h${block.level + 2}>${lineAsHtml(block.children, context)}</h${block.level + 2}>`;
    case 'list': {
      const name = block.ordered ? 'ol' : 'ul';
      return `<${name}>${block.children.map(item => itemAsHtml(item, context)).join('')}</${name}>`;
    }
    case 'table':
      return tableAsHtml(block, context);
    default:
      return captionAsHtml(block, context);
  }
}

/** A title says by itself that it is one. */
const headingOf = (parts: readonly Part[], { key }: Part, { headings }: Printed): string | undefined =>
  parts.length > 1 && key !== 'title' ? headings[key] : undefined;

/** HTML of copied parts; of one paragraph its line alone, so that it goes into the line it is pasted in. */
export function htmlOf(parts: readonly Part[], context: Printed): string {
  const [part] = parts;
  const [only] = part?.children ?? [];
  if (parts.length === 1 && part?.children.length === 1 && only?.type === 'paragraph')
    return `<span>${lineAsHtml(only.children, context)}</span>`;
  return parts
    .map(part => {
      const heading = headingOf(parts, part, context);
      return `${heading ? `<h2>${escaped(heading)}</h2>` : ''}${part.children.map(block => blockAsHtml(block, context)).join('')}`;
    })
    .join('');
}

/** Letters of copied parts: a line for each paragraph, tabulators between cells. */
export function plainOf(parts: readonly Part[], context: Printed): string {
  const line = (node: DocumentNode): string => {
    if (isText(node)) return lettersInRow(node);
    if (isVoid(node)) {
      const text = context.printed[keyOf(node)] ?? '';
      // Raised, it would be read as part of the number before it.
      const called = node.type === 'citation' && context.isRaised && text !== '' ? `[${text}]` : text;
      return [context.names?.[keyOf(node)], called].filter(Boolean).join(NAMES_JOINT);
    }
    return (node.children as DocumentNode[]).map(line).join('');
  };
  const lines = (node: DocumentNode): string[] => {
    if (isText(node)) return [];
    switch (node.type) {
      case 'paragraph':
      case 'heading':
        return [line(node)];
      case 'table-row':
        return [node.children.map(cell => line(cell).replace(/\s*\n\s*/g, ' ')).join('\t')];
      case 'caption':
        return line(node).trim() === '' ? [] : [line(node)];
      case 'part': {
        const heading = headingOf(parts, node, context);
        return [...(heading ? [heading] : []), ...node.children.flatMap(lines)];
      }
      default:
        return (node.children as DocumentNode[]).flatMap(lines);
    }
  };
  return parts.flatMap(lines).join('\n');
}
