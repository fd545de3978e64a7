/** How much of what a limit counts stands in a report. */
import type { Numbering } from '../manuscript/number.ts';
import type { PartKey } from '../report/document.ts';
import { isAbstract } from '../report/parts.ts';
import { characterCount, sectionWords, wordCount } from '../report/text.ts';
import type { CaseReport } from '../report/types.ts';
import type { Limit } from './types.ts';

export interface Measure {
  readonly count: number;
  /** Where it was counted; an abstract in two languages is counted twice. */
  readonly part?: PartKey;
}

/** Counts for a limit. */
export function measures(
  { of, in: unit }: Pick<Limit, 'of' | 'in'>,
  report: CaseReport,
  numbering: Numbering,
): readonly Measure[] {
  const floats = [...numbering.floats.values()];
  switch (of) {
    case 'text':
      return [{ count: unit === 'words' ? sectionWords(report) : inParts(report, unit, isSectionKey) }];
    case 'abstract':
      return report.parts
        .filter(({ key }) => isAbstract(key))
        .map(part => ({ count: unit === 'characters' ? characterCount(part) : wordCount(part), part: part.key }));
    case 'title':
    case 'introduction':
    case 'observation':
    case 'discussion':
    case 'conclusion':
      return [{ count: inParts(report, unit, key => key === of), part: of }];
    case 'runningTitle': {
      const text = report.front.runningTitle.trim();
      return [
        {
          count: unit === 'characters' ? [...text].length : text.split(/\s+/).filter(word => word !== '').length,
          part: 'title',
        },
      ];
    }
    case 'references':
      return [{ count: new Set(numbering.citations.flatMap(({ items }) => items.map(item => item.reference))).size }];
    case 'figures':
      return [{ count: floats.filter(({ kind }) => kind === 'figure').length }];
    case 'tables':
      return [{ count: floats.filter(({ kind }) => kind === 'table').length }];
    case 'authors':
      return [{ count: report.front.authors.length, part: 'title' }];
    case 'keywords':
      return report.front.keywords.map(({ words }) => ({ count: words.length, part: 'title' as const }));
  }
}

const isSectionKey = (key: PartKey) =>
  key === 'introduction' || key === 'observation' || key === 'discussion' || key === 'conclusion';

function inParts(report: CaseReport, unit: Limit['in'], here: (key: PartKey) => boolean): number {
  const count = unit === 'characters' ? characterCount : wordCount;
  return report.parts.filter(({ key }) => here(key)).reduce((sum, part) => sum + count(part), 0);
}
