/** Identifiers and addresses of a work, wherever an entry has them. */
import { bareDoi, type Draft, readAs, take } from '../item.ts';
import { decodeLatex } from './latex.ts';
import { keep, type Special } from './special.ts';

export function readIdentifiers(special: Special, draft: Draft, kept: Record<string, string>): void {
  const { doi, howpublished, eprint, eprinttype, archiveprefix } = special;
  if (doi !== undefined) {
    const bare = bareDoi(verbatim(doi));
    if (bare === null) keep(kept, 'doi', doi);
    else draft.DOI = bare;
  }
  // SciELO has an article's own DOI there.
  if (kept.crossref !== undefined && /^\s*10\.\d{4,9}\/\S+\s*$/.test(kept.crossref))
    take(draft, 'DOI', bareDoi(verbatim(kept.crossref)));
  const linked =
    draft.DOI === undefined && /doi\.org\/10\./i.test(String(draft.URL)) ? bareDoi(String(draft.URL)) : null;
  if (linked !== null && take(draft, 'DOI', linked)) kept[readAs('DOI')] = 'url';
  if (howpublished !== undefined) {
    const address =
      /\\url\s*\{([^}]*)\}/.exec(howpublished)?.[1] ?? /https?:\/\/[^\s{}]+[^\s{}.,;:)]/.exec(howpublished)?.[0];
    // An address is taken, and the words around it are kept with it.
    if (address !== undefined) take(draft, 'URL', verbatim(address));
    if (address === undefined && take(draft, 'publisher', decodeLatex(howpublished)))
      kept[readAs('publisher')] = 'howpublished';
    else keep(kept, 'howpublished', howpublished);
  }
  if (eprint !== undefined) {
    const where = `${eprinttype ?? ''}${archiveprefix ?? ''}`;
    if (/pubmed|pmid|medline/i.test(where)) take(draft, 'PMID', decodeLatex(eprint));
    keep(kept, 'eprint', eprint);
  }
  if (draft.PMID !== undefined || draft.note !== undefined || draft.annote !== undefined) {
    const said = /\d{1,8}/.exec(
      String(draft.PMID ?? /\bPMID:?\s*\d{1,8}\b/i.exec(`${draft.note ?? ''} ${draft.annote ?? ''}`)?.[0] ?? ''),
    );
    if (said) {
      // Words beside the number are kept with it.
      const written = String(draft.PMID ?? '');
      if (/\p{L}/u.test(written.replace(/^\s*(?:PMID|https?:\S*)/i, ''))) keep(kept, 'pmid', written);
      draft.PMID = said[0];
    }
  }
  // Better BibTeX has Zotero's Extra in a note.
  if (draft.note !== undefined || draft.annote !== undefined)
    take(
      draft,
      'PMCID',
      /\bPMCID:?\s*(PMC\d+)\b/i.exec(`${draft.note ?? ''} ${draft.annote ?? ''}`)?.[1]?.toUpperCase(),
    );
  if (draft.PMCID !== undefined && /^\d+$/.test(String(draft.PMCID))) draft.PMCID = `PMC${draft.PMCID}`;
  if (kept.eissn !== undefined) {
    const value = decodeLatex(kept.eissn);
    if (take(draft, 'ISSN', value)) {
      delete kept.eissn;
      kept[readAs('ISSN')] = 'eissn';
    }
  }
  keep(kept, 'eprinttype', eprinttype);
  keep(kept, 'archiveprefix', archiveprefix);
}

/** Addresses and identifiers are not prose: only their escapes are undone. */
export function verbatim(value: string): string {
  if (!/[\\{}\s]/.test(value)) return value;
  return value
    .replace(/^\s*\\url\s*\{(.*)\}\s*$/s, '$1')
    .replace(/\\([_%#&$~{}])/g, '$1')
    .replace(/\{?\\textunderscore\s*(?:\{\})?\}?/g, '_')
    .replace(/\s+/g, '')
    .replace(/[{}]/g, '');
}
