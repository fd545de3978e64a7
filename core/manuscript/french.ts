/**
 * The spaces of French print, in place of those typed: a narrow no-break space before ; ! ? and between thousands, a no-break one
 * before a colon, inside « » and between a number and its unit or per cent (Imprimerie nationale, Lexique des règles typographiques
 * en usage à l’Imprimerie nationale, 2002, « Ponctuation », « Nombres »; BIPM, Le Système international d’unités, 9e éd., 5.4.3).
 * Spaces are exchanged one for one and none is put in, so that the letters of the report keep their places: addresses, times,
 * identifiers and English passages, which have no space there, stay as they are.
 */
import type { Run } from './types.ts';

/** As they are printed: wide enough to be seen, and never stretched or broken. */
const NARROW = '\u202f';
const WIDE = '\u00a0';

/**
 * A unit or sign that is read with the number before it, at the start of a text. Letters that are words as well ("a", "h") are not
 * among them.
 */
export const UNIT =
  /^(?:[±×%‰]|°C|mmHg|cmH2O|IU|UI|[kdcmµμnp]?(?:g|L|m|mol|Pa|kat|Eq|eq|Osm|osm|Gy|Bq|Sv|Hz|U)(?=$|[\s/.,;:)\]²³·]))/u;

/** Letters that this does not touch (citations, mentions, values, raised signs) stand as one of these. */
const MADE = '\ufffc';

/** What may follow a mark that is punctuation: not "=", "/" or a letter, as in addresses and code, nor what draws a face. */
const AFTER = `(?=$|[\\s»”’,.…–—${MADE}])`;

const BEFORE_HIGH = new RegExp(`(?<=\\S)[ \\u00a0\\u2009](?=(?:[!?]+[)\\]]|[;!?]+${AFTER}))`, 'gu');
const BEFORE_COLON = new RegExp(`(?<=\\S) (?=:${AFTER})`, 'gu');
const IN_GUILLEMETS = /(?<=[«‹]) (?=\S)|(?<=\S) (?=[»›])/gu;
const BEFORE_UNIT = new RegExp(`(?<=(?:^|[^\\p{L}\\d])\\d[\\d.,\\u00a0\\u202f]*) (?=${UNIT.source.slice(1)})`, 'gu');

/** "12 500", "1 200 000": not the end of a longer number, not a telephone's, not before a pressure ("120/80"). */
const THOUSANDS =
  /(?<![\p{L}\d.,/+–-]|\d[ \u00a0\u202f])[1-9]\d{0,2}(?:[ \u00a0]\d{3})+(?!\d|[ \u00a0\u202f]\d|\/\d)/gu;

/** Words whose number is one of its own beside the next: "jour 5 100 mg" is no five thousand. */
const COUNTED =
  /(?<!\p{L})(?:jours?|semaines?|mois|années?|ans?|stades?|grades?|types?|classes?|scores?|niveaux?|phases?|cycles?|cures?|doses?|cas|patiente?|figures?|tableaux?|pages?|groupes?|bras|lots?|numéro|points?|n[°º])[ \u00a0]$/iu;

/** Abbreviations whose number is part of their name: "IgG 4 120", "CD 4 350". */
const ABBREVIATION = /(?:\p{L}\p{Lu}\p{L}*|(?<!\p{L})\p{Lu})[ \u00a0]$/u;

/** Whether there is a mark or number whose space may be another; most texts of a paragraph have one, most cells none. */
const CONCERNED = /[ \u00a0\u2009][;!?:»›%‰]|[«‹] |\d[ \u00a0]/u;

/** Letters with the spaces of French punctuation, as many as there were. */
export const frenchPunctuation = (text: string): string =>
  text.replace(BEFORE_HIGH, NARROW).replace(BEFORE_COLON, WIDE).replace(IN_GUILLEMETS, WIDE);

/** Letters with the spaces of French print, as many as there were. */
export function frenchLetters(text: string): string {
  if (!CONCERNED.test(text)) return text;
  return frenchPunctuation(text)
    .replace(THOUSANDS, (number: string, at: number) => {
      const before = text.slice(Math.max(0, at - 24), at);
      return COUNTED.test(before) || ABBREVIATION.test(before) ? number : number.replace(/[ \u00a0]/g, NARROW);
    })
    .replace(BEFORE_UNIT, WIDE);
}

const isTyped = ({ element, citation, sup, sub }: Run) => !element && !citation && !sup && !sub;

/** Runs of French text with its spaces; a mark and its space may stand in runs of different looks. */
export function frenchSpaces(runs: readonly Run[]): readonly Run[] {
  const letters = runs.map(run => (isTyped(run) ? run.text : MADE.repeat(run.text.length))).join('');
  const printed = frenchLetters(letters);
  if (printed === letters) return runs;
  let at = 0;
  return runs.map(run => {
    const from = at;
    at += run.text.length;
    return isTyped(run) ? { ...run, text: printed.slice(from, at) } : run;
  });
}
