/** How each figure is encoded: as the template asks, as far as it is known and can be made. */
import type { Finding } from '../checks/types.ts';
import type { FigureFile } from '../export/figure-files.ts';
import { bareLabel } from '../export/wording.ts';
import type { FigureFormat, Template } from '../template/types.ts';
import { nameOf } from './names.ts';
import type { DrawingFormat, ImageFormat, PlannedFile } from './types.ts';

/** Dots to an inch where the template names none: what most printers ask of photographs. */
const USUAL_DPI = 300;
const MILLIMETRES = 25.4;

const isImage = (format: FigureFormat): format is ImageFormat =>
  format === 'tiff' || format === 'jpeg' || format === 'png';
const isDrawing = (format: FigureFormat): format is DrawingFormat =>
  isImage(format) || format === 'pdf' || format === 'svg';

const ENDINGS: Readonly<Record<DrawingFormat, string>> = {
  tiff: 'tif',
  jpeg: 'jpg',
  png: 'png',
  pdf: 'pdf',
  svg: 'svg',
};

/** The number that a template's pattern takes: "2b" of the second panel of figure 2. */
const numberOf = (file: FigureFile): string => /^figure-(.+)\.\w+$/.exec(file.name)?.[1] ?? '';

/** The files of a figure. */
export function figurePlan(file: FigureFile, template: Template): readonly PlannedFile[] {
  const wanted = template.figures.formats?.value ?? [];
  const resolution = template.figures.resolution?.value ?? {};
  const stem = nameOf('figure', template, numberOf(file));
  if (file.kind === 'image') {
    const own: ImageFormat = file.panel.asset.endsWith('.png') ? 'png' : 'jpeg';
    const accepted = wanted.filter(isImage);
    // What the image is already needs no second encoding where the journal takes it.
    const format = accepted.includes(own) ? own : (accepted[0] ?? own);
    const dpi = resolution.photograph ?? USUAL_DPI;
    const name = `${stem}.${ENDINGS[format]}`;
    return [{ role: 'figure', name, make: 'image', asset: file.panel.asset, format, dpi }];
  }
  const dpi = resolution.drawing ?? resolution.photograph ?? USUAL_DPI;
  const accepted = wanted.filter(isDrawing);
  const vector = accepted.find(format => format === 'pdf' || format === 'svg');
  // Where nothing is known, lines as lines and, for systems that take no PDF, as pixels.
  const formats: readonly DrawingFormat[] = accepted.length === 0 ? ['pdf', 'png'] : [vector ?? accepted[0] ?? 'pdf'];
  return formats.map(format => ({
    role: 'figure',
    name: `${stem}.${ENDINGS[format]}`,
    make: 'chart',
    anchor: file.chart.anchor,
    format,
    dpi,
  }));
}

/** Photographs with fewer pixels than the template's narrowest printed width asks for. */
export function coarseFigures(files: readonly FigureFile[], template: Template): readonly Finding[] {
  const dpi = template.figures.resolution?.value.photograph;
  const narrowest = Math.min(...(template.figures.widths?.value ?? []));
  if (dpi === undefined || !Number.isFinite(narrowest)) return [];
  const asked = Math.ceil((narrowest / MILLIMETRES) * dpi);
  return files.flatMap((file): readonly Finding[] => {
    if (file.kind !== 'image' || file.panel.width >= asked) return [];
    const label = bareLabel(file.figure.label) + file.panel.letter;
    const block = file.figure.anchor.replace(/^float-/, '');
    return [
      {
        check: 'package.resolution',
        severity: 'warning',
        message: {
          en: `${label} is ${file.panel.width} pixels wide; the journal’s narrowest width (${narrowest} mm) at ${dpi} dpi takes ${asked}.`,
          fr: `${label} a ${file.panel.width} pixels de large\u202f; la plus petite largeur de la revue (${narrowest}\u00a0mm) à ${dpi}\u00a0ppp en demande ${asked}.`,
        },
        hint: {
          en: 'Add the original image, not a reduced copy. It is not enlarged here: that adds no detail.',
          fr: 'Ajoutez l’image d’origine, non une copie réduite. Elle n’est pas agrandie ici\u00a0: cela n’ajoute aucun détail.',
        },
        place: { block },
      },
    ];
  });
}

/** What the template asks for and cannot be made. */
export function formatsNotMade(files: readonly FigureFile[], template: Template): readonly Finding[] {
  const wanted = template.figures.formats?.value ?? [];
  if (files.length === 0 || wanted.length === 0 || wanted.some(isImage)) return [];
  const list = wanted.map(format => format.toUpperCase()).join(', ');
  return [
    {
      check: 'package.formats',
      severity: 'warning',
      message: {
        en: `The journal asks for figures as ${list}; photographs are written as they are.`,
        fr: `La revue demande des figures au format ${list}\u202f; les photographies sont écrites telles quelles.`,
      },
      hint: wanted.includes('eps')
        ? {
            en: 'Casewright writes no EPS. Ask the editors whether TIFF, PDF, JPEG or PNG will do, or convert the files.',
            fr: 'Casewright n’écrit pas d’EPS. Demandez à la rédaction si TIFF, PDF, JPEG ou PNG convient, ou convertissez les fichiers.',
          }
        : {
            en: 'Ask the editors whether TIFF, JPEG or PNG will do, or convert the files.',
            fr: 'Demandez à la rédaction si TIFF, JPEG ou PNG convient, ou convertissez les fichiers.',
          },
      place: {},
    },
  ];
}
