/**
 * A manuscript as Pandoc's Markdown: citations stay citations (`[@key, p. 3]`), set anew by Pandoc from the references and the
 * style that lie beside the text; mentions of figures and tables are links.
 */
import type { Division, Manuscript, PrintedBlock } from '../../manuscript/types.ts';
import { noteCalls } from '../../manuscript/walk.ts';
import { figureFiles } from '../figure-files.ts';
import { identifier } from '../markup.ts';
import { COLON, SEMICOLON, UNTITLED } from '../wording.ts';
import { chartMarkdown, type Figures, figureMarkdown, tableMarkdown } from './floats.ts';
import { type Cited, escapeMarkdown, notesMarkdown, paragraphStart, runsMarkdown, titleMarkdown } from './text.ts';

export interface MarkdownOptions {
  /** Beside the text: the folder of its images, and the two files that Pandoc sets citations from. */
  readonly folder: string;
  readonly bibliography: string;
  readonly style: string;
  /** What that bibliography calls each reference. */
  readonly keys: ReadonlyMap<string, string>;
}

const TAGS = { en: 'en-GB', fr: 'fr-FR' } as const;

interface Context {
  readonly manuscript: Manuscript;
  readonly figures: Figures;
  readonly cited: Cited;
}

/** The text. Same manuscript, same text. */
export function writeMarkdown(manuscript: Manuscript, options: MarkdownOptions): string {
  const context: Context = {
    manuscript,
    figures: { files: figureFiles(manuscript), folder: options.folder },
    cited: citation =>
      (manuscript.clusters[citation] ?? []).flatMap(item => {
        const key = options.keys.get(item.reference);
        return key === undefined ? [] : [{ ...item, reference: key }];
      }),
  };
  return `${[
    metadata(context, options),
    ...front(context),
    ...manuscript.divisions.map(division => divisionMarkdown(division, context)),
    ...notesMarkdown(textCalls(manuscript), context.cited),
  ].join('\n\n')}\n`;
}

/** Calls of notes in the text; those of the title stand in it. */
const textCalls = ({ divisions }: Manuscript) => noteCalls({ title: [], divisions });

/** JSON's strings are YAML's. */
const yaml = (text: string): string => JSON.stringify(text);

function metadata({ manuscript, cited }: Context, { bibliography, style }: MarkdownOptions): string {
  const { title, authors, language, divisions, runningTitle } = manuscript;
  const keywords = [...new Set(divisions.flatMap(({ keywords: found }) => found?.words ?? []))];
  const lines = [
    `title: ${yaml(titleMarkdown(title, cited) || UNTITLED[language])}`,
    ...(runningTitle === '' ? [] : [`shorttitle: ${yaml(escapeMarkdown(runningTitle, 'none'))}`]),
    ...(authors.length === 0 ? [] : ['author:']),
    ...authors.map(({ name, marks }) => {
      const raised = marks.length === 0 ? '' : `^${escapeMarkdown(marks.join(','), 'none')}^`;
      return `  - ${yaml(escapeMarkdown(name, 'none') + raised)}`;
    }),
    `lang: ${TAGS[language]}`,
    ...(keywords.length === 0 ? [] : ['keywords:']),
    ...keywords.map(word => `  - ${yaml(escapeMarkdown(word, 'none'))}`),
    `bibliography: ${yaml(bibliography)}`,
    `csl: ${yaml(style)}`,
    'link-citations: true',
  ];
  return ['---', ...lines, '---'].join('\n');
}

/** Places and correspondence, which metadata has no settled place for. */
function front({ manuscript, cited }: Context): readonly string[] {
  const { affiliations, correspondence, authors, language } = manuscript;
  const lines = [
    ...affiliations
      .filter(({ text }) => text !== '')
      .map(({ mark, text }) => `${mark === '' ? '' : `^${mark}^ `}${paragraphStart(escapeMarkdown(text, 'none'))}`),
    ...correspondence.map(runs => runsMarkdown(runs, cited, 'none')),
    ...authors.flatMap(({ name, orcid }) =>
      orcid === undefined ? [] : [`${escapeMarkdown(name + COLON[language], 'none')}<https://orcid.org/${orcid}>`],
    ),
  ];
  return lines.length === 0 ? [] : [`::: {.affiliations}\n${lines.join('\n\n')}\n:::`];
}

function heading(level: number, id: string, number: string, text: string): string {
  const words = [escapeMarkdown(number, 'none'), text].filter(part => part !== '').join(' ');
  return `${'#'.repeat(level)} ${words} {#${identifier(id)}}`;
}

function divisionMarkdown(division: Division, context: Context): string {
  const { keywords, language } = division;
  const content = [
    heading(1, division.anchor, division.number, escapeMarkdown(division.heading, 'none')),
    ...blocksMarkdown(division.blocks, context),
    ...(keywords
      ? [
          `**${escapeMarkdown(keywords.heading + COLON[language].trimEnd(), 'none')}** ${escapeMarkdown(keywords.words.join(SEMICOLON[language]), 'none')}`,
        ]
      : []),
  ].join('\n\n');
  if (language === context.manuscript.language) return content;
  return `::: {lang=${TAGS[language]}}\n${content}\n:::`;
}

function blocksMarkdown(blocks: readonly PrintedBlock[], context: Context): readonly string[] {
  const { cited, figures } = context;
  return blocks.flatMap((block, index): readonly string[] => {
    switch (block.kind) {
      case 'paragraph':
        return [paragraphStart(runsMarkdown(block.runs, cited))];
      case 'heading':
        return [heading(block.level + 1, block.anchor, block.number, runsMarkdown(block.runs, cited, 'none'))];
      case 'list': {
        // Two lists one after the other would be read as one.
        const apart = blocks[index - 1]?.kind === 'list' ? ['<!-- -->'] : [];
        return [...apart, listMarkdown(block, context)];
      }
      case 'table':
        return [tableMarkdown(block, cited)];
      case 'figure':
        return [figureMarkdown(block, figures, cited)];
      case 'chart':
        return [chartMarkdown(block, figures, cited)];
      case 'bibliography':
        return ['::: {#refs}\n:::'];
    }
  });
}

function listMarkdown({ ordered, items }: Extract<PrintedBlock, { kind: 'list' }>, context: Context): string {
  return items
    .map((item, index) => {
      const marker = (ordered ? `${index + 1}.` : '-').padEnd(4);
      const content = blocksMarkdown(item, context).join('\n\n');
      return marker + content.replace(/\n(?=.)/g, '\n    ');
    })
    .join('\n');
}
