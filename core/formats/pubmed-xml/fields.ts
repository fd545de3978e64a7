/**
 * PubMed's XML told in MEDLINE's fields, as PubMed itself prints the same records (NLM, "XML Help for PubMed" and
 * "MEDLINE/PubMed Data Element (Field) Descriptions"): one table of fields serves both formats, and what came as XML can be
 * written as nbib. Titles and abstracts keep their italics, subscripts and superscripts as CSL has them.
 */
import { medlineLine } from '../nbib/tags.ts';
import { addField, type Fields } from '../rows.ts';
import { allText, childOf, childrenOf, textOf, type XmlElement } from '../xml.ts';

/** How a record names another in `CommentsCorrections`, and MEDLINE's tag for it. */
const LINKS: Readonly<Record<string, string>> = {
  AssociatedDataset: 'DDI',
  AssociatedPublication: 'ORI',
  CommentIn: 'CIN',
  CommentOn: 'CON',
  CorrectedandRepublishedIn: 'CRI',
  CorrectedandRepublishedFrom: 'CRF',
  ErratumIn: 'EIN',
  ErratumFor: 'EFR',
  ExpressionOfConcernIn: 'ECI',
  ExpressionOfConcernFor: 'ECF',
  OriginalReportIn: 'ORI',
  PartialRetractionIn: 'PRIN',
  PartialRetractionOf: 'PROF',
  RepublishedIn: 'RPI',
  RepublishedFrom: 'RPF',
  RetractionIn: 'RIN',
  RetractionOf: 'ROF',
  RetractedandRepublishedIn: 'RRI',
  RetractedandRepublishedFrom: 'RRF',
  SummaryForPatientsIn: 'SPIN',
  UpdateIn: 'UIN',
  UpdateOf: 'UOF',
};

const MARKUP: Readonly<Record<string, string>> = { i: 'i', b: 'b', sub: 'sub', sup: 'sup', em: 'i', strong: 'b' };
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Running text with CSL's markup, on one line. */
function rich(node: XmlElement | undefined): string {
  return allText(node, ({ name }, inside) => {
    const tag = MARKUP[name];
    return tag === undefined || inside.trim() === '' ? inside : `<${tag}>${inside}</${tag}>`;
  })
    .replace(/\s+/g, ' ')
    .trim();
}

/** "2018 May 3", "2019 Winter", or what `MedlineDate` says. */
function printedDate(date: XmlElement | undefined): string {
  const month = textOf(date, 'Month') || textOf(date, 'Season');
  const name = /^\d+$/.test(month) ? (MONTHS[Number(month) - 1] ?? month) : month;
  const day = textOf(date, 'Day').replace(/^0/, '');
  const whole = [textOf(date, 'Year'), name, day].filter(part => part !== '').join(' ');
  return whole || textOf(date, 'MedlineDate');
}

/** "20180503" */
function compactDate(date: XmlElement | undefined): string {
  const year = textOf(date, 'Year');
  return year && `${year}${textOf(date, 'Month').padStart(2, '0')}${textOf(date, 'Day').padStart(2, '0')}`;
}

/** "2018/05/03 06:00" */
function moment(date: XmlElement): string {
  const two = (name: string) => textOf(date, name).padStart(2, '0');
  const day = `${textOf(date, 'Year')}/${two('Month')}/${two('Day')}`;
  return textOf(date, 'Hour') === '' ? day : `${day} ${two('Hour')}:${two('Minute')}`;
}

function addPeople(fields: Fields, list: XmlElement | undefined, full: string, short: string, one = 'Author'): void {
  const people = childrenOf(list, one);
  // Spellings that were put right since; where none is right, they are all there is.
  const right = people.filter(({ attributes }) => attributes.ValidYN !== 'N');
  for (const person of right.length > 0 ? right : people) {
    const add = (tag: string, value: string) => {
      if (value !== '') addField(fields, full, medlineLine(tag, value));
    };
    const family = textOf(person, 'LastName');
    const given = textOf(person, 'ForeName') || textOf(person, 'FirstName') || textOf(person, 'Initials');
    const suffix = textOf(person, 'Suffix');
    if (family === '') add('CN', rich(childOf(person, 'CollectiveName')) || given);
    else {
      const named = [given, suffix].filter(part => part !== '').join(' ');
      add(full, named === '' ? family : `${family}, ${named}`);
      add(short, [family, textOf(person, 'Initials'), suffix].filter(part => part !== '').join(' '));
    }
    for (const id of childrenOf(person, 'Identifier')) {
      const bare = allText(id)
        .trim()
        .replace(/^https?:\/\/(?:www\.)?orcid\.org\//, '');
      add('AUID', id.attributes.Source ? `${id.attributes.Source}: ${bare}` : bare);
    }
    const affiliation = full === 'FIR' ? 'IRAD' : 'AD';
    for (const info of childrenOf(person, 'AffiliationInfo')) add(affiliation, rich(childOf(info, 'Affiliation')));
    add(affiliation, rich(childOf(person, 'Affiliation')));
  }
  if (list?.attributes.CompleteYN === 'N') addField(fields, full, medlineLine(short, 'et al.'));
}

/** Each part of a structured abstract on a line of its own, with its label. */
function addAbstract(fields: Fields, tag: string, parent: XmlElement | undefined): void {
  for (const part of childrenOf(parent, 'AbstractText')) {
    const label = part.attributes.Label ?? '';
    const body = rich(part);
    if (body !== '') addField(fields, tag, label === '' || /^unlabelled$/i.test(label) ? body : `${label}: ${body}`);
  }
}

function addKeywords(fields: Fields, citation: XmlElement): void {
  for (const list of childrenOf(citation, 'KeywordList')) {
    addField(fields, 'OTO', list.attributes.Owner ?? '');
    for (const keyword of childrenOf(list, 'Keyword'))
      addField(fields, 'OT', (keyword.attributes.MajorTopicYN === 'Y' ? '*' : '') + rich(keyword));
  }
  for (const heading of childrenOf(childOf(citation, 'MeshHeadingList'), 'MeshHeading')) {
    const starred = (node: XmlElement) =>
      (node.attributes.MajorTopicYN === 'Y' ? '*' : '') + allText(node).replace(/\s+/g, ' ').trim();
    const parts = [...childrenOf(heading, 'DescriptorName'), ...childrenOf(heading, 'QualifierName')];
    addField(fields, 'MH', parts.map(starred).join('/'));
  }
}

function addGrants(fields: Fields, list: XmlElement | undefined): void {
  for (const grant of childrenOf(list, 'Grant'))
    addField(
      fields,
      'GR',
      ['GrantID', 'Acronym', 'Agency', 'Country']
        .map(name => textOf(grant, name))
        .filter(part => part !== '')
        .join('/'),
    );
}

function addIds(fields: Fields, list: XmlElement | undefined): void {
  for (const id of childrenOf(list, 'ArticleId')) {
    const value = allText(id).trim();
    const kind = id.attributes.IdType ?? '';
    if (kind === 'pmc' || kind === 'pmcid') addField(fields, 'PMC', value);
    else if (kind === 'mid') addField(fields, 'MID', value);
    else if (kind !== 'pubmed' && kind !== 'medline') addField(fields, 'AID', value && `${value} [${kind}]`);
  }
}

function addLocations(fields: Fields, parent: XmlElement | undefined): void {
  const ids = childrenOf(parent, 'ELocationID');
  // What PubMed marks as invalid comes last.
  const valid = (id: XmlElement) => id.attributes.ValidYN !== 'N';
  for (const id of [...ids.filter(valid), ...ids.filter(id => !valid(id))]) {
    const value = allText(id).trim();
    addField(fields, 'LID', value && `${value} [${id.attributes.EIdType ?? 'doi'}]`);
  }
}

function pagesOf(pagination: XmlElement | undefined): string {
  const start = textOf(pagination, 'StartPage');
  const end = textOf(pagination, 'EndPage');
  return textOf(pagination, 'MedlinePgn') || (end === '' || end === start ? start : `${start}-${end}`);
}

/** What articles and chapters say in the same elements. */
function addContent(fields: Fields, content: XmlElement | undefined): void {
  addField(fields, 'TI', rich(childOf(content, 'ArticleTitle')));
  addField(fields, 'TT', rich(childOf(content, 'VernacularTitle')));
  addField(fields, 'PG', pagesOf(childOf(content, 'Pagination')));
  addLocations(fields, content);
  addAbstract(fields, 'AB', childOf(content, 'Abstract'));
  addField(fields, 'CI', rich(childOf(content, 'Abstract', 'CopyrightInformation')));
  for (const list of childrenOf(content, 'AuthorList'))
    if (list.attributes.Type === 'editors') addPeople(fields, list, 'FED', 'ED');
    else addPeople(fields, list, 'FAU', 'AU');
  for (const language of childrenOf(content, 'Language')) addField(fields, 'LA', allText(language).trim());
  addGrants(fields, childOf(content, 'GrantList'));
  const types = childOf(content, 'PublicationTypeList') ?? content;
  for (const type of childrenOf(types, 'PublicationType')) addField(fields, 'PT', allText(type).trim());
}

/** The fields of a `MedlineCitation` with its `PubmedData`. */
export function articleFields(citation: XmlElement, data: XmlElement | undefined): Fields {
  const fields: Fields = new Map();
  const article = childOf(citation, 'Article');
  const journal = childOf(article, 'Journal');
  const issue = childOf(journal, 'JournalIssue');
  const info = childOf(citation, 'MedlineJournalInfo');
  addField(fields, 'PMID', textOf(citation, 'PMID'));
  addField(fields, 'OWN', citation.attributes.Owner ?? '');
  addField(fields, 'STAT', citation.attributes.Status ?? '');
  addField(fields, 'DCOM', compactDate(childOf(citation, 'DateCompleted')));
  addField(fields, 'LR', compactDate(childOf(citation, 'DateRevised')));
  for (const issn of childrenOf(journal, 'ISSN'))
    addField(
      fields,
      'IS',
      `${allText(issn).trim()}${issn.attributes.IssnType ? ` (${issn.attributes.IssnType})` : ''}`,
    );
  const linking = textOf(info, 'ISSNLinking');
  addField(fields, 'IS', linking && `${linking} (Linking)`);
  addField(fields, 'VI', textOf(issue, 'Volume'));
  addField(fields, 'IP', textOf(issue, 'Issue'));
  addField(fields, 'DP', printedDate(childOf(issue, 'PubDate')));
  addContent(fields, article);
  for (const other of childrenOf(citation, 'OtherAbstract')) addAbstract(fields, 'OAB', other);
  addField(fields, 'PL', textOf(info, 'Country'));
  addField(fields, 'TA', textOf(info, 'MedlineTA') || textOf(journal, 'ISOAbbreviation'));
  addField(fields, 'JT', rich(childOf(journal, 'Title')));
  // Older records have some elements under another name or in another place.
  for (const name of ['NlmUniqueID', 'NLMUniqueID']) addField(fields, 'JID', textOf(info, name));
  if (!fields.has('TT')) addField(fields, 'TT', rich(childOf(info, 'VernacularTitle')));
  for (const bank of childrenOf(childOf(article, 'DataBankList'), 'DataBank')) {
    const numbers = childrenOf(childOf(bank, 'AccessionNumberList'), 'AccessionNumber');
    const name = textOf(bank, 'DataBankName');
    if (numbers.length === 0) addField(fields, 'SI', name);
    for (const number of numbers) addField(fields, 'SI', `${name}/${allText(number).trim()}`);
  }
  for (const chemical of childrenOf(childOf(citation, 'ChemicalList'), 'Chemical'))
    addField(fields, 'RN', `${textOf(chemical, 'RegistryNumber')} (${textOf(chemical, 'NameOfSubstance')})`);
  for (const subset of childrenOf(citation, 'CitationSubset')) addField(fields, 'SB', allText(subset).trim());
  for (const symbol of childrenOf(childOf(citation, 'GeneSymbolList'), 'GeneSymbol'))
    addField(fields, 'GS', allText(symbol).trim());
  for (const link of childrenOf(childOf(citation, 'CommentsCorrectionsList'), 'CommentsCorrections')) {
    const pmid = textOf(link, 'PMID');
    const said = [textOf(link, 'RefSource'), pmid && `PMID: ${pmid}`, textOf(link, 'Note')];
    addField(fields, LINKS[link.attributes.RefType ?? ''] ?? 'CIN', said.filter(part => part !== '').join(' '));
  }
  addKeywords(fields, citation);
  for (const note of childrenOf(citation, 'GeneralNote')) addField(fields, 'GN', rich(note));
  for (const id of childrenOf(citation, 'OtherID'))
    addField(fields, 'OID', `${id.attributes.Source ?? ''}: ${allText(id).trim()}`);
  for (const mission of childrenOf(citation, 'SpaceFlightMission')) addField(fields, 'SFM', allText(mission).trim());
  for (const subject of childrenOf(childOf(citation, 'PersonalNameSubjectList'), 'PersonalNameSubject'))
    addField(
      fields,
      'FPS',
      [textOf(subject, 'LastName'), textOf(subject, 'ForeName'), textOf(subject, 'Suffix')].filter(Boolean).join(', '),
    );
  addPeople(fields, childOf(citation, 'InvestigatorList'), 'FIR', 'IR', 'Investigator');
  addField(fields, 'COIS', rich(childOf(citation, 'CoiStatement')));
  addField(fields, 'DEP', compactDate(childOf(article, 'ArticleDate')));
  for (const date of childrenOf(childOf(data, 'History'), 'PubMedPubDate'))
    addField(fields, 'PHST', `${moment(date)} [${date.attributes.PubStatus ?? ''}]`);
  addIds(fields, childOf(data, 'ArticleIdList'));
  addField(fields, 'PST', textOf(data, 'PublicationStatus'));
  return fields;
}

/** The fields of a `BookDocument` with its `PubmedBookData`: a chapter of a book, or a whole one. */
export function bookFields(document: XmlElement, data: XmlElement | undefined): Fields {
  const fields: Fields = new Map();
  const book = childOf(document, 'Book');
  addField(fields, 'PMID', textOf(document, 'PMID'));
  addField(fields, 'STAT', 'Publisher');
  addField(fields, 'CTDT', compactDate(childOf(document, 'ContributionDate')));
  addField(fields, 'DRDT', compactDate(childOf(document, 'DateRevised')));
  addField(fields, 'DP', printedDate(childOf(book, 'PubDate')) || printedDate(childOf(book, 'BeginningDate')));
  addContent(fields, document);
  addField(fields, 'BTI', rich(childOf(book, 'BookTitle')));
  addField(fields, 'VTI', rich(childOf(book, 'VolumeTitle')));
  addField(fields, 'CTI', rich(childOf(book, 'CollectionTitle')));
  addField(fields, 'VI', textOf(book, 'Volume'));
  addField(fields, 'EN', textOf(book, 'Edition'));
  addField(fields, 'PB', rich(childOf(book, 'Publisher', 'PublisherName')));
  addField(fields, 'PL', rich(childOf(book, 'Publisher', 'PublisherLocation')));
  addField(fields, 'RN', textOf(book, 'ReportNumber'));
  for (const isbn of childrenOf(book, 'Isbn')) addField(fields, 'ISBN', allText(isbn).trim());
  addLocations(fields, book);
  for (const list of childrenOf(book, 'AuthorList'))
    if (list.attributes.Type === 'editors') addPeople(fields, list, 'FED', 'ED');
    else if (!fields.has('FAU')) addPeople(fields, list, 'FAU', 'AU');
  addKeywords(fields, document);
  if (!fields.has('PT')) addField(fields, 'PT', fields.has('TI') ? 'Book Chapter' : 'Book');
  for (const date of childrenOf(childOf(data, 'History'), 'PubMedPubDate'))
    addField(fields, 'PHST', `${moment(date)} [${date.attributes.PubStatus ?? ''}]`);
  addIds(fields, childOf(data, 'ArticleIdList'));
  if (!fields.has('AID')) addIds(fields, childOf(document, 'ArticleIdList'));
  addField(fields, 'PST', textOf(data, 'PublicationStatus'));
  return fields;
}
