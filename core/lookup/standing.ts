/** Where a published work stands: retracted, under a concern, corrected, nothing known against it, or not checked. */
import { sameDoi } from './doi.ts';

export type NoticeKind = 'retracted' | 'concern' | 'corrected';

export interface Notice {
  readonly kind: NoticeKind;
  /** Of the notice, where it has one. */
  readonly doi?: string;
  readonly pmid?: string;
  /** When it appeared: "2020", "2020-06" or "2020-06-05". */
  readonly date?: string;
  /** Who says so: `title` where the publisher put it before the title alone. */
  readonly from: 'publisher' | 'retraction-watch' | 'pubmed' | 'europe-pmc' | 'title';
}

/** Why a work is not checked. */
export type Unchecked = 'never asked' | 'no identifier' | 'unknown there' | 'failed';

export interface Standing {
  readonly state: NoticeKind | 'none' | 'not checked';
  /** When a service last said so (milliseconds); null where none did. */
  readonly at: number | null;
  readonly source: 'crossref' | 'pubmed' | 'europe-pmc' | null;
  /** Gravest first, later ones before earlier ones. */
  readonly notices: readonly Notice[];
  /** What this work is itself a notice about: citing the notice is seldom what was meant. */
  readonly noticeOf: readonly Notice[];
  /** Given with `not checked` alone. */
  readonly why?: Unchecked;
}

/** The standings of a report's references, by their ids. */
export type Standings = Readonly<Record<string, Standing>>;

/** After so long (milliseconds: 7 days) a state is asked for again: retractions come years after an article. */
export const STANDING_LASTS = 7 * 24 * 3600 * 1000;

/** Nothing was asked, or nothing was answered: never to be read as "fine". */
export function notChecked(why: Unchecked): Standing {
  return { state: 'not checked', at: null, source: null, notices: [], noticeOf: [], why };
}

const GRAVITY: Readonly<Record<NoticeKind, number>> = { retracted: 0, concern: 1, corrected: 2 };

/**
 * Crossref's update types ("Types of updates", Crossmark documentation) and those that Retraction Watch adds. A withdrawal or
 * removal takes the work back as a retraction does; new versions and editions say nothing against a work and are left out.
 */
const UPDATE_TYPES: Readonly<Record<string, NoticeKind>> = {
  retraction: 'retracted',
  partial_retraction: 'retracted',
  withdrawal: 'retracted',
  removal: 'retracted',
  expression_of_concern: 'concern',
  correction: 'corrected',
  corrigendum: 'corrected',
  erratum: 'corrected',
  addendum: 'corrected',
  clarification: 'corrected',
};

/** The kind of an update as Crossref spells it ("expression_of_concern", "Partial retraction"); null for one that is no notice. */
export function noticeKind(type: string): NoticeKind | null {
  return (
    UPDATE_TYPES[
      type
        .toLowerCase()
        .trim()
        .replace(/[\s-]+/g, '_')
    ] ?? null
  );
}

/** Whether publishers marked a title: "RETRACTED: …", "WITHDRAWN ARTICLE: …". */
export function saysRetracted(title: string): boolean {
  return /^\W*(?:RETRACTED|WITHDRAWN|REMOVED)(?:\s+(?:ARTICLE|CHAPTER|PAPER))?\s*[:\]—–-]|^\W*Retracted(?: article)?:/.test(
    title,
  );
}

interface Said {
  readonly source: 'crossref' | 'pubmed' | 'europe-pmc';
  readonly at: number;
  readonly notices: readonly Notice[];
  readonly noticeOf?: readonly Notice[];
  /** Dates of reinstatements: they take back retractions and concerns from before. */
  readonly reinstated?: readonly string[];
}

/** The standing that a service's notices make. The same notice told twice counts once. */
export function standingOf({ source, at, notices, noticeOf = [], reinstated = [] }: Said): Standing {
  const latest = [...reinstated].sort().at(-1);
  const holds = notices.filter(
    ({ kind, date }) => latest === undefined || kind === 'corrected' || (date !== undefined && date > latest),
  );
  // A work that was reinstated still has a history worth reading.
  const softened: readonly Notice[] =
    holds.length < notices.length && !holds.some(({ kind }) => kind === 'corrected')
      ? [...holds, { kind: 'corrected', from: 'retraction-watch', ...(latest ? { date: latest } : {}) }]
      : holds;
  const kept = softened
    .filter(
      (notice, index) =>
        softened.findIndex(
          other =>
            other.kind === notice.kind &&
            (other.doi && notice.doi
              ? sameDoi(other.doi, notice.doi)
              : other.pmid === notice.pmid && other.doi === notice.doi),
        ) === index,
    )
    // Where a notice is known, its mark in the title says nothing more.
    .filter(
      ({ from, kind }, _, all) => from !== 'title' || !all.some(other => other.from !== 'title' && other.kind === kind),
    )
    .sort((a, b) => GRAVITY[a.kind] - GRAVITY[b.kind] || (b.date ?? '').localeCompare(a.date ?? ''));
  return { state: kept[0]?.kind ?? 'none', at, source, notices: kept, noticeOf };
}

/**
 * What several services say of one work, taken together: the gravest holds. Where one of them failed, what the others have nothing against
 * is not checked: the one that failed may know of a retraction. So is what none said anything of.
 */
export function togetherStanding(said: readonly Standing[]): Standing {
  const known = said.filter(({ at }) => at !== null);
  const [first] = known;
  const failed = said.find(({ why }) => why === 'failed');
  if (!first) return failed ?? said[0] ?? notChecked('never asked');
  if (failed && known.every(({ state }) => state === 'none')) return failed;
  if (known.length === 1) return first;
  const notices: Notice[] = [];
  for (const { notices: more } of known)
    for (const notice of more) {
      // One service names a notice by its DOI and another by its PMID alone: it is the same one.
      const isTold = notices.some(({ kind, doi }) => kind === notice.kind && (!notice.doi || !doi));
      if (!isTold) notices.push(notice);
    }
  const gravest = [...known].sort((a, b) => gravityOf(a) - gravityOf(b))[0] as Standing;
  return standingOf({
    source: gravest.source ?? 'crossref',
    at: Math.min(...known.map(({ at }) => at as number)),
    notices,
    noticeOf: first.noticeOf.length > 0 ? first.noticeOf : (known.find(one => one.noticeOf.length > 0)?.noticeOf ?? []),
  });
}

const gravityOf = ({ state }: Standing) => (state === 'none' || state === 'not checked' ? 3 : GRAVITY[state]);

/** Whether a standing is to be asked for again. */
export function isDue(standing: Standing, now: number): boolean {
  return standing.at === null || now - standing.at > STANDING_LASTS;
}
