/** Forms of paragraphs: heading, list. */
import { Editor, Node, Path, Transforms } from 'slate';
import { liftItem } from '../structure/deleting.ts';
import { above, allows, isType, partAt } from '../structure/places.ts';
import type { CaseEditor } from '../types.ts';

/** Paragraphs and headings of the selection, where their part may hold a form. */
function chosenBlocks(editor: CaseEditor, form: 'headings' | 'lists'): Path[] {
  const { selection } = editor;
  if (!selection) return [];
  const range = Editor.unhangRange(editor, selection);
  const blocks = Editor.nodes(editor, {
    at: range,
    match: (node, path) => path.length === 2 && isType(node, 'paragraph', 'heading'),
  });
  return [...blocks]
    .map(([, path]) => path)
    .filter(path => {
      const part = partAt(editor, path);
      return part !== null && allows(part[0].key)[form];
    });
}

function toParagraph(editor: CaseEditor, at: Path): void {
  Transforms.setNodes(editor, { type: 'paragraph' }, { at });
  Transforms.unsetNodes(editor, ['level'] as never, { at });
}

export function headingLevel(editor: CaseEditor): 1 | 2 | null {
  return above(editor, ['heading'])?.[0].level ?? null;
}

/** Makes the paragraphs headings of a level, or paragraphs again. */
export function toggleHeading(editor: CaseEditor, level: 1 | 2): void {
  const on = headingLevel(editor) !== level;
  Editor.withoutNormalizing(editor, () => {
    for (const at of chosenBlocks(editor, 'headings')) {
      if (on) Transforms.setNodes(editor, { type: 'heading', level }, { at });
      else toParagraph(editor, at);
    }
  });
}

export function listKind(editor: CaseEditor): 'bullets' | 'numbers' | null {
  const list = above(editor, ['list']);
  return list ? (list[0].ordered ? 'numbers' : 'bullets') : null;
}

/** Makes the paragraphs a list, a list of the other kind, or paragraphs again. */
export function toggleList(editor: CaseEditor, ordered: boolean): void {
  const list = above(editor, ['list']);
  const item = above(editor, ['list-item']);
  Editor.withoutNormalizing(editor, () => {
    if (list && list[0].ordered !== ordered) Transforms.setNodes(editor, { ordered }, { at: list[1] });
    else if (item) liftItem(editor, item[1]);
    // From the end, so that earlier places stay where they are.
    else for (const run of runs(chosenBlocks(editor, 'lists')).toReversed()) wrapInList(editor, run, ordered);
  });
}

/** Paths in groups of neighbours. */
function runs(paths: readonly Path[]): Path[][] {
  const groups: Path[][] = [];
  for (const path of paths) {
    const last = groups.at(-1)?.at(-1);
    if (last && Path.equals(Path.next(last), path)) groups.at(-1)?.push(path);
    else groups.push([path]);
  }
  return groups;
}

/** Makes neighbouring paragraphs the items of one list. */
function wrapInList(editor: CaseEditor, blocks: readonly Path[], ordered: boolean): void {
  for (const at of blocks) {
    toParagraph(editor, at);
    Transforms.wrapNodes(editor, { type: 'list-item', children: [] }, { at });
  }
  const [first] = blocks;
  if (!first) return;
  Transforms.wrapNodes(editor, { type: 'list', ordered, children: [] }, { at: first });
  for (let index = 1; index < blocks.length; index++)
    Transforms.moveNodes(editor, { at: Path.next(first), to: [...first, index] });
}

/** Tab in a list: one level in, below the item before. False where there is none. */
export function indentItem(editor: CaseEditor): boolean {
  const item = above(editor, ['list-item']);
  const list = above(editor, ['list']);
  if (!item || !list || (item[1].at(-1) as number) === 0) return false;
  const before = Path.previous(item[1]);
  const [, inner] = (Node.get(editor, before) as unknown as { children: Node[] }).children;
  Editor.withoutNormalizing(editor, () => {
    if (inner && isType(inner, 'list')) {
      Transforms.moveNodes(editor, { at: item[1], to: [...before, 1, inner.children.length] });
      return;
    }
    Transforms.wrapNodes(editor, { type: 'list', ordered: list[0].ordered, children: [] }, { at: item[1] });
    Transforms.moveNodes(editor, { at: item[1], to: [...before, 1] });
  });
  return true;
}

/** Shift+Tab in a list. */
export function outdentItem(editor: CaseEditor): boolean {
  const item = above(editor, ['list-item']);
  if (!item) return false;
  liftItem(editor, item[1]);
  return true;
}
