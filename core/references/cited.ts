/** Which references a report cites, and where first. */
import type { Words } from '../outcome.ts';
import type { PartKey } from '../report/document.ts';
import { citationsOf } from '../report/parts.ts';
import type { CaseReport, Reference } from '../report/types.ts';

export interface FirstCitation {
  readonly part: PartKey;
  readonly citation: string;
}

/** The first citation of each reference that is cited, by its id, in reading order. */
export function firstCitations(report: CaseReport): ReadonlyMap<string, FirstCitation> {
  const first = new Map<string, FirstCitation>();
  for (const part of report.parts)
    for (const { id, items } of citationsOf(part.children))
      for (const { reference } of items)
        if (!first.has(reference)) first.set(reference, { part: part.key, citation: id });
  return first;
}

/** How often each reference is cited, by its id. */
export function citedTimes(report: CaseReport): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { children } of report.parts)
    for (const { items } of citationsOf(children))
      for (const { reference } of items) times.set(reference, (times.get(reference) ?? 0) + 1);
  return times;
}

/** A reference in a few words: Nigwekar 2018, “Calciphylaxis”. */
export function namedShortly({ item, id }: Reference): Words {
  const who = item.author?.[0]?.family ?? item.author?.[0]?.literal ?? item.editor?.[0]?.family ?? '';
  const when = String(item.issued?.['date-parts']?.[0]?.[0] ?? '');
  const title = String(item.title ?? '').replace(/<[^>]+>/g, '');
  const short = title.length > 60 ? `${title.slice(0, 57).trimEnd()}…` : title;
  const name = (quoted: string) =>
    [[who, when].filter(Boolean).join(' '), short && quoted].filter(Boolean).join(', ') || id;
  return { en: name(`“${short}”`), fr: name(`«\u00a0${short}\u00a0»`) };
}
