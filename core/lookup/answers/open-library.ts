/** Open Library's books (`api/books`, `jscmd=data`) as references. */
import { isoDate, looseDate } from '../../formats/dates.ts';
import { type Draft, take } from '../../formats/item.ts';
import { commaName } from '../../formats/names.ts';
import { type Described, describedBy } from './entry.ts';
import { listOf, objectOf, parsedObject, wordsOf } from './json.ts';

const namesIn = (value: unknown) =>
  listOf(value)
    .map(each => wordsOf(objectOf(each).name))
    .filter(Boolean);

/** The book of an ISBN; `unknown` where Open Library has none, null where the answer is none of its own. */
export function readOpenLibrary(text: string, isbn: string): Described | 'unknown' | null {
  const answer = parsedObject(text);
  if (!answer) return null;
  const book = objectOf(answer[`ISBN:${isbn}`]);
  const title = wordsOf(book.title);
  if (title === '') return Object.keys(answer).length === 0 ? 'unknown' : null;
  const draft: Draft = { type: 'book' };
  const subtitle = wordsOf(book.subtitle);
  take(draft, 'title', subtitle === '' ? title : `${title}: ${subtitle}`);
  take(
    draft,
    'author',
    namesIn(book.authors).map(name => commaName(name, true)),
  );
  take(draft, 'publisher', namesIn(book.publishers)[0]);
  take(draft, 'publisher-place', namesIn(book.publish_places)[0]);
  const date = wordsOf(book.publish_date);
  take(draft, 'issued', looseDate(date) ?? isoDate(/\b\d{4}\b/.exec(date)?.[0] ?? ''));
  take(draft, 'number-of-pages', wordsOf(book.number_of_pages));
  take(draft, 'ISBN', isbn);
  take(draft, 'URL', wordsOf(book.url));
  return describedBy(draft, null);
}
