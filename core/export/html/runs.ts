/** Runs of a manuscript as HTML. */

import type { Note, Run } from '../../manuscript/types.ts';
import { stretchesOf } from '../../manuscript/walk.ts';
import { element, escapeText, identifier } from '../markup.ts';

/** Addresses that a page may lead to; anything else is printed as its letters. */
const SAFE = /^(?:https?:\/\/|mailto:)/i;

/** What is known of the page while it is written. */
export interface Calls {
  /** Ids given to clusters, in order, by the references that each cites. */
  readonly byReference: Map<string, string[]>;
  readonly cited: (citation: string) => readonly string[];
  readonly seen: Set<string>;
}

const noteId = (number: number) => `note-${number}`;
const noteCallId = (number: number) => `note-call-${number}`;

/** The call of a note. */
function callHtml({ number }: Note): string {
  const link = { id: noteCallId(number), href: `#${noteId(number)}`, role: 'doc-noteref' };
  return element('sup', {}, element('a', link, escapeText(String(number))));
}

/** A note as an item of the list of notes, with the way back to its call in the words `back`. */
export function noteHtml({ number, runs }: Note, back: string): string {
  const way = element(
    'a',
    { href: `#${noteCallId(number)}`, role: 'doc-backlink', class: 'back', 'aria-label': `${back} ${number}` },
    '↩',
  );
  // All of it a link to the list of references would be hard to read: addresses in it are links.
  const words = runs.map(({ to: _, ...run }) => runHtml(run)).join('');
  const text = element('span', { class: 'entry' }, `${words} ${way}`);
  return element('li', { id: noteId(number) }, element('span', { class: 'label' }, `${number}.`), text);
}

function letters(text: string): string {
  return text.split('\n').map(escapeText).join('<br>');
}

/** One run, its marks from the inside out. */
function runHtml(run: Run): string {
  if (run.note) return callHtml(run.note);
  let html = letters(run.text);
  if (run.smallCaps) html = element('span', { class: 'small-caps' }, html);
  if (run.sub) html = element('sub', {}, html);
  if (run.sup) html = element('sup', {}, html);
  if (run.underline) html = element('u', {}, html);
  if (run.italic) html = element('em', {}, html);
  if (run.bold) html = element('strong', {}, html);
  if (run.to !== undefined)
    return element(
      'a',
      { href: `#${identifier(run.to)}`, ...(run.citation === undefined ? {} : { role: 'doc-biblioref' }) },
      html,
    );
  return run.link !== undefined && SAFE.test(run.link) ? element('a', { href: run.link }, html) : html;
}

/** Runs as HTML; each cluster of citations gets an id, to which the bibliography leads back. */
export function runsHtml(runs: readonly Run[], calls: Calls): string {
  return stretchesOf(runs)
    .map(stretch => {
      if (stretch.kind === 'run') return runHtml(stretch.run);
      const html = stretch.runs.map(runHtml).join('');
      if (calls.seen.has(stretch.citation)) return html;
      calls.seen.add(stretch.citation);
      const id = `call-${identifier(stretch.citation)}`;
      for (const reference of new Set(calls.cited(stretch.citation)))
        calls.byReference.set(reference, [...(calls.byReference.get(reference) ?? []), id]);
      return element('span', { class: 'call', id }, html);
    })
    .join('');
}
