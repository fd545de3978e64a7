/** BibTeX's lists of names (btxdoc, section 4): "First von Last", "von Last, First", "von Last, Jr, First", `{Corporate}`, "and others". */
import type { CslName } from '../../references/csl.ts';
import { decodeLatex } from './latex.ts';

/** Splits at a pattern where no brace is open. */
export function splitOutsideBraces(text: string, separator: RegExp): string[] {
  const pieces: string[] = [];
  let depth = 0;
  let from = 0;
  const sticky = new RegExp(separator.source, 'iy');
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (letter === '\\') at++;
    else if (letter === '{') depth++;
    else if (letter === '}') depth--;
    else if (depth <= 0) {
      sticky.lastIndex = at;
      const found = sticky.exec(text);
      if (found && found[0].length > 0) {
        pieces.push(text.slice(from, at));
        from = at + found[0].length;
        at = from - 1;
      }
    }
  }
  pieces.push(text.slice(from));
  return pieces;
}

/** The names of an `author` or `editor` field. "and others" becomes a last literal "et al.", which styles print as it is. */
export function readNames(field: string): CslName[] {
  return splitOutsideBraces(field, /\s+and\s+/)
    .map(name => name.replace(/\s+/g, ' ').trim())
    .filter(name => name !== '')
    .map(readName);
}

function readName(name: string): CslName {
  if (/^(?:others|et\.? al\.?)$/i.test(name)) return { literal: 'et al.' };
  if (/^\{[\s\S]*\}$/.test(name) && closesAtEnd(name)) return { literal: decodeLatex(name) };
  const parts = splitOutsideBraces(name, /\s*,\s*/).map(part => part.trim());
  if (parts.length === 1) return fromFirstLast(parts[0] as string);
  const [last = '', second = '', ...rest] = parts;
  const third = rest.join(', ');
  return compose(third === '' ? second : third, splitParticle(last), third === '' ? '' : second);
}

/** Whether the brace at the start closes at the very end. */
function closesAtEnd(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at === text.length - 1;
  }
  return false;
}

const isLower = (word: string) => /^\p{Ll}/u.test(decodeLatex(word).replace(/^['’]/, ''));

function splitParticle(last: string): { particle: string; family: string } {
  const words = splitOutsideBraces(last, /\s+/);
  let count = 0;
  while (count < words.length - 1 && isLower(words[count] as string)) count++;
  return { particle: words.slice(0, count).join(' '), family: words.slice(count).join(' ') };
}

function fromFirstLast(name: string): CslName {
  const words = splitOutsideBraces(name, /\s+|~/).filter(word => word !== '');
  if (words.length === 1) return compose('', { particle: '', family: words[0] as string }, '');
  const von = words.findIndex((word, index) => index < words.length - 1 && isLower(word));
  if (von < 0) return compose(words.slice(0, -1).join(' '), { particle: '', family: words.at(-1) as string }, '');
  return compose(words.slice(0, von).join(' '), splitParticle(words.slice(von).join(' ')), '');
}

function compose(given: string, { particle, family }: { particle: string; family: string }, suffix: string): CslName {
  return {
    family: decodeLatex(family),
    ...(given === '' ? {} : { given: decodeLatex(given) }),
    ...(particle === '' ? {} : { 'non-dropping-particle': decodeLatex(particle) }),
    ...(suffix === '' ? {} : { suffix: decodeLatex(suffix) }),
  };
}
