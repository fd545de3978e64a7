/** What a file from PubMed said against a work when it was read: its lines of retractions, concerns and corrections are kept with it. */
import type { Reference } from '../report/types.ts';
import { doisOf } from './doi.ts';
import {
  type Notice,
  type NoticeKind,
  type Standing,
  saysRetracted,
  standingOf,
  togetherStanding,
} from './standing.ts';

/** MEDLINE's tags of another record that says something about this one ("MEDLINE/PubMed Data Element Descriptions"). */
const ABOUT: Readonly<Record<string, NoticeKind>> = {
  RIN: 'retracted',
  PRIN: 'retracted',
  RRI: 'retracted',
  ECI: 'concern',
  EIN: 'corrected',
  CRI: 'corrected',
};
/** And of one that this record is itself about. */
const OF: Readonly<Record<string, NoticeKind>> = {
  ROF: 'retracted',
  PROF: 'retracted',
  ECF: 'concern',
  EFR: 'corrected',
};

type Kept = Reference['kept'];

function noticesIn(kept: Kept, tags: Readonly<Record<string, NoticeKind>>): readonly Notice[] {
  const found: Notice[] = [];
  // Most references keep nothing, and a large library asks of each.
  for (const name in kept) {
    const kind = name.startsWith(PREFIX) ? tags[name.slice(PREFIX.length)] : undefined;
    if (kind === undefined) continue;
    for (const line of (kept[name] ?? '').split('\n')) if (line.trim() !== '') found.push(noticeOf(line, kind));
  }
  return found;
}
const PREFIX = 'nbib:';

function noticeOf(line: string, kind: NoticeKind): Notice {
  const doi = doisOf(line)[0]?.doi;
  const pmid = /\bPMID:?\s*(\d{1,8})/.exec(line)?.[1];
  const date = /\b(?:19|20)\d\d\b/.exec(line)?.[0];
  return { kind, from: 'pubmed', ...(doi ? { doi } : {}), ...(pmid ? { pmid } : {}), ...(date ? { date } : {}) };
}

/** What a reference's file or its title says against it, nobody having been asked; undefined where they say nothing. */
export function fileStanding(kept: Kept, title: string): Standing | undefined {
  const told = noticesIn(kept, ABOUT);
  const of = noticesIn(kept, OF);
  const isMarked =
    (saysRetracted(title) && of.length === 0) || /\bRetracted Publication\b/i.test(kept?.['nbib:PT'] ?? '');
  const isTold = told.some(({ kind }) => kind === 'retracted');
  const marked: readonly Notice[] = isMarked && !isTold ? [{ kind: 'retracted', from: 'title' }] : [];
  if (told.length + of.length + marked.length === 0) return undefined;
  const own = standingOf({ source: 'pubmed', at: 0, notices: [...told, ...marked], noticeOf: of });
  // A notice says nothing of itself: that is still to be asked.
  return { ...own, at: null, ...(own.state === 'none' ? { state: 'not checked', why: 'never asked' } : {}) };
}

/** What services said and what the file says, together: the graver word holds, and a file does not make a work checked. */
export function withFile(said: Standing | undefined, file: Standing | undefined): Standing | undefined {
  if (file === undefined) return said;
  if (said === undefined || said.at === null)
    return file.state === 'not checked' && said?.why ? { ...file, why: said.why } : file;
  return togetherStanding([said, { ...file, at: said.at }]);
}

/** Where a reference stands by all that is here; undefined where nothing is known of it. */
export function knownStanding({
  standing,
  kept,
  item,
}: Pick<Reference, 'standing' | 'kept' | 'item'>): Standing | undefined {
  return withFile(standing, fileStanding(kept, String(item.title ?? '')));
}
