/** Puts blocks and letters where the caret is, or where an article's headings say: of many, a few at each step. */
import { Editor, type Node, type Path, type PathRef, Range, Transforms } from 'slate';
import type { Block, DocumentNode, Inline, Part, PartKey } from '../../../core/report/document.ts';
import { emptyPart, isEmptyPart } from '../../../core/report/parts.ts';
import { clearCrossing } from '../structure/deleting.ts';
import { above, allows, isType, partAt } from '../structure/places.ts';
import { type CaseEditor, partsOf } from '../types.ts';
import type { Stretch } from './article.ts';
import { isVoid, voidsIn } from './carried.ts';
import { inlinesOf, isOneLine } from './fragment.ts';
import type { Steps } from './steps.ts';

/** What goes in at a step, in paragraphs: short ones are drawn in a millisecond. */
const A_STEP = 10;

/** A cell is drawn in half the time of a paragraph. */
const weightOf = (block: Node): number =>
  isType(block, 'table')
    ? block.children.reduce((sum, row) => sum + row.children.length / 2, 1)
    : isType(block, 'list')
      ? block.children.length
      : 1;

/** What is selected goes before something comes in its place. */
export function clearPlace(editor: CaseEditor): void {
  clearCrossing(editor);
  if (editor.selection && Range.isExpanded(editor.selection)) editor.deleteFragment();
}

/** Puts nodes where the caret is: letters into its line, blocks behind and between. Gives how many of them the place takes none of. */
export function* insertPieces(editor: CaseEditor, nodes: readonly Node[]): Steps<number> {
  clearPlace(editor);
  const place = editor.selection;
  const part = place && partAt(editor, place.anchor);
  if (!place || !part || nodes.length === 0) return 0;
  const left = allows(part[0].key).voids ? 0 : voidsIn(nodes as DocumentNode[]).length;
  const line = above(editor, ['caption', 'table-cell']) !== null || part[0].key === 'title';
  if (line || isOneLine(nodes))
    insertLine(
      editor,
      inlinesOf(nodes).filter(inline => left === 0 || !isVoid(inline)),
    );
  else yield* insertMany(editor, wrapped(nodes));
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

/** How many blocks, from one on, are put in at a step. */
function stepFrom(blocks: readonly Node[], from: number): number {
  let weight = 0;
  let count = 0;
  for (let at = from; at < blocks.length && weight < A_STEP; at++) {
    weight += weightOf(blocks[at] as Node);
    count++;
  }
  return count;
}

/** Blocks at the caret, the first ones as {@link insertBlocks} does, the others behind them; the caret goes along, unless the author moved it. */
function* insertMany(editor: CaseEditor, blocks: readonly Node[]): Steps {
  let done = stepFrom(blocks, 0);
  insertBlocks(editor, blocks.slice(0, done));
  const { selection } = editor;
  if (done >= blocks.length || !selection) return;
  const [part = 0, index = 0] = selection.anchor.path;
  const partRef = Editor.pathRef(editor, [part]);
  const isLast = index + 1 >= (partsOf(editor)[part] as Part).children.length;
  const behind = isLast ? null : Editor.pathRef(editor, [part, index + 1]);
  try {
    while (done < blocks.length) {
      yield { done, of: blocks.length };
      const count = stepFrom(blocks, done);
      Transforms.insertNodes(editor, blocks.slice(done, done + count) as Node[], {
        at: pathBehind(editor, partRef, behind),
      });
      done += count;
    }
    if (editor.selection && !Range.equals(editor.selection, selection)) return;
    const [into = 0, next = 0] = pathBehind(editor, partRef, behind);
    selectEnd(editor, [into, next - 1]);
  } finally {
    partRef.unref();
    behind?.unref();
  }
}

/** Before the block that stood behind the caret; at the end of the part where none does. */
function pathBehind(editor: CaseEditor, part: PathRef, behind: PathRef | null): Path {
  if (behind?.current) return behind.current;
  const index = part.current?.[0] ?? 0;
  return [index, (partsOf(editor)[index] as Part).children.length];
}

/** Blocks go in whole; the paragraph they are pasted into is split around them, and left out where it was empty. */
function insertBlocks(editor: CaseEditor, blocks: readonly Node[]): void {
  Editor.withoutNormalizing(editor, () => {
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
      Transforms.insertNodes(editor, blocks as Node[], { at: here[1] });
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
export function* insertArticle(editor: CaseEditor, stretches: readonly Stretch[]): Steps<number> {
  clearPlace(editor);
  const of = stretches.reduce((sum, { blocks }) => sum + blocks.length, 0);
  let left = 0;
  let done = 0;
  for (const { key, blocks } of stretches) {
    if (key === null) left += yield* insertPieces(editor, blocks);
    else {
      const into = key === 'references' ? 'conclusion' : key;
      if (!allows(into).voids) left += voidsIn(blocks).length;
      for (let from = 0; from < blocks.length; ) {
        const step = blocks.slice(from, from + stepFrom(blocks, from));
        Editor.withoutNormalizing(editor, () => insertAtEnd(editor, into, step));
        from += step.length;
        yield { done: done + from, of };
      }
    }
    done += blocks.length;
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
