import { describe, expect, it } from 'vitest';
import { writeNbib } from '../../../core/formats/nbib/index.ts';
import { pubmedXml, readPubmedXml } from '../../../core/formats/pubmed-xml/index.ts';

const HEAD = `<?xml version="1.0" ?>
<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2024//EN" "https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_240101.dtd">
<PubmedArticleSet>`;

const ARTICLE = `<PubmedArticle><MedlineCitation Status="MEDLINE" Owner="NLM">
  <PMID Version="1">32450107</PMID>
  <DateCompleted><Year>2020</Year><Month>06</Month><Day>04</Day></DateCompleted>
  <Article PubModel="Print-Electronic">
    <Journal><ISSN IssnType="Electronic">1474-547X</ISSN>
      <JournalIssue CitedMedium="Internet"><Volume>395</Volume><Issue>10240</Issue>
        <PubDate><Year>2020</Year><Month>Jun</Month><Day>13</Day></PubDate></JournalIssue>
      <Title>Lancet (London, England)</Title><ISOAbbreviation>Lancet</ISOAbbreviation></Journal>
    <ArticleTitle>Effect of H<sub>2</sub>O on <i>Candida albicans</i> &amp; co: P &lt; 0&#xb7;05.</ArticleTitle>
    <Pagination><StartPage>1820</StartPage><EndPage>1829</EndPage><MedlinePgn>1820-9</MedlinePgn></Pagination>
    <ELocationID EIdType="doi" ValidYN="Y">10.1016/S0140-6736(20)31180-6</ELocationID>
    <Abstract><AbstractText Label="BACKGROUND" NlmCategory="BACKGROUND">First, 10<sup>9</sup>/L.</AbstractText>
      <AbstractText Label="FINDINGS">Second.</AbstractText><CopyrightInformation>© 2020</CopyrightInformation></Abstract>
    <AuthorList CompleteYN="N">
      <Author ValidYN="Y"><LastName>de la Cruz</LastName><ForeName>María José</ForeName><Initials>MJ</Initials>
        <Identifier Source="ORCID">https://orcid.org/0000-0001-0000-0002</Identifier>
        <AffiliationInfo><Affiliation>Madrid.</Affiliation></AffiliationInfo></Author>
      <Author ValidYN="Y"><LastName>Ruschitzka</LastName><ForeName>Frank</ForeName><Initials>F</Initials><Suffix>3rd</Suffix></Author>
      <Author ValidYN="N"><LastName>Rushitzka</LastName><ForeName>Frank</ForeName></Author>
      <Author ValidYN="Y"><CollectiveName>COVID Study Group</CollectiveName></Author>
    </AuthorList>
    <Language>eng</Language>
    <GrantList><Grant><GrantID>R01</GrantID><Agency>NIH</Agency><Country>United States</Country></Grant></GrantList>
    <PublicationTypeList><PublicationType UI="D016428">Journal Article</PublicationType><PublicationType UI="D016441">Retracted Publication</PublicationType></PublicationTypeList>
    <ArticleDate DateType="Electronic"><Year>2020</Year><Month>05</Month><Day>22</Day></ArticleDate>
  </Article>
  <MedlineJournalInfo><Country>England</Country><MedlineTA>Lancet</MedlineTA><NlmUniqueID>2985213R</NlmUniqueID><ISSNLinking>0140-6736</ISSNLinking></MedlineJournalInfo>
  <CommentsCorrectionsList><CommentsCorrections RefType="RetractionIn"><RefSource>Lancet. 2020 Jun 13;395(10240):1820</RefSource><PMID Version="1">32511943</PMID></CommentsCorrections></CommentsCorrectionsList>
  <MeshHeadingList><MeshHeading><DescriptorName MajorTopicYN="N">Pandemics</DescriptorName><QualifierName MajorTopicYN="Y">prevention &amp; control</QualifierName></MeshHeading></MeshHeadingList>
  <KeywordList Owner="NOTNLM"><Keyword MajorTopicYN="N">hydroxychloroquine</Keyword></KeywordList>
  <CoiStatement>None.</CoiStatement>
</MedlineCitation><PubmedData><History><PubMedPubDate PubStatus="entrez"><Year>2020</Year><Month>5</Month><Day>26</Day><Hour>6</Hour><Minute>0</Minute></PubMedPubDate></History>
  <PublicationStatus>ppublish</PublicationStatus>
  <ArticleIdList><ArticleId IdType="pubmed">32450107</ArticleId><ArticleId IdType="pmc">PMC7255293</ArticleId><ArticleId IdType="doi">10.1016/S0140-6736(20)31180-6</ArticleId></ArticleIdList>
  <ReferenceList><Reference><Citation>Another paper.</Citation><ArticleIdList><ArticleId IdType="doi">10.1/other</ArticleId></ArticleIdList></Reference></ReferenceList>
</PubmedData></PubmedArticle>`;

const CHAPTER = `<PubmedBookArticle><BookDocument><PMID Version="1">20301295</PMID>
  <ArticleIdList><ArticleId IdType="bookaccession">NBK1116</ArticleId></ArticleIdList>
  <Book><Publisher><PublisherName>University of Washington, Seattle</PublisherName><PublisherLocation>Seattle (WA)</PublisherLocation></Publisher>
    <BookTitle book="gene">GeneReviews<sup>®</sup></BookTitle><PubDate><Year>1993</Year></PubDate>
    <AuthorList Type="editors" CompleteYN="Y"><Author ValidYN="Y"><LastName>Adam</LastName><ForeName>Margaret P</ForeName><Initials>MP</Initials></Author></AuthorList></Book>
  <ArticleTitle book="gene" part="x">Huntington Disease</ArticleTitle><Language>eng</Language>
  <AuthorList Type="authors" CompleteYN="Y"><Author ValidYN="Y"><LastName>Caron</LastName><ForeName>Nicholas S</ForeName><Initials>NS</Initials></Author></AuthorList>
  <PublicationType UI="D016454">Review</PublicationType><Abstract><AbstractText>Short.</AbstractText></Abstract>
</BookDocument></PubmedBookArticle>`;

const small = (pmid: number, title: string) =>
  `<PubmedArticle><MedlineCitation><PMID>${pmid}</PMID><Article><ArticleTitle>${title}</ArticleTitle></Article></MedlineCitation></PubmedArticle>`;

describe('PubMed XML', () => {
  it('whom an article is about is kept, and written as nbib', () => {
    const subject =
      '<PersonalNameSubjectList><PersonalNameSubject><LastName>Koop</LastName><ForeName>C Everett</ForeName></PersonalNameSubject></PersonalNameSubjectList>';
    const { references } = readPubmedXml(
      small(1, 'A life').replace('</MedlineCitation>', `${subject}</MedlineCitation>`),
    );
    expect(references[0]?.kept).toMatchObject({ 'nbib:FPS': 'Koop, C Everett' });
    expect(writeNbib(references)).toContain('FPS - Koop, C Everett');
  });

  it('elements of older records, names of which none is marked right, and a book’s status are kept', () => {
    const older =
      '<MedlineJournalInfo><NlmUniqueID>1</NlmUniqueID><NLMUniqueID>2</NLMUniqueID><VernacularTitle>Une vie</VernacularTitle></MedlineJournalInfo>' +
      '<InvestigatorList><Investigator ValidYN="N"><LastName>Roe</LastName><ForeName>Ann</ForeName><AffiliationInfo><Affiliation>Ward 3</Affiliation></AffiliationInfo></Investigator></InvestigatorList>';
    const [article, book] = readPubmedXml(
      small(1, 'A life').replace('</MedlineCitation>', `${older}</MedlineCitation>`) +
        CHAPTER.replace(
          '</PubmedBookArticle>',
          '<PubmedBookData><PublicationStatus>ppublish</PublicationStatus></PubmedBookData></PubmedBookArticle>',
        ),
    ).references;
    expect(article?.item['original-title']).toBe('Une vie');
    expect(article?.kept).toMatchObject({ 'nbib:JID': '1\n2' });
    expect(writeNbib([article!])).toContain('FIR - Roe, Ann\nIR  - Roe\nIRAD- Ward 3');
    expect(writeNbib([book!])).toContain('PST - ppublish');
  });

  it('an article with all it says', () => {
    const { references, problems } = readPubmedXml(`${HEAD}${ARTICLE}</PubmedArticleSet>`);
    expect(problems).toEqual([]);
    expect(references[0]?.item).toEqual({
      id: 'cruz2020effect',
      type: 'article-journal',
      PMID: '32450107',
      PMCID: 'PMC7255293',
      DOI: '10.1016/S0140-6736(20)31180-6',
      title: 'Effect of H<sub>2</sub>O on <i>Candida albicans</i> & co: P < 0·05',
      author: [
        { family: 'Cruz', given: 'María José', 'non-dropping-particle': 'de la' },
        { family: 'Ruschitzka', given: 'Frank', suffix: '3rd' },
        { literal: 'COVID Study Group' },
        { literal: 'et al.' },
      ],
      'container-title': 'Lancet (London, England)',
      'container-title-short': 'Lancet',
      volume: '395',
      issue: '10240',
      page: '1820-1829',
      ISSN: '1474-547X',
      issued: { 'date-parts': [[2020, 6, 13]] },
      'available-date': { 'date-parts': [[2020, 5, 22]] },
      language: 'en',
      abstract: 'BACKGROUND: First, 10<sup>9</sup>/L.\nFINDINGS: Second.',
      keyword: 'hydroxychloroquine, Pandemics/prevention & control',
    });
  });

  it('what CSL has no place for is kept, retraction included, and comes out as nbib', () => {
    const [reference] = readPubmedXml(ARTICLE).references;
    expect(reference?.kept).toMatchObject({
      'nbib:RIN': 'Lancet. 2020 Jun 13;395(10240):1820 PMID: 32511943',
      'nbib:PT': 'Journal Article\nRetracted Publication',
      'nbib:GR': 'R01/NIH/United States',
      'nbib:MH': 'Pandemics/*prevention & control',
      'nbib:PHST': '2020/05/26 06:00 [entrez]',
    });
    const written = writeNbib([reference!]);
    expect(written).toContain('TI  - Effect of H2O on Candida albicans & co: P < 0·05.\n');
    expect(written).toContain('AU  - de la Cruz MJ\nAUID- ORCID: 0000-0001-0000-0002\nAD  - Madrid.\n');
    expect(written).toContain('AB  - BACKGROUND: First, 109/L.\nAB  - FINDINGS: Second.\n');
  });

  it('a chapter of the NCBI Bookshelf', () => {
    expect(readPubmedXml(CHAPTER).references[0]?.item).toMatchObject({
      type: 'chapter',
      title: 'Huntington Disease',
      'container-title': 'GeneReviews<sup>®</sup>',
      publisher: 'University of Washington, Seattle',
      'publisher-place': 'Seattle (WA)',
      author: [{ family: 'Caron', given: 'Nicholas S' }],
      editor: [{ family: 'Adam', given: 'Margaret P' }],
      issued: { 'date-parts': [[1993]] },
    });
  });

  it('several documents in one file, one after the other', () => {
    const text = `${HEAD}${small(1, 'One')}</PubmedArticleSet>\n${HEAD}${small(2, 'Two')}${CHAPTER}</PubmedArticleSet>`;
    expect(readPubmedXml(text).references.map(({ item }) => item.PMID)).toEqual(['1', '2', '20301295']);
  });

  it('a broken record costs itself only; what could be read of it comes in, and it is reported with its line', () => {
    const cut = `<PubmedArticle><MedlineCitation><PMID>2</PMID><Article><ArticleTitle>Two</ArticleTitle><Abs`;
    const tangled =
      '<PubmedArticle><MedlineCitation><PMID>3</PMID><Article><ArticleTitle>Three</Article></MedlineCitation></PubmedArticle>';
    const text = [HEAD, small(1, 'One'), cut, tangled, small(4, 'R&D'), '</PubmedArticleSet>'].join('\n');
    const read = readPubmedXml(text);
    expect(read.references.map(({ item }) => item.title)).toEqual(['One', 'Three', 'R&D']);
    expect(read.problems.map(({ line, code }) => [line, code])).toEqual([
      [5, 'references.entry'],
      [6, 'references.entry-in-part'],
    ]);
    expect(read.problems[0]?.text).toBe(cut);
  });

  it('declared entities are not expanded and nothing is fetched', () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>${small(1, '&b; &f; &eacute;&#233;&#x1F600;&#xD800;')}`;
    expect(readPubmedXml(bomb).references[0]?.item.title).toBe('&b; &f; éé😀\ufffd');
  });

  it('dates that MEDLINE prints as it finds them', () => {
    const dated = (date: string) =>
      readPubmedXml(
        `<PubmedArticle><MedlineCitation><PMID>1</PMID><Article><Journal><JournalIssue><PubDate>${date}</PubDate></JournalIssue></Journal></Article></MedlineCitation></PubmedArticle>`,
      ).references[0]?.item.issued;
    expect(dated('<MedlineDate>2019 Dec-2020 Jan</MedlineDate>')).toEqual({
      'date-parts': [
        [2019, 12],
        [2020, 1],
      ],
    });
    expect(dated('<Year>2019</Year><Season>Summer</Season>')).toEqual({ 'date-parts': [[2019]], season: 2 });
    expect(dated('<Year>2019</Year><Month>02</Month>')).toEqual({ 'date-parts': [[2019, 2]] });
  });

  it('is recognised without its declaration', () => {
    expect(pubmedXml.recognises(small(1, 'One'))).toBe(true);
    expect(pubmedXml.recognises('<xml><records><record/></records></xml>')).toBe(false);
  });
});

it('an identifier that PubMed marks as invalid does not come before a valid one', () => {
  const xml =
    '<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID><Article><ArticleTitle>T</ArticleTitle><ELocationID EIdType="doi" ValidYN="N">10.1000/wrong</ELocationID><ELocationID EIdType="doi" ValidYN="Y">10.1000/right</ELocationID></Article></MedlineCitation></PubmedArticle></PubmedArticleSet>';
  expect(readPubmedXml(xml).references[0]?.item).toMatchObject({ DOI: '10.1000/right' });
});
