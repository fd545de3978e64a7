/** Runs of a manuscript as runs of Word: citations and values in content controls, mentions as REF fields, links. */
import { ExternalHyperlink, type IRunOptions, type ParagraphChild, TextRun } from 'docx';
import { legible } from '../../core/export/markup.ts';
import { lettersOf } from '../../core/manuscript/letters.ts';
import type { Run } from '../../core/manuscript/types.ts';
import { callsIn, type NoteCall } from '../../core/manuscript/walk.ts';
import type { Language } from '../../core/report/types.ts';
import { elementTag, noteBookmark } from '../../core/roundtrip/anchors.ts';
import { TAGS, type WordContext } from './context.ts';
import { noteCall } from './notes.ts';
import { bookmarked, contentControl, field, innerLink } from './xml.ts';
import { zoteroCitation } from './zotero.ts';

/** Names of content controls, seen when one is selected in Word. */
const NAMES = {
  c: { en: 'Citation', fr: 'Citation' },
  x: { en: 'Cross-reference', fr: 'Renvoi' },
  v: { en: 'Value', fr: 'Valeur' },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

/** Marks that a paragraph's style does not already give. */
export type RunLook = Pick<IRunOptions, 'bold' | 'italics' | 'size' | 'color' | 'superScript'>;

/** Letters with their marks; a line break in them is one in Word. */
function textRuns(run: Run, context: WordContext, look: RunLook, style?: string): readonly ParagraphChild[] {
  const { manuscript, language } = context;
  const options: IRunOptions = {
    ...look,
    ...(run.bold ? { bold: true } : {}),
    ...(run.italic ? { italics: true } : {}),
    ...(run.underline ? { underline: {} } : {}),
    ...(run.sup ? { superScript: true } : {}),
    ...(run.sub ? { subScript: true } : {}),
    ...(run.smallCaps ? { smallCaps: true } : {}),
    ...(style === undefined ? {} : { style }),
    ...(language === manuscript.language ? {} : { language: { value: TAGS[language] } }),
  };
  return legible(run.text)
    .split('\n')
    .map((text, index) => new TextRun({ ...options, text, ...(index > 0 ? { break: 1 } : {}) }));
}

function linked(run: Run, context: WordContext, look: RunLook): readonly ParagraphChild[] {
  if (run.link !== undefined)
    return [
      new ExternalHyperlink({ link: addressOf(run.link), children: [...textRuns(run, context, look, 'Hyperlink')] }),
    ];
  const bookmark = run.to === undefined ? undefined : context.bookmarks.get(run.to);
  const letters = textRuns(run, context, look);
  return bookmark === undefined ? letters : [innerLink(bookmark, letters)];
}

/** Word refuses a file over an address with characters that no address has. */
const addressOf = (link: string): string => encodeURI(legible(link).trim()).replace(/%25([0-9A-Fa-f]{2})/g, '%$1');

/**
 * "figure 2B": the number is a field that follows the caption's; word and letter of the panel are typed, since the word's first
 * letter is not that of the caption in French.
 */
function mention(run: Run, context: WordContext, look: RunLook): readonly ParagraphChild[] {
  const bookmark = run.to === undefined ? undefined : context.bookmarks.get(run.to);
  const label = run.to === undefined ? undefined : context.labels.get(run.to);
  if (bookmark === undefined || label === undefined) return textRuns(run, context, look);
  const start = label.length - (/\d+$/.exec(label)?.[0].length ?? 0);
  if (start === label.length || run.text.slice(0, label.length).toLowerCase() !== label.toLowerCase())
    return [innerLink(bookmark, textRuns(run, context, look))];
  const piece = (from: number, to?: number) => textRuns({ ...run, text: run.text.slice(from, to) }, context, look);
  return [
    ...piece(0, start),
    ...field(`REF ${bookmark} \\h`, piece(start, label.length)),
    ...(run.text.length > label.length ? piece(label.length) : []),
  ];
}

/** The call of a note; its names in the sentence stand before it. */
function noted(element: string, runs: readonly Run[], call: NoteCall, context: WordContext): readonly ParagraphChild[] {
  const { language } = context.manuscript;
  const own = { ...context, language };
  const names = runs.filter(run => run !== call).flatMap(run => textRuns(run, context, {}));
  const control = { id: context.next(), tag: elementTag(element), name: NAMES.c[language] };
  const { note, citation = '' } = call;
  const instruction = context.zotero ? zoteroCitation(citation, note.runs, context, note.number) : null;
  const content =
    instruction === null
      ? bookmarked(
          noteBookmark(element, lettersOf(note.runs)),
          context.next(),
          note.runs.flatMap(run => linked(run, own, {})),
        )
      : field(
          instruction,
          note.runs.flatMap(run => textRuns(run, own, {})),
        );
  return [
    ...(names.length === 0 ? [] : [contentControl(control, names)]),
    noteCall(note, content, context.countsNotes),
  ];
}

function made(element: string, runs: readonly Run[], context: WordContext, look: RunLook): readonly ParagraphChild[] {
  const [called] = callsIn(runs);
  if (called) return noted(element, runs, called, context);
  const kind = element.charAt(0) as keyof typeof NAMES;
  const inner =
    kind === 'x' ? runs.flatMap(run => mention(run, context, look)) : runs.flatMap(run => linked(run, context, look));
  const name = (NAMES[kind] ?? NAMES.v)[context.manuscript.language];
  const control = (children: readonly ParagraphChild[]) =>
    contentControl({ id: context.next(), tag: elementTag(element), name }, children);
  const calls = runs.filter(({ citation }) => citation !== undefined);
  const [call] = calls;
  if (context.zotero && call?.citation !== undefined) {
    const instruction = zoteroCitation(call.citation, calls, context);
    const letters = (part: readonly Run[]) => part.flatMap(run => textRuns(run, context, look));
    // Zotero looks after its fields itself, and takes none inside a content control. Authors in the sentence are not its own.
    const names = runs.slice(0, runs.length - calls.length);
    if (instruction !== null)
      return [...(names.length > 0 ? [control(letters(names))] : []), ...field(instruction, letters(calls))];
  }
  return [control(inner)];
}

/** The children of a paragraph. */
export function printRuns(runs: readonly Run[], context: WordContext, look: RunLook = {}): readonly ParagraphChild[] {
  const children: ParagraphChild[] = [];
  let at = 0;
  while (at < runs.length) {
    const run = runs[at] as Run;
    if (run.element === undefined) {
      children.push(...linked(run, context, look));
      at++;
      continue;
    }
    let end = at + 1;
    while (runs[end]?.element === run.element && runs[end]?.citation !== undefined) end++;
    children.push(...made(run.element, runs.slice(at, end), context, look));
    at = end;
  }
  return children;
}

/** The children of a block, inside the bookmark by which it is known again. */
export function printBlock(
  source: string | undefined,
  children: readonly ParagraphChild[],
  context: WordContext,
): readonly ParagraphChild[] {
  return source === undefined ? children : bookmarked(context.blockName(source), context.next(), children);
}

/** Plain letters in the look of the paragraph. */
export function plain(text: string, context: WordContext, look: RunLook = {}): readonly ParagraphChild[] {
  return textRuns({ text }, context, look);
}
