/** A report in which nothing was written yet. */
import { emptyPart, isOptional, partOrder } from './parts.ts';
import { type CaseReport, type Language, SCHEMA_VERSION } from './types.ts';

export interface Blank {
  readonly id: string;
  readonly language: Language;
  readonly template: string;
  /** Languages an abstract is wanted in beside the document's own. */
  readonly abstracts?: readonly Language[];
}

/** An empty report: every fixed part is there, with one empty paragraph. */
export function blankReport({ id, language, template, abstracts = [] }: Blank): CaseReport {
  const wanted = partOrder(language).filter(
    key => !isOptional(key, language) || abstracts.some(other => key === `abstract:${other}`),
  );
  return {
    format: 'casereport',
    version: SCHEMA_VERSION,
    id,
    language,
    template,
    front: { runningTitle: '', authors: [], affiliations: [], keywords: [{ language, words: [] }] },
    parts: wanted.map(emptyPart),
    references: [],
    figures: [],
    series: [],
    treatments: [],
    events: [],
    stays: [],
    phases: [],
    time: { dayZeroIs: '', show: 'days' },
    assets: [],
  };
}
