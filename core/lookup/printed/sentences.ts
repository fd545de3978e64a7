/** Where a title ends and a journal's or a book's name begins. */
import { folded } from '../../references/duplicates.ts';
import { isBody, mayBeBody } from './bodies.ts';
import { isNameList } from './names.ts';
import { EDITION, PUBLISHER, SITE } from './publications.ts';

/** Words that journals' names begin with in short (ISO 4); behind the first, any short word with a full stop goes on with the name. */
const ABBREVIATED = new Set(
  'acad acta adv aliment allergol am anaesth anal anat androl angew anesth anim ann annu antimicrob appl arch aust arthritis arzneim biochem bioinform biol biomed bioorg biophys br bull can cardiol cardiovasc cas cell cereb chem chin chir circ clin comput contemp crit curr cytom dermatol dev diabetes diagn dig dis drug dtsch ear ecol emerg endocr endocrinol endosc environ enzym epidemiol ergon eur exp expert fam fertil forensic fr gastroenterol gastrointest gen genet geriatr gerontol gynecol haematol head health helv hematol hepatol hist hosp hum hypertens immunol ind indian inf infect inorg int intern ir isr ital j jpn klin lab langenbecks laryngol lett leuk magn math med mem metab methods microb microbiol mikrobiol mol monatsschr mt n nat natl nephrol nephron neth neurol neurosci neurosurg nord nucl nucleic nutr obes obstet occup oncol ophthalmic ophthalmol opin oral org orthop otol otolaryngol pac paediatr pak parasitol pathol pediatr perspect pflugers pharm pharmacol philos photochem phys physiol plast pol postgrad pract prax presse prev proc prog psychiatr psychol psychopharmacol psychosom public q qual radiat radiol rech reg rehabil rep reprod res respir resusc rev rheum rheumatol rinsho rozhl sb scand schweiz sci semin singap soc south sov spec sports srp stat strahlenther struct surg symp synth syst technol ther thorac thromb toxicol trans transfus transl transpl transplant trends trop tumor u ugeskr ultrasound urol vasc venereol vet virol vojnosanit vopr west wien wkly zentralbl zh z'.split(
    ' ',
  ),
);
/** Series whose name has a full stop in it. */
const SERIES =
  /(?:^|[.?!]\s)(?:Circulation|JACC|Proceedings|Clinical medicine insights|Journal of physics|Acta crystallographica|Arteriosclerosis|Physical review|Series|Zeitschrift)$/i;
const SMALL = /^(?:of|the|and|for|in|on|de|des|du|la|le|les|et|d['’].*|l['’].*|&|der|die|für|und|del|di|e|y)$/i;

/** Whether a full stop stands within a journal's abbreviated name, behind `before`. */
function isWithinName(before: string): boolean {
  if (SERIES.test(before)) return true;
  // A journal's name is shorter than this.
  const words = before.slice(-160).split(/\s+/);
  const last = (words.at(-1) ?? '').replace(/^[(“"]/, '');
  const isShort = (word: string) =>
    /^\p{Lu}[\p{L}.]*$/u.test(word) &&
    (word.length === 1 ||
      ABBREVIATED.has(word.toLowerCase().replace(/\./g, '')) ||
      /^(?:\p{Lu}\.)+\p{Lu}$/u.test(word));
  const previous = words.at(-2) ?? '';
  if (previous.endsWith('.') && words.length > 2 && isShort(previous.slice(0, -1)) && /^\p{Lu}\p{L}{0,9}$/u.test(last))
    return isWithinName(words.slice(0, -1).join(' ').slice(0, -1));
  if (!isShort(last)) return false;
  // A sentence has words in small letters: "deficiency of vitamin D. Lancet".
  for (let at = words.length - 2; at >= 0; at--) {
    const word = words[at] as string;
    if (/[.?!][”"’)\]]*$/.test(word)) return true;
    if (!/^\p{Lu}/u.test(word) && !SMALL.test(word)) return false;
  }
  return true;
}

const ENDS =
  /[.?!][”"»’'\])]*\s+(?=[“"«[(]?(?:\p{Lu}|\d|\p{Ll}\p{Lu}|npj\s|[\p{Ll}\d-]+\.(?:\p{Ll}+\.)*(?:fr|com|org|net|eu|gov|edu)(?!\p{L})))/gu;

/** Where the last sentence begins, which names the journal; null where there is only one. */
function lastSentence(text: string): number | null {
  const all = [...text.matchAll(ENDS)];
  const last =
    all.findLast(({ index, 0: sign }) => !sign.startsWith('.') || !isWithinName(text.slice(0, index))) ?? all.at(-1);
  return last ? last.index + last[0].length : null;
}

const PAIRS: Readonly<Record<string, string>> = { '“': '”', '«': '»', '"': '"', '„': '“' };

/** A title in quotes and what follows; null where it is not set in quotes as a whole. */
function quoted(text: string): { readonly title: string; readonly rest: string } | null {
  const opening = text.trimStart().charAt(0);
  const closing = PAIRS[opening];
  if (closing === undefined) return null;
  const from = text.indexOf(opening) + 1;
  const to = text.lastIndexOf(closing);
  if (to - from < 8) return null;
  const [title, rest] = [text.slice(from, to).trim(), text.slice(to + 1)];
  if (/^\s*[:;-]/.test(rest)) return null;
  if (!/[,.?!][’'”"]*$/.test(title) && !/^\s*(?:[,.]|$)/.test(rest)) return null;
  return { title: title.replace(/[,.](?=[’'”"]*$)/, '').trim(), rest };
}

const trimmed = (text: string) => text.replace(/^[\s.,;:»”)-]+|[\s.,;:(-]+$/g, '').trim();

const IN = /^(.*?[.?!,”"»])[,.]?\s+(?:(?:[Ii]n|[Dd]ans)\s*:\s*|(?:In|in|Dans|dans)\s+)(.*)$/u;

/** "editors.", "(Eds.),", "(éd.),", ", Eds.,". */
const EDITORS =
  '(?:\\((?:[EÉeé]ds?|dir|Hrsg)\\.?\\)|,\\s*(?:editors?|[ée]diteurs?|directeurs?|[EÉeé]ds?|dir)(?!\\p{L}))[.,:]*\\s+';
const BEHIND_EDITORS = new RegExp(`^(.*?)${EDITORS}(?=\\S)`, 'u');
/** What follows the name of a book: its editors, an edition, pages, a publisher. */
const BEHIND_BOOK =
  /(?:;\s(?:1[89]|20)\d\d(?!\d)|,\s\p{Lu}[\p{L}\s.-]{1,30}\s?:\s\p{Lu}|,\s[^,]{2,60},\s(?:1[89]|20)\d\d|,\s(?:IEEE|ACM|Springer|Elsevier|Wiley|Masson)(?!\p{L})|,?\s(?:edited by|édité par|sous la dir)|\s\(|[.?!](?:\s|$)|,\s(?:\p{Lu}\.[\s-]?)+\s?\p{L}|,\s\d|,\spp?\.).*$/u;

/** The book among its editors: "Hsu CC, editors. The Kidney", "C. Hsu (Eds.), The Kidney", "The Kidney, edited by C. Hsu". */
function bookIn(whole: string): string {
  const text = whole.replace(/\s\((?!\s*(?:[EÉeé]ds?|dir|Hrsg))[^()]*\)[\s.,]*$/u, '');
  const found = BEHIND_EDITORS.exec(text);
  const isBefore =
    found !== null && (/[^,]\.$/.test(found[0].trimEnd()) || /\(/.test(found[0]) || isNameList(found[1] ?? ''));
  const book = isBefore ? text.slice(found[0].length) : text;
  return trimmed(book.replace(BEHIND_BOOK, ''));
}

export interface Sentences {
  readonly title: string;
  /** Of the journal or the book that holds it; empty where none is told. */
  readonly container: string;
}

/** Behind a title: kinds of media and of theses ("[Internet]", "(Thèse)"), of reports and versions ("(Report No. 12)", ". Version 1.1"). */
const BEHIND_TITLE =
  /\s*(?:\[[^\]]{3,60}\]|\((?:th[èe]se|ph\.?d|m\.?d\.?\sthesis|doctoral|mémoire|master[’']?s?\s(?:th|diss|degree))[^)]*\)|\((?:version|v\.?\s?\d|release|report|rapport|publication|nos?\.?\s|n°|tech)[^)]*\)|[.,]\s*(?:th[èe]se|mémoire|ph\.?d\.?|doctoral|master)[^.,]{0,60}|[.,]\s*(?:version|v)\s?\d[\w.-]*|[.\s]+pre-?print|[.\s]+pr[ée]publication)[\s.]*$/iu;

function title(text: string, isBook = false): string {
  const plain = trimmed(isBook ? text.replace(/^(?:\p{Lu}{0,6}\s?\d[\w-]*)\s:\s/u, '') : text);
  // A title in brackets is a translated one.
  if (/^\[[^\]]*\]$/.test(plain)) return plain;
  let bare = plain.replace(/,\s\d{1,2}\s\p{L}{3,9}\s(?:19|20)\d\d$/u, '');
  for (let turn = 0; turn < 3; turn++) bare = trimmed(bare.replace(BEHIND_TITLE, '')) || bare;
  const edition = EDITION.exec(bare);
  return edition && edition.index > 2 ? trimmed(bare.slice(0, edition.index)) : bare;
}

/** What is known of a reference where its sentences are told apart. */
export interface Setting {
  readonly isBook: boolean;
  /** It says when it was read. */
  readonly isWeb: boolean;
  /** Its year stands with the authors. */
  readonly isEarly: boolean;
  readonly volume: string;
  readonly pages: string;
  readonly authors: readonly string[];
}

/** Journals whose names are nothing but capitals; other such names are those of agencies. */
const JOURNALS = /^(?:BMJ|JAMA|CHEST|AIDS|QJM|PNAS|RNA|CJASN|JASN|EMC|STV|MMWR|CMAJ|HIV|COPD|PLOS|JACC|RFE|BEH)$/;
const MEETING =
  /(?<!\p{L})(?:proceedings|proc\.|conference|congress|symposium|meeting|workshop|actes|congr[èe]s|colloque|journ[ée]es|conf[ée]rence)(?!\p{L})/iu;

/** What a work says it is, where a journal would stand. */
const GENRE =
  /^(?:protocole national|recommandations? (?:de bonne|professionnelle)|rapport|(?:technical |final )?report|(?:nice |clinical |practice )*guidelines?|r package|prescribing information|package insert|avis|fiche|communiqué|press release|document|version|pr[ée]publication|preprint)(?!\p{L})/iu;
/** A second sentence of a title: "A cohort study". */
const SUBTITLE =
  /^(?:an?|une?|the|la|le|[àa] propos)\s.*(?:study|trial|review|report|series|case|cases|analysis|[ée]tude|essai|revue|cas|s[ée]rie)$/i;
/** Behind a container's name: a supplement without a volume, a month. */
const BEHIND_CONTAINER =
  /,\s(?:suppl.*|january|february|march|april|may|june|july|august|september|october|november|december|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)$/iu;
const BEFORE_PRESS = /[.,]\s+[^.,:;]{2,40}\s?:\s\p{Lu}/u;
const INITIALS = /(?<!\p{L})(?:\p{Lu}\.)+\p{Lu}$/u;

/** Whether what stands where a journal would is a publisher, a body and its town, a report's number. */
function isPress(last: string, { isWeb, authors }: Setting): boolean {
  if (PUBLISHER.test(last)) return true;
  if (isWeb) return false;
  return (
    authors.some(name => folded(name) === folded(last)) ||
    (/^\p{Lu}{2,6}$/u.test(last) && !JOURNALS.test(last)) ||
    /,\s/.test(last) ||
    (isBody(last) && !/(?:journal|revue|annals|bulletin)/i.test(last))
  );
}

/** A site named behind its page and a comma: "Cancer du sein, e-cancer.fr". */
function siteBehind(text: string, authors: readonly string[]): { readonly page: string; readonly site: string } | null {
  const at = text.lastIndexOf(', ');
  const site = trimmed(text.slice(at + 2));
  const isSite =
    SITE.test(site) ||
    mayBeBody(site) ||
    isBody(site) ||
    authors.some(name => folded(site).startsWith(folded(name))) ||
    /^(?:\p{Lu}[\p{L}@]*|base de données [\p{L}\s]+)$/iu.test(site);
  return at > 3 && isSite ? { page: text.slice(0, at), site } : null;
}

/** "Book, edited by A. Roy, 8th ed., Press, 2012", "Proceedings …, Press, 2012". */
const isInBook = (rest: string, isBook: boolean) =>
  /,\s(?:edited by|édité par|sous la direction)/.test(rest) || (isBook && MEETING.test(rest));

/** Title and container of what stands before the place. */
export function readSentences(head: string, setting: Setting): Sentences {
  const { isBook, isWeb, isEarly, volume, pages } = setting;
  const hasPlace = volume !== '' || pages !== '';
  const text = head
    .replace(/\[(?:internet|en ligne|online|www document|electronic resource)\]/gi, ' ')
    .replace(/\s+/g, ' ')
    // "(Report No. 12)": its full stop ends no sentence.
    .replace(/\s\((?:[\p{L}\s]{0,60}\s)?n[o°]s?\.?\s[^)]*\)/giu, '')
    .replace(/(?:\s?\.){2,}(?=\s|$)/g, '.')
    .trim();
  const inQuotes = quoted(text);
  if (inQuotes) {
    const rest = inQuotes.rest.replace(/^[\s,.]+/, '');
    const within = /^(?:in|dans)\s*:?\s+(.*)$/iu.exec(rest) ?? (isInBook(rest, isBook) ? [rest, rest] : null);
    const isNone =
      isBook ||
      (volume === '' && PUBLISHER.test(rest)) ||
      (!hasPlace && (isPress(rest, setting) || (!isWeb && /,\s/.test(rest)) || /:/.test(rest.slice(4))));
    return {
      title: title(inQuotes.title),
      container: within ? bookIn(within[1] ?? '') : isNone ? '' : trimmed(rest).replace(BEHIND_CONTAINER, ''),
    };
  }
  const within = isBook || isWeb || /[.?!]\s(?:In|Dans)\s?:\s/.test(text) ? IN.exec(text) : null;
  if (within) return { title: title(within[1] ?? ''), container: bookIn(within[2] ?? '') };
  const edition = hasPlace ? null : EDITION.exec(text);
  if (edition && edition.index > 2) return { title: title(text.slice(0, edition.index), true), container: '' };
  const cut = lastSentence(text);
  if (cut === null) {
    const site = isWeb && isEarly && !isBook ? siteBehind(text, setting.authors) : null;
    return site ? { title: title(site.page), container: site.site } : { title: title(text, isBook), container: '' };
  }
  const last = trimmed(text.slice(cut));
  if (isBook || (!hasPlace && isPress(last, setting))) {
    // The title is the first sentence; an edition and a publisher follow.
    const first = [...text.matchAll(ENDS)].find(
      ({ index, 0: sign }) =>
        !sign.startsWith('.') || !(isWithinName(text.slice(0, index)) || INITIALS.test(text.slice(0, index))),
    );
    const end = first ? first.index + 1 : isBook ? text.length : cut;
    const behind = text.slice(end).trim();
    return {
      title: title(text.slice(0, end), true),
      container: MEETING.test(behind) || (pages !== '' && BEFORE_PRESS.test(behind)) ? bookIn(behind) : '',
    };
  }
  const before = title(text.slice(0, cut));
  if (!hasPlace && SUBTITLE.test(last)) return { title: title(text), container: '' };
  // A thesis, a preprint or a version says what it is where a journal would stand.
  const isGenre = BEHIND_TITLE.test(`. ${last}`) || (!hasPlace && GENRE.test(last));
  return { title: before, container: isGenre ? '' : last.replace(BEHIND_CONTAINER, '') };
}
