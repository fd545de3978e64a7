/** Titles and subtitles of an entry, its own and those of what it stands in. */
import { type Draft, readAs, take } from '../item.ts';
import { FIELDS } from './fields.ts';
import { decodeLatex } from './latex.ts';
import { closesAtEnd } from './names.ts';
import type { Special } from './special.ts';

const TITLE = { title: true };

/** Kept under this name: the fields whose whole text stood in a second pair of braces, with spaces between. */
export const BRACED = '@braced';

/**
 * A title's letters. Programs that wrap every field in a second pair of braces (Mendeley, Web of Science) protect nothing by
 * them: the pair is remembered and put back when it is written.
 */
export function decodeTitle(name: string, raw: string, kept: Record<string, string>): string {
  const text = raw.trim();
  if (!text.startsWith('{') || !text.includes(' ') || !closesAtEnd(text)) return decodeLatex(raw, TITLE);
  kept[BRACED] = kept[BRACED] === undefined ? name : `${kept[BRACED]} ${name}`;
  return decodeLatex(text.slice(1, -1), TITLE);
}

export function readTitle({ title = '', subtitle = '' }: Special, draft: Draft, kept: Record<string, string>): void {
  const main = decodeTitle('title', title, kept);
  if (subtitle === '') {
    if (main !== '') draft.title = main;
    return;
  }
  draft.title = joinTitle(main, decodeLatex(subtitle, TITLE));
  if (main !== '') kept.subtitle = subtitle;
}

/** The fields that hold the second part of a title, by the field that holds its first. */
export const SUBTITLES: Readonly<Record<string, string>> = {
  title: 'subtitle',
  booktitle: 'booksubtitle',
  maintitle: 'mainsubtitle',
  journaltitle: 'journalsubtitle',
  issuetitle: 'issuesubtitle',
};

/** A book inside a work of several volumes is one of its volumes; titles that stand around the entry's own take their subtitles. */
export function readBookTitles(
  draft: Draft,
  kept: Record<string, string>,
  names: readonly string[],
  values: readonly string[],
): void {
  if (kept.booktitle !== undefined && kept[readAs('container-title')] === 'maintitle') {
    if (take(draft, 'volume-title', decodeTitle('booktitle', kept.booktitle, kept))) {
      delete kept.booktitle;
      kept[readAs('volume-title')] = 'booktitle';
    }
  }
  if (draft.type === 'book' && draft['container-title'] === draft.title && names.includes('booktitle')) {
    // Proceedings that say their title twice are in no other book.
    delete draft['container-title'];
    delete kept[readAs('container-title')];
    kept.booktitle = values[names.indexOf('booktitle')] as string;
  }
  for (const name of ['booktitle', 'maintitle', 'journaltitle', 'issuetitle']) {
    const sub = kept[SUBTITLES[name] as string];
    if (sub === undefined || kept[name] !== undefined || !names.includes(name)) continue;
    const variable =
      kept[readAs('volume-title')] === name ? 'volume-title' : (FIELDS.get(name)?.variable ?? 'container-title');
    const main = draft[variable];
    if (typeof main === 'string') draft[variable] = joinTitle(main, decodeLatex(sub, TITLE));
  }
}

/** "Title: subtitle", or without the colon where the title ends a sentence of its own. */
export function joinTitle(main: string, sub: string): string {
  if (main === '') return sub;
  return `${main}${/[?!:.]$/.test(main) ? '' : ':'} ${sub}`;
}
