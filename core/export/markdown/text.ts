/** Letters and runs as Pandoc's Markdown. */
import type { Run } from '../../manuscript/types.ts';
import { isCall, type NoteCall, stretchesOf } from '../../manuscript/walk.ts';
import type { CitationItem } from '../../report/document.ts';
import { identifier, legible } from '../markup.ts';

/** What a cluster cites, where the bibliography holds it, named as there. */
export type Cited = (citation: string) => readonly CitationItem[];

/** Letters with a meaning inside a line; quotes, dashes and dots because Pandoc would set them anew. */
const SPECIAL = /[\\`*_{}[\]#<>|~^$@!"']|--|\.\.\./g;

/** Letters as they stand inside a line. A line end is a hard break, or a space where lines cannot break. */
export function escapeMarkdown(text: string, breaks: 'hard' | 'none' = 'hard'): string {
  return legible(text)
    .replace(/\t/g, ' ')
    .replace(SPECIAL, found => [...found].map(letter => `\\${letter}`).join(''))
    .replace(/\n/g, breaks === 'hard' ? '\\\n' : ' ');
}

/** A paragraph whose first letters would begin a list, a heading or a rule; indented ones would be code. */
export function paragraphStart(markdown: string): string {
  return markdown
    .replace(/^[ \t]+/, '')
    .replace(/^(?:[-+:=%](?=\s|$|[-+:=]))/, found => `\\${found}`)
    .replace(/^(\d+|[A-Za-z]+)([.)])(?=\s)/, '$1\\$2');
}

/** CSL's locator labels as Pandoc reads them in English and in French. */
const LOCATORS: Readonly<Record<string, string>> = {
  page: 'p.',
  chapter: 'chap.',
  figure: 'fig.',
  section: 'sec.',
  volume: 'vol.',
  part: 'pt.',
  paragraph: 'para.',
  line: 'l.',
  note: 'n.',
};

/** A key after `@`; in braces where it has letters that would end it. */
function atKey(reference: string): string {
  return /^[A-Za-z0-9_](?:[A-Za-z0-9_]|[:.#$%&\-+?<>~/](?=[A-Za-z0-9_]))*$/.test(reference)
    ? reference
    : `{${reference}}`;
}

function itemMarkdown({ reference, prefix, suffix, locator, label, suppressAuthor }: CitationItem): string {
  const before = prefix ? `${escapeMarkdown(prefix.trim(), 'none')} ` : '';
  const place = locator ? `, ${LOCATORS[label ?? 'page'] ?? label ?? ''} ${escapeMarkdown(locator, 'none')}` : '';
  const after = suffix ? `${/^[,;.)]/.test(suffix) ? '' : ', '}${escapeMarkdown(suffix.trim(), 'none')}` : '';
  return `${before}${suppressAuthor ? '-' : ''}@${atKey(reference)}${place}${after}`;
}

/** A cluster as Pandoc reads it; null where nothing it cites is in the bibliography. */
function clusterMarkdown(citation: string, cited: Cited): string | null {
  const items = cited(citation);
  return items.length === 0 ? null : `[${items.map(itemMarkdown).join('; ')}]`;
}

/** What a note says: its citation, live, which Pandoc sets without a note of its own there. */
function noteContent({ note, citation = '' }: NoteCall, cited: Cited): string {
  return clusterMarkdown(citation, cited) ?? note.runs.map(run => runMarkdown(run, 'none')).join('');
}

/** The notes, each a paragraph that its call names. */
export const notesMarkdown = (calls: readonly NoteCall[], cited: Cited): readonly string[] =>
  calls.map(call => `[^${call.note.number}]: ${noteContent(call, cited)}`);

/** White space outside the marks: `** a**` is not bold. */
function marked(inside: string, before: string, after: string): string {
  const [, lead = '', core = '', trail = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(inside) ?? [];
  return core === '' ? inside : lead + before + core + after + trail;
}

function runMarkdown(run: Run, breaks: 'hard' | 'none'): string {
  let text = escapeMarkdown(run.text, breaks);
  if (run.sup) text = marked(text.replace(/ /g, '\\ '), '^', '^');
  if (run.sub) text = marked(text.replace(/ /g, '\\ '), '~', '~');
  if (run.smallCaps) text = marked(text, '[', ']{.smallcaps}');
  if (run.underline) text = marked(text, '[', ']{.underline}');
  if (run.italic) text = marked(text, '*', '*');
  if (run.bold) text = marked(text, '**', '**');
  if (run.to !== undefined) return marked(text, '[', `](#${identifier(run.to)})`);
  if (run.link !== undefined)
    return marked(text, '[', `](<${legible(run.link).replace(/[<>\s]/g, encodeURIComponent)}>)`);
  return text;
}

/** Pieces one after the other; an empty comment parts those that would be read as one mark or link. */
function joined(pieces: readonly string[]): string {
  return pieces.reduce((text, piece) => {
    const mark = /(?<!\\)[*^~]$/.exec(text)?.[0];
    const sticks = (mark !== undefined && piece.startsWith(mark)) || (/(?<!\\)\]$/.test(text) && /^[[({]/.test(piece));
    return sticks ? `${text}<!-- -->${piece}` : text + piece;
  }, '');
}

/** Runs as the text of a title in the metadata, where a note stands inside: those of the text are not known there. */
export const titleMarkdown = (runs: readonly Run[], cited: Cited): string =>
  runs.map(run => (isCall(run) ? `^[${noteContent(run, cited)}]` : runsMarkdown([run], cited, 'none'))).join('');

/** Runs as the text of a paragraph, caption or cell; citations stay citations, those in notes within these. */
export function runsMarkdown(runs: readonly Run[], cited: Cited, breaks: 'hard' | 'none' = 'hard'): string {
  const stretches = stretchesOf(runs);
  const pieces: string[] = [];
  stretches.forEach((stretch, index) => {
    if (stretch.kind === 'run') {
      // The comma between two raised calls is the style's to print, and the two clusters are read as one.
      const between = stretch.run.sup && stretch.run.text === ',';
      if (between && stretches[index - 1]?.kind === 'citation' && stretches[index + 1]?.kind === 'citation') return;
      pieces.push(runMarkdown(stretch.run, breaks));
      return;
    }
    const [first] = stretch.runs;
    if (first && isCall(first)) {
      pieces.push(`[^${first.note.number}]`);
      return;
    }
    const cluster = clusterMarkdown(stretch.citation, cited);
    if (cluster === null) {
      pieces.push(...stretch.runs.map(run => runMarkdown(run, breaks)));
      return;
    }
    const last = pieces.at(-1);
    if (last?.startsWith('[@') && last.endsWith(']') && stretches[index - 1]?.kind === 'run')
      pieces[pieces.length - 1] = `${last.slice(0, -1)}; ${cluster.slice(1)}`;
    else pieces.push(cluster);
  });
  return joined(pieces);
}
