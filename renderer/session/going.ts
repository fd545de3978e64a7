/** Going to a place of the text: it scrolls into view and the caret goes there. */
import { Editor, Node, type Path, Transforms } from 'slate';
import { ReactEditor } from 'slate-react';
import type { Place } from '../../core/checks/types.ts';
import type { DocumentNode, Heading, PartKey } from '../../core/report/document.ts';
import { isText } from '../../core/report/parts.ts';
import type { CaseEditor } from '../editor/types.ts';
import type { Desk } from './desk.ts';

type Wanted = (node: DocumentNode) => boolean;

function pathOf(editor: CaseEditor, wanted: Wanted): Path | null {
  for (const [node, path] of Node.nodes(editor)) {
    if (path.length > 0 && wanted(node as DocumentNode)) return path;
  }
  return null;
}

/** Frames in which a place that was far away is brought into view again: what lies before it takes its true height as it is laid out. */
const SETTLING = 4;

/** Brings a node into view: near ones smoothly, far ones at once, since nobody can read what flies past. */
function bringIntoView(element: HTMLElement, block: ScrollLogicalPosition): void {
  const { top, bottom } = element.getBoundingClientRect();
  const isFar = bottom < -window.innerHeight || top > 2 * window.innerHeight;
  const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (!isFar) {
    element.scrollIntoView({ block, behavior: isCalm ? 'auto' : 'smooth' });
    return;
  }
  let left = SETTLING;
  const settle = () => {
    if (!element.isConnected) return;
    element.scrollIntoView({ block, behavior: 'auto' });
    if (left-- > 0) requestAnimationFrame(settle);
  };
  settle();
}

/** Scrolls to a node and puts the caret at its start; gives whether it could. */
export function goToPath(editor: CaseEditor, path: Path): boolean {
  if (!Node.has(editor, path)) return false;
  Transforms.select(editor, Editor.start(editor, path));
  ReactEditor.focus(editor);
  // Slate brings the caret into view when it draws: after that.
  requestAnimationFrame(() => {
    if (!Node.has(editor, path)) return;
    try {
      const element = ReactEditor.toDOMNode(editor, Node.get(editor, path) as never);
      bringIntoView(element, path.length === 1 ? 'start' : 'center');
    } catch {
      // Not drawn at this moment: the caret is there all the same.
    }
  });
  return true;
}

/** How far below the top of what is in sight the text begins (pixels): the sheet's own margin lies above. */
const BELOW_TOP = 120;

/** The caret goes to the first block in sight, unless the focus is somewhere already or the text is not shown. */
export function beginInSight(editor: CaseEditor): void {
  if (!isFocusFree()) return;
  const box = document.querySelector('.desk-scroll')?.getBoundingClientRect();
  if (!box) return;
  const block = document
    .elementFromPoint(box.left + box.width / 2, box.top + BELOW_TOP)
    ?.closest('[data-slate-editor] [data-slate-node="element"]');
  if (!block) return;
  try {
    const path = ReactEditor.findPath(editor, ReactEditor.toSlateNode(editor, block));
    Transforms.select(editor, Editor.start(editor, path));
  } catch {
    // Drawn anew at this moment: the focus stays on the page.
    return;
  }
  // Once Slate has taken the selection in: before, it would put the focus off, and take it later from whatever was opened meanwhile.
  queueMicrotask(() => {
    try {
      if (isFocusFree()) ReactEditor.focus(editor);
    } catch {
      // As above.
    }
  });
}

const isFocusFree = (): boolean => !document.activeElement || document.activeElement === document.body;

/** Lays the text on the desk, and goes to a place of it once it is there: before, it cannot scroll. */
export function goInText(desk: Desk, go: () => void): void {
  desk.show('text');
  requestAnimationFrame(go);
}

/** To the first node that is wanted; gives whether there is one. */
export function goTo(editor: CaseEditor, wanted: Wanted): boolean {
  const path = pathOf(editor, wanted);
  return path !== null && goToPath(editor, path);
}

export function goToPart(editor: CaseEditor, key: PartKey): boolean {
  return goTo(editor, node => !isText(node) && node.type === 'part' && node.key === key);
}

/** To a figure, chart or table by its block's id. */
export function goToBlock(editor: CaseEditor, id: string): boolean {
  return goTo(editor, node => !isText(node) && node.type !== 'citation' && 'id' in node && node.id === id);
}

export function goToHeading(editor: CaseEditor, heading: Heading): boolean {
  return goTo(editor, node => node === heading);
}

/** To a citation cluster by its id. */
export function goToCitation(editor: CaseEditor, id: string): boolean {
  return goTo(editor, node => !isText(node) && node.type === 'citation' && node.id === id);
}

/** To where a reference is cited first. */
export function goToReference(editor: CaseEditor, reference: string): boolean {
  return goTo(
    editor,
    node => !isText(node) && node.type === 'citation' && node.items.some(item => item.reference === reference),
  );
}

/** To where a finding stands. */
export function goToPlace(editor: CaseEditor, place: Place): boolean {
  if (place.citation && goToCitation(editor, place.citation)) return true;
  if (place.block && goToBlock(editor, place.block)) return true;
  return place.part !== undefined && goToPart(editor, place.part);
}

/** Shows where a finding stands: its place in the text, or its reference in the pane of references. */
export function goToFinding(desk: Desk, editor: CaseEditor, place: Place): void {
  if (place.reference !== undefined && place.citation === undefined) {
    desk.open('references', place.reference);
    return;
  }
  goInText(desk, () => {
    if (!goToPlace(editor, place)) desk.open('front');
  });
}
