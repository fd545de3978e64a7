/** Forms of paragraphs: heading, list. */
import { Editor, Node, Path, Transforms } from 'slate';
import { liftItem } from '../structure/deleting.ts';
import { above, allows, isType, partAt } from '../structure/places.ts';
import type { CaseEditor } from '../types.ts';

/** Blocks of the selection, in the part of its start. */
function chosenBlocks(editor: CaseEditor): Path[] {
  const { selection } = editor;
  if (!selection) return [];
  const range = Editor.unhangRange(editor, selection);
  return [...Editor.nodes(editor, { at: range, match: (_node, path) => path.length === 2 })].map(([, path]) => path);
}

export function headingLevel(editor: CaseEditor): 1 | 2 | null {
  return above(editor, ['heading'])?.[0].level ?? null;
}

/** Makes the paragraphs headings of a level, or paragraphs again. */
export function toggleHeading(editor: CaseEditor, level: 1 | 2): void {
  const { selection } = editor;
  const part = selection && partAt(editor, selection.anchor);
  if (!part || !allows(part[0].key).headings) return;
  const on = headingLevel(editor) !== level;
  Editor.withoutNormalizing(editor, () => {
    for (const at of chosenBlocks(editor)) {
      if (!isType(Node.get(editor, at), 'paragraph', 'heading')) continue;
      if (on) Transforms.setNodes(editor, { type: 'heading', level }, { at });
      else {
        Transforms.setNodes(editor, { type: 'paragraph' }, { at });
        Transforms.unsetNodes(editor, ['level'] as never, { at });
      }
    }
  });
}

export function listKind(editor: CaseEditor): 'bullets' | 'numbers' | null {
  const list = above(editor, ['list']);
  return list ? (list[0].ordered ? 'numbers' : 'bullets') : null;
}

/** Makes the paragraphs a list, a list of the other kind, or paragraphs again. */
export function toggleList(editor: CaseEditor, ordered: boolean): void {
  const { selection } = editor;
  const part = selection && partAt(editor, selection.anchor);
  if (!part || !allows(part[0].key).lists) return;
  const list = above(editor, ['list']);
  Editor.withoutNormalizing(editor, () => {
    if (list && list[0].ordered !== ordered) {
      Transforms.setNodes(editor, { ordered }, { at: list[1] });
      return;
    }
    if (list) {
      const item = above(editor, ['list-item']);
      if (item) liftItem(editor, item[1]);
      return;
    }
    const blocks = chosenBlocks(editor).filter(at => isType(Node.get(editor, at), 'paragraph', 'heading'));
    const [first] = blocks;
    if (!first) return;
    for (const at of blocks) {
      Transforms.setNodes(editor, { type: 'paragraph' }, { at });
      Transforms.unsetNodes(editor, ['level'] as never, { at });
      Transforms.wrapNodes(editor, { type: 'list-item', children: [] }, { at });
    }
    Transforms.wrapNodes(
      editor,
      { type: 'list', ordered, children: [] },
      {
        at: Editor.range(editor, first, blocks.at(-1) as Path),
        match: (node, path) => path.length === 2 && isType(node, 'list-item'),
      },
    );
  });
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
