/** Rules of a template in words: what is counted, in what, and where it is written. */
import type { Words } from '../outcome.ts';
import type { Language } from '../report/types.ts';
import type { Basis, Counted, Limit } from './types.ts';

/** With its article, as a sentence begins. */
export const COUNTED_WORDS: Readonly<Record<Counted, Words>> = {
  title: { en: 'The title', fr: 'Le titre' },
  runningTitle: { en: 'The running title', fr: 'Le titre courant' },
  abstract: { en: 'The abstract', fr: 'Le résumé' },
  text: { en: 'The text', fr: 'Le texte' },
  introduction: { en: 'The introduction', fr: 'L’introduction' },
  observation: { en: 'The case presentation', fr: 'L’observation' },
  discussion: { en: 'The discussion', fr: 'La discussion' },
  conclusion: { en: 'The conclusion', fr: 'La conclusion' },
  references: { en: 'The reference list', fr: 'La liste des références' },
  figures: { en: 'The report', fr: 'Le document' },
  tables: { en: 'The report', fr: 'Le document' },
  floats: { en: 'The report', fr: 'Le document' },
  images: { en: 'The report', fr: 'Le document' },
  authors: { en: 'The author list', fr: 'La liste des auteurs' },
  keywords: { en: 'The keyword list', fr: 'La liste des mots-clés' },
  manuscript: { en: 'The manuscript', fr: 'Le manuscrit' },
};

/** Which of two, behind its name: "The abstract in French". */
export const IN_LANGUAGE: Readonly<Record<Language, Words>> = {
  en: { en: 'in English', fr: 'en anglais' },
  fr: { en: 'in French', fr: 'en français' },
};

type Forms = Readonly<Record<'en' | 'fr', readonly [one: string, several: string]>>;

const ITEMS: Readonly<Partial<Record<Counted, Forms>>> = {
  references: { en: ['reference', 'references'], fr: ['référence', 'références'] },
  figures: { en: ['figure', 'figures'], fr: ['figure', 'figures'] },
  tables: { en: ['table', 'tables'], fr: ['tableau', 'tableaux'] },
  floats: { en: ['figure or table', 'figures and tables'], fr: ['figure ou tableau', 'figures et tableaux'] },
  images: { en: ['image', 'images'], fr: ['image', 'images'] },
  authors: { en: ['author', 'authors'], fr: ['auteur', 'auteurs'] },
  keywords: { en: ['keyword', 'keywords'], fr: ['mot-clé', 'mots-clés'] },
};

/** Whether it is counted by the piece; other things are letters and words. */
export const isOfPieces = (of: Counted): boolean => ITEMS[of] !== undefined;

const UNIT_FORMS: Readonly<Record<Limit['in'], Forms>> = {
  words: { en: ['word', 'words'], fr: ['mot', 'mots'] },
  characters: { en: ['character', 'characters'], fr: ['caractère', 'caractères'] },
  pages: { en: ['page', 'pages'], fr: ['page', 'pages'] },
  items: { en: ['item', 'items'], fr: ['élément', 'éléments'] },
};

/** "1 word", "250 words", "8 figures and tables". French counts 0 and 1 as one. */
export function quantityWords({ of, in: unit }: Pick<Limit, 'of' | 'in'>, count: number): Words {
  const forms = (unit === 'items' ? ITEMS[of] : undefined) ?? UNIT_FORMS[unit];
  return {
    en: `${count} ${forms.en[count === 1 ? 0 : 1]}`,
    fr: `${count} ${forms.fr[count < 2 ? 0 : 1]}`,
  };
}

/** "at most 250 words", "3 to 6 keywords". */
export function limitWords(limit: Limit): Words {
  const { min, max } = limit;
  if (max !== undefined && min !== undefined && min !== max) {
    const { en, fr } = quantityWords(limit, max);
    return { en: `${min} to ${en}`, fr: `${min} à ${fr}` };
  }
  const { en, fr } = quantityWords(limit, max ?? min ?? 0);
  if (min === max) return { en, fr };
  return max === undefined
    ? { en: `at least ${en}`, fr: `au moins ${fr}` }
    : { en: `at most ${en}`, fr: `au plus ${fr}` };
}

/** Where a rule is written and how sure it is: "Source: … (read on 2026-11-24; likely)." */
export function basisWords({ source, read, confidence }: Basis): Words {
  const notes = { en: [] as string[], fr: [] as string[] };
  if (read !== '') {
    notes.en.push(`read on ${read}`);
    notes.fr.push(`lu le ${read}`);
  }
  if (confidence !== 'confirmed') {
    notes.en.push(confidence === 'likely' ? 'likely, to be verified' : 'not confirmed');
    notes.fr.push(confidence === 'likely' ? 'probable, à vérifier' : 'non confirmé');
  }
  const after = (list: readonly string[], separator: string) => (list.length === 0 ? '' : ` (${list.join(separator)})`);
  return {
    en: `Source: ${source === '' ? 'none' : source}${after(notes.en, '; ')}.`,
    fr: `Source\u00a0: ${source === '' ? 'aucune' : source}${after(notes.fr, '\u202f; ')}.`,
  };
}
