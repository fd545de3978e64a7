/** Runs of a manuscript as HTML. */

import type { Run } from '../../manuscript/types.ts';
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

function letters(text: string): string {
  return text.split('\n').map(escapeText).join('<br>');
}

/** One run, its marks from the inside out. */
function runHtml(run: Run): string {
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
