/**
 * Deleting that never takes a part, a caption or a cell with it, and never lets text flow from one into another.
 * Slate has no isolating node: without this, Backspace at the start of a section merges it into the one before.
 */
import { Editor, Node, Path, Point, Range, type RangeRef, Transforms } from 'slate';
import type { List } from '../../../core/report/document.ts';
import { emptyParagraph } from '../../../core/report/parts.ts';
import type { CaseEditor } from '../types.ts';
import { above, blockAt, isFloat, isIsolate, isolateAt, isType } from './places.ts';

/** Whether a range stays inside one isolate. */
function staysInside(editor: CaseEditor, range: Range): boolean {
  const [start, end] = Range.edges(range);
  const one = isolateAt(editor, start);
  const other = isolateAt(editor, end);
  return one !== null && other !== null && Path.equals(one[1], other[1]);
}

/** The part of a range inside a node, or null where they do not meet. */
function within(editor: CaseEditor, range: Range, path: Path): Range | null {
  return Range.intersection(range, Editor.range(editor, path));
}

const covers = (editor: CaseEditor, range: Range, path: Path): boolean => {
  const [start, end] = Range.edges(range);
  const own = Editor.range(editor, path);
  return Point.compare(start, own.anchor) <= 0 && Point.compare(end, own.focus) >= 0;
};

interface Piece {
  readonly ref: RangeRef;
  /** The node goes away altogether; else its text does. */
  readonly whole: boolean;
}

/** What a range holds, as pieces that can each be deleted without touching another. */
function piecesOf(editor: CaseEditor, range: Range): readonly Piece[] {
  const pieces: Piece[] = [];
  const [start, end] = Range.edges(range);
  const take = (piece: Range, whole = false) =>
    pieces.push({ ref: Editor.rangeRef(editor, piece, { affinity: 'inward' }), whole });
  const several = start.path[0] !== end.path[0];
  for (let part = start.path[0] as number; part <= (end.path[0] as number); part++) {
    if (several && covers(editor, range, [part])) continue;
    const blocks = Node.get(editor, [part]) as unknown as { children: Node[] };
    let run: Range | null = null;
    const endRun = () => {
      if (run) take(run);
      run = null;
    };
    blocks.children.forEach((block, index) => {
      const path = [part, index];
      const piece = within(editor, range, path);
      if (!piece) return;
      if (!isFloat(block)) {
        run = run === null ? piece : { anchor: (run as Range).anchor, focus: Range.end(piece) };
        return;
      }
      endRun();
      // A float whose both ends are outside the selection goes as a whole.
      if (covers(editor, range, path) && !Path.isAncestor(path, start.path) && !Path.isAncestor(path, end.path))
        take(piece, true);
      else
        for (const [, inner] of Editor.nodes(editor, { at: path, match: isIsolate, mode: 'lowest' })) {
          const text = within(editor, range, inner);
          if (text && Range.isExpanded(text)) take(text);
        }
    });
    endRun();
  }
  return pieces;
}

/** Parts that lie in a range of several parts from their start to their end. */
function wholeParts(editor: CaseEditor, range: Range): readonly number[] {
  const [{ path: first }, { path: last }] = Range.edges(range);
  if (first[0] === last[0]) return [];
  return editor.children.flatMap((_part, index) =>
    index >= (first[0] as number) && index <= (last[0] as number) && covers(editor, range, [index]) ? [index] : [],
  );
}

/** Leaves one empty paragraph of a part. */
function emptyOut(editor: CaseEditor, part: number): void {
  const { children } = Node.get(editor, [part]) as unknown as { children: readonly Node[] };
  Transforms.insertNodes(editor, emptyParagraph(), { at: [part, 0] });
  for (let index = children.length; index > 0; index--) Transforms.removeNodes(editor, { at: [part, index] });
}

/** Deletes a range piece by piece; parts, captions and cells stay. */
export function deleteAcross(editor: CaseEditor, range: Range): void {
  const whole = wholeParts(editor, range);
  const first = Range.start(range).path[0] as number;
  const start = Editor.pointRef(editor, Range.start(range), { affinity: 'backward' });
  Editor.withoutNormalizing(editor, () => {
    for (const { ref, whole: away } of [...piecesOf(editor, range)].reverse()) {
      const piece = ref.unref();
      if (!piece) continue;
      if (away) Transforms.removeNodes(editor, { at: piece.anchor.path.slice(0, 2) });
      else if (Range.isExpanded(piece)) Transforms.delete(editor, { at: piece, hanging: true });
    }
    for (const part of whole) emptyOut(editor, part);
  });
  const place = start.unref();
  const kept = place !== null && !whole.includes(first) && Node.has(editor, place.path);
  Transforms.select(editor, kept ? place : Editor.start(editor, [first]));
}

/** Empties an expanded selection that crosses isolates, before anything is put in its place. */
export function clearCrossing(editor: CaseEditor): void {
  const { selection } = editor;
  if (selection && Range.isExpanded(selection) && !staysInside(editor, selection)) deleteAcross(editor, selection);
}

/** At the start of a heading or list item, Backspace takes the form away and leaves the text. */
function takeFormAway(editor: CaseEditor): boolean {
  const item = above(editor, ['list-item']);
  if (item && Editor.isStart(editor, editor.selection?.anchor as Point, item[1])) {
    liftItem(editor, item[1]);
    return true;
  }
  const heading = above(editor, ['heading']);
  if (heading && Editor.isStart(editor, editor.selection?.anchor as Point, heading[1])) {
    Transforms.setNodes(editor, { type: 'paragraph' }, { at: heading[1] });
    Transforms.unsetNodes(editor, 'level' as never, { at: heading[1] });
    return true;
  }
  return false;
}

/** Items behind an item in its list go below it: they stay behind it when it leaves the list. */
function takeFollowing(editor: CaseEditor, item: Path): void {
  const list = Node.get(editor, Path.parent(item)) as List;
  const following = list.children.length - 1 - (item.at(-1) as number);
  if (following === 0) return;
  const inner = [...item, 1];
  if (!Node.has(editor, inner))
    Transforms.insertNodes(editor, { type: 'list', ordered: list.ordered, children: [] }, { at: inner });
  for (let count = following; count > 0; count--) {
    const end = (Node.get(editor, inner) as List).children.length;
    Transforms.moveNodes(editor, { at: Path.next(item), to: [...inner, end] });
  }
}

/** One level out of its list; at the outermost level its paragraph leaves the list. */
export function liftItem(editor: CaseEditor, item: Path): void {
  Editor.withoutNormalizing(editor, () => {
    const list = Path.parent(item);
    const outer = Path.parent(list);
    if (isType(Node.get(editor, outer), 'list-item')) {
      takeFollowing(editor, item);
      Transforms.moveNodes(editor, { at: item, to: Path.next(outer) });
      if ((Node.get(editor, list) as List).children.length === 0) Transforms.removeNodes(editor, { at: list });
      return;
    }
    const freed = Editor.pathRef(editor, item);
    Transforms.liftNodes(editor, { at: item });
    const path = freed.unref();
    if (path) Transforms.unwrapNodes(editor, { at: path });
  });
}

/** A float beside an empty paragraph: the paragraph goes, the caret moves into the caption. */
function besideFloat(editor: CaseEditor, way: 'before' | 'after'): boolean {
  const { selection } = editor;
  const block = selection && blockAt(editor, selection.anchor);
  if (!selection || !block || isFloat(block[0])) return false;
  const atBlockEdge =
    way === 'before'
      ? Editor.isStart(editor, selection.anchor, block[1])
      : Editor.isEnd(editor, selection.anchor, block[1]);
  if (!atBlockEdge) return false;
  if (way === 'before' && block[1][1] === 0) return false;
  const beside = way === 'before' ? Path.previous(block[1]) : Path.next(block[1]);
  if (!Node.has(editor, beside) || !isFloat(Node.get(editor, beside))) return false;
  const target = way === 'before' ? Editor.end(editor, beside) : Editor.start(editor, beside);
  Editor.withoutNormalizing(editor, () => {
    Transforms.select(editor, target);
    if (Editor.string(editor, block[1]) === '' && isType(block[0], 'paragraph') && !hasVoid(block[0]))
      Transforms.removeNodes(editor, { at: block[1] });
  });
  return true;
}

const hasVoid = (node: Node) =>
  [...Node.elements(node)].some(([element]) => isType(element, 'citation', 'cross-reference', 'value'));

/** The near edge of the first citation, mention or value between two points; null where there is none. */
function voidOnTheWay(editor: CaseEditor, from: Point, to: Point): Point | null {
  const isBack = Point.isBefore(to, from);
  const [found] = Editor.nodes(editor, {
    at: { anchor: from, focus: to },
    match: node => isType(node, 'citation', 'cross-reference', 'value'),
    reverse: isBack,
    voids: true,
  });
  if (!found) return null;
  const [, path] = found;
  return isBack ? Editor.start(editor, Path.next(path)) : Editor.end(editor, Path.previous(path));
}

export function withDeleting(editor: CaseEditor): CaseEditor {
  const { deleteBackward, deleteForward, deleteFragment } = editor;

  const remove = (
    way: 'before' | 'after',
    unit: 'character' | 'word' | 'line' | 'block',
    usual: (unit: never) => void,
  ) => {
    const { selection } = editor;
    if (!selection || Range.isExpanded(selection)) return editor.deleteFragment();
    const isolate = isolateAt(editor, selection.anchor);
    if (!isolate) return;
    if (way === 'before' && takeFormAway(editor)) return;
    if (besideFloat(editor, way)) return;
    const edge = way === 'before' ? Editor.start(editor, isolate[1]) : Editor.end(editor, isolate[1]);
    if (Point.equals(edge, selection.anchor)) return;
    const options = { at: selection.anchor, unit };
    const target =
      way === 'before' ? Editor.before(editor, options.at, { unit }) : Editor.after(editor, options.at, { unit });
    const own = unit === 'word' && target ? voidOnTheWay(editor, selection.anchor, target) : null;
    if (own) {
      // What it cites is no part of the word beside it.
      const isNext = Editor.string(editor, { anchor: selection.anchor, focus: own }) === '';
      if (isNext) usual('character' as never);
      else Transforms.delete(editor, { at: { anchor: selection.anchor, focus: own } });
      return;
    }
    // A word or a line may reach further than the isolate does.
    if (target && staysInside(editor, { anchor: selection.anchor, focus: target })) usual(unit as never);
    else Transforms.delete(editor, { at: { anchor: selection.anchor, focus: edge } });
  };

  editor.deleteBackward = unit => remove('before', unit, deleteBackward);
  editor.deleteForward = unit => remove('after', unit, deleteForward);
  editor.deleteFragment = direction => {
    const { selection } = editor;
    if (selection && Range.isExpanded(selection) && !staysInside(editor, selection)) deleteAcross(editor, selection);
    else deleteFragment(direction);
  };
  return editor;
}
