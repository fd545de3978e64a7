/** Bodies that write: societies, agencies, ministries, firms. Told by a word in their name, or by standing alone where authors stand. */

/** A body that writes: it has such a word in its name. */
const BODY =
  /(?<!\p{L})(?:group|groupe|society|soci[ée]t[ée]|associations?|organi[sz]ation|committee|comit[ée]|collaborat\w+|network|r[ée]seau|consortium|investigators|cent(?:er|re)s?|institutes?|institut|colleges?|coll[èe]ge|agency|agence|minist\w+|haute autorit[ée]|council|conseil|federation|f[ée]d[ée]ration|task force|panel|academy|acad[ée]mie|foundation|fondation|department|office|union|university|universit[ée]|team|trialists|registry|workshop|commission|authority|board|initiative)(?!\p{L})/iu;

/** Words of bodies' names that are words of titles as well: they count where the whole name is written as a name. */
const IN_NAMES =
  /(?<!\p{L})(?:bank|banque|corp(?:oration)?|inc|llc|ltd|limited|gmbh|clinic|staff|contributors|assurance|administration|service|hospital|h[ôo]pital|program(?:me)?|survey|networks|guidelines|agency|laborator(?:y|ies)|laboratoires?)\.?(?!\p{L})/iu;

/** With these a body's name begins, however many small words follow. */
const BEGINS =
  /^(?:agence|haute? autorit[ée]|haut conseil|soci[ée]t[ée]|minist[èe]re|institut|coll[èe]ge|association|comit[ée]|conseil|centre|direction|organisation|f[ée]d[ée]ration|groupe|acad[ée]mie|fondation|assistance publique|cour|caisse|inspection|conf[ée]rence|observatoire|ordre|r[ée]seau|union)(?!\p{L})/iu;

const SMALL = /^(?:of|the|and|for|in|on|at|de|des|du|la|le|les|et|en|d['’].*|l['’].*|&|der|und|del|di|y)$/i;

/** Full stops within a name: "U.S. Food and Drug Administration". */
const INITIALS = /(?<!\p{L})(?:\p{Lu}\.){2,}/gu;
export const withoutInitials = (text: string): string => text.replace(INITIALS, letters => letters.replace(/\./g, ''));

/** Whether a text is a body's name: a sentence with such a word in it is a title. */
export function isBody(written: string): boolean {
  const text = withoutInitials(written);
  if (
    text.length > 160 ||
    !/^\p{Lu}/u.test(text) ||
    /[.?!]\s|[“”"«»;]|\p{Lu}\.(?:,|$)/u.test(text) ||
    (/\d{4}/.test(text) && !/(?:group|groupe|committee|comité)$/i.test(text)) ||
    !(BODY.test(text) || (!text.includes(':') && IN_NAMES.test(text) && isNamed(text)))
  )
    return false;
  if (
    /\b(?:report|criteria|guidelines?|recommendations?|statement|trial|study of|[ée]tude d|rapport)\b/iu.test(text) &&
    !/(?:group|network)/i.test(text.slice(-10))
  )
    return false;
  const small = text.split(/\s+/).filter(word => /^\p{Ll}{4,}/u.test(word)).length;
  return small <= (BEGINS.test(text) ? 9 : 4);
}

/** Whether a text is written as names are: capitals, and small words between them. */
function isNamed(text: string): boolean {
  const words = text.split(/\s+/);
  return words.length <= 9 && words.every(word => /^\p{Lu}/u.test(word) || SMALL.test(word) || IN_NAMES.test(word));
}

/**
 * Whether a text can be the name of a body that is known by no word of its own ("Inserm", "Orphanet", "Santé publique France"). A short
 * title looks alike: it counts only where a title stands behind it.
 */
export function mayBeBody(written: string): boolean {
  const text = withoutInitials(written);
  const words = text.split(/\s+/);
  if (!/^\p{Lu}/u.test(text) || /[.?!:;,()“”"«»\d]/.test(text) || text.length < 3 || words.length > 9) return false;
  if (isNamed(text) || (BEGINS.test(text) && words.length <= 7)) return true;
  // "Santé publique France": a small word between two names.
  return words.length <= 3 && words.length > 1 && /^\p{Lu}/u.test(words.at(-1) as string);
}
