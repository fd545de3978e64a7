/** What resolving a report needs at every step, looked up once. */
import type { CaseReport, Figure, Language, Point, Reference, Series } from '../report/types.ts';
import type { Template } from '../template/types.ts';
import type { Numbering } from './number.ts';
import type { FormattedCitations } from './types.ts';

export interface Context {
  readonly report: CaseReport;
  readonly template: Template;
  readonly citations: FormattedCitations;
  readonly numbering: Numbering;
  readonly language: Language;
  readonly references: ReadonlyMap<string, Reference>;
  readonly figures: ReadonlyMap<string, Figure>;
  readonly series: ReadonlyMap<string, Series>;
  readonly points: ReadonlyMap<string, Point>;
}

export function contextOf(
  report: CaseReport,
  template: Template,
  citations: FormattedCitations,
  numbering: Numbering,
): Context {
  return {
    report,
    template,
    citations,
    numbering,
    language: report.language,
    references: new Map(report.references.map(reference => [reference.id, reference])),
    figures: new Map(report.figures.map(figure => [figure.id, figure])),
    series: new Map(report.series.map(series => [series.id, series])),
    points: new Map(report.series.flatMap(series => series.points.map(point => [`${series.id}/${point.id}`, point]))),
  };
}

/** The anchor of a figure, chart or table. */
export const floatAnchor = (id: string) => `float-${id}`;
