/** A chart of the text as it is drawn: which part of the report's timeline, how wide, in which time. */
import { panelLetter } from '../../manuscript/number.ts';
import type { ChartBlock } from '../../report/document.ts';
import type { CaseReport, Language, Series } from '../../report/types.ts';
import { type Dated, printedTime } from '../printed-time.ts';
import type { DrawingRequest, ImageMark } from './types.ts';

/** Points of a millimetre. */
const MILLIMETRE = 72 / 25.4;
/** Widths of a column and of a page in most journals: 84 and 174 mm. */
const WIDTHS = { column: 84 * MILLIMETRE, page: 174 * MILLIMETRE } as const;

/** What a caption of a few lines takes (points). */
const CAPTION = 72;

export interface BlockChart {
  readonly block: Pick<ChartBlock, 'series' | 'settings'>;
  readonly report: Dated & Pick<CaseReport, 'figures' | 'patient'>;
  readonly language: Language;
  /** Room on the page (points). */
  readonly room: number;
  /** Of the page, its caption included (points). */
  readonly height: number;
  /** The number that a figure has in the text. */
  readonly numberOf: (figure: string) => number | undefined;
}

/** Panels of figures that have a day, named as the text does ("1A"). */
export function imageMarks(figures: CaseReport['figures'], numberOf: BlockChart['numberOf']): readonly ImageMark[] {
  return figures.flatMap(figure =>
    figure.panels.flatMap((panel, index): ImageMark[] => {
      if (!panel.moment) return [];
      const number = numberOf(figure.id);
      const letter = figure.panels.length > 1 ? panelLetter(index) : '';
      const label = number === undefined ? panel.label || letter : `${number}${letter}`;
      return [{ id: `${figure.id}/${panel.id}`, asset: panel.asset, label, at: panel.moment }];
    }),
  );
}

/** What to draw for a chart block. Never wider than the room, so that its letters keep their size. */
export function chartRequest({ block, report, language, room, height, numberOf }: BlockChart): DrawingRequest {
  const { settings } = block;
  const wanted = settings?.width === 'column' || settings?.width === 'page' ? WIDTHS[settings.width] : room;
  const byId = new Map(report.series.map(series => [series.id, series]));
  return {
    series: block.series.map(id => byId.get(id)).filter((series): series is Series => series !== undefined),
    treatments: report.treatments,
    events: report.events,
    stays: report.stays,
    phases: report.phases,
    images: imageMarks(report.figures, numberOf),
    ...(report.patient && { patient: report.patient }),
    time: settings?.time === 'dates' ? { ...report.time, show: 'dates' } : printedTime(report),
    language,
    width: Math.floor(Math.min(wanted, room)),
    mostHeight: height - CAPTION,
    ...(settings && { settings }),
  };
}
