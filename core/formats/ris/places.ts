/** What a RIS entry is called, and what it stands in: titles, journals, books, meetings, editions. */
import { readAs, take } from '../item.ts';
import { abbreviates } from '../journal-names.ts';
import { isArticle } from '../typed-rows.ts';
import { dateOf } from './dating.ts';
import { type Entry, keep, nameOf, takeKept } from './entry.ts';
import { tagFor } from './tags.ts';

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
    const variable = hasSeries(draft.type) ? 'collection-title' : ofIssue ? 'volume-title' : 'container-title';
    // EndNote's thesis has its department there, which nobody cites.
    if (draft.type === 'thesis' || !take(draft, variable, T2)) keep(entry, 'T2', T2);
    else if (variable !== 'container-title') kept[readAs(variable)] = 'T2';
  }
  if (draft.type === 'paper-conference') {
    placesOf(entry);
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

/** Of these, `T2` is the series they are in. */
export const hasSeries = (type: string): boolean => type === 'book' || type === 'report';

/** Where EndNote says both, `CY` is where the meeting was and `C1` where its proceedings came out. */
function placesOf({ draft, kept }: Entry): void {
  const { C1, CL, CP } = kept;
  if (C1 === undefined || CL !== undefined || CP !== undefined || !/^[^\n[\d]{2,60}$/.test(C1)) return;
  const place = draft['publisher-place'];
  if (kept[readAs('publisher-place')] !== undefined || !take(draft, 'event-place', place)) return;
  kept[readAs('event-place')] = 'CY';
  draft['publisher-place'] = C1;
  kept[readAs('publisher-place')] = 'C1';
  delete kept.C1;
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

/**
 * Who the people of a whole work are beside its authors. EndNote and Zotero have the editors of a book in `A3` and those of its
 * series in `A2`, others its editors in `A2`; EndNote's edited book has its editors where other works have their authors, and a
 * thesis and a report in `A3` and `A4` who advised it and the department it came from.
 */
export function finishEditors(entry: Entry): void {
  const { draft, kept, type } = entry;
  if (draft.type === 'article-journal') return;
  if (type === 'EDBOOK' && draft.author !== undefined) {
    if (draft.editor !== undefined && draft['collection-editor'] === undefined)
      moveNames(entry, 'editor', 'collection-editor');
    if (draft.editor === undefined) moveNames(entry, 'author', 'editor');
  } else if (type === 'BOOK' || type === 'WHOLE') editorsOfBook(entry);
  else if (draft.type === 'thesis' || draft.type === 'report') {
    for (const variable of ['collection-editor', 'translator'])
      if (draft[variable] !== undefined && kept[readAs(variable)] === undefined && draft.contributor === undefined)
        moveNames(entry, variable, 'contributor');
  } else if (draft.type === 'paper-conference' && draft.contributor === undefined)
    // Who paid for the meeting.
    moveNames(entry, 'translator', 'contributor');
  // Of books, those of a series are written elsewhere where they were not read.
  if (draft.type === 'book' && draft['collection-editor'] !== undefined) kept[readAs('collection-editor')] ??= 'A3';
}

function editorsOfBook(entry: Entry): void {
  const { draft, kept } = entry;
  const from = kept[readAs('editor')] ?? 'ED';
  const series = draft['collection-title'] !== undefined;
  if (draft.editor === undefined) moveNames(entry, 'collection-editor', 'editor');
  else if (from === 'A2' && draft['collection-editor'] !== undefined) {
    const editors = draft['collection-editor'];
    draft['collection-editor'] = draft.editor;
    draft.editor = editors;
    kept[readAs('editor')] = 'A3';
    kept[readAs('collection-editor')] = 'A2';
  } else if (from === 'A2' && kept.ED !== undefined) {
    moveNames(entry, 'editor', 'collection-editor');
    takeNames(entry, 'editor', 'ED');
  } else if (from === 'A2' && draft.author !== undefined && series) moveNames(entry, 'editor', 'collection-editor');
  else if (from === 'ED' && draft['collection-editor'] === undefined && kept.A2 !== undefined)
    takeNames(entry, 'collection-editor', 'A2');
}

/** People whom their tag says to be another's are those of another variable, and are written in that tag again. */
function moveNames({ draft, kept }: Entry, from: string, to: string): void {
  if (draft[from] === undefined) return;
  draft[to] = draft[from];
  delete draft[from];
  const tag = kept[readAs(from)] ?? tagFor(from);
  delete kept[readAs(from)];
  if (tag !== undefined && tag !== tagFor(to)) kept[readAs(to)] = tag;
  else delete kept[readAs(to)];
}

/** People that were kept in the text of their tag. */
function takeNames({ draft, kept }: Entry, variable: string, tag: string): void {
  const names = (kept[tag] ?? '').split('\n').map(nameOf);
  if (!take(draft, variable, names)) return;
  delete kept[tag];
  if (tag !== tagFor(variable)) kept[readAs(variable)] = tag;
}
