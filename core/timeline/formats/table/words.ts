/** Rows of words: titles, footnotes, sums, and analytes without a result. */
import { warning } from '../warnings.ts';
import type { Walk } from './walk.ts';

/** A title between rows that names a specimen holds for the rows below it: "URINES", "Biochimie sanguine". */
function specimenOfTitle(title: string): string | null {
  if (/\burin/i.test(title)) return 'urine';
  if (/\b(?:lcr|csf|c[ée]phalo|cerebro)/i.test(title)) return 'csf';
  if (/^[\p{L}\s'’()-]{4,40}$/u.test(title)) return '';
  return null;
}

/** What sums up a table is no analyte: "Total", "Moyenne", "n =". */
export const SUMMARY =
  /^(?:(?:sous-?|sub-?|grand )?tota(?:l|ux)|total g[ée]n[ée]ral|sommes?|sums?|moyennes?|means?|average|m[ée]dianes?|medians?|[ée]cart[- ]type|std\.?(?: dev\.?)?|sd|nombre(?: de .*)?|count|number of .*|n\s*=?)\s*:?$/i;

/** A row without values: a title, a footnote, or an analyte without its result. */
export function readWordsRow(walk: Walk, row: number, cells: readonly string[], analyte: string): void {
  const words = cells.map(cell => cell.trim()).filter(cell => cell !== '');
  if (words.length === 0) return;
  if (words.length === 1) {
    const specimen = specimenOfTitle(words[0] as string);
    if (specimen !== null) {
      walk.specimen = specimen;
      if (specimen !== '') return;
    }
    walk.warnings.push(warning('comment', walk.placeOf(row), words[0]));
    return;
  }
  if (analyte !== '') walk.warnings.push(warning('no-result', walk.placeOf(row), '', analyte));
  else walk.warnings.push(warning('row-not-read', walk.placeOf(row), words.join(' · ')));
}
