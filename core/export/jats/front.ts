/** What JATS says of an article before its text: title, people, abstracts, keywords, funding, counts. */
import { lettersOf } from '../../manuscript/letters.ts';
import type { Division, Manuscript, PrintedBlock } from '../../manuscript/types.ts';
import { printedFloats, withoutCalls } from '../../manuscript/walk.ts';
import { element, emptyElement, escapeText } from '../markup.ts';
import { UNTITLED } from '../wording.ts';
import { type Context, sectionContent } from './blocks.ts';
import { runsXml } from './runs.ts';

const SUBJECT = { en: 'Case Report', fr: 'Cas clinique' } as const;

/** `article-meta`, in the order that both tag sets allow. */
export function articleMeta(manuscript: Manuscript, context: Context): string {
  const { language, divisions, title, runningTitle } = manuscript;
  const abstracts = divisions.filter(({ kind }) => kind === 'abstract');
  const own = abstracts.filter(abstract => abstract.language === language);
  const others = abstracts.filter(abstract => abstract.language !== language);
  return element(
    'article-meta',
    {},
    ...[
      element(
        'article-categories',
        {},
        element('subj-group', { 'subj-group-type': 'heading' }, element('subject', {}, SUBJECT[language])),
      ),
      element(
        'title-group',
        {},
        element('article-title', {}, runsXml(title, context.targets) || UNTITLED[language]),
        runningTitle === '' ? '' : element('alt-title', { 'alt-title-type': 'running-head' }, escapeText(runningTitle)),
      ),
      people(manuscript),
      notes(manuscript, context),
      emptyElement('pub-date-not-available', {}),
      ...own.map(abstract => abstractXml('abstract', abstract, context)),
      ...others.map(abstract => abstractXml('trans-abstract', abstract, context)),
      ...abstracts.map(keywordsXml),
      funding(divisions, context),
      counts(manuscript),
    ]
      .filter(xml => xml !== '')
      .map(xml => `\n${xml}`),
    '\n',
  );
}

const affiliationId = (index: number) => `aff-${index + 1}`;
const correspondenceId = (index: number) => `cor-${index + 1}`;

function people({ authors, affiliations }: Manuscript): string {
  if (authors.length === 0) return '';
  let corresponding = -1;
  const contributors = authors.map(author => {
    if (author.corresponding) corresponding++;
    return element(
      'contrib',
      { 'contrib-type': 'author', ...(author.corresponding ? { corresp: 'yes' } : {}) },
      author.orcid === undefined
        ? ''
        : element(
            'contrib-id',
            { 'contrib-id-type': 'orcid', authenticated: 'false' },
            escapeText(`https://orcid.org/${author.orcid}`),
          ),
      author.family === ''
        ? element('string-name', {}, escapeText(author.name))
        : element(
            'name',
            {},
            element('surname', {}, escapeText(author.family)),
            author.given === '' ? '' : element('given-names', {}, escapeText(author.given)),
          ),
      ...author.affiliations.map(index =>
        element('xref', { 'ref-type': 'aff', rid: affiliationId(index) }, escapeText(affiliations[index]?.mark ?? '')),
      ),
      author.corresponding ? element('xref', { 'ref-type': 'corresp', rid: correspondenceId(corresponding) }, '*') : '',
    );
  });
  const places = affiliations.map(({ mark, name, city, country }, index) => {
    const parts = [
      name === '' ? '' : element('institution', {}, escapeText(name)),
      city === '' ? '' : element('city', {}, escapeText(city)),
      country === '' ? '' : element('country', {}, escapeText(country)),
    ].filter(part => part !== '');
    return element(
      'aff',
      { id: affiliationId(index) },
      mark === '' ? '' : element('label', {}, escapeText(mark)),
      parts.join(', '),
    );
  });
  return element('contrib-group', {}, ...contributors.map(xml => `\n${xml}`), ...places.map(xml => `\n${xml}`));
}

function notes({ correspondence }: Manuscript, { targets }: Context): string {
  if (correspondence.length === 0) return '';
  return element(
    'author-notes',
    {},
    ...correspondence.map((runs, index) => element('corresp', { id: correspondenceId(index) }, runsXml(runs, targets))),
  );
}

function abstractXml(name: 'abstract' | 'trans-abstract', division: Division, context: Context): string {
  return element(
    name,
    { 'xml:lang': division.language },
    element('title', {}, escapeText(division.heading)),
    sectionContent(division.blocks, context),
  );
}

function keywordsXml({ keywords, language }: Division): string {
  if (!keywords) return '';
  return element(
    'kwd-group',
    { 'kwd-group-type': 'author', 'xml:lang': language },
    element('title', {}, escapeText(keywords.heading)),
    ...keywords.words.map(word => element('kwd', {}, escapeText(word))),
  );
}

/** The statement of funding as authors wrote it; who gave what is not told apart in it, and not guessed. */
function funding(divisions: readonly Division[], { targets }: Context): string {
  const statement = divisions.find(({ place }) => place === 'funding');
  if (!statement) return '';
  const sentences = statement.blocks.flatMap(block => sentencesOf(block, targets));
  return element('funding-group', {}, element('funding-statement', {}, sentences.join(' ')));
}

function sentencesOf(block: PrintedBlock, targets: Context['targets']): readonly string[] {
  if (block.kind === 'paragraph' || block.kind === 'heading') return [runsXml(block.runs, targets)];
  if (block.kind === 'list') return block.items.flatMap(item => item.flatMap(inner => sentencesOf(inner, targets)));
  return [];
}

function counts(manuscript: Manuscript): string {
  const floats = printedFloats(manuscript);
  const tables = floats.filter(({ kind }) => kind === 'table').length;
  return element(
    'counts',
    {},
    emptyElement('fig-count', { count: floats.length - tables }),
    emptyElement('table-count', { count: tables }),
    emptyElement('ref-count', { count: manuscript.bibliography.length }),
  );
}

/** The title in plain letters. */
export const plainTitle = ({ title, language }: Manuscript): string =>
  lettersOf(withoutCalls(title)).trim() || UNTITLED[language];
