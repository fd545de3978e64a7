/** Pictures of pasted text made figures, each behind the text it stood behind; what could not come in is said. */
import { Path, Transforms } from 'slate';
import type { FigureBlock, Part } from '../../../core/report/document.ts';
import type { Op } from '../../../core/report/ops.ts';
import { notify } from '../../app/notices/notices.ts';
import { allows } from '../../editor/structure/places.ts';
import type { PastedPictures } from '../../editor/types.ts';
import type { Session } from '../../session/types.ts';
import { say } from '../../words/index.ts';
import { newFigure } from './changes.ts';
import { addImages } from './images.ts';

function tellLeftOut({ remote, kept }: PastedPictures): void {
  const words = say('figures');
  if (remote > 0)
    notify({ severity: 'warning', title: words('pastedRemote', { count: remote }), hint: words('pastedRemoteHint') });
  if (kept > 0)
    notify({ severity: 'warning', title: words('pastedKept', { count: kept }), hint: words('pastedKeptHint') });
}

/** Where a figure behind a block may stand; null where its part takes none. */
function placeBehind({ editor }: Session, block: Path | null): Path | null {
  const part = block && (editor.children[block[0] as number] as Part | undefined);
  return block && part && allows(part.key).floats ? Path.next(block) : null;
}

/** Cleans the pictures, and puts them into the text as one undo step; the others are in the pane of figures. */
export async function addPastedPictures(session: Session, pasted: PastedPictures): Promise<void> {
  const { files, pictures, after } = pasted;
  tellLeftOut(pasted);
  const ops: Op[] = [];
  const placed: { readonly figure: string; readonly index: number }[] = [];
  const there = files.flatMap((file, index) => (file ? [{ file, index }] : []));
  const added = await addImages(
    session,
    there.map(({ file }) => file),
  );
  ops.push(...added.ops);
  for (const [at, asset] of added.assets.entries()) {
    const index = there[added.taken[at] as number]?.index ?? 0;
    const value = { ...newFigure([asset.name]), alt: pictures[index]?.alt ?? '' };
    ops.push({ set: 'figure', id: value.id, value });
    placed.push({ figure: value.id, index });
  }
  if (placed.length > 0) {
    const label = say('figures')('undoAdd');
    session.transact(label, () => {
      session.dispatch(ops, label);
      // From the last, so that several behind one block keep their order.
      for (const { figure, index } of placed.toReversed()) {
        const at = placeBehind(session, after[index]?.current ?? null);
        const block: FigureBlock = {
          type: 'figure',
          id: figure,
          children: [{ type: 'caption', children: [{ text: '' }] }],
        };
        if (at) Transforms.insertNodes(session.editor, block as never, { at });
      }
    });
  }
  for (const ref of after) ref?.unref();
}
