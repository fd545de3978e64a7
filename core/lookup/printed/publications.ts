/** What is told of works that are no articles: a publisher and its place, an edition, a thesis, a page of a site, a preprint's server. */

/** Publishers, which stand where a journal would. */
export const PUBLISHER =
  /(?<!\p{L})(?:press|presses|springer|elsevier|wiley|masson|publish\w*|verlag|[ée]ditions?|[ée]diteurs?|mcgraw|lippincott|saunders|karger|thieme|flammarion|lavoisier|universit[yàé]|universitaires?|università|universidad|universität|mosby|blackwell|academic|hall|ellipses|arnette|doin|vuibert|estem|lamarre|dunod|puf|llc|corp|inc|zenodo|cran|ieee|acm|association for computing machinery)(?!\p{L})/iu;

const PLACE = "\\[?\\p{Lu}[\\p{L}.'’-]*(?:,?[\\s-](?:[\\p{L}(][\\p{L}.'’)-]*)){0,4}\\]?";
const PRESS = '\\p{Lu}[^:;“”"«»]{1,110}?';
/** "Paris : Lavoisier, 2012", "Philadelphia: Elsevier" behind a sentence, a quotation, a bracket or "Thèse,". */
const PRESS_AT_END = new RegExp(
  `(?<=[.?!)\\]”"»,])\\s+(?<place>${PLACE})\\s?:\\s(?<press>${PRESS})(?:[.,]?\\s[[(]?(?<year>(?:1[89]|20)\\d\\d)[\\])]?)?(?:[.,]\\s(?:\\d+\\s?p(?:ages|p)?|pp?\\.?\\s\\d+(?:-\\d+)?))?[\\s.]*$`,
  'u',
);
/** "Le normal et le pathologique, Paris, Presses universitaires de France, 1966, 224 p." */
const PRESS_WITH_COMMAS = new RegExp(
  `,\\s(?:${PLACE}),\\s(?<press>[^,.;:]{2,70}),\\s(?<year>(?:1[89]|20)\\d\\d)(?:,\\s\\d+\\s?p(?:ages|\\.|p\\.)?)?[\\s.]*$`,
  'u',
);
/** "Title (HAS)." of styles that have the year behind the names. */
const PRESS_IN_BRACKETS = /(?<=[\p{L}\d?!.])\s\((?<press>\p{Lu}[^()]{1,90})\)[\s.]*$/u;

/** What stands before a publisher at the end, and the year printed with it; null where none is told. */
export function beforePublisher(text: string, early: string): { readonly head: string; readonly year: string } | null {
  const match = PRESS_AT_END.exec(text);
  const year = match?.groups?.year ?? '';
  if (
    match &&
    match.index > 3 &&
    (year !== '' || early !== '') &&
    !/^(?:Part|Partie|Chapter|In|Dans)\b/.test(match.groups?.place ?? '')
  )
    return { head: text.slice(0, match.index), year };
  const inCommas = PRESS_WITH_COMMAS.exec(text);
  if (inCommas && inCommas.index > 3 && PUBLISHER.test(inCommas.groups?.press ?? ''))
    return { head: text.slice(0, inCommas.index), year: inCommas.groups?.year ?? '' };
  const inBrackets = early === '' ? null : PRESS_IN_BRACKETS.exec(text);
  return inBrackets && inBrackets.index > 12 ? { head: text.slice(0, inBrackets.index), year: '' } : null;
}

/** What a thesis says it is: in brackets, or in a sentence of its own, with the university behind. */
const THESIS =
  /\s*(?:(?<=\.)\sTh\s?[:.]\s?(?:D\.?\s?)?(?:M[ée]d|Pharm|Sci)|\[(?:th[èe]se|ph\.?d|m\.?d|doctoral|m[ée]moire|master[’']?s?\s(?:th|diss|degree)|dissertation)[^\]]*\]|\((?:th[èe]se|ph\.?d|doctoral|m[ée]moire|master[’']?s?\s(?:th|diss|degree))[^)]*\)|(?<=[.,?!”"»])[.\s]*\s(?:th[èe]se|m[ée]moire|ph\.?\s?d|doctoral\s(?:th|diss)|master[’']?s?\s(?:th|diss|2|degree)|(?:unpublished\s)?dissertation|m\.?d\.?\sthesis)[^“”]*)(?:\s*[[.,:;(].*)?$/iu;

/** What stands before the words that make a work a thesis; null where there are none. */
export function beforeThesis(text: string): string | null {
  const match = THESIS.exec(text);
  return match && match.index > 8 && !/\d\s?\([^)]{1,20}\)\s?[:,]\s?\w?\d|;\s?\d+\s?[(:]/.test(match[0])
    ? text.slice(0, match.index)
    : null;
}

/** An edition and what follows it, behind a title. */
export const EDITION =
  /[\s,.(]+(?:\d{1,2}\s?(?:st|nd|rd|th|e|re|[eè]re|[eè]me|[aᵃ]|[oº]|\.)|first|second|third|fourth|fifth|sixth|revised|nouvelle|premi[èe]re|deuxi[èe]me|troisi[èe]me|quatri[èe]me)\s(?:rev(?:\.|ised)?\s|int(?:ernational)?\.?\s|intl\.?\s)?(?:ed(?:ition|n|s)?|[ée]d(?:ition|n)?|aufl(?:age)?)(?!\p{L})\.?\)?.*$/iu;

/** Servers of preprints, as they are printed where a journal would be. */
const SERVER =
  /(?:[.,;:?!\]”"»]|\s-)\s*(?:\(?\[?(?:preprint|pr[ée]publication|article|posted)\]?\)?[\s.:,]*(?:at|on|in|sur)?\s*)?(?<server>medRxiv|bioRxiv|arXiv|chemRxiv|PsyArXiv|SSRN(?:\s(?:Electronic Journal|Journal))?|Research Square|Preprints(?:\.org)?|OSF(?:\sPreprints)?|Authorea|TechRxiv|SocArXiv|EarthArXiv)(?:\s(?:preprint\s)?(?:arXiv:\s?)?[\w./-]*\d[\w./-]*)?(?:\s?\[?\(?(?:preprint|pr[ée]publication)[^\])]*\]?\)?)?(?=[\s.,;:[(]|$)(?<behind>.{0,60})$/iu;

/** A preprint's server, what stands before it, and what behind; null where none is named. */
export function serverIn(
  text: string,
): { readonly head: string; readonly server: string; readonly behind: string } | null {
  const match = SERVER.exec(text);
  if (!match || match.index < 8 || /\p{L}{4,}\s\p{L}{4,}/u.test(match.groups?.behind ?? '')) return null;
  const head = text.slice(0, match.index + 1).replace(/[\s.,;:[(]*(?:pre-?print|pr[ée]publication)[\s.,\])]*$/i, '');
  return { head, server: match.groups?.server ?? '', behind: match.groups?.behind ?? '' };
}

const DATE = '(?:(?:\\d{1,2}\\s)?\\p{L}{3,9}\\.?\\s)?(?<year>(?:19|20)\\d\\d)(?:\\s\\p{L}{3,9}\\.?)?(?:\\s\\d{1,2})?';
/** "Body. Site [Internet]. 2024 [cited 2024 Sept 2]. Title. Available from: …", as NLM prints a part of a site. */
const PART_OF_SITE = new RegExp(
  `^(?<who>(?:(?:\\p{Lu}\\.){2,}\\s)?.{2,160}?)\\.\\s(?<site>[^.[]{2,80}?(?:\\.\\p{Ll}{2,}[^.\\s]*)?)(?:\\s\\[[^\\]]+\\])?\\.\\s(?:(?:[^.:;]{2,40}:\\s[^.;]{2,80};\\s)|c)?${DATE}(?:\\s\\[(?:cited|cit[ée])[^\\]]*\\])?\\.\\s(?<title>[^[]+?)(?:[.;]|(?<=[?!])|\\s\\[(?:cited|cit[ée])[^\\]]*\\][.;])\\s(?:\\[[^\\]]*\\][.;]?\\s)?(?:Available\\s(?:from|at)|Disponible|https?:)`,
  'u',
);

/** A page named behind the site that holds it. */
export function partOfSite(
  text: string,
): { readonly who: string; readonly site: string; readonly year: string; readonly title: string } | null {
  const match = /\[cit[eé]/i.test(text) ? PART_OF_SITE.exec(text) : null;
  const { who = '', site = '', title = '', year = '' } = match?.groups ?? {};
  return match === null ? null : { who, site, title, year };
}

/** Whether it says when it was read: then it is a page of a site. */
export const READ_ON =
  /(?<!\p{L})(?:accessed|last\saccess|cited\s(?:(?:19|20)?\d\d|\d|\p{Lu})|retrieved\s(?:on\s)?\p{Lu}\p{L}+\s\d|retrieved\s\d|consult[ée]e?s?(?:\s(?:le|en))?\s?:?\s(?:\d|\p{L}{3,9}\.?\s\d{1,2},?\s(?:19|20)\d\d)|(?:page\s)?consult[ée]e\sle|cité\s(?:le\s)?\d|cit\.\s\d|acc[èe]s\sle|\[consult|viewed\s\d|dernier acc[èe]s|abgerufen)/iu;

/** A page that is named by its day and its address: "CDC. May 15, 2024. https://www.cdc.gov/…". */
const ADDRESS = /https?:\/\/(?!(?:dx\.)?doi\.org\/)/i;
const ON_DAY =
  /[.,;”"»?!]\s(?:\d{1,2}(?:er)?\s\p{L}{3,9}\.?,?\s(?:19|20)\d\d|\p{L}{3,9}\.?\s\d{1,2},\s(?:19|20)\d\d|(?:19|20)\d\d\s\p{L}{3,9}\.?\s\d{1,2})(?=[\s.,;]|$)/u;
/** A title in quotation marks, a site, a month or a year, an address: "“Hepatitis B.” WHO, Apr. 2024, https://www.who.int/…". */
const IN_QUOTES = /[”"»][.,]?\s+\p{Lu}[^:;]{1,60}[.,]\s(?:\p{L}{3,9}\.?\s)?(?:19|20)\d\d[.,]\s+https?:/u;
export const isOfADay = (text: string): boolean => ADDRESS.test(text) && (ON_DAY.test(text) || IN_QUOTES.test(text));

/** A site by its address: "e-cancer.fr". */
export const SITE =
  /^(?:www\.)?[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.(?:fr|com|org|net|eu|gov|edu|int|info|be|ch|ca|uk|de|io)(?:\.\p{L}{2})?$/iu;
