/** Runs of a manuscript as JATS. */
import type { Note, Run } from '../../manuscript/types.ts';
import { element, escapeText, identifier } from '../markup.ts';

/** What an anchor is, so that a mention can say what it leads to. */
export type TargetKind = 'bibr' | 'fig' | 'table' | 'sec';
export type Targets = ReadonlyMap<string, TargetKind>;

/** Letters on one line: JATS has line breaks in titles and cells alone. */
const letters = (text: string): string => escapeText(text.replace(/\s*\n\s*/g, ' '));

/** The id of a note. */
const noteId = (number: number): string => `note-${number}`;

/** A note, led to by its call; what it cites is a link to the list of references. */
export function noteXml({ number, runs }: Note, targets: Targets): string {
  const label = element('label', {}, String(number));
  return element('fn', { id: noteId(number) }, label, element('p', {}, runsXml(runs, targets)));
}

function runXml(run: Run, targets: Targets): string {
  if (run.note) {
    const { number } = run.note;
    return element('xref', { 'ref-type': 'fn', rid: noteId(number) }, element('sup', {}, String(number)));
  }
  let xml = letters(run.text);
  const kind = run.to === undefined ? undefined : targets.get(run.to);
  if (run.to !== undefined && kind !== undefined)
    xml = element('xref', { 'ref-type': kind, rid: identifier(run.to) }, xml);
  else if (run.link?.startsWith('mailto:')) xml = element('email', { 'xlink:href': run.link }, xml);
  else if (run.link !== undefined) xml = element('ext-link', { 'ext-link-type': 'uri', 'xlink:href': run.link }, xml);
  if (run.smallCaps) xml = element('sc', {}, xml);
  if (run.sub) xml = element('sub', {}, xml);
  if (run.sup) xml = element('sup', {}, xml);
  if (run.underline) xml = element('underline', {}, xml);
  if (run.italic) xml = element('italic', {}, xml);
  if (run.bold) xml = element('bold', {}, xml);
  return xml;
}

/** Runs as the content of a paragraph, title or cell. */
export function runsXml(runs: readonly Run[], targets: Targets): string {
  return runs.map(run => runXml(run, targets)).join('');
}
