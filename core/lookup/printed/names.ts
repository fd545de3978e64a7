/** The authors before a printed title, in whatever order a style prints names. */
import { folded } from '../../references/duplicates.ts';
import { isBody, mayBeBody } from './bodies.ts';

const PARTICLE =
  "(?:(?:van|von|de|der|den|du|des|la|le|di|da|del|della|dos|das|do|el|al|ter|ten|zur|zu|af|ben|bin|ibn|abd)\\s+|[dDlL]['’])*";
/** A word of a family name as names are written, or in capitals throughout. */
const familyOfWords = (word: string) =>
  `${PARTICLE}(?:St\\.\\s)?${word}(?:\\s(?!(?:Jr|Sr|II|III|IV|JR|SR)(?!\\p{L}))(?:${PARTICLE}|da\\s|de\\s|y\\s)${word}){0,3}`;
const FAMILY = `(?:${familyOfWords("\\p{Lu}[\\p{L}'’-]*\\p{Ll}[\\p{L}'’-]*")}|${familyOfWords("\\p{Lu}[\\p{Lu}'’-]*\\p{Lu}")})`;
const SUFFIX = '(?:,?\\s(?:Jr|Sr|II|III|IV|2nd|3rd)\\b\\.?)?';
/** "Smith JA", "Smith J-A", "Smith J A": without full stops, which would end the list. */
const BARE = `(${FAMILY})\\s(?!(?:II|III|IV|JR|SR)\\b)(?:\\p{Lu}{1,4}(?:-\\p{Lu}{1,2})?|\\p{Lu}(?:\\s\\p{Lu}){1,3})(?![\\p{L}'’-])${SUFFIX}(?=\\s*(?:[.,;:&(]|$|and\\b|et\\b|\\[))`;
/** "Smith, J. A." or "Smith J.-A.". */
const DOTTED = `(${FAMILY}),?\\s(?:\\p{Lu}\\p{Ll}?\\.(?:[\\s-]{0,2}\\p{Lu}\\p{Ll}?\\.)*)(?!\\s(?!et\\b|and\\b|und\\b)\\p{Ll})${SUFFIX}`;
/** "J.-A. Smith". */
const BEFORE = `(?:(?!St\\.)\\p{Lu}\\p{Ll}?\\.[\\s-]{0,2}){1,4}(${FAMILY})${SUFFIX}`;
const SEPARATOR =
  '\\s*(?:[,;]\\s*(?:&|and\\b|et\\b|und\\b)|[,;]|&|and\\b|et\\b|und\\b)\\s*(?:\\.\\.\\.|…)?\\s*(?:&\\s*)?';
const OTHERS = '(?:[,;]?\\s*(?:&\\s*)?(?:et\\s+al|et\\s+coll|and\\s+others|and\\s+colleagues)\\b\\.?)?';

const listOf = (name: string) => ({
  whole: new RegExp(`^${name}(?:${SEPARATOR}${name})*${OTHERS}`, 'u'),
  one: new RegExp(name, 'gu'),
});
const LISTS = [BARE, DOTTED, BEFORE].map(listOf);

/** "NIGWEKAR, Sagar U. et DE LA CRUZ, Juan": families in capitals, given names in full (ISO 690). */
const GIVEN_WORD = "\\p{Lu}(?:\\p{Ll}[\\p{L}'’]*)?(?:-\\p{L}[\\p{L}'’]*)*";
const GIVEN = `(?:${GIVEN_WORD}(?:\\s(?:\\p{Lu}\\p{Ll}[\\p{L}'’-]*(?![\\p{L}'’-])|(?!and|et|und)[a-z]{2,3}(?=\\s\\p{Lu})))*(?:\\s(?:\\p{Lu}\\.[\\s-]?)+)?|(?:\\p{Lu}\\.[\\s-]?)+)`;
const CAPITALS = listOf(`(${PARTICLE}(?:\\p{Lu}[\\p{Lu}'’-]*\\s)*\\p{Lu}[\\p{Lu}'’-]*\\p{Lu}),\\s${GIVEN}(?<![\\s-])`);

/** Whether words can be names alone: capitals, initials, particles; no sentence. */
function isNames(text: string): boolean {
  const pieces = text
    .replace(/\b(?:et\s+al|et\s+coll)\b\.?/g, '')
    .split(/\s*(?:[,;&]|\band\b|\bet\b|\bund\b|\.\.\.|…)\s*/u)
    .filter(piece => /\p{L}/u.test(piece));
  const isWord = (word: string) =>
    /^(?:\p{Lu}[\p{L}'’.-]*|[dl]['’]\p{Lu}[\p{L}-]*|van|von|de|der|den|du|des|la|le|di|da|del|della|dos|das|do|el|al|ter|ten|y|bin|ibn|af|zu|zur|jr\.?|eds?\.?|\(?[ée]ds?\.?\)?|editors?)$/u.test(
      word,
    );
  return pieces.length > 0 && pieces.every(piece => piece.split(/\s+/).length <= 7 && piece.split(/\s+/).every(isWord));
}

const isInitials = (piece: string) =>
  /^(?:\p{Lu}(?:\p{Ll}?\.)?[\s-]*){1,4}$/u.test(piece) && piece.replace(/[\s.-]/g, '').length <= 5;
const isSuffix = (piece: string) => /^(?:Jr|Sr|II|III|IV)\.?$/i.test(piece);

/** "Sagar U. Nigwekar" → "Nigwekar"; "Juan Pablo de la Cruz" → "de la Cruz"; "Smith JA" → "Smith". */
function familyOf(name: string): string {
  const bare = name.replace(/,?\s(?:Jr|Sr|II|III|IV)\.?$/i, '');
  const before = new RegExp(`^(${FAMILY})\\s(?:\\p{Lu}{1,3}|(?:\\p{Lu}\\.[\\s-]?){1,4})$`, 'u').exec(bare);
  if (before) return before[1] as string;
  const words = bare.split(/\s+/);
  let at = words.length - 1;
  while (at > 0 && /^\p{Ll}/u.test(words[at - 1] as string)) at--;
  return words.slice(at).join(' ');
}

/** "KIM, Dong Ki, DE LANGE, P. J., WANG, H": families in capitals, each before its given names. */
function turned(pieces: readonly string[]): readonly string[] {
  const families: string[] = [];
  let isGivenNext = false;
  for (const piece of pieces) {
    if (isSuffix(piece)) continue;
    const isGiven: boolean =
      isGivenNext &&
      (/\p{Lu}\p{Ll}/u.test(piece) || /\./.test(piece) || piece.length <= 3) &&
      !/^Ma?c\p{Lu}/u.test(piece);
    if (!isGiven) families.push(piece);
    isGivenNext = !isGiven;
  }
  return families;
}

/** Families of a list of names, the first of which may have its family name first ("Nigwekar, Sagar U., and Ravi Thadhani"). */
function familiesIn(text: string): readonly string[] {
  const plain = text.replace(/[\s,;]*\b(?:et\s+al|et\s+coll)\b\.?.*$/u, '').replace(/\((?:eds?|[ée]ds?)\.?\)/giu, '');
  for (const { whole, one } of LISTS) {
    // The full stop of the last initial may have been taken for the list's.
    for (const written of [plain, `${plain}.`]) {
      const found = whole.exec(written)?.[0];
      if (found !== undefined && written.slice(found.length).replace(/[\s.,;]/g, '') === '')
        return [...found.matchAll(one)].map(([, family = '']) => family);
    }
  }
  const pieces = plain
    .split(/\s*(?:[,;]|&|\band\b|\bet\b|\bund\b|\.\.\.|…)\s*/u)
    .map(piece => piece.trim())
    .filter(piece => piece !== '');
  const [first = '', second] = pieces;
  // Each has its family name first: those in capitals, or all with initials behind a comma.
  const isTurned =
    second !== undefined &&
    !/\p{Ll}/u.test(first.replace(/\b(?:Mc|Mac|d|de|du|van|von)\b/g, '')) &&
    /\p{Lu}{2}/u.test(first);
  if (isTurned) return turned(pieces);
  const families = second === undefined ? [familyOf(first)] : [first.replace(/\s(?:\p{Lu}{1,3})$/u, '')];
  const others = isInitials(first) ? pieces : pieces.slice(second !== undefined && /^\p{Lu}/u.test(second) ? 2 : 1);
  return [...families, ...others.filter(piece => !isInitials(piece) && !isSuffix(piece)).map(familyOf)];
}

/** Whether a text is a list of names with initials and nothing else. */
export function isNameList(text: string): boolean {
  return LISTS.some(({ whole }) => {
    const found = whole.exec(text)?.[0];
    return found !== undefined && /^[\s.,;]*$/.test(text.slice(found.length));
  });
}

/** Whether a reference may begin here: with a name and initials or a given name, or with a body. */
export function beginsWithNames(line: string): boolean {
  const text = line.slice(0, 300);
  if (LISTS.some(({ whole }) => whole.test(text))) return true;
  if (/^(?:van |von |de |d[’'])?\p{Lu}[\p{L}’' -]{1,40},\s\p{Lu}[\p{L}.-]*(?:\s\p{Lu}\.?)?[,.]/u.test(text))
    return true;
  return isBody(/^[^.(]{4,160}(?=[.(]|, (?:1[89]|20)\d\d)/u.exec(text)?.[0].trim() ?? '');
}

export interface NamesRead {
  /** Family names, or the name of a body, as printed. */
  readonly authors: readonly string[];
  /** Where a style prints it behind the names. */
  readonly year: string;
  /** What follows. */
  readonly rest: string;
}

/** "(2018).", "2018." or ", 2018." behind names; "(2018, March 3)". */
const DATED =
  /[\s,.:]*(?:[([]((?:1[89]|20)\d\d)(?:-\d{2,4})?[a-z]?(?:[,/][^)\]]*)?[)\]]|(?<=[.,)\]]\s)((?:1[89]|20)\d\d)(?:-\d{2,4})?[a-z]?(?:\s\p{L}{3,9}(?:\s\d{1,2})?)?(?=[.,:]))\s*[.,:]?\s*/gu;

function dated(text: string): NamesRead | null {
  const [match] = text.matchAll(DATED);
  if (!match || match.index === 0) return null;
  const head = text.slice(0, match.index).trim();
  const rest = text.slice(match.index + match[0].length);
  const year = match[1] ?? match[2] ?? '';
  if (rest.trim() === '' || /[“"«]/.test(head)) return null;
  const bare = head.replace(/,$/, '');
  if (isBodyBefore(bare, rest)) return { authors: [bare], year, rest };
  const [, called = '', more = ''] = /^([^,]+),\s(.+)$/.exec(bare) ?? [];
  // "R Core Team, R: A language … (2023)": a title stands behind the body.
  if (isBody(called) && !isBody(more) && /:|(?:\s\S+){3}/.test(more)) return null;
  if (isBody(bare) && !/^[^,:]+,\s\p{Lu}[\p{L}.]*(?:\s\p{Lu}[\p{L}.]*)?(?:,|\s(?:and|et)\s|$)/u.test(bare))
    return { authors: [bare], year, rest };
  // Persons and a body: "Smith, J., Doe, A., and the Study Group."
  const separators = [...bare.matchAll(/(?:,|;)?\s*(?:&|(?<!\p{L})(?:and|et|und)(?!\p{L}))\s*|[,;]\s*/gu)];
  for (const { 0: separator, index } of separators.reverse()) {
    const persons = bare.slice(0, index);
    if (isNames(persons) && isBody(bare.slice(index + separator.length)))
      return { authors: familiesIn(persons), year, rest };
  }
  if (!isNames(bare)) return null;
  // "W. S. Rasband, ImageJ. (2018)": a title in one word.
  const isWithTitle =
    /^\p{Lu}\./u.test(bare) &&
    !LISTS.some(({ whole }) => (whole.exec(bare)?.[0].length ?? 0) >= bare.length - 1) &&
    !/et\sal/.test(bare);
  return isWithTitle ? null : { authors: familiesIn(bare), year, rest };
}

/** A body of no known kind before a year: a title follows it, not the volume of a journal. */
function isBodyBefore(text: string, rest: string): boolean {
  return mayBeBody(text) && !isNames(text) && !/^[^.]{3,80}[,.]?\s(?!(?:1[89]|20)\d\d)\d+\s?[(,:]/.test(rest);
}

/** "Altman, Douglas G. ", "Brown, Jane, and Liam O’Connor. ", "Jones, Terry C., et al. " before a title. */
const TURNED = new RegExp(
  `^${FAMILY},\\s${GIVEN}(?:,?\\s(?:and|et)\\s${GIVEN_WORD}(?:\\s\\p{Lu}\\.)?\\s${FAMILY}|,\\set\\sal)?(?:\\.\\s|(?<=\\.)\\s)(?=[\\p{Lu}\\d“"«])`,
  'u',
);

/** "DURAND Claire, LE GALL Yann. " and "CANGUILHEM Georges, ": as French theses print them. */
const NAMED = listOf(
  `((?:\\p{Lu}[\\p{Lu}'’-]+\\s)*\\p{Lu}[\\p{Lu}'’-]+)\\s\\p{Lu}\\p{Ll}[\\p{L}’-]*(?:\\s\\p{Lu}\\p{Ll}[\\p{L}’-]*)?(?=[.,;])`,
);

/** The first sentence or what stands before the first comma; the full stops of "U.S." end nothing. */
const OPENING = /^((?:(?:\p{Lu}\.){2,})?(?:[^.,?!(]|\(\p{Lu}[^)]*\)){2,160})([.,])\s+(?=\S)/u;
/** An article's year, volume and pages. */
const ARTICLE = /\b(?:1[89]|20)\d\d\b[^.;]{0,20};\s*\d|\d\s?\([^)]{1,20}\)\s?[:,]\s?\w?\d|\bvol\.?\s\d/i;

/** Whether a sentence behind the first is the body's name once more. */
function isAgain(body: string, rest: string): boolean {
  const [, ...sentences] = rest.split(/[.?!”"»]+(?:\s*\[[^\]]*\]\.?)?\s+/);
  return sentences.some(sentence => folded(sentence.replace(/[\s(]*(?:19|20)\d\d.*$/, '')) === folded(body));
}

/** A body where authors stand, told by its name, or by what follows it: a title and then more. */
function bodyBefore(text: string): NamesRead | null {
  const [opening = '', body = '', sign = ''] = OPENING.exec(text) ?? [];
  if (body === '') return null;
  const rest = text.slice(opening.length);
  if (isBody(body) && rest.length > 20 && (sign === '.' || /^[“"«\p{Lu}]/u.test(rest)))
    return { authors: [body], year: '', rest };
  const [, title = ''] = /^([^.]{6,}?)[.?]\s+\S/.exec(rest) ?? [];
  // "Vidal. Ivermectine. Vidal.": its site is called as it is.
  if (sign === '.' && !ARTICLE.test(text) && mayBeBody(body) && isAgain(body, rest))
    return { authors: [body], year: '', rest };
  const isFirm = /\p{Ll}\p{Lu}/u.test(body) && /(?:\s\S+){2}/.test(rest);
  const isTold = (/\s\S+\s/.test(title) || isFirm) && sign === '.' && !ARTICLE.test(text);
  return isTold && mayBeBody(body) ? { authors: [body], year: '', rest } : null;
}

/** A body behind the persons: "…, RECOVERY Collaborative Group. ", "; for the Study Investigators. ". */
function withoutBody(rest: string): string {
  const [behind = '', name = ''] =
    /^\s*[,;]?\s*(?:&\s*|(?:and|et)\s+)?(?:(?:on behalf of|for|au nom d[ue]|pour)\s+(?:the\s+|le\s+|la\s+)?)?([^.?!“"«]{3,140})[.:,]\s+(?=\S)/u.exec(
      rest,
    ) ?? [];
  return /^\s*[,;(&]|^\s*(?:on behalf|for|and|et)\b/.test(rest) && isBody(name) ? rest.slice(behind.length) : rest;
}

/** A line in the place of names: they are those of the reference before. */
export const SAME_NAMES = /^\s*[-–—_]{2,}\s*[.,]?\s*/;

/** The authors of a printed reference and what stands behind them. What cannot be told is empty. */
export function readNames(text: string): NamesRead {
  if (SAME_NAMES.test(text)) {
    const rest = text.replace(SAME_NAMES, '');
    const year = /^[([]?((?:1[89]|20)\d\d)[a-z]?[)\]]?\s*[.,:]\s*/.exec(rest);
    return { authors: [], year: year?.[1] ?? '', rest: rest.slice(year?.[0].length ?? 0) };
  }
  const early = /\b(?:1[89]|20)\d\d\b[^;]{0,20};\s*\d/.test(text) ? null : dated(text);
  if (early) return early;
  // "U.S. Food …" and "WORLD BANK" are no persons with initials.
  const opening = OPENING.exec(text)?.[1] ?? '';
  const isCalled = /^(?:\p{Lu}\.){2,}\s/u.test(opening) || (/\s/.test(opening) && !/^\S+\s\p{Lu}{1,3}$/u.test(opening));
  const called = isCalled && isBody(opening) ? bodyBefore(text) : null;
  if (called) return called;
  const capitals = CAPITALS.whole.exec(text)?.[0];
  // A full stop follows, or the last initial had it.
  if (
    capitals !== undefined &&
    /^\.?\s/.test(text.slice(capitals.length)) &&
    text.slice(0, capitals.length + 1).includes('.', capitals.length - 1)
  )
    return {
      authors: [...capitals.matchAll(CAPITALS.one)].map(([, family = '']) => family),
      year: '',
      rest: text.slice(capitals.length).replace(/^\./, ''),
    };
  const named = NAMED.whole.exec(text)?.[0];
  if (named !== undefined)
    return {
      authors: [...`${named}.`.matchAll(NAMED.one)].map(([, family = '']) => family),
      year: '',
      rest: text.slice(named.length),
    };
  const lists = LISTS.flatMap(({ whole, one }) => {
    const found = whole.exec(text)?.[0];
    return found === undefined ? [] : [{ found, authors: [...found.matchAll(one)].map(([, family = '']) => family) }];
  });
  // "Marchand É., Roy L." is one list, and so is "Marchand É" alone: the longer one is meant.
  const [list] = lists.sort((a, b) => b.authors.length - a.authors.length);
  if (list) {
    const { found, authors } = list;
    const rest = text.slice(found.length);
    const year = /^[\s.,]*[([]((?:1[89]|20)\d\d)[a-z]?(?:[,/][^)\]]*)?[)\]]\s*[.:,]?\s*/.exec(rest);
    if (year) return { authors, year: year[1] ?? '', rest: rest.slice(year[0].length) };
    return { authors, year: '', rest: withoutBody(rest) };
  }
  const quote = text.search(/[“"«]/);
  const head = text.slice(0, Math.max(0, quote)).trim().replace(/[.,]$/, '');
  const isWriting = isBody(head) || (mayBeBody(head) && !isNames(head));
  if (head !== '' && (isNames(head) || isWriting))
    return { authors: isWriting ? [head] : familiesIn(head), year: '', rest: text.slice(quote) };
  const late = dated(text);
  if (late) return late;
  const body = bodyBefore(text);
  if (body) return body;
  const [sentence = '', name = ''] = /^([^.?!]{4,160})[.]\s+/u.exec(text) ?? [];
  if (sentence !== '' && isBody(name) && text.length - sentence.length > 20)
    return { authors: [name], year: '', rest: text.slice(sentence.length) };
  const turned = TURNED.exec(text)?.[0];
  if (turned !== undefined) return { authors: familiesIn(turned), year: '', rest: text.slice(turned.length) };
  const others = /^([^.]{0,200}?)\bet\s+al\.,?\s/u.exec(text);
  if (others && isNames(others[1] ?? ''))
    return { authors: familiesIn(others[1] ?? ''), year: '', rest: text.slice(others[0].length) };
  return { authors: [], year: '', rest: text };
}
