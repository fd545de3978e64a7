/** What a RIS entry is found by: DOI, PubMed's numbers, and where publishers and databases put them. */
import { isDatabaseWord } from '../genres.ts';
import { bareDoi, readAs, take } from '../item.ts';
import { type Entry, keep } from './entry.ts';

const DOIS = ['DO', 'DI', 'M3', 'L3'] as const;

export function finishIdentifiers(entry: Entry): void {
  const { draft, kept, special } = entry;
  for (const name of DOIS) {
    const value = special[name];
    if (value === undefined) continue;
    const doi = draft.DOI === undefined ? bareDoi(value) : null;
    if (doi !== null) {
      draft.DOI = doi;
      if (name !== 'DO') kept[readAs('DOI')] = name;
      if (doi !== value) kept[`@${name}`] = value;
    } else if (
      name !== 'M3' ||
      /^(?:doi\b|10\.\d{4,9}\/|https?:)/i.test(value) ||
      isDatabaseWord(value, draft.type) ||
      !take(draft, 'genre', value)
    )
      keep(entry, name, value);
  }
  if (draft.DOI === undefined && typeof draft.URL === 'string' && /doi\.org\//i.test(draft.URL))
    take(draft, 'DOI', bareDoi(draft.URL));
  // PubMed Central says its numbers in user fields: "23690738[pmid]".
  for (const name of ['U1', 'U2', 'U3', 'AN']) {
    const value = kept[name] ?? (name === 'AN' ? special.AN : undefined);
    if (value === undefined) continue;
    const [, pmid, pmcid] = /^(?:(\d{1,8})\[pmid\]|(PMC\d+)(?:\[pmcid\])?)$/im.exec(value) ?? [];
    if (pmid !== undefined) take(draft, 'PMID', pmid);
    if (pmcid !== undefined) take(draft, 'PMCID', pmcid);
  }
  const { C2, AN, C7 } = special;
  // EndNote's electronic books.
  if (C7 !== undefined && /^PMC\d+$/i.test(C7)) {
    if (take(draft, 'PMCID', C7.toUpperCase())) kept[readAs('PMCID')] = 'C7';
    else keep(entry, 'C7', C7);
  }
  // Embase's own name for it.
  if (kept.C5 !== undefined && /embase/i.test(String(draft.source)))
    take(draft, 'PMID', /^\d{7,8}$/.exec(kept.C5)?.[0]);
  // Cochrane's "PUBMED 31600000,EMBASE 2003456789", Scopus' bare number.
  if (kept.C3 !== undefined) take(draft, 'PMID', /\bPUBMED (\d{1,8})\b/.exec(kept.C3)?.[1]);
  // "PMID:36123456"
  if (AN !== undefined) take(draft, 'PMID', /^PMID:? ?(\d{1,8})$/i.exec(AN)?.[1]);
  if (C2 !== undefined && /^\d{7,8}$/.test(C2) && /scopus/i.test(String(draft.source)) && take(draft, 'PMID', C2))
    kept[readAs('PMID')] = 'C2';
  else if (C2 !== undefined && (!/^PMC\d+$/i.test(C2) || !take(draft, 'PMCID', C2))) keep(entry, 'C2', C2);
  if (AN === undefined) return;
  const pubmed = /^\d{1,8}$/.test(AN) && (draft.source === undefined || /medline|pubmed/i.test(String(draft.source)));
  if (pubmed && take(draft, 'PMID', AN)) kept[readAs('PMID')] = 'AN';
  else keep(entry, 'AN', AN);
}

/** Publishers who have nothing else to note put the article's address there. */
export function finishNote(entry: Entry): void {
  const { draft } = entry;
  if (draft.note === undefined) return;
  if (!/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)10\.\d{4,9}\/\S+$/i.test(String(draft.note))) return;
  keep(entry, entry.kept[readAs('note')] ?? 'N1', String(draft.note));
  delete draft.note;
}
