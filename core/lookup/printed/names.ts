/** The authors before a printed title, in whatever order a style prints names. */

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
const BEFORE = `(?:\\p{Lu}\\p{Ll}?\\.[\\s-]{0,2}){1,4}(${FAMILY})${SUFFIX}`;
const SEPARATOR =
  '\\s*(?:[,;]\\s*(?:&|and\\b|et\\b|und\\b)|[,;]|&|and\\b|et\\b|und\\b)\\s*(?:\\.\\.\\.|…)?\\s*(?:&\\s*)?';
const OTHERS = '(?:[,;]?\\s*(?:&\\s*)?(?:et\\s+al|et\\s+coll|and\\s+others|and\\s+colleagues)\\b\\.?)?';

const listOf = (name: string) => ({
  whole: new RegExp(`^${name}(?:${SEPARATOR}${name})*${OTHERS}`, 'u'),
  one: new RegExp(name, 'gu'),
});
const LISTS = [BARE, DOTTED, BEFORE].map(listOf);

/** A body that writes: it has such a word in its name. */
const BODY =
  /(?<!\p{L})(?:group|groupe|society|soci[ée]t[ée]|associations?|organi[sz]ation|committee|comit[ée]|collaborat\w+|network|r[ée]seau|consortium|investigators|cent(?:er|re)s?|institutes?|institut|colleges?|coll[èe]ge|agency|agence|minist\w+|haute autorit[ée]|council|conseil|federation|f[ée]d[ée]ration|task force|panel|academy|acad[ée]mie|foundation|fondation|department|office|union|university|universit[ée]|team|trialists|registry|workshop|commission|authority|board|initiative)(?!\p{L})/iu;

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
  /^(?:\p{Lu}\p{Ll}?\.?[\s-]*){1,4}$/u.test(piece) && piece.replace(/[\s.-]/g, '').length <= 5;
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
    const found = whole.exec(plain)?.[0] ?? whole.exec(`${plain}.`)?.[0];
    if (found !== undefined && plain.slice(found.length).replace(/[\s.,;]/g, '') === '')
      return [...found.matchAll(one)].map(([, family = '']) => family);
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
  /[\s,.:]*(?:[([]((?:1[89]|20)\d\d)(?:-\d{2,4})?[a-z]?(?:[,/][^)\]]*)?[)\]]|(?<=[.,)\]]\s)((?:1[89]|20)\d\d)(?:-\d{2,4})?[a-z]?(?=[.,:]))\s*[.,:]?\s*/gu;

function dated(text: string): NamesRead | null {
  const [match] = text.matchAll(DATED);
  if (!match || match.index === 0) return null;
  const head = text.slice(0, match.index).trim();
  const rest = text.slice(match.index + match[0].length);
  const year = match[1] ?? match[2] ?? '';
  if (rest.trim() === '' || /[“"«]/.test(head)) return null;
  const bare = head.replace(/,$/, '');
  if (isBody(bare) && !/^[^,:]+,\s\p{Lu}[\p{L}.]*(?:\s\p{Lu}[\p{L}.]*)?(?:,|\s(?:and|et)\s|$)/u.test(bare))
    return { authors: [bare], year, rest };
  // Persons and a body: "Smith, J., Doe, A., and the Study Group."
  for (const { 0: separator, index } of bare.matchAll(
    /(?:,|;)?\s*(?:&|(?<!\p{L})(?:and|et|und)(?!\p{L}))\s*|[,;]\s*/gu,
  )) {
    const persons = bare.slice(0, index);
    if (isNames(persons) && isBody(bare.slice(index + separator.length)))
      return { authors: familiesIn(persons), year, rest };
  }
  if (isNames(bare)) return { authors: familiesIn(bare), year, rest };
  return null;
}

/** Whether a text is a body's name: a sentence with such a word in it is a title. */
function isBody(text: string): boolean {
  if (
    text.length > 160 ||
    !BODY.test(text) ||
    !/^\p{Lu}/u.test(text) ||
    /[.?!]\s|\d{4}|[“”"«»;]|\p{Lu}\.(?:,|$)/u.test(text)
  )
    return false;
  if (
    /\b(?:report|criteria|guidelines?|recommendations?|statement|trial|study of|[ée]tude d|rapport)\b/iu.test(text) &&
    !/group/i.test(text.slice(-10))
  )
    return false;
  const small = text.split(/\s+/).filter(word => /^\p{Ll}{4,}/u.test(word)).length;
  return small <= 4;
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
  if (head !== '' && (isNames(head) || isBody(head)))
    return { authors: isBody(head) ? [head] : familiesIn(head), year: '', rest: text.slice(quote) };
  const late = dated(text);
  if (late) return late;
  const [sentence = '', body = ''] = /^([^.?!]{4,160})[.]\s+/u.exec(text) ?? [];
  if (sentence !== '' && isBody(body) && text.length - sentence.length > 20)
    return { authors: [body], year: '', rest: text.slice(sentence.length) };
  const others = /^([^.]{0,200}?)\bet\s+al\.,?\s/u.exec(text);
  if (others && isNames(others[1] ?? ''))
    return { authors: familiesIn(others[1] ?? ''), year: '', rest: text.slice(others[0].length) };
  return { authors: [], year: '', rest: text };
}
