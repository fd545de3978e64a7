/** A file of the timeline's values or of its chart: asked where, written by the host, told. */
import type { ChartSettings } from '../../../../core/report/chart-settings.ts';
import type { DataPart } from '../../../../core/timeline/data/rows.ts';
import { type ChooseFile, fileName } from '../../../app/files/choosing.ts';
import { notify, notifyProblem } from '../../../app/notices/notices.ts';
import { unexpectedProblem } from '../../../app/opening.ts';
import type { Session } from '../../../session/types.ts';
import { suggestedName } from '../../export/name.ts';

export const DATA_FORMATS = ['csv', 'xlsx', 'fhir'] as const;
export type DataFormat = (typeof DATA_FORMATS)[number];
export const CHART_FORMATS = ['svg', 'png', 'pdf'] as const;
export type ChartFormat = (typeof CHART_FORMATS)[number];

/** Dots to an inch: of a screen, of photographs, of drawings with half-tones, of line drawings. */
export const RESOLUTIONS = ['150', '300', '600', '1200'] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

export type Wanted =
  | {
      readonly of: 'values';
      readonly format: DataFormat;
      readonly part: DataPart;
      readonly times: 'relative' | 'dates';
      readonly series: readonly string[];
    }
  | {
      readonly of: 'chart';
      readonly format: ChartFormat;
      readonly dpi: number;
      readonly series: readonly string[];
      readonly settings: ChartSettings;
    };

/** FHIR is JSON; any other format is the end of its files' names. */
const extensionOf = ({ format }: Wanted) => (format === 'fhir' ? 'json' : format);

const ENDS = {
  en: { chart: 'chart', values: 'values', course: 'course', all: 'timeline' },
  fr: { chart: 'graphique', values: 'valeurs', course: 'evolution', all: 'chronologie' },
} as const;

/** Whether the file was written; a failure was told by then. */
export async function saveLabs(asked: {
  readonly session: Session;
  readonly chooseFile: ChooseFile;
  readonly wanted: Wanted;
  /** The words that tell of a file by its name. */
  readonly written: (name: string) => string;
}): Promise<boolean> {
  const { session, chooseFile, wanted, written } = asked;
  const { report } = session.store.getState();
  const french = report.language === 'fr';
  const end = (french ? ENDS.fr : ENDS.en)[wanted.of === 'chart' ? 'chart' : wanted.part];
  const name = `${suggestedName(report, french ? 'cas-clinique' : 'case-report')}-${end}`;
  try {
    const extension = extensionOf(wanted);
    const path = await chooseFile({ mode: 'save', extension, suggested: `${name}.${extension}` });
    if (path === null) return false;
    await session.flush();
    const { document, host } = session;
    const { of: _, ...rest } = wanted;
    const order = { document, path, ...rest, series: [...wanted.series] };
    const answer = 'times' in order ? await host.call('labs.export', order) : await host.call('labs.chart', order);
    if (!answer.ok) {
      notifyProblem(answer.problem);
      return false;
    }
    notify({ severity: 'ok', title: written(fileName(answer.value.path)) });
    return true;
  } catch {
    notifyProblem(unexpectedProblem());
    return false;
  }
}
