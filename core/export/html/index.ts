/**
 * A manuscript as one HTML page that needs nothing beside it: images and charts stand inside, nothing is fetched and no script
 * runs, which the page's own policy also forbids.
 */
import { lettersOf } from '../../manuscript/letters.ts';
import type { BibliographyEntry, Division, Manuscript, PrintedBlock } from '../../manuscript/types.ts';
import { noteCalls, placeOfNotes, withoutCalls } from '../../manuscript/walk.ts';
import type { Language } from '../../report/types.ts';
import { dataUri } from '../data-uri.ts';
import { element, escapeText, identifier, voidElement } from '../markup.ts';
import { COLON, NOTES, SEMICOLON, UNTITLED } from '../wording.ts';
import { type AddressOf, chartHtml, figureHtml, tableHtml } from './floats.ts';
import { frontHtml } from './front.ts';
import { type Calls, noteHtml, runsHtml } from './runs.ts';
import { STYLE, STYLE_HASH } from './style.ts';

export interface HtmlOptions {
  /** Bytes by asset name; a figure whose bytes are not there keeps its caption. */
  readonly images: Readonly<Record<string, Uint8Array>>;
  /** "Casewright 0.1.0". */
  readonly creator: string;
}

const WORDS = {
  en: { skip: 'Skip to the text', contents: 'Contents', back: 'Back to citation' },
  fr: { skip: 'Aller au texte', contents: 'Sommaire', back: 'Retour à l’appel' },
} as const;

interface Context {
  readonly manuscript: Manuscript;
  readonly addressOf: AddressOf;
  readonly calls: Calls;
}

/** The page. Same manuscript, same text. */
export function writeHtml(manuscript: Manuscript, { images, creator }: HtmlOptions): string {
  const { language, clusters } = manuscript;
  const words = WORDS[language];
  const calls: Calls = {
    byReference: new Map(),
    seen: new Set(),
    cited: citation => (clusters[citation] ?? []).map(({ reference }) => reference),
  };
  const context: Context = {
    manuscript,
    calls,
    addressOf: asset => {
      const bytes = images[asset];
      return bytes && dataUri(asset, bytes);
    },
  };
  const head = headHtml(manuscript, creator);
  const header = frontHtml(manuscript, calls);
  // The bibliography leads back to the calls, so what calls it is written first wherever it stands.
  const written = new Map<Division, string>();
  const last = manuscript.divisions.filter(({ kind }) => kind === 'references');
  for (const division of [...manuscript.divisions.filter(({ kind }) => kind !== 'references'), ...last])
    written.set(division, divisionHtml(division, context));
  const body = [
    element('a', { class: 'skip', href: '#text' }, escapeText(words.skip)),
    header,
    contentsHtml(manuscript, words.contents),
    element('main', { id: 'text' }, ...withNotes(manuscript, division => `${written.get(division) ?? ''}\n`)),
  ];
  return `<!doctype html>\n${element('html', { lang: language }, `\n${head}\n`, element('body', {}, `\n${body.join('\n')}\n`), '\n')}\n`;
}

function headHtml(manuscript: Manuscript, creator: string): string {
  const keywords = [...new Set(manuscript.divisions.flatMap(({ keywords: found }) => found?.words ?? []))];
  const meta = (name: string, content: string) => (content === '' ? [] : [voidElement('meta', { name, content })]);
  return element(
    'head',
    {},
    [
      '',
      voidElement('meta', { charset: 'utf-8' }),
      voidElement('meta', {
        'http-equiv': 'Content-Security-Policy',
        content: `default-src 'none'; img-src data:; style-src '${STYLE_HASH}'; base-uri 'none'; form-action 'none'`,
      }),
      voidElement('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      voidElement('meta', { name: 'color-scheme', content: 'light dark' }),
      element(
        'title',
        {},
        escapeText(lettersOf(withoutCalls(manuscript.title)).trim() || UNTITLED[manuscript.language]),
      ),
      ...meta('author', manuscript.authors.map(({ name }) => name).join(', ')),
      ...meta('keywords', keywords.join(', ')),
      ...meta('generator', creator),
      element('style', {}, STYLE),
      '',
    ].join('\n'),
  );
}

const headingOf = ({ number, heading }: Division) => [number, heading].filter(part => part !== '').join(' ');

/** The divisions with the notes in their place. */
function withNotes(manuscript: Manuscript, write: (division: Division) => string): readonly string[] {
  const { divisions, language } = manuscript;
  const calls = noteCalls(manuscript);
  if (calls.length === 0) return divisions.map(write);
  const list = calls.map(({ note }) => `\n${noteHtml(note, WORDS[language].back)}`);
  const notes = element(
    'section',
    { id: 'notes', class: 'notes', 'aria-labelledby': 'notes-heading', role: 'doc-endnotes' },
    element('h2', { id: 'notes-heading' }, escapeText(NOTES[language])),
    element('ol', { class: 'bibliography numbered' }, ...list, '\n'),
  );
  const place = placeOfNotes(manuscript);
  return [...divisions.slice(0, place).map(write), `${notes}\n`, ...divisions.slice(place).map(write)];
}

function contentsHtml(manuscript: Manuscript, label: string): string {
  const { divisions, language } = manuscript;
  const items = divisions.map(division =>
    element(
      'li',
      division.language === language ? {} : { lang: division.language },
      element('a', { href: `#${identifier(division.anchor)}` }, escapeText(headingOf(division))),
    ),
  );
  if (noteCalls(manuscript).length > 0)
    items.splice(
      placeOfNotes(manuscript),
      0,
      element('li', {}, element('a', { href: '#notes' }, escapeText(NOTES[language]))),
    );
  if (items.length === 0) return '';
  return element(
    'nav',
    { 'aria-labelledby': 'contents' },
    element('h2', { id: 'contents' }, escapeText(label)),
    element('ul', {}, ...items),
  );
}

function divisionHtml(division: Division, context: Context): string {
  const id = identifier(division.anchor);
  const { kind, language, keywords } = division;
  const words = keywords
    ? element(
        'p',
        { class: 'keywords' },
        element('b', {}, escapeText(keywords.heading + COLON[language].trimEnd())),
        ` ${escapeText(keywords.words.join(SEMICOLON[language]))}`,
      )
    : '';
  return element(
    'section',
    {
      id,
      class: kind,
      'aria-labelledby': `${id}-heading`,
      ...(language === context.manuscript.language ? {} : { lang: language }),
      ...(kind === 'references' ? { role: 'doc-bibliography' } : kind === 'abstract' ? { role: 'doc-abstract' } : {}),
    },
    element('h2', { id: `${id}-heading` }, escapeText(headingOf(division))),
    blocksHtml(division.blocks, context, 2),
    words,
  );
}

/** Blocks below a heading of rank `above`; a heading is at most one rank lower than the one before it. */
function blocksHtml(blocks: readonly PrintedBlock[], context: Context, above: number): string {
  const { calls, addressOf } = context;
  let rank = above;
  return blocks
    .map(block => {
      switch (block.kind) {
        case 'paragraph':
          return element('p', {}, runsHtml(block.runs, calls));
        case 'heading': {
          rank = Math.min(above + block.level, rank + 1);
          const number = block.number === '' ? '' : `${escapeText(block.number)} `;
          return element(`h${rank}`, { id: identifier(block.anchor) }, number, runsHtml(block.runs, calls));
        }
        case 'list':
          return element(
            block.ordered ? 'ol' : 'ul',
            {},
            ...block.items.map(item => element('li', {}, blocksHtml(item, context, rank))),
          );
        case 'table':
          return tableHtml(block, calls);
        case 'figure':
          return figureHtml(block, addressOf, calls);
        case 'chart':
          return chartHtml(block, calls);
        case 'bibliography':
          return bibliographyHtml(context);
      }
    })
    .join('\n');
}

function bibliographyHtml({ manuscript: { bibliography, language }, calls }: Context): string {
  const numbered = bibliography.some(({ label }) => label !== '');
  return element(
    numbered ? 'ol' : 'ul',
    { class: numbered ? 'bibliography numbered' : 'bibliography' },
    ...bibliography.map(entry => `\n${entryHtml(entry, language, calls)}`),
    '\n',
  );
}

function entryHtml(entry: BibliographyEntry, language: Language, calls: Calls): string {
  const backs = (calls.byReference.get(entry.reference) ?? []).map((id, index) =>
    element(
      'a',
      { href: `#${id}`, role: 'doc-backlink', class: 'back', 'aria-label': `${WORDS[language].back} ${index + 1}` },
      '↩',
    ),
  );
  const label = entry.label === '' ? '' : element('span', { class: 'label' }, escapeText(entry.label));
  const text = element('span', { class: 'entry' }, [runsHtml(entry.runs, calls), ...backs].join(' '));
  return element('li', { id: identifier(entry.anchor) }, label, text);
}
