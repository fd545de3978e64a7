/** From the tags of a RIS entry to a CSL item. */
import { foreignOf, isForeign } from '../foreign/lines.ts';
import { type EntryMade, keptOr } from '../item.ts';
import { joinKeywords } from '../keywords.ts';
import { takeSpare } from '../spare.ts';
import { finishAccessed, finishDates } from './dating.ts';
import type { Entry } from './entry.ts';
import { finishIdentifiers, finishNote } from './identifiers.ts';
import { finishNumbers } from './numbers.ts';
import { finishContainer, finishEditors, finishTitle } from './places.ts';

/** Kept under this name: the type, where it is not the one that is written. */
export const TYPE_AS_READ = '@type';

/** Where variables stand that RIS has no tag for; Zotero has its Extra there. */
export const SPARE = 'M2';

/** The entry's item, with what had to wait for its end. */
export function finish(entry: Entry): EntryMade {
  const { draft, kept, keywords } = entry;
  if (keywords !== null) draft.keyword = joinKeywords(keywords);
  // A list that grew has room for more, and a library of 100,000 has as many lists.
  if (Array.isArray(draft.author) && draft.author.length > 1) draft.author = draft.author.slice();
  finishDates(entry);
  finishAccessed(entry);
  finishContainer(entry);
  finishNumbers(entry);
  finishIdentifiers(entry);
  finishTitle(entry);
  finishEditors(entry);
  finishNote(entry);
  let foreign: Readonly<Record<string, string>> | undefined;
  if (kept[SPARE] !== undefined) {
    const lines = kept[SPARE].split('\n');
    if (lines.some(isForeign)) foreign = foreignOf(lines);
    const left = takeSpare(draft, foreign ? lines.filter(line => !isForeign(line)) : lines);
    if (left.length > 0) kept[SPARE] = left.join('\n');
    else delete kept[SPARE];
  }
  if (entry.type !== 'JOUR' && entry.type !== 'BOOK' && entry.type !== 'CHAP') kept[TYPE_AS_READ] = entry.type;
  return { key: entry.key, draft, kept: keptOr(kept), ...(foreign && { foreign }) };
}
