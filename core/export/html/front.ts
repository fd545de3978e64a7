/** Title, authors, where they work, whom to write to. */
import type { Manuscript } from '../../manuscript/types.ts';
import { element, escapeText } from '../markup.ts';
import { COLON, UNTITLED } from '../wording.ts';
import { type Calls, runsHtml } from './runs.ts';

/** The head of the page. */
export function frontHtml(manuscript: Manuscript, calls: Calls): string {
  const { title, authors, affiliations, correspondence, language } = manuscript;
  const names = authors.map(({ name, marks }) =>
    element(
      'span',
      { class: 'author' },
      escapeText(name),
      ...(marks.length === 0 ? [] : [element('sup', {}, escapeText(marks.join(',')))]),
    ),
  );
  const places = affiliations
    .filter(({ text }) => text !== '')
    .map(({ mark, text }) =>
      element('p', {}, ...(mark === '' ? [] : [element('sup', {}, escapeText(mark)), ' ']), escapeText(text)),
    );
  const orcids = authors.flatMap(({ name, orcid }) =>
    orcid === undefined
      ? []
      : [
          element(
            'p',
            {},
            escapeText(name + COLON[language]),
            element('a', { href: `https://orcid.org/${encodeURI(orcid)}` }, escapeText(`https://orcid.org/${orcid}`)),
          ),
        ],
  );
  return element(
    'header',
    {},
    element('h1', {}, runsHtml(title, calls) || escapeText(UNTITLED[language])),
    ...(names.length === 0 ? [] : [element('p', { class: 'authors' }, names.join(', '))]),
    ...places,
    ...correspondence.map(runs => element('p', {}, runsHtml(runs, calls))),
    ...orcids,
  );
}
