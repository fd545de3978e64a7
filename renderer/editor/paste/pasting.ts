/** Paste and drop: our own fragments, HTML, spreadsheets, plain text, images. */
import { Editor, type Node, type Path, type PathRef, Range, Transforms } from 'slate';
import type { Block, Inline } from '../../../core/report/document.ts';
import { clearCrossing } from '../structure/deleting.ts';
import { above, allows, isType, partAt } from '../structure/places.ts';
import type { CaseEditor } from '../types.ts';
import { cellsOfRows, cellsOfText, pasteIntoTable, tableOfCells } from './cells.ts';
import { fitIn, inlinesOf, isOneLine } from './fragment.ts';
import { type PlacedPicture, readHtml } from './html.ts';
import { filesOf } from './pictures.ts';

/** Images of a paste or drop that come with nothing else. */
function imagesOf(data: DataTransfer): readonly File[] {
  return [...data.files].filter(file => /^image\/(?:png|jpeg)$/.test(file.type));
}

/** Puts nodes where the caret is: letters into its line, blocks behind and between. */
export function insertPieces(editor: CaseEditor, nodes: readonly Node[]): void {
  clearCrossing(editor);
  const { selection } = editor;
  if (!selection || nodes.length === 0) return;
  if (Range.isExpanded(selection)) editor.deleteFragment();
  const place = editor.selection;
  const part = place && partAt(editor, place.anchor);
  if (!place || !part) return;
  const line = above(editor, ['caption', 'table-cell']) !== null || part[0].key === 'title';
  if (line || isOneLine(nodes)) {
    const fitting = inlinesOf(nodes).filter(
      inline => allows(part[0].key).voids || 'text' in inline || inline.type === 'link',
    );
    insertLine(editor, fitting);
    return;
  }
  insertBlocks(editor, nodes);
}

/** Letters and inline elements where the caret is; the caret goes behind them. */
function insertLine(editor: CaseEditor, inlines: readonly Inline[]): void {
  const last = inlines.at(-1);
  if (!last) return;
  Transforms.insertNodes(editor, inlines as Node[], { select: true });
  // Behind a void, not inside it.
  if (!('text' in last)) Transforms.move(editor);
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
  const part = editor.selection && partAt(editor, editor.selection.anchor);
  if (!editor.selection || !part) return null;
  const index = (part[0].children as readonly Block[]).indexOf(after as Block);
  const isFirst = after === null || after === first;
  const path = index >= 0 ? [...part[1], index] : isFirst && start ? start : editor.selection.anchor.path.slice(0, 2);
  return Editor.pathRef(editor, path, { affinity: 'backward' });
}

function paragraphsOf(text: string): Block[] {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .split(/\n+/)
    .filter(line => line.trim() !== '');
  return lines.map(line => ({ type: 'paragraph', children: [{ text: line.trim() }] }));
}

export function withPasting(editor: CaseEditor): CaseEditor {
  editor.insertFragment = nodes => insertPieces(editor, fitIn(editor, nodes));

  editor.insertData = data => {
    if (editor.insertFragmentData(data)) return;
    const images = imagesOf(data);
    const html = data.getData('text/html');
    const text = data.getData('text/plain');
    const { blocks, pictures } = html === '' ? { blocks: [], pictures: [] } : readHtml(html);
    // A browser brings an image as a file, and where it found it.
    if (images.length > 0 && (text === '' || (html !== '' && blocks.length === 0))) {
      editor.onImages(images);
      return;
    }
    const part = editor.selection && partAt(editor, editor.selection.anchor);
    const floats = part ? allows(part[0].key).floats : false;
    const [only] = blocks;
    const rows =
      blocks.length === 1 && only?.type === 'table' ? only.children.filter(child => child.type === 'table-row') : null;
    const cells = rows ? cellsOfRows(rows) : blocks.length === 0 ? cellsOfText(text) : null;
    const start = editor.selection && Editor.pathRef(editor, Range.start(editor.selection).path.slice(0, 2));
    const isInTable = cells !== null && pasteIntoTable(editor, cells);
    if (isInTable) {
      start?.unref();
      return;
    }
    if (cells && floats) insertPieces(editor, rows ? blocks : [tableOfCells(cells)]);
    else if (blocks.length > 0) insertPieces(editor, blocks);
    else if (pictures.length > 0) clearCrossing(editor);
    else if (/\n/.test(text.trim())) insertPieces(editor, paragraphsOf(text));
    else if (text !== '') Editor.insertText(editor, text.replace(/\r?\n/g, ' '));
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
