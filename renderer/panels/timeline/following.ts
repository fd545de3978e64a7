/** Tables of the text whose chosen moments go where the values of a moment go. */
import { Editor, Transforms } from 'slate';
import type { LabTableBlock } from '../../../core/report/document.ts';
import type { Moment, TimeSettings } from '../../../core/report/types.ts';
import { sameMoment } from '../../../core/timeline/moment.ts';
import { isType } from '../../editor/structure/places.ts';
import type { CaseEditor } from '../../editor/types.ts';

/** The chosen moments of a table with one at another place, or without it (null); undefined where it chooses all from then on. */
export function followed(
  moments: readonly Moment[],
  from: Moment,
  to: Moment | null,
  time: TimeSettings,
): readonly Moment[] | undefined {
  const next = moments.flatMap(at => (sameMoment(at, from, time) ? (to ? [to] : []) : [at]));
  return next.length > 0 ? next : undefined;
}

/** Changes every table that had chosen a moment whose values were moved or removed. */
export function followMoment(editor: CaseEditor, from: Moment, to: Moment | null, time: TimeSettings): void {
  const tables = [...Editor.nodes(editor, { at: [], match: node => isType(node, 'lab-table') })];
  for (const [node, path] of tables) {
    const { moments } = node as LabTableBlock;
    if (!moments?.some(at => sameMoment(at, from, time))) continue;
    const next = followed(moments, from, to, time);
    if (next) Transforms.setNodes(editor, { moments: next } as never, { at: path });
    else Transforms.unsetNodes(editor, 'moments' as never, { at: path });
  }
}
