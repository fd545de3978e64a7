/** A name for the exported file. */
import { textOf } from '../../../core/report/text.ts';
import type { CaseReport } from '../../../core/report/types.ts';

/** Long enough to know the case by, short enough for any disk. */
const LENGTH = 60;

/**
 * First author and the beginning of the title: "Aubanel-calciphylaxie-en-hemodialyse". Letters of any disk, no extension;
 * `fallback` where nothing was written yet.
 */
export function suggestedName(report: Pick<CaseReport, 'parts' | 'front'>, fallback: string): string {
  const title = report.parts.find(({ key }) => key === 'title');
  const words = [report.front.authors[0]?.family ?? '', title ? textOf(title) : '']
    .join(' ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  let name = '';
  for (const word of words) {
    const longer = name === '' ? word : `${name}-${word}`;
    if (longer.length > LENGTH) break;
    name = longer;
  }
  return name || fallback;
}
