/** How much of what a limit counts stands in a report. */
import type { Numbering } from '../manuscript/number.ts';
import type { PartKey } from '../report/document.ts';
import { isAbstract, partLanguage } from '../report/parts.ts';
import { characterCount, sectionWords, wordCount } from '../report/text.ts';
import type { CaseReport, Language } from '../report/types.ts';
import type { Limit } from './types.ts';

export interface Measure {
  readonly count: number;
  /** Where it was counted; an abstract in two languages is counted twice. */
  readonly part?: PartKey;
  /** Of what is there in several languages. */
  readonly language?: Language;
}

/** Counts for a limit; none where there is nothing to count yet, as pages before they are made. */
export function measures(
  { of, in: unit, language }: Pick<Limit, 'of' | 'in' | 'language'>,
  report: CaseReport,
  numbering: Numbering,
  pages?: number,
): readonly Measure[] {
  if (unit === 'pages') return of === 'manuscript' && pages !== undefined ? [{ count: pages }] : [];
  const floats = [...numbering.floats.values()];
  switch (of) {
    case 'text':
      return [{ count: unit === 'words' ? sectionWords(report) : inParts(report, unit, isSectionKey) }];
    case 'abstract': {
      const abstracts = report.parts.filter(({ key }) => isAbstract(key));
      return abstracts.flatMap(part => {
        const own = partLanguage(part.key, report.language);
        if (language !== undefined && own !== language) return [];
        const count = unit === 'characters' ? characterCount(part) : wordCount(part);
        return [{ count, part: part.key, ...(abstracts.length > 1 ? { language: own } : {}) }];
      });
    }
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
    case 'floats':
      return [{ count: floats.length }];
    case 'images': {
      const placed = new Set(numbering.floats.keys());
      const photographs = report.figures
        .filter(({ id }) => placed.has(id))
        .reduce((sum, { panels }) => sum + panels.length, 0);
      const charts =
        floats.filter(({ kind }) => kind === 'figure').length -
        report.figures.filter(({ id }) => placed.has(id)).length;
      return [{ count: photographs + charts }];
    }
    case 'manuscript':
      return [{ count: inParts(report, unit, () => true) }];
    case 'authors':
      return [{ count: report.front.authors.length, part: 'title' }];
    case 'keywords':
      return report.front.keywords
        .filter(({ language: of }) => language === undefined || of === language)
        .map(({ words, language: own }) => ({
          count: words.length,
          part: 'title' as const,
          ...(report.front.keywords.length > 1 ? { language: own } : {}),
        }));
  }
}

const isSectionKey = (key: PartKey) =>
  key === 'introduction' || key === 'observation' || key === 'discussion' || key === 'conclusion';

function inParts(report: CaseReport, unit: Limit['in'], here: (key: PartKey) => boolean): number {
  const count = unit === 'characters' ? characterCount : wordCount;
  return report.parts.filter(({ key }) => here(key)).reduce((sum, part) => sum + count(part), 0);
}
