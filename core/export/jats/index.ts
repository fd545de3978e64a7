/**
 * A manuscript as JATS 1.3 (ANSI/NISO Z39.96-2021), in the tag set for archives or the stricter one for publishers. What a
 * manuscript does not know (journal, dates, identifiers) is left out or, where the standard asks, said to be not available.
 */
import type { Division, Manuscript } from '../../manuscript/types.ts';
import { noteCalls, printedFloats } from '../../manuscript/walk.ts';
import { figureFiles } from '../figure-files.ts';
import { element, emptyElement, escapeText, identifier } from '../markup.ts';
import { blocksXml, type Context, paragraphsXml, sectionContent } from './blocks.ts';
import { articleMeta } from './front.ts';
import { referenceList } from './references.ts';
import { noteXml, type TargetKind } from './runs.ts';

export type TagSet = 'archiving' | 'publishing';

const DOCTYPES: Readonly<Record<TagSet, string>> = {
  archiving:
    '<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Archiving and Interchange DTD v1.3 20210610//EN" "JATS-archivearticle1-3.dtd">',
  publishing:
    '<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.3 20210610//EN" "JATS-journalpublishing1-3.dtd">',
};

/** Publishers' articles say which journal they are of; a manuscript is of none yet, so the places are empty. */
const JOURNAL = '\n<journal-meta><journal-id journal-id-type="publisher-id"/><issn/></journal-meta>';

/** `sec-type` of sections, as the tag library lists them. */
const SECTION_TYPES: Readonly<Partial<Record<Division['place'], string>>> = {
  introduction: 'intro',
  observation: 'cases',
  discussion: 'discussion',
  conclusion: 'conclusions',
};

export interface JatsOptions {
  readonly tagSet: TagSet;
  /** Of the graphics, beside the article; named as by `figureFiles`, charts as pixels too. */
  readonly folder: string;
}

/** The article. Same manuscript, same text. */
export function writeJats(manuscript: Manuscript, { tagSet, folder }: JatsOptions): string {
  const context: Context = { targets: targetsOf(manuscript), files: figureFiles(manuscript), folder };
  const { divisions } = manuscript;
  const body = divisions.filter(({ kind }) => kind === 'section').map(division => sectionXml(division, context));
  const notes = noteCalls(manuscript).map(({ note }) => `\n${noteXml(note, context.targets)}`);
  const back = [
    ...(notes.length === 0 ? [] : [element('fn-group', {}, ...notes)]),
    ...divisions
      .filter(({ kind }) => kind === 'statement' || kind === 'references')
      .map(division => backXml(division, manuscript, context)),
  ].filter(xml => xml !== '');
  const article = element(
    'article',
    {
      'article-type': 'case-report',
      'dtd-version': '1.3',
      'xml:lang': manuscript.language,
      'xmlns:xlink': 'http://www.w3.org/1999/xlink',
    },
    '\n',
    emptyElement('processing-meta', { 'tagset-family': 'jats', 'base-tagset': tagSet, 'table-model': 'xhtml' }),
    '\n',
    element('front', {}, tagSet === 'publishing' ? JOURNAL : '', '\n', articleMeta(manuscript, context), '\n'),
    '\n',
    element('body', {}, ...body.map(xml => `\n${xml}`), '\n'),
    '\n',
    ...(back.length === 0 ? [] : [element('back', {}, ...back.map(xml => `\n${xml}`), '\n'), '\n']),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${DOCTYPES[tagSet]}\n${article}\n`;
}

function targetsOf(manuscript: Manuscript): ReadonlyMap<string, TargetKind> {
  const targets = new Map<string, TargetKind>(manuscript.bibliography.map(({ anchor }) => [anchor, 'bibr']));
  for (const float of printedFloats(manuscript)) targets.set(float.anchor, float.kind === 'table' ? 'table' : 'fig');
  return targets;
}

function sectionXml(division: Division, context: Context): string {
  return element(
    'sec',
    { id: identifier(division.anchor), 'sec-type': SECTION_TYPES[division.place] },
    ...(division.number === '' ? [] : [element('label', {}, escapeText(division.number))]),
    element('title', {}, escapeText(division.heading)),
    '\n',
    sectionContent(division.blocks, context),
    '\n',
  );
}

/** A statement where JATS has its place; funding stands in the front. */
function backXml(division: Division, manuscript: Manuscript, context: Context): string {
  const title = element('title', {}, escapeText(division.heading));
  const id = identifier(division.anchor);
  const note = (type: string) =>
    element('fn-group', {}, title, element('fn', { id, 'fn-type': type }, paragraphsXml(division.blocks, context)));
  const notes = (type: string) =>
    element('notes', { id, 'notes-type': type }, title, blocksXml(division.blocks, context));
  switch (division.place) {
    case 'references':
      return referenceList(manuscript, division.heading, context.targets);
    case 'acknowledgements':
      return element('ack', { id }, title, paragraphsXml(division.blocks, context));
    case 'conflicts':
      return note('coi-statement');
    case 'contributions':
      return note('con');
    case 'funding':
      return '';
    case 'consent':
      return notes('patient-consent');
    case 'ethics':
      return notes('ethics-statement');
    default:
      return element('sec', { id, 'sec-type': division.place }, title, sectionContent(division.blocks, context));
  }
}
