/**
 * Several people in one field of a format that has a field for each, as pages and scripts write them: "Doe, J.; Roe, K.",
 * "Doe J, Roe KA", "Jane Roe, John Doe and Ann Poe", "Doe, J., Roe, K. A., & Poe, L.".
 */
import { isBody, isDegree, isNobody, isPlainlyBody, isSuffix } from './names.ts';

/** Only what has one of these can be a list; nearly every name has none. */
const MAYBE = /;|&|,[^,]*,|\p{Lu}, ?\p{Lu}[^,]* \p{Lu}|\s(?:and|et)\s/u;
const BETWEEN = /\s*,?\s+(?:and|et)\s+|\s*,?\s*&\s*/i;
/** "Doe J", "van der Berg JA", "Roe J.-K." */
const SHORT = /^(?:\p{Ll}[\p{L}’']* )*\p{Lu}\p{L}*\p{Ll}[\p{L}’' -]* (?:\p{Lu}{1,3}|(?:\p{Lu}\.[ -]?){1,4})$/u;
const INITIALS = /^(?:\p{Lu}\p{Ll}?\.[\s-]?){1,4}$/u;
/** "Jane Roe", "J. K. van der Berg". */
const PERSON =
  /^\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){0,2}(?: (?:van|von|de|der|den|del|della|di|da|do|dos|du|la|le|ten|ter|zu))* \p{Lu}\p{L}*\p{Ll}[\p{L}’'-]*$/u;
/** "Doe, Jane K.", "de la Cruz, M." */
const INVERTED = /^[^,]{2,60}, ?(?:\p{Lu}[\p{L}.’'-]*)(?: [\p{L}.’'-]+){0,3}$/u;
const MOST_WORDS = 8;

const isPerson = (text: string): boolean =>
  PERSON.test(text) && !isBody(text) && !text.split(' ').some(word => isDegree(word) || isSuffix(word));

/** The names in a text, each as one that stands alone would be written; null where it is one name, or nobody can tell. */
export function listedNames(given: string): readonly string[] | null {
  if (!MAYBE.test(given) || isNobody(given)) return null;
  const text = given.replace(/\s+/g, ' ').trim();
  if (text.includes(';')) return bySemicolons(text);
  const groups = text.split(BETWEEN).filter(each => each !== '');
  const names: string[] = [];
  for (const [index, group] of groups.entries()) {
    const list = ofGroup(group, groups.length > 1, index === groups.length - 1);
    if (list === null) return null;
    names.push(...list);
  }
  return names.length > 1 ? names : null;
}

/** Between semicolons anything may stand but the rest of a body's name, or the end of a letter's. */
function bySemicolons(text: string): readonly string[] | null {
  if (/&#?\w+;/.test(text)) return null;
  const names = text
    .split(/ ?; ?/)
    .map(each => each.replace(/^(?:and|et|&) /i, ''))
    .filter(each => each !== '');
  if (names.length === 0 || names.some(name => !/\p{L}/u.test(name) || name.split(' ').length > MOST_WORDS))
    return null;
  return names.length === 2 && isPlainlyBody(names[0] as string) ? null : names;
}

/** The names between two "and"s. */
function ofGroup(group: string, among: boolean, isLast: boolean): readonly string[] | null {
  const parts = group.split(/\s*,\s*/).filter(each => each !== '');
  const [first = '', second = ''] = parts;
  if (parts.length === 1) return among && (SHORT.test(first) || isPerson(first)) ? [first] : null;
  if (parts.every(part => SHORT.test(part) && !isBody(part))) return parts;
  if (parts.length % 2 === 0 && parts.every((part, at) => INITIALS.test(part) === (at % 2 === 1))) {
    if (parts.length === 2 && !among) return null;
    return parts.flatMap((part, at) => (at % 2 === 0 ? [`${part}, ${parts[at + 1]}`] : []));
  }
  // Of "García López, María José" nobody knows whether it is one person or two; before an "and" without a comma it is a list.
  if (parts.every(isPerson) && (parts.length > 2 || (among && !isLast))) return parts;
  return among && parts.length === 2 && INVERTED.test(group) && !isBody(first) && !isSuffix(second) ? [group] : null;
}
