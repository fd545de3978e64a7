/**
 * Citations as the fields that Zotero's plug-in for Word and LibreOffice writes, so that co-authors can go on citing. Each carries
 * its items whole: they need not be in anybody's library.
 */
import { lettersOf } from '../../core/manuscript/letters.ts';
import type { Run } from '../../core/manuscript/types.ts';
import { noteCalls } from '../../core/manuscript/walk.ts';
import { ZOTERO_URI } from '../../core/references/zotero.ts';
import type { CitationItem } from '../../core/report/document.ts';
import type { Reference } from '../../core/report/types.ts';
import { itemAddress } from '../../core/roundtrip/anchors.ts';
import { fingerprint } from '../../core/roundtrip/keys.ts';
import { TAGS, type WordContext } from './context.ts';

const SCHEMA = 'https://github.com/citation-style-language/schema/raw/master/csl-citation.json';

export const ZOTERO_BIBLIOGRAPHY = 'ADDIN ZOTERO_BIBL {"uncited":[],"omitted":[],"custom":[]} CSL_BIBLIOGRAPHY';

function citedItem(item: CitationItem, { item: csl, kept }: Reference, context: WordContext) {
  const { abstract: _, custom: __, ...itemData } = csl;
  return {
    id: item.reference,
    // One that was taken from Zotero is linked to its entry there as well.
    uris: [...(kept?.[ZOTERO_URI] ? [kept[ZOTERO_URI]] : []), itemAddress(item.reference)],
    itemData: { ...itemData, id: [...context.references.keys()].indexOf(item.reference) + 1 },
    ...(item.locator ? { locator: item.locator, label: item.label ?? 'page' } : {}),
    ...(item.prefix ? { prefix: `${item.prefix.trim()} ` } : {}),
    ...(item.suffix ? { suffix: /^[,;.)]/.test(item.suffix) ? item.suffix : ` ${item.suffix.trim()}` } : {}),
    ...(item.suppressAuthor ? { 'suppress-author': true } : {}),
  };
}

/** The instruction of a cluster's field, in the note of that number or in the text; null where nothing it cites is in the report. */
export function zoteroCitation(citation: string, runs: readonly Run[], context: WordContext, note = 0): string | null {
  const items = (context.manuscript.clusters[citation] ?? []).flatMap(item => {
    const reference = context.references.get(item.reference);
    return reference ? [citedItem(item, reference, context)] : [];
  });
  if (items.length === 0) return null;
  const plainCitation = lettersOf(runs);
  const raised = runs.every(({ sup }) => sup === true);
  const properties = {
    formattedCitation: raised ? `\\super ${plainCitation}\\nosupersub{}` : plainCitation,
    plainCitation,
    noteIndex: note,
  };
  const code = { citationID: citation, properties, citationItems: items, schema: SCHEMA };
  return `ADDIN ZOTERO_ITEM CSL_CITATION ${JSON.stringify(code)}`;
}

/** Of the kinds of notes that the plug-in knows. */
const FOOTNOTES = 1;

/** The most that Word takes in one property of a document. */
const LONGEST_PROPERTY = 255;

/** What the plug-in keeps in the document's properties: session, style, kind of field. */
export function zoteroProperties(
  style: string,
  { manuscript }: WordContext,
): readonly { name: string; value: string }[] {
  const session = fingerprint(JSON.stringify(Object.keys(manuscript.clusters)))
    .padEnd(8, '0')
    .slice(0, 8);
  const hasBibliography = manuscript.bibliography.length > 0 ? 1 : 0;
  const notes = noteCalls(manuscript).length > 0 ? `<pref name="noteType" value="${FOOTNOTES}"/>` : '';
  const data =
    `<data data-version="3" zotero-version="6.0.37"><session id="${session}"/>` +
    `<style id="${style}" locale="${TAGS[manuscript.language]}" hasBibliography="${hasBibliography}" bibliographyStyleHasBeenSet="${hasBibliography}"/>` +
    `<prefs><pref name="fieldType" value="Field"/>${notes}<pref name="automaticJournalAbbreviations" value="true"/></prefs></data>`;
  const pieces = data.match(new RegExp(`[\\s\\S]{1,${LONGEST_PROPERTY}}`, 'g')) ?? [];
  return pieces.map((value, index) => ({ name: `ZOTERO_PREF_${index + 1}`, value }));
}
