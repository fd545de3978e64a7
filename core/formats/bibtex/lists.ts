/** A list of names in BibTeX (btxdoc, section 4), and what people write in its place: "and others", names between semicolons or commas. */
import type { CslName } from '../../references/csl.ts';
import { listedNames } from '../name-lists.ts';
import { isPlainlyBody } from '../names.ts';
import { SPACE } from './codes.ts';
import { decodeLatex } from './latex.ts';
import { compose, OTHERS, PLAIN_AND, readName, readPlainName, twoParts } from './names.ts';

/** The names of an `author` or `editor` field. "and others" becomes a last literal "et al.", which styles print as it is. */
export function readNames(field: string): CslName[] {
  const ending = field.trimEnd().slice(-4).toLowerCase();
  const more = ending.includes(' al') ? ET_AL.exec(field) : null;
  const whole = more ? field.slice(0, more.index) : field;
  const list = more || ending.endsWith('and') || LEADING_AND.test(whole) ? whole.replace(LOOSE_AND, '') : whole;
  const names = readUsual(list) ?? readUnusual(list);
  if (more) names.push({ literal: 'et al.' });
  return names;
}

function readUnusual(list: string): CslName[] {
  const braced = /[\\{}~]/.test(list);
  const pieces = braced ? splitAtAnd(list) : splitPlainAtAnd(list);
  // "Doe, J., Roe, K. A., and Poe, L.": only before the last of them stands an "and".
  const several = !braced && pieces.length === 2 && TWO_COMMAS.test(pieces[0] as string) ? listedNames(list) : null;
  if (several !== null) return several.map(readPlainName);
  const initialed = list.includes(',') ? null : initialsLast(pieces);
  if (initialed !== null) return initialed;
  const names: CslName[] = [];
  for (const piece of pieces.length > 1 && !list.includes(',') ? joinedBodies(pieces) : pieces) {
    const one = piece.trim();
    // A comma left behind initials and a name ends no family name.
    const name = one.endsWith(',') ? one.replace(/^((?:\p{Lu}\.[\s-]?)+\s*[^\s,]+)\s*,$/u, '$1') : one;
    if (name === '') continue;
    const separate = names.length === 0 ? namesWithoutAnd(name, pieces.length === 1) : null;
    if (separate !== null) {
      for (const each of separate) names.push(each);
      continue;
    }
    const read = braced ? readName(name) : readPlainName(name);
    if (read === null) names.push(...name.slice(1, -1).split(PLAIN_AND).map(readPlainName));
    else names.push(read);
  }
  return names;
}

/**
 * "Roe J and Doe KL", as Vancouver lists have it, put between BibTeX's "and": read by its rule their family names would be J and KL. Null
 * unless all of several names are so, as a family name may be a letter ("Weinan E"), and one at least that no family name in capitals can
 * be ("Wei LI and Min XU").
 */
function initialsLast(pieces: readonly string[]): CslName[] | null {
  if (pieces.length < 2) return null;
  const names: CslName[] = [];
  let isSure = false;
  for (const [index, piece] of pieces.entries()) {
    const name = decodeLatex(piece);
    const [, family, initials] = INITIALS_LAST.exec(name) ?? [];
    if (family !== undefined && initials !== undefined) {
      names.push(compose(initials, family, ''));
      isSure ||= initials.length === 1 || !/[AEIOUY]|^NG$/.test(initials);
    } else if (index > 0 && index === pieces.length - 1 && OTHERS.test(name)) names.push({ literal: 'et al.' });
    else return null;
  }
  return isSure && names[1]?.family !== undefined ? names : null;
}

const INITIALS_LAST = /^((?:\p{Ll}[\p{Ll}'’]*\s)*\p{Lu}[\p{L}'’-]*\p{Ll}[\p{L}'’-]*)\s(\p{Lu}{1,3})$/u;

/** What makes a list more than names of two parts: a separator inside braces (as far as two pairs go) or escaped, other white space, semicolons, parts with names, "AND". */
const UNUSUAL = /\{(?:[^{}\s,]|\{[^{}\s,]*\})*[\s,{]|\\(?:[,{}]|and)|[^\S ]|[=;]|\s(?:A[Nn][Dd]|a(?:ND|Nd|nD))\s/;

/** "Family, Given and Family, Given", as nearly every list is, read without taking it apart first; null where it holds anything else. */
function readUsual(list: string): CslName[] | null {
  if (UNUSUAL.test(list)) return null;
  let count = 1;
  for (let and = list.indexOf(AND); and >= 0; and = list.indexOf(AND, and + AND.length)) count++;
  // As many places as names: a list that grows keeps room for seventeen.
  const names = new Array<CslName>(count);
  let from = 0;
  for (let index = 0; index < count; index++) {
    const end = index === count - 1 ? list.length : list.indexOf(AND, from);
    const comma = list.indexOf(',', from);
    if (comma < 0 || comma >= end) return null;
    const second = list.indexOf(',', comma + 1);
    if (second >= 0 && second < end) return null;
    const family = trimmed(list, from, comma);
    const given = trimmed(list, comma + 1, end);
    if (family === '' || given === '') return null;
    // Two names may have nothing but a comma between them: "Roe J, Doe K".
    if (count === 1 && family.includes(' ') && given.includes(' ')) return null;
    names[index] = twoParts(family, given);
    from = end + AND.length;
  }
  return names;
}

const AND = ' and ';

/** A part of a text without the spaces around it. */
function trimmed(text: string, from: number, to: number): string {
  let start = from;
  let end = to;
  while (start < end && text.charCodeAt(start) === SPACE) start++;
  while (end > start && text.charCodeAt(end - 1) === SPACE) end--;
  return text.slice(start, end);
}

const TWO_COMMAS = /,[^,]*,/;

const LEADING_AND = /^\s*and\s/i;
/** An "and" with no name on one of its sides. */
const LOOSE_AND = /^\s*and\s+|\s+and\s*$/gi;

/** "et al." that was written after the last name and not in its place. */
const ET_AL = /(?<=\S)[\s,]+et\.? al\.?\s*$/i;

/** Bodies whose own "and" stands without braces: "Centers for Disease Control and Prevention", "Food and Drug Administration". */
function joinedBodies(pieces: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (const piece of pieces) {
    const name = piece.trim();
    const before = joined.at(-1)?.trim() ?? '';
    const words = name.split(/\s+/).length;
    const goesOn =
      words <= 3 &&
      !/[{\\]/.test(before + name) &&
      ((!isPlainlyBody(name) && /\s(?:of|for)\s/.test(before) && isPlainlyBody(before)) ||
        (/^\p{Lu}\p{L}+$/u.test(before) && isPlainlyBody(name)));
    if (goesOn) joined[joined.length - 1] = `${before} and ${name}`;
    else joined.push(piece);
  }
  return joined;
}

function splitPlainAtAnd(field: string): readonly string[] {
  return field.includes(' and ') || /and/i.test(field) ? field.split(PLAIN_AND) : [field];
}

/** Splits at the word "and" where no brace is open. */
function splitAtAnd(field: string): readonly string[] {
  const pieces: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < field.length; at++) {
    const code = field.charCodeAt(at);
    if (code === 92) {
      // "\\and", as LaTeX's own \\author has it.
      if (depth <= 0 && isAnd(field, at + 1, at - 1)) {
        pieces.push(field.slice(from, at));
        from = at + 4;
        at += 4;
      } else at++;
    } else if (code === 123) depth++;
    else if (code === 125) depth--;
    else if (depth <= 0 && (code === 97 || code === 65) && isAnd(field, at)) {
      pieces.push(field.slice(from, at));
      from = at + 3;
      at += 3;
    }
  }
  pieces.push(field.slice(from));
  return pieces;
}

function isAnd(field: string, at: number, before = at - 1): boolean {
  return (
    before >= 0 &&
    field.charCodeAt(before) <= 32 &&
    field.charCodeAt(at + 3) <= 32 &&
    field.slice(at, at + 3).toLowerCase() === 'and'
  );
}

/**
 * A list that was never separated by "and": names between semicolons ("Roe, J.; Doe, K."), or between commas with
 * initials after each family name ("Roe J, Doe KL, Poe A-M"). Null where the text is one name.
 */
function namesWithoutAnd(text: string, whole: boolean): CslName[] | null {
  if (!whole) return null;
  if (/;/.test(text) && !/[\\{&]/.test(text))
    return text
      .split(/\s*;\s*/)
      .filter(name => name !== '')
      .map(readPlainName);
  if (/[\\{}]/.test(text)) return null;
  if (!text.includes(',')) return text.includes(' & ') ? (listedNames(text)?.map(readPlainName) ?? null) : null;
  const pieces = text.split(/\s*,\s*(?:&\s+)?/).filter(name => name !== '');
  // "Roe, J., Doe, K. L.": after every family name its initials.
  if (
    pieces.length >= 4 &&
    pieces.length % 2 === 0 &&
    pieces.every((piece, at) => INITIALS.test(piece) === (at % 2 === 1))
  )
    return pieces.flatMap((family, at) => (at % 2 === 0 ? [compose(pieces[at + 1] as string, family, '')] : []));
  const named = pieces.map(piece => /^(\p{L}[\p{L}'’ -]+?)\s+((?:\p{Lu}[.-]?){1,4})$/u.exec(piece));
  if (pieces.length < 2 || named.some(found => found === null))
    return pieces.length > 2 ? (listedNames(text)?.map(readPlainName) ?? null) : null;
  return named.map(found =>
    compose((found as RegExpExecArray)[2] as string, (found as RegExpExecArray)[1] as string, ''),
  );
}

const INITIALS = /^(?:\p{Lu}\p{Ll}?\.[\s-]?)+$/u;
