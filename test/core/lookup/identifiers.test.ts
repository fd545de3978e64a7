import { describe, expect, it } from 'vitest';
import { addressesWithout, identifiedWorks, isOnlyIdentifiers, wrongIsbns } from '../../../core/lookup/identifiers.ts';
import { isbn13 } from '../../../core/lookup/isbn.ts';
import { unnamedAddress } from '../../../core/lookup/unnamed.ts';

const read = (text: string) => identifiedWorks(text).map(work => work.map(({ kind, value }) => `${kind} ${value}`));

describe('one identifier, however it is pasted', () => {
  it.each([
    ['10.1056/NEJMra1505292', 'doi 10.1056/NEJMra1505292'],
    ['doi: 10.1056/NEJMra1505292.', 'doi 10.1056/NEJMra1505292'],
    ['(https://doi.org/10.1056/NEJMra1505292),', 'doi 10.1056/NEJMra1505292'],
    ['<https://dx.doi.org/10.1056%2FNEJMra1505292>', 'doi 10.1056/NEJMra1505292'],
    ['doi.org/10.1056/NEJMra1505292', 'doi 10.1056/NEJMra1505292'],
    ['“10.1056/NEJMra1505292”', 'doi 10.1056/NEJMra1505292'],
    ['10.1016/S0140-6736(20)31180-6', 'doi 10.1016/S0140-6736(20)31180-6'],
    ['(10.1016/S0140-6736(20)31180-6).', 'doi 10.1016/S0140-6736(20)31180-6'],
    [
      '10.1002/(SICI)1097-0142(19960515)77:10<2110::AID-CNCR21>3.0.CO;2-S',
      'doi 10.1002/(SICI)1097-0142(19960515)77:10<2110::AID-CNCR21>3.0.CO;2-S',
    ],
    ['10.1000.10/123456', 'doi 10.1000.10/123456'],
    ['https://onlinelibrary.wiley.com/doi/full/10.1111/jdv.12345', 'doi 10.1111/jdv.12345'],
    ['https://www.nejm.org/doi/pdf/10.1056/NEJMoa2021436?articleTools=true', 'doi 10.1056/NEJMoa2021436'],
    ['https://www-nejm-org.proxy.univ.fr/doi/full/10.1056/NEJMoa2021436', 'doi 10.1056/NEJMoa2021436'],
    ['https://www.frontiersin.org/articles/10.3389/fmed.2020.00001/full', 'doi 10.3389/fmed.2020.00001'],
    [
      'https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0012345&type=x',
      'doi 10.1371/journal.pone.0012345',
    ],
    ['https://www.medrxiv.org/content/10.1101/2020.01.02.20012345v2.full.pdf', 'doi 10.1101/2020.01.02.20012345'],
    ['https://www.nature.com/articles/s41586-020-2012-7', 'doi 10.1038/s41586-020-2012-7'],
    ['https://www.bmj.com/content/368/bmj.m1234.full', 'doi 10.1136/bmj.m1234'],
    ['https://www.bmj.com/content/bmj/364/bmj.k5301.full.pdf', 'doi 10.1136/bmj.k5301'],
    [
      'https://doi.org/10.1002/(SICI)1096-987X(199803)19:4<377::AID-JCC1>3.0.CO;2-P',
      'doi 10.1002/(SICI)1096-987X(199803)19:4<377::AID-JCC1>3.0.CO;2-P',
    ],
    [
      'https://www.thelancet.com/journals/lancet/article/PIIS0140-6736(20)31180-6/fulltext',
      'doi 10.1016/S0140-6736(20)31180-6',
    ],
    ['29719190', 'pmid 29719190'],
    ['PMID:29719190', 'pmid 29719190'],
    ['PubMed PMID: 29719190;', 'pmid 29719190'],
    ['https://pubmed.ncbi.nlm.nih.gov/29719190/', 'pmid 29719190'],
    ['https://pubmed.ncbi.nlm.nih.gov/?term=29719190', 'pmid 29719190'],
    ['https://www.ncbi.nlm.nih.gov/pubmed/29719190?dopt=Abstract', 'pmid 29719190'],
    ['https://europepmc.org/article/MED/29719190', 'pmid 29719190'],
    ['PMC6084234', 'pmcid PMC6084234'],
    ['PMCID: PMC6084234', 'pmcid PMC6084234'],
    ['https://pmc.ncbi.nlm.nih.gov/articles/PMC6084234/pdf/main.pdf', 'pmcid PMC6084234'],
    ['https://www.ncbi.nlm.nih.gov/pmc/articles/PMC6084234/', 'pmcid PMC6084234'],
    ['arXiv:2101.00001v2', 'arxiv 2101.00001'],
    ['2101.00001', 'arxiv 2101.00001'],
    ['arXiv:hep-th/9901001', 'arxiv hep-th/9901001'],
    ['q-bio/0401001', 'arxiv q-bio/0401001'],
    ['https://arxiv.org/pdf/2101.00001.pdf', 'arxiv 2101.00001'],
    ['https://doi.org/10.48550/arXiv.2101.00001', 'arxiv 2101.00001'],
    ['https://www.sciencedirect.com/science/article/pii/S0190962219307704?via%3Dihub', 'pii S0190962219307704'],
    ['https://www-sciencedirect-com.proxy.univ.fr/science/article/abs/pii/S019096221930770X', 'pii S019096221930770X'],
    ['https://linkinghub.elsevier.com/retrieve/pii/S0190962219307704', 'pii S0190962219307704'],
    ['https://www.jaad.org/article/S0190-9622(19)30770-4/fulltext', 'pii S0190962219307704'],
    ['https://www.sciencedirect.com/science/article/pii/B9780323532655000123', 'pii B9780323532655000123'],
    ['PII: S0190-9622(19)30770-4', 'pii S0190962219307704'],
    ['https://hal.science/hal-03012345v2/document', 'hal hal-03012345'],
    ['https://inserm.hal.science/inserm-00123456', 'hal inserm-00123456'],
    ['https://theses.hal.science/tel-01234567/file/x.pdf', 'hal tel-01234567'],
    ['https://link.springer.com/article/10.1007/s00467-019-04300-1', 'doi 10.1007/s00467-019-04300-1'],
    ['https://jamanetwork.com/article.aspx?doi=10.1001/jama.2018.6814', 'doi 10.1001/jama.2018.6814'],
    ['https://europepmc.org/article/PMC/PMC6084234', 'pmcid PMC6084234'],
    [
      'doi:10.1002/(SICI)1097-0258(19980815/30)17:15/16&lt;1661::AID-SIM968&gt;3.0.CO;2-2',
      'doi 10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2',
    ],
    ['(see https://doi.org/10.1016/S0140-6736(20)30183-5)', 'doi 10.1016/S0140-6736(20)30183-5'],
    ['10.1007/s00467–019‐04300‑1', 'doi 10.1007/s00467-019-04300-1'],
    ['10.1056/\u200bNEJMra1505292', 'doi 10.1056/NEJMra1505292'],
    ['10.1056 / NEJMra1505292', 'doi 10.1056/NEJMra1505292'],
    ['DOI10.3389/fmed.2020.00001/full', 'doi 10.3389/fmed.2020.00001'],
    ['10.1101/2020.01.02.20012345v2', 'doi 10.1101/2020.01.02.20012345'],
    ['https://doi.org/10.48550/arXiv.2101.00001v3', 'arxiv 2101.00001'],
    ['arxiv.org/abs/2101.00001v3', 'arxiv 2101.00001'],
    ['https://arxiv.org/abs/hep-th/9901001v2', 'arxiv hep-th/9901001'],
    ['PMID – 29719190', 'pmid 29719190'],
    ['PMID：29719190', 'pmid 29719190'],
    ['http://www.ncbi.nlm.nih.gov/pubmed?term=29719190[pmid]', 'pmid 29719190'],
    ['https://www.ncbi.nlm.nih.gov/entrez/query.fcgi?cmd=Retrieve&db=PubMed&list_uids=29719190', 'pmid 29719190'],
    ['pubmed.ncbi.nlm.nih.gov/29719190', 'pmid 29719190'],
    ['https://www.ncbi.nlm.nih.gov/pmc/articles/6084234/', 'pmcid PMC6084234'],
    ['PMC6084234.1', 'pmcid PMC6084234'],
    ['ISBN 978-0-306-40615-7', 'isbn 9780306406157'],
    [
      'https://www.nejm.org/doi/suppl/10.1056/NEJMra1505292/suppl_file/nejmra1505292_appendix.pdf',
      'doi 10.1056/NEJMra1505292',
    ],
    ['https://www.thelancet.com/action/showPdf?pii=S0140-6736%2805%2917865-9', 'doi 10.1016/S0140-6736(05)17865-9'],
    [
      'https://pdf.sciencedirectassets.com/271074/1-s2.0-S0140673605X17865/1-s2.0-S0140673605178659/main.pdf',
      'pii S0140673605178659',
    ],
    ['https://casereports.bmj.com/content/2018/bcr-2018-225797', 'doi 10.1136/bcr-2018-225797'],
    [
      'https://www.medrxiv.org/content/medrxiv/early/2020/06/09/2020.06.08.20125484.full.pdf',
      'doi 10.1101/2020.06.08.20125484',
    ],
    ['https://www.biorxiv.org/content/10.1101/2020.04.29.068890v2.article-info', 'doi 10.1101/2020.04.29.068890'],
    ['https://www.nature.com/articles/nm.4567.pdf', 'doi 10.1038/nm.4567'],
    ['https://www.nature.com/articles/nrneph.2016.12', 'doi 10.1038/nrneph.2016.12'],
    ['https://www.nature.com/articles/leu2016123', 'doi 10.1038/leu2016123'],
    ['https://www.nature.com/articles/d41586-020-00502-w', 'doi 10.1038/d41586-020-00502-w'],
    ['https://thorax.bmj.com/content/early/2020/06/14/thoraxjnl-2020-215314', 'doi 10.1136/thoraxjnl-2020-215314'],
    ['https://www.karger.com/Article/FullText/507305', 'doi 10.1159/000507305'],
    ['https://www.hindawi.com/journals/crim/2020/8851236/', 'doi 10.1155/2020/8851236'],
    ['https://www.amjcaserep.com/abstract/index/idArt/924984', 'doi 10.12659/AJCR.924984'],
    ['https://wwwnc.cdc.gov/eid/article/26/7/20-0764_article', 'doi 10.3201/eid2607.200764'],
    ['https://www.mdpi.com/2077-0383/9/4/1189/htm', 'doi 10.3390/jcm9041189'],
    ['https://www.mdpi.com/2075-4418/10/5/286', 'doi 10.3390/diagnostics10050286'],
    ['https://www.jci.org/articles/view/137244', 'doi 10.1172/JCI137244'],
    ['https://www.researchsquare.com/article/rs-21472/v1', 'doi 10.21203/rs.3.rs-21472/v1'],
    ['https://www.preprints.org/manuscript/202003.0123/v1', 'doi 10.20944/preprints202003.0123.v1'],
    ['https://papers.ssrn.com/sol3/papers.cfm?abstract_id=3556518', 'doi 10.2139/ssrn.3556518'],
    ['https://zenodo.org/records/3715652', 'doi 10.5281/zenodo.3715652'],
    ['https://casereports.bmj.com/content/13/4/e234567', 'place BMJ Case Rep 13(4):e234567'],
    ['https://gut.bmj.com/content/gutjnl/69/6/997.full.pdf', 'place Gut 69(6):997'],
    ['https://gut-bmj-com.proxy.univ.fr/content/69/6/997', 'place Gut 69(6):997'],
    ['https://academic.oup.com/cid/article-abstract/71/15/732/5803306', 'place Clin Infect Dis 71(15):732'],
    ['https://karger.com/cro/article/13/2/1021/86523/A-Case', 'place Case Rep Oncol 13(2):1021'],
    ['https://erj.ersjournals.com/content/55/5/2000547', 'place Eur Respir J 55(5):2000547'],
    ['https://www.alphaxiv.org/abs/1706.03762', 'arxiv 1706.03762'],
    ['doi 10.1056/NEJMra1505292 (2018)', 'doi 10.1056/NEJMra1505292'],
    ['[10.1056/NEJMra1505292](https://doi.org/10.1056/NEJMra1505292)', 'doi 10.1056/NEJMra1505292'],
    ['0-306-40615-2', 'isbn 9780306406157'],
    ['080442957X', 'isbn 9780804429573'],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual([[expected]]);
  });
});

it('a printed reference with DOI, PMID and PMCID is one work', () => {
  expect(
    read(
      '1. Nigwekar SU. Calciphylaxis. N Engl J Med. 2018;378(18):1704-14. doi: 10.1056/NEJMra1505292. PMID: 29719190; PMCID: PMC6084234.',
    ),
  ).toEqual([['doi 10.1056/NEJMra1505292', 'pmid 29719190', 'pmcid PMC6084234']]);
});

it('a list is many works, each once', () => {
  expect(read('29719190, 31180000\n10.1056/NEJMra1505292;10.1016/j.jaad.2019.1\nPMID 29719190')).toEqual([
    ['pmid 29719190'],
    ['pmid 31180000'],
    ['doi 10.1056/NEJMra1505292'],
    ['doi 10.1016/j.jaad.2019.1'],
  ]);
});

it('numbered lists, and PubMed’s own way of naming several', () => {
  expect(read('29719190[pmid] OR 31180000[uid]')).toEqual([['pmid 29719190'], ['pmid 31180000']]);
  expect(read('1. 10.1056/NEJMra1505292\n2. 29719190\n3) 31180000\n4. PMC6084234')).toEqual([
    ['doi 10.1056/NEJMra1505292'],
    ['pmid 29719190'],
    ['pmid 31180000'],
    ['pmcid PMC6084234'],
  ]);
});

it('identifiers glued to one another are parted', () => {
  expect(read('https://doi.org/10.1016/j.jaad.2019.1https://doi.org/10.1016/j.jaad.2019.2')).toEqual([
    ['doi 10.1016/j.jaad.2019.1'],
    ['doi 10.1016/j.jaad.2019.2'],
  ]);
  expect(read('doi:10.1016/j.jaad.2019.1PMID:29719190')).toEqual([['doi 10.1016/j.jaad.2019.1', 'pmid 29719190']]);
  expect(read('doi:10.1016/j.jaad.2019.1.PMID: 29719190')).toEqual([['doi 10.1016/j.jaad.2019.1', 'pmid 29719190']]);
});

it('identifiers in a paragraph are found among its words', () => {
  expect(read('Roy (https://doi.org/10.1056/NEJMra1505292), then 12345678 patients; PMID: 29719190.')).toEqual([
    ['doi 10.1056/NEJMra1505292', 'pmid 29719190'],
  ]);
});

it('an address that does not name its article is told, not passed over', () => {
  const jama = 'https://jamanetwork.com/journals/jama/fullarticle/2680558';
  expect(read(jama)).toEqual([]);
  const text = `${jama}\n10.1056/NEJMra1505292 https://www.example.org/page\nhttps://www.example.org/`;
  expect(addressesWithout(text)).toEqual([jama]);
  expect(unnamedAddress(jama)).toMatchObject({
    where: jama,
    hint: { en: expect.stringContaining('10.1001'), fr: expect.stringContaining('10.1001') },
  });
});

it('numbers inside of a sentence are no identifiers', () => {
  expect(read('In 2018, 1704 patients had a dose of 12345678 units (10.5/20).')).toEqual([]);
});

it('an ISBN whose check digit is wrong is none', () => {
  expect(isbn13('978-0-306-40615-8')).toBeNull();
  expect(read('ISBN 0-306-40615-3')).toEqual([]);
  expect(wrongIsbns('ISBN 0-306-40615-3, ISBN 978-0-306-40615-7')).toEqual(['ISBN 0-306-40615-3']);
});

it('a list of identifiers is told from a reference', () => {
  expect(isOnlyIdentifiers('doi:10.1056/NEJMra1505292\nPMID: 29719190')).toBe(true);
  expect(isOnlyIdentifiers('https://www.nejm.org/doi/full/10.1056/NEJMra1505292')).toBe(true);
  expect(isOnlyIdentifiers('Calciphylaxis. N Engl J Med. doi:10.1056/NEJMra1505292')).toBe(false);
});
