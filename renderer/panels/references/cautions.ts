/** What in a field is probably a slip: said beside it, and kept all the same. */
import { isBody } from '../../../core/formats/names.ts';
import { doisOf } from '../../../core/lookup/doi.ts';
import { isbn13 } from '../../../core/lookup/isbn.ts';
import type { WordKey } from '../../words/index.ts';
import { dateFrom, type FieldName } from './fields.ts';

/** The word for it, and what it names; null where nothing is to be said. */
export interface Caution {
  readonly key: WordKey<'references'>;
  readonly named?: string;
}

/** "Jane Doe": two or three words without a comma that name no body. */
const seemsPerson = (line: string): boolean =>
  !line.includes(',') &&
  /^\p{Lu}[\p{L}.'’-]*(?: \p{L}[\p{L}.'’-]*){1,2}$/u.test(line) &&
  !isBody(line) &&
  !/^\p{Lu}{2,}\b/u.test(line);

export function cautionOf(field: FieldName, text: string): Caution | null {
  const typed = text.trim();
  if (typed === '') return null;
  switch (field) {
    case 'doi':
      return doisOf(typed).length === 1 ? null : { key: 'doiWrong' };
    case 'isbn':
      return typed.split(/[,;]|\s(?=97[89])/).every(each => isbn13(each.trim()) !== null) ? null : { key: 'isbnWrong' };
    case 'issn':
      return isIssn(typed) ? null : { key: 'issnWrong' };
    case 'pmid':
      return /^\d{1,8}$/.test(typed) ? null : { key: 'pmidWrong' };
    case 'pmcid':
      return /^(?:PMC)?\d+(?:\.\d+)?$/i.test(typed) ? null : { key: 'pmcidWrong' };
    case 'url':
      return /^(?:https?|ftp):\/\/\S+$/i.test(typed) ? null : { key: 'urlWrong' };
    case 'language':
      return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(typed) ? null : { key: 'languageWrong' };
    case 'date':
    case 'accessed':
      return dateFrom(typed)['date-parts'] ? null : { key: 'dateAsTyped' };
    case 'authors':
    case 'editors': {
      const named = typed.split('\n').find(line => seemsPerson(line.trim()));
      return named === undefined ? null : { key: 'seemsPerson', named: named.trim() };
    }
    default:
      return null;
  }
}

/** Weights 8 to 2 and a check digit (ISO 3297); X stands for ten. Several may be listed. */
function isIssn(text: string): boolean {
  return text.split(/[,;\s]+/).every(each => {
    const digits = each.replace('-', '').toUpperCase();
    if (!/^\d{7}[\dX]$/.test(digits)) return false;
    const sum = [...digits].reduce((total, digit, at) => total + (digit === 'X' ? 10 : Number(digit)) * (8 - at), 0);
    return sum % 11 === 0;
  });
}
