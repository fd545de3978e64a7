/** Which place of the pages shows which place of the text. */
import { Editor, Node } from 'slate';
import type { PrintedPlace } from '../../../core/export/types.ts';
import { partAnchor, sourceNamed, sourceOfPart } from '../../../core/manuscript/sources.ts';
import type { Block, DocumentNode } from '../../../core/report/document.ts';
import { isText } from '../../../core/report/parts.ts';
import { blockKey } from '../../../core/roundtrip/keys.ts';
import type { CaseEditor } from '../../editor/types.ts';
import type { Desk } from '../../session/desk.ts';
import { goInText, goTo } from '../../session/going.ts';

/** A point beside a block is still meant for it when it is this near, in points: half a line. */
const NEAR = 8;

/** Blocks that are printed as one; those in a list stand each for itself. */
const WHOLE: ReadonlySet<Block['type']> = new Set(['paragraph', 'heading', 'table', 'figure', 'chart', 'lab-table']);

const isWhole = (node: DocumentNode): boolean => !isText(node) && WHOLE.has(node.type as Block['type']);

/** The place at a point of a page, in points; of several the smallest. */
export function placeAt(places: readonly PrintedPlace[], page: number, x: number, y: number): PrintedPlace | undefined {
  return places
    .filter(
      ({ page: on, left, top, width, height }) =>
        on === page &&
        x >= left - NEAR &&
        x <= left + width + NEAR &&
        y >= top - NEAR / 2 &&
        y <= top + height + NEAR / 2,
    )
    .sort((a, b) => a.width * a.height - b.width * b.height)[0];
}

/** What of the report the caret stands in, by the name that its pages know; null where nothing of it is printed. */
export function sourceAtCaret(editor: CaseEditor): string | null {
  const { selection } = editor;
  if (!selection) return null;
  const { path } = Editor.end(editor, selection);
  if (!Node.has(editor, path)) return null;
  const [part, ...below] = [...Node.levels(editor, path)].slice(1).map(([node]) => node as DocumentNode);
  if (!part || isText(part) || part.type !== 'part') return null;
  if (part.key === 'title') return sourceOfPart(partAnchor('title'));
  const block = below.find(isWhole);
  return block ? blockKey(block) : null;
}

/** Goes to what something printed stands for; to nothing of the text where that was written anew since then. */
export function goToSource(desk: Desk, editor: CaseEditor, source: string): void {
  const named = sourceNamed(source);
  if (named.kind === 'reference') desk.open('references', named.id);
  else
    goInText(desk, () =>
      goTo(editor, node =>
        named.kind === 'block'
          ? isWhole(node) && blockKey(node) === named.key
          : !isText(node) && node.type === 'part' && partAnchor(node.key) === named.anchor,
      ),
    );
}
