/** HTML from Word, Writer, Google Docs, browsers and spreadsheets, read into our nodes: what journals print is kept, the rest is only letters. */
import type { Block, Caption, Inline, Paragraph, Table } from '../../../core/report/document.ts';
import { freshId } from '../identity.ts';
import { type Changes, noChanges } from './changes.ts';
import {
  BLOCKS,
  type CiteField,
  inlines,
  isSkipped,
  line,
  linked,
  PLAIN,
  type Reading,
  type Setting,
  settingIn,
} from './html-inlines.ts';
import { isFilled, isLetters, paragraphsOf, settled } from './lines.ts';
import { type Entry, isCounting, listsOf } from './lists.ts';
import { type Picture, pictureOf } from './pictures.ts';
import { cellTags, looksLikeHead, rowsOf, rowTags } from './rows.ts';
import { atOnce, type Steps } from './steps.ts';
import { allTags, type Content, isTag, type Tag, tagsIn } from './tree.ts';
import { isCaption, isDeleted, listParagraph, notesOf, withoutNumber } from './word.ts';

/** A block, an item of a list, or a picture that stands behind the blocks before it. */
type Piece = Block | Entry | { readonly type: 'picture'; readonly picture: Picture };

/** Items of a list of the page, and what of them is no line behind them. */
function listPieces(list: Tag, depth: number, setting: Setting, reading: Reading): Piece[] {
  const ordered = list.name === 'ol';
  let begins = true;
  return tagsIn(list).flatMap((child): Piece[] => {
    if (isSkipped(child, reading)) return [];
    if (child.name === 'ul' || child.name === 'ol') return listPieces(child, depth + 1, setting, reading);
    if (child.name !== 'li') return [];
    const isList = (content: Content) => isTag(content) && (content.name === 'ul' || content.name === 'ol');
    const lists = allTags(child, tag => !isList(tag) && tag.name !== 'table').filter(isList);
    const tables = allTags(child, tag => tag.name !== 'table' && !isList(tag)).filter(({ name }) => name === 'table');
    const apart = new Set<Content>([...lists, ...tables]);
    const told = Number(child.attributes['aria-level'] ?? child.attributes['data-aria-level']);
    const own = settled(line(withoutTags(child, apart).children, settingIn(child, setting), reading));
    const entry: Entry = {
      type: 'entry',
      level: told > 0 ? told : depth,
      ordered,
      begins: begins && !(told > 0),
      children: own.map(inline =>
        isLetters(inline) ? { ...inline, text: inline.text.replace(/\n{2,}/g, '\n') } : inline,
      ),
    };
    begins = false;
    return [
      ...(isFilled(own) ? [entry] : []),
      ...picturesIn(withoutTags(child, apart)),
      ...lists.flatMap(inner => listPieces(inner, depth + 1, setting, reading)),
      ...tables.flatMap(table => blocks(table, setting, reading)),
    ];
  });
}

/** A tag without some of those inside it. */
function withoutTags(tag: Tag, without: ReadonlySet<Content>): Tag {
  return {
    ...tag,
    children: tag.children
      .filter(child => !without.has(child))
      .map(child => (isTag(child) ? withoutTags(child, without) : child)),
  };
}

/** Whether a table only arranges a page: a frame around text, or tables in its cells. */
function isArrangement(table: Tag): boolean {
  if (/^(?:presentation|none)$/.test(table.attributes.role ?? '')) return true;
  if (allTags(table).some(({ name }) => name === 'table')) return true;
  const cells = rowTags(table).flatMap(cellTags);
  return cells.length <= 1;
}

function tablePieces(table: Tag, setting: Setting, reading: Reading): Piece[] {
  if (isArrangement(table))
    return rowTags(table)
      .flatMap(cellTags)
      .flatMap(cell => mixed(cell.children, setting, reading));
  const rows = rowsOf(
    table,
    cell => settled(line(cell.children, settingIn(cell, setting), reading)).map(oneBreak),
    reading.changes,
  );
  if (rows.length === 0) return picturesIn(table);
  const caption = tagsIn(table).find(({ name }) => name === 'caption');
  const heads = rowTags(table).filter(row => cellTags(row).some(({ name }) => name === 'td')).length;
  const ofHead = tagsIn(table).find(({ name }) => name === 'thead');
  const firstIsHead = cellTags(rowTags(table)[0] as Tag).every(({ name }) => name === 'th') && heads > 0;
  const headerRows = ofHead
    ? Math.min(rowTags(ofHead).length, rows.length - 1)
    : firstIsHead || looksLikeHead(rows)
      ? 1
      : 0;
  const read: Table = {
    type: 'table',
    id: freshId('table'),
    headerRows,
    children: [
      { type: 'caption', children: caption ? settled(line(caption.children, setting, reading)) : [{ text: '' }] },
      ...rows.map((row, index) => ({
        ...row,
        children: row.children.map(cell =>
          index < headerRows ? { ...cell, children: cell.children.map(notBold) } : cell,
        ),
      })),
    ],
  };
  return [read, ...picturesIn(table)];
}

const oneBreak = (inline: Inline): Inline =>
  isLetters(inline) ? { ...inline, text: inline.text.replace(/\n{2,}/g, '\n') } : inline;

/** Headings, and heads of tables, are bold by themselves. */
function notBold(inline: Inline): Inline {
  if (!isLetters(inline)) return inline;
  const { bold: _, ...rest } = inline;
  return rest;
}

/** Pictures in a tag, or the one it is; those that tick a list are none. */
function picturesIn(tag: Tag): Piece[] {
  const images = [tag, ...allTags(tag, inner => inner.attributes.role !== 'checkbox')].filter(
    ({ name }) => name === 'img',
  );
  return images.flatMap(image => {
    const picture = pictureOf(image.attributes);
    return picture ? [{ type: 'picture', picture }] : [];
  });
}

const holdsBlocks = (tag: Tag): boolean => tagsIn(tag).some(child => BLOCKS.has(child.name) || holdsBlocks(child));

/** A block's pieces; the pictures of a line, a list or a table come behind it. */
function blocks(tag: Tag, setting: Setting, reading: Reading): Piece[] {
  if (isSkipped(tag, reading)) return [];
  if (isDeleted(tag)) {
    inlines(tag, setting, reading);
    return [];
  }
  if (/^h[1-6]$/.test(tag.name)) {
    const children = settled(line(tag.children, settingIn(tag, setting), reading));
    const level = Number(tag.name[1]) > 2 ? 2 : 1;
    const heading: Piece[] = isFilled(children) ? [{ type: 'heading', level, children: children.map(notBold) }] : [];
    return [...heading, ...picturesIn(tag)];
  }
  if (tag.name === 'ul' || tag.name === 'ol') return listPieces(tag, 1, setting, reading);
  if (tag.name === 'table') return tablePieces(tag, setting, reading);
  if (holdsBlocks(tag)) return mixed(tag.children, settingIn(tag, setting), reading);
  const item = listParagraph(tag);
  const own = line(tag.children, settingIn(tag, setting), reading);
  if (item && isFilled(own)) {
    const entry: Entry = {
      type: 'entry',
      level: item.level,
      ordered: isCounting(item.sign),
      begins: /^\(?(?:1|a|i)[.):]/i.test(item.sign) && item.level === 1,
      children: settled(own),
    };
    return [entry, ...picturesIn(tag)];
  }
  const paragraphs = paragraphsOf(own);
  if (isCaption(tag)) for (const paragraph of paragraphs) reading.captions.add(paragraph);
  return [...paragraphs, ...picturesIn(tag)];
}

/** Blocks, and loose letters between them. */
function mixed(contents: readonly Content[], setting: Setting, reading: Reading): Piece[] {
  const out: Piece[] = [];
  let loose: Content[] = [];
  const endLoose = () => {
    out.push(...paragraphsOf(line(loose, setting, reading)), ...loose.filter(isTag).flatMap(picturesIn));
    loose = [];
  };
  for (const content of contents) {
    if (isTag(content) && (BLOCKS.has(content.name) || holdsBlocks(content))) {
      endLoose();
      // A link around blocks is the link of each line in it.
      const pieces = blocks(content, setting, reading);
      out.push(...(content.name === 'a' ? pieces.map(piece => linkedPiece(content, piece)) : pieces));
    } else loose.push(content);
  }
  endLoose();
  return out;
}

const linkedPiece = (tag: Tag, piece: Piece): Piece =>
  piece.type === 'paragraph' ? { ...piece, children: settled(linked(tag, piece.children)) } : piece;

/** A picture of pasted HTML, and the block it stands behind; null before the first one. */
export interface PlacedPicture extends Picture {
  readonly after: Block | null;
}

export interface PastedHtml {
  readonly blocks: readonly Block[];
  readonly pictures: readonly PlacedPicture[];
  readonly changes: Changes;
}

/** Blocks of pieces in their order, items made lists, captions put to their tables. */
function gathered(pieces: readonly Piece[], { captions }: Reading): Omit<PastedHtml, 'changes'> {
  const read: Block[] = [];
  const pictures: PlacedPicture[] = [];
  let entries: Entry[] = [];
  let beside: Picture[] = [];
  const endList = () => {
    if (entries.length > 0) read.push(...listsOf(entries));
    pictures.push(...beside.map(picture => ({ ...picture, after: read.at(-1) ?? null })));
    entries = [];
    beside = [];
  };
  for (const piece of pieces) {
    if (piece.type === 'entry') entries.push(piece);
    else if (piece.type === 'picture') beside.push(piece.picture);
    else {
      endList();
      const caption = read.at(-1);
      if (piece.type === 'table' && caption?.type === 'paragraph' && captions.has(caption)) {
        read.pop();
        read.push(withCaption(piece, caption));
      } else read.push(piece);
    }
  }
  endList();
  return { blocks: read, pictures };
}

function withCaption(table: Table, { children }: Paragraph): Table {
  const [first, ...others] = children;
  const own = first && isLetters(first) ? [{ ...first, text: withoutNumber(first.text) }, ...others] : children;
  const caption: Caption = { type: 'caption', children: settled(own.map(notBold)) };
  return { ...table, children: [caption, ...table.children.slice(1)] };
}

/** What only stands around blocks, as a page's sections do, and the wrapper that Google Docs puts around everything. */
const isAround = (tag: Tag, reading: Reading): boolean =>
  tag.name !== 'a' &&
  !/^(?:h[1-6]|ul|ol|table)$/.test(tag.name) &&
  !isSkipped(tag, reading) &&
  !isDeleted(tag) &&
  holdsBlocks(tag);

/** The pieces of a page, those of a block at a time: as {@link mixed}, and with breaks between. */
function* piecesOf(contents: readonly Content[], setting: Setting, reading: Reading): Steps<Piece[]> {
  const out: Piece[] = [];
  let group: Content[] = [];
  const end = () => {
    for (const piece of mixed(group, setting, reading)) out.push(piece);
    group = [];
  };
  for (const content of contents) {
    if (isTag(content) && isAround(content, reading)) {
      end();
      for (const piece of yield* piecesOf(content.children, settingIn(content, setting), reading)) out.push(piece);
      continue;
    }
    group.push(content);
    if (!isTag(content) || !(BLOCKS.has(content.name) || holdsBlocks(content))) continue;
    end();
    yield;
  }
  end();
  return out;
}

/** What a page holds; `cite` takes over citations that other programs keep in fields. */
export function* readingPage(page: Tag, cite: CiteField = () => null): Steps<PastedHtml> {
  const changes = noChanges();
  const reading: Reading = { changes, notes: notesOf(page), cite, captions: new WeakSet(), hiddenFields: 0 };
  return { ...gathered(yield* piecesOf(page.children, PLAIN, reading), reading), changes };
}

/** The same without a break. */
export const readPage = (page: Tag, cite?: CiteField): PastedHtml => atOnce(readingPage(page, cite));
