/** Where words may be divided at a line's end, by language: Liang's patterns for French and English, and exceptions. */
import { createRequire } from 'node:module';
import { seamsOf } from './medical-seams.ts';

const require = createRequire(import.meta.url);

/** Positions within `text` where a hyphen may be put, ascending; `lang` is that of the run, if it has one. */
export type Hyphenator = (text: string, lang?: string | null) => readonly number[];

/** Words whose patterns divide them badly, or into words that do not belong in a report, with their hyphens. */
const exceptions: Readonly<Record<string, readonly string[]>> = {
  en: [
    'thera-pist',
    'thera-pists',
    'physio-thera-pist',
    'psycho-thera-pist',
    'analge-sic',
    'analge-sics',
    'analge-sia',
  ],
  fr: ['aujourd-hui', 'con-sulta-tion', 'con-sulta-tions', 'con-sécu-tif', 'con-sécu-tive', 'presqu-île'],
};

/** Letters that stay on the line, letters that go to the next, and the shortest word divided, as printers in both languages keep. */
const leastBefore = 2;
const leastAfter = 3;
const shortestWord = 6;
/** Letters of the longest word that patterns are asked about: what is longer is a sequence or an encoded file, and no word. */
const longestWord = 120;

const softHyphen = '\u00ad';

type Hyphenate = (text: string, options: { readonly hyphenChar: string; readonly minWordLength: number }) => string;

const patterns: Readonly<Record<string, string>> = { fr: 'hyphen/fr', en: 'hyphen/en-gb', 'en-us': 'hyphen/en-us' };
const loaded = new Map<string, Hyphenate>();

/** The patterns of a language; undefined when we have none for it. Loaded when first needed: they take a while. */
function patternsFor(lang: string): Hyphenate | undefined {
  const tag = lang.toLowerCase();
  const name = tag in patterns ? tag : tag.slice(0, 2);
  const module = patterns[name];
  if (!module) return undefined;
  let hyphenate = loaded.get(name);
  if (!hyphenate) {
    hyphenate = (require(module) as { readonly hyphenateSync: Hyphenate }).hyphenateSync;
    loaded.set(name, hyphenate);
  }
  return hyphenate;
}

/**
 * A hyphenator for a document.
 *
 * @param language of text that names none, as a BCP 47 tag
 * @param own further exceptions, with their hyphens (`cardio-myo-pathy`); a word without a hyphen is never divided
 */
export function hyphenator(language: string, own: readonly string[] = []): Hyphenator {
  const known = new Map<string, readonly number[]>();
  const ownCuts = new Map(own.map(cutsOfException));
  const exceptionCuts = new Map<string, ReadonlyMap<string, readonly number[]>>();

  const exceptionsFor = (lang: string): ReadonlyMap<string, readonly number[]> => {
    const short = lang.slice(0, 2).toLowerCase();
    let cuts = exceptionCuts.get(short);
    if (!cuts) {
      cuts = new Map([...(exceptions[short] ?? []).map(cutsOfException), ...ownCuts]);
      exceptionCuts.set(short, cuts);
    }
    return cuts;
  };

  return (text, lang) => {
    if (text.length > longestWord) return [];
    const tag = lang || language;
    const key = `${tag} ${text}`;
    let cuts = known.get(key);
    if (!cuts) {
      cuts = cutsOf(text, tag, exceptionsFor(tag));
      known.set(key, cuts);
    }
    return cuts;
  };
}

function cutsOfException(word: string): [string, readonly number[]] {
  const cuts: number[] = [];
  let letters = 0;
  for (const character of word) {
    if (character === '-') cuts.push(letters);
    else letters += character.length;
  }
  return [word.replaceAll('-', '').toLowerCase(), cuts];
}

function cutsOf(text: string, lang: string, except: ReadonlyMap<string, readonly number[]>): readonly number[] {
  // Addresses, identifiers and measured values are not words.
  if (/[@/\d]|:\/\//.test(text)) return [];
  const hyphenate = patternsFor(lang);
  if (!hyphenate) return [];
  const cuts: number[] = [];
  for (const match of text.matchAll(/\p{L}[\p{L}\p{M}]*/gu)) {
    const [word] = match;
    // A word in capitals is an abbreviation.
    if (word.length < shortestWord || word === word.toUpperCase()) continue;
    const small = word.toLowerCase();
    const within =
      except.get(small) ?? atSeams(cutsByPattern(word, hyphenate), seamsOf(small, lang.slice(0, 2).toLowerCase()));
    for (const cut of within) if (cut >= leastBefore && word.length - cut >= leastAfter) cuts.push(match.index + cut);
  }
  return cuts;
}

/** Cuts with those at a word's seams, and without what the patterns put a letter beside one. */
function atSeams(cuts: readonly number[], seams: readonly number[]): readonly number[] {
  if (seams.length === 0) return cuts;
  const clear = cuts.filter(cut => seams.every(seam => Math.abs(cut - seam) > 1));
  return [...clear, ...seams].sort((a, b) => a - b);
}

function cutsByPattern(word: string, hyphenate: Hyphenate): readonly number[] {
  const cuts: number[] = [];
  let letters = 0;
  for (const character of hyphenate(word, { hyphenChar: softHyphen, minWordLength: shortestWord })) {
    if (character === softHyphen) cuts.push(letters);
    else letters += character.length;
  }
  return cuts;
}
