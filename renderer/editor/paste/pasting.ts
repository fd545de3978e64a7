/** Paste and drop: our own fragments, HTML, spreadsheets, plain text, images. */
import { Editor, type Node, type Path, type PathRef, Range, Transforms } from 'slate';
import type { Block, DocumentNode, Inline, Part, PartKey, TableRow } from '../../../core/report/document.ts';
import { emptyPart, isEmptyPart } from '../../../core/report/parts.ts';
import { clearCrossing } from '../structure/deleting.ts';
import { above, allows, isType, partAt } from '../structure/places.ts';
import { type CaseEditor, partsOf } from '../types.ts';
import { articleIn, type Stretch } from './article.ts';
import { CARRIED, type Carried, carriedIn, isVoid, settledElsewhere, voidsIn } from './carried.ts';
import { cellsOfRows, cellsOfText, pasteIntoTable, tableOfCells } from './cells.ts';
import { type Changes, noChanges } from './changes.ts';
import { fitIn, inlinesOf, isOneLine } from './fragment.ts';
import { type PlacedPicture, readPage } from './html.ts';
import { cleaned } from './letters.ts';
import { looksLikeMarkdown } from './markdown.ts';
import { pageOf } from './page.ts';
import { filesOf } from './pictures.ts';
import { readPlain } from './plain.ts';
import { htmlOf, plainOf } from './written.ts';

/** Images among the files of a paste or drop; one of a kind that is not read is refused in words. */
export const imagesOf = (data: DataTransfer): readonly File[] =>
  [...data.files].filter(file => file.type.startsWith('image/'));

/** Puts nodes where the caret is: letters into its line, blocks behind and between. Gives how many of them the place takes none of. */
export function insertPieces(editor: CaseEditor, nodes: readonly Node[]): number {
  clearCrossing(editor);
  const { selection } = editor;
  if (!selection || nodes.length === 0) return 0;
  if (Range.isExpanded(selection)) editor.deleteFragment();
  const place = editor.selection;
  const part = place && partAt(editor, place.anchor);
  if (!place || !part) return 0;
  const left = allows(part[0].key).voids ? 0 : voidsIn(nodes as DocumentNode[]).length;
  const line = above(editor, ['caption', 'table-cell']) !== null || part[0].key === 'title';
  if (line || isOneLine(nodes))
    insertLine(
      editor,
      inlinesOf(nodes).filter(inline => left === 0 || !isVoid(inline)),
    );
  else insertBlocks(editor, nodes);
  return left;
}

/** Letters and inline elements where the caret is; the caret goes behind them. */
function insertLine(editor: CaseEditor, inlines: readonly Inline[]): void {
  const last = inlines.at(-1);
  if (!last) return;
  // Behind a void, not inside it, and still in its paragraph.
  const nodes = 'text' in last ? inlines : [...inlines, { text: '' }];
  Transforms.insertNodes(editor, nodes as Node[], { select: true });
}

/** Blocks go in whole; the paragraph they are pasted into is split around them, and left out where it was empty. */
function insertBlocks(editor: CaseEditor, nodes: readonly Node[]): void {
  Editor.withoutNormalizing(editor, () => {
    const blocks = wrapped(nodes);
    const [first, ...rest] = blocks;
    const here = above(editor, ['paragraph']);
    const plain = here !== null && here[1].length === 2;
    const empty = plain && Editor.string(editor, here[1]) === '' && here[0].children.every(child => 'text' in child);
    if (plain && !empty && first && isType(first, 'paragraph')) {
      insertLine(editor, (first as { children: Inline[] }).children);
      if (rest.length > 0) insertAfter(editor, rest);
      return;
    }
    if (empty && here) {
      Transforms.removeNodes(editor, { at: here[1] });
      Transforms.insertNodes(editor, blocks, { at: here[1] });
      selectEnd(editor, [here[1][0] as number, (here[1][1] as number) + blocks.length - 1]);
      return;
    }
    insertAfter(editor, blocks);
  });
}

/** Splits the caret's block and puts blocks between its halves. */
function insertAfter(editor: CaseEditor, blocks: readonly Node[]): void {
  const { selection } = editor;
  if (!selection) return;
  const [part, index] = selection.anchor.path as [number, number];
  const block = [part, index];
  const atEnd = Editor.isEnd(editor, selection.anchor, block);
  const paragraph = isType(Editor.node(editor, block)[0], 'paragraph', 'heading');
  if (!atEnd && paragraph)
    Transforms.splitNodes(editor, { at: selection.anchor, match: (_node, path) => path.length === 2 });
  Transforms.insertNodes(editor, blocks as Node[], { at: [part, index + 1] });
  selectEnd(editor, [part, index + blocks.length]);
}

/**
 * Every stretch of an article put at the end of the part it names; what comes before the first stays at the caret, and the list
 * of references, which is no text, behind the last section. Gives how many citations, mentions and values had no place.
 */
function insertArticle(editor: CaseEditor, stretches: readonly Stretch[]): number {
  clearCrossing(editor);
  if (editor.selection && Range.isExpanded(editor.selection)) editor.deleteFragment();
  let left = 0;
  for (const { key, blocks } of stretches) {
    if (key === null) {
      left += insertPieces(editor, blocks);
      continue;
    }
    const into = key === 'references' ? 'conclusion' : key;
    if (!allows(into).voids) left += voidsIn(blocks).length;
    Editor.withoutNormalizing(editor, () => insertAtEnd(editor, into, blocks));
  }
  return left;
}

/** Blocks put at the end of a part; the empty paragraph of one in which nothing was written goes. */
function insertAtEnd(editor: CaseEditor, key: PartKey, blocks: readonly Block[]): void {
  // The abstract in the other language comes with its text.
  if (!partsOf(editor).some(part => part.key === key)) Transforms.insertNodes(editor, emptyPart(key), { at: [2] });
  const index = partsOf(editor).findIndex(part => part.key === key);
  const part = partsOf(editor)[index] as Part;
  if (isEmptyPart(part)) for (const _ of part.children) Transforms.removeNodes(editor, { at: [index, 0] });
  const at = (partsOf(editor)[index] as Part).children.length;
  Transforms.insertNodes(editor, blocks as Node[], { at: [index, at] });
  selectEnd(editor, [index, at + blocks.length - 1]);
}

function selectEnd(editor: CaseEditor, path: number[]): void {
  Transforms.select(editor, Editor.end(editor, path));
}

/** Loose letters between blocks get a paragraph of their own. */
function wrapped(nodes: readonly Node[]): Node[] {
  const out: Node[] = [];
  let loose: Inline[] = [];
  const end = () => {
    if (loose.length > 0) out.push({ type: 'paragraph', children: loose });
    loose = [];
  };
  for (const node of nodes) {
    const inline = 'text' in node || isType(node, 'link', 'citation', 'cross-reference', 'value');
    if (inline) loose.push(node as Inline);
    else {
      end();
      out.push(node);
    }
  }
  end();
  return out;
}

function pathIn(parts: readonly Part[], block: Block | null): Path | null {
  if (block === null) return null;
  for (const [index, part] of parts.entries()) {
    const at = part.children.indexOf(block);
    if (at >= 0) return [index, at];
  }
  return null;
}

/**
 * The block that a pasted picture stands behind: the very one that came in with it; for what went into the line with the caret,
 * the block of that; else the block in which pasting ended.
 */
function placeAfter(
  editor: CaseEditor,
  { after }: PlacedPicture,
  start: Path | null,
  first: Block | undefined,
): PathRef | null {
  if (!editor.selection || !partAt(editor, editor.selection.anchor)) return null;
  const isFirst = after === null || after === first;
  const path = pathIn(partsOf(editor), after) ?? (isFirst && start ? start : editor.selection.anchor.path.slice(0, 2));
  return Editor.pathRef(editor, path, { affinity: 'backward' });
}

/** A table of more cells would make the sheet slow, and no journal prints it. */
const MOST_CELLS = 2000;

/** What a paste brings: blocks, the pictures among them, and what of it changed. */
interface Brought {
  readonly blocks: readonly Block[];
  readonly pictures: readonly PlacedPicture[];
  readonly changes: Changes;
  /** Letters alone, which go in as if typed: in the marks that stand there, with their spaces. */
  readonly line?: string;
}

/** Whether a page only paints letters in their places, as programs that show PDF files and code do: its plain text says more. */
function isPainted(html: string): boolean {
  if (/<span[^>]*\srole="presentation"[^>]*>/i.test(html) && /<br role="presentation"/i.test(html)) return true;
  return /^\s*(?:<meta[^>]*>\s*)*<div style="[^"]*(?:monospace|Consolas|Menlo)[^"]*white-space: ?pre;/i.test(html);
}

function broughtBy(editor: CaseEditor, html: string, text: string): Brought {
  if (html !== '' && !(text !== '' && isPainted(html))) {
    const part = editor.selection && partAt(editor, editor.selection.anchor);
    const takesVoids = part !== null && allows(part[0].key).voids;
    const read = readPage(pageOf(html), code => (takesVoids ? editor.onCitation(code) : null));
    if (read.blocks.length > 0 || read.pictures.length > 0) return read;
  }
  const cells = cellsOfText(text);
  if (cells) return { blocks: [tableOfCells(cells)], pictures: [], changes: noChanges() };
  const line = cleaned(text).replace(/\n+$/, ' ');
  if (!line.includes('\n') && !looksLikeMarkdown(line))
    return { blocks: [], pictures: [], changes: noChanges(), line: line.replace(/\t/g, ' ') };
  const { blocks, joined } = readPlain(text);
  return { blocks, pictures: [], changes: { ...noChanges(), joined } };
}

const rowsIn = (blocks: readonly Block[]): readonly TableRow[] | null => {
  const [only] = blocks;
  return blocks.length === 1 && only?.type === 'table'
    ? only.children.filter(child => child.type === 'table-row')
    : null;
};

const cellCount = (blocks: readonly Block[]): number =>
  Math.max(0, ...blocks.map(block => (rowsIn([block]) ?? []).reduce((sum, row) => sum + row.children.length, 0)));

/**
 * Whether an article that is pasted here is meant for the whole report: at the title or in a section. An abstract has
 * headings of the same names.
 */
function takesArticle(editor: CaseEditor): boolean {
  const key = editor.selection && partAt(editor, editor.selection.anchor)?.[0].key;
  if (!key || above(editor, ['caption', 'table-cell'])) return false;
  return key === 'title' || allows(key).floats;
}

export function withPasting(editor: CaseEditor): CaseEditor {
  const { setFragmentData } = editor;
  editor.setFragmentData = data => {
    setFragmentData(data);
    const { selection } = editor;
    if (!selection || (Range.isCollapsed(selection) && !Editor.void(editor, { at: selection }))) return;
    // What the window draws around the text is nobody else's: counts, tools, guidance.
    const parts = editor.getFragment() as Part[];
    const printed = editor.onCopied(parts);
    if (!printed) return;
    const { report, references } = printed;
    data.setData(CARRIED, JSON.stringify({ report, printed: printed.printed, references } satisfies Carried));
    data.setData('text/html', htmlOf(parts, printed));
    data.setData('text/plain', plainOf(parts, printed));
  };

  let carried: Carried | null = null;
  editor.insertFragment = nodes => {
    const from = carried && editor.isForeign(carried.report) ? carried : null;
    const insert = (idOf: ((reference: string) => string) | null) => {
      const settled =
        from && idOf
          ? settledElsewhere(nodes as DocumentNode[], from, idOf)
          : { nodes: nodes as DocumentNode[], left: 0 };
      const { nodes: fitting, figures } = fitIn(editor, settled.nodes as Node[]);
      const voids = insertPieces(editor, fitting);
      editor.onPasted({ ...noChanges(), voids, figures, left: settled.left });
    };
    if (!from) {
      insert(null);
      return;
    }
    // What is replaced goes first: inside one step nothing is put right in between.
    clearCrossing(editor);
    if (editor.selection && Range.isExpanded(editor.selection)) editor.deleteFragment();
    editor.asOne(() => insert(editor.onForeign(from)));
  };

  editor.insertData = data => {
    if (editor.isLarge(data)) editor.onLarge(data, insertData);
    else insertData(data);
  };

  const insertData = (data: DataTransfer) => {
    carried = carriedIn(data.getData(CARRIED));
    const isOurs = editor.insertFragmentData(data);
    carried = null;
    if (isOurs) return;
    // The references of citations come in with them, and are undone with them.
    if (/CSL_CITATION/.test(data.getData('text/html'))) editor.asOne(() => insertForeign(data));
    else insertForeign(data);
  };

  const insertForeign = (data: DataTransfer) => {
    const images = imagesOf(data);
    const html = data.getData('text/html');
    const { blocks, pictures, changes, line = '' } = broughtBy(editor, html, data.getData('text/plain'));
    // A browser brings an image as a file, and where it found it.
    if (images.length > 0 && blocks.length === 0 && line.trim() === '') {
      editor.onImages(images);
      return;
    }
    if (cellCount(blocks) > MOST_CELLS) {
      editor.onTooLong(cellCount(blocks));
      return;
    }
    const start = editor.selection && Editor.pathRef(editor, Range.start(editor.selection).path.slice(0, 2));
    const rows = rowsIn(blocks);
    const isInTable = rows !== null && pasteIntoTable(editor, cellsOfRows(rows));
    const article = takesArticle(editor) ? articleIn(blocks) : null;
    let voids = 0;
    if (article)
      editor.asOne(() => {
        voids = insertArticle(editor, article);
      });
    else if (!isInTable) voids = insertPieces(editor, blocks);
    if (line !== '') Editor.insertText(editor, line);
    else if (blocks.length === 0 && pictures.length > 0) clearCrossing(editor);
    editor.onPasted({
      ...changes,
      voids,
      parted: new Set(article?.map(({ key }) => key).filter(key => key !== null && key !== 'references')).size,
      listed: article?.some(({ key }) => key === 'references') ? 1 : 0,
    });
    if (pictures.length > 0)
      editor.onPictures({
        pictures,
        after: pictures.map(picture => placeAfter(editor, picture, start?.current ?? null, blocks[0])),
        ...filesOf(pictures, data.getData('text/rtf')),
      });
    start?.unref();
  };

  editor.insertTextData = () => false;
  return editor;
}
