/** A RIS entry while its lines are read. */
import type { CslName } from '../../references/csl.ts';
import { looseDate } from '../dates.ts';
import { type Draft, readAs, take } from '../item.ts';
import { listedNames } from '../name-lists.ts';
import { commaName, isNobody, writtenName } from '../names.ts';
import { type Tag, tagFor, tagOf, typeOfTag } from './tags.ts';

/** What only makes sense once all is known, by tag. */
export interface Special {
  T2: string | undefined;
  JO: string | undefined;
  PY: string | undefined;
  DA: string | undefined;
  Y1: string | undefined;
  IS: string | undefined;
  SP: string | undefined;
  EP: string | undefined;
  C7: string | undefined;
  ET: string | undefined;
  SN: string | undefined;
  DO: string | undefined;
  DI: string | undefined;
  M3: string | undefined;
  L3: string | undefined;
  C2: string | undefined;
  AN: string | undefined;
}

/** All of them at once, so that every entry's are one kind of object. */
const noSpecial = (): Special => ({
  T2: undefined,
  JO: undefined,
  PY: undefined,
  DA: undefined,
  Y1: undefined,
  IS: undefined,
  SP: undefined,
  EP: undefined,
  C7: undefined,
  ET: undefined,
  SN: undefined,
  DO: undefined,
  DI: undefined,
  M3: undefined,
  L3: undefined,
  C2: undefined,
  AN: undefined,
});

export interface Entry {
  readonly type: string;
  readonly at: number;
  readonly draft: Draft;
  readonly kept: Record<string, string>;
  readonly special: Special;
  key: string;
  /** How many tags it has beside its type. */
  tags: number;
  keywords: string[] | null;
  /** Where a line that goes on is added. */
  last: Tag | null;
  lastName: string;
}

/** An entry that begins; `type` is what its `TY` says, empty where it has none. */
export function newEntry(type: string, at: number): Entry {
  const code = type.toUpperCase();
  return {
    type: code,
    at,
    draft: { id: '', type: typeOfTag(code) },
    kept: {},
    special: noSpecial(),
    key: '',
    tags: 0,
    keywords: null,
    last: null,
    lastName: '',
  };
}

export function keep(entry: Entry, name: string, value: string): void {
  const before = entry.kept[name];
  entry.kept[name] = before === undefined ? value : `${before}\n${value}`;
}

/** Gives what was kept of a tag with one value to a variable that has none. */
export function takeKept({ draft, kept }: Entry, variable: string, tag: string): boolean {
  const value = kept[tag];
  if (value === undefined || value.includes('\n') || !take(draft, variable, value)) return false;
  delete kept[tag];
  if (tag !== tagFor(variable)) kept[readAs(variable)] = tag;
  return true;
}

/** Takes a tag and its value. */
export function addTag(entry: Entry, first: number, second: number, value: string): void {
  entry.tags++;
  entry.last = null;
  const tag = tagOf(first, second);
  if (tag === undefined) {
    const name = String.fromCharCode(first, second);
    if (name === 'ID') {
      // Of several the last is the key.
      if (entry.key !== '' && value !== '') keep(entry, '@ID', entry.key);
      if (value !== '' || entry.key === '') entry.key = value;
    } else if (value !== '') keep(entry, name, value);
    entry.lastName = value === '' ? '' : name;
    return;
  }
  entry.lastName = tag.name;
  if (value === '') {
    entry.last = tag;
    return;
  }
  const { draft } = entry;
  const { kind, variable, name } = tag;
  if (kind === 'text') {
    if (draft[variable] === undefined) {
      draft[variable] = variable === 'title' && value.includes('  ') ? value.replace(/\s+/g, ' ') : value;
      entry.last = tag;
      if (name !== tagFor(variable)) entry.kept[readAs(variable)] = name;
    } else keep(entry, name, value);
  } else if (kind === 'names') {
    addName(entry, tag, value);
    entry.last = tag;
  } else if (kind === 'keywords') {
    if (entry.keywords === null) entry.keywords = [value];
    else entry.keywords.push(value);
  } else if (kind === 'date') {
    const date = draft[variable] === undefined ? looseDate(value) : null;
    if (date) draft[variable] = date;
    else keep(entry, name, value);
  } else {
    const own = name as keyof Special;
    if (entry.special[own] === undefined) {
      entry.special[own] = value;
      entry.last = tag;
    } else keep(entry, name, value);
  }
}

/** A person or body as a line of RIS names them. */
export const nameOf = (value: string): CslName => commaName(value, true);

function addName(entry: Entry, tag: Tag, value: string): void {
  const several = listedNames(value);
  if (several === null) addOneName(entry, tag, value);
  else for (const each of several) addOneName(entry, tag, each);
}

function addOneName(entry: Entry, { name, variable }: Tag, value: string): void {
  const { draft, kept } = entry;
  const as = kept[readAs(variable)] ?? tagFor(variable);
  const names = draft[variable] as CslName[] | undefined;
  if (!/[^\s,]/.test(value)) return;
  const one = nameOf(value);
  // A work's first author may stand in `A1` and the others in `AU`; some say all in both.
  const isOther = names !== undefined && name !== as;
  const isMore = isOther && variable === 'author' && !names.some(each => JSON.stringify(each) === JSON.stringify(one));
  if ((isOther && !isMore) || isNobody(value)) {
    keep(entry, name, value);
    return;
  }
  if (names === undefined) {
    draft[variable] = [one];
    if (name !== as) kept[readAs(variable)] = name;
  } else names.push(one);
  // Degrees and the like are no part of a name, and are given back with it.
  if (/[([&،，]|,.*,|Ph|M\.D/.test(value) && writtenName(one) !== value) keep(entry, `@${name}`, value);
}

/** Takes a line that goes on with the value before it; false where there is none that it could belong to. */
export function addMore(entry: Entry, line: string): boolean {
  const { draft, last, lastName } = entry;
  if (last?.kind === 'names') addName(entry, last, line);
  else if (last?.kind === 'text') {
    const before = draft[last.variable];
    draft[last.variable] = typeof before === 'string' ? `${before}${last.variable === 'URL' ? '' : ' '}${line}` : line;
  } else if (last?.kind === 'special') {
    const name = last.name as keyof Special;
    entry.special[name] = `${entry.special[name] ?? ''} ${line}`.trim();
  } else if (lastName === 'ID') entry.key = `${entry.key} ${line}`.trim();
  else if (lastName === 'KW') entry.keywords = [...(entry.keywords ?? []), line];
  else if (lastName !== '' && entry.kept[lastName] !== undefined) entry.kept[lastName] += ` ${line}`;
  else return false;
  return true;
}
