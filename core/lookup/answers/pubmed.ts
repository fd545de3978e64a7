/** NCBI E-utilities: records of PubMed (efetch, XML) with what they say of retractions, and lists of PMIDs (esearch, JSON). */
import { readPubmedXml } from '../../formats/pubmed-xml/index.ts';
import { allText, childOf, childrenOf, textOf, type XmlElement, xmlRecords } from '../../formats/xml.ts';
import { doisOf } from '../doi.ts';
import { type Notice, type NoticeKind, type Standing, saysRetracted, standingOf } from '../standing.ts';
import type { Described } from './entry.ts';
import { listOf, objectOf, parsedObject, wordsOf } from './json.ts';

/** `RefType` of a comment or correction that says something about this article (PubMed DTD, 2025). */
const REF_TYPES: Readonly<Record<string, NoticeKind>> = {
  RetractionIn: 'retracted',
  PartialRetractionIn: 'retracted',
  RetractedandRepublishedIn: 'retracted',
  ExpressionOfConcernIn: 'concern',
  ErratumIn: 'corrected',
  CorrectedandRepublishedIn: 'corrected',
  UpdateIn: 'corrected',
};
/** And of one that this article is itself. */
const NOTICE_TYPES: Readonly<Record<string, NoticeKind>> = {
  RetractionOf: 'retracted',
  PartialRetractionOf: 'retracted',
  ExpressionOfConcernFor: 'concern',
  ErratumFor: 'corrected',
};

function noticesOf(citation: XmlElement | undefined, types: Readonly<Record<string, NoticeKind>>): readonly Notice[] {
  return childrenOf(childOf(citation, 'CommentsCorrectionsList'), 'CommentsCorrections').flatMap(
    (entry): readonly Notice[] => {
      const kind = types[entry.attributes.RefType ?? ''];
      // An update of a guideline or review says nothing against the older one.
      if (!kind || entry.attributes.RefType === 'UpdateIn') return [];
      const source = textOf(entry, 'RefSource');
      const [doi, pmid] = [doisOf(source)[0]?.doi, textOf(entry, 'PMID')];
      const year = /\b(?:19|20)\d\d\b/.exec(source)?.[0];
      return [
        { kind, from: 'pubmed', ...(doi ? { doi } : {}), ...(pmid ? { pmid } : {}), ...(year ? { date: year } : {}) },
      ];
    },
  );
}

function standingOfRecord(record: XmlElement, at: number): Standing {
  const citation = childOf(record, 'MedlineCitation');
  const kinds = childrenOf(childOf(citation, 'Article', 'PublicationTypeList'), 'PublicationType').map(kind =>
    allText(kind).trim(),
  );
  const notices = noticesOf(citation, REF_TYPES);
  const isKnown = notices.some(({ kind }) => kind === 'retracted');
  const marked: readonly Notice[] =
    !isKnown && kinds.includes('Retracted Publication')
      ? [{ kind: 'retracted', from: 'pubmed' }]
      : !isKnown && saysRetracted(textOf(citation, 'Article', 'ArticleTitle'))
        ? [{ kind: 'retracted', from: 'title' }]
        : [];
  return standingOf({
    source: 'pubmed',
    at,
    notices: [...notices, ...marked],
    noticeOf: noticesOf(citation, NOTICE_TYPES),
  });
}

/**
 * The records of an answer of efetch; an empty list where PubMed knows none of what was asked, null where it is no such answer.
 * `at` is when PubMed was asked (milliseconds).
 */
export function readPubmed(text: string, at: number): readonly Described[] | null {
  if (!/<PubmedArticleSet[\s>/]/.test(text)) return null;
  // An answer cut short could have lost the very line that says "retracted".
  if (!/<\/PubmedArticleSet>\s*$|<PubmedArticleSet\s*\/>\s*$/.test(text)) return null;
  const standings = new Map<string, Standing>();
  for (const { element } of xmlRecords(text, ['PubmedArticle'])) {
    if (element) standings.set(textOf(element, 'MedlineCitation', 'PMID'), standingOfRecord(element, at));
  }
  const { references, problems } = readPubmedXml(text);
  if (references.length === 0 && problems.length > 0) return null;
  return references.map(reference => ({
    reference,
    standing: standings.get(String(reference.item.PMID ?? '')) ?? null,
  }));
}

export interface PmidPage {
  readonly total: number;
  readonly pmids: readonly string[];
}

/** The answer of esearch (`retmode=json`); null where it is none. */
export function readPubmedSearch(text: string): PmidPage | null {
  const result = parsedObject(text)?.esearchresult;
  const { count, idlist } = objectOf(result);
  if (result === undefined || !Array.isArray(idlist)) return null;
  return {
    total: Number(count) || 0,
    pmids: listOf(idlist)
      .map(wordsOf)
      .filter(id => /^\d+$/.test(id)),
  };
}
