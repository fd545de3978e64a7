/**
 * A manuscript as LaTeX that compiles as it is, with packages that every distribution brings. The bibliography is text as the
 * style prints it; the references lie beside it as BibTeX for those who set it anew.
 */
import type {
  BibliographyEntry,
  Captions,
  Division,
  Manuscript,
  PrintedBlock,
  PrintedFigure,
} from '../../manuscript/types.ts';
import { callsIn } from '../../manuscript/walk.ts';
import { frameOf } from '../../template/page.ts';
import type { Template } from '../../template/types.ts';
import { type FigureFile, figureFiles, fileOf } from '../figure-files.ts';
import { identifier } from '../markup.ts';
import { COLON, panelAlt, panelHead, SEMICOLON, UNTITLED } from '../wording.ts';
import { escapeAddress, escapeLatex } from './letters.ts';
import { BABEL, preamble } from './preamble.ts';
import { notesApart, runsLatex } from './runs.ts';
import { rowsLatex } from './tables.ts';

export interface LatexOptions {
  /** Folder beside the text that holds the figures; charts there are PDF. */
  readonly folder: string;
  /** "Casewright 0.1.0". */
  readonly creator: string;
}

interface Context {
  readonly manuscript: Manuscript;
  readonly files: readonly FigureFile[];
  readonly folder: string;
  readonly room: { readonly line: number; readonly fontSize: number };
}

/** The text. Same manuscript, same text. Templates of two columns are set in one: long tables cannot stand in columns. */
export function writeLatex(manuscript: Manuscript, template: Template, { folder, creator }: LatexOptions): string {
  const page = { ...template.page, columns: 1 as const };
  const context: Context = {
    manuscript,
    folder,
    files: figureFiles(manuscript),
    room: { line: frameOf(page).width, fontSize: page.fontSize },
  };
  return `${[
    preamble(manuscript, page, creator),
    '\\begin{document}',
    ...front(manuscript),
    ...(page.titlePage ? ['\\clearpage'] : []),
    ...manuscript.divisions.map(division => divisionLatex(division, context)),
    '\\end{document}',
  ].join('\n')}\n`;
}

/** The name of a chart's file here: LaTeX takes no SVG. */
export const chartFile = (name: string): string => name.replace(/\.svg$/, '.pdf');

function front({ title, authors, affiliations, correspondence, language }: Manuscript): readonly string[] {
  const names = authors.map(({ name, marks }) => {
    const raised = marks.length === 0 ? '' : `\\textsuperscript{${escapeLatex(marks.join(','))}}`;
    return escapeLatex(name) + raised;
  });
  const lines = [
    ...affiliations
      .filter(({ text }) => text !== '')
      .map(({ mark, text }) => (mark === '' ? '' : `\\textsuperscript{${mark}}~`) + escapeLatex(text)),
    ...correspondence.map(runs => runsLatex(runs)),
    ...authors.flatMap(({ name, orcid }) =>
      orcid === undefined
        ? []
        : [
            `${escapeLatex(name + COLON[language])}\\href{${escapeAddress(`https://orcid.org/${orcid}`)}}{${escapeLatex(`https://orcid.org/${orcid}`)}}`,
          ],
    ),
  ];
  return [
    `\\title{${runsLatex(title, 'space', 'title') || UNTITLED[language]}}`,
    `\\author{${names.join(', ')}}`,
    '\\date{}',
    '\\maketitle',
    ...(callsIn(title).length === 0 ? [] : [notesApart(title)]),
    ...(lines.length === 0
      ? []
      : ['\\begingroup\\small\\setlength{\\parindent}{0pt}', lines.join('\\par\n'), '\\par\\endgroup']),
  ];
}

function headingLatex(command: string, anchor: string, number: string, text: string): string {
  const words = [escapeLatex(number), text].filter(part => part !== '').join(' ');
  return `\\${command}{${words}}\\place{${identifier(anchor)}}`;
}

function divisionLatex(division: Division, context: Context): string {
  const { keywords, language } = division;
  const command = division.kind === 'statement' ? 'subsection' : 'section';
  const content = [
    '',
    headingLatex(command, division.anchor, division.number, escapeLatex(division.heading)),
    blocksLatex(division.blocks, context),
    ...(keywords
      ? [
          `\\par\\noindent\\textbf{${escapeLatex(keywords.heading + COLON[language].trimEnd())}} ${escapeLatex(keywords.words.join(SEMICOLON[language]))}\n`,
        ]
      : []),
  ];
  if (language !== context.manuscript.language) {
    content.splice(1, 0, `\\begin{inlanguage}{${BABEL[language]}}`);
    content.push('\\end{inlanguage}');
  }
  return content.join('\n');
}

const HEADINGS = { 1: 'subsection', 2: 'subsubsection' } as const;

function blocksLatex(blocks: readonly PrintedBlock[], context: Context): string {
  return blocks
    .map(block => {
      switch (block.kind) {
        case 'paragraph':
          return `${runsLatex(block.runs)}\n`;
        case 'heading':
          return (
            headingLatex(HEADINGS[block.level], block.anchor, block.number, runsLatex(block.runs, 'space')) +
            notesApart(block.runs)
          );
        case 'list':
          return listLatex(block, context);
        case 'table': {
          const caption = `\\place{${identifier(block.anchor)}}\\noindent ${captionLatex(block)}`;
          const rows = rowsLatex(block, caption, context.room);
          const notes = notesApart([...block.caption, ...block.rows.flatMap(row => row.flatMap(cell => cell.runs))]);
          return ['\\par\\medskip', ...(rows.length > 0 ? rows : [caption]), notes].join('\n');
        }
        case 'figure':
          return floating(block, panelsLatex(block, context), captionLatex(block, block.credit));
        case 'chart': {
          const name = chartFile(fileOf(context.files, block));
          return floating(block, [includedImage(context, name, block.alt, 1)], captionLatex(block));
        }
        case 'bibliography':
          return bibliographyLatex(context.manuscript.bibliography);
      }
    })
    .join('\n');
}

function captionLatex({ label, caption }: Captions, credit = ''): string {
  return [
    `\\textbf{${escapeLatex(label)}}`,
    runsLatex(caption, 'newline', 'apart'),
    credit === '' ? '' : `\\textit{${escapeLatex(credit)}}`,
  ]
    .filter(part => part !== '')
    .join(' ');
}

function floating({ anchor, caption: runs }: Captions, content: readonly string[], caption: string): string {
  return [
    '\\begin{figure}[htbp]',
    `\\place{${identifier(anchor)}}`,
    ...(content.length === 0 ? [] : ['\\begin{center}', content.join('\n'), '\\end{center}']),
    `\\par\\noindent ${caption}`,
    '\\end{figure}',
    notesApart(runs),
  ].join('\n');
}

function includedImage({ folder }: Context, name: string, alt: string, width: number): string {
  const text = escapeLatex(alt).replace(/[\r\n]+/g, ' ');
  return `\\includegraphics[width=${width}\\linewidth,height=0.6\\textheight,keepaspectratio,alt={${text}}]{${folder}/${name}}`;
}

/** Panels in rows of as many as the figure has columns. */
function panelsLatex(figure: PrintedFigure, context: Context): readonly string[] {
  const columns = Math.max(1, Math.min(figure.columns, figure.panels.length));
  const width = columns === 1 ? 1 : Math.floor((0.96 / columns) * 100) / 100;
  const lines: string[] = [];
  figure.panels.forEach((panel, index) => {
    const head = panelHead(panel);
    const label = head === '' ? '' : `\\textbf{${escapeLatex(head)}}\\\\[2pt]\n`;
    const image = includedImage(context, fileOf(context.files, panel), panelAlt(panel, figure), 1);
    lines.push(`\\begin{minipage}[t]{${width}\\linewidth}\\raggedright\n${label}${image}\n\\end{minipage}%`);
    const endsRow = index % columns === columns - 1;
    if (index < figure.panels.length - 1) lines.push(endsRow ? '\\par\\medskip' : '\\hfill');
  });
  return lines;
}

function listLatex({ ordered, items }: Extract<PrintedBlock, { kind: 'list' }>, context: Context): string {
  const name = ordered ? 'enumerate' : 'itemize';
  if (items.length === 0) return '';
  return [
    `\\begin{${name}}`,
    ...items.map(item => `\\item ${blocksLatex(item, context).trimEnd()}`),
    `\\end{${name}}`,
    '',
  ].join('\n');
}

/** Entries with their labels hanging; without labels, their first lines hang. */
function bibliographyLatex(bibliography: readonly BibliographyEntry[]): string {
  const widest = bibliography.reduce((most, { label }) => (label.length > most.length ? label : most), '');
  const indent =
    widest === ''
      ? '\\setlength{\\labelwidth}{0pt}\\setlength{\\labelsep}{0pt}\\setlength{\\leftmargin}{1.5em}\\setlength{\\itemindent}{-1.5em}'
      : `\\settowidth{\\labelwidth}{${escapeLatex(widest)}}\\setlength{\\leftmargin}{\\labelwidth}\\addtolength{\\leftmargin}{\\labelsep}`;
  return [
    `\\begin{list}{}{${indent}\\setlength{\\itemsep}{2pt}\\setlength{\\parsep}{0pt}\\sloppy}`,
    ...bibliography.map(
      ({ anchor, label, runs }) =>
        `\\item[${escapeLatex(label)}]\\place{${identifier(anchor)}}${widest === '' ? '\\hspace{0pt}' : ''}${runsLatex(runs)}`,
    ),
    '\\end{list}',
    '',
  ].join('\n');
}
