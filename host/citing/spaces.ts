/**
 * The spaces of what a style prints, as the document's language has them. The engine puts narrow ones before ; : ! ? and inside « »
 * whatever the language. French print has narrow ones before ; ! ?, wide ones before a colon and inside « » (as
 * `core/manuscript/french.ts` says of the text), and no line ends between "p." and its number; English has none of it. Spaces are
 * exchanged one for one: what punctuation a reference has is the style's affair, so none is put in.
 */
import { frenchPunctuation } from '../../core/manuscript/french.ts';
import type { Run } from '../../core/manuscript/types.ts';
import type { Language } from '../../core/report/types.ts';

/** Words that are read with the number behind them, as styles and the French locale abbreviate them. */
const LABELS = [
  'pp?|pages?|vol|volumes?|t|tomes?|no?s?|n[°º]s?|nᵒˢ?|num|numéros?|chap|chapitres?|fig|figures?|tab|tabl|tableaux?|art|articles?',
  'col|colonnes?|fol|fos?|ff?|l|ll|lignes?|§{1,2}|par|paragraphes?|part|parties?|sect|sections?|suppl|livres?|liv|annexes?|app|vers|v',
].join('|');
const BEFORE_NUMBER = new RegExp(
  `(?<=(?<![\\p{L}\\p{N}])(?:${LABELS}|[Nn][°ºo]s?|P{1,2}|Vol|Chap(?:itre)?|Fig(?:ure)?|Tab(?:leau)?|Art(?:icle)?|Suppl)\\.?) (?=[\\d]|[IVXLC]+(?![\\p{L}\\p{N}])|[ivxlc]+(?![\\p{L}\\p{N}]))`,
  'gu',
);

/** "456 p." at the end of a book. */
const BEHIND_NUMBER = /(?<=\d) (?=p(?:\.|$))/gu;

/** What the engine makes of a space there. */
const NARROW = /\u202f(?=[:;?!»])|(?<=«)\u202f/gu;

const french = (text: string): string =>
  frenchPunctuation(text.replace(NARROW, ' ')).replace(BEFORE_NUMBER, '\u00a0').replace(BEHIND_NUMBER, '\u00a0');

const plain = (text: string): string => text.replace(NARROW, ' ');

/** Whether any of it can be there. */
const CONCERNED = /[ \u00a0\u202f][;:!?»\d\p{L}]|«/u;

/** Runs with the spaces of a language; a mark and its space may stand in runs of different looks. */
export function spacedAs(language: Language, runs: readonly Run[]): readonly Run[] {
  const letters = runs.map(({ text }) => text).join('');
  if (!CONCERNED.test(letters)) return runs;
  const printed = language === 'fr' ? french(letters) : plain(letters);
  if (printed === letters) return runs;
  let at = 0;
  return runs.map(run => {
    const from = at;
    at += run.text.length;
    return { ...run, text: printed.slice(from, at) };
  });
}
