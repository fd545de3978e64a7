/** Addresses of articles' pages: which identifier they name. */
import { doiOfAddress } from './doi.ts';
import type { Identifier } from './identifiers.ts';
import { isbn13 } from './isbn.ts';
import { placeOfAddress } from './journal-pages.ts';

interface Rule {
  readonly kind: Identifier['kind'];
  /** Matches within an address without its scheme; the first group is the identifier, or what {@link make} needs. */
  readonly pattern: RegExp;
  readonly make?: (found: string) => string | null;
}

/** MDPI's journals of medicine by the ISSN in their addresses, as their DOIs call them. */
const MDPI: Readonly<Record<string, string>> = {
  '1422-0067': 'ijms',
  '1648-9144': 'medicina',
  '1660-4601': 'ijerph',
  '1999-4915': 'v',
  '2036-7449': 'idr',
  '2039-7283': 'clinpract',
  '2072-6643': 'nu',
  '2072-6694': 'cancers',
  '2073-4409': 'cells',
  '2075-1729': 'life',
  '2075-4418': 'diagnostics',
  '2075-4426': 'jpm',
  '2076-0817': 'pathogens',
  '2076-393X': 'vaccines',
  '2077-0383': 'jcm',
  '2079-6382': 'antibiotics',
  '2227-9032': 'healthcare',
  '2227-9059': 'biomedicines',
  '2227-9067': 'children',
  '2414-6366': 'tropicalmed',
};

/** "2077-0383/9/4/1189" → "10.3390/jcm9041189". */
function mdpi(found: string): string | null {
  const [issn = '', volume = '', issue = '', article = ''] = found.toUpperCase().split('/');
  const code = MDPI[issn];
  return code === undefined ? null : `10.3390/${code}${volume}${issue.padStart(2, '0')}${article.padStart(4, '0')}`;
}

/** A PII without the signs that are printed in it: "S0190-9622(19)30770-4" → "S0190962219307704". */
export const barePii = (text: string): string => text.toUpperCase().replace(/[^\dBSX]/g, '');

/**
 * Hosts may stand behind a library's proxy ("www-nejm-org.proxy.univ.fr"), so that paths are looked at more than names.
 * Publishers are listed where their page's address decides the DOI by a rule of theirs.
 */
const RULES: readonly Rule[] = [
  { kind: 'pmcid', pattern: /ncbi[.-]nlm[.-]nih[.-]gov\S*?\/(PMC\d+)/i },
  {
    kind: 'pmcid',
    pattern: /ncbi[.-]nlm[.-]nih[.-]gov\S*?\/pmc\/articles\/(?:PMC)?(\d{3,9})(?!\d)/i,
  },
  { kind: 'pmcid', pattern: /europepmc[.-]org\/(?:\S*\/)?(PMC\d+)/i },
  { kind: 'pmid', pattern: /pubmed[.-]ncbi[.-]nlm[.-]nih[.-]gov[^/]*\/(?:\?(?:\S*&)?term=)?(\d{1,8})(?!\d)/i },
  {
    kind: 'pmid',
    pattern: /ncbi[.-]nlm[.-]nih[.-]gov[^/]*\/(?:m\/)?pubmed\/?(?:(?<=\/)|(?=\?))(?:\?(?:\S*&)?term=)?(\d{1,8})(?!\d)/i,
  },
  { kind: 'pmid', pattern: /ncbi[.-]nlm[.-]nih[.-]gov\S*[?&](?:list_uids|uid)=(\d{1,8})(?![\d,])/i },
  { kind: 'pmid', pattern: /pubmed[.-]gov[^/]*\/(\d{1,8})(?!\d)/i },
  { kind: 'pmid', pattern: /europepmc[.-]org\/(?:article|abstract|search)\/MED\/(\d{1,8})(?!\d)/i },
  {
    kind: 'arxiv',
    pattern: /(?:ar|alpha)xiv[.-]org[^/]*\/(?:abs|pdf|html|format|ps)\/((?:[a-z-]+(?:\.[a-z]{2})?\/)?\d[\d.]+\d)/i,
  },
  {
    kind: 'doi',
    // "s41591-020-0820-9", "d41586-020-00502-w", "nrneph.2016.12", "leu2016123", "sj.bmt.1705000"
    pattern: /nature[.-]com[^/]*\/articles\/((?:[sd]\d{5}-|[a-z]{2,12}\.?\d|sj\.[a-z]+\.)[\w.-]+)/i,
    make: id => `10.1038/${id.replace(/\.(?:pdf|epdf|ris)$/i, '')}`,
  },
  {
    kind: 'doi',
    pattern: /bmj[.-]com[^/]*\/content\/(?:bmj\/)?\d+\/(bmj[.-][\w.-]+?)(?:\.full|\.abstract|[/?#]|$)/i,
    make: id => `10.1136/${id}`,
  },
  {
    kind: 'doi',
    pattern: /casereports[.-]bmj[.-]com\S*?\/(bcr-\d{4}-\d{5,6})(?!\d)/i,
    make: id => `10.1136/${id.toLowerCase()}`,
  },
  {
    kind: 'doi',
    pattern: /bmj[.-]com[^/]*\/content\/early\/(?:\d+\/)+([a-z]+-\d{4}-\d{5,6})(?!\d)/i,
    make: id => `10.1136/${id.toLowerCase()}`,
  },
  {
    kind: 'doi',
    pattern: /karger[.-]com[^/]*\/Article\/(?:FullText|Pdf|Abstract)\/(\d{5,6})(?!\d)/i,
    make: id => `10.1159/${id.padStart(9, '0')}`,
  },
  {
    kind: 'doi',
    pattern: /(?:hindawi|downloads\.hindawi)[.-]com[^/]*\/journals\/[a-z]+\/((?:19|20)\d\d\/\d{6,7})(?!\d)/i,
    make: id => `10.1155/${id}`,
  },
  {
    kind: 'doi',
    pattern: /amjcaserep[.-]com\S*?\/idArt\/(\d{6,7})(?!\d)/i,
    make: id => `10.12659/AJCR.${id}`,
  },
  // Emerging Infectious Diseases: "/eid/article/26/7/20-0764_article" is eid2607.200764.
  {
    kind: 'doi',
    pattern: /cdc[.-]gov[^/]*\/eid\/article\/(\d\d\/\d{1,2}\/\d\d-\d{4})(?!\d)/i,
    make: id => {
      const [volume = '', issue = '', number = ''] = id.split('/');
      return `10.3201/eid${volume}${issue.padStart(2, '0')}.${number.replace('-', '')}`;
    },
  },
  { kind: 'doi', pattern: /jci[.-]org[^/]*\/articles\/view\/(\d{5,6})(?!\d)/i, make: id => `10.1172/JCI${id}` },
  {
    kind: 'doi',
    pattern: /researchsquare[.-]com[^/]*\/article\/(rs-\d+\/v\d+)/i,
    make: id => `10.21203/rs.3.${id.toLowerCase()}`,
  },
  {
    kind: 'doi',
    pattern: /preprints[.-]org[^/]*\/manuscript\/(\d{6}\.\d{4}\/v\d+)/i,
    make: id => `10.20944/preprints${id.replace('/', '.')}`,
  },
  { kind: 'doi', pattern: /ssrn[.-]com\S*?[?&]abstract_id=(\d{5,8})(?!\d)/i, make: id => `10.2139/ssrn.${id}` },
  { kind: 'doi', pattern: /zenodo[.-]org[^/]*\/records?\/(\d{4,9})(?!\d)/i, make: id => `10.5281/zenodo.${id}` },
  { kind: 'doi', pattern: /mdpi[.-]com[^/]*\/(\d{4}-\d{3}[\dX]\/\d+\/\d+\/\d+)(?!\d)/i, make: mdpi },
  // Cold Spring Harbor's addresses by the day on which a preprint appeared.
  {
    kind: 'doi',
    pattern: /(?:med|bio)rxiv[.-]org\S*?\/early\/\d{4}\/\d\d\/\d\d\/([\d.]*\d)/i,
    make: id => `10.1101/${id}`,
  },
  { kind: 'doi', pattern: /elifesciences[.-]org[^/]*\/articles\/(\d+)/i, make: id => `10.7554/eLife.${id}` },
  // A Lancet page is named by the article's PII, which is its DOI's suffix.
  {
    kind: 'doi',
    pattern: /(?:thelancet|cell)[.-]com\S*?\/(?:article\/)?PII(S\d{4}-\d{3}[\dX]\(\d{2}\)\d{5}-[\dX])/i,
    make: id => `10.1016/${id}`,
  },
  {
    kind: 'doi',
    pattern: /(?:thelancet|cell)[.-]com\S*?[?&]pii=(S\d{4}-\d{3}[\dX]\(\d{2}\)\d{5}-[\dX])/i,
    make: id => `10.1016/${id}`,
  },
  { kind: 'pii', pattern: /\/1-s2\.0-(S\d{15}[\dX])(?![\dX])/i, make: barePii },
  { kind: 'pii', pattern: /[?&]pii=(S\d{4}-?\d{3}[\dX]\(?\d{2}\)?\d{5}-?[\dX])(?![\dX])/i, make: barePii },
  // ScienceDirect and Elsevier's journals name an article by its PII, which Crossref knows beside the DOI ("alternative-id").
  {
    kind: 'pii',
    pattern:
      /\/(?:pii|article|fulltext|abstract|pdf|retrieve)\/(?:pii\/)?(S\d{4}-?\d{3}[\dX]\(?\d{2}\)?\d{5}-?[\dX])(?![\dX])/i,
    make: barePii,
  },
  { kind: 'pii', pattern: /\/pii\/(B\d{13}[\dX]{5,6})(?![\dX])/i, make: barePii },
  // HAL and the archives beside it: hal.science, inserm.hal.science, theses.hal.science, hal.archives-ouvertes.fr …
  {
    kind: 'hal',
    pattern:
      /(?:hal[.-]science|archives-ouvertes[.-]fr|ccsd[.-]cnrs[.-]fr)[^/]*\/(?:\S*\/)?([a-z]+(?:-[a-z]+)?-\d{8})(?:v\d+)?/i,
    make: id => id.toLowerCase(),
  },
  { kind: 'isbn', pattern: /\/isbn[/=:]([\dX-]{10,17})(?![\dX])/i },
];

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** The identifier that an address names; null where it names none that can be told from it. */
export function identifierOfAddress(address: string): Identifier | null {
  const plain = decoded(address);
  const doi = doiOfAddress(plain);
  // arXiv's own DOIs are read as arXiv ids, so that both ways lead to one entry.
  if (doi !== null) return identifierOfDoi(doi);
  for (const { kind, pattern, make } of RULES) {
    const found = pattern.exec(plain)?.[1];
    if (found === undefined) continue;
    const value =
      kind === 'isbn'
        ? isbn13(found)
        : kind === 'pmcid'
          ? `PMC${found.replace(/^PMC/i, '')}`
          : make
            ? make(found)
            : found;
    if (value !== null) return { kind, value: kind === 'arxiv' ? value.replace(/\.pdf$/i, '') : value };
  }
  const place = placeOfAddress(plain);
  return place === null ? null : { kind: 'place', value: place };
}

/** A DOI as an identifier; one of arXiv's own becomes an arXiv id. */
export function identifierOfDoi(doi: string): Identifier {
  const arxiv = /^10\.48550\/arxiv\.(.+?)(?:v\d+)?$/i.exec(doi)?.[1];
  return arxiv === undefined ? { kind: 'doi', value: doi } : { kind: 'arxiv', value: arxiv };
}
