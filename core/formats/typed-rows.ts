/** Rows that several formats have under names of their own, where the type of an entry decides what a field means. */
import type { CslDate, CslItem } from '../references/csl.ts';
import { type Draft, take } from './item.ts';
import { joinKeywords, splitKeywords } from './keywords.ts';
import { withoutMarkup } from './markup.ts';
import { medlineDate, writtenMedlineDate } from './medline-date.ts';
import type { Fields, Put, Row } from './rows.ts';

const bare = (value: string) => withoutMarkup(value).replace(/\s+/g, ' ').trim();
const first = (fields: Fields, name: string) => fields.get(name)?.[0] ?? '';

/** Journals, magazines, newspapers and preprints. */
export const isArticle = (type: string) => type.startsWith('article');

/** A row for types where its fields mean this; elsewhere they are kept as they are. */
export function forTypes(types: RegExp, row: Row): Row {
  return {
    ...row,
    read: (fields: Fields, draft: Draft) => {
      if (types.test(draft.type)) row.read(fields, draft);
    },
    write: (item: CslItem, put: Put, kept: Fields) => {
      if (types.test(item.type)) row.write(item, put, kept);
    },
  };
}

/** A year and the rest of its date kept apart: "2018" and "May 3", "2018/05/03", "3 mai 2018". */
function dateOf(year: string, day: string): CslDate | null {
  if (year === '' || /\b\d{4}\b/.test(day)) return medlineDate(day) ?? medlineDate(year);
  if (day === '' || !/^\d{4}$/.test(year)) return medlineDate(year);
  const whole = medlineDate(`${year} ${day}`);
  // What is no date beside the year stays in its own field.
  return whole?.literal === undefined ? whole : medlineDate(year);
}

/** The date of publication in two fields. */
export function yearAndDay(year: string, day: string): Row {
  return {
    fields: [year, day],
    variables: ['issued'],
    read: (fields, draft) => take(draft, 'issued', dateOf(bare(first(fields, year)), bare(first(fields, day)))),
    write: (item, put) => {
      const printed = writtenMedlineDate(item.issued);
      const [, onlyYear = printed, rest = ''] = /^(\d{4}) (.+)$/.exec(printed) ?? [];
      put(year, onlyYear);
      put(day, rest);
    },
  };
}

/** An article's number is its issue's, a chapter's one in a series, a report's its own. */
const numberVariable = (type: string) =>
  isArticle(type) || type === 'periodical' || type === 'post-weblog'
    ? 'issue'
    : /^(?:book|chapter|paper-conference|entry-.*)$/.test(type)
      ? 'collection-number'
      : 'number';

/** The number of an issue, in a series, or of a report. */
export function typedNumber(...fields: readonly [string, ...string[]]): Row {
  return {
    fields,
    variables: ['issue', 'collection-number', 'number'],
    read: (entry, draft) =>
      take(
        draft,
        numberVariable(draft.type),
        bare(fields.map(name => first(entry, name)).find(value => value !== '') ?? ''),
      ),
    write: (item, put) => {
      const value = item[numberVariable(item.type)];
      put(fields[0], value === undefined ? '' : String(value));
    },
  };
}

const serialVariable = (type: string) =>
  isArticle(type) || type === 'periodical' ? 'ISSN' : /^(?:report|patent|standard)$/.test(type) ? 'number' : 'ISBN';

/** One field for ISSN, ISBN and the numbers of reports and patents; of several, the first holds. */
export function serialNumber(field: string): Row {
  return {
    fields: [field],
    variables: ['ISSN', 'ISBN', 'number'],
    read: (fields, draft) => {
      const [value = ''] = first(fields, field).split('\n');
      const issn = /\b\d{4}-?\d{3}[\dXx]\b/.exec(value)?.[0];
      const variable = serialVariable(draft.type);
      take(draft, variable, variable === 'ISSN' && issn !== undefined ? issn : bare(value));
    },
    write: (item, put) => {
      const variable = serialVariable(item.type);
      // A report's number is written in one field only, which is another.
      if (variable !== 'number') put(field, item[variable] as string | undefined);
    },
  };
}

/** Keywords, where some write one a field and some one a line. */
export function keywordList(field: string): Row {
  return {
    fields: [field],
    variables: ['keyword'],
    read: (fields, draft) => {
      const words = (fields.get(field) ?? []).flatMap(value => value.split('\n'));
      take(draft, 'keyword', joinKeywords(words.map(word => word.replace(/^\s*\*/, ''))));
    },
    write: (item, put) => {
      for (const word of splitKeywords(String(item.keyword ?? ''))) put(field, word);
    },
  };
}
