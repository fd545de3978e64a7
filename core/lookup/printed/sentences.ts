/** Where a title ends and a journal's or a book's name begins. */
import { isNameList } from './names.ts';

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

const ENDS = /[.?!][”"»’'\])]*\s+(?=[“"«[(]?(?:\p{Lu}|\d|\p{Ll}\p{Lu}|npj\s))/gu;

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
const EDITORS = '(?:\\((?:[EÉeé]ds?|dir|Hrsg)\\.?\\)|,\\s*(?:editors?|[ée]diteurs?|[EÉeé]ds?|dir)(?!\\p{L}))[.,:]*\\s+';
const BEHIND_EDITORS = new RegExp(`^(.*?)${EDITORS}(?=\\S)`, 'u');
/** What follows the name of a book: its editors, an edition, pages, a publisher. */
const BEHIND_BOOK =
  /(?:,?\s(?:edited by|édité par|sous la dir)|\s\(|[.?!](?:\s|$)|,\s(?:\p{Lu}\.[\s-]?)+\s?\p{L}|,\s\d|,\spp?\.).*$/u;

/** The book among its editors: "Hsu CC, editors. The Kidney", "C. Hsu (Eds.), The Kidney", "The Kidney, edited by C. Hsu". */
function bookIn(text: string): string {
  const found = BEHIND_EDITORS.exec(text);
  const isBefore =
    found !== null && (/[^,]\.$/.test(found[0].trimEnd()) || /\(/.test(found[0]) || isNameList(found[1] ?? ''));
  const book = isBefore ? text.slice(found[0].length) : text;
  return trimmed(book.replace(BEHIND_BOOK, ''));
}

/** Publishers, which stand where a journal would. */
const PUBLISHER =
  /\b(?:press|springer|elsevier|wiley|masson|publish\w*|verlag|[ée]ditions?|mcgraw|lippincott|saunders|karger|thieme|flammarion|lavoisier|university|universit[ée]|mosby|blackwell|academic|hall)\b/iu;

export interface Sentences {
  readonly title: string;
  /** Of the journal or the book that holds it; empty where none is told. */
  readonly container: string;
}

/** Behind a title: kinds of media and of theses ("[Internet]", "(Thèse)", ". Thèse de médecine"), editions ("2nd ed", "(3e éd.)"). */
const BEHIND_TITLE =
  /\s*(?:\[[^\]]{3,60}\]|\((?:th[èe]se|phd|md|doctoral|mémoire|master)[^)]*\)|[.,]\s*(?:th[èe]se|mémoire|ph\.?d\.?|doctoral|master)[^.,]{0,60}|(?:[.,]\s*|\()(?:\d{1,2}\s?(?:st|nd|rd|th|e|ème|[aᵃ])|revised|deuxième|troisième)\s(?:rev\.?\s)?(?:ed(?:ition|n)?|[ée]d(?:ition)?)\.?\)?)[\s.]*$/iu;

function title(text: string): string {
  const plain = trimmed(text);
  // A title in brackets is a translated one.
  if (/^\[[^\]]*\]$/.test(plain)) return plain;
  return trimmed(plain.replace(BEHIND_TITLE, '')) || plain;
}

/** Title and container of what stands before the place. `isBook` where the place is a book's. */
export function readSentences(head: string, isBook: boolean): Sentences {
  const text = head
    .replace(/\[(?:internet|en ligne|online|www document|electronic resource)\]/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const inQuotes = quoted(text);
  if (inQuotes) {
    const rest = inQuotes.rest.replace(/^[\s,.]+/, '');
    const within = /^(?:in|dans)\s*:?\s+(.*)$/iu.exec(rest);
    return {
      title: inQuotes.title,
      container: within
        ? bookIn(within[1] ?? '')
        : PUBLISHER.test(rest) || (/:/.test(rest.slice(4)) && isBook)
          ? ''
          : trimmed(rest),
    };
  }
  const within = isBook ? IN.exec(text) : null;
  if (within) return { title: title(within[1] ?? ''), container: bookIn(within[2] ?? '') };
  const cut = lastSentence(text);
  if (cut === null) return { title: title(text), container: '' };
  const last = trimmed(text.slice(cut));
  if (isBook || PUBLISHER.test(last) || (/^[\p{L}\s,-]+\s?:\s\p{Lu}/u.test(last) && isBook)) {
    // The title is the first sentence; an edition and a publisher follow.
    const first = [...text.matchAll(ENDS)].find(
      ({ index, 0: sign }) => !sign.startsWith('.') || !isWithinName(text.slice(0, index)),
    );
    return { title: title(text.slice(0, first ? first.index + 1 : cut)), container: '' };
  }
  const before = title(text.slice(0, cut));
  // A thesis says what it is where a journal would stand.
  return { title: before, container: BEHIND_TITLE.test(`. ${last}`) ? '' : last };
}
