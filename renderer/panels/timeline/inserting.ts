/** Charts and tables of lab values put into the text, and whether the text reads a series. */
import { type Path, Transforms } from 'slate';
import type { Block, ChartBlock, DocumentNode, LabTableBlock, Part, PartKey } from '../../../core/report/document.ts';
import { SECTION_KEYS } from '../../../core/report/document.ts';
import { isText } from '../../../core/report/parts.ts';
import type { Session } from '../../session/types.ts';
import type { Insertion } from './InsertDialog.tsx';

function isSection(key: PartKey): boolean {
  return (SECTION_KEYS as readonly PartKey[]).includes(key);
}

/** After the block with the caret, where that is in one of the four sections. */
function afterCaret({ editor }: Session): Path | null {
  const [part, block] = editor.selection?.focus.path ?? [];
  if (part === undefined || block === undefined) return null;
  const node = editor.children[part] as Part | undefined;
  return node && isSection(node.key) ? [part, block + 1] : null;
}

/** At the end of the observation. */
function endOfObservation({ editor }: Session): Path | null {
  const part = editor.children.findIndex(node => (node as Part).key === 'observation');
  const node = editor.children[part] as Part | undefined;
  return node ? [part, node.children.length] : null;
}

/** Whether there is a caret for what is inserted to stand after. */
export function hasPlace(session: Session): boolean {
  return afterCaret(session) !== null;
}

/** Inserts a chart or a table as one undo step; gives the id of its block. */
export function insertLabs(session: Session, { type, series, lanes }: Insertion, label: string): string | null {
  const at = afterCaret(session) ?? endOfObservation(session);
  if (!at) return null;
  const id = crypto.randomUUID();
  const block: ChartBlock | LabTableBlock = {
    type,
    id,
    series: [...series],
    ...(type === 'chart' && lanes.length > 0 && { settings: { lanes } }),
    children: [{ type: 'caption', children: [{ text: '' }] }],
  };
  session.transact(label, () => Transforms.insertNodes(session.editor, block as never, { at }));
  return id;
}

function reads(node: DocumentNode, series: string): boolean {
  if (isText(node)) return false;
  if (node.type === 'value') return node.series === series;
  if ((node.type === 'chart' || node.type === 'lab-table') && node.series.includes(series)) return true;
  return (node.children as readonly DocumentNode[]).some(child => reads(child, series));
}

/** Whether a chart, a table or a quoted value of the text reads a series. */
export function isUsed(parts: readonly Part[], series: string): boolean {
  return parts.some(part => part.children.some((block: Block) => reads(block, series)));
}
