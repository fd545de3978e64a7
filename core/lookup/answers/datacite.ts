/** DataCite's DOIs (api.datacite.org, JSON:API, metadata schema 4) as references: data, software, preprints of arXiv. */
import { isoDate } from '../../formats/dates.ts';
import { type Draft, joinPages, take } from '../../formats/item.ts';
import { commaName } from '../../formats/names.ts';
import { abstractText, richText } from '../../formats/published.ts';
import type { CslName } from '../../references/csl.ts';
import { type Described, describedBy } from './entry.ts';
import { firstOf, type Json, listOf, objectOf, parsedObject, wordsOf } from './json.ts';

/** `resourceTypeGeneral` as CSL's types. */
const TYPES: Readonly<Record<string, string>> = {
  JournalArticle: 'article-journal',
  Preprint: 'article',
  Text: 'document',
  Book: 'book',
  BookChapter: 'chapter',
  ConferencePaper: 'paper-conference',
  ConferenceProceeding: 'book',
  Dissertation: 'thesis',
  Report: 'report',
  Dataset: 'dataset',
  Software: 'software',
  Audiovisual: 'motion_picture',
  Image: 'graphic',
  PeerReview: 'review',
  Standard: 'standard',
};

function creatorOf(value: unknown): CslName | null {
  const { name, nameType, givenName, familyName } = objectOf(value);
  const [family, given, whole] = [wordsOf(familyName), wordsOf(givenName), wordsOf(name)];
  if (family !== '') return { family, ...(given === '' ? {} : { given }) };
  if (whole === '') return null;
  return nameType === 'Organizational' ? { literal: whole } : commaName(whole, true);
}

function typed(value: unknown, key: string, wanted: string): Json {
  return (
    listOf(value)
      .map(objectOf)
      .find(each => each[key] === wanted) ?? {}
  );
}

/** The answer to `dois/{doi}`; null where it is none of DataCite's. */
export function readDatacite(text: string): Described | null {
  const attributes = objectOf(objectOf(parsedObject(text)?.data).attributes);
  if (Object.keys(attributes).length === 0) return null;
  const types = objectOf(attributes.types);
  const arxiv = /^10\.48550\/arxiv\.(.+)$/i.exec(wordsOf(attributes.doi))?.[1];
  const general = wordsOf(types.resourceTypeGeneral);
  const draft: Draft = { type: arxiv ? 'article' : (TYPES[general] ?? 'document') };
  const titles = listOf(attributes.titles).map(objectOf);
  const main = titles.find(({ titleType }) => !titleType) ?? titles[0];
  const subtitle = richText(wordsOf(typed(titles, 'titleType', 'Subtitle').title));
  take(draft, 'title', [richText(wordsOf(main?.title)), subtitle].filter(Boolean).join(': '));
  take(
    draft,
    'author',
    listOf(attributes.creators).flatMap(each => creatorOf(each) ?? []),
  );
  const issued = wordsOf(typed(attributes.dates, 'dateType', 'Issued').date);
  take(draft, 'issued', isoDate(issued.slice(0, 10)) ?? isoDate(wordsOf(attributes.publicationYear)));
  const container = objectOf(attributes.container);
  take(draft, 'container-title', wordsOf(container.title));
  take(draft, 'volume', wordsOf(container.volume));
  take(draft, 'issue', wordsOf(container.issue));
  take(draft, 'page', joinPages(wordsOf(container.firstPage), wordsOf(container.lastPage)));
  take(draft, 'publisher', wordsOf(objectOf(attributes.publisher).name) || wordsOf(attributes.publisher));
  take(draft, 'DOI', wordsOf(attributes.doi));
  if (arxiv) {
    take(draft, 'number', `arXiv:${arxiv}`);
    take(draft, 'genre', 'preprint');
  } else if (general === 'Preprint') take(draft, 'genre', 'preprint');
  else if (general === 'Dissertation') take(draft, 'genre', wordsOf(types.resourceType));
  take(draft, 'version', wordsOf(attributes.version));
  take(draft, 'language', wordsOf(attributes.language));
  take(draft, 'URL', wordsOf(attributes.url));
  take(
    draft,
    'abstract',
    abstractText(firstOf(typed(attributes.descriptions, 'descriptionType', 'Abstract').description)),
  );
  if (draft.title === undefined) return null;
  return describedBy(draft, null);
}
