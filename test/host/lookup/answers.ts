/** Answers as the services give them, made up for works that do not exist. */

export const DOI = '10.5555/cases.2019.041';

export const crossrefMessage = {
  DOI,
  type: 'journal-article',
  title: ['Non-uraemic calciphylaxis after <i>Roux-en-Y</i> gastric bypass'],
  author: [
    { given: 'Anna', family: 'VAN DER BERG', sequence: 'first' },
    { given: 'Émile', family: 'Marchand', sequence: 'additional' },
    { name: 'French Calciphylaxis Group', sequence: 'additional' },
  ],
  'container-title': ['Journal of Imaginary Nephrology'],
  ISSN: ['0000-0019'],
  volume: '41',
  issue: '3',
  page: '211–219',
  'published-print': { 'date-parts': [[2019, 3]] },
  'updated-by': [
    {
      DOI: '10.5555/cases.2021.007',
      type: 'retraction',
      label: 'Retraction',
      source: 'retraction-watch',
      updated: { 'date-parts': [[2021, 6, 4]] },
    },
  ],
};

export const crossrefWork = (change: object = {}) =>
  JSON.stringify({ status: 'ok', 'message-type': 'work', message: { ...crossrefMessage, ...change } });

export const crossrefWorks = (...changes: object[]) =>
  JSON.stringify({
    status: 'ok',
    'message-type': 'work-list',
    message: { 'total-results': changes.length, items: changes.map(change => ({ ...crossrefMessage, ...change })) },
  });

export const europePmc = (change: object = {}) =>
  JSON.stringify({
    version: '6.9',
    hitCount: 1,
    resultList: {
      result: [
        {
          id: '30000001',
          source: 'MED',
          pmid: '30000001',
          pmcid: 'PMC6000001',
          doi: DOI,
          title: 'Non-uraemic calciphylaxis after Roux-en-Y gastric bypass.',
          authorList: { author: [{ lastName: 'van der Berg', initials: 'A' }] },
          journalInfo: {
            volume: '41',
            issue: '3',
            yearOfPublication: 2019,
            dateOfPublication: '2019 Mar',
            journal: { title: 'Journal of imaginary nephrology', medlineAbbreviation: 'J Imag Nephrol' },
          },
          pageInfo: '211-219',
          abstractText: '<h4>Background</h4>A case.',
          pubTypeList: { pubType: ['Journal Article'] },
          ...change,
        },
      ],
    },
  });

export const pubmedArticle = (pmid: string, extra = '', title = 'A first case of imaginary fever.') => `<PubmedArticle>
<MedlineCitation Status="MEDLINE"><PMID Version="1">${pmid}</PMID>
<Article><Journal><ISSN>0000-0019</ISSN><JournalIssue><Volume>12</Volume><Issue>4</Issue><PubDate><Year>2016</Year><Month>Apr</Month></PubDate></JournalIssue>
<Title>Annals of imaginary medicine</Title><ISOAbbreviation>Ann Imag Med</ISOAbbreviation></Journal>
<ArticleTitle>${title}</ArticleTitle><Pagination><MedlinePgn>101-8</MedlinePgn></Pagination>
<Abstract><AbstractText>One patient.</AbstractText></Abstract>
<AuthorList><Author><LastName>Robert</LastName><ForeName>Luc</ForeName><Initials>L</Initials></Author></AuthorList>
<PublicationTypeList><PublicationType>Case Reports</PublicationType></PublicationTypeList></Article>
<MedlineJournalInfo><MedlineTA>Ann Imag Med</MedlineTA></MedlineJournalInfo>${extra}</MedlineCitation>
<PubmedData><ArticleIdList><ArticleId IdType="pubmed">${pmid}</ArticleId></ArticleIdList></PubmedData></PubmedArticle>`;

export const pubmedSet = (...articles: string[]) =>
  `<?xml version="1.0" ?>\n<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2025//EN" "https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_250101.dtd">\n<PubmedArticleSet>${articles.join('\n')}</PubmedArticleSet>`;

export const RETRACTION_IN =
  '<CommentsCorrectionsList><CommentsCorrections RefType="RetractionIn"><RefSource>Ann Imag Med. 2018 May;14(5):200. doi: 10.5555/aim.2018.200</RefSource><PMID Version="1">31000009</PMID></CommentsCorrections></CommentsCorrectionsList>';

export const datacite = JSON.stringify({
  data: {
    id: '10.5555/data.1',
    attributes: {
      doi: '10.5555/data.1',
      titles: [{ title: 'Images of imaginary fever' }],
      creators: [{ name: 'Marchand, Émile', givenName: 'Émile', familyName: 'Marchand', nameType: 'Personal' }],
      publicationYear: 2020,
      publisher: 'Zenodo',
      types: { resourceTypeGeneral: 'Dataset' },
    },
  },
});

export const arxiv = `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>ArXiv Query</title>
<entry><id>http://arxiv.org/abs/2101.00001v2</id><published>2021-01-01T00:00:00Z</published>
<title>Counting imaginary
  cells</title><summary>We count &lt; 5 cells.</summary>
<author><name>Anna van der Berg</name></author><author><name>John Doe Jr.</name></author></entry></feed>`;

export const arxivError = `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>http://arxiv.org/api/errors#x</id><title>Error</title><summary>incorrect id format</summary></entry></feed>`;

export const openLibrary = JSON.stringify({
  'ISBN:9780306406157': {
    url: 'https://openlibrary.org/books/OL1M/x',
    title: 'Imaginary diseases',
    subtitle: 'a handbook',
    authors: [{ name: 'Anna Roy' }],
    publishers: [{ name: 'Plenum' }],
    publish_places: [{ name: 'New York' }],
    publish_date: 'June 1988',
    number_of_pages: 412,
  },
});

export const hal = JSON.stringify({
  response: {
    numFound: 1,
    start: 0,
    docs: [
      {
        halId_s: 'hal-03012345',
        docType_s: 'ART',
        title_s: ['Calciphylaxie et rhéophérèse', 'Calciphylaxis and rheopheresis'],
        // Of the first no given name is known.
        authLastName_s: ['Le Gall', 'Roux'],
        authFirstName_s: ['Anna'],
        authFullName_s: ['Le Gall', 'Anna Roux'],
        journalTitle_s: 'Néphrologie imaginaire',
        producedDate_s: '2020-11-03',
        volume_s: '7',
        issue_s: ['2'],
        page_s: '12-19',
        doiId_s: DOI,
        language_s: ['fr'],
        uri_s: 'https://hal.science/hal-03012345',
      },
    ],
  },
});
