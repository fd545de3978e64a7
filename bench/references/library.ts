/** Libraries as benchmarks need them: as many entries as wanted, the same at every run, with what real exports hold. */

/** Numbers that look random and never change (Numerical Recipes' linear congruential generator). */
function sequence(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return below => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
}

const FAMILIES = [
  'Nigwekar',
  'M{\\"u}ller',
  'de la Cruz',
  'Lef{\\`e}vre',
  "O'Brien",
  'van der Berg',
  'Smith',
  "Garc{\\'i}a",
];
const PLAIN = ['Nigwekar', 'Müller', 'de la Cruz', 'Lefèvre', "O'Brien", 'van der Berg', 'Smith', 'García'];
const GIVEN = ['Sagar U.', 'Anna', 'Jean-Luc', 'M. K.', 'Zo{\\"e}', 'Peter J', 'Li', 'H'];
const GIVEN_PLAIN = ['Sagar U.', 'Anna', 'Jean-Luc', 'M K', 'Zoë', 'Peter J', 'Li', 'H'];
const WORDS =
  'calciphylaxis in a patient with chronic kidney disease treated by sodium thiosulfate after early diagnosis and wound care'.split(
    ' ',
  );
const JOURNALS = ['Kidney International', 'The Lancet', 'BMJ Case Reports', 'American Journal of Kidney Diseases'];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

interface Made {
  readonly number: number;
  readonly names: readonly (readonly [family: number, given: number])[];
  readonly title: string;
  readonly abstract: string;
  readonly journal: string;
  readonly year: number;
  readonly month: number;
  readonly volume: number;
  readonly page: number;
}

function* made(count: number): Generator<Made> {
  const pick = sequence(7);
  const words = (length: number) => Array.from({ length }, () => WORDS[pick(WORDS.length)]).join(' ');
  for (let number = 0; number < count; number++) {
    yield {
      number,
      names: Array.from({ length: 1 + pick(6) }, () => [pick(8), pick(8)] as const),
      title: words(6 + pick(8)),
      abstract: pick(3) > 0 ? words(150 + pick(100)) : '',
      journal: JOURNALS[pick(4)] as string,
      year: 1970 + pick(56),
      month: pick(12),
      volume: 1 + pick(400),
      page: 1 + pick(2000),
    };
  }
}

/** BibTeX as reference managers export it: braces, LaTeX accents, months by macro, an abstract of 150 to 250 words in two entries of three. */
export function bibtexLibrary(count: number): string {
  const entries: string[] = [];
  for (const entry of made(count)) {
    const authors = entry.names.map(([family, given]) => `${FAMILIES[family]}, ${GIVEN[given]}`).join(' and ');
    entries.push(`@article{key${entry.number},
  author = {${authors}},
  title = {{Calciphylaxis}: ${entry.title}},
  journal = {${entry.journal}},
  year = {${entry.year}},
  month = ${MONTHS[entry.month]},
  volume = {${entry.volume}},
  number = {${1 + entry.month}},
  pages = {${entry.page}--${entry.page + 9}},
  doi = {10.1000/test.${entry.number}},
  issn = {0028-4793},${entry.abstract === '' ? '' : `\n  abstract = {${entry.abstract}},`}
  keywords = {kidney, skin, thiosulfate},
}
`);
  }
  return entries.join('\n');
}

/** The same entries in RIS. */
export function risLibrary(count: number): string {
  const entries: string[] = [];
  for (const entry of made(count)) {
    const authors = entry.names.map(([family, given]) => `AU  - ${PLAIN[family]}, ${GIVEN[given]}\n`).join('');
    entries.push(`TY  - JOUR
${authors}TI  - Calciphylaxis: ${entry.title}
JO  - ${entry.journal}
PY  - ${entry.year}
DA  - ${entry.year}/${String(entry.month + 1).padStart(2, '0')}/15
VL  - ${entry.volume}
IS  - ${1 + entry.month}
SP  - ${entry.page}
EP  - ${entry.page + 9}
DO  - 10.1000/test.${entry.number}
SN  - 0028-4793
${entry.abstract === '' ? '' : `AB  - ${entry.abstract}\n`}KW  - kidney
KW  - skin
KW  - thiosulfate
ER  - 
`);
  }
  return entries.join('\n');
}

const MONTH_NAMES = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const initialsOf = (given: string) => given.replace(/[^A-Z]/g, '');

/** The same entries in PubMed's XML, a record a line, with what a record has beside its citation: identifiers, headings, its history. */
export function pubmedLibrary(count: number): string {
  const records: string[] = [];
  for (const entry of made(count)) {
    const pmid = 10_000_000 + entry.number;
    const month = MONTH_NAMES[entry.month];
    const authors = entry.names.map(
      ([family, given]) =>
        `<Author ValidYN="Y"><LastName>${PLAIN[family]}</LastName><ForeName>${GIVEN_PLAIN[given]}</ForeName>` +
        `<Initials>${initialsOf(GIVEN_PLAIN[given] as string)}</Initials><AffiliationInfo><Affiliation>Department of Medicine, ` +
        `University Hospital, Aachen, Germany.</Affiliation></AffiliationInfo></Author>`,
    );
    records.push(
      `<PubmedArticle><MedlineCitation Status="MEDLINE" Owner="NLM" IndexingMethod="Automated"><PMID Version="1">${pmid}</PMID>` +
        `<DateCompleted><Year>${entry.year}</Year><Month>12</Month><Day>10</Day></DateCompleted>` +
        `<DateRevised><Year>2024</Year><Month>03</Month><Day>21</Day></DateRevised><Article PubModel="Print-Electronic"><Journal>` +
        `<ISSN IssnType="Electronic">1523-1755</ISSN><JournalIssue CitedMedium="Internet"><Volume>${entry.volume}</Volume>` +
        `<Issue>${1 + entry.month}</Issue><PubDate><Year>${entry.year}</Year><Month>${month}</Month><Day>15</Day></PubDate></JournalIssue>` +
        `<Title>${entry.journal}</Title><ISOAbbreviation>${entry.journal}</ISOAbbreviation></Journal>` +
        `<ArticleTitle>Calciphylaxis: ${entry.title}.</ArticleTitle><Pagination><StartPage>${entry.page}</StartPage>` +
        `<EndPage>${entry.page + 9}</EndPage><MedlinePgn>${entry.page}-${entry.page + 9}</MedlinePgn></Pagination>` +
        `<ELocationID EIdType="doi" ValidYN="Y">10.1000/test.${entry.number}</ELocationID>` +
        (entry.abstract === '' ? '' : `<Abstract><AbstractText>${entry.abstract}</AbstractText></Abstract>`) +
        `<AuthorList CompleteYN="Y">${authors.join('')}</AuthorList><Language>eng</Language><PublicationTypeList>` +
        `<PublicationType UI="D016428">Journal Article</PublicationType><PublicationType UI="D002363">Case Reports</PublicationType>` +
        `</PublicationTypeList></Article><MedlineJournalInfo><Country>United States</Country><MedlineTA>${entry.journal}</MedlineTA>` +
        `<NlmUniqueID>0323470</NlmUniqueID><ISSNLinking>0028-4793</ISSNLinking></MedlineJournalInfo><CitationSubset>IM</CitationSubset>` +
        `<MeshHeadingList><MeshHeading><DescriptorName UI="D002115" MajorTopicYN="N">Calciphylaxis</DescriptorName>` +
        `<QualifierName UI="Q000175" MajorTopicYN="Y">diagnosis</QualifierName></MeshHeading><MeshHeading>` +
        `<DescriptorName UI="D006801" MajorTopicYN="N">Humans</DescriptorName></MeshHeading></MeshHeadingList>` +
        `<KeywordList Owner="NOTNLM"><Keyword MajorTopicYN="N">kidney</Keyword><Keyword MajorTopicYN="N">skin</Keyword></KeywordList>` +
        `</MedlineCitation><PubmedData><History><PubMedPubDate PubStatus="entrez"><Year>${entry.year}</Year><Month>1</Month><Day>5</Day>` +
        `<Hour>6</Hour><Minute>0</Minute></PubMedPubDate></History><PublicationStatus>ppublish</PublicationStatus><ArticleIdList>` +
        `<ArticleId IdType="pubmed">${pmid}</ArticleId><ArticleId IdType="doi">10.1000/test.${entry.number}</ArticleId></ArticleIdList>` +
        `</PubmedData></PubmedArticle>`,
    );
  }
  return `<?xml version="1.0" ?>\n<PubmedArticleSet>\n${records.join('\n')}\n</PubmedArticleSet>\n`;
}
