/** Names and values of fields, for somebody who decides between two. */
import { plainText } from '../../../core/library/texts.ts';
import type { CslDate, CslName } from '../../../core/references/csl.ts';
import { variableName } from '../../library/entry/field-names.ts';
import { type Say, type WordKey, say as wordsOf } from '../../words/index.ts';
import { TYPES } from '../references/types.ts';

const KNOWN: Readonly<Record<string, WordKey<'team'>>> = {
  'item.title': 'field_title',
  'item.author': 'field_author',
  'item.editor': 'field_editor',
  'item.issued': 'field_issued',
  'item.container-title': 'field_journal',
  'item.volume': 'field_volume',
  'item.issue': 'field_issue',
  'item.page': 'field_page',
  'item.abstract': 'field_abstract',
  'item.type': 'field_type',
  key: 'field_key',
  trashed: 'field_trashed',
  name: 'field_name',
  parent: 'field_parent',
};
const GROUPS: Readonly<Record<string, WordKey<'team'>>> = {
  note: 'field_note',
  tag: 'field_tag',
  collection: 'field_collection',
  file: 'field_file',
};

/** "Title" for `item.title`; a field without a name of ours by the one that it has in CSL or in its file. */
export function fieldName(say: Say<'team'>, field: string): string {
  const known = KNOWN[field];
  if (known) return say(known);
  const dot = field.indexOf('.');
  const name = field.slice(dot + 1);
  const group = GROUPS[field.slice(0, Math.max(dot, 0))];
  return group ? say(group, { name }) : variableName(name, wordsOf('references'), wordsOf('library'));
}

const nameText = ({ family, given, literal }: CslName): string => literal ?? [family, given].filter(Boolean).join(', ');

function dateText(date: CslDate): string {
  const parts = (date['date-parts'] ?? []).map(part => part.map(number => String(number).padStart(2, '0')).join('-'));
  return parts.length > 0 ? parts.join(' / ') : (date.literal ?? date.raw ?? '');
}

/** A value as it is read. */
export function valueText(say: Say<'team'>, value: unknown): string {
  if (value === null || value === undefined || value === '') return say('empty');
  if (value === true || value === false) return say(value ? 'yes' : 'no');
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (Array.isArray(value))
    return value.map(inner => (typeof inner === 'object' ? nameText(inner as CslName) : String(inner))).join('; ');
  const { name } = value as { readonly name?: unknown };
  return typeof name === 'string' ? name : dateText(value as CslDate) || JSON.stringify(value);
}

/** The same of a field whose values are no words: a type by its name, a title or abstract without markup. */
export function shownValue(say: Say<'team'>, field: string, value: unknown): string {
  if (field === 'item.type') {
    const known = TYPES.find(([type]) => type === value);
    return known ? wordsOf('references')(known[1]) : valueText(say, value);
  }
  const isText = typeof value === 'string' && value !== '' && field.startsWith('item.');
  return isText ? plainText(value) : valueText(say, value);
}
