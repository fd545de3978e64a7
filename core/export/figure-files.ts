/** Names of the files that figures and charts become beside a text: "figure-2b.jpg". */
import type { Manuscript, PrintedChart, PrintedFigure, PrintedPanel } from '../manuscript/types.ts';
import { printedFloats } from '../manuscript/walk.ts';

export type FigureFile =
  | {
      readonly kind: 'image';
      /** "figure-2b.jpg". */
      readonly name: string;
      readonly figure: PrintedFigure;
      readonly panel: PrintedPanel;
    }
  | { readonly kind: 'chart'; readonly name: string; readonly chart: PrintedChart };

/** Files of all figures in printed order; names follow the numbers that are printed, and no two are alike. */
export function figureFiles(manuscript: Manuscript): readonly FigureFile[] {
  return printedFloats(manuscript).flatMap((float): readonly FigureFile[] => {
    if (float.kind === 'table') return [];
    const number = /\d+/.exec(float.label)?.[0] ?? float.anchor.replace(/[^A-Za-z0-9]+/g, '-');
    if (float.kind === 'chart') return [{ kind: 'chart', name: `figure-${number}.svg`, chart: float }];
    return float.panels.map(panel => ({
      kind: 'image',
      name: `figure-${number}${panel.letter.toLowerCase()}.${panel.asset.endsWith('.png') ? 'png' : 'jpg'}`,
      figure: float,
      panel,
    }));
  });
}

/** The file of a chart or panel. */
export function fileOf(files: readonly FigureFile[], of: PrintedChart | PrintedPanel): string {
  const found = files.find(file => (file.kind === 'image' ? file.panel === of : file.chart === of));
  if (!found) throw new Error('a figure that is not of this manuscript');
  return found.name;
}

const encoder = new TextEncoder();

/** The files themselves, charts as drawings; images whose bytes are not there are left out. */
export function figureBytes(
  files: readonly FigureFile[],
  images: Readonly<Record<string, Uint8Array>>,
): readonly { readonly name: string; readonly bytes: Uint8Array }[] {
  return files.flatMap(file => {
    const bytes = file.kind === 'chart' ? encoder.encode(file.chart.svg) : images[file.panel.asset];
    return bytes === undefined ? [] : [{ name: file.name, bytes }];
  });
}
