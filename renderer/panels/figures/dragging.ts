/** Panels put in another order by dragging; the buttons of each do the same for the keyboard. */
import { type DragEvent, useState } from 'react';
import type { Figure } from '../../../core/report/types.ts';
import { movePanel } from './changes.ts';

/** What a dragged panel is to the browser: no other place takes it. */
export const PANEL = 'application/x-casewright-panel';

export type Edge = 'before' | 'after';

export interface PanelOrder {
  readonly dragged: string | null;
  /** The panel beside which the dragged one would go, and on which side. */
  readonly target: { readonly id: string; readonly edge: Edge } | null;
  onDragStart(event: DragEvent, id: string): void;
  /** Over a panel, or between two: then the place named last stays. */
  onDragOver(event: DragEvent, id?: string): void;
  onDrop(event: DragEvent): void;
  onDragEnd(): void;
}

/** The figure with one panel moved beside another. */
export function movedBeside(figure: Figure, id: string, target: string, edge: Edge): Figure {
  const from = figure.panels.findIndex(panel => panel.id === id);
  const others = figure.panels.filter(panel => panel.id !== id);
  const beside = others.findIndex(panel => panel.id === target);
  if (from < 0 || beside < 0) return figure;
  return movePanel(figure, id, beside + (edge === 'after' ? 1 : 0) - from);
}

export function usePanelOrder(figure: Figure, onChange: (figure: Figure) => void): PanelOrder {
  const [dragged, setDragged] = useState<string | null>(null);
  const [target, setTarget] = useState<PanelOrder['target']>(null);
  const end = () => {
    setDragged(null);
    setTarget(null);
  };
  return {
    dragged,
    target,
    onDragStart(event, id) {
      event.dataTransfer.setData(PANEL, id);
      event.dataTransfer.effectAllowed = 'move';
      const card = event.currentTarget.closest('li');
      if (card) event.dataTransfer.setDragImage(card, 16, 16);
      setDragged(id);
    },
    onDragOver(event, id) {
      if (dragged === null) return;
      event.preventDefault();
      // The zone around takes files, and would refuse a panel.
      event.stopPropagation();
      event.dataTransfer.dropEffect = 'move';
      if (id === undefined) return;
      const { top, height } = event.currentTarget.getBoundingClientRect();
      const edge: Edge = event.clientY < top + height / 2 ? 'before' : 'after';
      if (target?.id !== id || target.edge !== edge) setTarget({ id, edge });
    },
    onDrop(event) {
      if (dragged === null) return;
      event.preventDefault();
      event.stopPropagation();
      const moved = target ? movedBeside(figure, dragged, target.id, target.edge) : figure;
      if (moved.panels.some((panel, index) => panel !== figure.panels[index])) onChange(moved);
      end();
    },
    onDragEnd: end,
  };
}
