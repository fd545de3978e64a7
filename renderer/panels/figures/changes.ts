/** Changes to a figure, as new values. */
import type { Figure, Moment, Panel } from '../../../core/report/types.ts';

/** How many panels stand in a row when nobody said. */
export function usualColumns(panels: number): number {
  return panels <= 4 ? Math.max(panels, 1) : Math.ceil(panels / Math.ceil(panels / 4));
}

/** A panel of an image, to be labelled. */
export function newPanel(asset: string): Panel {
  return { id: crypto.randomUUID(), asset, label: '', alt: '' };
}

export function newFigure(assets: readonly string[]): Figure {
  return {
    id: crypto.randomUUID(),
    panels: assets.map(newPanel),
    columns: usualColumns(assets.length),
    alt: '',
    credit: '',
  };
}

export function withPanels(figure: Figure, assets: readonly string[]): Figure {
  const panels = [...figure.panels, ...assets.map(newPanel)];
  const wasUsual = figure.columns === usualColumns(figure.panels.length);
  return { ...figure, panels, columns: wasUsual ? usualColumns(panels.length) : figure.columns };
}

export function changePanel(figure: Figure, id: string, change: Partial<Panel>): Figure {
  return { ...figure, panels: figure.panels.map(panel => (panel.id === id ? { ...panel, ...change } : panel)) };
}

/** The moment of a panel set, or taken away by null. */
export function setMoment(figure: Figure, id: string, at: Moment | null): Figure {
  return {
    ...figure,
    panels: figure.panels.map(panel => {
      if (panel.id !== id) return panel;
      const { moment: _, ...rest } = panel;
      return at === null ? rest : { ...rest, moment: at };
    }),
  };
}

/** A panel moved by so many places; stays within the figure. */
export function movePanel(figure: Figure, id: string, by: number): Figure {
  const from = figure.panels.findIndex(panel => panel.id === id);
  const panel = figure.panels[from];
  if (!panel) return figure;
  const to = Math.min(Math.max(from + by, 0), figure.panels.length - 1);
  return { ...figure, panels: figure.panels.toSpliced(from, 1).toSpliced(to, 0, panel) };
}

export function removePanel(figure: Figure, id: string): Figure {
  const panels = figure.panels.filter(panel => panel.id !== id);
  return { ...figure, panels, columns: Math.min(figure.columns, Math.max(panels.length, 1)) };
}

/** Days 0, `step`, 2 × `step`… for the panels in their order; labels that printed a day make way for it. */
export function everyDays(figure: Figure, step: number): Figure {
  return {
    ...figure,
    panels: figure.panels.map((panel, index) => ({
      ...panel,
      label: /^[JD]\s?[−-]?\d+$/.test(panel.label.trim()) ? '' : panel.label,
      moment: { day: index * step },
    })),
  };
}
