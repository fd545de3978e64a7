/** What a RIS entry is called, and what it stands in: titles, journals, books, meetings, editions. */
import { readAs, take } from '../item.ts';
import { abbreviates } from '../journal-names.ts';
import { isArticle } from '../typed-rows.ts';
import { dateOf } from './dating.ts';
import { type Entry, keep, takeKept } from './entry.ts';

/** Of a book, `BT` is its own title where it has no other. */
export function finishTitle({ draft, kept }: Entry): void {
  if (draft.title !== undefined || kept[readAs('container-title')] !== 'BT') return;
  if (draft.type !== 'book' && draft.type !== 'manuscript') return;
  draft.title = draft['container-title'];
  delete draft['container-title'];
  delete kept[readAs('container-title')];
  kept[readAs('title')] = 'BT';
}

/** `T2` is the journal or the book a chapter is in; of a book itself it is the series. `JO` beside a fuller title is the short one. */
export function finishContainer(entry: Entry): void {
  const { draft, kept } = entry;
  const { T2, JO, ET } = entry.special;
  if (ET !== undefined) finishEdition(entry, ET);
  if (T2 !== undefined && kept.C3?.includes('\n') === false && draft.type === 'paper-conference') {
    // EndNote and Zotero: the meeting, and its proceedings.
    if (take(draft, 'container-title', kept.C3)) {
      kept[readAs('container-title')] = 'C3';
      delete kept.C3;
    }
    take(draft, 'event-title', T2);
    kept[readAs('event-title')] = 'T2';
  } else if (T2 !== undefined) {
    const container = draft['container-title'] === undefined;
    // ScienceDirect has an issue's own title there, and the journal in JO.
    const ofIssue = container && JO !== undefined && isArticle(draft.type) && !sameJournal(JO, T2);
    const variable = draft.type === 'book' ? 'collection-title' : ofIssue ? 'volume-title' : 'container-title';
    if (!take(draft, variable, T2)) keep(entry, 'T2', T2);
    else if (variable !== 'container-title') kept[readAs(variable)] = 'T2';
  }
  if (draft.type === 'paper-conference') {
    takeKept(entry, 'event-place', 'C1');
    // Web of Science.
    takeKept(entry, 'event-title', 'CP');
    takeKept(entry, 'event-place', 'CL');
  }
  if (JO !== undefined) {
    if (take(draft, 'container-title', JO)) kept[readAs('container-title')] = 'JO';
    else if (JO !== draft['container-title'] && take(draft, 'container-title-short', JO))
      kept[readAs('container-title-short')] = 'JO';
    else keep(entry, 'JO', JO);
  }
  if (isArticle(draft.type)) finishJournal(entry);
}

const sameJournal = (a: string, b: string) => abbreviates(a, b) || abbreviates(b, a);

/** A journal has a name; of two the longer one is it, wherever they stand. */
function finishJournal(entry: Entry): void {
  const { draft, kept } = entry;
  const [name, short] = [readAs('container-title'), readAs('container-title-short')];
  takeKept(entry, 'container-title', 'SO');
  if (!takeKept(entry, 'container-title-short', 'JI')) takeKept(entry, 'container-title-short', 'J9');
  const [long, cut] = [draft['container-title'], draft['container-title-short']];
  if (typeof cut !== 'string') return;
  if (long === undefined) {
    draft['container-title'] = cut;
    delete draft['container-title-short'];
    kept[name] = kept[short] ?? 'J2';
    delete kept[short];
  } else if (cut.length > String(long).length && abbreviates(String(long), cut)) {
    draft['container-title'] = cut;
    draft['container-title-short'] = long;
    [kept[name], kept[short]] = [kept[short] ?? 'J2', kept[name] ?? 'T2'];
  }
}

/** Whether an edition is rather a date. */
export const looksOnline = (type: string, value: string): boolean =>
  type === 'article-journal' && /^\d{4}[/-]|^\d{8}$|^[A-Z][a-z]{2,8} \d/.test(value);

/** EndNote says under `ET` of an article when it was first online. */
function finishEdition({ draft, kept }: Entry, value: string): void {
  if (draft.type === 'software' || draft.type === 'dataset') {
    draft.version = value;
    return;
  }
  const date = looksOnline(draft.type, value) ? dateOf(value) : null;
  if (date?.['date-parts'] === undefined) {
    draft.edition = value;
    return;
  }
  draft['available-date'] = date;
  kept['@ET'] = value;
}

/** EndNote's edited book has its editors where other works have their authors. */
export function finishEditors({ draft, kept, type }: Entry): void {
  if (type !== 'EDBOOK' || draft.author === undefined || draft.editor !== undefined) return;
  draft.editor = draft.author;
  delete draft.author;
  kept[readAs('editor')] = kept[readAs('author')] ?? 'AU';
  delete kept[readAs('author')];
}
