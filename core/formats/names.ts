/** Names as catalogues and reference managers write them: "Family, Given, Suffix", bodies, "et al.". */
import type { CslName } from '../references/csl.ts';
import { decodeEntities } from './entities.ts';

/** "Jr", "III", "2nd" and the like, as they stand after a name. */
const SUFFIX = /^(?:jr|sr|junior|senior|[iv]{2,4}|iv|v|[2-9](?:nd|rd|th|d))\.?$/i;
/** The same without a lone V, which is an initial after a given name. */
const TRAILING_SUFFIX = /\s+((?:Jr|Sr|Junior|Senior)\.?|I{2,3}|IV|VI{1,3}|[2-9](?:nd|rd|th|d))$/;
/** "Smith JA", as Vancouver lists have it, and "Smith J.-A.", as Embase does. */
const INITIALED = /^(\p{L}*\p{Ll}[\p{L}'’ -]*)\s(\p{Lu}{1,3}|(?:\p{Lu}\.[ -]?){0,3}\p{Lu}\.)$/u;

/** Whether a word is one that stands after a name. */
export const isSuffix = (text: string): boolean => text.length <= LONGEST_SUFFIX && SUFFIX.test(text);

/** "Junior." */
const LONGEST_SUFFIX = 7;

/** The suffix that a family name or given names end with, as they stand before a comma; undefined without one. */
export const trailingSuffix = (text: string): string | undefined => TRAILING_SUFFIX.exec(text)?.[1];

/** "DIOP Cheikh", "NGO BELL Marie-Claire": French lists put the family name first and tell it by its capitals. */
const SHOUTED =
  /^((?:\p{Lu}[\p{Lu}'’-]+ )*\p{Lu}[\p{Lu}'’-]{2,}) (\p{Lu}\p{Ll}[\p{L}'’.-]*(?: \p{Lu}\p{Ll}?[\p{L}'’.-]*)*)$/u;

/** Bodies that are known by their capitals: the offices that they have in places are no persons of that name. */
const CAPITALS =
  /^(?:WHO|OMS|PAHO|UNICEF|UNESCO|UNAIDS|ONUSIDA|OECD|OCDE|IARC|CIRC|FDA|EMA|CDC|ECDC|NIH|NHS|NICE|HAS|ANSM|INSERM|CNRS|KDIGO|MSF|COCHRANE) /;

/** Lower-case words before a family name, and French or Italian d’ and l’ glued to it. */
const PARTICLE = /^((?:\p{Ll}[\p{L}.]*['’]?\s+)*(?:\p{Ll}[\p{L}.]*\s+|(?:dell?|dall?|nell?|[dlst])['’]\s?))(?=\p{Lu})/u;
/** Particles that some write after the given name ("Beethoven, Ludwig van"). */
const TRAILING_PARTICLE =
  /\s+((?:(?:van|von|de|der|den|del|della|di|da|do|dos|das|du|la|le|ten|ter|zu|zur|zum|of)\s+)*(?:van|von|de|der|den|del|della|di|da|do|dos|das|du|la|le|ten|ter|zu|zur|zum|d['’]))$/;
const ET_AL = /^(?:and |& )?(?:et\.? al\.?|others)$/i;
/** Words that stand in the names of bodies and in no person's. */
const BODY =
  /(?<![\p{L}\p{N}])(?:organi[sz]ation|group|groupe|committee|comité|ministry|ministère|universit[yéàä]\p{L}*|association|society|société|institut\p{L}*|agency|agence|collaborat\p{L}*|consortium|study|étude|investigators|team|équipe|network|réseau|cent(?:er|re)s?|department|council|conseil|federation|fédération|foundation|fondation|college|collège|academy|académie|hospital|hôpital|program(?:me)?|task|force|panel|office|bureau|service|direction|health|santé|haute|autorité|national|international|administration|commission|trial|registry|union|world|library|universidade?|sociedade?|società|asociación|associação|associazione|ministeri[oe]|ministério|ministerium|instituto|istituto|agencia|agenzia|organización|organizzazione|organização|federación|fundación|fondazione|grupo|gruppo|gruppe|colegio|centro|zentrum|kliniku?m?|gesellschaft|verband|stiftung)(?![\p{L}\p{N}])|[&/]|(?<![\p{L}\p{N}])(?:of|the|for|and|et|pour|des)(?![\p{L}\p{N}])/iu;

/** The nouns among them that no given name and no family name is: what says a body even where two words could be a person's. */
const BODY_NOUN =
  /(?<=\s)(?:organi[sz]ation|group|committee|association|society|société|agency|collaborat(?:ion|ive|ors?)|consortium|investigators|federation|foundation|administration|commission|corporation|council|department|hospital|institutes?|program(?:me)?|task force|registry|trialists|network|company|inc\.?|gmbh|ltd\.?|llc|plc|corp\.?)$|^(?:groupe|comité|ministère|ministry|université|university|société|institut|institute|agence|centers? for|centre hospitalier|department|division|office|haute|fédération|fondation|collège|association|hôpital|hôpitaux|conseil|académie|organisation|the)\s|^(?:national|international|european|american|royal|british|world) \S+ \S/i;

/** Whether a name of several words is plainly a body's, even where the format would read given and family name. */
export const isPlainlyBody = (text: string): boolean => BODY_NOUN.test(text);

/** Degrees and memberships that stand behind a name ("MD", "Ph.D.", "FRCP(C)"): those of medicine and its neighbours. */
const DEGREE =
  /^(?:M\.?D|M\.?B|Ph\.?\s?D|D\.?Phil|M\.?Phil|M\.?Sc|B\.?Sc|M\.?S|B\.?S|M\.?A|B\.?A|M\.?P\.?H|M\.?B\.?A|M\.?B\.?B\.?S|M\.?B\.?Ch\.?B|Ch\.?B|D\.?O|D\.?D\.?S|D\.?M\.?D|D\.?V\.?M|R\.?N|B\.?S\.?N|M\.?S\.?N|Dr\.?P\.?H|Sc\.?D|Pharm\.?\s?D|Psy\.?D|Ed\.?D|J\.?D|R\.?D|R\.?Ph|MRC\w{1,5}|FRC\w{1,5}|FAC\w{1,3}|FAAD|FASN|FAHA|FESC)\.?(?:\(\w{1,4}\))?$/;
/** Degrees that no initials are, whatever stands before them. */
const SURE_DEGREE = /\s+(?:Ph\.?\s?D|M\.D|D\.?Phil|MBBS|MB\s?ChB|MPH|DrPH|PharmD)\.?$/;
/** Whether a word is a degree or a membership that stands behind a name. */
export const isDegree = (text: string): boolean => DEGREE.test(text);
/** What is said of a person beside the name: the part taken in a work, an identifier, the years of a life. */
const ASIDE =
  /\s*[([](?:(?:co-?)?(?:coord|dir|éd|ed|eds|hrsg|hg|trad|trans|org|editor|author|corresponding author)s?\.?|ORCID\b[^)\]]*|(?:https?:\/\/orcid\.org\/)?\d{4}-\d{4}-\d{4}-\d{3}[\dX]|1\d{3}\??-[\d.?]{0,5})[)\]]/gi;
/** The years of a life, as libraries write them behind a name. */
const LIFE = /^(?:b\. ?)?1\d{3}\??-?(?:[12]\d{3}|\.{0,4})\??\.?$/;
/** What is longer than this is the name of nobody. */
const LONGEST = 1_000;

/** What databases write where a work names nobody. */
const NOBODY = /^\[(?:no authors?\b.*|anonymous|s\.? ?n\.?)\]$/i;

/** Whether a name says that there is none: "[No author name available]". */
export const isNobody = (text: string): boolean => NOBODY.test(text);

/** "Family, Given M." without particle or suffix: nearly every name there is, told apart in one look. */
const SIMPLE = /^(\p{Lu}[^\s,]*), ?(\p{Lu}[^\s,IVJS\d]*(?: (?![JS]r|II)\p{Lu}[^\s,IV]*)*)$/u;

/** A family name and what stands before it in lower case. */
export function familyName(text: string): Pick<CslName, 'family' | 'non-dropping-particle'> {
  // A particle begins with a small letter; the engine takes long to see that none does.
  const code = text.charCodeAt(0);
  const particle = code >= 65 && code <= 90 ? undefined : PARTICLE.exec(text)?.[1];
  return particle === undefined
    ? { family: text }
    : { family: text.slice(particle.length), 'non-dropping-particle': particle.trim() };
}

/** Given names, with the suffix or the particle that may stand at their end. */
export function givenName(text: string): Pick<CslName, 'given' | 'dropping-particle' | 'suffix'> {
  if (!/\s/.test(text)) return text === '' ? {} : { given: text };
  const suffix = TRAILING_SUFFIX.exec(text);
  const rest = suffix ? text.slice(0, suffix.index) : text;
  const particle = TRAILING_PARTICLE.exec(rest);
  const given = particle ? rest.slice(0, particle.index) : rest;
  return {
    ...(given === '' ? {} : { given }),
    ...(particle ? { 'dropping-particle': particle[1] as string } : {}),
    ...(suffix ? { suffix: suffix[1] as string } : {}),
  };
}

/** Whether a name without a comma is a body's. */
export function isBody(text: string): boolean {
  return BODY.test(text) || text.split(/\s+/).length > 4;
}

/**
 * A name as "Family, Given", "Family, Given, Suffix" or "Family, Suffix, Given". Without a comma it is a body or a lone family
 * name; where a format may also say "Given Family" (`plain`), two to four words that name no body are read so. A comma at the
 * very end says that the whole is a body, as EndNote has it.
 */
export function commaName(text: string, plain = false): CslName {
  if (text.length > LONGEST) return { literal: text.replace(/\s+/g, ' ').trim() };
  const simple = SIMPLE.exec(text);
  if (simple && !text.includes('&')) return { family: simple[1] as string, given: simple[2] as string };
  // Arabic and Chinese have commas of their own.
  const name = decodeEntities(text).replace(ASIDE, '').replace(/[،，]/g, ',').replace(/\s+/g, ' ').trim();
  if (ET_AL.test(name)) return { literal: 'et al.' };
  const parts = withoutDegrees(name.split(/\s*,\s*/), plain);
  const [first = '', second = '', third = ''] = parts;
  if (parts.length === 1 || (parts.length === 2 && second === '')) {
    if (parts.length === 2 && first.includes(' ')) return { literal: first };
    if (!first.includes(' ')) return { family: first };
    if (!plain || isBody(first) || isPlainlyBody(first) || CAPITALS.test(first)) return { literal: first };
    const shouted = SHOUTED.exec(first);
    if (shouted) return { family: shouted[1] as string, given: shouted[2] as string };
    const initialed = INITIALED.exec(first);
    return initialed ? { ...familyName(initialed[1] as string), given: initialed[2] as string } : givenFirst(first);
  }
  if (parts.length > 3 || (isPlainlyBody(first) && !isSuffix(second))) return { literal: name };
  // "Moore H., Jr."
  const initialed = parts.length === 2 && isSuffix(second) && /[a-z.]/.test(second) ? INITIALED.exec(first) : null;
  if (initialed) return { ...familyName(initialed[1] as string), given: initialed[2] as string, suffix: second };
  if (first === '') return { family: second === '' ? third : second };
  const suffixSecond = third !== '' && SUFFIX.test(second) && !SUFFIX.test(third);
  const [given, suffix] = suffixSecond ? [third, second] : [second, third];
  const person: Writable<CslName> = familyName(first);
  if (given !== '') Object.assign(person, givenName(given));
  if (suffix !== '') person.suffix = suffix;
  return person;
}

/** The parts of a name without degrees at their end. "Smith, MD" may be Mary Diana: two parts stay as they are. */
function withoutDegrees(given: readonly string[], plain: boolean): readonly string[] {
  const parts = [...given];
  if (parts.length > 2 && LIFE.test(parts.at(-1) as string)) parts.pop();
  while (parts.length > 2 && (parts.at(-1) as string).split(/[\s/]+/).every(word => DEGREE.test(word))) parts.pop();
  const last = parts.at(-1) as string;
  if ((plain || parts.length > 1) && SURE_DEGREE.test(last)) {
    const words = last.replace(SURE_DEGREE, '').split(' ');
    while (words.length > (parts.length > 1 ? 1 : 2) && DEGREE.test(words.at(-1) as string)) words.pop();
    parts[parts.length - 1] = words.join(' ');
  }
  return parts;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

const EAST_ASIAN =
  /^([\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}ー々]+)[ \u3000]([\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}ー々]+)$/u;

/** A Chinese, Japanese or Korean name in its own letters, which has the family name first; null for any other. */
export function eastAsian(name: string): CslName | null {
  const found = name.charCodeAt(0) < 0x3000 ? null : EAST_ASIAN.exec(name);
  return found && { family: found[1] as string, given: found[2] as string };
}

/** "Mike E. van Lesk Jr." in parts. */
function givenFirst(name: string): CslName {
  const eastern = eastAsian(name);
  if (eastern !== null) return eastern;
  const suffix = TRAILING_SUFFIX.exec(name);
  const words = (suffix ? name.slice(0, suffix.index) : name).split(' ');
  const particle = words.findIndex((word, index) => index > 0 && index < words.length - 1 && /^\p{Ll}/u.test(word));
  const from = particle < 0 ? words.length - 1 : particle;
  return {
    ...familyName(words.slice(from).join(' ')),
    ...(from === 0 ? {} : { given: words.slice(0, from).join(' ') }),
    ...(suffix ? { suffix: suffix[1] as string } : {}),
  };
}

/** The family name with its particle, as it stands before the comma. */
export function wholeFamily(name: CslName): string {
  const particle = name['non-dropping-particle'] ?? '';
  return `${particle}${particle === '' || /['’]$/.test(particle) ? '' : ' '}${name.family ?? ''}`;
}

/** "van der Berg, Jan, Jr", or the body's name with the ending given for bodies. */
export function writtenName(name: CslName, bodyEnding = ''): string {
  if (name.family === undefined) {
    const whole = name.literal ?? name.given ?? '';
    return whole === '' || whole === 'et al.' ? whole : whole + (whole.includes(' ') ? bodyEnding : '');
  }
  const given = [name.given, name['dropping-particle']].filter(part => part).join(' ');
  return [wholeFamily(name), given, ...(name.suffix ? [name.suffix] : [])]
    .filter((part, index) => index !== 1 || part !== '' || name.suffix)
    .join(', ');
}

/** "SU" of "Sagar U." and "JP" of "Jean-Pierre". */
export function initials(given: string): string {
  return given
    .split(/[\s.‐-]+/)
    .map(word => (/^\p{Lu}{2,3}$/u.test(word) ? word : ([...word][0] ?? '')))
    .filter(letter => /\p{L}/u.test(letter))
    .join('')
    .toUpperCase();
}
