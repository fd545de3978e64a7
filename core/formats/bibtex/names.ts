/**
 * One name in BibTeX (btxdoc, section 4): "First von Last", "von Last, First", "von Last, Jr, First", `{Corporate}`; BibLaTeX's
 * "family=…, given=…" (manual 3.19, 3.4); and what people write in its place.
 */
import type { CslName } from '../../references/csl.ts';
import { eastAsian, isPlainlyBody, isSuffix, trailingSuffix } from '../names.ts';
import { isLetter } from './codes.ts';
import { decodeLatex } from './latex.ts';

/** Whether the brace at the start closes at the very end. */
export function closesAtEnd(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 92) at++;
    else if (code === 123) depth++;
    else if (code === 125 && --depth === 0) return at === text.length - 1;
  }
  return false;
}

/** Splits at a letter, or at white space and ties, where no brace is open. */
function splitOutsideBraces(text: string, separator: ',' | ' '): readonly string[] {
  if (separator === ' ' && !/[\\{}~]| {2}|[^\S ]/.test(text)) return text.split(' ');
  const pieces: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 92) at = endOfCommand(text, at + 1, separator);
    else if (code === 123) depth++;
    else if (code === 125) depth--;
    else if (depth <= 0 && (separator === ',' ? code === 44 : code <= 32 || code === 126)) {
      if (separator === ',' || at > from) pieces.push(text.slice(from, at).trim());
      from = at + 1;
    }
  }
  if (separator === ',' || from < text.length) pieces.push(text.slice(from).trim());
  return pieces;
}

/** The last letter of a command's name. The space that ends it ("\\O stlund") is no space between words. */
function endOfCommand(text: string, from: number, separator: ',' | ' '): number {
  let at = from;
  while (isLetter(text.charCodeAt(at))) at++;
  if (at === from) return from;
  return separator === ' ' && text.charCodeAt(at) === 32 && isLetter(text.charCodeAt(at + 1)) ? at : at - 1;
}

export const PLAIN_AND = /\s+and\s+/i;

export const OTHERS = /^(?:others|et\.? al\.?)$/i;

/** A name with nothing of LaTeX in it. */
export function readPlainName(name: string): CslName {
  const comma = name.indexOf(',');
  if (comma < 0) {
    if (OTHERS.test(name)) return { literal: 'et al.' };
    if (isPlainlyBody(name)) return { literal: spaced(name) };
    return fromFirstLast(name.split(/\s+/));
  }
  const second = name.indexOf(',', comma + 1);
  const family = name.slice(0, comma).trim();
  if (second < 0) {
    const rest = name.slice(comma + 1);
    if (KEYED.test(name)) return fromKeys([family, rest]);
    return twoParts(family, rest.trim());
  }
  const parts = name.split(/\s*,\s*/);
  if (KEYED.test(name)) return fromKeys(parts);
  return withSuffix(family, parts[1] as string, spaced(parts.slice(2).join(', ')));
}

const KEYED = /^(?:family|given|prefix|suffix|useprefix|given-i|family-i|prefix-i|suffix-i)\s*=/i;

const spaced = (text: string) => decodeLatex(text.trim());

/** One name; null where several people stand in one pair of braces. */
export function readName(name: string): CslName | null {
  if (!/[\\{}~]/.test(name)) return readPlainName(name);
  if (name.startsWith('{') && closesAtEnd(name)) {
    // Web of Science braces all editors together.
    const people = name.slice(1, -1).split(PLAIN_AND);
    if (people.length > 1 && people.every(one => /^[^,{}\\]+,[^,{}\\]+$/.test(one))) return null;
    // No body is called "…, Jr.": somebody braced a whole person.
    if (/,\s*(?:[JS]r\.?|Junior|Senior|I{2,3}|IV)\s*\}$/.test(name)) return readName(name.slice(1, -1).trim());
    const literal = decodeLatex(name);
    return { literal: OTHERS.test(literal) ? 'et al.' : literal };
  }
  const parts = splitOutsideBraces(name, ',');
  if (parts.length === 1) return fromFirstLast(splitOutsideBraces(name, ' '));
  if (KEYED.test(name)) return fromKeys(parts);
  const [last = '', second = '', ...rest] = parts;
  const third = rest.join(', ');
  return third === '' ? twoParts(last, second) : withSuffix(last, second, third);
}

/**
 * "Last, First"; and "First Last, Jr", where BibTeX would print the suffix as a given name. Numerals are taken for a suffix only
 * after a name of several words: "Smith, II" may be Ivan Ilyich.
 */
export function twoParts(last: string, second: string): CslName {
  if (!isSuffix(second) || /^V\.?$/.test(second)) return compose(second, last, '');
  const words = splitOutsideBraces(last, ' ');
  if (words.length === 1) return /^[js]/i.test(second) ? compose('', last, second) : compose(second, last, '');
  return { ...fromFirstLast(words), suffix: decodeLatex(second) };
}

/** "Doe, Jr, John"; many write "Doe, John, Jr". */
function withSuffix(last: string, second: string, third: string): CslName {
  return isSuffix(third) && !isSuffix(second) ? compose(second, last, third) : compose(third, last, second);
}

/** BibLaTeX's name parts with their names. */
function fromKeys(parts: readonly string[]): CslName {
  const found = new Map(
    parts.map(part => {
      const [key = '', ...value] = part.split('=');
      return [key.trim().toLowerCase(), decodeLatex(value.join('=').trim())] as const;
    }),
  );
  const filled = (key: string, variable: string) => (found.get(key) ? { [variable]: found.get(key) as string } : {});
  return {
    family: found.get('family') ?? '',
    ...filled('given', 'given'),
    ...filled('prefix', /^false$/i.test(found.get('useprefix') ?? '') ? 'dropping-particle' : 'non-dropping-particle'),
    ...filled('suffix', 'suffix'),
  };
}

/** Particles that somebody held together by braces: "{de la} Boétie". */
const PARTICLES = /^\{(?:(?:de|la|las|los|del|della|di|da|do|dos|du|le|van|von|der|den|ter|ten|zu|zur|zum) ?)+\}$/;
/** Particles behind a given name, as in "Aalst, W.M.P. van der". */
const TRAILING =
  /\s+((?:(?:van|von|de|der|den|del|della|di|da|do|dos|du|la|le|ten|ter|zu|zur) )*(?:van|von|der?|den|del|della|di|da|dos?|du|la|le|ten|ter|zur?))$/;

const isSmall = (code: number): boolean => code >= 97 && code <= 122;

/** Whether a word begins with a small letter, braces and accents apart: a particle. */
function isLower(word: string): boolean {
  const code = word.charCodeAt(0);
  if (isSmall(code)) return true;
  if (code >= 65 && code <= 90) return false;
  // Braces around the whole word hold it together; around its first letter only ("{d}e") they change nothing.
  if (code === 123 && word.charCodeAt(1) !== 92 && (word[2] !== '}' || word.length === 3)) return PARTICLES.test(word);
  return /^['’]?\p{Ll}/u.test(decodeLatex(word));
}

const INITIALED = /^(?:\p{Lu}\.-?){1,4}$/u;

function fromFirstLast(words: readonly string[]): CslName {
  if (words.length === 1) return compose('', words[0] as string, '');
  const eastern = words.length === 2 ? eastAsian(words.join(' ')) : null;
  if (eastern !== null) return eastern;
  // An "and" held together by braces joins the words of one name, and no person has one.
  if (words.some(word => /^\{and\}$/i.test(word))) return { literal: decodeLatex(words.join(' ')) };
  const last = words.at(-1) as string;
  // "Wei Wang 0001": dblp numbers people of one name.
  if (words.length > 2 && /^\d{4}$/.test(last)) return fromFirstLast(words.slice(0, -1));
  const plain = last.startsWith('{') ? last.slice(1, -1) : last;
  if (words.length > 2 && /^[JSI]/.test(plain) && isSuffix(plain) && plain !== 'V')
    return { ...fromFirstLast(words.slice(0, -1)), suffix: plain };
  // "Doe J.A.": nobody's family name is a row of initials.
  if (last.endsWith('.') && words.length === 2 && INITIALED.test(last) && !words[0]?.endsWith('.'))
    return compose(last, words[0] as string, '');
  const von = words.findIndex((word, index) => index > 0 && index < words.length - 1 && isLower(word));
  const first = von >= 0 ? von : isLower(words[0] as string) ? 0 : words.length - 1;
  return compose(words.slice(0, first).join(' '), words.slice(first).join(' '), '');
}

/** What a suffix may end a family name or a given name with, to look for before taking it apart. */
const HELD = /[\s,](?:[JS][rRun]|I[IV]|VI)/;

/** A name of its parts; small words before the family name are its particle. */
export function compose(given: string, last: string, suffix: string): CslName {
  let family = last;
  let particle = '';
  if (isLower(last) && /\s/.test(last)) {
    const words = splitOutsideBraces(last, ' ');
    let count = 0;
    while (count < words.length - 1 && isLower(words[count] as string)) count++;
    particle = words.slice(0, count).join(' ');
    family = words.slice(count).join(' ');
  }
  const called = decodeLatex(family);
  let first = decodeLatex(given);
  if (particle === '' && isSmall(first.charCodeAt(first.length - 1)) && first.includes(' ')) {
    const behind = TRAILING.exec(first)?.[1];
    if (behind !== undefined) {
      particle = behind;
      first = first.slice(0, -behind.length).trimEnd();
    }
  }
  // Two parts are what nearly every name has, and are kept small.
  if (particle === '' && suffix === '' && !HELD.test(called) && !HELD.test(first))
    return first === '' ? { family: called } : called === '' ? { family: first } : { family: called, given: first };
  // "{Steele Jr.}, Guy" and "Ford, Henry Jr.": the suffix was written into another part.
  const held = suffix === '' ? (trailingSuffix(called) ?? trailingSuffix(first)) : undefined;
  const name: { family: string; given?: string; 'non-dropping-particle'?: string; suffix?: string } = {
    family: held !== undefined && called.endsWith(held) ? called.slice(0, -held.length).replace(/[\s,]+$/, '') : called,
  };
  const rest =
    held !== undefined && name.family === called ? first.slice(0, -held.length).replace(/[\s,]+$/, '') : first;
  if (rest !== '') name.given = rest;
  if (particle !== '') name['non-dropping-particle'] = decodeLatex(particle);
  if (suffix !== '' || held !== undefined) name.suffix = held ?? decodeLatex(suffix);
  return name;
}
