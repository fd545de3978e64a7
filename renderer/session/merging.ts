/** Two references of the open report made one, as one step: the references and every citation in the text. */
import { Editor, Transforms } from 'slate';
import { type Copies, copyOps, recited } from '../../core/references/copies.ts';
import { isType } from '../editor/structure/places.ts';
import type { Session } from './types.ts';

/** Merges a pair; of the fields named in `chosen` the other's value is kept. */
export function mergeCopies(session: Session, copies: Copies, chosen: readonly string[], label: string): void {
  const { editor } = session;
  const { stays, goes } = copies;
  session.transact(label, () => {
    const citations = Editor.nodes(editor, { at: [], voids: true, match: node => isType(node, 'citation') });
    for (const [node, path] of [...citations]) {
      if (!isType(node, 'citation')) continue;
      const items = recited(node.items, stays.id, goes.id);
      if (items !== node.items) Transforms.setNodes(editor, { items: [...items] }, { at: path });
    }
    session.dispatch(copyOps(copies, chosen), label);
  });
}
