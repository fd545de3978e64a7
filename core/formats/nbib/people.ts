/** Authors and editors of a MEDLINE record: full names, short names, bodies, and what is said of each of them. */
import type { CslName } from '../../references/csl.ts';
import { type Draft, take } from '../item.ts';
import { commaName, familyName, givenName, initials, wholeFamily } from '../names.ts';
import type { Row } from '../rows.ts';
import { medlineLine, partsOfLine } from './tags.ts';

interface Person {
  readonly name: CslName;
  /** Every line of theirs, as in the file. */
  readonly lines: readonly string[];
}

/** "Long V", "van der Berg J Jr": a family name and initials without a comma. */
const SHORT = /^(.+?)\s+(\p{Lu}{1,4}|\p{Lu}(?:-\p{Lu})+)(?:\s+(Jr|Sr|[2-9](?:nd|rd|th|d)|I{2,3}|IV))?$/u;

/** A name with its initials behind it, or with a comma. */
export function shortName(text: string): CslName {
  const found = text.includes(',') ? null : SHORT.exec(text);
  if (!found) return commaName(text);
  const [, family = '', letters = '', suffix] = found;
  // Initials apart, so that styles see two given names and not one word.
  const given = letters
    .replace(/-/g, '')
    .split('')
    .map(letter => `${letter}.`)
    .join(' ');
  return { ...familyName(family), given, ...(suffix === undefined ? {} : { suffix }) };
}

/** Full names hold their suffix after the given name: "King, Martin L Jr". */
function fullName(text: string): CslName {
  const comma = text.indexOf(',');
  if (comma < 0 || text.indexOf(',', comma + 1) >= 0) return commaName(text);
  const family = text.slice(0, comma).trim();
  const given = text.slice(comma + 1).trim();
  if (family === '' || given === '') return commaName(text);
  const [last, first] = [familyName(family), givenName(given)];
  // Nearly everybody has these two, and an object of two that were spread takes twice the memory.
  const isPlain = last['non-dropping-particle'] === undefined && first.given === given;
  return isPlain ? { family, given } : { ...last, ...first };
}

/** The people of a list of lines, each with the lines that are theirs. */
function peopleOf(lines: readonly string[], full: string, short: string): Person[] {
  const people: { name: CslName; lines: string[]; short: boolean }[] = [];
  let before: string[] = [];
  for (const line of lines) {
    const [tag, value] = partsOfLine(line);
    const last = people.at(-1);
    const sameAsFull = tag === short && last !== undefined && !last.short;
    if (tag === full) people.push({ name: fullName(value), lines: [...before, line], short: false });
    else if (tag === short && !sameAsFull)
      people.push({ name: shortName(value), lines: [...before, line], short: true });
    else if (tag === 'CN') people.push({ name: { literal: value }, lines: [...before, line], short: true });
    else if (last) {
      last.lines.push(line);
      if (sameAsFull) last.short = true;
      continue;
    } else {
      before.push(line);
      continue;
    }
    before = [];
  }
  return people;
}

function linesOf(name: CslName, full: string, short: string): string[] {
  if (name.family === undefined) {
    const whole = name.literal ?? name.given ?? '';
    // A body in a line of its own is an author.
    return whole === '' ? [] : [medlineLine(whole === 'et al.' || full !== 'FAU' ? short : 'CN', whole)];
  }
  const suffix = name.suffix ? ` ${name.suffix.replace(/\.$/, '')}` : '';
  const given = [name.given, name['dropping-particle']].filter(part => part).join(' ');
  const family = wholeFamily(name);
  if (given === '' && suffix === '') return [medlineLine(full, family), medlineLine(short, family)];
  return [
    medlineLine(full, `${family}, ${given}${suffix}`),
    medlineLine(short, `${family} ${initials(name.given ?? '')}${suffix}`),
  ];
}

const nameKey = (name: CslName) => JSON.stringify([name.family, name.given, name.literal, name.suffix]);

/** A row of people. Someone who is still named as in the file keeps their affiliation and identifiers, whoever else has changed. */
function people(variable: 'author' | 'editor', full: string, short: string): Row {
  return {
    fields: [full],
    variables: [variable],
    read: (fields, draft) => {
      const lines = fields.get(full);
      if (lines)
        take(
          draft,
          variable,
          peopleOf(lines, full, short).map(person => person.name),
        );
    },
    write: (item, put, kept) => {
      const names = (item[variable] as readonly CslName[] | undefined) ?? [];
      const lines = kept.get(full);
      const before =
        lines && new Map(peopleOf(lines, full, short).map(each => [nameKey(each.name), each.lines] as const));
      for (const name of names)
        for (const line of before?.get(nameKey(name)) ?? linesOf(name, full, short)) put(full, line);
    },
  };
}

export const authors: Row = people('author', 'FAU', 'AU');
export const editors: Row = people('editor', 'FED', 'ED');

/** Whether anybody at all is named. */
export function hasPeople(draft: Draft): boolean {
  return draft.author !== undefined || draft.editor !== undefined;
}
