/** Rows that several formats have under names of their own, where the type of an entry decides what a field means. */
import type { CslDate, CslItem } from '../references/csl.ts';
import { dateFromFields } from './dates.ts';
import { type Draft, take } from './item.ts';
import { joinKeywords, splitKeywords } from './keywords.ts';
import { withoutMarkup } from './markup.ts';
import { medlineDate, medlineDateAndWords, writtenMedlineDate } from './medline-date.ts';
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
  if (year === '') return medlineDate(day);
  if (/\b\d{4}\b/.test(day)) {
    // "3-5 mars 2019", as meetings have it.
    const rest = day.endsWith(` ${year}`) && /\d ?[-–] ?\d/.test(day) ? day.slice(0, -year.length).trim() : '';
    return (rest === '' ? null : dateFromFields(year, rest)) ?? medlineDate(day) ?? medlineDate(year);
  }
  if (day === '' || !/^\d{4}$/.test(year)) return medlineDate(year);
  const whole = medlineDateAndWords(`${year} ${day}`);
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
function numberVariable(item: CslItem | Draft): string {
  const { type } = item;
  if (isArticle(type) || type === 'periodical' || type === 'post-weblog') return 'issue';
  if (type === 'paper-conference') return item['collection-title'] === undefined ? 'issue' : 'collection-number';
  if (type === 'document') return item['container-title'] === undefined ? 'number' : 'issue';
  return /^(?:book|chapter|entry-.*)$/.test(type) ? 'collection-number' : 'number';
}

/** The number of an issue, in a series, or of a report. */
export function typedNumber(...fields: readonly [string, ...string[]]): Row {
  return {
    fields,
    variables: ['issue', 'collection-number', 'number'],
    read: (entry, draft) =>
      take(
        draft,
        numberVariable(draft),
        bare(fields.map(name => first(entry, name)).find(value => value !== '') ?? ''),
      ),
    write: (item, put) => {
      // There is one place for all three: what the type has no number of is better there than nowhere.
      const value = item[numberVariable(item)] ?? item.issue ?? item['collection-number'] ?? item.number;
      put(fields[0], value === undefined ? '' : String(value));
    },
  };
}

/** Programs and data have versions. */
export const editionOf = (type: string): 'version' | 'edition' =>
  type === 'software' || type === 'dataset' ? 'version' : 'edition';

/** The edition, or the version. */
export function typedEdition(field: string): Row {
  return {
    fields: [field],
    variables: ['edition', 'version'],
    read: (fields, draft) => take(draft, editionOf(draft.type), first(fields, field)),
    write: (item, put) => {
      const value = item[editionOf(item.type)];
      put(field, value === undefined ? undefined : String(value));
    },
  };
}

const serialVariable = (type: string) =>
  isArticle(type) || type === 'periodical' ? 'ISSN' : /^(?:report|patent|standard)$/.test(type) ? 'number' : 'ISBN';

/** ISSN and ISBN by their form (ISO 3297, ISO 2108): eight digits, or ten and thirteen; undefined for what is neither. */
function serialOf(value: string): 'ISSN' | 'ISBN' | undefined {
  if (/^\D{0,6}\d{4}-\d{3}[\dXx]\b/.test(value)) return 'ISSN';
  const digits = /^\D{0,6}((?:\d[\s‐-]?){9,12}[\dXx])\b/.exec(value)?.[1]?.replace(/[\s‐-]/g, '').length;
  return digits === 10 || digits === 13 ? 'ISBN' : undefined;
}

/** One field for ISSN, ISBN and the numbers of reports and patents; of several of a kind, the first holds. */
export function serialNumber(field: string): Row {
  return {
    fields: [field],
    variables: ['ISSN', 'ISBN', 'number'],
    read: (fields, draft) => {
      const usual = serialVariable(draft.type);
      first(fields, field)
        .split('\n')
        .forEach((value, index) => {
          const variable = serialOf(value) ?? (index === 0 ? usual : undefined);
          if (variable === undefined) return;
          const issn = variable === 'ISSN' ? /\b\d{4}-?\d{3}[\dXx]\b/.exec(value)?.[0] : undefined;
          // "0727912771 (paperback)"
          const isbn =
            variable === 'ISBN' ? /^\s*((?:97[89][- ]?)?(?:\d[- ]?){9}[\dXx])\s+\(/.exec(value)?.[1] : undefined;
          take(draft, variable, issn ?? isbn ?? bare(value));
        });
    },
    write: (item, put) => {
      // A report's number is written in one field only, which is another.
      const usual = serialVariable(item.type);
      const numbers = (usual === 'ISSN' ? ['ISSN', 'ISBN'] : ['ISBN', 'ISSN']).flatMap(variable => {
        const value = item[variable];
        if (value === undefined) return [];
        // What would be read as the other of the two, or as a number of another kind, has no place here.
        const kind = serialOf(String(value));
        return (kind ?? usual) === variable ? [{ value, kind }] : [];
      });
      // Only the first may be of no form: below it, a line like that says nothing.
      put(
        field,
        numbers
          .filter(({ kind }, index) => index === 0 || kind !== undefined)
          .map(({ value }) => value)
          .join('\n'),
      );
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
